import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { jar, javaArguments, javaMissing } from './java.ts'
import { indexStreams } from './stream-index.ts'

/** Longest wait for it to answer, ms of real time; it takes 3 to 5 s on an idle machine. */
const longestStartMs = 60_000
const lookMs = 50

export type Running = {
  /** On 127.0.0.1. */
  readonly url: string
  stop(): Promise<void>
}

/**
 * Starts AWS's own DynamoDB Local, its state in a folder or, without one, in memory. It ends with this process, however
 * that ends. @param shared whether all access keys see the same tables; else each has its own
 * @throws with one line that says what to install when Java 17 is not there
 */
export async function startDynamoDb(folder?: string, shared = true): Promise<Running> {
  const pidFile = folder === undefined ? '' : join(folder, 'java.pid')
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true })
    await endFormer(pidFile)
    indexStreams(folder)
  }
  const port = await freePort()
  const keeper = spawn(
    process.execPath,
    [join(import.meta.dirname, 'keeper.ts'), pidFile, ...javaArguments(port, folder, shared)],
    // In a group of its own: Ctrl-C in the terminal ends the cloud, and the cloud ends this one when it is done.
    { stdio: ['pipe', 'ignore', 'pipe'], detached: true },
  )
  let said = ''
  keeper.stderr.setEncoding('utf8').on('data', (piece: string) => {
    said = `${said}${piece}`.slice(-2000)
  })
  const ended = new Promise<void>((resolve) => keeper.once('exit', () => resolve()))
  const url = `http://127.0.0.1:${port}`
  const stop = async () => {
    keeper.stdin.destroy()
    await ended
  }
  for (const until = performance.now() + longestStartMs; !(await answers(url)); await pause(lookMs)) {
    if (keeper.exitCode !== null) throw new Error(javaMissing() ?? `DynamoDB Local ended at its start: ${said}`)
    if (performance.now() < until) continue
    await stop()
    throw new Error(`DynamoDB Local did not answer within ${longestStartMs / 1000} s`)
  }
  return { url, stop }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  )

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = server.address()
        server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
      })
  })

/** Two must never write one folder: the last one may still be closing its files, or have lost its keeper. */
async function endFormer(pidFile: string): Promise<void> {
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0
  for (let tries = 0; pid && commandOf(pid).includes(jar); tries++) {
    signal(pid, tries < 100 ? 'SIGTERM' : 'SIGKILL')
    await pause(lookMs)
  }
}

/** What runs under a number: it may have gone to another program since. Empty when nothing does. */
function commandOf(pid: number): string {
  if (!existsSync('/proc/self'))
    return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout
  const file = `/proc/${pid}/cmdline`
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as { code?: string }).code !== 'ESRCH') throw error
  }
}

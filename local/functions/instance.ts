import { randomUUID } from 'node:crypto'
import { createWriteStream, type WriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'
import type { FromWorker, FunctionError, ToWorker, WorkerSetting } from './messages.ts'

/** A function answered with an error, timed out or died; `message` is the JSON that Step Functions shows as cause. */
export class FunctionFailed extends Error {
  readonly error: FunctionError

  constructor(error: FunctionError) {
    super(JSON.stringify(error))
    this.name = error.errorType
    this.error = error
  }
}

/** Where code lies compiled, so that a start of a worker neither strips types nor compiles again. */
const compiled = join(tmpdir(), 'node-compile-cache')

type Waiting = { readonly id: string; resolve(result: unknown): void; reject(error: Error): void }

/** One execution environment of a function: a worker that takes one event at a time. */
export class Instance {
  readonly #worker: Worker
  readonly #log: WriteStream
  readonly #ready: Promise<void>
  #waiting: Waiting | undefined
  #dead: Error | undefined

  /** `printed` hears every line that the function writes to its standard output. */
  constructor(setting: WorkerSetting, env: Record<string, string>, logFile: string, printed: (line: string) => void) {
    this.#log = createWriteStream(logFile, { flags: 'a' })
    this.#worker = new Worker(new URL('./runtime.ts', import.meta.url), {
      env: { ...env, NODE_COMPILE_CACHE: compiled },
      workerData: setting,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: setting.memoryMb },
    })
    this.#worker.stdout.pipe(this.#log, { end: false })
    this.#worker.stderr.pipe(this.#log, { end: false })
    createInterface({ input: this.#worker.stdout }).on('line', printed)
    this.#ready = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: FromWorker) => ('ready' in message ? resolve() : this.#answered(message)))
      const end = (error: Error) => {
        this.#dead ??= error
        reject(this.#dead)
        this.#waiting?.reject(this.#dead)
        this.#waiting = undefined
        this.#log.end()
      }
      this.#worker.on('error', (error: Error & { code?: string }) => {
        this.#log.write(`${error.stack ?? error.message}\n`)
        end(failed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'Runtime.OutOfMemory' : error.name, error.message))
      })
      this.#worker.on('exit', () => end(failed('Runtime.ExitError', 'the function ended before it answered')))
    })
    this.#ready.catch(() => undefined)
  }

  get dead(): boolean {
    return this.#dead !== undefined
  }

  get busy(): boolean {
    return this.#waiting !== undefined && !this.dead
  }

  /** Throws FunctionFailed. A call that takes longer than `timeoutMs` of real time ends the worker. */
  async invoke(payload: unknown, timeoutMs: number): Promise<unknown> {
    await this.#ready
    const id = randomUUID()
    const answer = new Promise((resolve, reject) => {
      this.#waiting = { id, resolve, reject }
    })
    const message: ToWorker = { id, payload, timeoutMs }
    this.#worker.postMessage(message)
    const late = setTimeout(() => {
      this.#dead = failed(
        'Sandbox.Timedout',
        `${id} Error: Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`,
      )
      this.#waiting?.reject(this.#dead)
      this.#waiting = undefined
      void this.#worker.terminate()
    }, timeoutMs)
    try {
      return await answer
    } finally {
      clearTimeout(late)
    }
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }

  #answered(message: Exclude<FromWorker, { ready: true }>): void {
    const waiting = this.#waiting
    if (!waiting || waiting.id !== message.id) return
    this.#waiting = undefined
    if ('error' in message) waiting.reject(new FunctionFailed(message.error))
    else waiting.resolve(JSON.parse(message.result))
  }
}

const failed = (errorType: string, errorMessage: string) => new FunctionFailed({ errorType, errorMessage, trace: [] })

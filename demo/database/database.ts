import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'

/** What the worker gets. `passwords` by role. */
export type Start = {
  readonly folder: string
  readonly port: number
  readonly passwords: Readonly<Record<string, string>>
}
export type Ready = { readonly port: number; readonly database: string } | { readonly failed: string }

/** How to reach the database, in the names that Secrets Manager's secrets for PostgreSQL use. */
export type Access = {
  readonly host: string
  readonly port: number
  readonly dbname: string
  readonly username: string
  readonly password: string
}

export type Database = {
  /** The company's own application. */
  readonly company: Access
  /** What Oblige signs in as: it reads and changes rows of the company's tables, and nothing else. */
  readonly oblige: Access
  stop(): Promise<void>
}

/**
 * PostgreSQL of the demo company in a thread of its own, on 127.0.0.1; passwords are new at every start.
 * @param folder where its data are kept @param port 0 takes a free one @throws with `code` when the port is busy
 */
export async function startDatabase(folder: string, port = 0): Promise<Database> {
  mkdirSync(dirname(folder), { recursive: true })
  const passwords = { company: secret(), oblige: secret() }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { folder, port, passwords } satisfies Start,
  })
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const ready = await new Promise<Ready>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject)
  })
  if ('failed' in ready) {
    await ended
    throw Object.assign(new Error(`the database cannot listen on port ${port}`), { code: ready.failed, port })
  }
  const access = (username: keyof typeof passwords): Access => ({
    host: '127.0.0.1',
    port: ready.port,
    dbname: ready.database,
    username,
    password: passwords[username],
  })
  return {
    company: access('company'),
    oblige: access('oblige'),
    stop: async () => {
      worker.postMessage('stop')
      await ended
    },
  }
}

const secret = (): string => randomBytes(24).toString('base64url')

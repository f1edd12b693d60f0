import { timingSafeEqual } from 'node:crypto'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { PGlite } from '@electric-sql/pglite'
import { askForPassword, firstMessage, type Message, noSsl, sync, wrongPassword } from './protocol.ts'

export type Front = { readonly port: number; stop(): Promise<void> }

/**
 * PGlite is one session. This front lets many connections share it: each proves its role by a password and has the
 * database to itself from the first message of a query until the database is idle again, transactions included.
 * Settings and named statements are not kept apart.
 */
export async function openFront(db: PGlite, passwords: Readonly<Record<string, string>>, port: number): Promise<Front> {
  const turns = new Turns()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    const connection = new Connection(db, passwords, turns, socket)
    let work = Promise.resolve()
    const then = (next: () => Promise<void>) => {
      work = work.then(next).catch((error: unknown) => {
        process.stderr.write(`database: ${error instanceof Error ? error.message : 'failed'}\n`)
        socket.destroy()
      })
    }
    socket.on('data', (bytes) => then(() => connection.receive(bytes)))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      sockets.delete(socket)
      then(() => connection.leave())
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

/** One after the other, in the order of asking. */
class Turns {
  #last: Promise<void> = Promise.resolve()
  role: string | undefined

  async take(): Promise<() => void> {
    const before = this.#last
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#last = promise
    await before
    return resolve
  }
}

class Connection {
  readonly #db: PGlite
  readonly #passwords: Readonly<Record<string, string>>
  readonly #turns: Turns
  readonly #socket: Socket
  #unread: Buffer = Buffer.alloc(0)
  #startup: Extract<Message, { kind: 'startup' }> | undefined
  #role: string | undefined
  #endTurn: (() => void) | undefined

  constructor(db: PGlite, passwords: Readonly<Record<string, string>>, turns: Turns, socket: Socket) {
    this.#db = db
    this.#passwords = passwords
    this.#turns = turns
    this.#socket = socket
  }

  async receive(bytes: Buffer): Promise<void> {
    this.#unread = Buffer.concat([this.#unread, bytes])
    for (;;) {
      const first = firstMessage(this.#unread, this.#startup !== undefined)
      if (!first) return
      this.#unread = first.rest
      await this.#handle(first.message)
    }
  }

  /** What the client left open is rolled back, and others have their turn. */
  async leave(): Promise<void> {
    if (!this.#endTurn) return
    await this.#db.execProtocolRaw(sync)
    if (this.#db.isInTransaction()) await this.#db.exec('rollback')
    this.#release()
  }

  async #handle(message: Message): Promise<void> {
    switch (message.kind) {
      case 'ssl':
        this.#socket.write(noSsl)
        return
      case 'startup':
        this.#startup = message
        this.#socket.write(askForPassword)
        return
      case 'password':
        return this.#welcome(message.password)
      case 'command':
        if (this.#role === undefined) this.#socket.destroy()
        else await this.#run(message.bytes, message.ends, this.#role)
        return
      case 'cancel':
      case 'terminate':
        this.#socket.end()
    }
  }

  async #welcome(password: string): Promise<void> {
    const { user, bytes } = this.#startup ?? { user: '', bytes: Buffer.alloc(0) }
    const expected = this.#passwords[user]
    if (expected === undefined || !same(expected, password)) {
      this.#socket.end(wrongPassword(user))
      return
    }
    this.#role = user
    await this.#run(bytes, true, user)
  }

  async #run(bytes: Buffer, ends: boolean, role: string): Promise<void> {
    this.#endTurn ??= await this.#turns.take()
    if (this.#turns.role !== role && !this.#db.isInTransaction()) {
      await this.#db.exec(`set session authorization ${role}`)
      this.#turns.role = role
    }
    this.#socket.write(await this.#db.execProtocolRaw(bytes))
    if (ends && !this.#db.isInTransaction()) this.#release()
  }

  #release(): void {
    this.#endTurn?.()
    this.#endTurn = undefined
  }
}

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

import { Client } from 'pg'
import type { Credentials } from './credentials.ts'

/** A value as PostgreSQL writes it. */
export type Text = string | null
export type Sql = (text: string, values?: readonly Text[]) => Promise<readonly (readonly Text[])[]>
/** What a connection has to do; `pg`'s Client does. */
export type Connection = Pick<Client, 'query' | 'end' | 'on'>

/** A connection attempt, and an answer that does not come: ms. Shorter than a function's margin before its end. */
const connectMs = 5_000
/**
 * Every value leaves and comes back as text, so the settings that shape text are the same whatever the server's are;
 * and no lock of ours holds the application up for long (PostgreSQL manual, 20.11).
 */
const begin = `BEGIN;
SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL timezone = 'UTC';
SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1;
SET LOCAL lock_timeout = '5s'; SET LOCAL statement_timeout = '15s'; SET LOCAL idle_in_transaction_session_timeout = '30s'`

/** SQLSTATE class 28: the password is not right (any more). */
const refused = (error: unknown): boolean => String((error as { code?: unknown })?.code).startsWith('28')

/** One connection, opened when it is needed and opened again when it broke; everything in short transactions. */
export class Database {
  readonly #credentials: Credentials
  readonly #open: (client: Client) => Connection
  #connection: Connection | undefined

  /** `open` may wrap the connection; absent: as it is. */
  constructor(credentials: Credentials, open: (client: Client) => Connection = (client) => client) {
    this.#credentials = credentials
    this.#open = open
  }

  /** Runs `work` in one transaction: all of it or nothing. @throws what `work` throws, and the database's errors */
  async transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const connection = await this.#connected()
    const sql: Sql = async (text, values = []) => {
      const answer = await connection.query<Text[]>({ text, values: [...values], rowMode: 'array' })
      return answer.rows
    }
    try {
      await connection.query(begin)
      const result = await work(sql)
      await connection.query('COMMIT')
      return result
    } catch (error) {
      await connection.query('ROLLBACK').catch(() => this.close())
      throw error
    }
  }

  /** Lets the connection go; the next transaction opens another. */
  async close(): Promise<void> {
    const connection = this.#connection
    this.#connection = undefined
    await connection?.end()
  }

  async #connected(): Promise<Connection> {
    if (this.#connection) return this.#connection
    try {
      return await this.#connect(false)
    } catch (error) {
      if (!refused(error)) throw error
      return this.#connect(true)
    }
  }

  async #connect(anew: boolean): Promise<Connection> {
    const client = new Client({
      ...(await this.#credentials(anew)),
      application_name: 'oblige',
      connectionTimeoutMillis: connectMs,
      query_timeout: 20_000,
    })
    // Without a listener a connection that breaks while idle would end the process.
    client.on('error', () => {
      this.#connection = undefined
    })
    await client.connect()
    this.#connection = this.#open(client)
    return this.#connection
  }
}

import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { Client } from 'pg'
import { type Fuse, Killed } from '../../systems/contract-kit.ts'
import { type Login, loginOf } from '../../systems/postgresql/credentials.ts'
import { Database } from '../../systems/postgresql/database.ts'

/** The database of OBLIGE_TEST_POSTGRESQL_URL, else PGlite behind its socket: PostgreSQL itself, in this process. */
export async function startPostgreSql(): Promise<{ login: Login; stop: () => Promise<void> }> {
  const url = process.env.OBLIGE_TEST_POSTGRESQL_URL
  if (url) return { login: loginOfUrl(new URL(url)), stop: async () => undefined }
  const db = await PGlite.create()
  const server = new PGLiteSocketServer({ db, port: 0, host: '127.0.0.1', maxConnections: 50 })
  await server.start()
  const port = Number(server.getServerConn().split(':').at(-1))
  const secret = {
    host: '127.0.0.1',
    port,
    dbname: 'postgres',
    username: 'postgres',
    password: 'x',
    sslmode: 'disable',
  }
  const stop = async () => {
    await server.stop()
    await db.close()
  }
  return { login: loginOf(JSON.stringify(secret)), stop }
}

const loginOfUrl = (url: URL): Login =>
  loginOf(
    JSON.stringify({
      host: url.hostname,
      port: url.port || 5432,
      dbname: url.pathname.slice(1),
      username: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      sslmode: url.searchParams.get('sslmode') ?? 'verify-full',
    }),
  )

/** A connection for the company's application. */
export async function connected(login: Login): Promise<Client> {
  const client = new Client(login)
  await client.connect()
  return client
}

/** A database as a function instance has it; when the fuse blows, its connection breaks in the middle. */
export function fusedDatabase(login: Login, fuse: Fuse): Database {
  return new Database(
    async () => login,
    (client) => {
      const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>
      const passed = async (...args: unknown[]) => {
        try {
          return await fuse.pass(() => query(...args))
        } catch (error) {
          if (error instanceof Killed) client.connection.stream.destroy()
          throw error
        }
      }
      return new Proxy(client, {
        get: (of, name) => (name === 'query' ? passed : (Reflect.get(of, name) as unknown)),
      })
    },
  )
}

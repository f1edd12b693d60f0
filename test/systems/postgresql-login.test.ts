import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Login, loginOf } from '../../systems/postgresql/credentials.ts'
import { Database } from '../../systems/postgresql/database.ts'
import { promise } from '../promise.ts'
import { startPostgreSql } from './postgresql-local.ts'

let server: Awaited<ReturnType<typeof startPostgreSql>>
beforeAll(async () => {
  server = await startPostgreSql()
})
afterAll(() => server?.stop())

const secret = { host: 'db.example.com', dbname: 'company', username: 'oblige', password: 'sesame' }

/** A server that refuses every login, as PostgreSQL does after a rotation (28P01); PGlite asks for no password. */
async function refusing(): Promise<{ port: number; stop(): void }> {
  const fields = 'SFATAL\0C28P01\0Mpassword authentication failed\0\0'
  const answer = Buffer.alloc(5 + fields.length)
  answer.write('E')
  answer.writeInt32BE(4 + fields.length, 1)
  answer.write(fields, 5)
  const door = createServer((socket) =>
    socket.once('data', () => socket.end(answer)).on('error', () => socket.destroy()),
  )
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  return { port: (door.address() as { port: number }).port, stop: () => door.close() }
}

test('a login that is refused is read again from the secret, once', async () => {
  const door = await refusing()
  const asked: boolean[] = []
  const stale: Login = { ...server.login, host: '127.0.0.1', port: door.port, ssl: false }
  const database = new Database(async (anew) => {
    asked.push(anew)
    return anew ? server.login : stale
  })
  expect(await database.transaction((sql) => sql('SELECT 1::text'))).toEqual([['1']])
  expect(asked).toEqual([false, true])
  await database.close()

  const refused = new Database(async () => stale)
  await expect(refused.transaction((sql) => sql('SELECT 1::text'))).rejects.toMatchObject({ code: '28P01' })
  door.stop()
})

promise('N15', 'a database that offers no TLS is not spoken to, unless its secret says so', async () => {
  const login = loginOf(JSON.stringify(secret))
  expect(login).toMatchObject({ port: 5432, ssl: { rejectUnauthorized: true } })
  const { host, port } = server.login
  const database = new Database(async () => ({ ...login, host, port }))
  await expect(database.transaction((sql) => sql('SELECT 1::text'))).rejects.toThrow('does not support SSL')
  expect(loginOf(JSON.stringify({ ...secret, sslmode: 'disable' })).ssl).toBe(false)
})

test('a secret that lacks a field is refused by the name of the field, and never shows a value', () => {
  const { host: _, ...lacking } = secret
  expect(() => loginOf(JSON.stringify(lacking))).toThrow(/^the secret of the database lacks host$/)
})

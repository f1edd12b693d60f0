import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PostgresPolicy } from '../../policy/systems.ts'
import { Fuse, laws, slice, type World } from '../../systems/contract-kit.ts'
import { PostgreSqlSystem } from '../../systems/postgresql/postgresql.ts'
import { House } from './house.ts'
import { connected, fusedDatabase, startPostgreSql } from './postgresql-local.ts'

let house: House
let server: Awaited<ReturnType<typeof startPostgreSql>>
let application: Client
const opened: Array<{ close(): Promise<void> }> = []

/** Names that have to be quoted, and every sort of column that is easily spoilt on its way through text. */
const schema = `
DROP SCHEMA IF EXISTS "oblige Test" CASCADE;
CREATE SCHEMA "oblige Test";
SET search_path = "oblige Test";
CREATE TYPE mood AS ENUM ('fine', 'not "fine"');
CREATE TYPE spot AS (x int, label text);
CREATE TABLE "order" (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, account text NOT NULL, name text, total numeric(30,10),
  twice numeric GENERATED ALWAYS AS (total * 2) STORED, taken_at timestamptz, local_at timestamp, day date,
  took interval, ratio float8, small real, photo bytea, raw json, tidy jsonb, tags text[], grid int[][],
  how mood, "Where's" spot, code char(6), said text, bits varbit, token uuid, net inet, span tstzrange, flag boolean, nothing text);
CREATE TABLE order_line (
  order_id bigint REFERENCES "order"(id), position int, account text NOT NULL, name text, PRIMARY KEY (order_id, position));
CREATE TABLE post (
  id uuid PRIMARY KEY, account text NOT NULL, name text, parent uuid REFERENCES post(id));
CREATE TABLE reply (post_id uuid REFERENCES post(id) ON DELETE CASCADE, account text, name text);`

const part: PostgresPolicy = {
  kind: 'postgresql',
  label: { en: 'Orders and forum' },
  secret: 'company/postgresql',
  schema: 'oblige Test',
  tables: [
    {
      table: 'order',
      category: 'payment',
      owner: 'account',
      column: 'account',
      primaryKey: ['id'],
      fields: { buyer: 'name' },
      statement: 'said',
    },
    {
      table: 'order_line',
      category: 'payment',
      owner: 'account',
      column: 'account',
      primaryKey: ['order_id', 'position'],
      fields: { buyer: 'name' },
    },
    {
      table: 'post',
      category: 'public-posts',
      owner: 'account',
      column: 'account',
      primaryKey: ['id'],
      fields: { author: 'name' },
    },
  ],
}
const canary = 'Iris Vane-Okonkwo'
const post = (account: string, n: number) => `${account === 'a-1' ? 'a' : 'b'}0000000-0000-4000-8000-00000000000${n}`

beforeAll(async () => {
  ;[house, server] = await Promise.all([House.open(), startPostgreSql()])
  application = await connected(server.login)
  await application.query(schema)
})
afterAll(async () => {
  await application?.query('DROP SCHEMA IF EXISTS "oblige Test" CASCADE')
  await application?.end()
  for (const database of opened) await database.close()
  await server?.stop()
  house?.close()
})

async function seed(): Promise<void> {
  await house.emptyVault()
  await application.query(`DELETE FROM reply; DELETE FROM post; DELETE FROM order_line; DELETE FROM "order";
ALTER TABLE "order" ALTER id RESTART`)
  for (const account of ['a-1', 'a-2']) {
    const order = await application.query(
      `INSERT INTO "order" (account, name, total, taken_at, local_at, day, took, ratio, small, photo, raw, tidy, tags,
grid, how, "Where's", code, bits, token, net, span, flag) VALUES ($1, $2, '12345678901234567890.0123456789',
'2026-03-29 01:59:59.123456+01', '2026-02-28 23:59:59.999999', '0044-03-15 BC', '1 mon -3 days 04:05:06.7', 0.1::float8 + 0.2,
'NaN', '\\x00ff0a27', '{"b": 1,  "a":  [ ]}', '{"b":1,"a":null}', '{"a,b","c\\"d",NULL,""}', '{{1,2},{3,4}}',
'not "fine"', ROW(7, 'it''s, "here"'), 'ab', B'1011', '6f1c2a34-9d1e-4c55-8b1e-0d6f6f0a7b11', '2001:db8::1/64', '[2026-01-01,)', true)
RETURNING id`,
      [account, canary],
    )
    const [{ id }] = order.rows as [{ id: string }]
    for (const position of [1, 2, 3])
      await application.query('INSERT INTO order_line VALUES ($1, $2, $3, $4)', [id, position, account, canary])
    // The child has the smaller key: deleting in the order of keys meets the parent first in neither direction alone.
    await application.query('INSERT INTO post VALUES ($2, $1, $5, NULL), ($3, $1, $5, $2), ($4, $1, $5, $3)', [
      account,
      post(account, 2),
      post(account, 1),
      post(account, 3),
      canary,
    ])
  }
}

/** A world of some of the tables. */
const worldOf = (some: PostgresPolicy['tables']): World => ({
  system: (fuse, batch) => {
    const database = fusedDatabase(server.login, fuse)
    // One instance at a time, as the lease has it; the one before is gone.
    for (const gone of opened.splice(0)) void gone.close()
    opened.push(database)
    return new PostgreSqlSystem('business', { ...part, tables: some }, database, house.places(fuse), batch)
  },
  seed,
  subject: { keys: { account: ['a-1'] } },
  other: { keys: { account: ['a-2'] } },
  nobody: { keys: { account: ['a-3'] } },
  async seen(of) {
    const found: string[] = []
    for (const table of some.map((one) => `"${one.table}"`)) {
      const { rows } = await application.query(`SELECT t::text FROM ${table} t WHERE account = $1`, [
        of.keys.account?.[0],
      ])
      found.push(...(rows as Array<{ t: string }>).map(({ t }) => t))
    }
    return found
  },
  async write() {
    await application.query('INSERT INTO post VALUES ($1, $2, $3)', [post('a-1', 9), 'a-1', canary])
  },
  async overwrite() {
    await application.query('INSERT INTO post VALUES ($1, $2, $3)', [post('a-1', 1), 'a-1', 'a stub'])
  },
  kept: 'payment',
  erased: 'public-posts',
  correction: { category: 'public-posts', field: 'author', value: 'Iris Vane' },
  canary,
  vault: () => house.vaultText(),
})

const world: World = {
  ...worldOf(part.tables),
  completion: { category: 'payment', field: 'statement', value: 'I never ordered this.' },
}
/** Every law kills verbs in a small world; with OBLIGE_TEST_THOROUGH=1 in the whole one, which takes minutes. */
const small = process.env.OBLIGE_TEST_THOROUGH
  ? {}
  : {
      small: {
        ...worldOf(part.tables.filter(({ table }) => table === 'order_line')),
        correction: { category: 'payment', field: 'buyer', value: 'Iris Vane' },
      },
    }
const patience = 300_000
for (const { name, prove } of laws({ ...world, ...small })) test(name, prove, patience)

test("rows that somebody else's rows would follow into deletion stay, and the receipt says so", async () => {
  await seed()
  await application.query('INSERT INTO reply VALUES ($1, $2, $3)', [post('a-1', 3), 'a-2', 'Nils Ode'])
  const { receipts } = await world.system(new Fuse(), 2).restrict(world.subject, slice('OB-TEST-0004'))
  expect(receipts).toContainEqual(
    expect.objectContaining({ category: 'public-posts', outcome: 'failed', reason: 'ReferredTo' }),
  )
  expect(receipts).toContainEqual({ category: 'payment', outcome: 'done', count: 4 })
  const replies = await application.query('SELECT count(*)::int AS n FROM reply')
  expect(replies.rows).toEqual([{ n: 1 }])
  const found = await world.system(new Fuse(), 2).find(world.subject)
  expect(found.find((one) => one.category === 'public-posts')).toMatchObject({ live: 3, restricted: 0 })
})

test('a row goes back over what was written in its place, also when rows refer to that', async () => {
  await seed()
  const before = await world.seen(world.subject)
  await world.system(new Fuse(), 1).restrict(world.subject, slice('OB-TEST-0005'))
  await world.overwrite?.()
  await application.query('INSERT INTO post VALUES ($1, $2, $3, $4)', [post('a-1', 8), 'a-1', 'new', post('a-1', 1)])
  const { receipts } = await world.system(new Fuse(), 1).release(world.subject, slice('OB-TEST-0005'))
  expect(receipts).toContainEqual({ category: 'public-posts', outcome: 'done', count: 3 })
  const after = await world.seen(world.subject)
  expect(after.filter((row) => !row.includes(post('a-1', 8))).sort()).toEqual([...before].sort())
  expect(after).toHaveLength(before.length + 1)
})

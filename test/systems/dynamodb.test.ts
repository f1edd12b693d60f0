import { DeleteItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DynamoDbPolicy } from '../../policy/systems.ts'
import { Fuse, laws, slice, type World } from '../../systems/contract-kit.ts'
import { written } from '../../systems/dynamodb/attributes.ts'
import { DynamoDbSystem } from '../../systems/dynamodb/dynamodb.ts'
import type { Item } from '../../systems/vault/batches.ts'
import { busy, copied, recordsIn } from './copied.ts'
import { House } from './house.ts'

let house: House
beforeAll(async () => {
  house = await House.open()
  await house.table('accounts', 'id')
  await house.table('sessions', 'accountId', 'startedAt')
  await house.table('orders', 'number', undefined, 'buyer')
})
afterAll(() => house?.close())

const part: DynamoDbPolicy = {
  kind: 'dynamodb',
  label: { en: 'Accounts' },
  tables: [
    {
      table: 'accounts',
      category: 'identity',
      owner: 'account',
      partitionKey: 'id',
      fields: { 'display-name': 'name', phone: 'phone' },
      completes: ['phone'],
    },
    {
      table: 'sessions',
      category: 'identity',
      owner: 'account',
      partitionKey: 'accountId',
      sortKey: 'startedAt',
      fields: { 'display-name': 'name' },
    },
    {
      table: 'orders',
      category: 'payment',
      owner: 'account',
      partitionKey: 'number',
      index: { name: 'by-buyer', attribute: 'buyer' },
      statement: 'said',
    },
  ],
}

const canary = 'Iris Vane-Okonkwo'
/** Every type of attribute, and numbers and texts that are easily spoilt. */
const account = (id: string) => ({
  id: { S: id },
  name: { S: canary },
  visits: { N: '12345678901234567890.123456789' },
  active: { BOOL: true },
  nothing: { NULL: true },
  photo: { B: new Uint8Array([0, 255, 128, 10, 13]) },
  tags: { SS: ['b', 'a', 'ä'] },
  scores: { NS: ['1', '2.50', '-3e10'] },
  blobs: { BS: [new Uint8Array([1, 0]), new Uint8Array([0, 1])] },
  nested: {
    L: [{ M: { street: { S: 'Example Street 1\n"quoted"\u2028' }, deep: { L: [{ B: new Uint8Array(0) }] } } }],
  },
  empty: { S: '' },
})
const session = (id: string, n: number) => ({
  accountId: { S: id },
  startedAt: { S: `2026-01-0${n}T00:00:00Z` },
  name: { S: canary },
  note: { S: n === 1 ? 'x'.repeat(100) : 'y' },
})
const order = (id: string, n: number) => ({
  number: { S: `${id}-order-${n}` },
  buyer: { S: id },
  name: { S: canary },
  total: { N: '19.90' },
})

/** Each table's keys, and its rows for an account. */
const stock: Readonly<Record<string, { keys: readonly string[]; rows(id: string): readonly Item[] }>> = {
  accounts: { keys: ['id'], rows: (id) => [account(id)] },
  sessions: { keys: ['accountId', 'startedAt'], rows: (id) => [session(id, 1), session(id, 2), session(id, 3)] },
  orders: { keys: ['number'], rows: (id) => [order(id, 1), order(id, 2), order(id, 3)] },
}

/** A world of some of the tables. */
const worldOf = (tables: DynamoDbPolicy['tables']): World => ({
  system: (fuse, batch) =>
    new DynamoDbSystem('accounts', { ...part, tables }, house.client(fuse), house.places(fuse), batch),
  async seed() {
    await house.emptyVault()
    for (const { table } of tables) {
      const { keys = [], rows = () => [] } = stock[table] ?? {}
      await house.empty(table, ...keys)
      await house.fill(table, ['a-1', 'a-2'].flatMap(rows))
    }
  },
  subject: { keys: { account: ['a-1'] } },
  other: { keys: { account: ['a-2'] } },
  nobody: { keys: { account: ['a-3'], email: ['nobody@example.org'] } },
  async seen(of) {
    const id = of.keys.account?.[0]
    const seen: string[] = []
    for (const { table, partitionKey, index } of tables) {
      const owner = index?.attribute ?? partitionKey
      seen.push(...(await house.items(table)).filter((item) => item[owner]?.S === id).map(written))
    }
    return seen
  },
  async write() {
    await house.dynamodb.send(new PutItemCommand({ TableName: 'sessions', Item: session('a-1', 9) }))
  },
  async overwrite() {
    await house.dynamodb.send(
      new UpdateItemCommand({
        TableName: 'accounts',
        Key: { id: { S: 'a-1' } },
        UpdateExpression: 'SET lastSeen = :now',
        ExpressionAttributeValues: { ':now': { S: '2026-02-01' } },
      }),
    )
  },
  kept: 'payment',
  erased: 'identity',
  correction: { category: 'identity', field: 'display-name', value: 'Iris Vane' },
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
  : { small: worldOf(part.tables.filter(({ table }) => table === 'sessions')) }
const patience = 300_000
for (const { name, prove } of laws({ ...world, ...small })) test(name, prove, patience)

/** As a global secondary index is for a while: what the table has lost, or given to somebody else, is still in it. */
test('what an index still shows and the table has no more of is not counted as left', async () => {
  const orders = { ...part, tables: part.tables.filter(({ table }) => table === 'orders') }
  await house.emptyVault()
  await house.empty('orders', 'number')
  await house.fill('orders', [order('a-1', 1), { ...order('a-1', 2), buyer: { S: 'a-2' } }])
  const client = house.client(new Fuse())
  const behind = [1, 2, 3].map((n) => ({ number: { S: `a-1-order-${n}` }, buyer: { S: 'a-1' } }))
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (call) => {
        const answer = await next(call)
        if (commandName === 'QueryCommand' && (call.input as { IndexName?: string }).IndexName)
          Object.assign(answer.output, { Items: behind, Count: behind.length })
        return answer
      },
    { step: 'initialize' },
  )
  const system = new DynamoDbSystem('accounts', orders, client, house.places(new Fuse()))
  expect(await system.find({ keys: { account: ['a-1'] } })).toEqual([{ category: 'payment', live: 1, restricted: 0 }])
})

test('between two slices nothing is noted as under way, however many batches went before', async () => {
  await world.seed()
  const noted = async () => (await house.items('vault')).filter((item) => item.pk?.S?.endsWith('#under-way'))
  for (const verb of ['restrict', 'release'] as const) {
    let from: string | undefined
    do {
      const one = { ...slice('OB-TEST-0004', true), ...(from === undefined ? {} : { from }) }
      const { next } = await world.system(new Fuse(), 1)[verb](world.subject, one)
      expect(await noted()).toEqual([])
      from = next
    } while (from !== undefined)
  }
})

test('a copy made while items change, vanish and appear holds each as it was at one moment, and misses none that stayed', async () => {
  const of = (n: number) => ({ accountId: { S: 'a-1' }, startedAt: { S: `session ${String(n).padStart(2, '0')}` } })
  /** The application writes both fields at once: a copy in which they differ would be torn. */
  const written = (n: number, value: string) => ({ ...of(n), one: { S: value }, other: { S: value } })
  await house.emptyVault()
  await house.empty('sessions', 'accountId', 'startedAt')
  await house.fill(
    'sessions',
    Array.from({ length: 12 }, (_, i) => written(i + 1, 'first')),
  )
  const put = (n: number, value: string) =>
    house.dynamodb.send(new PutItemCommand({ TableName: 'sessions', Item: written(n, value) }))
  const stop = busy((turn) => put((turn % 10) + 1, `turn ${turn}`))
  const sessions = { ...part, tables: part.tables.filter(({ table }) => table === 'sessions') }
  const system = new DynamoDbSystem('accounts', sessions, house.client(new Fuse()), house.places(new Fuse()), 1)
  const subject = { keys: { account: ['a-1'] } }
  const files = await copied('accounts', 'identity', system, subject, async (slice) => {
    if (slice === 4) await house.dynamodb.send(new DeleteItemCommand({ TableName: 'sessions', Key: of(11) }))
    if (slice === 5) await Promise.all([put(0, 'new, before what was read'), put(13, 'new, after it')])
  })
  expect(await stop()).toBeGreaterThan(10)
  const records = recordsIn(files)
  for (const { one, other } of records) expect(one).toBe(other)
  const stayed = [...Array(10).keys()].map((i) => i + 1).concat(12, 13)
  expect(records.map(({ startedAt }) => startedAt)).toEqual(stayed.map((n) => of(n).startedAt.S))
})

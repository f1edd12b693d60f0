import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, test } from 'vitest'
import type { DynamoDbPolicy } from '../../policy/schema.ts'
import { laws, type World } from '../../systems/contract-kit.ts'
import { written } from '../../systems/dynamodb/attributes.ts'
import { DynamoDbSystem } from '../../systems/dynamodb/dynamodb.ts'
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
    { table: 'accounts', category: 'identity', owner: 'account', partitionKey: 'id' },
    { table: 'sessions', category: 'identity', owner: 'account', partitionKey: 'accountId', sortKey: 'startedAt' },
    {
      table: 'orders',
      category: 'payment',
      owner: 'account',
      partitionKey: 'number',
      index: { name: 'by-buyer', attribute: 'buyer' },
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

const world: World = {
  system: (fuse, batch) => new DynamoDbSystem('accounts', part, house.client(fuse), house.places(fuse), batch),
  async seed() {
    await house.emptyVault()
    await house.empty('accounts', 'id')
    await house.empty('sessions', 'accountId', 'startedAt')
    await house.empty('orders', 'number')
    for (const id of ['a-1', 'a-2']) {
      await house.fill('accounts', [account(id)])
      await house.fill('sessions', [session(id, 1), session(id, 2)])
      await house.fill('orders', [order(id, 1), order(id, 2), order(id, 3)])
    }
  },
  subject: { keys: { account: ['a-1'] } },
  other: { keys: { account: ['a-2'] } },
  nobody: { keys: { account: ['a-3'], email: ['nobody@example.org'] } },
  async seen(of) {
    const id = of.keys.account?.[0]
    const [accounts, sessions, orders] = await Promise.all(
      ['accounts', 'sessions', 'orders'].map((t) => house.items(t)),
    )
    const mine = [
      ...(accounts ?? []).filter((item) => item.id?.S === id),
      ...(sessions ?? []).filter((item) => item.accountId?.S === id),
      ...(orders ?? []).filter((item) => item.buyer?.S === id),
    ]
    return mine.map(written)
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
  correction: { category: 'identity', field: 'name', value: 'Iris Vane' },
  canary,
  vault: () => house.vaultText(),
}

/** Killing after every call takes some hundred runs: seconds on a quiet machine, minutes on a busy one. */
const patience = 300_000
for (const { name, prove } of laws(world)) test(name, prove, patience)

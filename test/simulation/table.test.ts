import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startStore } from '../adapters/dynamodb-local.ts'
import { ownTables } from './company.ts'
import { DynamoDb } from './dynamodb/operations.ts'
import { Table } from './dynamodb/table.ts'
import { canonical } from './of-data.ts'
import { dynamodb } from './services.ts'

/**
 * The simulation's table against AWS's own DynamoDB Local, by the same client: every expression that adapters/ and systems/
 * write, over items that collide all the time, has to answer, or to be refused, alike.
 */
let real: Awaited<ReturnType<typeof startStore>>
beforeAll(async () => {
  real = await startStore()
})
afterAll(() => real?.stop())

/** The same client over tables in memory. */
function inMemory(): DynamoDBClient {
  const tables = new Map([['requests', new Table('requests', ownTables.requests ?? { hash: 'pk' })]])
  const service = dynamodb(new DynamoDb(tables, () => 0))
  const handle = async (request: never) => {
    const operation = service.operationOf(request)
    const { status: statusCode, headers, body } = await service.handle({ operation, request } as never)
    return { response: { statusCode, headers, body } }
  }
  return new DynamoDBClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    requestHandler: { handle } as never,
  })
}

const pks = ['R#1', 'R#2', 'P#a']
const sks = ['request', 'history#000001', 'history#000002', 'outbox#000001-0', 'lease#x', 'open#erasure']
const instants = ['2026-01-01', '2026-02-01', '2026-03-01']
const key = fc.record({ pk: fc.constantFrom(...pks), sk: fc.constantFrom(...sks) })
const attributes = fc.record(
  {
    version: fc.integer({ min: 0, max: 3 }),
    heldUntil: fc.integer({ min: 0, max: 3 }),
    tries: fc.integer({ min: -1, max: 2 }),
    holder: fc.constantFrom('a', 'b'),
    doneAt: fc.constantFrom(...instants),
    open: fc.constantFrom('owed', 'ledger'),
    due: fc.constantFrom(...instants),
    subject: fc.constantFrom('hash-1', 'hash-2'),
    receivedAt: fc.constantFrom(...instants),
    moves: fc.constantFrom('outbox', 'machine'),
    movesBy: fc.constantFrom(...instants),
    mark: fc.record({ since: fc.constantFrom(...instants), by: fc.constant('form') }),
    mails: fc.subarray(['m1', 'm2', 'm3'], { minLength: 1 }).map((some) => new Set(some)),
    sealed: fc.uint8Array({ minLength: 1, maxLength: 4 }),
    list: fc.array(fc.oneof(fc.integer(), fc.string({ maxLength: 3 })), { maxLength: 3 }),
  },
  { requiredKeys: [] },
)

/** Conditions that the product writes, with values of their own. */
type Expression = { readonly text: string; readonly names?: Record<string, string>; readonly values?: object }
const condition: fc.Arbitrary<Expression> = fc.oneof(
  fc.constant({ text: 'attribute_not_exists(pk)' }),
  fc.constant({ text: 'attribute_exists(pk)' }),
  fc.integer({ min: 0, max: 3 }).map((v) => ({ text: '#v = :v', names: { '#v': 'version' }, values: { ':v': v } })),
  fc.integer({ min: 0, max: 3 }).map((now) => ({
    text: 'attribute_not_exists(heldUntil) OR heldUntil <= :now',
    values: { ':now': now },
  })),
  fc.constant({ text: 'holder = :holder', values: { ':holder': 'a' } }),
  fc.constant({ text: 'attribute_exists(pk) AND attribute_not_exists(doneAt)' }),
  fc.constantFrom(...instants).map((since) => ({
    text: 'attribute_not_exists(#of) OR #of.since < :since',
    names: { '#of': 'mark' },
    values: { ':since': since },
  })),
  fc.constant({ text: 'holder = :h AND tries > :none', values: { ':h': 'a', ':none': 0 } }),
  fc.constant({ text: 'attribute_not_exists(tries) OR tries < :most', values: { ':most': 1 } }),
  fc.record({ limit: fc.integer({ min: 0, max: 3 }), one: fc.constantFrom('m1', 'm2') }).map(({ limit, one }) => ({
    text: 'attribute_not_exists(mails) OR size(mails) < :limit OR contains(mails, :one)',
    values: { ':limit': limit, ':one': one },
  })),
  fc.integer({ min: 0, max: 3 }).map((v) => ({
    text: 'attribute_not_exists(#key) OR (#a0 = :a0 AND #a1 = :a1)',
    names: { '#key': 'pk', '#a0': 'version', '#a1': 'holder' },
    values: { ':a0': v, ':a1': 'b' },
  })),
  fc.constant({
    text: '#owner = :owner AND NOT attribute_exists(doneAt)',
    names: { '#owner': 'holder' },
    values: { ':owner': 'b' },
  }),
  fc.constant({
    text: 'attribute_exists(pk) AND (attribute_not_exists(heldUntil) OR #holder = :a)',
    names: { '#holder': 'holder' },
    values: { ':a': 'a' },
  }),
  fc.constant({
    text: '#owner = :owner AND attribute_exists(#field)',
    names: { '#owner': 'holder', '#field': 'doneAt' },
    values: { ':owner': 'b' },
  }),
  // Values of another type, a field that is not there, a name that is not defined, and one too many.
  fc.constant({ text: 'holder = :n', values: { ':n': 1 } }),
  fc.constant({ text: 'holder < :n', values: { ':n': 1 } }),
  fc.constant({ text: 'due <> :n', values: { ':n': '2026-01-01' } }),
  fc.constant({ text: '#gone = :n', values: { ':n': 1 } }),
  fc.constant({ text: 'holder = :n', values: { ':n': 'a', ':m': 1 } }),
)
const update: fc.Arbitrary<Expression> = fc.oneof(
  fc.constantFrom(...instants).map((now) => ({ text: 'SET doneAt = :d REMOVE moves, movesBy', values: { ':d': now } })),
  fc
    .constantFrom(...instants)
    .map((by) => ({ text: 'SET moves = :m, movesBy = :b', values: { ':m': 'letter', ':b': by } })),
  fc.constant({ text: 'REMOVE expires' }),
  fc.constant({ text: 'ADD mails :mail SET expires = :e', values: { ':mail': new Set(['m1']), ':e': 7 } }),
  fc.constant({ text: 'ADD #as :one', names: { '#as': 'version' }, values: { ':one': 1 } }),
  fc.constant({ text: 'ADD #as :one', names: { '#as': 'version' }, values: { ':one': 'not a number' } }),
  fc.constant({ text: 'ADD mails :mail', values: { ':mail': 'not a set' } }),
  fc.constant({ text: 'SET tries = tries - :one', values: { ':one': 1 } }),
  fc.constant({ text: 'SET tries = if_not_exists(tries, :none) + :one', values: { ':none': 0, ':one': 1 } }),
  fc.constant({ text: 'SET holder = :h, heldUntil = :u', values: { ':h': 'b', ':u': 2 } }),
  fc.constant({ text: 'SET holder = :h REMOVE heldUntil, #n', names: { '#n': 'next' }, values: { ':h': 'a' } }),
  fc.constantFrom(...instants).map((now) => ({
    text: 'SET doneAt = :d REMOVE #open, due',
    names: { '#open': 'open' },
    values: { ':d': now },
  })),
  fc.constant({
    text: 'SET #of = :mark',
    names: { '#of': 'mark' },
    values: { ':mark': { since: '2026-02-01', by: 'x' } },
  }),
)
const query = fc.record({
  by: fc.oneof(
    fc.constantFrom(...pks).map((pk) => ({ text: 'pk = :pk', values: { ':pk': pk } })),
    fc
      .constantFrom(...pks)
      .map((pk) => ({ text: 'pk = :pk AND begins_with(sk, :sk)', values: { ':pk': pk, ':sk': 'history#' } })),
    fc.constantFrom(...instants).map((until) => ({
      ...{ IndexName: 'byDue', text: '#open = :open AND due <= :until' },
      ...{ names: { '#open': 'open' }, values: { ':open': 'owed', ':until': until } },
    })),
    fc.constant({ IndexName: 'bySubject', text: 'subject = :s', values: { ':s': 'hash-1' } }),
    fc.constantFrom(...instants).map((until) => ({
      ...{ IndexName: 'byMove', text: 'moves = :m AND movesBy <= :until', values: { ':m': 'outbox', ':until': until } },
    })),
    fc.constant({ text: 'sk = :sk', values: { ':sk': 'request' } }),
  ),
  forward: fc.boolean(),
  limit: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  keysOnly: fc.boolean(),
  count: fc.boolean(),
})

const TableName = 'requests'
const item = (value: object) => marshall(value, { removeUndefinedValues: true })
const said = (prefix: string, one: Expression | undefined) =>
  one === undefined
    ? {}
    : {
        [`${prefix}Expression`]: one.text,
        ...(one.names ? { ExpressionAttributeNames: one.names } : {}),
        ...(one.values ? { ExpressionAttributeValues: item(one.values) } : {}),
      }
/** The same condition with values of names that no update has: what either asks for stays what it was drawn as. */
const apart = ({ text, names, values = {} }: Expression): Expression => ({
  ...{ text: text.replaceAll(/:(\w+)/g, ':if_$1'), ...(names ? { names } : {}) },
  values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name.replace(':', ':if_'), value])),
})
const both = (first: Expression, condition: Expression | undefined): object => {
  const second = condition && apart(condition)
  const names = { ...first.names, ...second?.names }
  const values = { ...first.values, ...second?.values }
  return {
    UpdateExpression: first.text,
    ...(second ? { ConditionExpression: second.text } : {}),
    ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: item(values) } : {}),
  }
}
const may = fc.option(condition, { nil: undefined })
const old = fc.constantFrom('ALL_OLD' as const, undefined)
type Sends = {
  readonly label: string
  readonly input: unknown
  readonly send: (client: DynamoDBClient) => Promise<unknown>
}
const sends = (label: string, make: () => { input: unknown }): Sends => ({
  label,
  input: make().input,
  send: (client) => client.send(make() as GetItemCommand),
})
/** What fails for want of a number fails before or after the conditions of the others: nothing of ours does it in a transaction. */
const safely = update.filter(({ text: written }) => !written.includes('tries - '))
const write = fc.oneof(
  fc
    .tuple(key, attributes, may)
    .map(([k, a, c]) => ({ Put: { TableName, Item: item({ ...k, ...a }), ...said('Condition', c) } })),
  fc.tuple(key, safely, may).map(([k, u, c]) => ({ Update: { TableName, Key: item(k), ...both(u, c) } })),
  fc.tuple(key, may).map(([k, c]) => ({ Delete: { TableName, Key: item(k), ...said('Condition', c) } })),
  fc.tuple(key, condition, old).map(([k, c, ReturnValuesOnConditionCheckFailure]) => ({
    ConditionCheck: { TableName, Key: item(k), ...said('Condition', c), ReturnValuesOnConditionCheckFailure },
  })),
)
/** Two writes of one item are refused before conditions or after them: DynamoDB Local and the guide disagree. */
const keyIn = (one: object): string => {
  const { Item, Key = Item } = Object.values(one)[0] as { Item?: object; Key?: object }
  const { pk, sk } = Key as Record<string, { S: string }>
  return `${pk?.S} ${sk?.S}`
}
const call: fc.Arbitrary<Sends> = fc.oneof(
  fc.tuple(key, attributes, may, old).map(([k, a, c, ReturnValues]) =>
    sends(
      'Put',
      () =>
        new PutItemCommand({
          TableName,
          Item: item({ ...k, ...a }),
          ReturnValues,
          ...said('Condition', c),
          ReturnValuesOnConditionCheckFailure: ReturnValues,
        }),
    ),
  ),
  fc
    .tuple(key, attributes)
    .map(([k, a]) => sends('Put', () => new PutItemCommand({ TableName, Item: item({ ...k, ...a }) }))),
  fc
    .tuple(key, update, may)
    .map(([k, u, c]) =>
      sends('Update', () => new UpdateItemCommand({ TableName, Key: item(k), ReturnValues: 'ALL_NEW', ...both(u, c) })),
    ),
  fc.tuple(key, may, old).map(([k, c, ReturnValues]) =>
    sends(
      'Delete',
      () =>
        new DeleteItemCommand({
          TableName,
          Key: item(k),
          ReturnValues,
          ...said('Condition', c),
          ReturnValuesOnConditionCheckFailure: ReturnValues,
        }),
    ),
  ),
  key.map((k) => sends('Get', () => new GetItemCommand({ TableName, Key: item(k), ConsistentRead: true }))),
  query.map(({ by, forward, limit, keysOnly, count }) =>
    sends(
      `Query ${by.text}`,
      () =>
        new QueryCommand({
          TableName,
          ...('IndexName' in by ? { IndexName: by.IndexName } : { ConsistentRead: true }),
          ...said('KeyCondition', by),
          ScanIndexForward: forward,
          // Of an index, items with one range key have no order of anybody’s: only whole pages are compared.
          ...(limit && !('IndexName' in by) ? { Limit: limit } : {}),
          ...(count ? { Select: 'COUNT' as const } : keysOnly ? { ProjectionExpression: 'pk, sk' } : {}),
        }),
    ),
  ),
  fc
    .uniqueArray(key, { minLength: 1, maxLength: 4, selector: ({ pk, sk }) => pk + sk })
    .map((some) =>
      sends(
        'BatchGet',
        () =>
          new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: some.map(item), ConsistentRead: true } } }),
      ),
    ),
  fc.array(fc.tuple(key, attributes, fc.boolean()), { minLength: 1, maxLength: 4 }).map((some) =>
    sends(
      'BatchWrite',
      () =>
        new BatchWriteItemCommand({
          RequestItems: {
            [TableName]: some.map(([k, a, isPut]) =>
              isPut ? { PutRequest: { Item: item({ ...k, ...a }) } } : { DeleteRequest: { Key: item(k) } },
            ),
          },
        }),
    ),
  ),
  fc
    .uniqueArray(write, { minLength: 1, maxLength: 4, selector: keyIn })
    .map((TransactItems) =>
      sends('Transact', () => new TransactWriteItemsCommand({ TransactItems: TransactItems as never })),
    ),
)

/** What a call came to, in a form in which what has no order is the same. */
async function outcome({ label, send }: Sends, client: DynamoDBClient): Promise<unknown> {
  try {
    const {
      $metadata: _,
      UnprocessedKeys: __,
      UnprocessedItems: ___,
      ConsumedCapacity: ____,
      ...answer
    } = (await send(client)) as Record<string, unknown>
    const texts = (items: unknown) => (items as object[]).map(text)
    const plain = Object.fromEntries(
      Object.entries(answer).map(([name, value]) => {
        if (name === 'Items') return [name, label.includes('pk =') ? texts(value) : texts(value).sort()]
        if (name === 'Responses') return [name, texts((value as Record<string, unknown>)[TableName]).sort()]
        return [name, text(value)]
      }),
    )
    return plain
  } catch (error) {
    const {
      name,
      CancellationReasons = [],
      Item,
    } = error as Error & { CancellationReasons?: Array<{ Code?: string; Item?: object }>; Item?: object }
    const reasons = CancellationReasons.map(({ Code, Item: found }) => (found ? `${Code} ${text(found)}` : Code))
    return { name, reasons, ...(Item ? { item: text(Item) } : {}) }
  }
}
const text = (value: unknown): string =>
  canonical(
    JSON.parse(
      JSON.stringify(value ?? null, (_, one) =>
        one instanceof Uint8Array ? Buffer.from(one).toString('base64') : one,
      ),
    ),
  )

test('the table of the simulation answers every expression of the product as DynamoDB Local does', async () => {
  const seen = { done: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 15, maxLength: 40 }), async (calls) => {
      const memory = inMemory()
      for (const pk of pks)
        for (const sk of sks) await real.client.send(new DeleteItemCommand({ TableName, Key: item({ pk, sk }) }))
      for (const one of calls) {
        const [expected, found] = [await outcome(one, real.client), await outcome(one, memory)]
        expect([one.label, JSON.stringify(one.input), found]).toEqual([one.label, JSON.stringify(one.input), expected])
        if ((expected as { name?: string }).name) seen.refused++
        else seen.done++
      }
    }),
    { numRuns: Number(process.env.OBLIGE_TABLE_RUNS ?? 8), endOnFailure: true },
  )
  expect(Math.min(seen.done, seen.refused)).toBeGreaterThan(20)
})

test('what a transaction only looks at stays as it is, also where nothing is, and says what stood there if that was not it', async () => {
  const memory = inMemory()
  const [absent, there] = ['absent', 'there'].map((sk) => item({ pk: 'LOOK', sk }))
  const transact = (Key: typeof absent, ConditionExpression: string) =>
    sends(
      'Transact',
      () =>
        new TransactWriteItemsCommand({
          TransactItems: [
            { ConditionCheck: { TableName, Key, ConditionExpression, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } },
            { Put: { TableName, Item: { ...there, version: { N: '1' } } } },
          ],
        }),
    )
  const calls = [
    transact(absent, 'attribute_not_exists(pk)'),
    transact(absent, 'attribute_exists(pk)'),
    sends('Get', () => new GetItemCommand({ TableName, Key: absent, ConsistentRead: true })),
    sends('Put', () => new PutItemCommand({ TableName, Item: { ...absent, holder: { S: 'a' } } })),
    transact(absent, 'attribute_not_exists(pk)'),
    transact(absent, 'attribute_exists(pk)'),
    sends('Get', () => new GetItemCommand({ TableName, Key: absent, ConsistentRead: true })),
  ]
  for (const one of calls) expect(await outcome(one, memory), one.label).toEqual(await outcome(one, real.client))
})

test('what the table does not know ends the run by name, and is never passed over', async () => {
  const memory = inMemory()
  const pk = { pk: { S: 'R#1' }, sk: { S: 'request' } }
  await expect(
    memory.send(
      new UpdateItemCommand({
        TableName,
        Key: pk,
        UpdateExpression: 'DELETE mails :m',
        ExpressionAttributeValues: { ':m': { SS: ['a'] } },
      }),
    ),
  ).rejects.toThrow('DELETE')
  await expect(
    memory.send(
      new PutItemCommand({
        TableName,
        Item: pk,
        ConditionExpression: 'attribute_type(sk, :s)',
        ExpressionAttributeValues: { ':s': { S: 'a' } },
      }),
    ),
  ).rejects.toThrow('attribute_type')
  await expect(
    memory.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :p',
        FilterExpression: 'sk = :p',
        ExpressionAttributeValues: { ':p': { S: 'a' } },
      }),
    ),
  ).rejects.toThrow('FilterExpression')
})

import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DynamoDb } from '../../../local/dynamodb/dynamodb.ts'
import { javaMissing } from '../../../local/dynamodb/java.ts'
import { iteratorOf, recordsAt, shardsOf, streamOf, streamsAt } from '../../../local/streams/shards.ts'
import { clientSetting, serveAlone } from './serve-alone.ts'

const state = mkdtempSync(join(tmpdir(), 'oblige-dynamodb-'))
const arn = 'arn:aws:dynamodb:eu-central-1:111111111111:table/orders'
const written: string[] = []
let dynamodb: DynamoDb
let alone: Awaited<ReturnType<typeof serveAlone>>
let client: DynamoDBClient
let formerEnded = false

beforeAll(async () => {
  formerEnded = await parentKilled()
  dynamodb = await DynamoDb.start({
    state,
    region: 'eu-central-1',
    account: '111111111111',
    streamLabel: 'local',
    written: (table) => written.push(table),
  })
  await createOrders()
  alone = await serveAlone(dynamodb)
  client = new DynamoDBClient(clientSetting(alone.url))
}, 120_000)
afterAll(async () => {
  client.destroy()
  await alone.stop()
  rmSync(state, { recursive: true })
})
beforeEach(() => {
  alone.asked()
  written.length = 0
})

const createOrders = () =>
  dynamodb.create({
    name: 'orders',
    properties: {
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: ['pk', 'sk', 'open'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byOpen',
          KeySchema: [{ AttributeName: 'open', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { Enabled: true, AttributeName: 'expires' },
    },
  })

/** Kills a process that runs DynamoDB Local with -9, and says whether the database ended by itself. */
async function parentKilled(): Promise<boolean> {
  const script = join(import.meta.dirname, 'dynamodb-parent.ts')
  const parent = spawn(process.execPath, [script, state], { stdio: ['ignore', 'pipe', 'inherit'] })
  const java = await new Promise<number>((resolve, reject) => {
    parent.stdout.once('data', (piece: Buffer) => resolve(Number(piece.toString())))
    parent.once('exit', () => reject(new Error('the parent ended too early')))
  })
  parent.kill('SIGKILL')
  for (let tries = 0; tries < 100; tries++) {
    if (!runs(java)) return true
    await pause(50)
  }
  return false
}
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const TableName = 'orders'
const key = (pk: string, sk = '1') => ({ pk: { S: pk }, sk: { S: sk } })
const put = (pk: string, more: object = {}) =>
  client.send(new PutItemCommand({ TableName, Item: { ...key(pk), ...more } }))
const need = (action: string, leading?: readonly string[], rest = '') => ({
  action: `dynamodb:${action}`,
  resource: `${arn}${rest}`,
  ...(leading ? { context: { 'dynamodb:LeadingKeys': leading } } : {}),
})

test('a parent killed with -9 takes the database with it, and what was written is there at the next start', async () => {
  expect(formerEnded).toBe(true)
  const { Item } = await client.send(new GetItemCommand({ TableName: 'survivor', Key: { id: { S: 'kept' } } }))
  expect(Item).toEqual({ id: { S: 'kept' } })
})

test('every call says what it needs, with the partition keys that it touches', async () => {
  await put('R#1', { open: { S: 'yes' } })
  await client.send(new GetItemCommand({ TableName, Key: key('R#1') }))
  await client.send(
    new UpdateItemCommand({
      TableName,
      Key: key('R#1'),
      UpdateExpression: 'SET a = :a',
      ExpressionAttributeValues: { ':a': { S: 'x' } },
    }),
  )
  expect(alone.asked()).toEqual(['PutItem', 'GetItem', 'UpdateItem'].map((action) => need(action, ['R#1'])))
  expect(written).toEqual(['orders', 'orders'])

  const batch = { orders: [{ PutRequest: { Item: key('R#2') } }, { DeleteRequest: { Key: key('R#9') } }] }
  await client.send(new BatchWriteItemCommand({ RequestItems: batch }))
  await client.send(new BatchGetItemCommand({ RequestItems: { orders: { Keys: [key('R#1'), key('R#2')] } } }))
  expect(alone.asked()).toEqual([need('BatchWriteItem', ['R#2', 'R#9']), need('BatchGetItem', ['R#1', 'R#2'])])

  await client.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName, Item: key('T#1') } },
        { ConditionCheck: { TableName, Key: key('R#1'), ConditionExpression: 'attribute_exists(pk)' } },
        { Delete: { TableName, Key: key('R#2') } },
      ],
    }),
  )
  await client.send(new TransactGetItemsCommand({ TransactItems: [{ Get: { TableName, Key: key('T#1') } }] }))
  expect(alone.asked()).toEqual([
    need('PutItem', ['T#1']),
    need('ConditionCheckItem', ['R#1']),
    need('DeleteItem', ['R#2']),
    need('GetItem', ['T#1']),
  ])

  const query = (more: object) => client.send(new QueryCommand({ TableName, ...more }))
  const byKey = { KeyConditionExpression: '#k = :k AND begins_with(sk, :s)', ExpressionAttributeNames: { '#k': 'pk' } }
  await query({ ...byKey, ExpressionAttributeValues: { ':k': { S: 'R#1' }, ':s': { S: '1' } } })
  await query({ KeyConditionExpression: 'pk = :k', ExpressionAttributeValues: { ':k': { S: 'R#1' } } })
  const open = { KeyConditionExpression: '#o=:o', ExpressionAttributeNames: { '#o': 'open' } }
  const found = await query({ IndexName: 'byOpen', ...open, ExpressionAttributeValues: { ':o': { S: 'yes' } } })
  expect(found.Items?.map(({ pk }) => pk?.S)).toEqual(['R#1'])
  await client.send(new ScanCommand({ TableName }))
  expect(alone.asked()).toEqual([
    need('Query', ['R#1']),
    need('Query', ['R#1']),
    need('Query', ['yes'], '/index/byOpen'),
    need('Scan'),
  ])
})

test('PartiQL is refused by name, a table that is not there by DynamoDB itself', async () => {
  const headers = { 'x-amz-target': 'DynamoDB_20120810.ExecuteStatement' }
  const request = { method: 'POST', path: '/', query: '', headers, body: Buffer.from('{}'), sourceIp: '127.0.0.1' }
  await expect(dynamodb.needs(request)).rejects.toThrow('dynamodb:ExecuteStatement')
  const none = client.send(new GetItemCommand({ TableName: 'none', Key: key('a') }))
  await expect(none).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})

test('a failed condition is an error of DynamoDB and no write', async () => {
  await put('C#1')
  written.length = 0
  const again = new PutItemCommand({ TableName, Item: key('C#1'), ConditionExpression: 'attribute_not_exists(pk)' })
  await expect(client.send(again)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' })
  expect(written).toEqual([])
})

test('a stream tells what was written; reading it needs the stream of the template', async () => {
  const call = streamsAt(alone.url, 'TEST', 'eu-central-1')
  const stream = (await streamOf(call, TableName)) ?? ''
  await put('S#1')
  alone.asked()
  const seen: unknown[] = []
  for (const shard of await shardsOf(call, stream)) {
    const { records } = await recordsAt(call, await iteratorOf(call, stream, shard), 100)
    seen.push(...records.map(({ dynamodb }) => dynamodb.Keys))
  }
  expect(seen).toContainEqual(key('S#1'))
  const actions = alone.asked()
  expect(new Set(actions.map(({ resource }) => resource))).toEqual(new Set([`${arn}/stream/local`]))
  expect(actions.map(({ action }) => action).slice(0, 3)).toEqual([
    'dynamodb:DescribeStream',
    'dynamodb:GetShardIterator',
    'dynamodb:GetRecords',
  ])
})

test('what has expired by the local clock is deleted two days later, not before, and not when it was renewed', async () => {
  const now = Date.parse('2031-05-01T00:00:00Z')
  const expires = (daysAgo: number) => ({ expires: { N: String(now / 1000 - daysAgo * 86_400) } })
  await put('X#old', expires(3))
  await put('X#fresh', expires(1))
  await put('X#later', expires(-1))
  written.length = 0
  await dynamodb.expire(now)
  expect(written).toEqual(['orders'])
  const { Items } = await client.send(
    new ScanCommand({
      TableName,
      FilterExpression: 'begins_with(pk, :x)',
      ExpressionAttributeValues: { ':x': { S: 'X#' } },
    }),
  )
  expect(Items?.map(({ pk }) => pk?.S).sort()).toEqual(['X#fresh', 'X#later'])
  written.length = 0
  await dynamodb.expire(now)
  expect(written).toEqual([])
})

test('DynamoDB Local, started again, finds the oldest record of a stream without reading those of other streams', async () => {
  await put('again')
  const copy = join(state, 'copy.db')
  copyFileSync(join(state, 'shared-local-instance.db'), copy)
  const database = new DatabaseSync(copy)
  // What it asks at every call to a table with a stream.
  const plan = database.prepare('EXPLAIN QUERY PLAN SELECT MIN(SequenceNumber) FROM us WHERE StreamID = ?').all('any')
  expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining('INDEX byStream (StreamID=?)')])
  expect(database.prepare('SELECT count(*) AS records FROM us').get()?.records).toBeGreaterThan(0)
  database.close()
})

test('a table of the template that is there already is left as it is', async () => {
  await put('again')
  await createOrders()
  expect((await client.send(new GetItemCommand({ TableName, Key: key('again') }))).Item).toEqual(key('again'))
  await client.send(new DeleteItemCommand({ TableName, Key: key('again') }))
})

test('a machine without Java is told in one line what to install', () => {
  const path = process.env.PATH
  try {
    process.env.PATH = ''
    expect(javaMissing()).toMatch(/^Java 17 or newer .*no Java was found.*Install one[^\n]*$/)
  } finally {
    process.env.PATH = path
  }
  expect(javaMissing()).toBeUndefined()
})

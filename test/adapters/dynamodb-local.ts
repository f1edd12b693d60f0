import { randomBytes } from 'node:crypto'
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { startDynamoDb } from '../../local/dynamodb/start.ts'

/** The run's DynamoDB Local, where each access key has tables of its own; outside of a test run a new one. */
async function started(): Promise<{ url: string; stop: () => void }> {
  const url = process.env.OBLIGE_TEST_DYNAMODB_URL
  if (url) return { url, stop: () => undefined }
  const { url: own, stop } = await startDynamoDb()
  return { url: own, stop }
}

/** AWS's own DynamoDB Local, in memory, with the store's table. */
export async function startStore(): Promise<{
  client: DynamoDBClient
  table: string
  /** How another client reaches the same tables. */
  access: {
    readonly endpoint: string
    readonly region: string
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  }
  stop: () => void
}> {
  const { url, stop } = await started()
  const access = {
    endpoint: url,
    region: 'eu-central-1',
    credentials: { accessKeyId: randomBytes(8).toString('hex'), secretAccessKey: 'test' },
  }
  const client = new DynamoDBClient(access)
  const table = 'requests'
  const key = (AttributeName: string, KeyType: 'HASH' | 'RANGE') => ({ AttributeName, KeyType })
  const index = (IndexName: string, hash: string, range: string, ProjectionType: 'ALL' | 'KEYS_ONLY' = 'ALL') => ({
    IndexName,
    KeySchema: [key(hash, 'HASH'), key(range, 'RANGE')],
    Projection: { ProjectionType },
  })
  await client.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        'pk',
        'sk',
        'open',
        'due',
        'subject',
        'receivedAt',
        'idle',
        'idleOn',
        'moves',
        'movesBy',
        'writtenOn',
      ].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
      GlobalSecondaryIndexes: [
        index('byDue', 'open', 'due'),
        index('bySubject', 'subject', 'receivedAt'),
        index('byIdleOn', 'idle', 'idleOn', 'KEYS_ONLY'),
        index('byMove', 'moves', 'movesBy', 'KEYS_ONLY'),
        index('byDay', 'writtenOn', 'pk'),
      ],
    }),
  )
  return { client, table, access, stop }
}

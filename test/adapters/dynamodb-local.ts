import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { startDynamoDb } from '../../local/dynamodb/start.ts'

/** AWS's own DynamoDB Local, in memory, with the store's table. */
export async function startStore(): Promise<{ client: DynamoDBClient; table: string; stop: () => void }> {
  const { url, stop } = await startDynamoDb()
  const client = new DynamoDBClient({
    endpoint: url,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
  const table = 'requests'
  const key = (AttributeName: string, KeyType: 'HASH' | 'RANGE') => ({ AttributeName, KeyType })
  const index = (IndexName: string, hash: string, range: string) => ({
    IndexName,
    KeySchema: [key(hash, 'HASH'), key(range, 'RANGE')],
    Projection: { ProjectionType: 'ALL' as const },
  })
  await client.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'open', 'due', 'subject', 'receivedAt'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
      GlobalSecondaryIndexes: [index('byDue', 'open', 'due'), index('bySubject', 'subject', 'receivedAt')],
    }),
  )
  return { client, table, stop: () => void stop() }
}

import {
  type AttributeValue,
  BatchWriteItemCommand,
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { inTurns } from './in-turns.ts'
import { names } from './places.ts'

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const })
const hash = (AttributeName: string) => ({ AttributeName, KeyType: 'HASH' as const })
const range = (AttributeName: string) => ({ AttributeName, KeyType: 'RANGE' as const })
const index = (IndexName: string, attribute: string) => ({
  IndexName,
  KeySchema: [hash(attribute)],
  Projection: { ProjectionType: 'ALL' as const },
})

const tables: readonly CreateTableCommandInput[] = [
  { TableName: names.portals, AttributeDefinitions: [text('id')], KeySchema: [hash('id')] },
  {
    TableName: names.accounts,
    AttributeDefinitions: [text('id'), text('email'), text('portalId')],
    KeySchema: [hash('id')],
    GlobalSecondaryIndexes: [index('byEmail', 'email'), index('byPortal', 'portalId')],
  },
  {
    TableName: names.sessions,
    AttributeDefinitions: [text('accountId'), text('startedAt')],
    KeySchema: [hash('accountId'), range('startedAt')],
  },
  {
    TableName: names.signIns,
    AttributeDefinitions: [text('accountId'), text('provider')],
    KeySchema: [hash('accountId'), range('provider')],
  },
]

/** Seconds that a table may take to come or go. */
const patience = { maxWaitTime: 60, minDelay: 0.2, maxDelay: 1 }

/** The company's tables, empty. */
export async function freshTables(client: DynamoDBClient): Promise<void> {
  for (const table of tables) {
    const name = { TableName: table.TableName }
    try {
      await client.send(new DeleteTableCommand(name))
      await waitUntilTableNotExists({ client, ...patience }, name)
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error
    }
    await client.send(new CreateTableCommand({ ...table, BillingMode: 'PAY_PER_REQUEST' }))
    await waitUntilTableExists({ client, ...patience }, name)
  }
}

/** Items in one BatchWriteItem (DynamoDB quotas). */
const batchSize = 25

/** Writes rows, a few batches at a time; what DynamoDB put back goes again. */
export async function fillTable(client: DynamoDBClient, table: string, rows: readonly object[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, n) =>
    rows.slice(n * batchSize, (n + 1) * batchSize).map((row) => marshall(row, { removeUndefinedValues: true })),
  )
  await inTurns(4, batches, (batch) => put(client, table, batch))
}

async function put(client: DynamoDBClient, table: string, items: Record<string, AttributeValue>[]): Promise<void> {
  let left = items.map((Item) => ({ PutRequest: { Item } }))
  while (left.length > 0) {
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }))
    left = (UnprocessedItems?.[table] ?? []) as typeof left
  }
}

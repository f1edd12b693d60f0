import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  TransactWriteItemsCommand,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
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
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
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

/** Items in one transaction (DynamoDB quotas). */
const most = 100

/** Writes rows. In transactions, because DynamoDB Local commits each to disk once, and every item of a batch by itself. */
export async function fillTable(client: DynamoDBClient, TableName: string, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += most) {
    const TransactItems = rows
      .slice(from, from + most)
      .map((row) => ({ Put: { TableName, Item: marshall(row, { removeUndefinedValues: true }) } }))
    await client.send(new TransactWriteItemsCommand({ TransactItems }))
  }
}

/** A process that starts DynamoDB Local in a folder, writes an item, says the number of Java's process, and waits to be killed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { startDynamoDb } from '../../../local/dynamodb/start.ts'
import { clientSetting } from './serve-alone.ts'

const [folder = ''] = process.argv.slice(2)
const { url } = await startDynamoDb(folder)
const client = new DynamoDBClient(clientSetting(url))
await client.send(
  new CreateTableCommand({
    TableName: 'survivor',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  }),
)
await client.send(new PutItemCommand({ TableName: 'survivor', Item: { id: { S: 'kept' } } }))
process.stdout.write(`${readFileSync(join(folder, 'java.pid'), 'utf8')}\n`)

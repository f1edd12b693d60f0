import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  type QueryCommandInput,
  TransactionConflictException,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'

type Item = Record<string, unknown>
type Key = { readonly pk: string; readonly sk: string }

/** Values as DynamoDB takes them; what is undefined is left out. */
export const item = (value: Item) => marshall(value, { removeUndefinedValues: true })

/** So often a change is tried again at once that met a transaction. */
const tries = 5

/** The table of requests, one item or one query at a time; transactions and indexes are with whoever needs them. */
export class Table {
  readonly name: string
  readonly client: DynamoDBClient

  constructor(name: string, client: DynamoDBClient) {
    this.name = name
    this.client = client
  }

  /** Reads consistently. */
  async get(key: Key): Promise<Item | undefined> {
    const found = await this.client.send(
      new GetItemCommand({ TableName: this.name, Key: item(key), ConsistentRead: true }),
    )
    return found.Item && unmarshall(found.Item)
  }

  /** What a query finds, page by page to the end. */
  async all(query: Omit<QueryCommandInput, 'TableName'>): Promise<Item[]> {
    const found: Item[] = []
    for await (const page of paginateQuery({ client: this.client }, { ...query, TableName: this.name }))
      found.push(...(page.Items ?? []).map((one) => unmarshall(one)))
    return found
  }

  async put(value: Item): Promise<void> {
    await this.client.send(new PutItemCommand({ TableName: this.name, Item: item(value) }))
  }

  async delete(key: Key): Promise<void> {
    await this.client.send(new DeleteItemCommand({ TableName: this.name, Key: item(key) }))
  }

  /** Changes an item; at once again when a transaction that just ended held it. @returns whether its condition held */
  async change(change: Omit<UpdateItemCommandInput, 'TableName'>, left = tries): Promise<boolean> {
    try {
      await this.client.send(new UpdateItemCommand({ ...change, TableName: this.name }))
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      if (error instanceof TransactionConflictException && left > 0) return this.change(change, left - 1)
      throw error
    }
  }
}

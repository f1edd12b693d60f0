import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { codeKey, seconds } from './items.ts'

/** The right one; another than the newest that was mailed; or none that is good any more. */
export type Tried = 'right' | 'wrong' | 'over'

/** Codes that prove an address once more: one for each request, good for a short time, a few tries and one use. */
export class Codes {
  readonly #client: DynamoDBClient
  readonly #table: string

  constructor(table: string, client: DynamoDBClient) {
    this.#client = client
    this.#table = table
  }

  /** Keeps the hash of a code; one that was mailed before is over. @param until ISO instant */
  async issue(reference: string, hash: string, until: string, tries: number): Promise<void> {
    await this.#client.send(
      new PutItemCommand({
        TableName: this.#table,
        Item: marshall({ ...codeKey(reference), hash, until, tries, expires: seconds(until) }),
      }),
    )
  }

  /** Uses a code up, or counts a wrong one: conditional writes, so that two tries at once are two tries. */
  async use(reference: string, hash: string, now: string): Promise<Tried> {
    const key = { TableName: this.#table, Key: marshall(codeKey(reference)) }
    const found = await this.#client.send(new GetItemCommand({ ...key, ConsistentRead: true }))
    const code = found.Item && (unmarshall(found.Item) as { hash: string; until: string; tries: number })
    if (!code || code.until <= now || code.tries <= 0) return 'over'
    try {
      if (code.hash === hash) {
        await this.#client.send(
          new DeleteItemCommand({
            ...key,
            ConditionExpression: '#hash = :hash AND tries > :none',
            ExpressionAttributeNames: { '#hash': 'hash' },
            ExpressionAttributeValues: marshall({ ':hash': hash, ':none': 0 }),
          }),
        )
        return 'right'
      }
      await this.#client.send(
        new UpdateItemCommand({
          ...key,
          UpdateExpression: 'SET tries = tries - :one',
          ConditionExpression: '#hash = :hash AND tries > :none',
          ExpressionAttributeNames: { '#hash': 'hash' },
          ExpressionAttributeValues: marshall({ ':hash': code.hash, ':one': 1, ':none': 0 }),
        }),
      )
      return 'wrong'
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'over'
      throw error
    }
  }
}

import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Mark, Marks } from '../domain/mailing.ts'
import { mailingKey } from './items.ts'

/** Items that one BatchGetItem reads at most (DynamoDB quota). */
const batch = 100
/** What a list's name begins with in an item. */
const of = 'of#'

/** Who gets no mails of which lists: by keyed hash, so that it can outlive the address itself. */
export class Mailing {
  readonly #client: DynamoDBClient
  readonly #table: string

  constructor(table: string, client: DynamoDBClient) {
    this.#client = client
    this.#table = table
  }

  async marksOf(hash: string): Promise<Marks> {
    return (await this.marksOfAll([hash])).get(hash) ?? {}
  }

  /** Marks by hash, of those that have any. Reads consistently, in batches. */
  async marksOfAll(hashes: readonly string[]): Promise<ReadonlyMap<string, Marks>> {
    const asked = [...new Set(hashes)].map((hash) => marshall(mailingKey(hash)))
    const found = new Map<string, Marks>()
    while (asked.length > 0) {
      const keys = { Keys: asked.splice(0, batch), ConsistentRead: true }
      const page = await this.#client.send(new BatchGetItemCommand({ RequestItems: { [this.#table]: keys } }))
      for (const item of page.Responses?.[this.#table] ?? []) {
        const { pk, sk: _, ...marks } = unmarshall(item)
        found.set(
          String(pk).slice(mailingKey('').pk.length),
          Object.fromEntries(Object.entries(marks).map(([name, mark]) => [name.slice(of.length), mark as Mark])),
        )
      }
      asked.push(...(page.UnprocessedKeys?.[this.#table]?.Keys ?? []))
    }
    return found
  }

  /** Keeps the latest word about a list, or about all; an older one changes nothing. */
  async mark(hash: string, list: string, mark: Mark): Promise<void> {
    try {
      await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: marshall(mailingKey(hash)),
          UpdateExpression: 'SET #of = :mark',
          ConditionExpression: 'attribute_not_exists(#of) OR #of.since < :since',
          ExpressionAttributeNames: { '#of': `${of}${list}` },
          ExpressionAttributeValues: marshall({ ':mark': mark, ':since': mark.since }),
        }),
      )
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  }
}

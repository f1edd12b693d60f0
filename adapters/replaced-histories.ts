import { DeleteItemCommand, type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Replaced } from '../domain/anchor.ts'
import { replacedKey, replacedPartition } from './items.ts'

/** Histories that an anchor contradicts, from when one was found until the officer was told. */
export class ReplacedHistories {
  readonly #table: string
  readonly #client: DynamoDBClient

  constructor(table: string, client: DynamoDBClient) {
    this.#table = table
    this.#client = client
  }

  async note(replaced: Replaced): Promise<void> {
    const item = { ...replacedKey(replaced), ...replaced }
    await this.#client.send(new PutItemCommand({ TableName: this.#table, Item: marshall(item) }))
  }

  /** @param atMost how many are read */
  async all(atMost: number): Promise<readonly Replaced[]> {
    const { Items } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: marshall({ ':pk': replacedPartition }),
        ConsistentRead: true,
        Limit: atMost,
      }),
    )
    return (Items ?? []).map((one) => {
      const { reference, n, day } = unmarshall(one) as Replaced
      return { reference, n, day }
    })
  }

  async forget(those: readonly Replaced[]): Promise<void> {
    for (const one of those)
      await this.#client.send(new DeleteItemCommand({ TableName: this.#table, Key: marshall(replacedKey(one)) }))
  }
}

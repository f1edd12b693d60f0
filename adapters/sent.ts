import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { seconds, sentKey } from './items.ts'

/** A letter of ours that went out: what it was about, and nothing that it says. */
export type SentLetter = {
  /** Of the officer's daily letter, which is about no request, `dailyLetter`. */
  readonly reference: string
  /** The effect that it was. */
  readonly id: string
  /** Keyed hash of the address that it went to; absent: to the company, or to a recipient. */
  readonly hash?: string
  /** The recipient who was told (GDPR Art. 19): an answer is theirs, not the person's. */
  readonly recipient?: string
}

export const dailyLetter = 'daily-letter'

/** Letters that went out, by the Message-ID that SES gave each: what comes back, or is answered, is about one of them. */
export class Sent {
  readonly #client: DynamoDBClient
  readonly #table: string

  constructor(table: string, client: DynamoDBClient) {
    this.#client = client
    this.#table = table
  }

  /** @param messageId with or without angle brackets and domain */
  async keep(messageId: string, letter: SentLetter, until: string): Promise<void> {
    const item = { ...sentKey(sesId(messageId)), ...letter, expires: seconds(until) }
    await this.#client.send(
      new PutItemCommand({ TableName: this.#table, Item: marshall(item, { removeUndefinedValues: true }) }),
    )
  }

  /** The letter of a Message-ID, read consistently; one that is over is gone, also while the table still holds it. */
  async of(messageId: string, now: string): Promise<SentLetter | undefined> {
    const found = await this.#client.send(
      new GetItemCommand({
        TableName: this.#table,
        Key: marshall(sentKey(sesId(messageId))),
        ConsistentRead: true,
      }),
    )
    const letter = found.Item && (unmarshall(found.Item) as SentLetter & { expires: number })
    return letter && letter.expires > seconds(now) ? letter : undefined
  }
}

/** SES's own id of a mail: what stands before the @ of the Message-ID that it makes of it. */
const sesId = (messageId: string): string => messageId.replace(/^<|>$/g, '').replace(/@.*$/s, '')

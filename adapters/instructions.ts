import {
  type DynamoDBClient,
  GetItemCommand,
  type TransactWriteItem,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Instruction } from '../domain/controllers.ts'
import type { Instant } from '../domain/time.ts'
import { instructedKey, instructionKey, seconds } from './items.ts'

/** Which request a controller means, and the SHA-256 of what it asked, in hexadecimal. */
export type Instructed = { readonly reference: string; readonly digest: string }

/** What controllers asked for (GDPR Art. 28(3)(a): on documented instructions), by their own ids. */
export class Instructions {
  readonly #client: DynamoDBClient
  readonly #table: string

  constructor(table: string, client: DynamoDBClient) {
    this.#client = client
    this.#table = table
  }

  async find(controller: string, id: string): Promise<Instructed | undefined> {
    const found = await this.#client.send(
      new GetItemCommand({
        TableName: this.#table,
        Key: marshall(instructedKey(controller, id)),
        ConsistentRead: true,
      }),
    )
    return found.Item && (unmarshall(found.Item) as Instructed)
  }

  /**
   * Writes for the transaction that receives the request: an id is used once. @param until of the id
   * @param unconfirmedUntil until then the request goes by itself, and the instruction with it, where nobody confirms it
   */
  newly(
    instruction: Instruction,
    instructed: Instructed,
    { until, unconfirmedUntil }: { readonly until: Instant; readonly unconfirmedUntil: Instant },
  ): readonly TransactWriteItem[] {
    const { controller, id } = instruction
    const put = (value: Record<string, unknown>): TransactWriteItem => ({
      Put: {
        TableName: this.#table,
        Item: marshall(value),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    })
    return [
      put({ ...instructedKey(controller, id), ...instructed, expires: seconds(until) }),
      put({ ...instructionKey(instructed.reference), ...instruction, expires: seconds(unconfirmedUntil) }),
    ]
  }

  /** For the transaction that confirms the request: from then on the instruction goes when the request does. */
  confirmed(reference: string): TransactWriteItem {
    return {
      Update: {
        TableName: this.#table,
        Key: marshall(instructionKey(reference)),
        UpdateExpression: 'REMOVE expires',
        ConditionExpression: 'attribute_exists(pk)',
      },
    }
  }

  /** Keeps what callbacks heard. One machine at a time tells them, under a lease. */
  async heard(reference: string, { said, telling }: Required<Pick<Instruction, 'said' | 'telling'>>): Promise<void> {
    await this.#client.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: marshall(instructionKey(reference)),
        UpdateExpression: 'SET said = :said, telling = :telling',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: marshall({ ':said': said, ':telling': telling }),
      }),
    )
  }
}

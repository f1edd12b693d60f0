import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Answer } from '../domain/receipts.ts'
import { Beside } from './beside.ts'
import { answerKey } from './items.ts'
import { item, Table } from './table.ts'

/** What systems answered, under the request that they were asked for. */
export class Answers {
  readonly #table: Table
  readonly #beside: Beside

  constructor(table: string, client: DynamoDBClient) {
    this.#table = new Table(table, client)
    this.#beside = new Beside(table, client)
  }

  /** What a system answered; it vanishes with its request. */
  async save(reference: string, answer: Answer): Promise<void> {
    await this.#beside.write(reference, (end) => ({
      Put: {
        TableName: this.#table.name,
        Item: item({ ...answerKey(reference, answer.system, answer.verb), ...answer, ...end }),
      },
    }))
  }

  async find(reference: string, system: string, verb: Answer['verb']): Promise<Answer | undefined> {
    return (await this.#table.get(answerKey(reference, system, verb))) as Answer | undefined
  }
}

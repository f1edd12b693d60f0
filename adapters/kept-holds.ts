import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Reference } from '../domain/reference.ts'
import { heldKey, seconds } from './items.ts'
import { item, Table } from './table.ts'

/** A hold that outlived its request: why, and which request that was. */
type KeptHold = { readonly reason: string; readonly reference: Reference }

/** Holds that outlived their requests, one for each person, for the next erasure that they ask for. */
export class KeptHolds {
  readonly #table: Table

  constructor(table: string, client: DynamoDBClient) {
    this.#table = new Table(table, client)
  }

  /** @param until when nothing is left of it (ISO instant) */
  async keep(hash: string, hold: KeptHold, until: string): Promise<void> {
    await this.#table.put({ ...heldKey(hash), ...hold, expires: seconds(until) })
  }

  /** What was kept so; an expired item that the table still holds counts as gone. @param now ISO instant */
  async find(hash: string, now: string): Promise<KeptHold | undefined> {
    const { pk, sk } = heldKey(hash)
    // A query, because that is what the role of the outbox may do with what is known of a person (infra/outbox.ts).
    const [kept] = await this.#table.all({
      KeyConditionExpression: 'pk = :pk AND sk = :sk',
      ExpressionAttributeValues: item({ ':pk': pk, ':sk': sk }),
      ConsistentRead: true,
    })
    return kept && Number(kept.expires) > seconds(now) ? (kept as KeptHold) : undefined
  }

  /** For the step that takes it over. */
  takenOver(hash: string): TransactWriteItem {
    return { Delete: { TableName: this.#table.name, Key: item(heldKey(hash)) } }
  }
}

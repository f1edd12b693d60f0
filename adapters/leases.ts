import { ConditionalCheckFailedException, type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { leaseKey } from './items.ts'

/**
 * So long, in seconds, a lease is kept after it was last taken: a call that comes when its request is over takes one too, and
 * what it leaves goes by itself. Nobody waits for so long between two slices; who did would begin anew.
 */
const kept = 90 * 86_400

/** Another call works on the same request in the same system: try again shortly. */
export class Busy extends Error {
  override readonly name = 'Busy'
}

/**
 * At most one call at a time works for a request in a system, so that a late restriction never meets a release.
 * The lease also keeps where the last slice stopped. It ends by itself when its call has died (`seconds`).
 */
export class Leases {
  readonly #client: DynamoDBClient
  readonly #table: string

  constructor(table: string, client: DynamoDBClient) {
    this.#client = client
    this.#table = table
  }

  /** @returns where the last slice of the same verb stopped. @throws Busy */
  async take(
    reference: string,
    system: string,
    verb: string,
    holder: string,
    now: number,
    seconds: number,
  ): Promise<string | undefined> {
    try {
      const taken = await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: marshall(leaseKey(reference, system)),
          UpdateExpression: 'SET holder = :holder, heldUntil = :until, expires = :expires',
          ConditionExpression: 'attribute_not_exists(heldUntil) OR heldUntil <= :now',
          ExpressionAttributeValues: marshall({
            ...{ ':holder': holder, ':until': now + seconds * 1000, ':now': now },
            ':expires': Math.floor(now / 1000) + kept,
          }),
          ReturnValues: 'ALL_NEW',
        }),
      )
      const lease = unmarshall(taken.Attributes ?? {})
      return lease.verb === verb ? (lease.next as string | undefined) : undefined
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) throw new Busy('another call holds the lease')
      throw error
    }
  }

  /** Gives the lease back, keeping where this slice stopped. A lease that ran out and was taken by another stays theirs. */
  async giveBack(
    reference: string,
    system: string,
    verb: string,
    holder: string,
    next: string | undefined,
  ): Promise<void> {
    try {
      await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: marshall(leaseKey(reference, system)),
          UpdateExpression:
            next === undefined
              ? 'SET verb = :verb REMOVE heldUntil, holder, #next'
              : 'SET verb = :verb, #next = :next REMOVE heldUntil, holder',
          ConditionExpression: 'holder = :holder',
          ExpressionAttributeNames: { '#next': 'next' },
          ExpressionAttributeValues: marshall({
            ':holder': holder,
            ':verb': verb,
            ...(next === undefined ? {} : { ':next': next }),
          }),
        }),
      )
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  }
}

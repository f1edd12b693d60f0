import { setTimeout } from 'node:timers/promises'
import {
  type AttributeValue,
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { requestKey } from './items.ts'

/** When an item goes, in seconds since 1970; nothing: that is not known yet. */
export type End = { readonly expires?: number }

/** The request's end, where that is what kept something from being written; undefined: there is no request. */
type Found = 'written' | 'refused' | End | undefined
type Look = {
  readonly ConditionExpression: string
  readonly ExpressionAttributeNames?: Record<string, string>
  readonly ExpressionAttributeValues?: Record<string, AttributeValue>
}

/** The request is there, and its end is still this one. */
const ending = ({ expires }: End): Look =>
  expires === undefined
    ? { ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(expires)' }
    : { ConditionExpression: 'expires = :end', ExpressionAttributeValues: marshall({ ':end': expires }) }

/** Only what was never proven has an end before it is over. */
const open: Look = {
  ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(expires) OR #status = :unverified)',
  ExpressionAttributeNames: { '#status': 'status' },
  ExpressionAttributeValues: marshall({ ':unverified': 'unverified' }),
}

/** So often a write is tried again that met another one of the same request. */
const tries = 7
/**
 * The longest pause before the first of these tries, in ms: as long as a transaction takes. Each next one may be twice as long. How
 * long it is, chance decides (full jitter), so that systems that finish together do not meet again.
 * https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/
 */
const firstPauseMs = 10

/** What passes time between two tries; `chance` is from 0 up to, but not, 1. */
export type Pauses = { readonly wait: (ms: number) => Promise<unknown>; readonly chance: () => number }
const real: Pauses = { wait: (ms) => setTimeout(ms), chance: () => Math.random() }

/**
 * Writes items under a request's key, or about it, that belong to no step of it. One pass gives every item of a request that
 * is over its end (endings.ts): the request's own first, then all that it finds. What is written in one transaction with a
 * look at the request's own item either was there before that had its end, and is found, or sees the end: nothing stays.
 */
export class Beside {
  readonly #client: DynamoDBClient
  readonly #table: string
  readonly #pauses: Pauses

  constructor(table: string, client: DynamoDBClient, pauses = real) {
    this.#client = client
    this.#table = table
    this.#pauses = pauses
  }

  /**
   * Writes with the end of the request.
   * @returns false when there is no such request, or what was to be written has a condition that does not hold
   */
  async write(reference: string, write: (end: End) => TransactWriteItem): Promise<boolean> {
    let end: End | undefined = {}
    while (end) {
      const found: Found = await this.#tried(reference, ending(end), [write(end)])
      if (found === 'written' || found === 'refused') return found === 'written'
      // Its end is another than was thought: known only now, or no longer.
      end = found
    }
    return false
  }

  /** Writes only as long as the request is not over. @returns `over` also when there is none; `refused`: another condition does not hold */
  async writeWhileOpen(
    reference: string,
    ...writes: readonly TransactWriteItem[]
  ): Promise<'written' | 'refused' | 'over'> {
    const found = await this.#tried(reference, open, writes)
    return found === 'written' || found === 'refused' ? found : 'over'
  }

  async #tried(reference: string, look: Look, writes: readonly TransactWriteItem[], left = tries): Promise<Found> {
    const Key = marshall(requestKey(reference))
    const looked = { TableName: this.#table, Key, ...look, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const }
    try {
      await this.#client.send(new TransactWriteItemsCommand({ TransactItems: [{ ConditionCheck: looked }, ...writes] }))
      return 'written'
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const [request, ...others] = error.CancellationReasons ?? []
      if (others.some(({ Code }) => Code === 'ConditionalCheckFailed')) return 'refused'
      if (request?.Code === 'ConditionalCheckFailed') return request.Item && endOf(unmarshall(request.Item))
      const isConflict = [request, ...others].some((reason) => reason?.Code === 'TransactionConflict')
      if (!isConflict || left === 0) throw error
      await this.#pauses.wait(Math.ceil(this.#pauses.chance() * firstPauseMs * 2 ** (tries - left)))
      return this.#tried(reference, look, writes, left - 1)
    }
  }
}

const endOf = ({ expires }: Record<string, unknown>): End => (expires === undefined ? {} : { expires: Number(expires) })

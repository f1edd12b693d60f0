import { setTimeout as pause } from 'node:timers/promises'
import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type DynamoDBClient,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb'

export type Item = Record<string, AttributeValue>

/** Items of one BatchWriteItem and keys of one BatchGetItem (quotas page of the DynamoDB developer guide). */
const writesAtOnce = 25
const readsAtOnce = 100
/** Tries for what DynamoDB left unprocessed; waits double from 50 ms to 5 s, together about half a minute. */
const tries = 12
const wait = (attempt: number): number => Math.min(50 * 2 ** attempt, 5_000)

/** DynamoDB went on answering that it has no capacity for this. */
class Throttled extends Error {
  override readonly name = 'Throttled'
}

/** Puts and deletes, 25 at a time, what was left unprocessed again. No two of them may have the same key. @throws Throttled */
export async function writeAll(client: DynamoDBClient, table: string, writes: readonly WriteRequest[]): Promise<void> {
  for (const batch of inBatches(writes, writesAtOnce)) {
    let left: WriteRequest[] = [...batch]
    for (let attempt = 0; left.length > 0; attempt++) {
      if (attempt === tries) throw new Throttled('writes stay unprocessed')
      if (attempt > 0) await pause(wait(attempt))
      const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }))
      left = UnprocessedItems?.[table] ?? []
    }
  }
}

export const put = (Item: Item): WriteRequest => ({ PutRequest: { Item } })
export const remove = (Key: Item): WriteRequest => ({ DeleteRequest: { Key } })

/** The items of these keys that exist, read consistently. `names` are the attributes to read; absent: all. @throws Throttled */
export async function readAll(
  client: DynamoDBClient,
  table: string,
  keys: readonly Item[],
  names?: readonly string[],
): Promise<Item[]> {
  const found: Item[] = []
  const narrowed = names ? only(names) : {}
  for (const batch of inBatches(keys, readsAtOnce)) {
    let left: Item[] = [...batch]
    for (let attempt = 0; left.length > 0; attempt++) {
      if (attempt === tries) throw new Throttled('reads stay unprocessed')
      if (attempt > 0) await pause(wait(attempt))
      const page = await client.send(
        new BatchGetItemCommand({ RequestItems: { [table]: { Keys: left, ConsistentRead: true, ...narrowed } } }),
      )
      found.push(...(page.Responses?.[table] ?? []))
      left = page.UnprocessedKeys?.[table]?.Keys ?? []
    }
  }
  return found
}

/** For a read of some attributes: a name may be a reserved word. */
const only = (names: readonly string[]) => ({
  ProjectionExpression: names.map((_, n) => `#only${n}`).join(', '),
  ExpressionAttributeNames: Object.fromEntries(names.map((name, n) => [`#only${n}`, name])),
})

export function* inBatches<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size)
}

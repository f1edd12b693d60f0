import type { Clock } from './clock/clock.ts'
import type { DynamoDb } from './dynamodb/dynamodb.ts'

/** DynamoDB deletes expired items within a few days (developer guide, TTL); here it looks when the clock has gone this far. */
const everyMs = 12 * 3_600_000

/** Deletes expired items as the clock goes on. Answers how to end it. */
export function expireItems(
  clock: Clock,
  dynamodb: Pick<DynamoDb, 'expire'>,
  progress: (line: string) => void,
): () => void {
  let looked = clock.now()
  return clock.onJump(() => {
    if (clock.now() - looked < everyMs) return
    looked = clock.now()
    clock
      .during('expiring items', () => dynamodb.expire(looked))
      .catch((error: Error) => progress(`expired items were not deleted: ${error.message}`))
  })
}

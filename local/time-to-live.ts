import type { Clock } from './clock/clock.ts'
import type { DynamoDb } from './dynamodb/dynamodb.ts'
import type { Expiration } from './s3/lifecycle.ts'
import type { S3 } from './s3/s3.ts'

/** S3 looks once a day (user guide, "Expiring objects"); here when the clock has gone this far. */
const everyMs = 12 * 3_600_000
/** DynamoDB deletes expired items within a few days (developer guide, TTL), and a look reads whole tables. */
const itemsEveryMs = 48 * 3_600_000

type Kept = {
  readonly dynamodb: Pick<DynamoDb, 'expire'>
  readonly s3: Pick<S3, 'expire'>
  readonly expirations: readonly Expiration[]
}

/** Deletes expired items and objects as the clock goes on. Answers how to end it. */
export function expire(
  clock: Clock,
  { dynamodb, s3, expirations }: Kept,
  progress: (line: string) => void,
): () => void {
  let looked = clock.now()
  let lookedAtItems = looked
  return clock.onJump(() => {
    const now = clock.now()
    if (now - looked < everyMs) return
    looked = now
    for (const { bucket, prefix, days } of expirations) s3.expire(bucket, prefix, days)
    if (now - lookedAtItems < itemsEveryMs) return
    lookedAtItems = now
    clock
      .during('expiring items', () => dynamodb.expire(now))
      .catch((error: Error) => progress(`expired items were not deleted: ${error.message}`))
  })
}

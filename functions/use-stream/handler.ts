import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import middy from '@middy/core'
import * as z from 'zod/mini'
import { Activities } from '../../adapters/activities.ts'
import { required } from '../../adapters/environment.ts'
import { Mac } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { note, timely, type Use } from '../entry/activity.ts'
import { inTheLog, log, logError } from '../entry/log.ts'
import { count } from '../entry/metric.ts'
import { namesOnly } from '../entry/task.ts'
import { usedAt } from './used-at.ts'

/** An attribute value, as far as it can be a key or a time. */
const Value = z.object({ S: z.optional(z.string()), N: z.optional(z.string()) })
const Row = z.record(z.string(), z.unknown())
const StreamRecord = z.object({
  dynamodb: z.object({ SequenceNumber: z.string(), NewImage: Row, OldImage: z.optional(Row) }),
})
const Records = z.object({ Records: z.array(StreamRecord) })
type Change = z.infer<typeof StreamRecord>['dynamodb']

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const activities = new Activities(required('TABLE'), new Mac(required('MAC_KEY')), client)

/**
 * N6: accounts that were used, as the company's own table says: all of a batch at once, and one by one where that fails. From
 * the first that fails on they are given back: then the order of a shard is kept. Twice is once.
 */
export const handler = middy()
  .use(namesOnly())
  .use(inTheLog('use-stream'))
  .handler(async (raw: unknown) => {
    const now = instant(Date.now())
    const changes = Records.parse(raw).Records.map(({ dynamodb }) => dynamodb)
    try {
      await noted(changes, now)
      return { batchItemFailures: [] }
    } catch {
      for (const change of changes) {
        try {
          await noted([change], now)
        } catch (error) {
          logError(error, { what: 'use-stream', outcome: 'given back' })
          return { batchItemFailures: [{ itemIdentifier: change.SequenceNumber }] }
        }
      }
      return { batchItemFailures: [] }
    }
  })

async function noted(changes: readonly Change[], now: Instant): Promise<void> {
  const { inactivity } = policy
  if (!inactivity?.stream) throw new Error('the policy names no stream that says when accounts are used')
  const { key, lastUsed } = inactivity.stream
  const at = (row: Change['OldImage'], name: string) => Value.safeParse(row?.[name]).data
  const changed = changes.filter(
    ({ NewImage, OldImage }) => JSON.stringify(NewImage[lastUsed]) !== JSON.stringify(OldImage?.[lastUsed]),
  )
  const uses = changed.map(({ NewImage }): Use | undefined => {
    const [account, value] = [at(NewImage, key), at(NewImage, lastUsed)]
    const [name, used] = [account?.S ?? account?.N, value && usedAt(value)]
    return name && used ? { key: name, at: used } : undefined
  })
  const { possible, inTheFuture } = timely(
    uses.filter((use) => use !== undefined),
    now,
  )
  // What says nothing about when an account was used would let it be removed although it was: somebody has to look.
  const unclear = uses.filter((use) => use === undefined).length + inTheFuture.length
  if (unclear > 0) {
    log({ what: 'use-stream', outcome: 'no time that can be', count: unclear })
    count('FailingSystem', unclear)
  }
  if (possible.length > 0) await note(possible, inactivity, activities, requests, now)
}

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { KeptAnchors } from '../../adapters/kept-anchors.ts'
import { ReplacedHistories } from '../../adapters/replaced-histories.ts'
import { beforeKept, isCompared, isReplaced } from '../../domain/anchor.ts'
import { dayOf, type Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { RoundOutput } from '../contract/tasks.ts'
import { log } from '../entry/log.ts'
import { count } from '../entry/metric.ts'
import { task } from '../entry/task.ts'

/** A slice ends this long before the call would, in ms: longer than one anchor takes. */
const marginMs = 20_000

const [table, dynamodb] = [required('TABLE'), new DynamoDBClient({})]
const anchors = new KeptAnchors({ table, bucket: required('ANCHORS'), dynamodb, s3: new S3Client({}) })
const histories = new ReplacedHistories(table, dynamodb)

const shape = z.object({ v: z.literal(1), from: z.string() })

/**
 * Holds the anchors that are due against the histories that they name. What is not as it was is counted, which rings an
 * alarm, and left for the officer's letter; nothing of it is mended, because nobody here knows what was right.
 */
export const handler = task('compare', shape, async ({ from }, now, call): Promise<RoundOutput> => {
  const today = dayOf(now, 'UTC')
  let last = from || beforeKept(today, policy)
  let replaced = 0
  for (let more = true; more; ) {
    const page = await anchors.after(last)
    for (const key of page.keys) {
      if (call.remaining() < marginMs) {
        count('HistoryReplaced', replaced)
        return { v: 1, from: last, done: false }
      }
      if (isCompared(key, today)) replaced += await compared(key, now)
      last = key
    }
    more = page.more
  }
  count('HistoryReplaced', replaced)
  return { v: 1, from: '', done: true }
})

/** @returns how many histories are not what an anchor says */
async function compared(key: string, now: Instant): Promise<number> {
  const { day, heads } = await anchors.at(key)
  const entries = await anchors.entriesAt(heads)
  const replaced = heads.filter((head) => isReplaced(head, entries.get(head), now))
  for (const { reference, n } of replaced) {
    await histories.note({ reference, n, day })
    log({ what: 'history replaced', reference, event: day, count: n })
  }
  return replaced.length
}

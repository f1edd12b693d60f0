/**
 * One person with 100,000 rows in a table and 5,000 objects in a bucket, in slices as a function would do them:
 * `node bench/large-subject.ts [rows] [objects]`. Prints ratios: slices, heap against the function's memory, the longest
 * slice against the function's time, and the time against a loop that only puts and deletes as many rows, 25 at a
 * time.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import type { Progress, System } from '../systems/contract.ts'
import { Fuse } from '../systems/contract-kit.ts'
import { DynamoDbSystem } from '../systems/dynamodb/dynamodb.ts'
import { S3System } from '../systems/s3/s3.ts'
import { sideBySide } from '../systems/side-by-side.ts'
import { type Item, inBatches, put, remove, writeAll } from '../systems/vault/batches.ts'
import { bucket, openBucket } from '../test/systems/bucket.ts'
import { House } from '../test/systems/house.ts'

const [rows, objects] = [Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 5_000)]
/** The function's limits: 512 MB, 15 minutes (Lambda's longest). A slice here ends after 20 s, to see many of them. */
const [memory, longest, sliceMs] = [512 * 2 ** 20, 15 * 60_000, 20_000]
const reference = 'OB-BENCH-0001'
const subject = { keys: { account: ['a-1'] } }
const verbs = ['restrict', 'release', 'erase'] as const
type Verb = (typeof verbs)[number]
type Measured = { slices: number; longestMs: number; totalMs: number; peakHeap: number; count: number }

async function inSlices(make: () => System, verb: Verb): Promise<Measured> {
  const measured: Measured = { slices: 0, longestMs: 0, totalMs: 0, peakHeap: 0, count: 0 }
  const watch = setInterval(() => {
    measured.peakHeap = Math.max(measured.peakHeap, process.memoryUsage().heapUsed)
  }, 20)
  let from: string | undefined
  do {
    const began = performance.now()
    const slice = {
      reference,
      enough: () => performance.now() - began > sliceMs,
      ...(from === undefined ? {} : { from }),
    }
    const progress = await carriedOut(make(), verb, slice)
    const took = performance.now() - began
    measured.slices++
    measured.totalMs += took
    measured.longestMs = Math.max(measured.longestMs, took)
    for (const { outcome, count, reason } of progress.receipts) {
      if (outcome === 'failed') throw new Error(`${verb} failed: ${reason}`)
      measured.count += count
    }
    from = progress.next
  } while (from !== undefined)
  clearInterval(watch)
  return measured
}

function carriedOut(system: System, verb: Verb, slice: Parameters<System['restrict']>[1]): Promise<Progress> {
  return verb === 'erase' ? system.erase(subject, [], slice) : system[verb](subject, slice)
}

/** What as many rows take without any of it: somebody else's, put and deleted 25 at a time. ms. */
async function rawLoop(client: DynamoDBClient): Promise<number> {
  const sample = Math.min(rows, 10_000)
  const items = Array.from({ length: sample }, (_, n) => item(n, 'a-2'))
  const keys = items.map(({ account, at }) => ({ ...(account ? { account } : {}), ...(at ? { at } : {}) }))
  const began = performance.now()
  await writeAll(client, 'events', items.map(put))
  await writeAll(client, 'events', keys.map(remove))
  return ((performance.now() - began) * rows) / sample
}

async function fillBucket(client: S3Client): Promise<void> {
  const numbers = Array.from({ length: objects }, (_, n) => n)
  await sideBySide(numbers, 8, async (n) => {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: `accounts/a-1/${n}.txt`, Body: `file ${n}` }))
  })
}

const item = (n: number, account = 'a-1'): Item => ({
  account: { S: account },
  at: { S: String(n).padStart(7, '0') },
  note: { S: `${n} `.repeat(40) },
})
const percent = (part: number, of: number): string => `${((100 * part) / of).toFixed(1)} %`

function print(what: string, expected: number, verb: Verb, measured: Measured, raw?: number): void {
  if (measured.count !== expected) throw new Error(`${what}: ${verb} counted ${measured.count} of ${expected}`)
  const parts = [
    `${measured.slices} slices`,
    `peak heap ${percent(measured.peakHeap, memory)} of 512 MB`,
    `longest slice ${percent(measured.longestMs, longest)} of 15 min`,
    ...(raw === undefined ? [] : [`${(measured.totalMs / raw).toFixed(2)} times a raw loop of delete and put`]),
  ]
  console.log(`${expected} ${what}, ${verb}: ${parts.join(', ')}`)
}

const [house, store] = await Promise.all([House.open(), openBucket()])
try {
  await house.table('events', 'account', 'at')
  const all = Array.from({ length: rows }, (_, n) => n)
  for (const batch of inBatches(all, 5_000))
    await house.fill(
      'events',
      batch.map((n) => item(n)),
    )
  const table = { table: 'events', category: 'technical', owner: 'account', partitionKey: 'account', sortKey: 'at' }
  const events = { kind: 'dynamodb' as const, label: { en: 'Events' }, tables: [table] }
  const tables = () => new DynamoDbSystem('events', events, house.client(new Fuse()), house.places(new Fuse()))
  // Right before and right after: a machine that is busy with other things slows both alike.
  let before = await rawLoop(house.dynamodb)
  for (const verb of verbs) {
    const measured = await inSlices(tables, verb)
    const after = await rawLoop(house.dynamodb)
    print('rows in a table', rows, verb, measured, (before + after) / 2)
    before = after
  }

  await fillBucket(store.application)
  const prefixes = [{ prefix: 'accounts/{account}/', category: 'content' }]
  const files = { kind: 's3' as const, label: { en: 'Files' }, bucket, prefixes }
  const buckets = () => new S3System('files', files, store.oblige(new Fuse()), house.places(new Fuse()))
  for (const verb of verbs) print('objects in a bucket', objects, verb, await inSlices(buckets, verb))
} finally {
  await store.stop()
  house.close()
}

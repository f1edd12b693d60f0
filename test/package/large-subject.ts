/**
 * Packs a person who has more than the memory holds: `node --max-old-space-size=64 large-subject.ts RECORDS FILES BYTES ZIP`.
 * FILES objects of BYTES zeros each, 200 MB a slice. Says what it did, and how much memory that took, as JSON.
 */
import { Readable } from 'node:stream'
import { packageKey } from '../../package/keys.ts'
import { Package } from '../../package/package.ts'
import type { DataRecord, FileData } from '../../systems/contract.ts'
import { covered } from './copy.ts'
import { signing } from './office.ts'
import { factsOf, packageFacts } from './sample.ts'
import { SparseS3 } from './sparse-s3.ts'

const [records = 0, files = 0, bytes = 0] = process.argv.slice(2, 5).map(Number)
const zip = process.argv[5] ?? ''
const reference = 'OB-LARGE-0001'
const s3 = new SparseS3()
const piece = Buffer.alloc(256 * 1024)

async function* zeros(): AsyncIterable<Buffer> {
  for (let left = bytes; left > 0; left -= piece.length) yield piece.subarray(0, Math.min(left, piece.length))
}

async function* rows(from: number): AsyncIterable<DataRecord> {
  for (let n = from; n < records; n++) {
    const createdAt = new Date(1.5e12 + n * 1e6).toISOString()
    const data = { id: `a-${n}`, createdAt, device: 'Firefox on Linux', note: `visit ${n} ${'x'.repeat(n % 300)}` }
    yield { category: 'identity', source: 'accounts', data, ...(n % 100 === 99 ? { next: String(n + 1) } : {}) }
  }
}

async function* objects(from: number): AsyncIterable<DataRecord> {
  for (let n = from; n < files; n++) {
    const data: FileData = {
      name: `film ${n}.mp4`,
      versionId: String(n),
      modified: '2025-01-01T00:00:00.000Z',
      size: bytes,
      current: true,
      body: async () => Readable.from(zeros(), { objectMode: false }),
    }
    yield { category: 'content', source: data.name, data, next: String(n + 1) }
  }
}

let peak = 0
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss)
}, 5)
const copy = new Package(s3.client, 'packages', reference, 1)
let slices = 0
for (const [system, given] of [
  ['accounts', rows],
  ['files', objects],
] as const) {
  let from: string | undefined = '0'
  for (let n = 1; from !== undefined; n++) {
    const before = s3.sent
    const slice = { n, enough: () => s3.sent - before > 200e6 }
    from = (await copy.gather(system, given(Number(from)), slice, factsOf())).next
    slices++
  }
}
const facts = packageFacts([covered('accounts', 'identity', records), covered('files', 'content', files)], {
  reference,
})
let done: Awaited<ReturnType<Package['assemble']>>['done']
let next: string | undefined
do {
  const step: Awaited<ReturnType<Package['assemble']>> = await copy.assemble(facts, signing, {
    ...(next === undefined ? {} : { from: next }),
    enough: () => true,
  })
  done = step.done
  next = step.next
  slices++
} while (next !== undefined)
clearInterval(watch)
const size = s3.save(packageKey(reference, 1), zip)
s3.stop()
console.log(JSON.stringify({ ...done, size, slices, peakMegabytes: Math.round(peak / 1e6) }))

import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import type { DataRecord, FileData } from '../systems/contract.ts'

/** A third of a subject are rows (as JSON and as CSV), a third are texts, a third is what is compressed already. */
const [rowBytes, fileBytes] = [270, 1_000_000]

export const rowCount = (megabytes: number): number => Math.round((megabytes * 1e6) / 3 / 2 / rowBytes)
export const fileCount = (megabytes: number): number => Math.max(2, Math.round((megabytes * 1e6 * 2) / 3 / fileBytes))

/** What differs from row to row, made once: making it anew would be measured as if packing took it. */
const [notes, instants] = [
  Array.from({ length: 1_000 }, (_, n) => ((n * 2654435761) % 2 ** 32).toString(36).repeat(12)),
  Array.from({ length: 1_000 }, (_, n) => new Date(1.5e12 + n * 1e8).toISOString()),
] as const
const addresses = Array.from({ length: 256 }, (_, n) => `192.0.2.${n}`)

/** Rows from one on, each page of a hundred ending with where to go on. */
export async function* rowsOf(megabytes: number, from: number): AsyncIterable<DataRecord> {
  const count = rowCount(megabytes)
  for (let n = from; n < count; n++) {
    const data = {
      id: `a-${n}`,
      createdAt: instants[n % 1_000],
      device: n % 3 === 0 ? 'Firefox on Linux' : 'Safari on iOS',
      place: 'Berlin',
      address: addresses[n % 256],
      note: `visit ${n}: ${notes[n % 1_000]}`,
    }
    yield { category: 'identity', source: 'accounts', data, ...(n % 100 === 99 ? { next: String(n + 1) } : {}) }
  }
}

const noise = randomBytes(fileBytes)
const text = Buffer.from(
  Array.from(
    { length: fileBytes / 50 },
    (_, n) => `${n}: ${noise.subarray(n, n + 12).toString('hex')} and a few words more`,
  )
    .join('\n')
    .slice(0, fileBytes),
)

export async function* filesOf(megabytes: number, from: number): AsyncIterable<DataRecord> {
  const count = fileCount(megabytes)
  for (let n = from; n < count; n++) {
    const content = n % 2 === 0 ? text : noise
    const pieces = Array.from({ length: Math.ceil(content.length / 65536) }, (_, i) =>
      content.subarray(i * 65536, (i + 1) * 65536),
    )
    const data: FileData = {
      name: n % 2 === 0 ? `letter ${n}.txt` : `picture ${n}.jpg`,
      versionId: String(n),
      modified: '2025-01-01T00:00:00.000Z',
      size: content.length,
      current: true,
      body: async () => Readable.from(pieces),
    }
    yield { category: 'content', source: data.name, data, next: String(n + 1) }
  }
}

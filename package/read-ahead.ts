import { Readable } from 'node:stream'
import type { DataRecord, FileData } from '../systems/contract.ts'
import { isFile } from './content.ts'

/** Small files are asked for before their turn: so many at a time, of at most so many bytes each. */
const [mostAhead, smallBytes] = [8, 2 ** 20]

/**
 * The same records in the same order, while the contents of the small files among the next ones are on their way: one
 * after the other, ten thousand of them would mostly be waiting for an answer. Holds 8 MB at most.
 */
export async function* readAhead(records: AsyncIterable<DataRecord>): AsyncIterable<DataRecord> {
  const ahead: DataRecord[] = []
  const source = records[Symbol.asyncIterator]()
  // A failure comes when it is its turn: what stands before it can still end the slice.
  let end: { readonly failure?: unknown } | undefined
  try {
    for (;;) {
      while (!end && ahead.length < mostAhead) {
        try {
          const { value, done } = await source.next()
          if (done) end = {}
          else ahead.push(begun(value))
          // Rows have nothing to wait for.
          if (ahead.length === 1 && !isFile(ahead[0]?.data)) break
        } catch (failure) {
          end = { failure }
        }
      }
      const record = ahead.shift()
      if (record) yield record
      else if (end && 'failure' in end) throw end.failure
      else return
    }
  } finally {
    await source.return?.()
  }
}

function begun(record: DataRecord): DataRecord {
  const { data } = record
  if (!isFile(data) || data.size > smallBytes) return record
  const content = data.body().then(whole)
  // Whoever asks for it hears of a failure; perhaps nobody does.
  content.catch(() => {})
  return { ...record, data: { ...data, body: async () => Readable.from(await content) } satisfies FileData }
}

/** All of a stream, as it came. (Joining it, or `node:stream/consumers`, costs up to as much as deflating it.) */
async function whole(body: Readable): Promise<readonly Uint8Array[]> {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return pieces
}

import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl'
import { ZipFile } from 'yazl'
import { endOf, endOfZip, moved } from '../../package/directory.ts'

/** A zip that the library makes; sizes and offsets as zip64 where asked. */
async function zipped(names: readonly string[], zip64: boolean): Promise<Buffer> {
  const zip = new ZipFile()
  for (const name of names) zip.addBuffer(Buffer.from(`content of ${name}`), name, { forceZip64Format: zip64 })
  zip.end({ forceZip64Format: zip64, comment: '' })
  return await buffer(zip.outputStream as Readable)
}

/** A zip of many gigabytes of which only what is at `pieces` exists; the rest is never read. */
class Holes extends RandomAccessReader {
  readonly #pieces: ReadonlyArray<{ at: number; content: Buffer }>
  constructor(pieces: ReadonlyArray<{ at: number; content: Buffer }>) {
    super()
    this.#pieces = pieces
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const whole = Buffer.alloc(end - start)
    for (const { at, content } of this.#pieces) {
      const from = Math.max(start, at)
      const until = Math.min(end, at + content.length)
      if (from < until) content.copy(whole, from - start, from - at, until - at)
    }
    return Readable.from([whole])
  }
}

test('a list of files is moved to anywhere in a zip, below and above 4 GB, and read again as it was', async () => {
  const offset = fc.oneof(
    fc.nat(10_000),
    fc.integer({ min: 2 ** 32 - 300, max: 2 ** 32 + 300 }),
    fc.integer({ min: 2 ** 33, max: 2 ** 43 }),
  )
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,9}(é|😀)?$/), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(offset, names, fc.boolean(), async (by, files, zip64) => {
      const zip = await zipped(files, zip64)
      const { offset, bytes, entries } = endOfZip(zip)
      expect(entries).toBe(files.length)
      const list = moved(zip.subarray(offset, offset + bytes), by)
      const at = by + offset
      const end = endOf({ offset: at, bytes: list.length, entries })
      const pieces = [
        { at: by, content: zip.subarray(0, offset) },
        { at, content: list },
        { at: at + list.length, content: end },
      ]
      const size = at + list.length + end.length
      const archive = await fromRandomAccessReaderPromise(new Holes(pieces), size)
      const found: string[] = []
      for await (const entry of archive.eachEntry()) {
        found.push(entry.fileName)
        expect((await buffer(await archive.openReadStreamPromise(entry))).toString()).toBe(
          `content of ${entry.fileName}`,
        )
      }
      expect(found).toEqual(files)
      // The end can be read by ourselves too, wherever it stands.
      expect(endOfZip(Buffer.concat([Buffer.alloc(100), end]))).toEqual({ offset: at, bytes: list.length, entries })
    }),
    { numRuns: 60 },
  )
})

test('more files than 65,535 are counted where zip64 counts them', () => {
  expect(endOfZip(endOf({ offset: 7, bytes: 9, entries: 70_000 }))).toEqual({ offset: 7, bytes: 9, entries: 70_000 })
})

test('a list that is cut off, or no list, is refused', async () => {
  const zip = await zipped(['a', 'b'], false)
  const { offset, bytes } = endOfZip(zip)
  for (const end of [offset + bytes - 1, offset + 10])
    expect(() => moved(zip.subarray(offset, end), 1)).toThrow('not whole')
  expect(() => moved(zip.subarray(0, offset), 1)).toThrow('not whole')
  expect(() => endOfZip(zip.subarray(0, -1))).toThrow('not where it should be')
})

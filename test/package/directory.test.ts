import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl'
import { type Directory, endOf, moved } from '../../package/directory.ts'
import { Zip } from '../../package/zip.ts'

type Made = { readonly content: Buffer; readonly list: Buffer; readonly directory: Directory }

/** A zip without its end. @param zip64 whether its files are written as if they could be larger than 4 GB */
async function zipped(names: readonly string[], zip64: boolean): Promise<Made> {
  const pieces: Uint8Array[] = []
  const zip = new Zip(async (piece) => void pieces.push(piece))
  for (const [n, name] of names.entries())
    await zip.add(name, [Buffer.from(`content of ${name}`)], {
      modified: new Date(0),
      compress: n % 2 === 0,
      ...(zip64 ? { size: 2 ** 33 } : {}),
    })
  const { content, directory } = zip.list()
  return { content: Buffer.concat(pieces), list: content, directory }
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
      const { content, list: first, directory } = await zipped(files, zip64)
      const { offset, entries } = directory
      expect([offset, entries]).toEqual([content.length, files.length])
      const list = moved(first, by)
      const at = by + offset
      const end = endOf({ offset: at, bytes: list.length, entries })
      const pieces = [
        { at: by, content },
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
    }),
    { numRuns: 60 },
  )
})

test('a list that is cut off, or no list, is refused', async () => {
  const { content, list } = await zipped(['a', 'b'], false)
  for (const end of [list.length - 1, 10]) expect(() => moved(list.subarray(0, end), 1)).toThrow('not whole')
  expect(() => moved(content, 1)).toThrow('not whole')
})

import { type CopyFacts, categoriesIn } from './content.ts'
import { type Directory, endOf, moved } from './directory.ts'
import type { Front } from './front/front.ts'
import { packageKey, seriesKeys } from './keys.ts'
import { get, type Place } from './objects.ts'
import { largestCopy, Parts, smallestPart } from './parts.ts'
import { type Index, type Part, seriesOf } from './series.ts'

/** One segment as the package takes it: everything before its list of files. */
type Piece = { readonly key: string; readonly part: Part; readonly length: number }
/** Where a slice goes on: the upload, its next part, and the first byte that is not in a part yet. */
type Cursor = { readonly upload: string; readonly next: number; readonly piece: number; readonly at: number }
export type Request = { readonly reference: string; readonly round: number }
export type Assembled = { readonly next?: string; readonly done?: { readonly bytes: number; readonly files: number } }

/** The newest finished series of every system that the copy is about. */
export async function seriesFor(
  place: Place,
  { reference, round }: Request,
  facts: Pick<CopyFacts, 'policy' | 'right'>,
): Promise<ReadonlyMap<string, { readonly round: number; readonly index: Index }>> {
  const found = new Map<string, { round: number; index: Index }>()
  for (const system of Object.keys(facts.policy.systems)) {
    if (categoriesIn(system, facts).length === 0) continue
    for (let one = round; one >= 1; one--) {
      const index = await seriesOf(place, seriesKeys(system, reference, one))
      if (!index) continue
      found.set(system, { round: one, index })
      break
    }
  }
  return found
}

/**
 * One slice of putting a package together: segments are copied inside S3, part by part; then come the front, the one
 * list of files, and the end. Every part has its place: a slice that is repeated sends the same parts again.
 */
export async function assemble(
  place: Place,
  request: Request,
  series: Awaited<ReturnType<typeof seriesFor>>,
  front: () => Promise<Front>,
  slice: { readonly from?: string; enough(): boolean },
): Promise<Assembled> {
  const key = packageKey(request.reference, request.round)
  const pieces = piecesOf(request.reference, series)
  const start = slice.from === undefined ? undefined : (JSON.parse(slice.from) as Cursor)
  const parts = start ? new Parts(place, key, start.upload) : await Parts.begin(place, key)
  let { next, piece, at } = start ?? { next: 1, piece: 0, at: 0 }
  const cursor = () => JSON.stringify({ upload: parts.id, next, piece, at } satisfies Cursor)

  for (;;) {
    const here = pieces[piece]
    if (!here) break
    if (here.length - at >= smallestPart) {
      const length = Math.min(largestCopy, here.length - at)
      await parts.copy(next, { key: here.key, etag: here.part.etag }, at, length)
      at += length
    } else {
      const small = await collected(place, pieces, piece, at)
      // Too little for a part of its own: it goes with what comes after the segments.
      if (small.content.length < smallestPart) break
      await parts.send(next, small.content)
      ;({ piece, at } = small)
    }
    next++
    if (at === here.length && pieces[piece] === here) [piece, at] = [piece + 1, 0]
    if (slice.enough()) return { next: cursor() }
  }
  const rest = await collected(place, pieces, piece, at)
  const done = await finish(place, parts, next, rest.content, pieces, await front())
  return { done }
}

function piecesOf(reference: string, series: Awaited<ReturnType<typeof seriesFor>>): readonly Piece[] {
  return [...series].flatMap(([system, { round, index }]) =>
    index.parts.map((part) => ({
      key: seriesKeys(system, reference, round).segment(part.n),
      part,
      length: part.directory.offset,
    })),
  )
}

/** Bytes from a place on, just enough for a part or all that is left, and the place after them. */
async function collected(place: Place, pieces: readonly Piece[], piece: number, at: number) {
  const content: Buffer[] = []
  let missing = smallestPart
  for (let here = pieces[piece]; here && missing > 0; here = pieces[piece]) {
    const length = Math.min(missing, here.length - at)
    if (length > 0) content.push(await get(place, here.key, [at, at + length - 1], here.part.etag))
    missing -= length
    at += length
    if (at === here.length) [piece, at] = [piece + 1, 0]
  }
  return { content: joined(content), piece, at }
}

/** One after the other; what is one already is not copied: it may be megabytes. */
const joined = (pieces: readonly Buffer[]): Buffer => (pieces.length === 1 && pieces[0]) || Buffer.concat(pieces)

/** What comes after the segments: the front, one list of all files with the front's first, and the end of the zip. */
async function finish(place: Place, parts: Parts, next: number, rest: Buffer, pieces: readonly Piece[], front: Front) {
  let waiting: Buffer[] = []
  let size = 0
  const flush = async () => {
    await parts.send(next++, joined(waiting))
    waiting = []
    size = 0
  }
  const write = async (content: Buffer) => {
    waiting.push(content)
    size += content.length
    if (size >= smallestPart) await flush()
  }
  const before = pieces.reduce((sum, { length }) => sum + length, 0)
  await write(rest)
  await write(front.content)
  const offset = before + front.content.length
  const directory = { offset, bytes: 0, entries: front.entries } satisfies Directory
  const list = async (records: Buffer) => {
    directory.bytes += records.length
    await write(records)
  }
  await list(moved(front.directory, before))
  let by = 0
  for (const { key, part, length } of pieces) {
    const { offset: from, bytes, entries } = part.directory
    if (entries > 0) await list(moved(await get(place, key, [from, from + bytes - 1], part.etag), by))
    directory.entries += entries
    by += length
  }
  const end = endOf(directory)
  await write(end)
  if (size > 0) await flush()
  await parts.complete(await parts.listed(next - 1))
  return { bytes: offset + directory.bytes + end.length, files: directory.entries }
}

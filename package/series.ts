import type { Directory } from './directory.ts'
import type { SeriesKeys } from './keys.ts'
import { getJson, type Place, put } from './objects.ts'
import type { Row } from './plain.ts'
import type { Shape } from './shape.ts'

/** One kind of records of a system: the rows of one table, or the files of a category. */
export type Source = {
  readonly category: string
  readonly name: string
  readonly kind: 'rows' | 'files'
  /** Folder of its files in the package. */
  readonly folder: string
  records: number
  /** Files that hold records (`NAME-0001.jsonl` and its like), and original files. */
  tables: number
  files: number
  /** Bytes of them, as they are when unpacked. */
  bytes: number
  /** ISO instants. */
  earliest?: string
  latest?: string
  /** Records by month, `2026-03`. */
  months: Record<string, number>
  /** Things about other people that were taken out, and texts too long for a spreadsheet's cell. */
  redacted: number
  tooLong: number
  shape: Shape
  /** The first records, as index.html shows them. */
  preview: Row[]
  previewBytes: number
}

/** One segment that belongs to the series. */
export type Part = {
  readonly n: number
  readonly etag: string
  readonly directory: Directory
  /** The list of the checksums of its files, one of its files itself. */
  readonly list: { readonly path: string; readonly bytes: number; readonly sha256: string; readonly files: number }
}

/** What is known of a series after a slice: each index holds everything of those before. */
export type Index = {
  readonly v: 1
  readonly system: string
  /** Slice; from 1. */
  readonly n: number
  readonly sources: Source[]
  readonly parts: Part[]
}

type State = { readonly finished: number | null }

/** A series begins anew: until it is finished, nothing of an earlier attempt counts. */
export const begun = (place: Place, keys: SeriesKeys) => putState(place, keys, { finished: null })
export const finished = (place: Place, keys: SeriesKeys, n: number) => putState(place, keys, { finished: n })

const putState = (place: Place, keys: SeriesKeys, state: State) =>
  put(place, keys.state, JSON.stringify(state), 'application/json')

/** The whole of a finished series; undefined when there is none, or when it is not finished. */
export async function seriesOf(place: Place, keys: SeriesKeys): Promise<Index | undefined> {
  const state = await getJson<State>(place, keys.state)
  return typeof state?.finished === 'number' ? getJson<Index>(place, keys.index(state.finished)) : undefined
}

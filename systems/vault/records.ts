import type { Item } from './batches.ts'

type RowKey = { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } }

/** What names a record in the vault: reference#category#source#id. */
type Heading = {
  readonly partition: string
  readonly reference: string
  readonly category: string
  /** Which table it came from: records go back one table after the other. */
  readonly source: string
  readonly id: string
  readonly heading: string
}

export type Stored = Pick<Heading, 'partition' | 'reference' | 'category' | 'heading'> & { readonly data: string }

/** A record that lies in the vault; `keys` are its rows, more than one when it was too long for a single row. */
export type Kept = Heading & {
  readonly keys: readonly RowKey[]
  /** False when a call died while writing or removing it: then its source still has it, or is done with it. */
  readonly whole: boolean
  /** Which write it comes from. */
  readonly written: string
}

/** Bytes of ciphertext in a row: an item may have 400 KB, its key and attributes included. */
const chunkBytes = 350_000

/** The heading of a record. A source's name is no personal data; an id is a hash. */
export const headingOf = (reference: string, category: string, source: string, id: string): string =>
  [reference, category, encodeURIComponent(source), id].join('#')

/** Prefix of all records that came from one source. */
export const cameFrom = (reference: string, category: string, source: string): string =>
  headingOf(reference, category, source, '')

export const recordKey = (
  partition: string,
  heading: string,
  chunk: number,
): { pk: { S: string }; sk: { S: string } } => ({
  pk: { S: partition },
  sk: { S: `${heading}#${String(chunk).padStart(4, '0')}` },
})

export const rowKey = (item: Item): { pk: { S: string }; sk: { S: string } } => ({
  pk: { S: item.pk?.S ?? '' },
  sk: { S: item.sk?.S ?? '' },
})

/** Rows that hold the sealed record; each names the write it belongs to, so that two half writes are never taken for one. */
export function chunksOf(partition: string, heading: string, sealed: Buffer): Item[] {
  const chunks = Math.ceil(sealed.length / chunkBytes)
  const written = sealed.subarray(0, 12).toString('base64url')
  return Array.from({ length: chunks }, (_, n) => ({
    ...recordKey(partition, heading, n),
    chunks: { N: String(chunks) },
    written: { S: written },
    sealed: { B: sealed.subarray(n * chunkBytes, (n + 1) * chunkBytes) },
  }))
}

/** How many rows of the last record are not read yet. */
export function unread(items: readonly Item[]): number {
  const last = items.at(-1)
  return last ? Number(last.chunks?.N) - 1 - Number(last.sk?.S?.slice(-4)) : 0
}

/** Rows, in the order of their keys, as records. */
export function grouped(items: readonly Item[]): Kept[] {
  const records = new Map<string, Item[]>()
  for (const item of items) {
    const heading = item.sk?.S?.slice(0, -5) ?? ''
    records.set(heading, [...(records.get(heading) ?? []), item])
  }
  return [...records].map(([heading, rows]) => {
    const [reference = '', category = '', source = '', id = ''] = heading.split('#')
    const partition = rows[0]?.pk?.S ?? ''
    const written = rows[0]?.written?.S ?? ''
    const whole = rows.length === Number(rows[0]?.chunks?.N) && rows.every((row) => row.written?.S === written)
    const keys = rows.map(rowKey)
    return { partition, reference, category, source: decodeURIComponent(source), id, heading, keys, whole, written }
  })
}

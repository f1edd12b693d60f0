import type { Policy } from '../policy/schema.ts'
import type { Day } from './time.ts'

/** What a history ended with on a day: the number of its last entry then, and that entry's hash. */
export type Head = { readonly reference: string; readonly n: number; readonly hash: string }

/** What was written on a day, in parts, each of which names the one before by its hash. */
export type Part = {
  /** Of UTC. */
  readonly day: Day
  /** From 1. */
  readonly part: number
  /** SHA-256 (hex) over the RFC 8785 JSON of the document before; 64 zeros before the first. */
  readonly previous: string
}

/** Of entries, however many of one request there are, the last of each: it holds all before it by its hash. */
export function headsOf(entries: readonly Head[]): readonly Head[] {
  const last = new Map<string, Head>()
  for (const one of entries) if ((last.get(one.reference)?.n ?? 0) < one.n) last.set(one.reference, one)
  return [...last.values()]
}

/** What is signed and put where nobody can take it back (docs/history.md): no word in it is personal. */
export const anchorOf = ({ day, part, previous }: Part, heads: readonly Head[], { company }: Policy) => ({
  v: 1 as const,
  kind: 'anchor' as const,
  company: company.name,
  day,
  part,
  previous,
  heads: heads.map(({ reference, n, hash }) => ({ reference, n, hash })),
})

/** Where a part lies in the bucket, in the order of their writing. */
export const anchorKey = ({ day, part }: Pick<Part, 'day' | 'part'>): string =>
  `anchors/${day}/${String(part).padStart(6, '0')}.json`

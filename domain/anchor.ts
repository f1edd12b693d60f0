import type { Policy } from '../policy/schema.ts'
import { type Entry, isSealed } from './history.ts'
import { type Day, daysAfter, type Instant } from './time.ts'

/**
 * What a history ended with on a day: the number of its last entry then, and that entry's hash; `until`, where its end was known
 * by then: what was never proven goes by itself.
 */
export type Head = { readonly reference: string; readonly n: number; readonly hash: string; readonly until?: Instant }

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
  heads: heads.map(({ reference, n, hash, until }) => ({ reference, n, hash, ...(until ? { until } : {}) })),
})
export type Anchor = ReturnType<typeof anchorOf>

const folder = 'anchors/'
/** Where a part lies in the bucket, in the order of their writing. */
export const anchorKey = ({ day, part }: Pick<Part, 'day' | 'part'>): string =>
  `${folder}${day}/${String(part).padStart(6, '0')}.json`
const dayIn = (key: string): Day => key.slice(folder.length, folder.length + 10) as Day

/** An anchor is compared in the second night after its day, and again after so many days, over and over: a longer time costs less. */
const comparedAgain = 28

/** Whether the round of a day (UTC) holds the anchor of a key against the histories. */
export function isCompared(key: string, today: Day): boolean {
  const age = (Date.parse(today) - Date.parse(dayIn(key))) / 86_400_000
  return age >= 2 && (age - 2) % comparedAgain === 0
}

/**
 * After this key come the anchors whose histories have to be there yet: what was closed on an earlier day may be gone since
 * `periods.evidence` is over, or nearly, where summer time began in between.
 */
export const beforeKept = (today: Day, { periods }: Policy): string =>
  `${folder}${daysAfter(daysAfter(today, `-${periods.evidence}`), 'P2D')}`

/** Whether the entry that stands where `head` was is another one, or is gone before its time. */
export function isReplaced(head: Head, entry: Entry | undefined, now: Instant): boolean {
  if (!entry) return head.until === undefined || now < head.until
  return entry.hash !== head.hash || !isSealed(entry)
}

/** A history that an anchor contradicts: which entry of it, and the day (UTC) at whose end another one stood there. */
export type Replaced = { readonly reference: string; readonly n: number; readonly day: Day }

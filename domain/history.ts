import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Policy } from '../policy/schema.ts'
import type { Event } from './event.ts'
import type { Request, Status } from './request.ts'
import type { Instant } from './time.ts'

/** How a request comes to be: somebody asked; an account was found that nobody uses; or the company asks for an approval. */
export type Beginning = 'received' | 'found-inactive' | 'disclosure-asked'

/** What somebody of the company did on the desk that changes nothing: looked at what is personal, fetched a file, wrote to the person, had their link sent again, left a note. */
type DeskWork = 'looked' | 'fetched' | 'wrote' | 'link-sent' | 'noted'
/** What a history tells: an event, how a request began, or work on the desk. */
export type Happened = Event['type'] | Beginning | DeskWork

export type Entry = {
  readonly n: number
  readonly at: Instant
  readonly event: Happened
  readonly from: Status | 'none'
  readonly to: Status
  /** Systems or reasons; never personal. */
  readonly detail?: string
  /** SHA-256 (hex) of what it leaves to `Untold`. */
  readonly digest?: string
  readonly previous: string
  readonly hash: string
}

/**
 * What the person is not told of an entry, who reads there no more than that something was noted: a note for colleagues, or
 * a hold of which the law lets nobody tell them. It stands beside the chain, which holds its digest.
 */
export type Untold = Pick<Entry, 'n' | 'event' | 'detail'> & { readonly salt: string }

export const beginning = '0'.repeat(64)

/** SHA-256 (hex) over the entry's RFC 8785 JSON without its own hash; the entry before is inside, so the chain is too. */
export function sealed(entry: Omit<Entry, 'hash'>): Entry {
  return { ...entry, hash: hashOf(entry) }
}

/** Whether an entry is the one that its hash was made of. */
export const isSealed = ({ hash, ...entry }: Entry): boolean => hashOf(entry) === hash

const hashOf = (said: Omit<Entry, 'hash'> | Untold): string =>
  createHash('sha256')
    .update(canonicalize(said) as string)
    .digest('hex')

/** What an entry holds of what stands beside it; the salt keeps anybody from guessing. */
export const digestOf = (untold: Untold): string => hashOf(untold)

/** The number of the first entry beside which stands something else than its digest says, or nothing. */
export const unfitting = (history: readonly Entry[], untold: readonly Untold[]): number | undefined =>
  history.find(({ n, digest }) => {
    const beside = untold.find((one) => one.n === n)
    return digest !== (beside && digestOf(beside))
  })?.n

/** The history as people of the company read it, with what its person is not told of. */
export const opened = (history: readonly Entry[], untold: readonly Untold[]): readonly Entry[] =>
  history.map((entry) => {
    const { event, detail } = untold.find(({ n }) => n === entry.n) ?? entry
    return { ...entry, event, ...(detail ? { detail } : {}) }
  })

/**
 * The number of the first entry that was altered, removed or moved, or undefined when the chain is whole.
 * Only `head`, what the request itself says of its history, shows that entries are missing at the end.
 */
export function brokenAt(
  history: readonly Entry[],
  head?: { readonly historyHash: string; readonly historyLength: number },
): number | undefined {
  let previous = beginning
  for (const [i, { hash, ...entry }] of history.entries()) {
    if (entry.n !== i + 1 || entry.previous !== previous || hashOf(entry) !== hash) return i + 1
    previous = hash
  }
  return !head || (history.length === head.historyLength && previous === head.historyHash)
    ? undefined
    : history.length + 1
}

/**
 * A request's history as a document of its own (docs/history.md): nothing personal stands in an entry.
 * @param untold for auditors alone
 */
export const historyOf = (
  { reference, right, historyHash, historyLength }: Request,
  entries: readonly Entry[],
  { company }: Policy,
  now: Instant,
  untold?: readonly Untold[],
) => ({
  v: 1 as const,
  kind: 'history' as const,
  reference,
  right,
  company: company.name,
  at: now,
  entries,
  ...(untold ? { untold } : {}),
  historyHash,
  historyLength,
})

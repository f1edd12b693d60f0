import type { Correction, Exceptions, Progress, Slice, Subject, System } from '../contract.ts'
import type { Fuse } from './fuse.ts'

/** What the laws need to know of a system. Whoever writes a system writes one of these for its tests. */
export type World = {
  /** A new instance, as a function would make it; every call to a store goes through the fuse; `batch` records at a time. */
  system(fuse: Fuse, batch: number): System
  /** Empties the stores and gives `subject` and `other` the same records as ever: at least three in each category. */
  seed(): Promise<void>
  readonly subject: Subject
  readonly other: Subject
  /** A person whose keys nothing belongs to. */
  readonly nobody: Subject
  /** Everything that the company's application can read of a person, byte for byte, in any order. */
  seen(of: Subject): Promise<readonly string[]>
  /** Lets the application write a record of the subject that was not there before, in a category that is not kept. */
  write(): Promise<void>
  /** Lets the application write over one of the subject's records, or where it was. Absent when a system keeps both. */
  overwrite?(): Promise<void>
  /** A category of the system that a law keeps, and one more that is erased. */
  readonly kept: string
  readonly erased: string
  /** A field of `erased` that some of the subject's records have; absent when nothing can be corrected in this system. */
  readonly correction?: Correction
  /** A correction of what records lack and get, such as a statement; absent when there is none. */
  readonly completion?: Correction
  /** A value that stands in the subject's records of every category and may never lie open in the vault. */
  readonly canary: string
  /** A world with fewer records, three at least, for the laws that kill a verb after every call of it; absent: this one. */
  readonly small?: World
  /** Everything in Oblige's own tables as text. */
  vault(): Promise<string>
}

export const exception = (category: string): Exceptions => [{ id: 'kept-by-law', category }]

/** A slice that never has enough, or one that has after every batch. */
export const slice = (reference: string, enough = false): Slice => ({ reference, enough: () => enough })

export type Run = (slice: Slice) => Promise<Progress>

/** Slices until nothing is left, each ended after one batch; answers what each gave. */
export async function untilDone(run: Run, reference: string): Promise<readonly Progress[]> {
  const all: Progress[] = []
  let from: string | undefined
  do {
    const progress = await run({ ...slice(reference, true), ...(from === undefined ? {} : { from }) })
    all.push(progress)
    from = progress.next
    if (all.length > 10_000) throw new Error('no end after 10,000 slices')
  } while (from !== undefined)
  return all
}

/** Counts of a category, summed over slices. */
export const handled = (all: readonly Progress[], category: string): number =>
  all
    .flatMap((progress) => progress.receipts)
    .filter((receipt) => receipt.category === category)
    .reduce((sum, receipt) => sum + receipt.count, 0)

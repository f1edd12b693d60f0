import { type Answer, categoriesFor } from '../../domain/receipts.ts'
import type { In } from '../../domain/request.ts'
import { Package } from '../../package/package.ts'
import { policy } from '../../policy/in-force.ts'
import type { Finding, Progress, Receipt, Slice, Subject, System } from '../../systems/contract.ts'
import { type Bucket, nextRound } from '../package/bucket.ts'

/** How far a system's part has come: the slice, where it begins, and the records of each category before and so far. */
type Cursor = {
  readonly n: number
  readonly from?: string
  readonly found: Readonly<Record<string, number>>
  readonly given: Readonly<Record<string, number>>
}

/** Records moved while they were read, and some were passed by: begin again. */
const moved = 'ChangedMeanwhile'

/**
 * One slice of a system's part of a copy, into a segment of its own in the bucket of packages. Receipts are of the whole
 * part so far. At the end the part is compared with what the system holds: fewer records than before and after it were
 * read means that some moved (into the vault or out of it) past the reader, and the part begins again.
 */
export async function gather(
  name: string,
  system: System,
  request: In<'gathering'> | In<'ready'>,
  subject: Subject,
  { from, enough }: Slice,
  bucket: Bucket,
): Promise<Progress> {
  const { right, language, reference } = request
  const wanted = categoriesFor(right, name, policy)
  if (wanted.length === 0) return { receipts: [] }
  const at: Cursor =
    from === undefined ? { n: 1, found: counted(await system.find(subject)), given: {} } : (JSON.parse(from) as Cursor)
  const part = new Package(bucket.client, bucket.name, reference, nextRound(request))
  const records = system.export(subject, at.from)
  const { next, receipts } = await part.gather(name, records, { n: at.n, enough }, { policy, right, language })
  const given = Object.fromEntries(
    wanted.map((category) => [category, (at.given[category] ?? 0) + numberOf(receipts, category)]),
  )
  if (next !== undefined)
    return {
      receipts: whole(given),
      next: JSON.stringify({ n: at.n + 1, from: next, found: at.found, given } satisfies Cursor),
    }
  const after = counted(await system.find(subject))
  return {
    receipts: whole(given).map((receipt) =>
      receipt.count < Math.min(at.found[receipt.category] ?? 0, after[receipt.category] ?? 0)
        ? { ...receipt, outcome: 'failed', reason: moved }
        : receipt,
    ),
  }
}

/** Whether a system has given all that it holds: it is not asked again. */
export const hasGiven = (known: Answer | undefined): boolean =>
  known?.done === true && !known.receipts.some(({ outcome }) => outcome === 'failed')

const counted = (findings: readonly Finding[]): Readonly<Record<string, number>> =>
  Object.fromEntries(findings.map(({ category, live, restricted }) => [category, live + restricted]))

const numberOf = (receipts: readonly Receipt[], category: string): number =>
  receipts.find((receipt) => receipt.category === category)?.count ?? 0

const whole = (given: Readonly<Record<string, number>>): readonly Receipt[] =>
  Object.entries(given).map(([category, count]) => ({ category, outcome: count > 0 ? 'done' : 'not-found', count }))

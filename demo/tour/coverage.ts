import type { RequestView } from '../../functions/contract/request.ts'
import type { Seen } from './view.ts'

type Coverage = RequestView['coverage']

/** Kept are exactly the invoices and payments that were there; everything else is erased or was not there. */
export function keeps(coverage: Coverage, seen: Seen): boolean {
  const expected = seenIn({ parts: seen.parts.filter(({ what }) => ['Invoices', 'Payments'].includes(what)) })
  const kept = coverage.filter(isKept)
  const rest = coverage.filter((line) => !isKept(line))
  return (
    kept.length === 1 &&
    kept[0]?.category === 'payment' &&
    kept[0].count === expected &&
    rest.length > 0 &&
    rest.every(({ outcome }) => outcome === 'erased' || outcome === 'not-found')
  )
}

export const isKept = ({ outcome }: Coverage[number]): boolean => outcome === 'kept'
/** Records in all systems together. */
export const total = (coverage: Coverage): number => coverage.reduce((sum, { count }) => sum + count, 0)
export const seenIn = ({ parts }: Pick<Seen, 'parts'>): number => parts.reduce((sum, { records }) => sum + records, 0)

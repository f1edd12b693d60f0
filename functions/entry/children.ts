import { type Holder, isMinor, isNoDate } from '../../domain/minor.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { log } from './log.ts'

/**
 * N8: whether the directory says that an account is a child's. A birth date that is none says nothing; that there was one is in
 * the log, where the company sees that its directory has to be set right.
 */
export function hasMinor(holders: readonly Holder[], now: Instant, reference?: string): boolean {
  const wrong = policy.minors ? holders.filter(isNoDate).length : 0
  if (wrong > 0) log({ what: 'birth-date', outcome: 'no date', count: wrong, ...(reference ? { reference } : {}) })
  return holders.some((holder) => isMinor(holder, policy, now))
}

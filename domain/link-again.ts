import type { Policy } from '../policy/schema.ts'
import { decide } from './decide.ts'
import { isUnderWay } from './letters.ts'
import { letter, refused, saidBy } from './outcome.ts'
import type { Request } from './request.ts'
import { type Decision, step } from './step.ts'
import { earlier, type Instant, moved } from './time.ts'

/** Whether its person has a link: to confirm it, or to its page. Whom a controller asked for has none. */
export const canBeSentAgain = ({ status, controller }: Pick<Request, 'status' | 'controller'>): boolean =>
  controller === undefined && (status === 'unverified' || isUnderWay(status))

/**
 * Somebody of the company has the person's link sent again: to the address that the request writes to, and to no other, which
 * nobody types. Nothing else changes, but that the link to confirm lasts longer, as when its person asks for it.
 */
export function linkSent(request: Request, by: string, policy: Policy, now: Instant): Decision {
  if (!canBeSentAgain(request)) return refused('not-possible-now')
  if (request.status !== 'unverified')
    return step(request, saidBy(by, { request, effects: [letter('link-again')] }), 'link-sent', policy, now)
  const { periods, company } = policy
  // No link lasts longer than what it confirms.
  const vanishes = moved(request.receivedAt, periods.unverified, company.timeZone)
  const linkUntil = earlier(moved(now, periods.confirmLink, company.timeZone), vanishes)
  return now < vanishes
    ? decide(request, { type: 'asked-again', linkUntil, by }, policy, now)
    : refused('not-possible-now')
}

import type { Policy } from '../policy/schema.ts'
import type { Effect } from './effect.ts'
import type { Event } from './event.ts'
import { leadsTo } from './lifecycle.ts'
import { lateOf, letter, type Outcome, refused } from './outcome.ts'
import { isClosed, type Request, type Status } from './request.ts'
import { extended, type Instant, moved } from './time.ts'

/** Whether nothing more is to be done for what was asked: done, decided, or no longer wanted. */
export const isSettled = (request: Request): boolean =>
  isClosed(request) ||
  request.status === 'discarding' ||
  request.status === 'withdrawing' ||
  request.status === 'lifting' ||
  ((request.status === 'ready' || request.status === 'held') && request.outstanding.length === 0)

/** Whether what was promised is still to be done, by somebody else than the person: nothing is owed before the address is proven. */
export const isOwed = (request: Request): boolean =>
  !isSettled(request) &&
  !request.canary &&
  request.right !== 'disclosure' &&
  request.status !== 'unverified' &&
  request.status !== 'stating' &&
  request.status !== 'proving' &&
  request.status !== 'objecting' &&
  request.status !== 'identifying'

/** Whom or what a request that is not over waits for; `time`: for the end of a grace period, and nobody has to do anything. */
export type WaitsFor = 'company' | 'systems' | 'law' | 'time' | 'person'

const busy: readonly Status[] = [
  ...(['restricting', 'restoring', 'erasing', 'erasing-again', 'holding', 'held', 'lifting'] as const),
  ...(['gathering', 'ready', 'discarding', 'withdrawing', 'stopping', 'correcting'] as const),
]

export function waitsFor(request: Request): WaitsFor {
  if (request.status === 'deciding' || request.status === 'weighing' || request.status === 'checking') return 'company'
  if ('hold' in request && request.hold) return 'law'
  if ('outstanding' in request && request.outstanding.length > 0 && lateOf(request).length === 0) return 'company'
  if (busy.includes(request.status)) return 'systems'
  if (request.status === 'grace') return request.outstanding.length > 0 ? 'systems' : 'time'
  return 'person'
}

/** Why the officer has to know of a request today: its moment has passed; it may not be kept; it comes near. */
export type Pressing = 'overdue' | 'at-risk' | 'soon'

/** Half of the lead has passed and something is still open: retries of a day have not helped. */
export const atRiskBy = (now: Instant, { periods, company }: Policy): Instant =>
  moved(moved(now, periods.erasureLead, company.timeZone), 'PT12H', company.timeZone, -1)

/** Whatever may press is promised by then. */
export function soonBy(now: Instant, policy: Policy): Instant {
  const [soon, atRisk] = [moved(now, policy.periods.dueSoon, policy.company.timeZone), atRiskBy(now, policy)]
  return soon > atRisk ? soon : atRisk
}

/** Nothing: nobody has to know of it yet. */
export function pressing(request: Request, policy: Policy, now: Instant): Pressing | undefined {
  if (!isOwed(request) || request.promisedBy > soonBy(now, policy)) return undefined
  if (now >= request.promisedBy) return 'overdue'
  if (request.promisedBy <= atRiskBy(now, policy)) return 'at-risk'
  // An erasure has its day: until then it is as it should be.
  return waitsFor(request) === 'time' ? undefined : 'soon'
}

/** GDPR Art. 12(3): once, while something is still to be done, and only while the first month runs. */
export const canBeExtended = (request: Request, now: Instant): boolean =>
  isExtendable(request) && now < request.promisedBy

const isExtendable = (request: Request): boolean =>
  leadsTo(request.status, 'extended').length > 0 && isOwed(request) && !request.longer

/** The company needs longer, and says why. An erasure has the period that the notice promises, and no day more. */
export function extendedBy(
  request: Request,
  { why }: Extract<Event, { type: 'extended' }>,
  policy: Policy,
  now: Instant,
): Outcome {
  if (!canBeExtended(request, now)) return refused(isExtendable(request) ? 'too-late' : 'not-possible-now')
  return {
    request: { ...request, longer: why, promisedBy: extended(request.receivedAt, policy, request.stops) },
    effects: [letter('answer-takes-longer'), ...askedAnew(request.status)],
    detail: why,
  }
}

/** The officer's link would be over by then: another one; and a machine that reminds in time. */
function askedAnew(status: Status): readonly Effect[] {
  switch (status) {
    case 'weighing':
      return [letter('objection-to-weigh'), { kind: 'start', machine: 'objection' }]
    case 'deciding':
      return [letter('decision-needed'), { kind: 'start', machine: 'rectification' }]
    default:
      return []
  }
}

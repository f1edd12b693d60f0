import type { Policy } from '../policy/schema.ts'
import { copyBegun } from './copy.ts'
import type { Event } from './event.ts'
import { identityAsked, isDoubted } from './identity.ts'
import { consentBegun } from './minor.ts'
import { objectionBegun } from './objection.ts'
import { effectsOf, letter, type Outcome, refused, type Taken } from './outcome.ts'
import { rectificationBegun } from './rectification.ts'
import type { In } from './request.ts'
import { erasureOf } from './step.ts'
import { dayOf, earlier, erasureMoments, type Instant, promisedBy } from './time.ts'
import { weighingBegun } from './weighing.ts'

/** What comes of a request that nobody has confirmed yet: its link is asked for again, or its address is proven, and its right begins. */
export function nextOfUnverified(request: In<'unverified'>, event: Event, policy: Policy, now: Instant): Outcome {
  switch (event.type) {
    case 'asked-again':
      return askedAgain(request, event, policy, now)
    case 'confirmed':
      return now >= request.linkUntil && !request.controller
        ? refused('link-expired')
        : proven(request, event, policy, now)
    case 'reported':
      return request.right === 'erasure'
        ? consentBegun(withoutLink({ ...request, right: request.right }), event, policy, now)
        : refused('not-possible-now')
    default:
      return refused('not-possible-now')
  }
}

/**
 * A new link. Who writes a From line, or holds a link that ran out, can ask for one without end: on one day (UTC, as letters are
 * counted) no more of them are entries than an address gets such letters. What somebody of the company sends is theirs to say.
 */
function askedAgain(
  request: In<'unverified'>,
  { linkUntil, by }: Extract<Event, { type: 'asked-again' }>,
  policy: Policy,
  now: Instant,
): Outcome {
  const asked = { request: { ...request, linkUntil }, effects: [letter('confirm-request')] }
  if (by !== undefined) return asked
  const today = dayOf(now, 'UTC')
  const times = request.newLinks?.on === today ? request.newLinks.times : 0
  if (times >= policy.limits.mailsPerAddressAndDay) return refused('not-possible-now')
  return { ...asked, request: { ...asked.request, newLinks: { on: today, times: times + 1 } } }
}

function withoutLink<Held extends Pick<In<'unverified'>, 'linkUntil' | 'newLinks'>>({
  linkUntil: _,
  newLinks: __,
  ...kept
}: Held): Omit<Held, 'linkUntil' | 'newLinks'> {
  return kept
}

/** The address is proven, and so is whose it is: by the directory, or because somebody of the company was convinced. */
export const proven = (
  request: In<'unverified'>,
  event: Extract<Event, { type: 'confirmed' }>,
  policy: Policy,
  now: Instant,
): Taken => withConsent(request, event, policy, confirmed(request, event, policy, now))

function confirmed(
  request: In<'unverified'>,
  event: Extract<Event, { type: 'confirmed' }>,
  policy: Policy,
  now: Instant,
): Taken {
  const stopped = event.stops ? { ...request, stops: event.stops } : request
  const { child, doubt: _, ...kept } = { child: undefined, doubt: undefined, ...withoutLink(stopped) }
  const receivedAt = earlier(event.firstReceivedAt, request.receivedAt)
  if (event.found !== 'nobody' && 'duplicateOf' in event.found) {
    return {
      request: { ...kept, status: 'duplicate', of: event.found.duplicateOf, closedAt: now },
      effects: [letter('duplicate')],
    }
  }
  const { right } = kept
  const { identity } = policy
  if (identity && isDoubted(request, event.found)) return identityAsked(stopped, receivedAt, identity, policy, now)
  if (right === 'objection') {
    const person = { ...request.person, ...(event.found === 'nobody' ? {} : event.found) }
    return objectionBegun({ ...kept, right, person, receivedAt }, event, now)
  }
  if (event.found === 'nobody')
    return { request: { ...kept, status: 'not-found', closedAt: now }, effects: [letter('not-found')] }
  const person = { ...request.person, ...event.found }
  if (right === 'restriction')
    return {
      request: {
        ...kept,
        right,
        status: 'holding',
        person,
        receivedAt,
        promisedBy: promisedBy(right, receivedAt, policy, kept.stops),
        confirmedAt: now,
      },
      effects: [{ kind: 'start', machine: 'restriction' }],
    }
  if (right === 'processing-objection') return weighingBegun({ ...kept, right, person, receivedAt }, policy, now)
  if (right === 'rectification') return rectificationBegun({ ...kept, right, person, receivedAt }, policy, now)
  if (right !== 'erasure') return copyBegun({ ...kept, right, person, receivedAt }, policy, now)
  return {
    request: {
      ...kept,
      right,
      ...(child || event.minor ? { child: true as const } : {}),
      status: 'restricting',
      person,
      receivedAt,
      ...erasureMoments(receivedAt, policy, erasureOf(request, policy), kept.stops),
      confirmedAt: now,
    },
    effects: [{ kind: 'start', machine: 'erasure' }],
  }
}

/** N8: what a child asks for is done as for anybody; whether a guardian consents to the account is asked beside it. */
function withConsent(
  { right, child }: In<'unverified'>,
  { minor, found }: Extract<Event, { type: 'confirmed' }>,
  policy: Policy,
  outcome: Taken,
): Taken {
  const isAsked = policy.minors && (child || minor) && right !== 'erasure' && found !== 'nobody'
  if (!isAsked || 'duplicateOf' in found) return outcome
  return { ...outcome, effects: [...effectsOf(outcome), { kind: 'ask-consent' }] }
}

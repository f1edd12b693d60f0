import type { Policy } from '../policy/schema.ts'
import { nowCertified } from './certified.ts'
import { copyBegun, isKeptForAnother, nextOfCopy } from './copy.ts'
import { extendedBy } from './deadline.ts'
import { isOfDisclosure, nextOfDisclosure } from './disclosure.ts'
import { cameBy } from './entered.ts'
import { keptFrom, nextOfErased } from './erased.ts'
import type { Event } from './event.ts'
import { nextOfHold } from './hold.ts'
import { doubted, identityAsked, isDoubted, isKeptToAskAgain, nextOfIdentity } from './identity.ts'
import { isTold, withLegalHold, withoutHold } from './legal-hold.ts'
import { heldTo, leadsTo } from './lifecycle.ts'
import { consentBegun, nextOfConsent } from './minor.ts'
import { passedOn } from './notices.ts'
import { nextOfObjection, objectionBegun } from './objection.ts'
import {
  activity,
  effectsOf,
  letter,
  type Outcome,
  refused,
  saidBy,
  stillAsked,
  type Taken,
  waitingFor,
} from './outcome.ts'
import { nextOfRectification, rectificationBegun } from './rectification.ts'
import type { In, Request } from './request.ts'
import { isClosed, isUncertified } from './request.ts'
import { type Ask, blank, type Decision, erasureOf, type Step, step } from './step.ts'
import { isOfTask, nextOfTask, withTasks } from './tasks.ts'
import { dayOf, earlier, erasureMoments, type Instant, moved, promisedBy, reminderDue } from './time.ts'
import { closedAsTurnedDown, turnedDown } from './turned-down.ts'
import { byOneAlone, isOfProposal, nextOfProposal, settles, withoutProposal } from './two-people.ts'
import { nextOfWeighing, weighingBegun } from './weighing.ts'

/**
 * A request as it is received, not yet verified, with its first history entry and the mail that asks to confirm; who
 * wrote a mail for somebody else hears of it too. An ask that comes over a link to a proven address (`proven`) needs no
 * mail: it is confirmed next. @param by who of the company entered it
 */
export function received(ask: Ask, policy: Policy, now: Instant, proven = false, by?: string): Step {
  const mail = ask.person.mail?.reveal()
  const request: In<'unverified'> = {
    ...blank(ask, policy, now),
    linkUntil: moved(now, policy.periods.confirmLink, policy.company.timeZone),
  }
  const letters = mail?.writer ? [letter('confirm-request'), letter('passed-on')] : [letter('confirm-request')]
  const came = ask.controller ? `for ${ask.controller}` : mail ? 'by mail' : cameBy(request, policy)
  const outcome = { request, effects: proven ? [] : letters, ...(came ? { detail: came } : {}) }
  return step(request, by === undefined ? outcome : saidBy(by, outcome), 'received', policy, now)
}

/**
 * The one place where a request changes: the next request, its history entry and what has to happen next,
 * or a refusal with its reason. Pure: the same input gives the same decision.
 */
export function decide(request: Request, event: Event, policy: Policy, now: Instant): Decision {
  if (leadsTo(request.status, event.type).length === 0)
    return refused(isTooLate(request, event) ? 'too-late' : 'not-possible-now')
  const alone = byOneAlone(request, event, policy, now)
  if (alone) return alone
  const outcome = settledProposal(handedOver(next(request, event, policy, now), event), request, event)
  if ('kind' in outcome) return outcome
  heldTo(request.status, event.type, outcome.request.status)
  const decision = step(request, event.by === undefined ? outcome : saidBy(event.by, outcome), event.type, policy, now)
  const isOfOne = event.type === 'task-answered' || event.type === 'task-reassigned'
  const tasks = isOfOne ? [event.task] : (event.handed?.tasks ?? [])
  return tasks.length > 0 ? { ...decision, tasks } : decision
}

/** What was proposed is done, or decided otherwise: nothing is left that another could confirm. */
const settledProposal = (outcome: Outcome, before: Request, event: Event): Outcome =>
  'kind' in outcome || !settles(event, before) ? outcome : { ...outcome, request: withoutProposal(outcome.request) }

/** Once every system was asked, what is left by hand is asked of somebody, in the same step. */
function handedOver(outcome: Outcome, { handed }: Event): Outcome {
  if ('kind' in outcome || !handed) return outcome
  return {
    ...outcome,
    request: withTasks(outcome.request, handed),
    effects: [...(outcome.effects ?? []), ...handed.effects],
  }
}

/** What is being erased or deleted cannot be had back, nor its request withdrawn; nor what was decided or done. */
const isTooLate = ({ status }: Request, { type }: Event): boolean =>
  (status === 'erasing' && ['restore-asked', 'active-again', 'withdraw-asked', 'hold-set'].includes(type)) ||
  ((status === 'discarding' || status === 'upheld' || status === 'refused') && type === 'withdraw-asked') ||
  (status === 'unapproved' && type === 'approval-given')

/** What the story of a request makes of an event; by itself it lets nothing happen either that the table leaves out. */
export function next(request: Request, event: Event, policy: Policy, now: Instant): Outcome {
  if (event.type === 'extended') return extendedBy(request, event, policy, now)
  if (event.type === 'doubted') return doubted(request, event, policy, now)
  if (event.type === 'turned-down') return turnedDown(request, event, policy, now)
  if (isOfTask(event)) return nextOfTask(request, event, policy)
  if (isOfProposal(event)) return nextOfProposal(request, event, policy, now, next)
  if (request.status === 'holding' || request.status === 'held' || request.status === 'lifting')
    return nextOfHold(request, event, policy, now)
  if (request.status === 'consenting') return nextOfConsent(request, event, policy, now)
  if (request.status === 'identifying' || request.status === 'checking')
    return nextOfIdentity(request, event, policy, now, proven)
  if (request.status === 'stopping') return nextOfObjection(request, event, now)
  if (request.status === 'objecting' || request.status === 'weighing')
    return nextOfWeighing(request, event, policy, now)
  if (
    request.status === 'stating' ||
    request.status === 'proving' ||
    request.status === 'deciding' ||
    request.status === 'correcting'
  )
    return nextOfRectification(request, event, policy, now)
  if (isOfDisclosure(request) && event.type !== 'told') return nextOfDisclosure(request, event, policy, now)
  if ((request.status === 'erased' || request.status === 'erasing-again') && event.type !== 'told')
    return nextOfErased(request, event, policy, now)
  switch (event.type) {
    case 'asked-again':
      return request.status === 'unverified' ? askedAgain(request, event, policy, now) : refused('not-possible-now')
    case 'confirmed':
      if (request.status !== 'unverified') return refused('not-possible-now')
      return now >= request.linkUntil && !request.controller
        ? refused('link-expired')
        : proven(request, event, policy, now)
    case 'reported':
      return request.status === 'unverified' && request.right === 'erasure'
        ? consentBegun(withoutLink({ ...request, right: request.right }), event, policy, now)
        : refused('not-possible-now')
    case 'consent-given':
      return (request.status === 'restricting' || request.status === 'grace') && request.unconsented
        ? restoreAsked(request, now)
        : refused('not-possible-now')
    case 'restriction-settled':
      return request.status === 'restricting' || request.status === 'grace'
        ? restrictionSettled(request, event.outstanding, policy, now)
        : refused('not-possible-now')
    case 'moment-reached':
      if (request.status === 'ready') return nextOfCopy(request, event, policy, now)
      return request.status === 'grace' ? momentReached(request, policy, now) : refused('not-possible-now')
    case 'restore-asked':
      return (request.status === 'restricting' || request.status === 'grace') && !request.unconsented
        ? restoreAsked(request, now)
        : refused('not-possible-now')
    case 'active-again':
    case 'asked-for':
      // What the person asked for is not undone by using the account.
      if (!(request.status === 'restricting' || request.status === 'grace') || !request.inactive)
        return refused('not-possible-now')
      return event.type === 'active-again' ? restoreAsked(request, now) : askedFor(request)
    case 'erase-now-asked':
      if (!policy.eraseNow) return refused('switched-off')
      if (request.status === 'grace' && request.hold)
        return refused(isTold(request.hold.reason, policy) ? 'on-hold' : 'not-possible-now')
      return request.status === 'grace'
        ? { ...erasing(request, now), effects: [{ kind: 'start', machine: 'erasure' }] }
        : refused('not-possible-now')
    case 'hold-set':
    case 'hold-ended':
      return request.status === 'restricting' || request.status === 'grace'
        ? withLegalHold(request, event, policy, now)
        : refused('not-possible-now')
    case 'release-settled':
      return request.status === 'restoring' ? releaseSettled(request, event, policy, now) : refused('not-possible-now')
    case 'erasure-settled':
      return request.status === 'erasing' ? erasureSettled(request, event, now) : refused('not-possible-now')
    case 'certified':
      if (isUncertified(request)) return nowCertified(request)
      return request.status === 'erasing' && request.erasedAt
        ? certified(request, request.erasedAt, event.kept, policy)
        : refused('not-possible-now')
    case 'told':
      return isClosed(request) &&
        request.person &&
        !isKeptForAnother(request, policy, now) &&
        !isKeptToAskAgain(request, policy, now) &&
        !isUncertified(request)
        ? { request: withoutPerson(request) }
        : refused('not-possible-now')
    default:
      return request.status === 'gathering' ||
        request.status === 'ready' ||
        request.status === 'discarding' ||
        request.status === 'withdrawing'
        ? nextOfCopy(request, event, policy, now)
        : refused('not-possible-now')
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
const proven = (
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

/** The first answer tells the person in any case; later ones only when the last system answered. */
function restrictionSettled(
  request: In<'restricting'> | In<'grace'>,
  outstanding: readonly string[],
  policy: Policy,
  now: Instant,
): Outcome {
  const news = request.status === 'restricting' || (request.outstanding.length > 0 && outstanding.length === 0)
  return {
    request: {
      ...request,
      status: 'grace',
      outstanding,
      remindedAt: request.status === 'grace' ? request.remindedAt : now,
    },
    effects: [
      ...(request.status === 'restricting' ? passedOn('restrict', policy) : []),
      ...(news ? [letter(request.unconsented ? 'consent-missing' : request.inactive ? 'inactive' : 'restricted')] : []),
    ],
    ...waitingFor(outstanding),
  }
}

function momentReached(request: In<'grace'>, policy: Policy, now: Instant): Outcome {
  if (request.hold) return refused('on-hold')
  if (now >= request.eraseAt) return erasing(request, now)
  if (request.unconsented || !reminderDue(request.eraseAt, request.remindedAt, now, policy))
    return refused('not-possible-now')
  return { request: { ...request, remindedAt: now }, effects: [letter('reminder')] }
}

function erasing(request: In<'grace'>, now: Instant): { request: In<'erasing'> } {
  const { remindedAt: _, ...kept } = withoutHold(request)
  return { request: { ...kept, status: 'erasing', startedAt: now, outstanding: [] } }
}

/** N5: until the moment of erasure, and not after; an erasure that has to wait has not come to it. */
function restoreAsked(request: In<'restricting'> | In<'grace'>, now: Instant): Outcome {
  if (now >= request.eraseAt && !request.hold) return refused('too-late')
  return {
    request: { ...withoutHold(request), status: 'restoring', startedAt: now, outstanding: [] },
    effects: [{ kind: 'start', machine: 'restore' }],
  }
}

/** From now on it is an erasure by request: unavailable in any case, and no longer undone by using the account. */
function askedFor(request: In<'restricting'> | In<'grace'>): Outcome {
  const { inactive, ...kept } = request
  if (kept.status === 'restricting') return { request: kept }
  if (!inactive?.available) return { request: kept, effects: [letter('restricted')] }
  const { outstanding: _, remindedAt: __, ...asked } = kept
  return { request: { ...asked, status: 'restricting' }, effects: [{ kind: 'start', machine: 'erasure' }] }
}

function releaseSettled(
  request: In<'restoring'>,
  { outstanding, handed }: Settled,
  policy: Policy,
  now: Instant,
): Outcome {
  if (outstanding.length > 0) return stillAsked(request, outstanding, handed?.inTime)
  const ended = closedAsTurnedDown(request, policy, now)
  if (ended) return ended
  const { outstanding: _, startedAt: __, ...kept } = request
  return {
    request: { ...kept, status: 'restored', closedAt: now },
    effects: [
      ...passedOn('release', policy),
      letter(request.unconsented ? 'consented' : 'restored'),
      ...activity('used', policy),
    ],
  }
}

function erasureSettled(request: In<'erasing'>, { outstanding, handed }: Settled, now: Instant): Outcome {
  if (outstanding.length > 0) return stillAsked(request, outstanding, handed?.inTime)
  return { request: { ...request, outstanding, erasedAt: request.erasedAt ?? now } }
}

type Settled = Extract<Event, { outstanding: readonly string[] }>

function certified(request: In<'erasing'>, closedAt: Instant, exceptions: readonly string[], policy: Policy): Taken {
  const { outstanding: _, startedAt: __, erasedAt: ___, ...rest } = { erasedAt: undefined, ...request }
  return {
    request: { ...rest, status: 'erased', closedAt, kept: keptFrom(closedAt, exceptions, policy) },
    effects: [...passedOn('erase', policy), letter('erased'), ...activity('gone', policy)],
  }
}

function withoutPerson(request: Extract<Request, { closedAt: Instant }>): Request {
  const { person: _, ...kept } = request
  return kept
}

import type { Policy } from '../policy/schema.ts'
import { keptFrom } from './erased.ts'
import type { Event } from './event.ts'
import { isTold, withLegalHold, withoutHold } from './legal-hold.ts'
import { passedOn } from './notices.ts'
import { activity, letter, type Outcome, refused, stillAsked, type Taken, waitingFor } from './outcome.ts'
import { owesReminder } from './reminder.ts'
import type { In } from './request.ts'
import type { Instant } from './time.ts'
import { closedAsTurnedDown } from './turned-down.ts'

type UnderWay = In<'restricting'> | In<'grace'> | In<'restoring'> | In<'erasing'>

/**
 * The story of an erasure (GDPR Art. 17; N4 to N6): the data become unavailable, the grace period passes or they are restored, and
 * what is not restored is erased and certified.
 */
export function nextOfErasure(request: UnderWay, event: Event, policy: Policy, now: Instant): Outcome {
  switch (request.status) {
    case 'restricting':
    case 'grace':
      return inGrace(request, event, policy, now)
    case 'restoring':
      return event.type === 'release-settled'
        ? releaseSettled(request, event, policy, now)
        : refused('not-possible-now')
    case 'erasing':
      if (event.type === 'erasure-settled') return erasureSettled(request, event, now)
      return event.type === 'certified' && request.erasedAt
        ? certified(request, request.erasedAt, event.kept, policy)
        : refused('not-possible-now')
  }
}

/** As long as everything can be had back. */
function inGrace(request: In<'restricting'> | In<'grace'>, event: Event, policy: Policy, now: Instant): Outcome {
  switch (event.type) {
    case 'restriction-settled':
      return restrictionSettled(request, event.outstanding, policy, now)
    case 'moment-reached':
      return request.status === 'grace' ? momentReached(request, policy, now) : refused('not-possible-now')
    case 'restore-asked':
      return request.unconsented ? refused('not-possible-now') : restoreAsked(request, now)
    case 'consent-given':
      return request.unconsented ? restoreAsked(request, now) : refused('not-possible-now')
    // What the person asked for is not undone by using the account.
    case 'active-again':
      return request.inactive ? restoreAsked(request, now) : refused('not-possible-now')
    case 'asked-for':
      return request.inactive ? askedFor(request) : refused('not-possible-now')
    case 'erase-now-asked':
      return eraseNowAsked(request, policy, now)
    case 'hold-set':
    case 'hold-ended':
      return withLegalHold(request, event, policy, now)
    default:
      return refused('not-possible-now')
  }
}

/** The grace period is the person's: they may end it, where the policy lets them and no law asks to keep the data. */
function eraseNowAsked(request: In<'restricting'> | In<'grace'>, policy: Policy, now: Instant): Outcome {
  if (!policy.eraseNow) return refused('switched-off')
  if (request.status !== 'grace') return refused('not-possible-now')
  if (request.hold) return refused(isTold(request.hold.reason, policy) ? 'on-hold' : 'not-possible-now')
  return { ...erasing(request, now), effects: [{ kind: 'start', machine: 'erasure' }] }
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
  if (!owesReminder(request, policy, now)) return refused('not-possible-now')
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

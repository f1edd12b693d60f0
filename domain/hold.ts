import type { Policy } from '../policy/schema.ts'
import { nowCertified } from './certified.ts'
import type { Event } from './event.ts'
import { passedOn } from './notices.ts'
import { activity, letter, type Outcome, refused, stillAsked, waitingFor } from './outcome.ts'
import { type In, isUncertified } from './request.ts'
import { type Instant, moved } from './time.ts'
import { closedAsTurnedDown } from './turned-down.ts'

/** N3: unavailable to everyone until the person wants everything back, however long that is. */
export function nextOfHold(
  request: In<'holding'> | In<'held'> | In<'lifting'>,
  event: Event,
  policy: Policy,
  now: Instant,
): Outcome {
  switch (event.type) {
    case 'restriction-settled':
      return request.status === 'lifting' ? refused('not-possible-now') : settled(request, event.outstanding, policy)
    case 'certified':
      return isUncertified(request) ? nowCertified(request) : refused('not-possible-now')
    case 'restore-asked':
      return request.status === 'lifting' ? refused('not-possible-now') : lifting(request, now)
    case 'lift-announced':
      return request.status === 'held' ? announced(request, policy, now) : refused('not-possible-now')
    case 'lift-due':
      return request.status === 'held' ? due(request, event.told, now) : refused('not-possible-now')
    case 'release-settled':
      return request.status === 'lifting' ? released(request, event, policy, now) : refused('not-possible-now')
    case 'erased-meanwhile':
      return request.status === 'holding' ? refused('not-possible-now') : superseded(request, now)
    default:
      return refused('not-possible-now')
  }
}

/** The first answer tells the person in any case; later ones only when the last system answered, which is signed before. */
function settled(request: In<'holding'> | In<'held'>, outstanding: readonly string[], policy: Policy): Outcome {
  const isWhole = outstanding.length === 0
  const isFirst = request.status === 'holding'
  const isNews = isFirst || (request.outstanding.length > 0 && isWhole)
  return {
    request: { ...request, status: 'held', outstanding, ...(isNews && isWhole ? { uncertified: true as const } : {}) },
    effects: [...(isFirst ? passedOn('restrict', policy) : []), ...(isFirst && !isWhole ? [letter('held')] : [])],
    ...waitingFor(outstanding),
  }
}

/** GDPR Art. 18(3): the person is told before the company ends it, and when that will be. */
function announced(request: In<'held'>, policy: Policy, now: Instant): Outcome {
  if (request.liftAt) return refused('notice-running')
  const liftAt = moved(now, policy.periods.liftNotice, policy.company.timeZone)
  return { request: { ...request, liftAt }, effects: [letter('to-be-lifted')] }
}

function due(request: In<'held'>, told: boolean, now: Instant): Outcome {
  if (!request.liftAt) return refused('not-possible-now')
  return told && now >= request.liftAt ? lifting(request, now, { byCompany: true }) : refused('notice-running')
}

function lifting(request: In<'holding'> | In<'held'>, now: Instant, by: { readonly byCompany?: true } = {}): Outcome {
  const { liftAt: _, uncertified: __, ...kept } = { liftAt: undefined, uncertified: undefined, ...request }
  return {
    request: { ...kept, ...by, status: 'lifting', startedAt: now, outstanding: [] },
    effects: [{ kind: 'start', machine: 'restore' }],
  }
}

function released(
  request: In<'lifting'>,
  { outstanding, handed }: Extract<Event, { outstanding: readonly string[] }>,
  policy: Policy,
  now: Instant,
): Outcome {
  if (outstanding.length > 0) return stillAsked(request, outstanding, handed?.inTime)
  const ended = closedAsTurnedDown(request, policy, now)
  if (ended) return ended
  const { outstanding: _, startedAt: __, ...kept } = request
  return {
    request: { ...kept, status: 'lifted', closedAt: now, uncertified: true },
    // The person is told when the certificate is signed.
    effects: [...passedOn('release', policy), ...activity('used', policy)],
  }
}

/** The letter of the erasure says everything: this one closes quietly, and forgets the person. */
function superseded(request: In<'held'> | In<'lifting'>, now: Instant): Outcome {
  const { v, reference, right, version, language, receivedAt, promisedBy, historyHash, historyLength } = request
  const kept = { v, reference, right, version, language, receivedAt, promisedBy, historyHash, historyLength }
  return { request: { ...kept, confirmedAt: request.confirmedAt, status: 'superseded', closedAt: now } }
}

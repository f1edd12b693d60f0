import { letter, type Outcome, refused, waitingFor } from './outcome.ts'
import type { Event, In } from './request.ts'
import type { Instant } from './time.ts'

/** N3: unavailable to everyone until the person wants everything back, however long that is. */
export function nextOfHold(request: In<'holding'> | In<'held'> | In<'lifting'>, event: Event, now: Instant): Outcome {
  switch (event.type) {
    case 'restriction-settled':
      return request.status === 'lifting' ? refused('not-possible-now') : settled(request, event.outstanding)
    case 'restore-asked':
      return request.status === 'lifting' ? refused('not-possible-now') : lifting(request, now)
    case 'release-settled':
      return request.status === 'lifting' ? released(request, event.outstanding, now) : refused('not-possible-now')
    case 'erased-meanwhile':
      return request.status === 'holding' ? refused('not-possible-now') : superseded(request, now)
    default:
      return refused('not-possible-now')
  }
}

/** The first answer tells the person in any case; later ones only when the last system answered. */
function settled(request: In<'holding'> | In<'held'>, outstanding: readonly string[]): Outcome {
  const news = request.status === 'holding' || (request.outstanding.length > 0 && outstanding.length === 0)
  return {
    request: { ...request, status: 'held', outstanding },
    effects: news ? [letter('held')] : [],
    ...waitingFor(outstanding),
  }
}

function lifting(request: In<'holding'> | In<'held'>, now: Instant): Outcome {
  return {
    request: { ...request, status: 'lifting', startedAt: now, outstanding: [] },
    effects: [{ kind: 'start', machine: 'restore' }],
  }
}

function released(request: In<'lifting'>, outstanding: readonly string[], now: Instant): Outcome {
  if (outstanding.length > 0) {
    const first = request.outstanding.length === 0
    return {
      request: { ...request, outstanding },
      effects: first ? [letter('takes-longer')] : [],
      ...waitingFor(outstanding),
    }
  }
  const { outstanding: _, startedAt: __, ...kept } = request
  return { request: { ...kept, status: 'lifted', closedAt: now }, effects: [letter('lifted')] }
}

/** The letter of the erasure says everything: this one closes quietly, and forgets the person. */
function superseded(request: In<'held'> | In<'lifting'>, now: Instant): Outcome {
  const { v, reference, right, version, language, receivedAt, promisedBy, historyHash, historyLength } = request
  const kept = { v, reference, right, version, language, receivedAt, promisedBy, historyHash, historyLength }
  return { request: { ...kept, confirmedAt: request.confirmedAt, status: 'superseded', closedAt: now } }
}

import type { CopyRight } from '../policy/rights.ts'
import type { Policy } from '../policy/schema.ts'
import type { Event } from './event.ts'
import { letter, type Outcome, refused, type Taken, waitingFor } from './outcome.ts'
import type { Person } from './person.ts'
import type { In, Request } from './request.ts'
import { isOneOf } from './subject.ts'
import { earlier, type Instant, later, moved, promisedBy, shifted } from './time.ts'
import { closedAsTurnedDown } from './turned-down.ts'

type Kept<S extends Request['status']> = Omit<In<S>, 'status' | 'linkUntil' | 'right' | 'promisedBy'>

/** The address is proven: every system is asked for what it holds. */
export function copyBegun(request: Kept<'unverified'> & { right: CopyRight }, policy: Policy, now: Instant): Taken {
  return {
    request: {
      ...request,
      status: 'gathering',
      promisedBy: promisedBy(request.right, request.receivedAt, policy, request.stops),
      confirmedAt: now,
      outstanding: [],
    },
    effects: [{ kind: 'start', machine: 'export' }],
  }
}

/** N1: gathered, packaged, fetched, and deleted again. */
export function nextOfCopy(
  request: In<'gathering'> | In<'ready'> | In<'discarding'> | In<'withdrawing'>,
  event: Event,
  policy: Policy,
  now: Instant,
): Outcome {
  switch (request.status) {
    case 'gathering':
      if (event.type === 'gathered') return gathered(request, event.outstanding, now)
      if (event.type === 'withdraw-asked') return withdrawing(request)
      if (event.type === 'erased-meanwhile') return outlived(request)
      return event.type === 'packaged' ? packaged(request, event, policy, now) : refused('not-possible-now')
    case 'ready':
      return whileReady(request, event, policy, now)
    case 'discarding':
      return event.type === 'discarded'
        ? {
            request: { ...request, status: 'discarded', closedAt: now, ...(event.erased ? { erased: true } : {}) },
            effects: [letter('copy-deleted')],
          }
        : refused('not-possible-now')
    case 'withdrawing':
      return event.type === 'discarded'
        ? (closedAsTurnedDown(request, policy, now) ?? {
            request: { ...request, status: 'withdrawn', closedAt: now },
            effects: [letter('withdrawn')],
          })
        : refused('not-possible-now')
  }
}

function whileReady(request: In<'ready'>, event: Event, policy: Policy, now: Instant): Outcome {
  switch (event.type) {
    case 'gathered':
      return gathered(request, event.outstanding, now)
    case 'packaged':
      return isStale(request) ? packaged(request, event, policy, now) : refused('not-possible-now')
    case 'moment-reached':
      return momentReached(request, policy, now)
    case 'code-asked':
    case 'downloaded':
      if (now >= request.availableUntil) return refused('too-late')
      if (request.downloads >= policy.limits.downloads) return refused('fetched-too-often')
      if (isBeingProtected(request)) return refused('not-possible-now')
      return event.type === 'code-asked'
        ? { request, effects: [letter('download-code')] }
        : { request: { ...request, downloads: request.downloads + 1 }, detail: `package ${request.round}` }
    case 'code-wrong':
      return { request }
    case 'protect-asked':
      if (now >= request.availableUntil) return refused('too-late')
      if (!canBeProtected(request, policy)) return refused('not-possible-now')
      // The machine sleeps until the reminder: another one sees to it now.
      return { request: { ...request, protectAskedAt: now }, effects: [{ kind: 'start', machine: 'export' }] }
    case 'protected':
      if (!isBeingProtected(request)) return refused('not-possible-now')
      return { request: { ...request, protectedAt: now, bytes: event.bytes }, effects: [letter('copy-protected')] }
    case 'withdraw-asked':
      return withdrawing(request)
    case 'erased-meanwhile':
      return outlived(request)
    default:
      return refused('not-possible-now')
  }
}

/** A later round counts only when it brought what was missing. */
function gathered(request: In<'gathering'> | In<'ready'>, outstanding: readonly string[], now: Instant): Outcome {
  const news = request.status === 'gathering' || outstanding.length < request.outstanding.length
  // Which came first is told by these two moments, whatever the clocks of those who gather and who put together say.
  const at = request.status === 'ready' ? later(now, shifted(request.packagedAt, 1)) : now
  return { request: { ...request, outstanding, ...(news ? { gatheredAt: at } : {}) }, ...waitingFor(outstanding) }
}

/** Whether something was gathered that is not in the package yet. */
export const isStale = (request: In<'ready'>): boolean => request.gatheredAt > request.packagedAt

/** Whether a passphrase was chosen, and the copy is not encrypted with it yet. */
export const isBeingProtected = (request: In<'ready'>): boolean =>
  request.protectAskedAt !== undefined && request.protectedAt === undefined

/** Whether a passphrase can be chosen: once, for a copy that nothing is added to any more. */
export const canBeProtected = (request: In<'ready'>, policy: Policy): boolean =>
  request.protectAskedAt === undefined &&
  request.outstanding.length === 0 &&
  !isStale(request) &&
  request.downloads < policy.limits.downloads

/** Ready at once, and again when what was missing has come; each package can be fetched for the whole time. */
function packaged(
  request: In<'gathering'> | In<'ready'>,
  event: Extract<Event, { type: 'packaged' }>,
  policy: Policy,
  now: Instant,
): Outcome {
  const { gatheredAt } = request
  if (gatheredAt === undefined) return refused('not-possible-now')
  const { notAfter } = event
  if (notAfter !== undefined && notAfter <= now) return outlived(request)
  const whole = moved(now, policy.periods.package, policy.company.timeZone)
  const availableUntil = notAfter === undefined ? whole : earlier(notAfter, whole)
  const { round, bytes, files } = event.package
  return {
    request: {
      ...request,
      gatheredAt,
      status: 'ready',
      round,
      bytes,
      files,
      packagedAt: later(now, gatheredAt),
      remindedAt: now,
      availableUntil,
      downloads: 0,
    },
    effects: [letter('copy-ready')],
    detail: `package ${round}`,
  }
}

function momentReached(request: In<'ready'>, policy: Policy, now: Instant): Outcome {
  if (now >= request.availableUntil) return { request: { ...withoutCopy(request), status: 'discarding' } }
  const remindAt = reminderOf(request, policy)
  if (now < remindAt || request.remindedAt >= remindAt) return refused('not-possible-now')
  return { request: { ...request, remindedAt: now }, effects: [letter('copy-expires-soon')] }
}

/** N14: at any time, as long as there is a copy; a machine of its own deletes what was gathered, however long the first sleeps. */
const withdrawing = (request: In<'gathering'> | In<'ready'>): Outcome => ({
  request: { ...withoutCopy(request), status: 'withdrawing' },
  effects: [{ kind: 'start', machine: 'export' }],
})

/** N4: no copy outlives what is in it, whoever asked for either; its person is told why it went before its time. */
const outlived = (request: In<'gathering'> | In<'ready'>): Outcome => ({
  request: { ...withoutCopy(request), status: 'discarding', erased: true },
  effects: [{ kind: 'start', machine: 'export' }],
})

/** Whether a copy is there, or being made or deleted, of accounts that an erasure is about. */
export const isCopyOf = (request: Request, { subject }: Person): boolean =>
  (request.status === 'gathering' || request.status === 'ready' || request.status === 'discarding') &&
  isOneOf(request.person.subject?.reveal(), subject?.reveal())

/** From when data in a copy are erased by a request of the same person; nothing: not by that, or nobody can say when yet. */
export function erasedFrom(
  copy: In<'gathering'> | In<'ready'> | In<'discarding'>,
  erasure: Request,
): Instant | undefined {
  if (!('person' in erasure) || !erasure.person || !isCopyOf(copy, erasure.person)) return undefined
  if (erasure.status === 'erasing') return erasure.startedAt
  const isComing = erasure.status === 'restricting' || erasure.status === 'grace'
  return isComing && !erasure.hold ? erasure.eraseAt : undefined
}

function withoutCopy(request: In<'gathering'> | In<'ready'>): Omit<In<'discarding'>, 'status'> {
  const { v, reference, right, version, language, receivedAt, historyHash, historyLength, confirmedAt } = request
  const kept = { v, reference, right, version, language, receivedAt, historyHash, historyLength, confirmedAt }
  return { ...kept, promisedBy: request.promisedBy, person: request.person }
}

/** When the person is reminded that the copy will be deleted. */
const reminderOf = ({ availableUntil }: In<'ready'>, policy: Policy): Instant =>
  moved(availableUntil, policy.periods.packageReminder, policy.company.timeZone, -1)

/** The next moment at which a copy that waits has something to do: the reminder, also one that is late, or its deletion. */
export function nextMomentOfCopy(request: In<'ready'>, now: Instant, policy: Policy): Instant {
  const remindAt = reminderOf(request, policy)
  return now < request.availableUntil && request.remindedAt < remindAt ? remindAt : request.availableUntil
}

/** Until when a deleted copy can be asked for again with one click; the address stays with the request that long. */
export const copyAgainUntil = ({ closedAt }: In<'discarded'>, policy: Policy): Instant =>
  moved(closedAt, policy.periods.askAgain, policy.company.timeZone)

/**
 * Whether the person's address is still needed once they were told: personal data leave every other request at once. A
 * controller asks anew, and of what was erased there is no other copy.
 */
export const isKeptForAnother = (request: Request, policy: Policy, now: Instant): boolean =>
  request.status === 'discarded' && !request.controller && !request.erased && now < copyAgainUntil(request, policy)

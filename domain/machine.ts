import type { AdvanceInput, AdvanceOutput } from '../functions/contract/tasks.ts'
import type { Policy } from '../policy/schema.ts'
import { copyAgainUntil, isBeingProtected, isKeptForAnother, isStale, nextMomentOfCopy } from './copy.ts'
import { nextMomentOfDisclosure } from './disclosure-moments.ts'
import { askAgainUntil, isKeptToAskAgain, nextMomentOfIdentity } from './identity.ts'
import { nextMomentOfConsent } from './minor.ts'
import { lateOf } from './outcome.ts'
import { nextMomentOfRectification } from './rectification.ts'
import { owesReminder } from './reminder.ts'
import { type In, isClosed, isUncertified, type Request } from './request.ts'
import { type Instant, instant, nextMoment, shifted, wholeSecond } from './time.ts'
import { nextMomentOfWeighing } from './weighing.ts'

/** What a state machine does next for a request: the store is the truth, the machine only keeps the time. */
export function nextForMachine(
  request: Request,
  after: AdvanceInput['event'],
  policy: Policy,
  now: Instant,
): AdvanceOutput {
  return { v: 1, to: next(request, after, policy, now), at: wholeSecond(when(request, after, policy, now)) }
}

/**
 * When a machine should have moved a request on by itself; nothing: none has to. The daily round looks at those whose moment
 * has passed, and so at none that only waits.
 */
export function movesBy(request: Request, policy: Policy, now: Instant): Instant | undefined {
  const to = next(request, 'look', policy, now)
  if (to === 'end') return undefined
  // Whose request is over and kept for nothing any more is forgotten at once.
  return to === 'strip' ? now : when(request, 'look', policy, now)
}

function next(request: Request, after: AdvanceInput['event'], policy: Policy, now: Instant): AdvanceOutput['to'] {
  if (request.status === 'erasing-again') return rests(request) ? 'erase-again-rest' : 'erase-again'
  if (isClosed(request)) {
    if (!request.person) return 'end'
    if (isUncertified(request)) return 'certify'
    return isKeptForAnother(request, policy, now) || isKeptToAskAgain(request, policy, now) ? 'wait' : 'strip'
  }
  switch (request.status) {
    case 'unverified':
      return 'end'
    case 'restricting':
      return 'restrict'
    case 'grace':
      return request.outstanding.length > 0 && after !== 'restriction-settled' ? 'restrict-rest' : 'wait'
    case 'restoring':
      return 'release'
    case 'erasing':
      if (request.erasedAt) return 'certify'
      return rests(request) ? 'erase-rest' : 'erase'
    case 'holding':
      return 'restrict'
    case 'held':
      if (request.uncertified) return 'certify'
      if (request.outstanding.length === 0) return 'end'
      return after === 'restriction-settled' ? 'wait' : 'restrict-rest'
    case 'lifting':
      return 'release'
    case 'stopping':
      return 'unsubscribe'
    case 'stating':
    case 'objecting':
    case 'consenting':
    case 'approving':
    case 'approved':
    case 'identifying':
      return 'wait'
    case 'checking':
      return nextMomentOfIdentity(request, policy) ? 'wait' : 'end'
    case 'weighing':
      return nextMomentOfWeighing(request, policy) ? 'wait' : 'end'
    case 'proving':
    case 'deciding':
      // Who has nothing to wait for waits for the company, whose decision starts another.
      return nextMomentOfRectification(request, policy) ? 'wait' : 'end'
    case 'correcting':
      return rests(request) ? 'correct-rest' : 'correct'
    case 'gathering':
      return request.gatheredAt ? 'package' : 'gather'
    case 'ready':
      if (isBeingProtected(request)) return 'protect'
      if (isStale(request)) return 'package'
      return request.outstanding.length > 0 && after !== 'gathered' ? 'gather' : 'wait'
    case 'discarding':
    case 'withdrawing':
      return 'discard'
  }
}

function when(request: Request, after: AdvanceInput['event'], policy: Policy, now: Instant): Instant {
  switch (request.status) {
    case 'grace': {
      // Whoever ends the hold then starts another machine: this one only looks whether it was forgotten.
      const held = request.hold !== undefined && now >= request.eraseAt
      // A machine that is started after a reminder's moment, because the one before died, still owes it.
      const owes = after === 'look' && owesReminder(request, policy, now)
      const moment = held ? instant(Date.parse(now) + onHold) : owes ? now : nextMoment(request.eraseAt, now, policy)
      return request.outstanding.length > 0
        ? earlier(moment, again(request, request.confirmedAt, now, 'grace'))
        : moment
    }
    case 'held':
      return request.outstanding.length > 0 ? again(request, request.confirmedAt, now, 'grace') : now
    case 'stopping':
      return request.outstanding.length > 0 ? again(request, request.confirmedAt, now, 'stopping') : now
    case 'stating':
    case 'proving':
    case 'deciding':
      return nextMomentOfRectification(request, policy) ?? now
    case 'identifying':
    case 'checking':
      return nextMomentOfIdentity(request, policy) ?? now
    case 'unidentified':
      return askAgainUntil(request, policy)
    case 'consenting':
      return nextMomentOfConsent(request, policy, now)
    case 'approving':
    case 'approved':
      return nextMomentOfDisclosure(request, policy)
    case 'objecting':
    case 'weighing':
      return nextMomentOfWeighing(request, policy) ?? now
    case 'restoring':
    case 'lifting':
    case 'correcting':
    case 'erasing':
    case 'erasing-again':
      return request.outstanding.length > 0 ? again(request, request.startedAt, now, request.status) : now
    case 'ready': {
      const moment = nextMomentOfCopy(request, now, policy)
      return request.outstanding.length > 0
        ? earlier(moment, again(request, request.confirmedAt, now, 'ready'))
        : moment
    }
    case 'discarded':
      return copyAgainUntil(request, policy)
    default:
      return now
  }
}

/**
 * Copies of what was erased are being deleted, which takes seconds, or as long as a slice that is being gathered: the erasure looks
 * again after a minute, and later after a quarter of the time that it has waited.
 */
export function whileCopiesGo(request: Request, now: Instant): AdvanceOutput {
  const waited = 'erasedAt' in request && request.erasedAt ? Date.parse(now) - Date.parse(request.erasedAt) : 0
  const pause = Math.min(Math.max(waited / 4, 60_000), longest.erasing)
  return { v: 1, to: 'wait', at: wholeSecond(shifted(now, pause)) }
}

/** How long an erasure that has to wait is left alone, in ms: a year of it costs 52 rounds. */
const onHold = 7 * 86_400_000

/** Pauses between two rounds of asking systems that did not answer, in ms. */
const shortest = 15 * 60_000
const longest = {
  lifting: 4 * 3_600_000,
  correcting: 4 * 3_600_000,
  grace: 12 * 3_600_000,
  ready: 12 * 3_600_000,
  stopping: 12 * 3_600_000,
  restoring: 4 * 3_600_000,
  erasing: 4 * 3_600_000,
  'erasing-again': 4 * 3_600_000,
}

/**
 * When systems that did not answer are asked again: after a quarter of the time since they were asked first. Soon while
 * it may be a hiccup, rarely when it has lasted; workflows/erasure.ts reckons how long a machine can go on so.
 */
function askAgain(since: Instant, now: Instant, status: keyof typeof longest): Instant {
  const quarter = (Date.parse(now) - Date.parse(since)) / 4
  return instant(Date.parse(now) + Math.round(Math.min(Math.max(quarter, shortest), longest[status])))
}

/** When the rest is asked again: what fails after a pause, whoever does it by hand when they are to be reminded, at once what was hurried. */
function again(
  request: Extract<Request, { outstanding: readonly string[] }>,
  since: Instant,
  now: Instant,
  status: keyof typeof longest,
): Instant {
  if (request.hurried) return now
  const { awaits } = request
  if (!awaits) return askAgain(since, now, status)
  const moment = awaits.until > now ? awaits.until : shifted(now, shortest)
  return lateOf(request).length > 0 ? earlier(moment, askAgain(since, now, status)) : moment
}

/** Whether there is a rest that is not asked before its time has come. */
const rests = ({ outstanding, hurried }: In<'erasing'> | In<'erasing-again'> | In<'correcting'>): boolean =>
  outstanding.length > 0 && !hurried

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b)

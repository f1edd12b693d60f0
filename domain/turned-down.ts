import type { Policy } from '../policy/schema.ts'
import type { Effect } from './effect.ts'
import type { Event } from './event.ts'
import { withoutHold } from './legal-hold.ts'
import { leadsTo } from './lifecycle.ts'
import { passedOn } from './notices.ts'
import { activity, letter, type Outcome, refused } from './outcome.ts'
import type { In, Request } from './request.ts'
import { answerBy, type Instant } from './time.ts'

/** Why the company does not act on a request: GDPR Art. 12(5)(b), or 11(2) and 12(2). */
export type WhyTurnedDown = 'manifestly-unfounded' | 'excessive' | 'not-identifiable'

type Decided = Extract<Event, { type: 'turned-down' }>

/** Manifestly unfounded, or excessive: GDPR Art. 12(5)(b). */
const ofTheAsk: readonly WhyTurnedDown[] = ['manifestly-unfounded', 'excessive']
/** The company is not in a position to identify the person: GDPR Art. 11(2), 12(2). */
const ofWhoAsks: readonly WhyTurnedDown[] = ['not-identifiable']

/** Nobody asked, or a controller did, whose answer it is (GDPR Art. 28); or something of it was done that cannot be taken back. */
const isOut = (request: Request): boolean =>
  request.canary !== undefined ||
  request.controller !== undefined ||
  ('inactive' in request && request.inactive !== undefined) ||
  ('unconsented' in request && request.unconsented === true) ||
  ('items' in request && request.items.some(({ state }) => state !== 'proving' && state !== 'deciding'))

/** Who says who they are is believed or not, which is a decision of its own (identity.ts). */
const isAsked = ({ status }: Request): boolean => status === 'identifying' || status === 'checking'

/** The grounds that are left where a request stands, were there time for each. A copy that can be fetched is an answer already. */
export function groundsLeft(request: Request): readonly WhyTurnedDown[] {
  if (leadsTo(request.status, 'turned-down').length === 0 || isOut(request)) return []
  return [...(request.status === 'ready' ? [] : ofTheAsk), ...(isAsked(request) ? [] : ofWhoAsks)]
}

/**
 * Until when a request can be turned down on a ground; undefined: as long as the ground is left. The reasons have to be told
 * within a month of receipt (GDPR Art. 12(4)); that data are not this person's can be learnt later, and they must not be
 * lost or given to another for that.
 */
export const turnedDownBy = (
  why: WhyTurnedDown,
  { receivedAt, stops }: Pick<Request, 'receivedAt' | 'stops'>,
  policy: Policy,
): Instant | undefined => (ofTheAsk.includes(why) ? answerBy(receivedAt, policy, stops) : undefined)

/** Why a request can be turned down now; nothing: it cannot be. */
export const whyTurnedDown = (request: Request, policy: Policy, now: Instant): readonly WhyTurnedDown[] =>
  groundsLeft(request).filter((why) => {
    const by = turnedDownBy(why, request, policy)
    return by === undefined || now < by
  })

/** The person is told at once, with the reasons; what was done for the request is taken back, and then it closes. */
export function turnedDown(request: Request, { why, answer }: Decided, policy: Policy, now: Instant): Outcome {
  if (!whyTurnedDown(request, policy, now).includes(why))
    return refused(groundsLeft(request).includes(why) ? 'too-late' : 'not-possible-now')
  if (answer.reveal().trim() === '') return refused('reason-needed')
  const as = { why, at: now }
  const told = [letter('turned-down')]
  switch (request.status) {
    case 'restricting':
    case 'grace': {
      const { remindedAt: _, ...kept } = { remindedAt: undefined, ...withoutHold(request) }
      return {
        request: { ...kept, ...beingTakenBack(request, answer, now), status: 'restoring', turnedDown: as },
        effects: [...told, starting('restore')],
        detail: why,
      }
    }
    case 'holding':
    case 'held': {
      const { liftAt: _, uncertified: __, ...kept } = { liftAt: undefined, uncertified: undefined, ...request }
      return {
        // GDPR Art. 18(3): the letter goes before anything comes back.
        request: { ...kept, ...beingTakenBack(request, answer, now), status: 'lifting', turnedDown: as },
        effects: [...told, starting('restore')],
        detail: why,
      }
    }
    case 'gathering':
    case 'ready':
      return {
        request: {
          ...bare(request),
          right: request.right,
          person: { ...request.person, answer },
          status: 'withdrawing',
          turnedDown: as,
        },
        effects: [...told, starting('export')],
        detail: why,
      }
    default: {
      // The table lets no other through.
      const untouched = request as Untouched
      return {
        request: {
          ...bare(untouched),
          person: { ...untouched.person, answer },
          status: 'turned-down',
          turnedDown: as,
          closedAt: now,
        },
        effects: told,
        detail: why,
      }
    }
  }
}

/** Nothing was done for it yet that would have to be taken back. */
type Untouched = Extract<
  Request,
  { status: 'identifying' | 'checking' | 'stating' | 'proving' | 'deciding' | 'objecting' | 'weighing' }
>

const starting = (machine: 'restore' | 'export'): Effect => ({ kind: 'start', machine })

const beingTakenBack = (
  { person }: In<'restricting'> | In<'grace'> | In<'holding'> | In<'held'>,
  answer: Decided['answer'],
  now: Instant,
) => ({ person: { ...person, answer }, startedAt: now, outstanding: [] })

type Open = Extract<Request, { confirmedAt: Instant; right: unknown }>

/** What is left of it once nothing is to be done for it any more. */
function bare(request: Open) {
  const { v, reference, right, version, language, receivedAt, promisedBy, historyHash, historyLength } = request
  const kept = { v, reference, right, version, language, receivedAt, promisedBy, historyHash, historyLength }
  return { ...kept, confirmedAt: request.confirmedAt, ...(request.stops ? { stops: request.stops } : {}) }
}

/** Everything is back, or deleted again: it closes. Nothing: it was not turned down. */
export function closedAsTurnedDown(
  request: In<'restoring'> | In<'lifting'> | In<'withdrawing'>,
  policy: Policy,
  now: Instant,
): Outcome | undefined {
  const { right, person, turnedDown } = request
  if (!turnedDown) return undefined
  return {
    request: { ...bare(request), right, person, status: 'turned-down', turnedDown, closedAt: now },
    // Who was told that a copy is deleted needs no second letter.
    effects:
      request.status === 'withdrawing'
        ? []
        : [...passedOn('release', policy), letter('available-again'), ...activity('used', policy)],
  }
}

/** The request is not acted on, whether or not everything of it is taken back yet. */
export const isTurnedDown = (request: Request): boolean => 'turnedDown' in request && request.turnedDown !== undefined

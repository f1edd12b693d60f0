import type { Policy } from '../policy/schema.ts'
import type { Event } from './event.ts'
import { effectsOf, letter, type Outcome, refused, type Taken } from './outcome.ts'
import type { In, Request } from './request.ts'
import { type Instant, moved, promisedBy, type Stop } from './time.ts'

/** GDPR Art. 12(6): why the company doubts who asks, and what it asks; ids of the policy. */
export type Doubt = { readonly why: string; readonly questions: readonly string[] }

type Open = In<'identifying'> | In<'checking'>

/**
 * Whether who asks has to be asked who they are (GDPR Art. 12(6)): somebody of the company doubts it; or they named an account,
 * and nobody has data under the address that they proved. To get no more mails nobody has to say who they are.
 */
export const isDoubted = (
  { right, doubt, person }: In<'unverified'>,
  found: Extract<Event, { type: 'confirmed' }>['found'],
): boolean =>
  right !== 'objection' && (doubt !== undefined || (found === 'nobody' && person.mail?.reveal().named === true))

/** The address is proven: the person is asked no more than the doubt needs, and the time stands still until they answer. */
export function identityAsked(
  request: In<'unverified'>,
  receivedAt: Instant,
  identity: NonNullable<Policy['identity']>,
  policy: Policy,
  now: Instant,
): Taken & { readonly request: In<'identifying'> } {
  const { linkUntil: _, newLinks: __, doubt: own, ...kept } = { newLinks: undefined, doubt: undefined, ...request }
  const { unknownAddress } = identity
  const doubt: Doubt = own ?? { why: unknownAddress.doubt, questions: unknownAddress.questions }
  const answerBy = moved(now, identity.answer, policy.company.timeZone)
  const stops = [...(request.stops ?? []), { why: doubt.why, sentAt: now, answeredAt: answerBy }]
  return {
    request: {
      ...kept,
      status: 'identifying',
      receivedAt,
      confirmedAt: now,
      doubt,
      answerBy,
      remindedAt: now,
      stops,
      promisedBy: promisedBy(request.right, receivedAt, policy, stops),
    },
    effects: [letter('identity-needed'), { kind: 'start', machine: 'identity' }],
    detail: `the time stands still: ${doubt.why}`,
  }
}

/** Whether it can be doubted who asks, in the statuses that the table of transitions names. */
export const canBeDoubted = (request: Request): boolean =>
  // To get no more mails nobody has to say who they are; and a controller knows whose data it asks for.
  request.right !== 'objection' &&
  !request.controller &&
  // Who was asked and believed is not asked again: each time the law's month would stand still once more.
  (request.stops ?? []).length === 0

/**
 * Somebody of the company doubts who asks while nothing was done with the data and nothing was said: who has not proven their
 * address is asked after that, and who has is asked now. Later it is too late to ask (docs/decisions/0021).
 */
export function doubted(
  request: Request,
  { doubt }: Extract<Event, { type: 'doubted' }>,
  policy: Policy,
  now: Instant,
): Outcome {
  const { identity } = policy
  if (!identity) return refused('switched-off')
  if (!canBeDoubted(request)) return refused('not-possible-now')
  if (request.status === 'unverified') return { request: { ...request, doubt }, detail: doubt.why }
  if (request.status !== 'stating' && request.status !== 'objecting') return refused('not-possible-now')
  const { statedBy: _, remindedAt: __, confirmedAt, person: known, ...kept } = request
  // What the directory said of the proven address is not believed any more.
  const { subject: ___, country: ____, onBehalf: _____, ...person } = known
  const outcome = identityAsked(
    { ...kept, status: 'unverified', person, doubt, linkUntil: now },
    request.receivedAt,
    identity,
    policy,
    now,
  )
  return { ...outcome, request: { ...outcome.request, confirmedAt } }
}

/** What comes of a proof of whose it is; domain/decide.ts knows it. */
type Proven = (
  request: In<'unverified'>,
  event: Extract<Event, { type: 'confirmed' }>,
  policy: Policy,
  now: Instant,
) => Taken

/** Asked, reminded, answered, and decided by somebody of the company; or closed, because nobody answered. */
export function nextOfIdentity(request: Open, event: Event, policy: Policy, now: Instant, proven: Proven): Outcome {
  switch (event.type) {
    case 'identity-answered':
      return request.status === 'identifying' ? answered(request, event, policy, now) : refused('not-possible-now')
    case 'identified':
      return request.status === 'checking'
        ? identified(request, event, policy, now, proven)
        : refused('not-possible-now')
    case 'not-identified':
      return request.status === 'checking'
        ? { ...closed(request, now), detail: 'by the company' }
        : refused('not-possible-now')
    case 'moment-reached':
      return momentReached(request, policy, now)
    default:
      return refused('not-possible-now')
  }
}

function answered(
  request: In<'identifying'>,
  { answers }: Extract<Event, { type: 'identity-answered' }>,
  policy: Policy,
  now: Instant,
): Outcome {
  if (now >= request.answerBy) return refused('too-late')
  const { answerBy: _, ...kept } = request
  const stops = endingAt(request.stops, now)
  return {
    request: {
      ...kept,
      status: 'checking',
      person: { ...request.person, stated: answers },
      stops,
      promisedBy: promisedBy(request.right, request.receivedAt, policy, stops),
      remindedAt: now,
    },
    // The first machine sleeps until a moment that is over by now, and may find that this one's has passed.
    effects: [letter('identity-to-check'), { kind: 'start', machine: 'identity' }],
    detail: 'the time runs on',
  }
}

/** The last stop ends with the answer, and not with the time that there was for it. */
const endingAt = (stops: readonly Stop[], now: Instant): readonly Stop[] =>
  stops.map((stop, n) => (n === stops.length - 1 ? { ...stop, answeredAt: now } : stop))

/** From here it goes on as if the directory had known the address; whose account it is, is told at its own address. */
function identified(
  request: In<'checking'>,
  { found, account, minor }: Extract<Event, { type: 'identified' }>,
  policy: Policy,
  now: Instant,
  proven: Proven,
): Outcome {
  const { confirmedAt: _, doubt: __, remindedAt: ___, person: asked, ...kept } = request
  const { stated: ____, ...known } = asked
  const isAnother = account.hash !== asked.hash
  const person = { ...known, hash: account.hash, ...(isAnother ? { account: account.address } : {}) }
  const outcome = proven(
    { ...kept, status: 'unverified', person, linkUntil: moved(now, 'P1D', policy.company.timeZone) },
    { type: 'confirmed', found, firstReceivedAt: request.receivedAt, ...(minor ? { minor } : {}) },
    policy,
    now,
  )
  const tellAccount = isAnother && 'subject' in found ? [letter('identity-accepted')] : []
  return { ...outcome, effects: [...tellAccount, ...effectsOf(outcome)], detail: 'by the company' }
}

function closed(
  request: Open,
  now: Instant,
): { request: In<'unidentified'>; effects: readonly [ReturnType<typeof letter>] } {
  const { v, reference, right, version, language, receivedAt, promisedBy, historyHash, historyLength } = request
  const { stated: _, ...person } = request.person
  return {
    request: {
      ...{ v, reference, right, version, language, receivedAt, promisedBy, historyHash, historyLength },
      status: 'unidentified',
      confirmedAt: request.confirmedAt,
      person,
      stops: request.stops,
      closedAt: now,
    },
    effects: [letter('unidentified')],
  }
}

function momentReached(request: Open, policy: Policy, now: Instant): Outcome {
  if (request.status === 'identifying' && now >= request.answerBy)
    return { ...closed(request, now), detail: 'nobody answered' }
  const isDue = remindersOf(request, policy).some((at) => at > request.remindedAt && at <= now)
  if (!isDue) return refused('not-possible-now')
  return {
    request: { ...request, remindedAt: now },
    effects: [letter(request.status === 'identifying' ? 'identity-needed' : 'identity-to-check')],
  }
}

/** The person is reminded before their time is over, the company before its own is. */
function remindersOf(request: Open, { identity, periods, company }: Policy): readonly Instant[] {
  const before = (end: Instant, by: string) => moved(end, by, company.timeZone, -1)
  return request.status === 'identifying'
    ? (identity?.reminders ?? []).map((by) => before(request.answerBy, by)).sort()
    : [before(request.promisedBy, periods.statementReminder)]
}

/** The next moment at which a wait has something to do, if any: a reminder, or the end of the person's time. */
export function nextMomentOfIdentity(request: Open, policy: Policy): Instant | undefined {
  const reminder = remindersOf(request, policy).find((at) => at > request.remindedAt)
  return reminder ?? (request.status === 'identifying' ? request.answerBy : undefined)
}

/** Until when a person whom the company could not tell apart can ask again, and keep their date of receipt. */
export const askAgainUntil = ({ closedAt }: In<'unidentified'>, { periods, company }: Policy): Instant =>
  moved(closedAt, periods.unverified, company.timeZone)

/** Of such a request the person is kept for that long, and for nothing else. */
export const isKeptToAskAgain = (request: Request, policy: Policy, now: Instant): boolean =>
  request.status === 'unidentified' && now < askAgainUntil(request, policy)

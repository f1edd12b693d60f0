import type { Policy } from '../policy/schema.ts'
import { type Item, isSignIn, keepsStatement } from './correction.ts'
import type { Effect } from './effect.ts'
import type { Event } from './event.ts'
import { passedOn } from './notices.ts'
import { effectsOf, letter, type Outcome, refused, stillAsked, type Taken } from './outcome.ts'
import { Personal } from './personal.ts'
import { type In, isUncertified, type Request } from './request.ts'
import { statementAbout } from './statement.ts'
import { type Instant, moved, promisedBy } from './time.ts'

type Begun = Omit<In<'unverified'>, 'status' | 'linkUntil' | 'right' | 'promisedBy'> & {
  readonly right: 'rectification'
}
/** Stated, and not closed. */
export type Open = In<'proving'> | In<'deciding'> | In<'correcting'>

/** The address is proven: the person is asked what is wrong, and what is right. */
export function rectificationBegun(request: Begun, policy: Policy, now: Instant): Taken {
  return {
    request: {
      ...request,
      status: 'stating',
      promisedBy: promisedBy(request.right, request.receivedAt, policy, request.stops),
      confirmedAt: now,
      statedBy: moved(now, policy.periods.statement, policy.company.timeZone),
      remindedAt: now,
    },
    effects: [letter('state-what-is-right'), { kind: 'start', machine: 'rectification' }],
  }
}

/** N2: stated, proven where it is a new address, decided where it takes a person, corrected everywhere. */
export function nextOfRectification(
  request: In<'stating'> | Open,
  event: Event,
  policy: Policy,
  now: Instant,
): Outcome {
  if (event.type === 'erased-meanwhile') return superseded(request, now)
  if (request.status === 'stating') return whileStating(request, event, policy, now)
  switch (event.type) {
    case 'address-proven':
      if (now >= request.provenBy) return refused('too-late')
      return request.items.some(isProving)
        ? onwards(request, each(request, isProving, 'correcting'), policy, now)
        : refused('not-possible-now')
    case 'decided':
      return certifiedNext(decided(request, event, policy, now))
    case 'rectification-settled':
      return request.status === 'correcting' ? settled(request, event, policy, now) : refused('not-possible-now')
    case 'moment-reached':
      return momentReached(request, policy, now)
    case 'withdraw-asked':
      return request.status === 'correcting'
        ? refused('not-possible-now')
        : certifiedNext(onwards(request, each(request, isWaiting, 'withdrawn'), policy, now))
    default:
      return refused('not-possible-now')
  }
}

/** What people close is signed by a machine of its own: who waits for people may have ended by then. */
function certifiedNext(outcome: Outcome): Outcome {
  if ('kind' in outcome || !isUncertified(outcome.request)) return outcome
  return { ...outcome, effects: [...effectsOf(outcome), { kind: 'start', machine: 'rectification' }] }
}

function whileStating(request: In<'stating'>, event: Event, policy: Policy, now: Instant): Outcome {
  switch (event.type) {
    case 'stated': {
      if (now >= request.statedBy) return refused('too-late')
      const { statedBy: _, remindedAt: __, ...kept } = request
      const { proposed: ___, ...known } = request.person
      const person = { ...known, stated: event.stated }
      const provenBy = moved(now, policy.periods.statement, policy.company.timeZone)
      const evidence = event.evidence ? { evidence: event.evidence } : {}
      const open = { ...kept, ...evidence, status: 'proving' as const, person, provenBy, remindedAt: now }
      const outcome = onwards({ ...open, ...notBegun(now), items: [] }, event.items, policy, now)
      return { ...outcome, detail: event.items.map(({ field }) => field).join(', ') }
    }
    case 'proposed':
      // Once: anybody may have written it, and each brings the person a letter.
      return request.person.proposed || now >= request.statedBy
        ? refused('not-possible-now')
        : {
            request: { ...request, person: { ...request.person, proposed: event.said } },
            effects: [letter('state-what-is-right')],
          }
    case 'withdraw-asked':
      return ended(request, now)
    case 'moment-reached': {
      if (now >= request.statedBy) return ended(request, now)
      const remindAt = before(request.statedBy, policy)
      if (now < remindAt || request.remindedAt >= remindAt) return refused('not-possible-now')
      return { request: { ...request, remindedAt: now }, effects: [letter('state-what-is-right')] }
    }
    default:
      return refused('not-possible-now')
  }
}

const notBegun = (now: Instant) => ({ round: 0, startedAt: now, outstanding: [] })
const isProving = ({ state }: Item): boolean => state === 'proving'
const isDeciding = ({ state }: Item): boolean => state === 'deciding'
const isWaiting = (item: Item): boolean => isProving(item) || isDeciding(item)
/** Whether systems have work with it. */
export const isBeingDone = ({ state }: Item): boolean => state === 'correcting' || state === 'noting'
const each = ({ items }: Open, which: (item: Item) => boolean, state: Item['state']): readonly Item[] =>
  items.map((item) => (which(item) ? { ...item, state } : item))

/** Nothing was stated, or the person took it back: nothing changes. */
function ended(request: In<'stating'>, now: Instant): { request: In<'unchanged'>; effects: readonly Effect[] } {
  const { statedBy: _, remindedAt: __, ...kept } = request
  return {
    request: { ...kept, status: 'unchanged', items: [], closedAt: now },
    effects: [letter('nothing-corrected')],
  }
}

/** Where a request goes with its items: what is new in them is set off, and at the end it closes. */
function onwards(request: Open, items: readonly Item[], policy: Policy, now: Instant): Taken {
  const isNew = (item: Item) => !request.items.some(({ field, state }) => field === item.field && state === item.state)
  const effects: Effect[] = []
  if (items.some((item) => isProving(item) && isNew(item)))
    effects.push(letter('prove-new-address'), letter('new-address-stated'))
  if (items.some((item) => isDeciding(item) && isNew(item))) effects.push(letter('decision-needed'))
  if (items.some((item) => isBeingDone(item) && isNew(item)))
    return {
      request: {
        ...request,
        status: 'correcting',
        items,
        round: request.round + 1,
        startedAt: now,
        outstanding: [],
      },
      effects: [...effects, { kind: 'start', machine: 'rectification' }],
    }
  if (items.some(isBeingDone)) return { request: { ...request, items, status: 'correcting' }, effects }
  if (items.some(isDeciding)) return { request: { ...request, items, status: 'deciding' }, effects }
  if (items.some(isProving)) return { request: { ...request, items, status: 'proving' }, effects }
  return closed(request, items, policy, now)
}

function decided(
  request: Open,
  { decisions, answer }: Extract<Event, { type: 'decided' }>,
  policy: Policy,
  now: Instant,
): Outcome {
  const asked = request.items.filter(isDeciding)
  if (asked.length === 0 || asked.some(({ field }) => !decisions[field])) return refused('not-possible-now')
  const items = request.items.map((item): Item => {
    const decision = decisions[item.field]
    if (!isDeciding(item) || !decision) return item
    if (decision === 'apply') return { ...item, state: granted(item, policy) }
    return { ...item, reason: decision, state: keepsStatement(item.category, policy) ? 'noting' : 'declined' }
  })
  const person = answer ? { ...request.person, answer } : request.person
  const said = asked.map(
    ({ field }) => `${field} ${decisions[field] === 'apply' ? 'granted' : `declined, ${decisions[field]}`}`,
  )
  return { ...onwards({ ...request, person }, items, policy, now), detail: `by the company: ${said.join('; ')}` }
}

/** What was said in words is corrected by the person who decides; a new address has still to be proven. */
function granted({ field }: Item, { correctable }: Policy): Item['state'] {
  const found = correctable[field]
  if (!found) return 'corrected'
  return found.kind === 'email' ? 'proving' : 'correcting'
}

function settled(
  request: In<'correcting'>,
  { outstanding, held, handed }: Extract<Event, { type: 'rectification-settled' }>,
  policy: Policy,
  now: Instant,
): Outcome {
  if (outstanding.length > 0) return stillAsked(request, outstanding, handed?.inTime)
  const items = request.items.map((item): Item => {
    if (item.state === 'correcting')
      return { ...item, state: held.some(({ field }) => field === item.field) ? 'corrected' : 'not-held' }
    if (item.state !== 'noting') return item
    const isKept = held.some(({ field, category }) => field === 'statement' && category === item.category)
    return { ...item, state: isKept ? 'noted' : 'declined' }
  })
  return onwards({ ...request, outstanding }, items, policy, now)
}

function momentReached(request: Open, policy: Policy, now: Instant): Outcome {
  if (request.items.some(isProving) && now >= request.provenBy)
    return onwards(request, each(request, isProving, 'unproven'), policy, now)
  const remindAt = before(request.promisedBy, policy)
  const isDue = request.items.some(isDeciding) && now >= remindAt && request.remindedAt < remindAt
  return isDue
    ? { request: { ...request, remindedAt: now }, effects: [letter('decision-needed')] }
    : refused('not-possible-now')
}

const before = (end: Instant, { periods, company }: Policy): Instant =>
  moved(end, periods.statementReminder, company.timeZone, -1)

/** The next moment at which a wait has something to do, if any: a reminder, or its end. */
export function nextMomentOfRectification(request: In<'stating'> | Open, policy: Policy): Instant | undefined {
  if (request.status === 'stating') {
    const remindAt = before(request.statedBy, policy)
    return request.remindedAt < remindAt ? remindAt : request.statedBy
  }
  const remindAt = before(request.promisedBy, policy)
  const moments = [
    ...(request.items.some(isProving) ? [request.provenBy] : []),
    ...(request.items.some(isDeciding) && request.remindedAt < remindAt ? [remindAt] : []),
  ]
  return moments.sort()[0]
}

/** Told in full; who holds a copy of what was corrected is told too (GDPR Art. 19). What was said and lies nowhere else stays. */
function closed(
  request: Open,
  items: readonly Item[],
  policy: Policy,
  now: Instant,
): { request: Request; effects: readonly Effect[] } {
  const { round: _, startedAt: __, outstanding: ___, provenBy: ____, remindedAt: _____, person, ...kept } = request
  const done = { ...kept, items, closedAt: now }
  const corrected = items.filter(({ state, field }) => state === 'corrected' && field in policy.correctable)
  if (items.every(({ state }) => state === 'withdrawn'))
    return { request: { ...done, person, status: 'unchanged' }, effects: [letter('nothing-corrected')] }
  const isAll = items.every(({ state }) => state === 'corrected' || state === 'withdrawn')
  const signIn = corrected.find(({ field }) => isSignIn(field, policy))
  const address = signIn && person.stated?.reveal()[signIn.field]
  const statement = statementAbout(
    items.filter(({ state }) => state === 'declined'),
    person.stated,
    request.language,
    policy,
  )
  return {
    request: {
      ...done,
      person: address ? { ...person, address: new Personal(address), formerAddress: person.address } : person,
      status: isAll ? 'corrected' : 'declined',
      uncertified: true,
      ...(statement === '' ? {} : { statement: new Personal(statement) }),
    },
    // Told when the certificate is signed, which says the same.
    effects: passedOn(
      'rectify',
      policy,
      corrected.map(({ category }) => category),
    ),
  }
}

/** The person is told, and where their address changed the old one too. */
export const correctionTold = ({ status, person }: In<'corrected'> | In<'declined'>): readonly Effect[] => [
  ...(person?.formerAddress ? [letter('address-changed')] : []),
  letter(status === 'corrected' ? 'corrected' : 'not-all-corrected'),
]

/** The letter of the erasure says everything: this one closes quietly, and forgets the person. */
function superseded(request: In<'stating'> | Open, now: Instant): Outcome {
  const { v, reference, right, version, language, receivedAt, promisedBy, historyHash, historyLength } = request
  const kept = { v, reference, right, version, language, receivedAt, promisedBy, historyHash, historyLength }
  return { request: { ...kept, confirmedAt: request.confirmedAt, status: 'superseded', closedAt: now } }
}

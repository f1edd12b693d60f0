import type { Policy } from '../policy/schema.ts'
import type { Event } from './event.ts'
import { letter, type Outcome, refused, type Taken } from './outcome.ts'
import { Personal } from './personal.ts'
import type { In } from './request.ts'
import { type Instant, moved, promisedBy } from './time.ts'

/** One use of data that a person objects to, by the category of the policy whose purpose it is, and what became of it. */
export type Use = {
  readonly category: string
  readonly state: 'open' | 'stopped' | 'goes-on'
  /** Id of the policy's reason, of what goes on. */
  readonly reason?: string
}

type Begun = Omit<In<'unverified'>, 'status' | 'linkUntil' | 'right' | 'promisedBy'> & {
  readonly right: 'processing-objection'
}
type Open = In<'objecting'> | In<'weighing'>

/** The address is proven: the person is asked which use they object to, and why (GDPR Art. 21(1)). */
export function weighingBegun(request: Begun, policy: Policy, now: Instant): Taken {
  return {
    request: {
      ...request,
      status: 'objecting',
      promisedBy: promisedBy(request.right, request.receivedAt, policy, request.stops),
      confirmedAt: now,
      statedBy: moved(now, policy.periods.statement, policy.company.timeZone),
      remindedAt: now,
    },
    effects: [letter('state-grounds'), { kind: 'start', machine: 'objection' }],
  }
}

/** An objection that has to be weighed: by somebody of the company, within the month, with reasons for what goes on. */
export function nextOfWeighing(request: Open, event: Event, policy: Policy, now: Instant): Outcome {
  switch (event.type) {
    case 'objected':
      return request.status === 'objecting' ? objected(request, event, policy, now) : refused('not-possible-now')
    case 'weighed':
      return request.status === 'weighing' ? weighed(request, event, policy, now) : refused('not-possible-now')
    case 'moment-reached':
      return momentReached(request, policy, now)
    case 'withdraw-asked':
      return dropped(request, now)
    case 'erased-meanwhile':
      return superseded(request, now)
    default:
      return refused('not-possible-now')
  }
}

function objected(
  request: In<'objecting'>,
  { uses, grounds }: Extract<Event, { type: 'objected' }>,
  policy: Policy,
  now: Instant,
): Outcome {
  if (now >= request.statedBy) return refused('too-late')
  const known = Object.keys(policy.categories).filter((category) => uses.includes(category))
  if (known.length === 0) return refused('not-possible-now')
  const { statedBy: _, ...kept } = request
  const person = { ...request.person, stated: new Personal({ grounds: grounds.reveal() }) }
  const open = known.map((category): Use => ({ category, state: 'open' }))
  return {
    request: { ...kept, status: 'weighing', person, uses: open, remindedAt: now },
    // The first machine sleeps until a moment that is over by now, and may find that this one's has passed.
    effects: [letter('objection-to-weigh'), { kind: 'start', machine: 'objection' }],
    detail: known.join(', '),
  }
}

/** Whoever goes on using data against an objection has to say why (GDPR Art. 12(4), 21(1)). */
function weighed(
  request: In<'weighing'>,
  { decisions, answer }: Extract<Event, { type: 'weighed' }>,
  policy: Policy,
  now: Instant,
): Outcome {
  const isKnown = (decision = '') => decision === 'stop' || Object.hasOwn(policy.reasonsToRefuse, decision)
  if (!request.uses.every(({ category }) => isKnown(decisions[category]))) return refused('not-possible-now')
  const uses = request.uses.map(({ category }): Use => {
    // Known, as said above.
    const decision = decisions[category] as string
    return decision === 'stop' ? { category, state: 'stopped' } : { category, state: 'goes-on', reason: decision }
  })
  const status = uses.every(({ state }) => state === 'stopped') ? 'upheld' : 'refused'
  if (status === 'refused' && !answer) return refused('reason-needed')
  const { remindedAt: _, longer: __, ...kept } = { longer: undefined, ...request }
  const person = answer ? { ...request.person, answer } : request.person
  const said = uses.map(({ category, reason }) => `${category} ${reason ? `goes on, ${reason}` : 'stopped'}`)
  const closed = { ...kept, status, person, uses, closedAt: now } as const
  const detail = `by the company: ${said.join('; ')}`
  // Where nothing stops nothing was done that could be certified.
  if (uses.every(({ state }) => state === 'goes-on'))
    return { request: closed, effects: [letter('objection-refused')], detail }
  return {
    request: { ...closed, uncertified: true },
    effects: [{ kind: 'suppress' }, { kind: 'start', machine: 'objection' }],
    detail,
  }
}

function momentReached(request: Open, policy: Policy, now: Instant): Outcome {
  const end = endOf(request)
  if (request.status === 'objecting' && now >= end) return dropped(request, now)
  const remindAt = before(end, policy)
  if (now < remindAt || request.remindedAt >= remindAt) return refused('not-possible-now')
  return {
    request: { ...request, remindedAt: now },
    effects: [letter(request.status === 'objecting' ? 'state-grounds' : 'objection-to-weigh')],
  }
}

const endOf = (request: Open): Instant => (request.status === 'objecting' ? request.statedBy : request.promisedBy)
const before = (end: Instant, { periods, company }: Policy): Instant =>
  moved(end, periods.statementReminder, company.timeZone, -1)

/** The next moment at which a wait has something to do, if any: a reminder, or the end of the person's time. */
export function nextMomentOfWeighing(request: Open, policy: Policy): Instant | undefined {
  const remindAt = before(endOf(request), policy)
  if (request.remindedAt < remindAt) return remindAt
  return request.status === 'objecting' ? request.statedBy : undefined
}

/** No grounds were given, or the person took it back: everything goes on as it was. */
function dropped(request: Open, now: Instant): Outcome {
  const { person } = request
  return {
    request: { ...bare(request), confirmedAt: request.confirmedAt, person, status: 'dropped', closedAt: now },
    effects: [letter('objection-dropped')],
  }
}

/** The letter of the erasure says everything: this one closes quietly, and forgets the person. */
const superseded = (request: Open, now: Instant): Outcome => ({
  request: { ...bare(request), confirmedAt: request.confirmedAt, status: 'superseded', closedAt: now },
})

const bare = ({
  v,
  reference,
  right,
  version,
  language,
  receivedAt,
  promisedBy,
  historyHash,
  historyLength,
}: Open) => ({
  ...{ v, reference, right, version, language },
  ...{ receivedAt, promisedBy, historyHash, historyLength },
})

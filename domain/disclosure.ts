import type { Policy } from '../policy/schema.ts'
import { reminderOf } from './disclosure-moments.ts'
import type { Effect } from './effect.ts'
import type { Event } from './event.ts'
import { beginning } from './history.ts'
import { letter, type Outcome, type Refusal, refused, saidBy } from './outcome.ts'
import type { Person } from './person.ts'
import type { Personal } from './personal.ts'
import type { In, Request } from './request.ts'
import { type Step, step } from './step.ts'
import { type Day, dayBegins, dayOf, daysAfter, earlier, type Instant, moved } from './time.ts'

/** N12: to whom a person's data would go and what for, as the company said it, and who of the company asks. */
export type Terms = {
  readonly to: { readonly name: string; readonly address?: string; readonly country?: string }
  readonly purpose: string
  readonly by: string
}
/** What went to the third party, and when, as the company reported it. */
export type Disclosed = { readonly at: Instant; readonly categories: readonly string[] }
/** Said; not answered in time; or the data became unavailable or are being erased. */
export type WhyNot = 'no' | 'silence' | 'unavailable'
/** Withdrawn by the person; its time was over; or the data became unavailable or are being erased. */
export type WhyEnded = 'withdrawn' | 'over' | 'unavailable'

/** What the company asks a person to approve (N12). `until`: the last day on which the approval would hold. */
export type Question = Pick<In<'approving'>, 'reference' | 'language' | 'file'> & {
  readonly person: Person
  readonly terms: Personal<Terms>
  readonly categories: readonly string[]
  readonly until: Day
}

/** The last day on which an approval can be asked to hold. */
export const latestDay = ({ disclosures, company }: Policy, now: Instant): Day =>
  dayOf(moved(moved(now, disclosures?.holds ?? 'P0D', company.timeZone), 'P1D', company.timeZone, -1), company.timeZone)

/** N12: the question goes to the person, and nothing goes to anybody else before they said yes. */
export function disclosureAsked(
  { until, categories, ...question }: Question,
  policy: Policy,
  now: Instant,
  by?: string,
): Step | Refusal {
  const { disclosures, company } = policy
  if (!disclosures) return refused('switched-off')
  const holdsUntil = dayBegins(daysAfter(until, 'P1D'), company.timeZone)
  const longest = moved(now, disclosures.holds, company.timeZone)
  if (holdsUntil <= now) return refused('too-late')
  if (holdsUntil > longest) return refused('too-long')
  const answerBy = earlier(moved(now, disclosures.answer, company.timeZone), holdsUntil)
  const request: In<'approving'> = {
    v: 1,
    ...question,
    right: 'disclosure',
    status: 'approving',
    version: 0,
    categories: Object.keys(policy.categories).filter((one) => categories.includes(one)),
    receivedAt: now,
    promisedBy: holdsUntil,
    holdsUntil,
    answerBy,
    remindedAt: now,
    checks: 0,
    disclosed: [],
    historyHash: beginning,
    historyLength: 0,
  }
  const asked = {
    request,
    effects: [letter('approval-asked'), { kind: 'start', machine: 'disclosure' } as const],
    detail: `file ${question.file}: ${request.categories.join(', ')}`,
  }
  return step(request, by === undefined ? asked : saidBy(by, asked), 'disclosure-asked', policy, now)
}

export type OfDisclosure = In<'approving'> | In<'approved'> | In<'unapproved'> | In<'approval-ended'>

export const isOfDisclosure = (request: Request): request is OfDisclosure =>
  request.status === 'approving' ||
  request.status === 'approved' ||
  request.status === 'unapproved' ||
  request.status === 'approval-ended'

/** A recorded yes, for as long as it holds; anything else is a no (N12; GDPR Art. 7(3): as easy to withdraw as to give). */
export function nextOfDisclosure(request: OfDisclosure, event: Event, policy: Policy, now: Instant): Outcome {
  if (event.type === 'approval-checked') return checked(request, event.available, now)
  if (event.type === 'disclosed') return disclosed(request, event.disclosed, now)
  if (request.status === 'approving') return ofQuestion(request, event, policy, now)
  if (request.status !== 'approved') return refused('not-possible-now')
  switch (event.type) {
    case 'withdraw-asked':
      return ended(request, now < request.holdsUntil ? 'withdrawn' : 'over', now)
    case 'made-unavailable':
      return ended(request, 'unavailable', now)
    case 'moment-reached':
      return now < request.holdsUntil ? refused('not-possible-now') : ended(request, 'over', now)
    default:
      return refused('not-possible-now')
  }
}

function ofQuestion(request: In<'approving'>, event: Event, policy: Policy, now: Instant): Outcome {
  switch (event.type) {
    case 'approval-given': {
      if (now >= request.answerBy) return refused('too-late')
      const { answerBy: _, remindedAt: __, ...kept } = request
      return {
        request: { ...kept, status: 'approved', approvedAt: now },
        effects: [letter('approval-given'), letter('approval-news')],
      }
    }
    case 'approval-refused':
      return unapproved(request, 'no', now)
    case 'made-unavailable':
      return unapproved(request, 'unavailable', now)
    case 'moment-reached': {
      if (now >= request.answerBy) return unapproved(request, 'silence', now)
      const remindAt = reminderOf(request, policy)
      return now >= remindAt && request.remindedAt < remindAt
        ? { request: { ...request, remindedAt: now }, effects: [letter('approval-asked')] }
        : refused('not-possible-now')
    }
    default:
      return refused('not-possible-now')
  }
}

function unapproved(request: In<'approving'>, why: WhyNot, now: Instant) {
  const { answerBy: _, remindedAt: __, ...kept } = request
  return {
    request: { ...kept, status: 'unapproved' as const, why, closedAt: now },
    effects: [letter('approval-refused'), letter('approval-news')],
    detail: why,
  }
}

const ended = (request: In<'approved'>, why: WhyEnded, now: Instant) => ({
  request: { ...request, status: 'approval-ended' as const, why, closedAt: now },
  effects: [letter('approval-ended'), letter('approval-news')],
  detail: why,
})

/** What the company is answered is so at that moment, also when the machine that keeps the time is late. */
function checked(request: OfDisclosure, available: boolean, now: Instant): Outcome {
  const { request: standing, effects } = asOf(request, available, now)
  return {
    request: { ...standing, checks: standing.checks + 1, checkedAt: now },
    effects,
    detail: `answered ${answerOf(standing)}`,
  }
}

type Standing = { readonly request: OfDisclosure; readonly effects: readonly Effect[] }

function asOf(request: OfDisclosure, available: boolean, now: Instant): Standing {
  if (request.status === 'approving' && !available) return unapproved(request, 'unavailable', now)
  if (request.status === 'approving' && now >= request.answerBy) return unapproved(request, 'silence', now)
  if (request.status === 'approved' && now >= request.holdsUntil) return ended(request, 'over', now)
  if (request.status === 'approved' && !available) return ended(request, 'unavailable', now)
  return { request, effects: [] }
}

/** What the company is answered: whatever is not `approved` is a no. */
export type Answered = 'approved' | 'not-answered' | 'not-approved' | 'withdrawn' | 'expired' | 'unavailable'

/** What a request says at the moment in which it was decided last. */
export function answerOf(request: OfDisclosure): Answered {
  switch (request.status) {
    case 'approving':
      return 'not-answered'
    case 'approved':
      return 'approved'
    case 'unapproved':
      return request.why === 'unavailable' ? 'unavailable' : 'not-approved'
    case 'approval-ended':
      return ({ withdrawn: 'withdrawn', over: 'expired', unavailable: 'unavailable' } as const)[request.why]
  }
}

/** Only what was approved at its time can have gone; the same report twice is one. */
function disclosed(request: OfDisclosure, { at, categories }: Disclosed, now: Instant): Outcome {
  if (request.status !== 'approved' && request.status !== 'approval-ended') return refused('not-approved-then')
  const until = request.status === 'approval-ended' ? earlier(request.closedAt, request.holdsUntil) : request.holdsUntil
  const isApproved = at >= request.approvedAt && at < until && at <= now
  if (!isApproved || !categories.every((one) => request.categories.includes(one))) return refused('not-approved-then')
  return {
    request: { ...request, disclosed: [...request.disclosed, { at, categories }] },
    detail: `at ${at}: ${categories.join(', ')}`,
  }
}

export const isReported = (request: OfDisclosure, { at, categories }: Disclosed): boolean =>
  request.disclosed.some((one) => one.at === at && one.categories.join() === categories.join())

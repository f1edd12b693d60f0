import type { Policy } from '../policy/schema.ts'
import type { Event } from './event.ts'
import { letter, type Outcome, refused } from './outcome.ts'
import { Personal } from './personal.ts'
import { type In, isClosed, type Request } from './request.ts'
import { type Day, dayIn, dayOf, daysAfter, type Instant, moved } from './time.ts'

/** What the directory says of an account's holder, by the attributes that the policy names. */
export type Holder = { readonly birthDate?: unknown; readonly flag?: unknown; readonly country?: unknown }

/** The day that a birth date begins with, if it is one of the calendar: a directory may hold anything. */
const birthOf = ({ birthDate }: Holder): Day | undefined =>
  typeof birthDate === 'string' && /^\d{4}-\d{2}-\d{2}/.test(birthDate) ? dayIn(birthDate.slice(0, 10)) : undefined

/** Whether there is a birth date by which nobody's age can be told. */
export const isNoDate = (holder: Holder): boolean =>
  holder.birthDate !== undefined &&
  holder.birthDate !== null &&
  holder.birthDate !== '' &&
  birthOf(holder) === undefined

/**
 * N8: whether a guardian's consent is needed (GDPR Art. 8(1): under 16, or under what the holder's country says). Of whom no age
 * can be told, it is not.
 */
export function isMinor(holder: Holder, { minors, company }: Policy, now: Instant): boolean {
  if (!minors) return false
  if (holder.flag === true) return true
  const birth = birthOf(holder)
  if (birth === undefined) return false
  const country = String(holder.country)
  const age = (Object.hasOwn(minors.ages, country) ? minors.ages[country] : undefined) ?? minors.age
  return dayOf(now, company.timeZone) < daysAfter(birth, `P${age}Y`)
}

type Reported = Omit<In<'unverified'>, 'status' | 'linkUntil' | 'right' | 'promisedBy'> & { readonly right: 'erasure' }

/** The company learnt that an account is a child's: a guardian is asked, and without consent everything is erased. */
export function consentBegun(
  request: Reported,
  { found, source }: Extract<Event, { type: 'reported' }>,
  policy: Policy,
  now: Instant,
): Outcome {
  const { minors, periods, company } = policy
  if (!minors) return refused('switched-off')
  const { child: _, ...kept } = { child: undefined, ...request }
  const consentBy = moved(now, minors.consent, company.timeZone)
  return {
    request: {
      ...kept,
      status: 'consenting',
      person: { ...request.person, ...found },
      consentBy,
      promisedBy: moved(moved(consentBy, minors.grace, company.timeZone), periods.erasureLead, company.timeZone),
      remindedAt: now,
    },
    effects: [letter('consent-needed'), { kind: 'start', machine: 'erasure' }],
    detail: source,
  }
}

/** Both addresses prove it: the account's by the link that names the guardian, the guardian's by the link that consents. */
export function nextOfConsent(request: In<'consenting'>, event: Event, policy: Policy, now: Instant): Outcome {
  switch (event.type) {
    case 'guardian-named':
      if (now >= request.consentBy) return refused('too-late')
      return {
        request: {
          ...request,
          person: { ...request.person, stated: new Personal({ guardian: event.guardian.reveal() }) },
          guardian: 'asked',
        },
        effects: [letter('guardian-asked')],
      }
    case 'consent-given':
      return request.guardian === 'asked' ? closed(request, 'consented', now) : refused('not-possible-now')
    case 'report-ended':
      return { ...closed(request, 'unfounded', now), detail: `file ${event.file}` }
    case 'consent-refused':
      return request.guardian === 'asked' ? unconsented(request, policy, now) : refused('not-possible-now')
    case 'erase-now-asked':
      return unconsented(request, policy, now)
    case 'moment-reached': {
      if (now >= request.consentBy) return unconsented(request, policy, now)
      const remindAt = reminderOf(request, policy)
      return now >= remindAt && request.remindedAt < remindAt
        ? { request: { ...request, remindedAt: now }, effects: [letter('consent-needed')] }
        : refused('not-possible-now')
    }
    case 'erased-meanwhile': {
      const { person: _, ...outcome } = closed(request, 'unfounded', now).request
      return { request: outcome }
    }
    default:
      return refused('not-possible-now')
  }
}

function closed(request: In<'consenting'>, status: 'consented' | 'unfounded', now: Instant) {
  const { consentBy: _, remindedAt: __, guardian: ___, ...kept } = { guardian: undefined, ...request }
  return {
    request: { ...kept, status, closedAt: now },
    effects: [letter(status === 'consented' ? 'consented' : 'report-ended')],
  }
}

/** N8: nobody consented. What remains of a grace period is the policy's, and for the guardian alone. */
function unconsented(request: In<'consenting'>, policy: Policy, now: Instant): Outcome {
  const { minors, periods, company } = policy
  const { consentBy: _, remindedAt: __, guardian: ___, ...kept } = { guardian: undefined, ...request }
  const eraseAt = moved(now, minors?.grace ?? 'P0D', company.timeZone)
  return {
    request: {
      ...kept,
      status: 'restricting',
      child: true,
      unconsented: true,
      confirmedAt: now,
      eraseAt,
      promisedBy: moved(eraseAt, periods.erasureLead, company.timeZone),
    },
    effects: [{ kind: 'start', machine: 'erasure' }],
  }
}

const reminderOf = ({ consentBy }: In<'consenting'>, { periods, company }: Policy): Instant =>
  moved(consentBy, periods.statementReminder, company.timeZone, -1)

/** A reminder, then the end of the wait; beyond it, where another erasure of the same person is under way, the next day. */
export function nextMomentOfConsent(request: In<'consenting'>, policy: Policy, now: Instant): Instant {
  const remindAt = reminderOf(request, policy)
  if (request.remindedAt < remindAt) return remindAt
  return request.consentBy > now ? request.consentBy : moved(now, 'P1D', policy.company.timeZone)
}

/** Whether the account behind a request can be reported as a child's from it: whose it is is known, and nobody asks already. */
export const canBeReported = (request: Request): boolean =>
  request.right !== 'disclosure' &&
  'person' in request &&
  request.person?.subject !== undefined &&
  request.status !== 'consenting' &&
  !isClosed(request) &&
  !('unconsented' in request)

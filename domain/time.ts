import { Temporal } from 'temporal-polyfill'
import type { Right } from '../policy/rights.ts'
import type { Policy } from '../policy/schema.ts'

/** An instant as an ISO 8601 text in UTC with milliseconds; sorts as text. */
export type Instant = string & { readonly brand: 'Instant' }

/** The one that comes first, and the one that comes last. */
export const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b)
export const later = (a: Instant, b: Instant): Instant => (a < b ? b : a)

/** A date in the company's time zone (ISO 8601); sorts as text. */
export type Day = string & { readonly brand: 'Day' }

export const dayOf = (at: Instant, timeZone: string): Day =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString() as Day

/** A day of the calendar, as text; undefined: it is none, such as 1990-02-30. */
export function dayIn(text: string): Day | undefined {
  try {
    return Temporal.PlainDate.from(text).toString() as Day
  } catch {
    return undefined
  }
}

/** The first instant of a day. */
export const dayBegins = (day: Day, timeZone: string): Instant =>
  instant(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant().toString())

/**
 * What a state machine can wait for: Step Functions takes the rest of a second off a moment, and would wake up before it, find
 * nothing to do, and wake up again until it has come (developer guide, "Wait").
 */
export type WholeSecond = Instant & { readonly of: 'whole seconds' }

/** The first whole second that is not before it. */
export const wholeSecond = (at: Instant): WholeSecond => instant(Math.ceil(Date.parse(at) / 1000) * 1000) as WholeSecond

/** An instant a number of milliseconds away. */
export const shifted = (from: Instant, ms: number): Instant => instant(Date.parse(from) + ms)

/** @param period whole days or years, as P180D */
export const daysAfter = (day: Day, period: string): Day => Temporal.PlainDate.from(day).add(period).toString() as Day

/** The instant of a clock's reading. @throws RangeError when the text is no instant. */
export const instant = (value: string | number | Date): Instant => {
  const ms =
    typeof value === 'number'
      ? value
      : Temporal.Instant.from(typeof value === 'string' ? value : value.toISOString()).epochMilliseconds
  return new Date(ms).toISOString() as Instant
}

/**
 * An instant moved by a calendar duration in a time zone: 60 days later is the same time of day there,
 * also across a change of the clocks.
 */
export function moved(from: Instant, by: string, timeZone: string, direction: 1 | -1 = 1): Instant {
  const duration = Temporal.Duration.from(by)
  const zoned = Temporal.Instant.from(from).toZonedDateTimeISO(timeZone)
  return instant(
    zoned
      .add(direction === 1 ? duration : duration.negated())
      .toInstant()
      .toString(),
  )
}

/**
 * While the company waits for what it needs to know who asks (GDPR Art. 12(6)): asked why, when, and answered when. Nothing
 * else stops the time.
 */
export type Stop = { readonly why: string; readonly sentAt: Instant; readonly answeredAt: Instant }

/**
 * A moment later by the whole days for which the time stood still, in the company's time zone. Of a day that had begun
 * nothing is taken (Regulation 1182/71, Art. 3(1) counts from the day after): the earlier of what authorities count.
 */
export function withStops(from: Instant, stops: readonly Stop[], timeZone: string): Instant {
  const days = stops.reduce((sum, { sentAt, answeredAt }) => {
    const at = (one: Instant) => Temporal.Instant.from(one).toZonedDateTimeISO(timeZone)
    return sum + at(sentAt).until(at(answeredAt), { largestUnit: 'days' }).days
  }, 0)
  return days > 0 ? moved(from, `P${days}D`, timeZone) : from
}

/** N4, N6: when everything has to be gone, and when the grace period ends so that this can be kept. */
export function erasureMoments(
  receivedAt: Instant,
  policy: Policy,
  within = policy.periods.erasure,
  stops: readonly Stop[] = [],
): { promisedBy: Instant; eraseAt: Instant } {
  const zone = policy.company.timeZone
  const promisedBy = withStops(moved(receivedAt, within, zone), stops, zone)
  return { promisedBy, eraseAt: moved(promisedBy, policy.periods.erasureLead, zone, -1) }
}

/** Until when a request has to be done: an erasure within the policy's own period, everything else as GDPR Art. 12(3) says. */
export const promisedBy = (right: Right, receivedAt: Instant, policy: Policy, stops: readonly Stop[] = []): Instant =>
  right === 'erasure'
    ? erasureMoments(receivedAt, policy, policy.periods.erasure, stops).promisedBy
    : answerBy(receivedAt, policy, stops)

/** GDPR Art. 12(3): the policy's month, counted from receipt. */
export const answerBy = (receivedAt: Instant, { company, periods }: Policy, stops: readonly Stop[] = []): Instant =>
  onWorkingDay(withStops(moved(receivedAt, periods.answer, company.timeZone), stops, company.timeZone), company)

/** GDPR Art. 12(3): two further months, counted from receipt like the first. */
export function extended(receivedAt: Instant, { company, periods }: Policy, stops: readonly Stop[] = []): Instant {
  const first = Temporal.Duration.from(periods.answer)
  const longer = first.with({ months: first.months + 2 }).toString()
  return onWorkingDay(withStops(moved(receivedAt, longer, company.timeZone), stops, company.timeZone), company)
}

/**
 * Regulation 1182/71, Art. 3(4): what ends on a Saturday, a Sunday or a public holiday ends on the next working day. The
 * Regulation gives that whole day; here it ends at the time of day at which it would have, which is the earlier of both.
 * A year of which the policy names no holidays has weekends only, which is the earlier too.
 */
function onWorkingDay(end: Instant, { timeZone, holidays = [] }: Policy['company']): Instant {
  let due = Temporal.Instant.from(end).toZonedDateTimeISO(timeZone)
  while (due.dayOfWeek > 5 || holidays.includes(due.toPlainDate().toString())) due = due.add({ days: 1 })
  return instant(due.toInstant().toString())
}

/** The next moment after `now` at which a waiting request has something to do: a reminder, or the erasure. */
export function nextMoment(eraseAt: Instant, now: Instant, policy: Policy): Instant {
  const reminders = policy.periods.reminders.map((before) => moved(eraseAt, before, policy.company.timeZone, -1))
  return [...reminders.sort(), eraseAt].find((moment) => moment > now) ?? eraseAt
}

/** The reminder that is due at `now` and was not sent since `since`, if any: only the latest counts. */
export function reminderDue(eraseAt: Instant, since: Instant, now: Instant, policy: Policy): boolean {
  return policy.periods.reminders.some((before) => {
    const at = moved(eraseAt, before, policy.company.timeZone, -1)
    return at > since && at <= now
  })
}

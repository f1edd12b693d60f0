import { Temporal } from 'temporal-polyfill'
import type { Policy } from '../policy/schema.ts'
import type { Right } from './request.ts'

/** An instant as an ISO 8601 text in UTC with milliseconds; sorts as text. */
export type Instant = string & { readonly brand: 'Instant' }

/** A date in the company's time zone (ISO 8601); sorts as text. */
export type Day = string & { readonly brand: 'Day' }

export const dayOf = (at: Instant, timeZone: string): Day =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString() as Day

/** An instant a number of milliseconds away. */
export const shifted = (from: Instant, ms: number): Instant => instant(Date.parse(from) + ms)

/** @param period whole days, as P180D */
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

/** N4, N6: when everything has to be gone, and when the grace period ends so that this can be kept. */
export function erasureMoments(
  receivedAt: Instant,
  policy: Policy,
  within = policy.periods.erasure,
): { promisedBy: Instant; eraseAt: Instant } {
  const zone = policy.company.timeZone
  const promisedBy = moved(receivedAt, within, zone)
  return { promisedBy, eraseAt: moved(promisedBy, policy.periods.erasureLead, zone, -1) }
}

/**
 * Until when a request has to be done. All but an erasure within the month of GDPR Art. 12(3), counted to the same date and time
 * without the further days that a weekend or a holiday would allow.
 */
export const promisedBy = (right: Right, receivedAt: Instant, policy: Policy): Instant =>
  right === 'erasure'
    ? erasureMoments(receivedAt, policy).promisedBy
    : moved(receivedAt, policy.periods.answer, policy.company.timeZone)

/** GDPR Art. 12(3): two further months, counted from receipt like the first. */
export const extended = (receivedAt: Instant, policy: Policy): Instant =>
  moved(moved(receivedAt, policy.periods.answer, policy.company.timeZone), 'P2M', policy.company.timeZone)

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

/**
 * GDPR Art. 12(3) with Regulation 1182/71 Art. 3: the same date of the month after (or its last day);
 * a deadline that ends on a weekend or one of `holidays` (ISO dates) moves to the next working day.
 * The date returned is in the controller's time zone; the deadline is the end of that day.
 */
export function monthDeadline(
  receivedAt: Instant,
  months: number,
  timeZone: string,
  holidays: ReadonlySet<string>,
): string {
  const received = Temporal.Instant.from(receivedAt).toZonedDateTimeISO(timeZone).toPlainDate()
  let due = received.add({ months })
  while (due.dayOfWeek > 5 || holidays.has(due.toString())) due = due.add({ days: 1 })
  return due.toString()
}

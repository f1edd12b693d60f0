import { Temporal } from 'temporal-polyfill'
import policy from '../policy.ts'

const inZone = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(policy.company.timeZone)

/** The instant so long after another, in the company's time zone. @param ms since the epoch */
export const instantAfter = (ms: number, period: string): string =>
  inZone(ms).add(Temporal.Duration.from(period)).toInstant().toString()

/** Milliseconds since the epoch. */
export const before = (at: string, period: string): number =>
  inZone(Date.parse(at)).subtract(Temporal.Duration.from(period)).epochMilliseconds

/** A period in words. */
export const days = (period: string): string =>
  `${Temporal.Duration.from(period).total({ unit: 'days', relativeTo: '2026-01-01' })} days`

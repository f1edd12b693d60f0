import { Temporal } from 'temporal-polyfill'
import { type Instant, instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'

/** Numbers above are milliseconds since 1970, below seconds: as seconds it would be the year 5138. */
const milliseconds = 100_000_000_000

/**
 * When an account was used, out of what the company's table holds: an ISO 8601 instant or day as text, or a number of seconds
 * or milliseconds since 1970. Undefined when it is none of these.
 */
export function usedAt({
  S: text,
  N: number,
}: {
  readonly S?: string | undefined
  readonly N?: string | undefined
}): Instant | undefined {
  try {
    if (text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text)) {
      const day = Temporal.PlainDate.from(text)
      return instant(day.toZonedDateTime(policy.company.timeZone).toInstant().toString())
    }
    if (text !== undefined) return instant(text)
    const value = Number(number)
    if (!Number.isFinite(value) || value <= 0) return undefined
    return instant(Math.round(value >= milliseconds ? value : value * 1000))
  } catch {
    return undefined
  }
}

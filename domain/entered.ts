import type { Policy } from '../policy/schema.ts'
import type { Request } from './request.ts'
import { type Day, dayBegins, dayOf, type Instant, moved } from './time.ts'

/** What the history says of how a request came that was entered for its person; nothing of one that came by itself. */
export const cameBy = ({ entered, receivedAt }: Request, { company }: Policy): string | undefined =>
  entered && `by ${entered} on ${dayOf(receivedAt, company.timeZone)}`

/**
 * The first day of receipt that can be entered: of an earlier one the ask would vanish unconfirmed before the link in its mail
 * ends, and too little would be left of a grace period.
 */
export const earliestReceipt = (now: Instant, { periods, company }: Policy): Day => {
  const { timeZone } = company
  const first = moved(moved(now, periods.unverified, timeZone, -1), periods.confirmLink, timeZone)
  const day = dayOf(first, timeZone)
  return dayBegins(day, timeZone) >= first ? day : dayOf(moved(first, 'P1D', timeZone), timeZone)
}

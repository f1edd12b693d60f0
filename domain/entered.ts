import type { Policy } from '../policy/schema.ts'
import type { Request } from './request.ts'
import { type Day, dayBegins, dayOf, type Instant, later, moved } from './time.ts'

/** How a person asked whose request somebody of the company entered. */
export type Entered = 'phone' | 'letter' | 'chat'

/** What the history says of how a request came that was entered for its person; nothing of one that came by itself. */
export const cameBy = ({ entered, receivedAt }: Request, { company }: Policy): string | undefined =>
  entered && `by ${entered} on ${dayOf(receivedAt, company.timeZone)}`

/**
 * The first day of receipt that can be entered: of an earlier one the ask would vanish unconfirmed before the link in its mail
 * ends, and too little would be left of a grace period.
 */
export const earliestReceipt = (now: Instant, policy: Policy): Day => {
  const { timeZone } = policy.company
  const first = firstReceipt(now, policy)
  const day = dayOf(first, timeZone)
  return dayBegins(day, timeZone) >= first ? day : dayOf(moved(first, 'P1D', timeZone), timeZone)
}

const firstReceipt = (now: Instant, { periods, company: { timeZone } }: Policy): Instant =>
  moved(moved(now, periods.unverified, timeZone, -1), periods.confirmLink, timeZone)

/**
 * From when the time of what a mail asks counts (GDPR Art. 12(3)): from when the mail came, whenever it was read, or decided on by
 * somebody; for the same reasons not from earlier than what is entered.
 */
export const receiptOfMail = (came: Instant, now: Instant, policy: Policy): Instant =>
  later(came, firstReceipt(now, policy))

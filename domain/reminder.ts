import type { Policy } from '../policy/schema.ts'
import type { In } from './request.ts'
import { type Instant, reminderDue } from './time.ts'

/** Whether the person has yet to be reminded that everything is erased soon; of an erasure that waits for a law nobody is. */
export const owesReminder = (
  { eraseAt, remindedAt, hold, unconsented }: In<'grace'>,
  policy: Policy,
  now: Instant,
): boolean => !hold && !unconsented && now < eraseAt && reminderDue(eraseAt, remindedAt, now, policy)

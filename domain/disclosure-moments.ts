import type { Policy } from '../policy/schema.ts'
import type { In } from './request.ts'
import { type Instant, moved } from './time.ts'

/** When a person who has not answered yet whether data may be passed on (N12) is reminded. */
export const reminderOf = ({ answerBy }: In<'approving'>, { periods, company }: Policy): Instant =>
  moved(answerBy, periods.statementReminder, company.timeZone, -1)

/** A reminder, the end of the wait for an answer, or the end of what was approved. */
export function nextMomentOfDisclosure(request: In<'approving'> | In<'approved'>, policy: Policy): Instant {
  if (request.status === 'approved') return request.holdsUntil
  const remindAt = reminderOf(request, policy)
  return request.remindedAt < remindAt ? remindAt : request.answerBy
}

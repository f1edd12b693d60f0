import type { RequestView } from '../../functions/contract/request.ts'
import policy from '../policy.ts'
import { subjectOf } from './asked.ts'
import type { Findings } from './findings.ts'
import type { Letterbox } from './letterbox.ts'
import { before } from './periods.ts'

/** Reminders came at the policy's points, all of them and no other. */
export async function checkReminders(
  { reference, eraseAt = '' }: RequestView,
  letter: { readonly title: string },
  address: string,
  box: Letterbox,
  findings: Findings,
): Promise<void> {
  const reminders = (await box.to(address)).filter(({ subject }) => subject === subjectOf(letter, reference))
  findings.expect('every reminder came', reminders.length === policy.periods.reminders.length)
  for (const [n, period] of policy.periods.reminders.entries()) {
    const late = Date.parse(reminders[n]?.at ?? '') - before(eraseAt, period)
    findings.expect(`the reminder ${period} before the erasure came then`, late >= 0 && late < 60_000)
  }
}

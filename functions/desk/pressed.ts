import type { Indexes } from '../../adapters/indexes.ts'
import { atRiskBy, pressing } from '../../domain/deadline.ts'
import { kindOf } from '../../domain/figures.ts'
import type { Pressed } from '../../domain/promises.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { PromisesView } from '../contract/desk/figures.ts'

/** So many requests that are overdue or at risk are looked at; there should be none. */
export const mostCounted = 1000

/** What is overdue or at risk now, out of the index: who has time left is not read. */
export async function whatPresses(indexes: Indexes, now: Instant): Promise<readonly Pressed[]> {
  const pressed: Pressed[] = []
  let read = 0
  for await (const request of indexes.owedBy(atRiskBy(now, policy))) {
    const why = pressing(request, policy, now)
    // What the company asks a person is owed to nobody.
    if (why && request.right !== 'disclosure') pressed.push({ kind: kindOf(request, request.right), why })
    read += 1
    if (read === mostCounted) break
  }
  return pressed
}

/** What is overdue or at risk and belongs to no promise: objections that are weighed, and mails that wait for a decision. */
export async function besidePromises(
  pressed: readonly Pressed[],
  indexes: Indexes,
  now: Instant,
): Promise<PromisesView['besides']> {
  const objections = (why: Pressed['why']) =>
    pressed.filter((one) => one.kind === 'processing-objection' && one.why === why).length
  const weighed = {
    what: 'processing-objection',
    overdue: objections('overdue'),
    atRisk: objections('at-risk'),
  } as const
  if (!policy.mailbox) return [weighed]
  const { overdue, due } = await mailsDueBy(atRiskBy(now, policy), indexes, now)
  return [weighed, { what: 'mails', overdue, atRisk: due }]
}

/** Mails that wait for a decision whose answer is overdue, and of the others those that are due by then. */
export async function mailsDueBy(
  until: Instant,
  indexes: Indexes,
  now: Instant,
): Promise<{ readonly overdue: number; readonly due: number }> {
  const [overdue, all] = await Promise.all([now, until].map((by) => indexes.countDueBy('mail', by, mostCounted)))
  return { overdue: overdue ?? 0, due: Math.max(0, (all ?? 0) - (overdue ?? 0)) }
}

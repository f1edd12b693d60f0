import type { Policy } from '../policy/schema.ts'
import type { Receipt } from '../systems/contract.ts'
import { correctionsFor } from './correction.ts'
import { categoriesFor, categoriesOf } from './receipts.ts'
import type { Request } from './request.ts'
import { isAsked, type Stated, type Task } from './tasks.ts'
import type { Instant } from './time.ts'

/** What is to be stated of: every category; of a correction every field, and where a statement is to be kept. */
export function partsOfTask(
  { system, verb }: Task,
  request: Request,
  policy: Policy,
): ReadonlyArray<{ readonly category: string; readonly field?: string }> {
  if (verb === 'rectify')
    return request.status === 'correcting'
      ? correctionsFor(request, system, policy).map(({ category, field }) => ({ category, field }))
      : []
  const right = verb === 'export' || verb === 'unsubscribe' ? request.right : undefined
  const categories =
    right && right !== 'disclosure' ? categoriesFor(right, system, policy) : categoriesOf(system, policy)
  return categories.map((category) => ({ category }))
}

/** The exception by which something of a category may be kept at an erasure (N7). */
export const exceptionFor = (category: string, { retention }: Policy): string | undefined =>
  retention.find((one) => one.category === category)?.id

/** How many records of a part were handled, and kept for a law. */
export type Count = { readonly count: number; readonly kept: number }

/** What was stated as a system would have answered it; or why it says nothing. */
export function receiptsFor(
  task: Task,
  { outcome, reason, counts }: Pick<Stated, 'outcome' | 'reason'> & { readonly counts: readonly Count[] },
  request: Request,
  policy: Policy,
): readonly Receipt[] | 'no-reason' | 'no-count' | 'not-kept-by-law' {
  const parts = partsOfTask(task, request, policy)
  if (outcome === 'nothing') return parts.map((part) => ({ ...part, outcome: 'not-found', count: 0 }))
  if (outcome === 'cannot')
    return reason
      ? parts.map((part) => ({ ...part, outcome: 'failed', count: 0, reason: `Stated-${reason}` }))
      : 'no-reason'
  const of = (n: number): Count => counts[n] ?? { count: 0, kept: 0 }
  if (!parts.some((_, n) => of(n).count > 0 || of(n).kept > 0)) return 'no-count'
  const erases = task.verb === 'erase' || task.verb === 'erase-again'
  if (parts.some(({ category }, n) => of(n).kept > 0 && !(erases && exceptionFor(category, policy))))
    return 'not-kept-by-law'
  return parts.map((part, n): Receipt => {
    const { count, kept } = of(n)
    const exception = exceptionFor(part.category, policy)
    if (kept > 0 && exception) return { ...part, outcome: 'kept', count: kept, exception }
    return { ...part, outcome: count > 0 ? 'done' : 'not-found', count }
  })
}

/** A task with its answer; nothing of it goes away when somebody has to say it again. */
export const answeredTask = (task: Task, stated: Stated): Task => ({
  ...task,
  state: stated.outcome === 'cannot' ? 'cannot' : 'answered',
  stated,
})

/** Whether it can be answered: it is asked, and nobody has said that it is done. */
export const canBeAnswered = (task: Task, request: Request): boolean =>
  isAsked(task, request) && (task.state === 'open' || task.state === 'cannot')

/** Whether what is left of a task at `now` is that somebody does it. */
export const isOverdue = (task: Task, now: Instant): boolean => task.state !== 'answered' && now >= task.due

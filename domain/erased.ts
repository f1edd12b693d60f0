import type { Policy } from '../policy/schema.ts'
import type { Event } from './event.ts'
import { type Outcome, refused, waitingFor } from './outcome.ts'
import type { Answer } from './receipts.ts'
import type { In, Kept } from './request.ts'
import { type Instant, moved } from './time.ts'

type Erased = In<'erased'> | In<'erasing-again'>

/** The exceptions of the policy by which systems kept something at the erasure. */
export const exceptionsIn = (answers: readonly Answer[]): readonly string[] => [
  ...new Set(
    answers
      .filter(({ verb }) => verb === 'erase')
      .flatMap(({ receipts }) => receipts)
      .flatMap(({ outcome, count, exception }) => (outcome === 'kept' && count > 0 && exception ? [exception] : [])),
  ),
]

/** Systems that have not erased again, completely, what this round is about. */
export const notYetErasedAgain = (
  { round }: In<'erasing-again'>,
  answers: readonly Answer[],
  policy: Policy,
): readonly string[] =>
  Object.keys(policy.systems).filter(
    (system) =>
      !answers.some(
        (answer) =>
          answer.system === system &&
          answer.verb === 'erase-again' &&
          answer.round === round &&
          answer.done &&
          answer.receipts.every(({ outcome }) => outcome !== 'failed'),
      ),
  )

/** N7: what is kept, until when: counted from the erasure, as the policy says that day. */
export const keptFrom = (erasedAt: Instant, exceptions: readonly string[], policy: Policy): readonly Kept[] =>
  policy.retention
    .filter(({ id }) => exceptions.includes(id))
    .map(({ id, category, period }) => ({
      exception: id,
      category,
      until: moved(erasedAt, period, policy.company.timeZone),
    }))

/** What a law still asks to keep at an instant. */
export const stillKept = (kept: readonly Kept[], now: Instant): readonly Kept[] =>
  kept.filter(({ until }) => until > now)

/** Until when a backup may hold a copy of what was erased. */
export const backupsUntil = (erasedAt: Instant, policy: Policy): Instant =>
  moved(erasedAt, policy.periods.backups, policy.company.timeZone)

/** When something is to be done about somebody who was erased: the next end of what is kept, or the backups'. */
export const nextEnd = (request: In<'erased'>, policy: Policy, now: Instant): Instant | undefined =>
  [backupsUntil(request.closedAt, policy), ...request.kept.map(({ until }) => until)].sort().find((end) => end > now)

/**
 * What comes after an erasure: what was kept for a law goes at its end (N7), and what a restored backup brings back goes
 * again. The systems erase what they find; nobody asks the person, who has long been told.
 */
export function nextOfErased(request: Erased, event: Event, policy: Policy, now: Instant): Outcome {
  switch (event.type) {
    case 'kept-long-enough':
      return request.status === 'erased' && stillKept(request.kept, now).length < request.kept.length
        ? again(request, now)
        : refused('not-possible-now')
    case 'backup-restored':
      if (now >= backupsUntil(request.closedAt, policy)) return refused('too-late')
      return again(request, now)
    case 'erasure-settled':
      return request.status === 'erasing-again' ? settled(request, event.outstanding) : refused('not-possible-now')
    default:
      return refused('not-possible-now')
  }
}

/** A round of which no system has answered: the history grows, so no earlier one had its number. */
const again = (request: Erased, now: Instant): Outcome => ({
  request: { ...request, status: 'erasing-again', round: request.historyLength, startedAt: now, outstanding: [] },
  effects: [{ kind: 'start', machine: 'erasing-again' }],
})

function settled(request: In<'erasing-again'>, outstanding: readonly string[]): Outcome {
  if (outstanding.length > 0) return { request: { ...request, outstanding }, ...waitingFor(outstanding) }
  const { round: _, startedAt, outstanding: __, ...kept } = request
  const left = stillKept(request.kept, startedAt)
  const ended = request.kept.filter((one) => !left.includes(one)).map(({ exception }) => exception)
  return {
    request: { ...kept, status: 'erased', kept: left },
    ...(ended.length > 0 ? { detail: `no longer kept: ${ended.join(', ')}` } : {}),
  }
}

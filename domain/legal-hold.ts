import type { Policy } from '../policy/schema.ts'
import type { Effect, HoldNews } from './effect.ts'
import type { Event } from './event.ts'
import { letter, type Outcome, refused, untold } from './outcome.ts'
import { owesReminder } from './reminder.ts'
import type { In, Request } from './request.ts'
import type { Instant } from './time.ts'

/** Erasure waits because a law asks the company to keep the data (GDPR Art. 17(3)); which one is said in the policy. */
export type LegalHold = { readonly reason: string; readonly since: Instant }

type Waiting = In<'restricting'> | In<'grace'>

/** N7: erasure waits for as long as a law asks the company to keep the data (GDPR Art. 17(3)); what is restricted stays so. */
export function withLegalHold(
  request: Waiting,
  event: Extract<Event, { type: 'hold-set' | 'hold-ended' }>,
  policy: Policy,
  now: Instant,
): Outcome {
  const { hold } = request
  const ofPerson = (reason: string, kind: 'on-hold' | 'hold-ended') =>
    isTold(reason, policy) ? { effects: [letter(kind)] } : { effects: [], ...untold(event) }
  if (event.type === 'hold-set') {
    const isKept = 'from' in event
    if (hold || !(isKept || Object.hasOwn(policy.holds, event.reason))) return refused('not-possible-now')
    const told = ofPerson(event.reason, 'on-hold')
    return {
      ...told,
      request: { ...request, hold: { reason: event.reason, since: now } },
      effects: [...told.effects, ...(isKept ? [holdNews('taken-over', event.reason)] : [])],
      detail: `${event.reason}, ${isKept ? `kept from ${event.from}` : `file ${event.file}`}`,
    }
  }
  if (!hold) return refused('not-possible-now')
  const told = ofPerson(hold.reason, 'hold-ended')
  return {
    ...told,
    ...goingOn(withoutHold(request), told.effects, policy, now),
    detail: `file ${event.file}`,
  }
}

/** The machine that waits is there at the moments that are to come; what became due meanwhile it might see to days later. */
function goingOn(
  request: Waiting,
  effects: readonly Effect[],
  policy: Policy,
  now: Instant,
): { readonly request: Waiting; readonly effects: readonly Effect[] } {
  if (request.status === 'restricting') return { request, effects }
  if (now >= request.eraseAt) return { request, effects: [...effects, { kind: 'start', machine: 'erasure' }] }
  if (!owesReminder(request, policy, now)) return { request, effects }
  return { request: { ...request, remindedAt: now }, effects: [...effects, letter('reminder')] }
}

/** Whether the law lets the person be told of it; of a reason that the policy does not know any more nobody says so. */
export const isTold = (reason: string, { holds }: Pick<Policy, 'holds'>): boolean => holds[reason]?.told === true

const holdNews = (news: HoldNews, reason: string): Effect => ({ kind: 'hold-news', news, reason })

/**
 * A held request that ends without an erasure: restored, or turned down. What the law asks to keep is the person's data,
 * whatever becomes of one request: the hold is kept, and the officer hears of it.
 */
export function holdKept(before: Request, after: Request): LegalHold | undefined {
  return 'hold' in before && before.hold && after.status === 'restoring' ? before.hold : undefined
}

/** What is done first, and last, of what follows from that. */
export const keepingHold = ({ reason }: LegalHold, effects: readonly Effect[]): readonly Effect[] => [
  { kind: 'keep-hold', reason },
  ...effects,
  holdNews('kept', reason),
]

/** Whether an erasure that begins takes over what is kept of an earlier one; on a controller's word and for nobody none was held up. */
export const takesHoldOver = (request: Request): request is Waiting =>
  (request.status === 'restricting' || request.status === 'grace') && !request.controller && !request.canary

type Free<Held> = Held extends unknown ? Omit<Held, 'hold'> : never

export function withoutHold<Held extends Waiting>(request: Held): Free<Held> {
  const { hold: _, ...kept } = request
  return kept as Free<Held>
}

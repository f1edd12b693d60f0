import type { Policy } from '../policy/schema.ts'
import { letter, type Outcome, refused, untold } from './outcome.ts'
import type { Event, In } from './request.ts'
import type { Instant } from './time.ts'

type Waiting = In<'restricting'> | In<'grace'>

/** N7: erasure waits for as long as a law asks the company to keep the data (GDPR Art. 17(3)); what is restricted stays so. */
export function withLegalHold(
  request: Waiting,
  event: Extract<Event, { type: 'hold-set' | 'hold-ended' }>,
  policy: Policy,
  now: Instant,
): Outcome {
  const { hold } = request
  const file = `file ${event.file}`
  const ofPerson = (reason: string, kind: 'on-hold' | 'hold-ended') =>
    isTold(reason, policy) ? { effects: [letter(kind)] } : { effects: [], ...untold(event) }
  if (event.type === 'hold-set') {
    if (hold || !Object.hasOwn(policy.holds, event.reason)) return refused('not-possible-now')
    return {
      ...ofPerson(event.reason, 'on-hold'),
      request: { ...request, hold: { reason: event.reason, since: now } },
      detail: `${event.reason}, ${file}`,
    }
  }
  if (!hold) return refused('not-possible-now')
  const told = ofPerson(hold.reason, 'hold-ended')
  return {
    ...told,
    request: withoutHold(request),
    // The first machine may sleep for days.
    effects: [...told.effects, { kind: 'start', machine: 'erasure' }],
    detail: file,
  }
}

/** Whether the law lets the person be told of it; of a reason that the policy does not know any more nobody says so. */
export const isTold = (reason: string, { holds }: Pick<Policy, 'holds'>): boolean => holds[reason]?.told === true

type Free<Held> = Held extends unknown ? Omit<Held, 'hold'> : never

export function withoutHold<Held extends Waiting>(request: Held): Free<Held> {
  const { hold: _, ...kept } = request
  return kept as Free<Held>
}

import type { Policy } from '../policy/schema.ts'
import { letter, type Outcome, refused } from './outcome.ts'
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
  if (event.type === 'hold-set') {
    if (hold || !Object.hasOwn(policy.holds, event.reason)) return refused('not-possible-now')
    return {
      request: { ...request, hold: { reason: event.reason, since: now } },
      effects: policy.holds[event.reason]?.told ? [letter('on-hold')] : [],
      detail: `${event.reason}, ${file}`,
    }
  }
  if (!hold) return refused('not-possible-now')
  return {
    request: withoutHold(request),
    effects: [
      ...(policy.holds[hold.reason]?.told ? [letter('hold-ended')] : []),
      // The first machine may sleep for days.
      { kind: 'start', machine: 'erasure' },
    ],
    detail: file,
  }
}

type Free<Held> = Held extends unknown ? Omit<Held, 'hold'> : never

export function withoutHold<Held extends Waiting>(request: Held): Free<Held> {
  const { hold: _, ...kept } = request
  return kept as Free<Held>
}

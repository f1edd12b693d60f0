import type { Requests } from '../../adapters/requests.ts'
import { decide } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { log } from '../entry/log.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'

/** An event of the round, decided and saved; what was changed meanwhile is decided again, and what is refused is not to be. */
export const tried = (requests: Requests, reference: string, event: Event, now: Instant): Promise<void> =>
  whileOvertaken(() => triedOnce(requests, reference, event, now))

async function triedOnce(requests: Requests, reference: string, event: Event, now: Instant): Promise<void> {
  const request = await requests.request(reference)
  const decision = request && decide(request, event, policy, now)
  if (!decision || decision.kind === 'refused') return
  await requests.save(decision)
  log({ what: 'round', reference, event: event.type, outcome: decision.request.status })
}

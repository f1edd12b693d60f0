import type { Whole } from '../../adapters/items.ts'
import type { Requests } from '../../adapters/requests.ts'
import type { Event } from '../../domain/event.ts'

/**
 * What the company's wish to end a restriction comes to: first the person is told when, and from then on everything is given back
 * (GDPR Art. 18(3)); what is to be erased stays unavailable.
 */
export async function lifting({ request, waiting }: Whole, requests: Requests): Promise<Event | 'erasure-first'> {
  if (request.status !== 'held' || !request.liftAt) return { type: 'lift-announced' }
  if ((await requests.openOf(request.person.hash)).erasure) return 'erasure-first'
  const notice = waiting.findLast(({ effect }) => effect.kind === 'letter' && effect.letter === 'to-be-lifted')
  return { type: 'lift-due', told: notice?.messageId !== undefined }
}

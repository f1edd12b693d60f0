import type { Whole } from '../../adapters/items.ts'
import type { Requests } from '../../adapters/requests.ts'
import { decide } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import type { Request } from '../../domain/request.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { notPossible } from './company.ts'
import { Refused } from './refused.ts'
import { whileOvertaken } from './while-overtaken.ts'

/** When somebody called, and who, as the history names them. */
export type Called = { readonly now: Instant; readonly by?: string }

/**
 * What the company decides about a request, saved; `eventFor` answers nothing when it is so already. @throws Refused when
 * there is no such request, or the domain does not allow it
 */
export const decided = (
  reference: string,
  eventFor: (whole: Whole) => Event | undefined | Promise<Event | undefined>,
  requests: Requests,
  called: Called,
): Promise<Request> => whileOvertaken(() => decidedOnce(reference, eventFor, requests, called))

async function decidedOnce(
  ...[reference, eventFor, requests, { now, by }]: Parameters<typeof decided>
): Promise<Request> {
  const whole = await requests.load(reference)
  if (!whole) throw new Refused({ status: 404, json: { error: 'no-such-request' }, page: { kind: 'error' } })
  const event = await eventFor(whole)
  if (!event) return whole.request
  const decision = decide(whole.request, by === undefined ? event : { ...event, by }, policy, now)
  if (decision.kind === 'refused') throw notPossible(decision.reason)
  return requests.save(decision)
}

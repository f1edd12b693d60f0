import type { Whole } from '../../adapters/items.ts'
import { Overtaken, type Requests } from '../../adapters/requests.ts'
import { decide } from '../../domain/decide.ts'
import type { Event, Request } from '../../domain/request.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { notPossible } from './company.ts'
import { Refused } from './refused.ts'

/**
 * What the company decides about a request, saved; `eventFor` answers nothing when it is so already. @throws Refused when
 * there is no such request, or the domain does not allow it
 */
export async function decided(
  reference: string,
  eventFor: (whole: Whole) => Event | undefined | Promise<Event | undefined>,
  requests: Requests,
  now: Instant,
  tries = 3,
): Promise<Request> {
  const whole = await requests.load(reference)
  if (!whole) throw new Refused({ status: 404, json: { error: 'no-such-request' }, page: { kind: 'error' } })
  const event = await eventFor(whole)
  if (!event) return whole.request
  const decision = decide(whole.request, event, policy, now)
  if (decision.kind === 'refused') throw notPossible(decision.reason)
  try {
    return await requests.save(decision)
  } catch (error) {
    if (error instanceof Overtaken && tries > 0) return decided(reference, eventFor, requests, now, tries - 1)
    throw error
  }
}

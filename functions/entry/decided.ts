import type { Whole } from '../../adapters/items.ts'
import { Overtaken, type Requests } from '../../adapters/requests.ts'
import { decide } from '../../domain/decide.ts'
import type { Event, Request } from '../../domain/request.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { notPossible } from './company.ts'
import { Refused } from './refused.ts'

/** When somebody called, and who, as the history names them. */
export type Called = { readonly now: Instant; readonly by?: string }

/**
 * What the company decides about a request, saved; `eventFor` answers nothing when it is so already. @throws Refused when
 * there is no such request, or the domain does not allow it
 */
export async function decided(
  reference: string,
  eventFor: (whole: Whole) => Event | undefined | Promise<Event | undefined>,
  requests: Requests,
  called: Called,
  tries = 3,
): Promise<Request> {
  const { now, by } = called
  const whole = await requests.load(reference)
  if (!whole) throw new Refused({ status: 404, json: { error: 'no-such-request' }, page: { kind: 'error' } })
  const event = await eventFor(whole)
  if (!event) return whole.request
  const decision = decide(whole.request, by === undefined ? event : { ...event, by }, policy, now)
  if (decision.kind === 'refused') throw notPossible(decision.reason)
  try {
    return await requests.save(decision)
  } catch (error) {
    if (error instanceof Overtaken && tries > 0) return decided(reference, eventFor, requests, called, tries - 1)
    throw error
  }
}

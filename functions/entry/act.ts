import { AlreadyOpen } from '../../adapters/requests.ts'
import { decide } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { policy } from '../../policy/in-force.ts'
import { type Answer, type Call, Refused } from './http.ts'
import { type Links, seenBy, shownAfter } from './link.ts'
import type { Pressed } from './shapes.ts'
import { whileOvertaken } from './while-overtaken.ts'

/** One act of the proven person on a request: decided, saved, and shown; a second click finds the same page. */
export const act = (call: Call<Pressed>, event: Event, links: Links): Promise<Answer> =>
  whileOvertaken(() => actOnce(call, event, links))

async function actOnce(call: Call<Pressed>, event: Event, links: Links): Promise<Answer> {
  const { token, whole, seen } = await links.ofPerson(call.token, call.now)
  if (token.purpose !== 'manage')
    throw new Refused({ status: 409, json: { error: 'another-link-needed' }, page: { kind: 'link-unknown' } })
  const decision = decide(whole.request, event, policy, call.now)
  const refused = (error: string): Answer => ({
    ...shownAfter(seen, call, whole.request.language),
    status: 409,
    json: { error, request: seen },
  })
  if (decision.kind === 'refused') return refused(decision.reason)
  try {
    const request = await links.requests.save(decision)
    return shownAfter(seenBy(token, { ...whole, request }, call.now), call, request.language)
  } catch (error) {
    // The same is under way already, under another reference.
    if (error instanceof AlreadyOpen) return refused('already-open')
    throw error
  }
}

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import type { Whole } from '../../adapters/items.ts'
import { newToken } from '../../adapters/keys.ts'
import { Overtaken, Requests } from '../../adapters/requests.ts'
import { Sessions } from '../../adapters/sessions.ts'
import { looked } from '../../domain/desk.ts'
import { policy } from '../../policy/in-force.ts'
import type { DeskAnswer } from '../desk/answer.ts'
import { noSuchRequest } from '../desk/refused.ts'
import { personalOf, seenAtTheDesk } from '../desk/seen.ts'
import { atTheDesk, type DeskCall } from '../desk/signed-in.ts'
import { Pressed } from './shape.ts'

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const sessions = new Sessions(required('TABLE'), client)

/** A request, and on pressing for it what is personal in it: then its history says who looked. */
export const handler = atTheDesk(
  'desk-request',
  Pressed,
  ({ route }) => (route.endsWith('/look') ? 'look' : 'see'),
  client,
  (call) => (call.route.endsWith('/look') ? look(call) : see(call)),
)

async function see({ reference, colleague, now, query }: DeskCall<Pressed>): Promise<DeskAnswer> {
  const whole = await requests.load(reference)
  if (!whole) throw noSuchRequest(colleague)
  const seen = await seenAtTheDesk(whole, colleague.role, now, (staff) => sessions.nameOf(staff))
  const { refused, done } = query
  const said = { ...(refused ? { refused } : {}), ...(done ? { done } : {}) }
  return { status: 200, json: seen, page: { kind: 'request', seen, colleague, once: newToken(), ...said } }
}

async function look(call: DeskCall<Pressed>, tries = 3): Promise<DeskAnswer> {
  const { reference, colleague, now } = call
  const whole = await requests.load(reference)
  if (!whole) throw noSuchRequest(colleague)
  const decision = looked(whole.request, colleague.staff, policy, now)
  // It is gone from the request: there is nothing to look at.
  if (decision.kind === 'refused') return see(call)
  try {
    // First the entry, then the look: what nobody wrote down nobody saw.
    const request = await requests.save(decision)
    const after: Whole = { ...whole, request, history: [...whole.history, decision.entry] }
    const seen = await seenAtTheDesk(after, colleague.role, now, (staff) => sessions.nameOf(staff))
    const personal = personalOf(after)
    const shown = { ...seen, ...(personal ? { personal } : {}) }
    return { status: 200, json: shown, page: { kind: 'request', seen: shown, colleague, once: newToken() } }
  } catch (error) {
    if (error instanceof Overtaken && tries > 0) return look(call, tries - 1)
    throw error
  }
}

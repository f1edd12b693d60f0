import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { AlreadyOpen } from '../../adapters/requests.ts'
import { decide } from '../../domain/decide.ts'
import { policy } from '../../policy/in-force.ts'
import { type Answer, type Call, endpoint } from '../entry/http.ts'
import { askGuardian, isGuardians, Links, sentBack } from '../entry/link.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'
import { Answered } from './shape.ts'

const links = new Links(required('TABLE'), new DynamoDBClient({}))
const { requests } = links

/**
 * A guardian's answer, over the link that was mailed to the address that the account's holder names. Of whom they named before,
 * it counts no more. Twice is once.
 */
export const handler = endpoint('consent', Answered, async (call) =>
  sentBack(await whileOvertaken(() => consent(call)), call),
)

async function consent(call: Call<z.infer<typeof Answered>>): Promise<Answer> {
  const held = await links.only('consent', call.token, call.now)
  const { request } = held
  if (!isGuardians(request, held, call.token)) return askGuardian(request, held, call)
  const type = call.body.consent === 'yes' ? 'consent-given' : 'consent-refused'
  const decision = decide(request, { type }, policy, call.now)
  if (decision.kind === 'refused') return askGuardian(request, held, call)
  try {
    return askGuardian(await requests.save(decision), held, call)
  } catch (error) {
    // The child is having everything erased already.
    if (error instanceof AlreadyOpen) return askGuardian(request, held, call)
    throw error
  }
}

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { Overtaken, Requests } from '../../adapters/requests.ts'
import { decide } from '../../domain/decide.ts'
import { policy } from '../../policy/in-force.ts'
import { type Answer, type Call, endpoint } from '../entry/http.ts'
import { heldBy, proof, sentBack } from '../entry/link.ts'
import { Pressed } from '../entry/shapes.ts'

const requests = new Requests(required('TABLE'), new DynamoDBClient({}))

/** Proof of a new address: with the one of the old address, which began the request, both are proven. Twice is once. */
export const handler = endpoint('prove', Pressed, async (call) => sentBack(await prove(call, 3), call))

async function prove(call: Call<Pressed>, tries: number): Promise<Answer> {
  const { request } = await heldBy('prove', call.token, requests, call.now)
  const decision = decide(request, { type: 'address-proven' }, policy, call.now)
  if (decision.kind === 'refused') return proof(request, call)
  try {
    return proof(await requests.save(decision), call)
  } catch (error) {
    if (error instanceof Overtaken && tries > 0) return prove(call, tries - 1)
    throw error
  }
}

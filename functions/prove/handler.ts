import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { Requests } from '../../adapters/requests.ts'
import { decide } from '../../domain/decide.ts'
import { policy } from '../../policy/in-force.ts'
import { type Answer, type Call, endpoint } from '../entry/http.ts'
import { heldBy, proof, sentBack } from '../entry/link.ts'
import { Pressed } from '../entry/shapes.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'

const requests = new Requests(required('TABLE'), new DynamoDBClient({}))

/** Proof of a new address: with the one of the old address, which began the request, both are proven. Twice is once. */
export const handler = endpoint('prove', Pressed, async (call) =>
  sentBack(await whileOvertaken(() => prove(call)), call),
)

async function prove(call: Call<Pressed>): Promise<Answer> {
  const { request } = await heldBy('prove', call.token, requests, call.now)
  const decision = decide(request, { type: 'address-proven' }, policy, call.now)
  if (decision.kind === 'refused') return proof(request, call)
  return proof(await requests.save(decision), call)
}

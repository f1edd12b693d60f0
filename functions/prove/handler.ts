import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { decide } from '../../domain/decide.ts'
import { policy } from '../../policy/in-force.ts'
import { type Answer, type Call, endpoint } from '../entry/http.ts'
import { Links, proof, sentBack } from '../entry/link.ts'
import { Pressed } from '../entry/shapes.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'

const links = new Links(required('TABLE'), new DynamoDBClient({}))
const { requests } = links

/** Proof of a new address: with the one of the old address, which began the request, both are proven. Twice is once. */
export const handler = endpoint('prove', Pressed, async (call) =>
  sentBack(await whileOvertaken(() => prove(call)), call),
)

async function prove(call: Call<Pressed>): Promise<Answer> {
  const { request } = await links.only('prove', call.token, call.now)
  const decision = decide(request, { type: 'address-proven' }, policy, call.now)
  if (decision.kind === 'refused') return proof(request, call)
  return proof(await requests.save(decision), call)
}

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { Overtaken, Requests } from '../../adapters/requests.ts'
import { decide } from '../../domain/decide.ts'
import type { Right } from '../../domain/request.ts'
import { policy } from '../../policy/in-force.ts'
import { act } from '../entry/act.ts'
import { type Answer, type Call, endpoint } from '../entry/http.ts'
import { linked, shown } from '../entry/link.ts'
import { Pressed } from '../entry/shapes.ts'

const requests = new Requests(required('TABLE'), new DynamoDBClient({}))

/**
 * Everything back, as long as nothing is erased yet: one conditional write decides against the erasure. What is to be
 * erased stays unavailable, so a restriction is lifted only when there is no erasure, or together with it.
 */
export const handler = endpoint('restore', Pressed, async (call): Promise<Answer> => {
  const { token, whole, seen } = await linked(call.token, requests, call.now)
  const { request } = whole
  const open =
    token.purpose === 'manage' && 'person' in request && request.person
      ? await requests.openOf(request.person.hash)
      : {}
  if (request.right === 'restriction' && open.erasure) {
    const page = { kind: 'request', request: seen, token: call.token, problem: 'erasure-first' } as const
    return {
      ...shown(seen, call.token, call.body.language ?? request.language),
      status: 409,
      json: { error: 'erasure-first', request: seen },
      page,
    }
  }
  const answer = await act(call, { type: 'restore-asked' }, requests)
  if (answer.status === 200 && request.right === 'erasure') await lift(open, call)
  return answer
})

/** Everything means everything: what was unavailable by an earlier wish comes back too. */
async function lift({ restriction }: Partial<Record<Right, string>>, call: Call<Pressed>): Promise<void> {
  const request = restriction ? await requests.request(restriction) : undefined
  const decision = request && decide(request, { type: 'restore-asked' }, policy, call.now)
  if (!decision || decision.kind === 'refused') return
  try {
    await requests.save(decision)
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error
    await lift({ restriction: decision.request.reference }, call)
  }
}

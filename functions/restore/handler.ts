import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { act } from '../entry/act.ts'
import { type Answer, endpoint } from '../entry/http.ts'
import { Links, shown } from '../entry/link.ts'
import { Pressed } from '../entry/shapes.ts'

const links = new Links(required('TABLE'), new DynamoDBClient({}))
const { requests } = links

/**
 * Everything back, as long as nothing is erased yet: one conditional write decides against the erasure. What is to be
 * erased stays unavailable, so a restriction is lifted only when there is no erasure, or together with it, which follows from what
 * is saved here (functions/outbox).
 */
export const handler = endpoint('restore', Pressed, async (call): Promise<Answer> => {
  const { token, whole, seen } = await links.ofPerson(call.token, call.now)
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
  return act(call, { type: 'restore-asked' }, links)
})

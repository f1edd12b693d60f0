import { randomBytes } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { Mac } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import { received } from '../../domain/decide.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import { policy } from '../../policy/in-force.ts'
import { receivedAt } from '../../web/ask.ts'
import { type Answer, endpoint } from '../entry/http.ts'
import { Ask } from './shape.ts'

const requests = new Requests(required('TABLE'), new DynamoDBClient({}))
const mac = new Mac(required('MAC_KEY'))

/** Receives a request: the same words and the same work for every address, known or not. No system is asked. */
export const handler = endpoint('submit', Ask, async ({ body, language, now }): Promise<Answer> => {
  const { address, right } = body
  if (body.step !== 'send') {
    const page = { kind: body.step === 'check' ? ('check' as const) : ('ask' as const), address, right }
    return { status: 200, json: { address, right }, page }
  }
  const person = { address: new Personal(address), hash: await mac.ofAddress(address) }
  const ground = right === 'restriction' && body.ground !== 'none' ? { ground: body.ground } : {}
  const child = body.child && policy.minors ? { child: true as const } : {}
  const step = received(
    { reference: reference(randomBytes(5)), right, language, person, ...ground, ...child },
    policy,
    now,
  )
  const request = await requests.save(step)
  const answer = {
    reference: request.reference,
    right,
    status: 'unverified',
    receivedAt: request.receivedAt,
    promisedBy: request.promisedBy,
  }
  const page = { kind: 'received', right, reference: request.reference, promisedBy: request.promisedBy } as const
  return { status: 202, json: answer, page, seeOther: receivedAt(page, language) }
})

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { Requests } from '../../adapters/requests.ts'
import type { Doubt } from '../../domain/identity.ts'
import type { Request } from '../../domain/request.ts'
import { forCompany, malformed } from '../entry/company.ts'
import { type Called, decided } from '../entry/decided.ts'
import { Doubting, Longer } from './shape.ts'

const requests = new Requests(required('TABLE'), new DynamoDBClient({}))

/** Staff take two months more for an answer, or ask the person who they are. The same again changes nothing. */
export const handler = forCompany('extend', z.union([Longer, Doubting]), async (call) => {
  const { body, reference, route } = call
  // Who may call one of the two routes may not do by it what the other is for.
  if (route.endsWith('/doubt') !== 'doubt' in body) throw malformed('body')
  return 'doubt' in body
    ? doubted({ why: body.doubt, questions: [...new Set(body.questions)] }, reference, call)
    : takesLonger(body.why, reference, call)
})

/** Once, and while the first month runs; the person is told why. */
async function takesLonger(why: z.infer<typeof Longer>['why'], reference: string, called: Called) {
  const request = await decided(
    reference,
    (whole) => (whole.request.longer === why ? undefined : { type: 'extended', why }),
    requests,
    called,
  )
  return { reference, status: request.status, longer: request.longer ?? null, promisedBy: request.promisedBy }
}

/** After the proof of the address the time stands still until the person says who they are. */
async function doubted(doubt: Doubt, reference: string, called: Called) {
  const request = await decided(
    reference,
    (whole) => (isSame(doubtOf(whole.request), doubt) ? undefined : { type: 'doubted', doubt }),
    requests,
    called,
  )
  return { reference, status: request.status, doubt: doubtOf(request) ?? null, promisedBy: request.promisedBy }
}

const doubtOf = (request: Request): Doubt | undefined => ('doubt' in request ? request.doubt : undefined)
const isSame = (one: Doubt | undefined, other: Doubt): boolean =>
  one?.why === other.why && [...one.questions].sort().join() === [...other.questions].sort().join()

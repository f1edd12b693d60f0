import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { Requests } from '../../adapters/requests.ts'
import type { Doubt, Request } from '../../domain/request.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { forCompany } from '../entry/company.ts'
import { decided } from '../entry/decided.ts'
import { Refused } from '../entry/refused.ts'

/** The two reasons that GDPR Art. 12(3) knows. */
const Longer = z.object({ why: z.enum(['complex', 'many']) })

const { doubts = {}, questions = {} } = policy.identity ?? {}
/** GDPR Art. 12(6): why the company doubts who asks, and what it asks, both as the policy has them. */
const Doubting = z.object({
  doubt: z.string().check(z.refine((why) => Object.hasOwn(doubts, why))),
  questions: z
    .array(z.string().check(z.refine((id) => Object.hasOwn(questions, id))))
    .check(z.minLength(1), z.maxLength(Object.keys(questions).length || 1)),
})

const requests = new Requests(required('TABLE'), new DynamoDBClient({}))

/** Staff take two months more for an answer, or ask the person who they are. The same again changes nothing. */
export const handler = forCompany('extend', z.union([Longer, Doubting]), async ({ body, reference, route, now }) => {
  // Who may call one of the two routes may not do by it what the other is for.
  if (route.endsWith('/doubt') !== 'doubt' in body)
    throw new Refused({ status: 400, json: { error: 'malformed', fields: ['body'] }, page: { kind: 'error' } })
  return 'doubt' in body
    ? doubted({ why: body.doubt, questions: [...new Set(body.questions)] }, reference, now)
    : takesLonger(body.why, reference, now)
})

/** Once, and while the first month runs; the person is told why. */
async function takesLonger(why: z.infer<typeof Longer>['why'], reference: string, now: Instant) {
  const request = await decided(
    reference,
    (whole) => (whole.request.longer === why ? undefined : { type: 'extended', why }),
    requests,
    now,
  )
  return { reference, status: request.status, longer: request.longer ?? null, promisedBy: request.promisedBy }
}

/** After the proof of the address the time stands still until the person says who they are. */
async function doubted(doubt: Doubt, reference: string, now: Instant) {
  const request = await decided(
    reference,
    (whole) => (isSame(doubtOf(whole.request), doubt) ? undefined : { type: 'doubted', doubt }),
    requests,
    now,
  )
  return { reference, status: request.status, doubt: doubtOf(request) ?? null, promisedBy: request.promisedBy }
}

const doubtOf = (request: Request): Doubt | undefined => ('doubt' in request ? request.doubt : undefined)
const isSame = (one: Doubt | undefined, other: Doubt): boolean =>
  one?.why === other.why && [...one.questions].sort().join() === [...other.questions].sort().join()

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { Requests } from '../../adapters/requests.ts'
import type { LegalHold, Request } from '../../domain/request.ts'
import { policy } from '../../policy/in-force.ts'
import { file, forCompany } from '../entry/company.ts'
import { decided } from '../entry/decided.ts'

const Papers = z.union([
  z.object({ reason: z.string().check(z.refine((reason) => Object.hasOwn(policy.holds, reason))), file }),
  // A reason that is none of the policy's is wrong, and not left out.
  z.strictObject({ file }),
])

const requests = new Requests(required('TABLE'), new DynamoDBClient({}))

/** Staff hold up an erasure for a reason of the policy (POST), or end that (DELETE); the same again changes nothing. */
export const handler = forCompany('hold', Papers, async ({ body, reference, method, now }) => {
  const request = await decided(
    reference,
    (whole) => {
      const hold = holdOf(whole.request)
      if (method === 'DELETE')
        return hold || !isOpen(whole.request) ? { type: 'hold-ended', file: body.file } : undefined
      const reason = 'reason' in body ? body.reason : ''
      return hold?.reason === reason ? undefined : { type: 'hold-set', reason, file: body.file }
    },
    requests,
    now,
  )
  return { reference, status: request.status, hold: holdOf(request) ?? null }
})

const holdOf = (request: Request): LegalHold | undefined => ('hold' in request ? request.hold : undefined)
const isOpen = ({ status }: Request): boolean => status === 'restricting' || status === 'grace'

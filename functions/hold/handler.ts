import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { newToken } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import type { LegalHold } from '../../domain/legal-hold.ts'
import type { Request } from '../../domain/request.ts'
import { forCompany } from '../entry/company.ts'
import { decided } from '../entry/decided.ts'
import { Papers } from './shape.ts'

const requests = new Requests(required('TABLE'), new DynamoDBClient({}))

/** Staff hold up an erasure for a reason of the policy (POST), or end that (DELETE); the same again changes nothing. */
export const handler = forCompany('hold', Papers, async (call) => {
  const { body, reference, method } = call
  const request = await decided(
    reference,
    (whole) => {
      const hold = holdOf(whole.request)
      if (method === 'DELETE')
        return hold || !isOpen(whole.request) ? { type: 'hold-ended', file: body.file, salt: newToken() } : undefined
      const reason = 'reason' in body ? body.reason : ''
      return hold?.reason === reason ? undefined : { type: 'hold-set', reason, file: body.file, salt: newToken() }
    },
    requests,
    call,
  )
  return { reference, status: request.status, hold: holdOf(request) ?? null }
})

const holdOf = (request: Request): LegalHold | undefined => ('hold' in request ? request.hold : undefined)
const isOpen = ({ status }: Request): boolean => status === 'restricting' || status === 'grace'

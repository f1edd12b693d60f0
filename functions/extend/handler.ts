import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { Requests } from '../../adapters/requests.ts'
import { forCompany } from '../entry/company.ts'
import { decided } from '../entry/decided.ts'

/** The two reasons that GDPR Art. 12(3) knows. */
const Why = z.object({ why: z.enum(['complex', 'many']) })

const requests = new Requests(required('TABLE'), new DynamoDBClient({}))

/** Staff take two months more, once and while the first month runs; the person is told why. The same again changes nothing. */
export const handler = forCompany('extend', Why, async ({ body: { why }, reference, now }) => {
  const request = await decided(
    reference,
    (whole) => (whole.request.longer === why ? undefined : { type: 'extended', why }),
    requests,
    now,
  )
  return { reference, status: request.status, longer: request.longer ?? null, promisedBy: request.promisedBy }
})

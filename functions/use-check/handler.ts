import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { Mac } from '../../adapters/keys.ts'
import { Mailing } from '../../adapters/mailing.ts'
import { use } from '../../domain/mailing.ts'
import { forCompany } from '../entry/company.ts'
import { Asked } from './shape.ts'

const mac = new Mac(required('MAC_KEY'))
const mailing = new Mailing(required('TABLE'), new DynamoDBClient({}))

/** Whose data of a category may not be used for its purpose any more: what the company's software asks before it does. */
export const handler = forCompany('use-check', Asked, async ({ body }) => {
  const hashes = await Promise.all(body.addresses.map((address) => mac.ofAddress(address)))
  const marks = await mailing.marksOfAll(hashes)
  const stopped = body.addresses.flatMap((address, n) => {
    const mark = marks.get(hashes[n] ?? '')?.[use(body.category)]
    return mark?.suppressed ? [{ address, since: mark.since }] : []
  })
  return { category: body.category, stopped }
})

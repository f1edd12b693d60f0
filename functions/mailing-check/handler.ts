import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { Mac } from '../../adapters/keys.ts'
import { Mailing } from '../../adapters/mailing.ts'
import { suppression } from '../../domain/mailing.ts'
import { forCompany } from '../entry/company.ts'
import { Addresses } from '../entry/shapes.ts'

const mac = new Mac(required('MAC_KEY'))
const mailing = new Mailing(required('TABLE'), new DynamoDBClient({}))

/** Which of up to 500 addresses get nothing of a list: what the company's software asks before it sends. */
export const handler = forCompany('mailing-check', Addresses, async ({ body: { list, addresses } }) => {
  const hashes = await Promise.all(addresses.map((address) => mac.ofAddress(address)))
  const marks = await mailing.marksOfAll(hashes)
  const suppressed = addresses.flatMap((address, n) => {
    const mark = suppression(marks.get(hashes[n] ?? '') ?? {}, list)
    return mark ? [{ address, since: mark.since, by: mark.by }] : []
  })
  return { list, suppressed }
})

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { Mac } from '../../adapters/keys.ts'
import { Mailing } from '../../adapters/mailing.ts'
import { suppression } from '../../domain/mailing.ts'
import { instant } from '../../domain/time.ts'
import { forCompany, notPossible } from '../entry/company.ts'
import { Choice } from './shape.ts'

const mac = new Mac(required('MAC_KEY'))
const mailing = new Mailing(required('TABLE'), new DynamoDBClient({}))

/** What a person chose in the account settings, and when: an older choice than the last known one changes nothing. */
export const handler = forCompany('mailing-subscriptions', Choice, async ({ body, now }) => {
  const since = instant(body.at)
  if (since > now) throw notPossible('in-the-future')
  const hash = await mac.ofAddress(body.address)
  await mailing.mark(hash, body.list, { suppressed: !body.subscribed, since, by: 'account' })
  const stopped = suppression(await mailing.marksOf(hash), body.list)
  return { list: body.list, suppressed: stopped !== undefined, ...(stopped ? { since: stopped.since } : {}) }
})

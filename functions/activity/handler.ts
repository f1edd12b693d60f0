import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Activities } from '../../adapters/activities.ts'
import { required } from '../../adapters/environment.ts'
import { Mac } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import { instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { note, timely } from '../entry/activity.ts'
import { forCompany } from '../entry/company.ts'
import { Uses } from './shape.ts'

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const activities = new Activities(required('TABLE'), new Mac(required('MAC_KEY')), client)

/** When accounts were last used, as the company's software tells: after a sign-in, or in a batch. */
export const handler = forCompany('activity', Uses, async ({ body: { accounts }, now }) => {
  const { inactivity } = policy
  if (!inactivity) throw new Error('the policy removes no account for inactivity')
  const uses = accounts.map(({ key, at }) => ({ key, at: instant(at) }))
  const { possible, inTheFuture } = timely(uses, now)
  const noted = await note(possible, inactivity, activities, requests, now)
  const keysOf = (what: string) => [...noted].filter(([, one]) => one === what).map(([key]) => key)
  return {
    noted: keysOf('noted').length,
    stays: keysOf('stays'),
    tooLate: keysOf('too-late'),
    inTheFuture: inTheFuture.map(({ key }) => key),
  }
})

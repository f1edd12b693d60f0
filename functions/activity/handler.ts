import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { Activities } from '../../adapters/activities.ts'
import { required } from '../../adapters/environment.ts'
import { Mac } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import { instant, shifted } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { note } from '../entry/activity.ts'
import { forCompany } from '../entry/company.ts'

/** Accounts of one call; each costs a write or two. */
const mostAccounts = 500
/** How far the caller's clock may be ahead of ours, in ms. */
const skew = 5 * 60_000

const Uses = z.object({
  accounts: z
    .array(
      z.object({
        /** The account's key, as the policy's directory holds it. */
        key: z.string().check(z.minLength(1), z.maxLength(200)),
        at: z.iso.datetime({ offset: true }),
      }),
    )
    .check(z.minLength(1), z.maxLength(mostAccounts)),
})

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const activities = new Activities(required('TABLE'), new Mac(required('MAC_KEY')), client)

/** When accounts were last used, as the company's software tells: after a sign-in, or in a batch. */
export const handler = forCompany('activity', Uses, async ({ body: { accounts }, now }) => {
  const { inactivity } = policy
  if (!inactivity) throw new Error('the policy removes no account for inactivity')
  const uses = accounts.map(({ key, at }) => ({ key, at: instant(at) }))
  const isPossible = ({ at }: (typeof uses)[number]) => at <= shifted(now, skew)
  // A clock that is a little ahead says now.
  const possible = uses.filter(isPossible).map(({ key, at }) => ({ key, at: at > now ? now : at }))
  const noted = await note(possible, inactivity, activities, requests, now)
  const keysOf = (what: string) => [...noted].filter(([, one]) => one === what).map(([key]) => key)
  return {
    noted: keysOf('noted').length,
    stays: keysOf('stays'),
    tooLate: keysOf('too-late'),
    inTheFuture: uses.filter((use) => !isPossible(use)).map(({ key }) => key),
  }
})

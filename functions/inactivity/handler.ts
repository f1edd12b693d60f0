import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { Activities } from '../../adapters/activities.ts'
import { Directory } from '../../adapters/directory.ts'
import { required } from '../../adapters/environment.ts'
import { Mac } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import { type Activity, paceOf } from '../../domain/inactivity.ts'
import { dayOf, daysAfter, type Instant, shifted } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { InactivityOutput } from '../contract.ts'
import { log, logError } from '../entry/log.ts'
import { count } from '../entry/metric.ts'
import { task } from '../entry/task.ts'
import { type Outcome, Removals } from './removals.ts'

/**
 * Accounts of one slice. Each takes a tenth of a second (the directory, a call of KMS, a transaction), so a slice is done in
 * 10 seconds of the function's 5 minutes; its letters are a pause of 8 seconds at SES's first quota of 14 a second. At 8 events
 * of the 25,000 in an execution's history a slice, one day has room for 300,000 accounts.
 */
const slice = 100
/** The shortest pause, in ms: by then the index has heard of the slice before. */
const shortest = 2000

const client = new DynamoDBClient({})
const mac = new Mac(required('MAC_KEY'))
const activities = new Activities(required('TABLE'), mac, client)
const requests = new Requests(required('TABLE'), client)
const directory = new Directory(policy, client)

/** One slice of the accounts that are due, the longest unused first; and when the next may begin, if there is one today. */
export const handler = task(
  'inactivity',
  z.object({ v: z.literal(1) }),
  async (_: object, now): Promise<InactivityOutput> => {
    const { inactivity } = policy
    if (!inactivity) throw new Error('the policy removes no account for inactivity')
    const removals = new Removals({ activities, mac, requests, directory }, inactivity)
    const left = inactivity.limits.aDay - (await activities.scheduledOn(now.slice(0, 10)))
    const due = left > 0 ? await activities.due(dayOf(now, policy.company.timeZone), Math.min(slice, left)) : []
    const outcomes: string[] = []
    for (const one of due) outcomes.push(await outcomeOf(one, removals, now))
    const letters = outcomes.filter((outcome) => outcome === 'remove').length
    count('NobodyToTell', outcomes.filter((outcome) => outcome === 'nobody-to-tell').length)
    log({ what: 'inactivity', outcome: left > 0 ? 'slice done' : 'enough for today', count: letters })
    return { v: 1, more: due.length > 0, at: shifted(now, Math.max(shortest, paceOf(letters, inactivity))) }
  },
)

/** An account that cannot be looked at now is looked at tomorrow: it holds up no other, and is not lost. */
async function outcomeOf(due: Activity, removals: Removals, now: Instant): Promise<Outcome | 'failed'> {
  try {
    return await removals.of(due, now)
  } catch (error) {
    logError(error, { what: 'inactivity', outcome: 'look again tomorrow' })
    count('FailingSystem', 1)
    await activities.lookAgain(due, daysAfter(dayOf(now, policy.company.timeZone), 'P1D'))
    return 'failed'
  }
}

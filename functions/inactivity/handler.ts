import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { Activities } from '../../adapters/activities.ts'
import { Directory } from '../../adapters/directory.ts'
import { required } from '../../adapters/environment.ts'
import { Mac } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import { policy } from '../../policy/in-force.ts'
import type { InactivityOutput } from '../contract/tasks.ts'
import { log } from '../entry/log.ts'
import { count } from '../entry/metric.ts'
import { task } from '../entry/task.ts'
import { sliceOf } from './slice.ts'

const client = new DynamoDBClient({})
const mac = new Mac(required('MAC_KEY'))
const activities = new Activities(required('TABLE'), mac, client)
const requests = new Requests(required('TABLE'), client)
const directory = new Directory(policy, client)

/** One slice of the accounts that are due; and when the next may begin, if there is one today. */
export const handler = task(
  'inactivity',
  z.object({ v: z.literal(1) }),
  async (_: object, now): Promise<InactivityOutput> => {
    const { inactivity } = policy
    if (!inactivity) throw new Error('the policy removes no account for inactivity')
    const { outcomes, enough, more, at } = await sliceOf({ activities, mac, requests, directory }, inactivity, now)
    const of = (what: string) => outcomes.filter((outcome) => outcome === what).length
    count('NobodyToTell', of('nobody-to-tell'))
    if (of('failed') > 0) count('FailingSystem', of('failed'))
    log({ what: 'inactivity', outcome: enough ? 'enough for today' : 'slice done', count: of('remove') })
    return { v: 1, more, at }
  },
)

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { Announcements } from '../../adapters/announcements.ts'
import { Directory } from '../../adapters/directory.ts'
import { required } from '../../adapters/environment.ts'
import { Mac } from '../../adapters/keys.ts'
import { Mailing } from '../../adapters/mailing.ts'
import { Sent } from '../../adapters/sent.ts'
import { policy } from '../../policy/in-force.ts'
import type { InactivityOutput } from '../contract/tasks.ts'
import { log } from '../entry/log.ts'
import { mailOut } from '../entry/mail-out.ts'
import { task } from '../entry/task.ts'
import { type Ends, sliceOf } from './slice.ts'

const client = new DynamoDBClient({})
const table = required('TABLE')
const ends: Ends = {
  announcements: new Announcements(table, client),
  directory: new Directory(policy, client),
  mac: new Mac(required('MAC_KEY')),
  mailing: new Mailing(table, client),
  mail: mailOut(),
  sent: new Sent(table, client),
}

/** Tells one slice of those who have an account that the privacy notice changes; and when the next may begin. */
export const handler = task(
  'announce',
  z.object({ v: z.literal(1) }),
  async (_: object, now): Promise<InactivityOutput> => {
    const { announcements } = policy
    if (!announcements) throw new Error('the policy has no announcements')
    const { outcomes, more, at } = await sliceOf(ends, announcements.limits, now)
    log({ what: 'announce', outcome: 'slice done', count: outcomes.filter((outcome) => outcome === 'sent').length })
    return { v: 1, more, at }
  },
)

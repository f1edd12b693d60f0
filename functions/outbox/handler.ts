import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import middy from '@middy/core'
import * as z from 'zod/mini'
import { Activities } from '../../adapters/activities.ts'
import { Codes } from '../../adapters/codes.ts'
import { required } from '../../adapters/environment.ts'
import { Mac } from '../../adapters/keys.ts'
import { Mailing } from '../../adapters/mailing.ts'
import { Notices } from '../../adapters/notices.ts'
import { Requests } from '../../adapters/requests.ts'
import { Sent } from '../../adapters/sent.ts'
import { instant } from '../../domain/time.ts'
import { log, logError } from '../entry/log.ts'
import { arnsOfMachines } from '../entry/machines.ts'
import { eachInItsOrder, type Told } from './order.ts'
import { NotTaken, Outbox } from './outbox.ts'

/** What the stream's filter lets through: a new effect under a reference. */
const StreamRecord = z.object({
  dynamodb: z.object({
    SequenceNumber: z.string(),
    Keys: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
  }),
})
const Records = z.object({ Records: z.array(StreamRecord) })

const client = new DynamoDBClient({})
const table = required('TABLE')
const activities = new Activities(table, new Mac(required('MAC_KEY')), client)
const outbox = new Outbox(
  new Requests(table, client),
  new Codes(table, client),
  new Mailing(table, client),
  new Sent(table, client),
  new Notices(table, client),
  activities,
  arnsOfMachines(),
)

/**
 * Does what was saved to be done: for each request in the order in which it was saved, for several requests side by side. A
 * record that fails is given back, and with it what comes after it in its shard; what of that was done already is not done
 * again. A letter that SES does not take holds up none.
 */
export const handler = middy(async (raw: unknown) => {
  const all = Records.parse(raw).Records.map(({ dynamodb: { Keys, SequenceNumber } }) => ({
    number: SequenceNumber,
    reference: Keys.pk.S.replace(/^R#/, ''),
    id: Keys.sk.S.replace(/^outbox#/, ''),
  }))
  const failed = await eachInItsOrder(all, isDone)
  return { batchItemFailures: failed.map(({ number }) => ({ itemIdentifier: number })) }
})

async function isDone({ reference, id }: Told): Promise<boolean> {
  try {
    const outcome = await outbox.carryOut(reference, id, instant(Date.now()))
    log({ what: 'outbox', reference, event: id, outcome })
    return true
  } catch (error) {
    const isPutAside = error instanceof NotTaken
    logError(error, { what: 'outbox', reference, event: id, outcome: isPutAside ? 'put aside' : 'failed' })
    return isPutAside
  }
}

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import middy from '@middy/core'
import * as z from 'zod/mini'
import { Activities } from '../../adapters/activities.ts'
import { Codes } from '../../adapters/codes.ts'
import { Effects } from '../../adapters/effects.ts'
import { required } from '../../adapters/environment.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { named } from '../../adapters/items.ts'
import { KeptHolds } from '../../adapters/kept-holds.ts'
import { Mac } from '../../adapters/keys.ts'
import { MailCounts } from '../../adapters/mail-counts.ts'
import { MailLetters } from '../../adapters/mail-letters.ts'
import { Mailing } from '../../adapters/mailing.ts'
import { Mails } from '../../adapters/mails.ts'
import { Notices } from '../../adapters/notices.ts'
import { Requests } from '../../adapters/requests.ts'
import { Sent } from '../../adapters/sent.ts'
import { Tokens } from '../../adapters/tokens.ts'
import { instant } from '../../domain/time.ts'
import { log, logError } from '../entry/log.ts'
import { arnsOfMachines } from '../entry/machines.ts'
import { AboutMails } from './about-mails.ts'
import { LetterWriter } from './letters.ts'
import { eachInItsOrder, type Told } from './order.ts'
import { Outbox } from './outbox.ts'
import { NotTaken, Post } from './post.ts'

/** What the stream's filter lets through: a new effect under a reference, or a letter that a mail sets off. */
const StreamRecord = z.object({
  dynamodb: z.object({
    SequenceNumber: z.string(),
    Keys: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
  }),
})
const Records = z.object({ Records: z.array(StreamRecord) })

const client = new DynamoDBClient({})
const table = required('TABLE')
const mac = new Mac(required('MAC_KEY'))
const activities = new Activities(table, mac, client)
const requests = new Requests(table, client)
const counts = new MailCounts(table, client)
const post = new Post()
const aboutMails = new AboutMails(new MailLetters(table, client), new Mails(table, client), counts, mac, post)
const outbox = new Outbox(
  {
    requests,
    effects: new Effects(table, client),
    indexes: new Indexes(table, client),
    holds: new KeptHolds(table, client),
    counts,
    mailing: new Mailing(table, client),
    sent: new Sent(table, client),
    notices: new Notices(table, client),
    activities,
  },
  new LetterWriter(requests, new Tokens(table, client), new Codes(table, client)),
  arnsOfMachines(),
  post,
)

/**
 * Does what was saved to be done: for each request in the order in which it was saved, for several requests side by side. A
 * record that fails is given back, and with it what comes after it in its shard; what of that was done already is not done
 * again. A letter that SES does not take holds up none.
 */
export const handler = middy(async (raw: unknown) => {
  const all = Records.parse(raw).Records.map(({ dynamodb: { Keys, SequenceNumber } }) => ({
    number: SequenceNumber,
    ...named({ pk: Keys.pk.S, sk: Keys.sk.S }),
  }))
  const failed = await eachInItsOrder(all, isDone)
  return { batchItemFailures: failed.map(({ number }) => ({ itemIdentifier: number })) }
})

async function isDone({ reference, id, mail }: Told): Promise<boolean> {
  const line = { what: 'outbox', ...(mail === undefined ? { reference } : {}), event: id }
  try {
    const now = instant(Date.now())
    const outcome =
      mail === undefined ? await outbox.carryOut(reference, id, now) : await aboutMails.carryOut(mail, id, now)
    log({ ...line, outcome })
    return true
  } catch (error) {
    const isPutAside = error instanceof NotTaken
    logError(error, { ...line, outcome: isPutAside ? 'put aside' : 'failed' })
    return isPutAside
  }
}

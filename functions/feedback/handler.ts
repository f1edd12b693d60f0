import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import middy from '@middy/core'
import * as z from 'zod/mini'
import { Effects } from '../../adapters/effects.ts'
import { required } from '../../adapters/environment.ts'
import { Mailing } from '../../adapters/mailing.ts'
import { Requests } from '../../adapters/requests.ts'
import { dailyLetter, Sent } from '../../adapters/sent.ts'
import { hasToArrive } from '../../domain/letters.ts'
import { everyList } from '../../domain/mailing.ts'
import { instant } from '../../domain/time.ts'
import { inTheLog, log } from '../entry/log.ts'
import { count } from '../entry/metric.ts'
import { namesOnly } from '../entry/task.ts'

/** What infra's rules pass on of an event of SES: nothing of whom the letter went to, or what it said. */
const Told = z.object({
  what: z.enum(['bounced', 'complained']),
  messageId: z.string().check(z.regex(/^[\w.-]{1,128}$/)),
  /** When SES took the letter. */
  sentAt: z.string(),
})

/** A letter may come back before the outbox has noted that it went out; Lambda tries again after one minute and after three. */
const noted = 120_000

/** SES told of a letter that nobody has noted yet. */
class LetterUnknown extends Error {
  override readonly name = 'LetterUnknown'
}

const client = new DynamoDBClient({})
const table = required('TABLE')
const requests = new Requests(table, client)
const effects = new Effects(table, client)
const sent = new Sent(table, client)
const mailing = new Mailing(table, client)

/** Notes on its request that a letter of ours came back for good, or was called spam. Safe to run twice. */
export const handler = middy()
  .use(namesOnly())
  .use(inTheLog('feedback'))
  .handler(async (raw: unknown) => {
    const { what, messageId, sentAt } = Told.parse(raw)
    const now = instant(Date.now())
    const letter = await sent.of(messageId, now)
    if (!letter) {
      if (Date.parse(now) - Date.parse(sentAt) < noted) throw new LetterUnknown('sent a moment ago')
      return log({ what: 'feedback', event: what, outcome: 'unknown' })
    }
    const { reference, id, hash } = letter
    if (reference === dailyLetter) {
      // Whoever would be told of it is who did not get it: the alarm calls somebody else.
      if (what === 'bounced') count('Undelivered', 1)
      return log({ what: 'feedback', event: what, outcome: dailyLetter })
    }
    if (what === 'complained') {
      await effects.note(reference, id, 'complainedAt', now)
      // News and offers only: the letters that a request needs are owed, and go on.
      if (hash) await mailing.mark(hash, everyList, { suppressed: true, since: now, by: 'complaint' })
    } else {
      await effects.note(reference, id, 'bouncedAt', now)
      await tellWhoCanHelp(reference, id)
    }
    log({ what: 'feedback', reference, event: what, outcome: 'done' })
  })

/** Somebody of the company hears of it, where what came back has to arrive. */
async function tellWhoCanHelp(reference: string, id: string): Promise<void> {
  const whole = await requests.load(reference)
  const lost = whole?.waiting.find((one) => one.id === id)
  const what = lost && hasToArrive(lost.effect)
  if (!whole || !lost?.bouncedAt || !what) return
  count('Undelivered', 1)
  await effects.leave(reference, `undelivered-${id}`, { kind: 'undelivered', what }, lost.bouncedAt)
}

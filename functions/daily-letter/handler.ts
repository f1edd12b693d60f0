import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { DailyFigures } from '../../adapters/figures.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { newToken, tokenHash } from '../../adapters/keys.ts'
import { Policies } from '../../adapters/policies.ts'
import { ReplacedHistories } from '../../adapters/replaced-histories.ts'
import { dailyLetter, Sent } from '../../adapters/sent.ts'
import { Tokens } from '../../adapters/tokens.ts'
import { pressing, soonBy, waitsFor } from '../../domain/deadline.ts'
import { type Day, dayOf, daysAfter, type Instant, moved, shifted } from '../../domain/time.ts'
import { compose } from '../../letters/compose.ts'
import type { PressingRequest } from '../../letters/daily.ts'
import { policy } from '../../policy/in-force.ts'
import type { RoundOutput } from '../contract/tasks.ts'
import { mailsDueBy } from '../desk/pressed.ts'
import { log } from '../entry/log.ts'
import { mailOut } from '../entry/mail-out.ts'
import { task } from '../entry/task.ts'
import { written } from './written.ts'

/** Of so many days counts are still there when rounds were missed (adapters/figures.ts), in days. */
const mostMissed = 90
/** Longer than a call lasts, in ms: whoever began the letter and has not sent it by then is dead. */
const writingMs = 15 * 60_000
/** More requests in one letter nobody reads. */
const mostNamed = 50

const client = new DynamoDBClient({})
const table = required('TABLE')
const [indexes, tokens, policies, figures, sent, histories] = [
  new Indexes(table, client),
  new Tokens(table, client),
  new Policies(table, client),
  new DailyFigures(table, client),
  new Sent(table, client),
  new ReplacedHistories(table, client),
]
const mail = mailOut()
const { timeZone } = policy.company
const dayBefore = (day: Day, days = 1): Day => daysAfter(day, `-P${days}D`)

/**
 * Keeps the policy in force as a version, adds up the days that are over, and writes to the officer what comes near its
 * deadline and what there was: one letter a day, none when there is nothing to say. What was missed is in the next; a
 * second call of a day finds it done.
 */
export const handler = task('daily-letter', z.object({ v: z.literal(1) }), async (_, now): Promise<RoundOutput> => {
  await policies.note(policy, now)
  const today = dayOf(now, timeZone)
  const last = dayBefore(today)
  const { until = dayBefore(last) } = await figures.told()
  const first = [daysAfter(until, 'P1D'), dayBefore(today, mostMissed)].sort().at(-1) as Day
  for (let day = first; day <= last; day = daysAfter(day, 'P1D')) await figures.addUp(day)
  if (await figures.claim(last, now, shifted(now, writingMs))) {
    try {
      await write(today, first, now)
      await figures.wasTold(last)
    } catch (error) {
      // Whoever tries again, in a minute or tomorrow, begins at once.
      await figures.giveBack()
      throw error
    }
  }
  return { v: 1, from: '', done: true }
})

async function write(today: Day, since: Day, now: Instant): Promise<void> {
  const { named, more } = await whatPresses(now)
  const waiting = await mailsThatPress(now)
  const replaced = await histories.all(mostNamed)
  const month = await figures.ofDays(dayBefore(today, 30), dayBefore(today))
  const isNews = month.some(({ day, figures }) => day >= since && Object.keys(figures).length > 0)
  if (named.length === 0 && waiting === undefined && replaced.length === 0 && !isNews)
    return log({ what: 'daily-letter', event: today, outcome: 'nothing to say' })
  const letter = written({
    ...{ today, pressing: named, more, replaced, month, policy },
    ...(waiting ? { mails: waiting } : {}),
  })
  const language = policy.languages[0] ?? 'en'
  const messageId = await mail.send({
    to: policy.company.officer,
    ...compose(letter, language, policy),
    letter: `${dailyLetter}.${today}`,
    thread: dailyLetter,
  })
  await histories.forget(replaced)
  await sent.keep(messageId, { reference: dailyLetter, id: today }, linksUntil(now))
  log({ what: 'daily-letter', event: today, outcome: 'sent' })
}

/** Tomorrow's letter has links of its own; these last for a while, as others to the officer do. */
const linksUntil = (now: Instant): Instant => moved(now, policy.periods.confirmLink, timeZone)

/** Mails that nobody has decided on and whose answer is overdue or due soon; undefined: none. */
async function mailsThatPress(now: Instant) {
  if (!policy.mailbox) return undefined
  const { overdue, due } = await mailsDueBy(soonBy(now, policy), indexes, now)
  if (overdue + due === 0) return undefined
  return { overdue, soon: due, ...(policy.desk ? { link: `${policy.site}/desk` } : {}) }
}

/** By the day on which it is due: who has time left is not read. */
async function whatPresses(now: Instant): Promise<{ named: readonly PressingRequest[]; more: number }> {
  const named: PressingRequest[] = []
  let more = 0
  for await (const request of indexes.owedBy(soonBy(now, policy))) {
    const why = pressing(request, policy, now)
    // What the company asks a person is owed to nobody.
    if (!why || request.right === 'disclosure') continue
    if (named.length === mostNamed) {
      more += 1
      continue
    }
    const { reference, right, promisedBy } = request
    const secret = newToken()
    await tokens.issue(tokenHash(secret), { reference, purpose: 'decide' }, linksUntil(now))
    const link = `${policy.site}/requests/${secret}`
    named.push({ reference, right, why, promisedBy, waits: waitsFor(request), link })
  }
  return { named, more }
}

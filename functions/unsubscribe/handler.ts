import { randomBytes } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Directory } from '../../adapters/directory.ts'
import { required } from '../../adapters/environment.ts'
import { Mailing } from '../../adapters/mailing.ts'
import { Requests } from '../../adapters/requests.ts'
import { decide, received } from '../../domain/decide.ts'
import { everyList, suppression } from '../../domain/mailing.ts'
import { Personal } from '../../domain/personal.ts'
import { subscriptionsIn } from '../../domain/receipts.ts'
import { reference } from '../../domain/reference.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { Language } from '../../policy/schema.ts'
import { type Answer, endpoint } from '../entry/http.ts'
import { foundOf } from '../entry/subject.ts'
import { subscriptionOf } from '../mailing/page.ts'
import { Ended } from './shape.ts'

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const mailing = new Mailing(required('TABLE'), client)
const directory = new Directory(policy, client)

/** One click ends the mails of a list, or of all: no sign-in, no question, no redirect; the same again changes nothing. */
export const handler = endpoint('unsubscribe', Ended, async ({ token, body, language, now }): Promise<Answer> => {
  const { address, hash, list } = await subscriptionOf(token)
  const lists = 'lists' in body && body.lists === 'all' ? everyList : list
  const marks = await mailing.marksOf(hash)
  // Who subscribed to one list again after an objection to all objects to that one too.
  const ended = lists === everyList ? [everyList, ...Object.keys(policy.lists)] : [list]
  if (ended.some((one) => !suppression(marks, one))) {
    // First what systems have to be told: a call that dies before the mark is sent again by the mail program.
    await tellSystems({ address, hash, lists }, language, now)
    await mailing.mark(hash, lists, { suppressed: true, since: now, by: 'one-click' })
  }
  const since = suppression(marks, list)?.since ?? now
  return { status: 200, json: { list, suppressed: true, since }, page: { kind: 'mailing', list, token, since } }
})

/** An objection of the known person, proven by a link that only their mailbox has; nothing where no system keeps a list. */
async function tellSystems(
  { address, hash, lists }: { readonly address: string; readonly hash: string; readonly lists: string },
  language: Language,
  now: Instant,
): Promise<void> {
  if (Object.keys(policy.systems).every((system) => subscriptionsIn(system, policy, lists).length === 0)) return
  const { known: found } = await foundOf(address, Object.values(await requests.openOf(hash)), directory, requests)
  if (!found) return
  const person = { address: new Personal(address), hash }
  const asked = received(
    { reference: reference(randomBytes(5)), right: 'objection', language, person },
    policy,
    now,
    true,
  )
  const event = { type: 'confirmed', found, firstReceivedAt: now, unsubscribed: lists } as const
  const confirmed = decide(await requests.save(asked), event, policy, now)
  if (confirmed.kind === 'refused') throw new Error(`a proven objection was refused: ${confirmed.reason}`)
  await requests.save(confirmed)
}

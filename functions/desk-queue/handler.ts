import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { Mac } from '../../adapters/keys.ts'
import { Mails } from '../../adapters/mails.ts'
import { Requests } from '../../adapters/requests.ts'
import { Sessions } from '../../adapters/sessions.ts'
import { soonBy } from '../../domain/deadline.ts'
import { may } from '../../domain/desk.ts'
import { isReference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { moved } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { ages, found as foundPage, queue as queuePage } from '../../web/desk/queue.ts'
import type { QueueView } from '../contract/desk/queue.ts'
import type { DeskAnswer } from '../desk/answer.ts'
import { nameOfPlace, placeIn } from '../desk/place.ts'
import { mostSearches, notYourRole, tooMany } from '../desk/refused.ts'
import { lineOf, mailLineOf } from '../desk/seen.ts'
import { atTheDesk, type DeskCall } from '../desk/signed-in.ts'
import { Sought } from './shape.ts'

/** So many overdue or urgent requests are counted; there should be none. */
const mostCounted = 1000

/** So many mails that wait are shown: the first are the first to be decided on. */
const mostMails = 50

const client = new DynamoDBClient({})
const mails = new Mails(required('TABLE'), client)
const requests = new Requests(required('TABLE'), client)
const indexes = new Indexes(required('TABLE'), client)
const sessions = new Sessions(required('TABLE'), client)
const mac = new Mac(required('MAC_KEY'))

/** What the company owes to people, the oldest promise first; and where a request is. */
export const handler = atTheDesk(
  'desk-queue',
  Sought,
  () => 'see',
  client,
  { queue: queuePage, found: foundPage },
  (call) => (call.route === 'POST /desk/search' ? search(call) : queue(call)),
)

async function queue({ query, now, colleague }: DeskCall<Sought>): Promise<DeskAnswer<'queue'>> {
  const chosen = chosenIn(query)
  const receivedBefore = ages.some((one) => one === chosen.age)
    ? moved(now, chosen.age ?? '', policy.company.timeZone, -1)
    : undefined
  const fits = (request: Request): boolean => {
    const { right, waitsFor: waits, status, channel, language, receivedAt } = lineOf(request, now)
    const line: Readonly<Record<string, string>> = { right, waits, status, channel, language }
    return (
      Object.entries(chosen).every(([name, value]) => name === 'age' || line[name] === value) &&
      (receivedBefore === undefined || receivedAt <= receivedBefore)
    )
  }
  const from = placeIn(query.from)
  const [page, overdue, soon, waiting] = await Promise.all([
    indexes.queue('owed', {
      ...(Object.keys(chosen).length > 0 ? { fits } : {}),
      ...(from ? { from } : {}),
    }),
    indexes.countDueBy('owed', now, mostCounted),
    indexes.countDueBy('owed', soonBy(now, policy), mostCounted),
    policy.mailbox ? mails.waiting(mostMails) : [],
  ])
  const view: QueueView = {
    at: now,
    lines: page.requests.map((request) => lineOf(request, now)),
    mails: waiting.map(mailLineOf),
    chosen,
    counts: { overdue, soon: soon - overdue, most: mostCounted },
    ...(page.next ? { next: nameOfPlace(page.next) } : {}),
  }
  return { status: 200, json: view, page: { kind: 'queue', queue: view, colleague } }
}

/** What the queue is narrowed to; a name that is none of a filter's is not looked at. */
function chosenIn(query: DeskCall<Sought>['query']): QueueView['chosen'] {
  const names = ['right', 'waits', 'status', 'channel', 'language', 'age'] as const
  return Object.fromEntries(names.flatMap((name) => (query[name] ? [[name, query[name]]] : [])))
}

async function search({ body: { sought }, colleague, now }: DeskCall<Sought>): Promise<DeskAnswer<'found'>> {
  const typed = sought.trim()
  const reference = typed.toUpperCase()
  if (isReference(reference)) {
    const found = await requests.request(reference)
    if (found) return { status: 200, json: [lineOf(found, now)], seeOther: `/desk/requests/${reference}` }
    return { status: 200, json: [], page: { kind: 'found', lines: [], colleague, at: now } }
  }
  // Whether somebody is known at all is personal.
  if (!may(colleague.role, 'search')) throw notYourRole(colleague)
  if (typed.includes('@') && !(await sessions.search(colleague.session, mostSearches))) throw tooMany(colleague)
  const found = typed.includes('@') ? await indexes.askedBy(await mac.ofAddress(typed)) : []
  const lines = found.map((request) => lineOf(request, now))
  return { status: 200, json: lines, page: { kind: 'found', lines, colleague, at: now } }
}

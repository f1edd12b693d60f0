import { DynamoDBClient, type TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { Directory } from '../../adapters/directory.ts'
import { required } from '../../adapters/environment.ts'
import { Indexes } from '../../adapters/indexes.ts'
import type { Requests } from '../../adapters/requests.ts'
import type { Token } from '../../adapters/tokens.ts'
import { decide } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import type { In } from '../../domain/request.ts'
import { type Instant, moved, type Stop } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { receivedAt } from '../../web/ask.ts'
import type { RequestView } from '../contract/request.ts'
import { hasMinor } from '../entry/children.ts'
import { type Answer, type Call, endpoint } from '../entry/http.ts'
import { Links, proves, seenBy, shownAfter } from '../entry/link.ts'
import { Pressed } from '../entry/shapes.ts'
import { foundOf } from '../entry/subject.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'

const client = new DynamoDBClient({})
const links = new Links(required('TABLE'), client)
const { requests } = links
const indexes = new Indexes(required('TABLE'), client)
const directory = new Directory(policy, client)

/** Proof of the address. Twice is once; a link that ran out brings a fresh one, and the first receipt still counts. */
export const handler = endpoint('confirm', Pressed, (call) => whileOvertaken(() => confirm(call), 'and opened'))

async function confirm(call: Call<Pressed>): Promise<Answer> {
  const { token, whole, seen } = await links.ofPerson(call.token, call.now)
  const { request } = whole
  if (request.status !== 'unverified') return shownAfter(seen, call, request.language)
  const { event, also } = await eventFor(request, token, call.now)
  const decision = decide(request, event, policy, call.now)
  if (decision.kind === 'refused')
    // As many new links as a day allows were mailed: they are where any other would be.
    return event.type === 'asked-again' ? sentAgain(request, seen, call) : shownAfter(seen, call, request.language)
  const next = await requests.save(decision, { also })
  if (event.type === 'asked-again') return sentAgain(next as In<'unverified'>, seen, call)
  return shownAfter(seenBy(token, { ...whole, request: next }, call.now), call, next.language)
}

/** The old link stays what it is; the person is told to look for the new one. */
const sentAgain = (request: In<'unverified'>, seen: RequestView, { body }: Call<Pressed>): Answer => {
  const { reference, right, promisedBy, language } = request
  const page = { kind: 'received', right, reference, promisedBy } as const
  return { status: 200, json: seen, page, seeOther: receivedAt(page, body.language ?? language) }
}

/** What happens to a request that somebody confirms, and what that rests on. */
async function eventFor(
  request: In<'unverified'>,
  token: Token,
  now: Instant,
): Promise<{ readonly event: Event; readonly also: readonly TransactWriteItem[] }> {
  const linkUntil = moved(now, policy.periods.confirmLink, policy.company.timeZone)
  if (!proves(token, now)) return { event: { type: 'asked-again', linkUntil }, also: [] }
  const open = await requests.openOf(request.person.hash)
  // Whom an erasure knows is nobody any more once it is done: what rests on it is decided anew then.
  const also = request.right === 'erasure' ? [] : [requests.stillOpen(request.person.hash, 'erasure', open.erasure)]
  return { event: await confirmedBy(request, open, now), also }
}

async function confirmedBy(
  request: In<'unverified'>,
  { [request.right]: same, ...others }: Awaited<ReturnType<Requests['openOf']>>,
  now: Instant,
): Promise<Event> {
  const { hash, address } = request.person
  const first = await firstReceipt(hash, request, now)
  if (same) {
    await whileOvertaken(() => askedFor(same, now))
    return { type: 'confirmed', found: { duplicateOf: same as In<'duplicate'>['of'] }, ...first }
  }
  const { known, country, holders } = await foundOf(address.reveal(), Object.values(others), directory, requests)
  const minor = hasMinor(holders, now, request.reference)
  const found = known ? { ...known, ...(country ? { country } : {}) } : ('nobody' as const)
  return { type: 'confirmed', found, ...first, minor }
}

/** A removal that was only scheduled, because the account was not used, becomes an erasure by request. */
async function askedFor(reference: string, now: Instant): Promise<void> {
  const other = await requests.request(reference)
  const decision = other && decide(other, { type: 'asked-for' }, policy, now)
  if (decision && decision.kind !== 'refused') await requests.save(decision)
}

/**
 * An ask that is taken up again keeps the date at which it was first received: one that nobody confirmed, and one whose
 * person did not answer in time who they are. While nobody answered, the time stood still.
 */
async function firstReceipt(
  hash: string,
  request: In<'unverified'>,
  now: Instant,
): Promise<{ readonly firstReceivedAt: Instant; readonly stops?: readonly Stop[] }> {
  const { periods, company } = policy
  const oldest = moved(now, periods.unverified, company.timeZone, -1)
  const [first] = (await indexes.askedBefore(hash))
    .filter(({ right }) => right === request.right)
    .filter((one) => (one.status === 'unidentified' ? one.closedAt : one.receivedAt) > oldest)
    .toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
  if (first?.status !== 'unidentified' || !first.stops)
    return { firstReceivedAt: first?.receivedAt ?? request.receivedAt }
  const stops = first.stops.map((stop) =>
    stop.answeredAt >= first.closedAt ? { ...stop, answeredAt: request.receivedAt } : stop,
  )
  return { firstReceivedAt: first.receivedAt, stops }
}

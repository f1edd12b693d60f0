import { randomUUID } from 'node:crypto'
import { CreateTableCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Activities } from '../../adapters/activities.ts'
import { Codes } from '../../adapters/codes.ts'
import { Directory } from '../../adapters/directory.ts'
import { Effects } from '../../adapters/effects.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { Instructions } from '../../adapters/instructions.ts'
import { KeptHolds } from '../../adapters/kept-holds.ts'
import { Mac } from '../../adapters/keys.ts'
import { MailCounts } from '../../adapters/mail-counts.ts'
import { Mailing } from '../../adapters/mailing.ts'
import { Notices } from '../../adapters/notices.ts'
import { Requests } from '../../adapters/requests.ts'
import { Sent } from '../../adapters/sent.ts'
import { Tokens } from '../../adapters/tokens.ts'
import { decide } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import type { Request } from '../../domain/request.ts'
import { instant } from '../../domain/time.ts'
import { foundOf } from '../../functions/entry/subject.ts'
import { Taking } from '../../functions/opendsr/taking.ts'
import type { Post } from '../../functions/outbox/post.ts'
import { policy } from '../../policy/in-force.ts'
import { Asked } from '../../recipients/opendsr/words.ts'
import { startKms } from '../systems/kms.ts'
import { startStore } from './dynamodb-local.ts'

/** A controller's requests on the store and the company's directory; the portals p-018 and p-021 are the controller's. */
const { directory: place } = policy
const rows = [
  { id: 'v-1', email: 'victim@example.org', portalId: 'p-001' },
  { id: 'b-1', email: 'bob@example.org', portalId: 'p-018' },
  { id: 'c-1', email: 'cleo@example.org', portalId: 'p-018' },
  { id: 'c-2', email: 'cleo@example.org', portalId: 'p-021' },
  { id: 'c-3', email: 'cleo@example.org', portalId: 'p-001' },
]
const now = instant(Date.now())
const ends: Array<() => void> = []
let requests: Requests
let notices: Notices
let directory: Directory
let mac: Mac
let indexes: Indexes
let taking: Taking
let carryOut: (reference: string, id: string) => Promise<unknown>

beforeAll(async () => {
  const [store, kms] = await Promise.all([startStore(), startKms('HMAC_256')])
  ends.push(kms.stop, store.stop)
  const { client, table } = store
  mac = new Mac(kms.key, kms.client())
  requests = new Requests(table, client)
  notices = new Notices(table, client)
  directory = new Directory(policy, client)
  indexes = new Indexes(table, client)
  taking = new Taking(requests, indexes, new Instructions(table, client), directory, mac)
  const key = (AttributeName: string) => ({ AttributeName, KeyType: 'HASH' as const })
  await client.send(
    new CreateTableCommand({
      TableName: place.table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['id', place.attribute].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [key('id')],
      GlobalSecondaryIndexes: [
        { IndexName: place.index, KeySchema: [key(place.attribute)], Projection: { ProjectionType: 'ALL' } },
      ],
    }),
  )
  for (const row of rows) await client.send(new PutItemCommand({ TableName: place.table, Item: marshall(row) }))
  const [{ Outbox }, { LetterWriter }] = await Promise.all([
    import('../../functions/outbox/outbox.ts'),
    import('../../functions/outbox/letters.ts'),
  ])
  const stores = {
    ...{ requests, notices, indexes, effects: new Effects(table, client), holds: new KeptHolds(table, client) },
    ...{ counts: new MailCounts(table, client), mailing: new Mailing(table, client), sent: new Sent(table, client) },
    activities: new Activities(table, mac, client),
  }
  const writer = new LetterWriter(requests, new Tokens(table, client), new Codes(table, client))
  const outbox = new Outbox(stores, writer, {} as ConstructorParameters<typeof Outbox>[2], {} as Post)
  carryOut = (reference, id) => outbox.carryOut(reference, id, now)
})
afterAll(() => {
  for (const end of ends) end()
})

const email = (identity_value: string) => ({ identity_type: 'email', identity_value, identity_format: 'raw' })
const customer = (identity_value: string) => ({ ...email(identity_value), identity_type: 'controller_customer_id' })

const asking = (identities: ReadonlyArray<ReturnType<typeof email>>) => ({
  subject_request_id: randomUUID(),
  subject_request_type: 'erasure',
  submitted_time: now,
  subject_identities: identities,
})

function take(identities: ReadonlyArray<ReturnType<typeof email>>) {
  return taking.take('harbour', Asked.parse(asking(identities)), randomUUID(), now)
}

async function taken(...identities: ReadonlyArray<ReturnType<typeof email>>): Promise<Request> {
  const answer = await take(identities)
  if ('wrong' in answer) throw new Error(answer.wrong)
  return answer.request
}
const personOf = (request: Request) => ('person' in request ? request.person : undefined)
const accountsOf = (request: Request) => personOf(request)?.subject?.reveal().keys.account

const after = async (request: Request, event: Event): Promise<Request> => {
  const decision = decide(request, event, policy, now)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return requests.save(decision)
}

test('an address beside an account of the controller’s is not whose that account is, and nobody else’s request knows it', async () => {
  const request = await taken(email('victim@example.org'), customer('b-1'))
  expect(accountsOf(request)).toEqual(['b-1'])
  expect(personOf(request)?.address.reveal()).toBe('bob@example.org')
  const [victims, bobs] = await Promise.all(
    ['victim@example.org', 'bob@example.org'].map(async (one) => requests.openOf(await mac.ofAddress(one))),
  )
  expect(victims).toEqual({})
  expect(Object.values(bobs ?? {})).toEqual([request.reference])
  const victim = await foundOf('victim@example.org', Object.values(victims ?? {}), directory, requests)
  expect(victim.known?.subject.reveal().keys.account).toEqual(['v-1'])
})

test('of whom nothing is held for the controller, nothing is kept under their address', async () => {
  const request = await taken(email('victim@example.org'))
  expect(request.status).toBe('not-found')
  expect(await indexes.askedBy(await mac.ofAddress('victim@example.org'))).toEqual([])
  expect(JSON.stringify(personOf(request)?.address.reveal())).not.toContain('victim')
})

test('all accounts of one address that are held for the controller are one request, however they are named', async () => {
  const request = await taken(email('Cleo@Example.org'), customer('c-2'), customer('c-1'))
  expect(accountsOf(request)?.toSorted()).toEqual(['c-1', 'c-2'])
  expect(personOf(request)?.onBehalf?.reveal()).toEqual({ 'p-018': ['c-1'], 'p-021': ['c-2'] })
})

test('accounts of two addresses are not one request: who proves one of them would be shown the other’s', async () => {
  expect(await take([customer('b-1'), email('cleo@example.org')])).toEqual({
    wrong: 'the identities lead to accounts of more than one address: ask for each address by itself',
  })
})

test('a call that died and comes again is not about whom the account is meanwhile', async () => {
  const body = Asked.parse(asking([customer('b-1')]))
  vi.spyOn(Instructions.prototype, 'confirmed').mockImplementationOnce(() => {
    throw new Error('the call dies')
  })
  await expect(taking.take('harbour', body, 'same', now)).rejects.toThrow('dies')
  vi.spyOn(Directory.prototype, 'personOf').mockResolvedValueOnce({ address: 'cleo@example.org' })
  vi.spyOn(Directory.prototype, 'found').mockResolvedValueOnce({
    subject: { keys: { account: ['b-1'] } },
    holders: [{}],
  })
  expect(await taking.take('harbour', body, 'same', now)).toEqual({
    wrong: 'the account changed since this was first asked: ask again under another id',
  })
  const request = await taking.take('harbour', body, 'same', now)
  expect('request' in request && accountsOf(request.request)).toEqual(['b-1'])
  vi.restoreAllMocks()
})

test.each(['', ' ', '\t'])('a blank identity (%j) is not as the protocol says', (value) => {
  for (const identity of [email(value), customer(value)])
    expect(Asked.safeParse(asking([identity])).error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'subject_identities.0.identity_value',
    ])
})

test('recipients are told of the accounts that the controller speaks of, and not of an address that has others', async () => {
  const request = await taken(email('cleo@example.org'))
  const settled = await after(request, { type: 'restriction-settled', outstanding: [] })
  const { waiting } = (await requests.load(settled.reference)) ?? { waiting: [] }
  const told = waiting.filter(({ effect }) => effect.kind === 'notice')
  expect(told.length).toBeGreaterThan(0)
  for (const { id } of told) expect(await carryOut(settled.reference, id)).toBe('done')
  const kept = (await requests.load(settled.reference))?.notices ?? []
  const about = kept.map((one) => one.about?.reveal())
  expect(about.map((one) => one?.keys.account?.toSorted())).toEqual(told.map(() => ['c-1', 'c-2']))
  expect(about.filter((one) => one && 'address' in one)).toEqual([])
})

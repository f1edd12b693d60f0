import { randomBytes, randomUUID } from 'node:crypto'
import { DeleteItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Answers } from '../../adapters/answers.ts'
import { Effects } from '../../adapters/effects.ts'
import { Endings } from '../../adapters/endings.ts'
import { Instructions } from '../../adapters/instructions.ts'
import { Leases } from '../../adapters/leases.ts'
import { Mails } from '../../adapters/mails.ts'
import { MailsAbout } from '../../adapters/mails-about.ts'
import { Notices } from '../../adapters/notices.ts'
import { Overtaken, Requests } from '../../adapters/requests.ts'
import { decide, received } from '../../domain/decide.ts'
import { looked } from '../../domain/desk.ts'
import type { Event } from '../../domain/event.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import type { Step } from '../../domain/step.ts'
import { instant, moved } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { startStore } from './dynamodb-local.ts'

let store: Awaited<ReturnType<typeof startStore>>
let requests: Requests
let effects: Effects

beforeAll(async () => {
  store = await startStore()
  requests = new Requests(store.table, store.client)
  effects = new Effects(store.table, store.client)
})
afterAll(() => store?.stop())

const now = instant('2026-03-01T09:00:00Z')
const address = 'iris.vane@example.org'
const mailed = 'the-mail-that-iris-wrote'

function step(request: Request, event: Event): Step {
  const decision = decide(request, event, policy, now)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return decision
}

/** A request that is closed, and of which the last step is to come: what is personal leaves it, and everything gets its end. */
async function closed(): Promise<{ request: Request; told: Step }> {
  const person = { address: new Personal(address), hash: randomBytes(8).toString('hex') }
  const ask = { reference: reference(randomBytes(5)), right: 'erasure', language: 'en', person } as const
  const first = await requests.save(received(ask, policy, now))
  const request = await requests.save(step(first, { type: 'confirmed', found: 'nobody', firstReceivedAt: now }))
  return { request, told: step(request, { type: 'told' }) }
}

/** A client that lets something happen before one of its calls. */
function interrupted(before: number, happens: () => Promise<unknown>): { client: DynamoDBClient; calls: () => number } {
  const client = new DynamoDBClient(store.access)
  let calls = 0
  client.middlewareStack.add(
    (next) => async (args) => {
      if (calls++ === before) await happens()
      return next(args)
    },
    { step: 'initialize' },
  )
  return { client, calls: () => calls }
}

/** What is written under a request's key, or with it, by no step of the request. */
const writers = {
  'a letter that is left': ({ reference: of }: Request, client: DynamoDBClient) =>
    new Effects(store.table, client).leave(of, 'mail-1', { kind: 'letter', letter: 'where-it-stands' }, now),
  'the answer of a system': ({ reference: of }: Request, client: DynamoDBClient) =>
    new Answers(store.table, client).save(of, {
      ...({ system: 'files', verb: 'export', at: now, done: true } as const),
      receipts: [{ category: 'content', outcome: 'done', count: 1 }],
    }),
  'a mail that came in': ({ reference: of }: Request, client: DynamoDBClient) =>
    new MailsAbout(store.table, client).keep(of, { ses: 'ses-1', at: now, mail: mailed }, moved(now, 'P30D', 'UTC')),
  'what a letter said': ({ reference: of }: Request, client: DynamoDBClient) =>
    new Effects(store.table, client).markDone(of, '000002-0', now, {
      ...{ messageId: 'sent-1', said: { to: address, subject: 'Nobody found', text: 'Nobody is known here.' } },
    }),
  'a notice to a recipient': ({ reference: of }: Request, client: DynamoDBClient) =>
    new Notices(store.table, client).begin(
      of,
      {
        ...({ id: randomUUID(), cause: '000002-1', recipient: 'payments', act: 'erase', since: now } as const),
        ...({ state: 'waiting', version: 0 } as const),
        about: new Personal({ address, keys: {}, corrections: [] }),
      },
      moved(now, 'P3Y', 'UTC'),
    ),
  'a lease': async ({ reference: of }: Request, client: DynamoDBClient) => {
    const leases = new Leases(store.table, client)
    await leases.take(of, 'files', 'export', 'one', Date.parse(now), 60)
    await leases.giveBack(of, 'files', 'export', 'one', 'marker-1')
  },
} as const
type Writer = keyof typeof writers
const names = Object.keys(writers) as Writer[]

/** Items that stay for good, and personal values that are left, under a request's key. */
async function left({ reference: of }: Request): Promise<{ forGood: string[]; personal: string[]; items: string[] }> {
  const { Items = [] } = await store.client.send(new ScanCommand({ TableName: store.table }))
  const own = Items.filter(({ pk }) => pk?.S === `R#${of}`)
  const named = (some: typeof own) => some.map(({ sk }) => sk?.S ?? '')
  return {
    forGood: named(own.filter(({ expires }) => expires?.N === undefined)),
    personal: named(own.filter((one) => [address, mailed].some((value) => JSON.stringify(one).includes(value)))),
    items: named(own),
  }
}

test.each(names)(
  '%s that is written while its request closes has an end, whichever of its calls the closing falls between',
  async (name) => {
    for (let before = 0; ; before++) {
      const { request, told } = await closed()
      const { client, calls } = interrupted(before, () => requests.save(told))
      await writers[name](request, client)
      if (calls() <= before) return expect(before).toBeGreaterThan(0)
      expect(await left(request)).toMatchObject({ forGood: [], personal: [] })
    }
  },
)

test('whatever is written between any two calls of the pass that ends a request has an end, and nothing personal stays', async () => {
  for (let before = 0; ; before++) {
    const { request, told } = await closed()
    const { client, calls } = interrupted(before, () =>
      Promise.all(names.map((name) => writers[name](request, store.client))),
    )
    await new Requests(store.table, client).save(told)
    // One for the request's own item, one that finds the others, one for each of them, and the step.
    if (calls() <= before) return expect(before).toBeGreaterThan(5)
    const { items, forGood, personal } = await left(request)
    expect(forGood, `before call ${before}`).toEqual([])
    // A recipient who was to be told before is told still: whom it is about goes when they know.
    expect(personal, `before call ${before}`).toEqual(before === 0 ? ['notice#000002-1'] : [])
    expect(items).toEqual(expect.arrayContaining(['outbox#mail-1', 'answer#export#files', 'lease#files']))
    expect((await requests.request(request.reference))?.status).toBe('not-found')
  }
})

test('what lies under a request by the thousand gets its end in several tries, none of which begins anew', async () => {
  const { request, told } = await closed()
  const many = 60
  for (let n = 0; n < many; n++) await effects.leave(request.reference, `mail-${n}`, letter, now)
  const { client, calls } = interrupted(-1, async () => undefined)
  const slow = new Requests(store.table, client, new Endings(store.table, client, 25))
  const tries = []
  for (let n = 0; n < 5; n++) {
    const before = calls()
    const outcome = await slow.save(told).then(
      () => 'over',
      (error: Error) => error.name,
    )
    tries.push([outcome, calls() - before])
    if (outcome === 'over') break
  }
  // The request's own item, what finds files that its person gave, what finds the others, 25 of them; at the end the rest of
  // them, and the step.
  const items = (await left(request)).items.length - 2
  expect(tries).toEqual([
    ['StillEnding', 28],
    ['StillEnding', 28],
    ['over', 3 + (items - 50) + 1],
  ])
  expect(await left(request)).toMatchObject({ forGood: [], personal: [] })
})

const letter = { kind: 'letter', letter: 'where-it-stands' } as const

test('while a request goes on, all of that is kept as it is', async () => {
  const { request } = await closed()
  for (const name of names) await writers[name](request, store.client)
  const whole = await requests.load(request.reference)
  expect(whole?.mails.map(({ mail }) => mail)).toEqual([mailed])
  expect(whole?.notices.map(({ about }) => about?.reveal().address)).toEqual([address])
  expect(whole?.waiting.find(({ id }) => id === '000002-0')).toMatchObject({ doneAt: now, messageId: 'sent-1' })
  expect(whole?.waiting.find(({ id }) => id === '000002-0')?.said?.reveal().to).toBe(address)
  expect(whole?.answers).toHaveLength(1)
})

test('a letter to who has not proven anything is kept with what it said, and goes with the request', async () => {
  const person = { address: new Personal(address), hash: 'hash-unproven' }
  const ask = { reference: reference(randomBytes(5)), right: 'access', language: 'en', person } as const
  const unproven = await requests.save(received(ask, policy, now))
  await effects.markDone(unproven.reference, '000001-0', now, {
    said: { to: address, subject: 'Please confirm', text: 'Please confirm.' },
  })
  await writers['a mail that came in'](unproven, store.client)
  await writers['the answer of a system'](unproven, store.client)
  const whole = await requests.load(unproven.reference)
  expect(whole?.waiting[0]?.said?.reveal().subject).toBe('Please confirm')
  expect(whole?.mails).toHaveLength(1)
  expect((await left(unproven)).forGood).toEqual([])
})

test('what a mail leaves about a request that nobody confirmed goes with the request', async () => {
  const person = { address: new Personal(address), hash: randomBytes(8).toString('hex') }
  const ask = { reference: reference(randomBytes(5)), right: 'erasure', language: 'en', person } as const
  const { reference: of } = await requests.save(received(ask, policy, now))
  expect(await effects.leaveFor(of, 'mail-1', 'where-it-stands', now)).toBe(true)
  const { Items = [] } = await store.client.send(new ScanCommand({ TableName: store.table }))
  const left = Items.filter(({ pk }) => pk?.S === `R#${of}`)
  expect(left.map(({ sk }) => sk?.S)).toContain('outbox#mail-1')
  expect(left.filter(({ expires }) => expires === undefined)).toEqual([])
})

test('of a request that somebody looks at the moment it ends nothing goes before it is read again', async () => {
  const { request, told } = await closed()
  await writers['what a letter said'](request, store.client)
  const seen = looked(request, 'officer 00000001', policy, now)
  if (seen.kind === 'refused') throw new Error(seen.reason)
  const { client } = interrupted(0, () => requests.save(seen))
  await expect(new Requests(store.table, client).save(told)).rejects.toBeInstanceOf(Overtaken)
  const whole = await requests.load(request.reference)
  expect(whole?.waiting.find(({ id }) => id === '000002-0')?.said?.reveal().to).toBe(address)
  if (!whole) throw new Error('gone')
  await requests.save(step(whole.request, { type: 'told' }))
  expect(await left(request)).toMatchObject({ forGood: [], personal: [] })
})

test('what went by itself while everything got its end does not come back empty', async () => {
  const { request, told } = await closed()
  const { items } = await left(request)
  const isGone = async () => {
    const Key = { pk: { S: `R#${request.reference}` }, sk: { S: 'outbox#000001-0' } }
    await store.client.send(new DeleteItemCommand({ TableName: store.table, Key }))
  }
  // After the request's own item, and what finds the others.
  await new Requests(store.table, interrupted(2, isGone).client).save(told)
  expect(items).toContain('outbox#000001-0')
  expect((await left(request)).items).not.toContain('outbox#000001-0')
})

test('what a controller asked for goes with a request that nobody confirmed, and else with its request', async () => {
  const person = { address: new Personal(address), hash: randomBytes(8).toString('hex') }
  const [right, language, controller] = ['erasure', 'en', 'harbour'] as const
  const ask = { reference: reference(randomBytes(5)), right, controller, language, person }
  const first = received(ask, policy, now, true)
  const instructions = new Instructions(store.table, store.client)
  const unconfirmedUntil = first.keptUntil ?? now
  const also = instructions.newly(
    { controller: 'harbour', id: 'the-id-of-harbour', callbacks: [], said: {} },
    { reference: ask.reference, digest: '0' },
    { until: moved(now, 'P3Y', 'UTC'), unconfirmedUntil },
  )
  const unconfirmed = await requests.save(first, { also })
  expect((await left(unconfirmed)).forGood).toEqual([])
  const confirmed = await requests.save(
    step(unconfirmed, { type: 'confirmed', found: 'nobody', firstReceivedAt: now }),
    { also: [instructions.confirmed(ask.reference)] },
  )
  expect((await left(confirmed)).forGood).toContain('instruction')
  await requests.save(step(confirmed, { type: 'told' }))
  expect(await left(confirmed)).toMatchObject({ forGood: [], personal: [] })
})

test('a mail that went by itself while somebody decided on it does not come back as a decision about nothing', async () => {
  await expect(new Mails(store.table, store.client).decide('gone', { at: now, opens: [] }, now)).rejects.toThrow()
  const { Items = [] } = await store.client.send(new ScanCommand({ TableName: store.table }))
  expect(Items.filter(({ pk }) => pk?.S === 'I#gone')).toEqual([])
})

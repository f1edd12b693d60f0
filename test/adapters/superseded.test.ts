import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { CreateTableCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { Answers } from '../../adapters/answers.ts'
import { Mac, newToken, tokenHash } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import { Tokens } from '../../adapters/tokens.ts'
import { decide, received } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { Personal } from '../../domain/personal.ts'
import { categoriesOf, type Verb } from '../../domain/receipts.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { type Instant, instant, moved } from '../../domain/time.ts'
import { Clock } from '../../local/clock/clock.ts'
import { serve } from '../../local/front/server.ts'
import { Kms } from '../../local/kms/kms.ts'
import { statesCall } from '../../local/stepfunctions/endpoint.ts'
import { Machines } from '../../local/stepfunctions/machines.ts'
import { policy } from '../../policy/in-force.ts'
import type { Right } from '../../policy/rights.ts'
import { quickFolder } from '../memory.ts'
import { arnOf, definitionOf, named } from '../workflows/definitions.ts'
import { startStore } from './dynamodb-local.ts'

/**
 * The synthesized machines of an erasure and of a restriction of the same person, with the real `advance` and `certify` on
 * DynamoDB Local and the local KMS; only the systems, and what starts the machines, are the test's own.
 */
type Handler = (event: unknown, context: unknown) => Promise<unknown>
const region = 'arn:aws:states:eu-central-1:000000000000:stateMachine'
const [signing, data, macKey] = ['signing', 'data', 'mac'].map(
  (name) => `arn:aws:kms:eu-central-1:000000000000:key/${name}`,
)
const systems = Object.keys(policy.systems)
const [slow = ''] = systems
const now = () => instant(Date.now())

let store: Awaited<ReturnType<typeof startStore>>
let requests: Requests
let tokens: Tokens
let handlers: Readonly<Record<string, Handler>>
let confirmLink: Handler
let decideLink: Handler
let mac: Mac
/** The class that the handlers' own copies of the modules use. */
let Theirs: typeof Requests
const ends: Array<() => unknown> = []

beforeAll(async () => {
  store = await startStore()
  requests = new Requests(store.table, store.client)
  tokens = new Tokens(store.table, store.client)
  const state = quickFolder('oblige-kms-')
  const kms = new Kms({ state, clock: { instant: () => '2026-01-31T00:00:00.000Z' } })
  kms.create({ arn: signing ?? '', spec: 'ECC_NIST_P256' })
  kms.create({ arn: data ?? '' })
  kms.create({ arn: macKey ?? '', spec: 'HMAC_256' })
  const server = await serve(0, (request) => kms.handle(request))
  ends.push(server.stop, () => rmSync(state, { recursive: true, force: true }))
  const { endpoint, region: at, credentials } = store.access
  for (const [name, value] of Object.entries({
    ...{ AWS_ENDPOINT_URL_DYNAMODB: endpoint, AWS_ENDPOINT_URL_KMS: server.url, AWS_REGION: at },
    ...{ AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey },
    ...{ TABLE: store.table, SIGNING_KEY: signing, DATA_KEY: data, MAC_KEY: macKey },
    ...{ POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' },
  }))
    vi.stubEnv(name, value)
  vi.resetModules()
  const [advance, certify, confirm, decided, own] = await Promise.all([
    import('../../functions/advance/handler.ts'),
    import('../../functions/certify/handler.ts'),
    import('../../functions/confirm/handler.ts'),
    import('../../functions/decide/handler.ts'),
    import('../../adapters/requests.ts'),
  ])
  handlers = { advance: advance.handler, certify: certify.handler } as unknown as typeof handlers
  confirmLink = confirm.handler as unknown as Handler
  decideLink = decided.handler as unknown as Handler
  Theirs = own.Requests
  mac = new Mac(macKey ?? '')
  await emptyDirectory()
})
afterEach(() => {
  vi.restoreAllMocks()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  vi.resetModules()
  for (const end of ends) await end()
  store?.stop()
})

async function after(request: Request, event: Event, at: Instant): Promise<Request> {
  const decision = decide(request, event, policy, at)
  if (decision.kind === 'refused') throw new Error(`${event.type}: ${decision.reason}`)
  return await requests.save(decision)
}

async function asked(right: Right, hash: string, at: Instant): Promise<Request> {
  const person = { address: new Personal(`${hash}@example.org`), hash }
  return requests.save(received({ reference: reference(randomBytes(5)), right, language: 'en', person }, policy, at))
}
async function confirmed(right: Right, hash: string, at: Instant, ...account: readonly string[]): Promise<Request> {
  const found = { subject: new Personal({ keys: { account: account.length > 0 ? account : [hash] } }) }
  return await after(await asked(right, hash, at), { type: 'confirmed', found, firstReceivedAt: at }, at)
}
/** Somebody presses a button behind a link; what they are shown. */
async function presses(
  { reference: of }: Request,
  { purpose, by, fields = {} }: { purpose: 'confirm' | 'decide'; by: Handler; fields?: Record<string, string> },
): Promise<{ readonly status?: string; readonly error?: string }> {
  const token = newToken()
  const until = moved(now(), 'P1D', 'UTC')
  await tokens.issue(tokenHash(token), { reference: of, purpose, provesUntil: until }, until)
  const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }
  const { body } = (await by(
    {
      ...{ headers, pathParameters: { token }, routeKey: `POST /requests/{token}/${purpose}`, rawPath: '/' },
      ...{
        isBase64Encoded: false,
        requestContext: { http: { method: 'POST' } },
        body: `${new URLSearchParams(fields)}`,
      },
    },
    { awsRequestId: '1' },
  )) as { body: string }
  return JSON.parse(body)
}
const confirms = async (request: Request) => (await presses(request, { purpose: 'confirm', by: confirmLink })).status
/** The company believes that somebody in doubt is whose account that is. */
const believes = (request: Request, account: string) =>
  presses(request, { purpose: 'decide', by: decideLink, fields: { identity: 'accepted', account } })

/** Somebody who writes from another address has said who they are, and the company is to decide. */
async function inDoubt(right: Right): Promise<Request> {
  const address = `${randomBytes(6).toString('hex')}@elsewhere.example.org`
  const person = { address: new Personal(address), hash: await mac.ofAddress(address) }
  const ask = { reference: reference(randomBytes(5)), right, language: 'en', person } as const
  const doubt = { why: 'other', questions: ['account'] } as const
  const request = await requests.save(received({ ...ask, doubt }, policy, now()))
  const identifying = await after(request, { type: 'confirmed', found: 'nobody', firstReceivedAt: now() }, now())
  return after(identifying, { type: 'identity-answered', answers: new Personal({ account: 'mine' }) }, now())
}
/** Whom the company holds to be somebody, by the address of their account. */
async function accountOf(): Promise<{ readonly account: string; readonly hash: string }> {
  const account = `${randomBytes(6).toString('hex')}@example.org`
  return { account, hash: await mac.ofAddress(account) }
}

/** The company's directory, in which nobody is any more whom it erased. */
async function emptyDirectory(): Promise<void> {
  const { table: TableName, index: IndexName = '', attribute } = policy.directory
  const key = (AttributeName: string) => ({ AttributeName, KeyType: 'HASH' as const })
  await store.client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['id', attribute].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [key('id')],
      GlobalSecondaryIndexes: [{ IndexName, KeySchema: [key(attribute)], Projection: { ProjectionType: 'ALL' } }],
    }),
  )
}

/** A system that had something of each category, and has done with it what was asked. */
async function answer(of: string, system: string, verb: Verb): Promise<void> {
  const count = verb === 'check' ? 0 : 1
  const receipts = categoriesOf(system, policy).map((category) => ({ category, outcome: 'done', count }) as const)
  await new Answers(store.table, store.client).save(of, { system, verb, at: now(), done: true, receipts })
}
async function answers({ reference: of }: Request, verb: Verb): Promise<void> {
  for (const system of systems) await answer(of, system, verb)
}

/** Somebody whose grace period is over: everything is erased in every system, and only the certificate is to be signed. */
async function erasing(hash: string, begins = confirmed): Promise<Request> {
  const began = moved(now(), policy.periods.erasure, 'UTC', -1)
  const restricting = await begins('erasure', hash, began, hash)
  await answers(restricting, 'restrict')
  const grace = await after(restricting, { type: 'restriction-settled', outstanding: [] }, began)
  if (grace.status !== 'grace') throw new Error('not in grace')
  const claimed = await after(grace, { type: 'moment-reached' }, grace.eraseAt)
  for (const verb of ['erase', 'check'] as const) await answers(claimed, verb)
  return claimed
}

/** A copy that can be fetched, or, where a controller asked for it, that it can. */
async function ready(of: Request): Promise<Request> {
  const gathered = await after(of, { type: 'gathered', outstanding: [] }, now())
  return after(gathered, { type: 'packaged', package: { round: 1, bytes: 9, files: 1 } }, now())
}
/** What a controller asks for, about one account of somebody's. */
async function instructed(right: Right, hash: string, at: Instant, account: string): Promise<Request> {
  const person = { address: new Personal(`${hash}@example.org`), hash }
  const ask = { reference: reference(randomBytes(5)), right, language: 'en', person, controller: 'harbour' } as const
  const asking = await requests.save(received(ask, policy, at, true))
  const found = { subject: new Personal({ keys: { account: [account] } }) }
  return after(asking, { type: 'confirmed', found, firstReceivedAt: at }, at)
}

/** Machines on a clock that moves; the slow system refuses to restrict before it is let. */
function workflows() {
  const clock = new Clock()
  /** How often `certify` said that it has to wait. */
  const waits: string[] = []
  let isDown = true
  const tasks = named(systems, arnOf)
  const machines = new Machines({
    clock,
    definitions: new Map(
      (['erasure', 'restriction'] as const).map((story) => [`${region}:${story}`, definitionOf(story, tasks)]),
    ),
    invoke: async (functionArn, payload) => {
      const name = functionArn.split(':').at(-1) ?? ''
      const handler = handlers[name]
      const { reference: of, verb } = payload as { reference: string; verb: Verb }
      if (handler)
        return handler(payload, { awsRequestId: '1', getRemainingTimeInMillis: () => 60_000 }).catch((error: Error) => {
          if (name === 'certify') waits.push(error.name)
          throw error
        })
      const system = name.replace('system-', '')
      if (isDown && system === slow && verb === 'restrict')
        throw Object.assign(new Error('see the log'), { name: 'ConnectionRefused' })
      await answer(of, system, verb)
      return { v: 1, done: true }
    },
  })
  ends.push(() => {
    machines.pause()
    clock.stop()
  })
  return {
    clock,
    waits,
    /** The slow system answers. */
    answers: () => {
      isDown = false
    },
    starts: ({ reference: of, right }: Request) =>
      statesCall(machines, 'StartExecution', {
        stateMachineArn: `${region}:${right}`,
        name: of,
        input: JSON.stringify({ v: 1, reference: of }),
      }),
    status: ({ reference: of }: Request) => machines.views().find(({ name }) => name === of)?.status,
  }
}

/** However busy this computer is. */
const soon = (holds: () => unknown) => vi.waitFor(holds, { timeout: 30_000, interval: 20 })
const statusOf = async ({ reference: of }: Request) => (await requests.request(of))?.status
const personOf = async ({ reference: of }: Request) => {
  const request = await requests.request(of)
  return request && 'person' in request ? request.person : undefined
}
/** The person has no request any more by which what a law keeps could come back, and is forgotten in the restriction. */
async function isOver(erasure: Request, restriction: Request, hash: string): Promise<void> {
  const [done, other] = [await requests.load(erasure.reference), await requests.load(restriction.reference)]
  expect([done?.request.status, other?.request.status]).toEqual(['erased', 'superseded'])
  expect(done?.certificate).toContain('"signature"')
  expect(done?.history.filter(({ event }) => event === 'certified')).toHaveLength(1)
  expect(other?.history.map(({ event }) => event).at(-1)).toBe('erased-meanwhile')
  expect(await personOf(restriction)).toBeUndefined()
  expect(await requests.openOf(hash)).toEqual({})
}

test('an erasure waits with its certificate for a restriction of the same person that has only begun, and closes once that is held', async () => {
  const hash = randomBytes(8).toString('hex')
  const [erasure, restriction] = [await erasing(hash), await confirmed('restriction', hash, now())]
  const it = workflows()
  it.starts(restriction)
  it.starts(erasure)
  await soon(() => expect(it.waits).toContain('Busy'))
  // As often as it is tried, nothing is closed, signed or forgotten while the other one's systems are still asked.
  await it.clock.advance('PT6M')
  expect(it.waits.length).toBeGreaterThan(5)
  expect(new Set(it.waits)).toEqual(new Set(['Busy']))
  expect([await statusOf(erasure), await statusOf(restriction)]).toEqual(['erasing', 'holding'])
  expect((await requests.load(erasure.reference))?.certificate).toBeUndefined()
  expect((await personOf(erasure))?.hash).toBe(hash)
  expect([it.status(erasure), it.status(restriction)]).toEqual(['RUNNING', 'RUNNING'])

  it.answers()
  await it.clock.advance('PT10M')
  await soon(async () => expect(await statusOf(erasure)).toBe('erased'))
  await isOver(erasure, restriction, hash)
  const events = (await requests.load(restriction.reference))?.history.map(({ event }) => event)
  expect(events).toContain('restriction-settled')
  await soon(() => expect(it.status(restriction)).toBe('SUCCEEDED'))
})

test('where the restriction is held before, the erasure closes at once, and ends it', async () => {
  const hash = randomBytes(8).toString('hex')
  const [erasure, restriction] = [await erasing(hash), await confirmed('restriction', hash, now())]
  const it = workflows()
  it.answers()
  it.starts(restriction)
  await soon(() => expect(it.status(restriction)).toBe('SUCCEEDED'))
  expect((await requests.load(restriction.reference))?.certificate).toContain('"signature"')
  it.starts(erasure)
  await soon(async () => expect(await statusOf(erasure)).toBe('erased'))
  expect(it.waits).toEqual([])
  await isOver(erasure, restriction, hash)
})

test('a restriction that begins while the certificate is signed is ended by it too, and before', async () => {
  const hash = randomBytes(8).toString('hex')
  const erasure = await erasing(hash)
  const it = workflows()
  it.answers()
  let begun: Request | undefined
  // Between what `certify` reads of the person's requests and what it saves.
  const save = Theirs.prototype.save
  vi.spyOn(Theirs.prototype, 'save').mockImplementation(async function (this: Requests, step, extra) {
    if (step.entry.event === 'certified' && step.request.status === 'erased' && !begun) {
      begun = await confirmed('restriction', hash, now())
      it.starts(begun)
    }
    return save.call(this, step, extra)
  })
  it.starts(erasure)
  await soon(() => expect(it.waits).toContain('Overtaken'))
  await it.clock.advance('PT10M')
  await soon(async () => expect(await statusOf(erasure)).toBe('erased'))
  await isOver(erasure, begun ?? erasure, hash)
})

test('who confirms a restriction while their erasure closes is nobody any more, and nothing of them is kept open', async () => {
  const hash = randomBytes(8).toString('hex')
  const [erasure, asking] = [await erasing(hash), await asked('restriction', hash, now())]
  const settled = await after(erasure, { type: 'erasure-settled', outstanding: [] }, now())
  // What the erasure knows of them is all that says who they are, and the moment it is read the erasure is done.
  const save = Theirs.prototype.save
  let isDone = false
  vi.spyOn(Theirs.prototype, 'save').mockImplementation(async function (this: Requests, step, extra) {
    if (step.entry.event === 'confirmed' && !isDone) {
      isDone = true
      const done = await after(settled, { type: 'certified', kept: [] }, now())
      await after(done, { type: 'told' }, now())
    }
    return save.call(this, step, extra)
  })
  expect(await confirms(asking)).toBe('not-found')
  expect(isDone).toBe(true)
  expect(await requests.openOf(hash)).toEqual({})

  // While it goes on, it says who they are.
  vi.restoreAllMocks()
  const other = randomBytes(8).toString('hex')
  await erasing(other)
  expect(await confirms(await asked('restriction', other, now()))).toBe('holding')
})

test('who wants everything back the moment the erasure ends their restriction does not keep it from closing', async () => {
  const hash = randomBytes(8).toString('hex')
  const [erasure, holding] = [await erasing(hash), await confirmed('restriction', hash, now())]
  await answers(holding, 'restrict')
  const held = await after(holding, { type: 'restriction-settled', outstanding: [] }, now())
  // Between what `certify` reads of the restriction and what it saves.
  const save = Theirs.prototype.save
  let isAsked = false
  const saving = vi.spyOn(Theirs.prototype, 'save').mockImplementation(async function (this: Requests, step, extra) {
    if (step.entry.event === 'erased-meanwhile' && !isAsked) {
      isAsked = true
      await after(held, { type: 'restore-asked' }, now())
    }
    return save.call(this, step, extra)
  })
  const it = workflows()
  it.starts(erasure)
  await soon(async () => expect(await statusOf(erasure)).toBe('erased'))
  expect(saving.mock.calls.map(([{ entry }]) => `${entry.from} ${entry.event}`)).toEqual(
    expect.arrayContaining(['held erased-meanwhile', 'lifting erased-meanwhile', 'erasing certified']),
  )
  await isOver(erasure, held, hash)
})

test('whom the company believes to be somebody while the erasure of that one closes is nobody any more: nothing of theirs is kept open', async () => {
  for (const right of ['restriction', 'access'] as const) {
    const { account, hash } = await accountOf()
    const [erasure, checking] = [await erasing(hash), await inDoubt(right)]
    const settled = await after(erasure, { type: 'erasure-settled', outstanding: [] }, now())
    // Between what is read of the account's open requests and what is saved.
    const save = Theirs.prototype.save
    let isDone = false
    const saving = vi.spyOn(Theirs.prototype, 'save').mockImplementation(async function (this: Requests, step, extra) {
      if (step.entry.event === 'identified' && !isDone) {
        isDone = true
        const done = await after(settled, { type: 'certified', kept: [] }, now())
        await after(done, { type: 'told' }, now())
      }
      return save.call(this, step, extra)
    })
    expect(await believes(checking, account)).toEqual({ error: 'unknown' })
    expect(isDone).toBe(true)
    expect(await statusOf(checking)).toBe('checking')
    expect(await requests.openOf(hash)).toEqual({})
    saving.mockRestore()
    // The company cannot tell who that is: the request ends, and keeps nobody for good.
    await presses(checking, { purpose: 'decide', by: decideLink, fields: { identity: 'rejected' } })
    expect(await statusOf(checking)).toBe('unidentified')

    // While it goes on, it says whose account that is.
    const other = await accountOf()
    await erasing(other.hash)
    const believed = await inDoubt(right)
    expect((await believes(believed, other.account)).error).toBeUndefined()
    expect(await statusOf(believed)).toBe(right === 'restriction' ? 'holding' : 'gathering')
  }
})

test('a restriction of somebody who is believed while the certificate of their erasure is signed is ended by it too, and before', async () => {
  const { account, hash } = await accountOf()
  const [erasure, checking] = [await erasing(hash), await inDoubt('restriction')]
  const it = workflows()
  it.answers()
  const save = Theirs.prototype.save
  let isBegun = false
  vi.spyOn(Theirs.prototype, 'save').mockImplementation(async function (this: Requests, step, extra) {
    if (step.entry.event === 'certified' && step.request.status === 'erased' && !isBegun) {
      isBegun = true
      await believes(checking, account)
      it.starts(checking)
    }
    return save.call(this, step, extra)
  })
  it.starts(erasure)
  await soon(() => expect(it.waits).toContain('Overtaken'))
  await it.clock.advance('PT10M')
  await soon(async () => expect(await statusOf(erasure)).toBe('erased'))
  await isOver(erasure, checking, hash)
})

test('an erasure waits with its certificate until every copy of what is erased is deleted, and says on the way that it goes', async () => {
  const hash = randomBytes(8).toString('hex')
  const erasure = await erasing(hash)
  const copies = [
    await ready(await confirmed('access', hash, now())),
    await confirmed('portability', hash, now(), hash, 'another'),
    await ready(await instructed('access', hash, now(), hash)),
  ]
  const other = await ready(await instructed('access', hash, now(), 'another'))
  const it = workflows()
  it.starts(erasure)
  for (const copy of copies) await soon(async () => expect(await statusOf(copy)).toBe('discarding'))
  // As often as it looks, nothing is signed before, nor a copy ended twice; and a wait is no failure.
  const again = await handlers.certify?.(
    { v: 1, reference: erasure.reference },
    { getRemainingTimeInMillis: () => 9_000 },
  )
  expect(again).toMatchObject({ to: 'wait' })
  expect(it.waits).toEqual([])
  expect([await statusOf(erasure), it.status(erasure)]).toEqual(['erasing', 'RUNNING'])
  expect((await requests.load(erasure.reference))?.certificate).toBeUndefined()
  for (const copy of copies) {
    const whole = await requests.load(copy.reference)
    expect(whole?.history.filter(({ event }) => event === 'erased-meanwhile')).toHaveLength(1)
    expect(whole?.waiting.at(-1)?.effect).toEqual({ kind: 'start', machine: 'export' })
    if (whole) await after(whole.request, { type: 'discarded' }, now())
  }
  await it.clock.advance('PT10M')
  await soon(async () => expect(await statusOf(erasure)).toBe('erased'))
  expect(Object.values(await requests.openOf(hash))).toEqual([other.reference])
  expect(await statusOf(other)).toBe('ready')
})

test('by a controller’s erasure goes what a person’s own copy has of its accounts, and no other copy', async () => {
  const hash = randomBytes(8).toString('hex')
  const theirs = await ready(await confirmed('access', hash, now(), hash, 'another'))
  const others = await ready(await confirmed('portability', hash, now(), 'another'))
  const erasure = await erasing(hash, instructed)
  const it = workflows()
  it.starts(erasure)
  await soon(async () => expect(await statusOf(theirs)).toBe('discarding'))
  const { request } = (await requests.load(theirs.reference)) ?? {}
  if (request) await after(request, { type: 'discarded' }, now())
  await it.clock.advance('PT10M')
  await soon(async () => expect(await statusOf(erasure)).toBe('erased'))
  expect(await statusOf(others)).toBe('ready')
})

test('a copy that is ready the moment the erasure ends it goes too', async () => {
  const hash = randomBytes(8).toString('hex')
  const [erasure, copy] = [await erasing(hash), await confirmed('access', hash, now())]
  // Between what `certify` reads of the copy and what it saves.
  const save = Theirs.prototype.save
  let isReady = false
  vi.spyOn(Theirs.prototype, 'save').mockImplementation(async function (this: Requests, step, extra) {
    if (step.entry.event === 'erased-meanwhile' && !isReady) {
      isReady = true
      await ready(copy)
    }
    return save.call(this, step, extra)
  })
  const it = workflows()
  it.starts(erasure)
  await soon(async () => expect(await statusOf(copy)).toBe('discarding'))
  expect((await requests.load(copy.reference))?.history.map(({ from, event }) => `${from} ${event}`).slice(-2)).toEqual(
    ['gathering packaged', 'ready erased-meanwhile'],
  )
})

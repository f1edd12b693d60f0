import { randomBytes } from 'node:crypto'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { Effects } from '../../adapters/effects.ts'
import { KeptHolds } from '../../adapters/kept-holds.ts'
import { newToken, tokenHash } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import { Tokens } from '../../adapters/tokens.ts'
import { decide, received } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { instant, shifted } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { startStore } from './dynamodb-local.ts'
import { findStore } from './environment.ts'

type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>

let store: Awaited<ReturnType<typeof startStore>>
let requests: Requests
let tokens: Tokens
let restore: Handler
let outbox: { carryOut(reference: string, id: string, at: typeof now): Promise<string> }
/** The class that the functions' own copies of the modules use. */
let Theirs: typeof Requests
const now = instant(Date.now())
const started: string[] = []

beforeAll(async () => {
  store = await startStore()
  requests = new Requests(store.table, store.client)
  tokens = new Tokens(store.table, store.client)
  findStore(store, { POWERTOOLS_LOG_LEVEL: 'SILENT' })
  restore = (await import('../../functions/restore/handler.ts')).handler as unknown as Handler
  const { Outbox } = await import('../../functions/outbox/outbox.ts')
  Theirs = (await import('../../adapters/requests.ts')).Requests
  const { Machines } = await import('../../adapters/machines.ts')
  Machines.prototype.start = async (_, name) => void started.push(name)
  const none = {} as never
  const arns = { restore: 'restore machine' } as never
  const stores = {
    ...{ requests: new Theirs(store.table, store.client), effects: new Effects(store.table, store.client) },
    holds: new KeptHolds(store.table, store.client),
  }
  outbox = new Outbox(stores as never, none, arns, none)
})
afterEach(() => {
  vi.restoreAllMocks()
  started.length = 0
})
afterAll(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
  store?.stop()
})

async function after(request: Request, event: Event, under = policy): Promise<Request> {
  const decision = decide(request, event, under, now)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return await requests.save(decision)
}
async function madeUnavailable(right: 'erasure' | 'restriction', hash: string, controller?: string): Promise<Request> {
  const person = { address: new Personal(`${hash}@example.org`), hash }
  const asked = { reference: reference(randomBytes(5)), right, language: 'en' as const, person }
  const step = received({ ...asked, ...(controller ? { controller } : {}) }, policy, now, true)
  const found = { subject: new Personal({ keys: { account: [hash] } }) }
  const proven = await after(await requests.save(step), { type: 'confirmed', found, firstReceivedAt: now })
  return after(proven, { type: 'restriction-settled', outstanding: [] })
}
/** A restriction, and an erasure of the same person. */
async function both(controller?: string) {
  const hash = randomBytes(8).toString('hex')
  return {
    restriction: await madeUnavailable('restriction', hash),
    erasure: await madeUnavailable('erasure', hash, controller),
  }
}
async function presses({ reference: of }: Request) {
  const token = newToken()
  await tokens.issue(tokenHash(token), { reference: of, purpose: 'manage' }, shifted(now, 3_600_000))
  const press = async () =>
    (
      await restore(
        {
          headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
          ...{ pathParameters: { token }, routeKey: 'POST /', rawPath: '/', isBase64Encoded: false, body: '' },
          requestContext: { http: { method: 'POST' } },
        } as unknown as APIGatewayProxyEventV2,
        { awsRequestId: '1' } as Context,
      )
    ).statusCode
  return press
}
/** What the outbox makes of what starts the machine by which everything comes back. */
async function starts({ reference: of }: Request): Promise<void> {
  const waiting = (await requests.load(of))?.waiting ?? []
  const start = waiting.find(({ effect }) => effect.kind === 'start' && effect.machine === 'restore')
  if (start) await outbox.carryOut(of, start.id, now)
}
const statusOf = async ({ reference: of }: Request) => (await requests.request(of))?.status

test('who takes an erasure back has the restriction of before lifted too, before anything is said to be back', async () => {
  const { restriction, erasure } = await both()
  expect(await (await presses(erasure))()).toBe(200)
  await starts(erasure)
  expect([await statusOf(erasure), await statusOf(restriction)]).toEqual(['restoring', 'lifting'])
  // Its own machine is left to do with the step that lifts it.
  await starts(restriction)
  expect(started).toHaveLength(2)
})

test('a kill between the two loses nothing: what was saved first makes the restriction be lifted, however often it dies', async () => {
  const { restriction, erasure } = await both()
  const press = await presses(erasure)
  const save = Theirs.prototype.save
  let saved = 0
  // The function dies after its first step, as if it had been about to save a second.
  const dies = vi.spyOn(Theirs.prototype, 'save').mockImplementation(async function (this: Requests, ...given) {
    if (++saved > 1) throw new Error('killed')
    return save.apply(this, given)
  })
  expect(await press()).toBe(200)
  expect(await press()).toBe(409)
  // The outbox dies too, before the restriction is lifted: nothing comes back yet.
  for (let n = 0; n < 2; n++) await expect(starts(erasure)).rejects.toThrow('killed')
  expect([await statusOf(erasure), await statusOf(restriction), started]).toEqual(['restoring', 'held', []])
  dies.mockRestore()
  await starts(erasure)
  expect([await statusOf(restriction), started]).toEqual(['lifting', [expect.stringContaining(erasure.reference)]])
})

test('a restriction stays when the company turns the erasure down, and when a controller takes its own back', async () => {
  const { desk: _, ...alone } = policy
  const one = await both()
  const answer = new Personal('The eleventh time.')
  await after(one.erasure, { type: 'turned-down', why: 'excessive', answer }, alone)
  const two = await both('harbour')
  await after(two.erasure, { type: 'restore-asked' })
  for (const { erasure, restriction } of [one, two]) {
    await starts(erasure)
    expect([await statusOf(erasure), await statusOf(restriction)]).toEqual(['restoring', 'held'])
  }
  expect(started).toHaveLength(2)
})

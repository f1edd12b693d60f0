import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Effects } from '../../adapters/effects.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { KeptHolds } from '../../adapters/kept-holds.ts'
import { MailCounts } from '../../adapters/mail-counts.ts'
import { Requests } from '../../adapters/requests.ts'
import { Tokens } from '../../adapters/tokens.ts'
import { decide, received } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import type { Decision } from '../../domain/step.ts'
import { instant, moved } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { startStore } from './dynamodb-local.ts'

let store: Awaited<ReturnType<typeof startStore>>
let requests: Requests
let holds: KeptHolds
let outbox: { carryOut(reference: string, id: string, at: typeof now): Promise<string> }
const now = instant(Date.now())
/** What was mailed, and which machines were started, one after the other. */
const done: string[] = []

beforeAll(async () => {
  store = await startStore()
  vi.stubEnv('AWS_REGION', store.access.region)
  vi.resetModules()
  const { Outbox } = await import('../../functions/outbox/outbox.ts')
  const { LetterWriter } = await import('../../functions/outbox/letters.ts')
  const { Requests: Theirs } = await import('../../adapters/requests.ts')
  const { Sent } = await import('../../adapters/sent.ts')
  const { Machines } = await import('../../adapters/machines.ts')
  vi.spyOn(Machines.prototype, 'start').mockImplementation(async (arn) => void done.push(`start ${arn}`))
  requests = new Requests(store.table, store.client)
  holds = new KeptHolds(store.table, store.client)
  const post = {
    send: async ({ to, subject }: { to: string; subject: string }) => {
      done.push(`${to === policy.company.officer ? 'officer' : 'person'}: ${subject.split(':')[0]}`)
      return `<${randomBytes(6).toString('hex')}@mail>`
    },
  }
  const arns = { erasure: 'erasure machine', restore: 'restore machine' }
  const none = {} as never
  const [kept, sent] = [new Theirs(store.table, store.client), new Sent(store.table, store.client)]
  const stores = {
    ...{ requests: kept, sent, holds, effects: new Effects(store.table, store.client) },
    ...{ counts: new MailCounts(store.table, store.client), indexes: new Indexes(store.table, store.client) },
  }
  const writer = new LetterWriter(kept, new Tokens(store.table, store.client), none)
  outbox = new Outbox(stores as never, writer, arns as never, post as never)
})
afterAll(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.resetModules()
  store?.stop()
})

async function saved(decision: Decision): Promise<Request> {
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return await requests.save(decision)
}
/** Decided as the request stands by now. */
async function after({ reference: of }: Request, event: Event, under = policy): Promise<Request> {
  const request = await requests.request(of)
  if (!request) throw new Error('no such request')
  return saved(decide(request, event, under, now))
}
async function begun(hash: string, more: { readonly controller?: string } = {}): Promise<Request> {
  const person = { address: new Personal(`${hash}@example.org`), hash }
  const ask = received(
    { reference: reference(randomBytes(5)), right: 'erasure', language: 'en', person, ...more },
    policy,
    now,
    true,
  )
  const found = { subject: new Personal({ keys: { account: [hash] } }) }
  return after(await saved(ask), { type: 'confirmed', found, firstReceivedAt: now })
}
/** What the outbox makes of what is left to do, but for what needs more than this test has. */
async function carriedOut({ reference: of }: Request): Promise<readonly string[]> {
  done.length = 0
  for (const { id, effect, doneAt } of (await requests.load(of))?.waiting ?? [])
    if (!doneAt && ['start', 'keep-hold', 'hold-news', 'letter'].includes(effect.kind))
      await outbox.carryOut(of, id, now)
  return [...done]
}
async function held(hash: string, reason: string): Promise<Request> {
  const request = await begun(hash)
  await carriedOut(request)
  await after(request, { type: 'restriction-settled', outstanding: [] })
  return after(request, { type: 'hold-set', reason, file: '2026/17', salt: 'salt' })
}
const holdOf = async ({ reference: of }: Request) => {
  const request = await requests.request(of)
  return request && 'hold' in request ? request.hold : undefined
}

const secret = 'order'
const open = 'claim'

test.each([secret, open])(
  'a hold (%s) outlives the request that its person takes back: the next erasure is held up before it can go on',
  async (reason) => {
    const hash = randomBytes(8).toString('hex')
    const first = await held(hash, reason)
    await after(first, { type: 'restore-asked' })
    const told = await carriedOut(first)
    expect(told).toContain('officer: A held request ended')
    expect(told.some((one) => one.startsWith('person'))).toBe(false)
    await after(first, { type: 'release-settled', outstanding: [] })

    const second = await begun(hash)
    expect(await holdOf(second)).toBeUndefined()
    expect(await carriedOut(second)).toEqual(['start erasure machine'])
    expect(await holdOf(second)).toMatchObject({ reason })
    const news = await carriedOut(second)
    expect(news).toContain('officer: A new erasure is held up')
    expect(news.some((one) => one.startsWith('person'))).toBe(reason === open)
    await after(second, { type: 'restriction-settled', outstanding: [] })
    for (const event of [{ type: 'erase-now-asked' }, { type: 'moment-reached' }] as const)
      await expect(after(second, event)).rejects.toThrow(/on-hold|not-possible-now/)
    const whole = await requests.load(second.reference)
    const said = JSON.stringify(whole?.history)
    expect(said.includes(first.reference)).toBe(reason === open)
    expect(whole?.untold.map(({ detail }) => detail)).toEqual(
      reason === open ? [] : [`${reason}, kept from ${first.reference}`],
    )

    // Ended there it is over: nothing of it is left for a third one.
    await after(second, { type: 'hold-ended', file: '2026/17', salt: 'salt' })
    await after(second, { type: 'restore-asked' })
    expect(await carriedOut(second)).not.toContain('officer: A held request ended')
    await after(second, { type: 'release-settled', outstanding: [] })
    const third = await begun(hash)
    await carriedOut(third)
    expect(await holdOf(third)).toBeUndefined()
  },
)

test('a held request that is turned down leaves its hold too, and somebody else’s erasure is not held up by it', async () => {
  const hash = randomBytes(8).toString('hex')
  const first = await held(hash, secret)
  // By one alone: that it can take two is no matter of holds.
  const { desk: _, ...alone } = policy
  const turnedDown: Event = { type: 'turned-down', why: 'excessive', answer: new Personal('The eleventh time.') }
  await after(first, { ...turnedDown, by: 'officer 00000001' }, alone)
  expect(await carriedOut(first)).toContain('officer: A held request ended')
  await after(first, { type: 'release-settled', outstanding: [] })
  const another = await begun(randomBytes(8).toString('hex'))
  await carriedOut(another)
  expect(await holdOf(another)).toBeUndefined()
  const second = await begun(hash)
  await carriedOut(second)
  expect(await holdOf(second)).toMatchObject({ reason: secret })
})

test('a kept hold goes with the history that says why; what a controller asks for neither leaves nor takes one', async () => {
  const hash = randomBytes(8).toString('hex')
  const kept = { reason: secret, reference: reference(randomBytes(5)) }
  await holds.keep(hash, kept, moved(now, 'PT1H', 'UTC'))
  const byController = await begun(hash, { controller: 'harbour' })
  await carriedOut(byController)
  expect(await holdOf(byController)).toBeUndefined()
  expect(await holds.find(hash, now)).toMatchObject(kept)
  expect(await holds.find(hash, moved(now, 'PT1H', 'UTC'))).toBeUndefined()
})

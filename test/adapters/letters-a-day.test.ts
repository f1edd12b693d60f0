import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Effects } from '../../adapters/effects.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { MailLetters } from '../../adapters/mail-letters.ts'
import { Requests } from '../../adapters/requests.ts'
import { decide, received } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import type { LetterKind } from '../../domain/letter-kinds.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Arns } from '../../functions/entry/machines.ts'
import { serve } from '../../local/front/server.ts'
import { Ses } from '../../local/mail/ses.ts'
import { policy } from '../../policy/in-force.ts'
import type { Right } from '../../policy/rights.ts'
import { quickFolder } from '../memory.ts'
import { startStore } from './dynamodb-local.ts'
import { openMailStores } from './mail-stores.ts'

const hour = 3_600_000
let now = Date.parse('2026-11-30T09:00:00.000Z')
const at = (): Instant => instant(now)
const most = policy.limits.mailsPerAddressAndDay

let store: Awaited<ReturnType<typeof startStore>>
let requests: Requests
let ses: Ses
let outbox: (event: unknown, context: object) => Promise<unknown>
let round: () => Promise<void>
const ends: Array<() => unknown> = []

beforeAll(async () => {
  store = await startStore()
  requests = new Requests(store.table, store.client)
  const state = quickFolder('oblige-ses-')
  const identities = [policy.mail.from.split('@')[1] ?? '']
  ses = await Ses.start({ state, clock: { instant: at }, region: 'eu-central-1', account: '000000000000', identities })
  const door = await serve(0, (request) => ses.handle(request))
  const machines = ['ERASURE', 'RESTORE', 'EXPORT', 'RESTRICTION', 'OBJECTION', 'RECTIFICATION', 'RECIPIENTS']
  const stores = await openMailStores(store, at, {
    ...{ POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true', AWS_ENDPOINT_URL_SES: door.url },
    ...Object.fromEntries(
      [...machines, 'ERASING_AGAIN', 'DISCLOSURE', 'IDENTITY'].map((name) => [`${name}_MACHINE`, 'arn']),
    ),
  })
  ends.push(
    stores.close,
    door.stop,
    () => ses.stop(),
    () => rmSync(state, { recursive: true, force: true }),
  )
  outbox = (await import('../../functions/outbox/handler.ts')).handler as unknown as typeof outbox
  const { startAgain } = await import('../../functions/round/start-again.ts')
  const { inPages } = await import('../../functions/round/pages.ts')
  const job = startAgain(
    {
      requests,
      effects: new Effects(store.table, store.client),
      indexes: new Indexes(store.table, store.client),
      letters: new MailLetters(store.table, store.client),
    },
    {} as never,
    {} as Arns,
  )
  round = async () => void (await inPages(job, '', at(), () => false))
})
beforeEach(() => {
  vi.spyOn(Date, 'now').mockImplementation(() => now)
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

async function asks(from: string, right: Right = 'access'): Promise<Request> {
  now += 1000
  const person = { address: new Personal(from), hash: `hash of ${from}` }
  return requests.save(received({ reference: reference(randomBytes(5)), right, language: 'en', person }, policy, at()))
}
async function after(request: Request, event: Event): Promise<Request> {
  const decision = decide(request, event, policy, at())
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return requests.save(decision)
}
const isLetter = (kind: LetterKind) => (one: { effect: { kind: string; letter?: string } }) =>
  one.effect.letter === kind
/** The stream tells of letters that were left about requests and are not done. */
async function tells(...of: readonly Request[]): Promise<void> {
  for (const { reference: one } of of) {
    const waiting = (await requests.load(one))?.waiting ?? []
    const left = waiting.filter(({ doneAt, effect }) => !doneAt && effect.kind === 'letter')
    const Records = left.map(({ id }, n) => ({
      dynamodb: { SequenceNumber: String(n), Keys: { pk: { S: `R#${one}` }, sk: { S: `outbox#${id}` } } },
    }))
    expect(await outbox({ Records }, {})).toEqual({ batchItemFailures: [] })
  }
}
const got = (address: string) => ses.mails().filter(({ to }) => to.includes(address))
const linkTo = (address: string, { reference: of }: Request) =>
  got(address).filter(({ headers }) => String(headers['x-oblige-letter']).startsWith(of)).length

test('who fills the form in somebody’s name keeps no code and no link of their own from its owner', async () => {
  const owner = 'owner.of.a.copy@example.org'
  const found: Event = {
    type: 'confirmed',
    found: { subject: new Personal({ keys: { account: ['a-1'] } }) },
    firstReceivedAt: at(),
  }
  const packaged = { files: [], bytes: 10, hash: 'x', key: 'k' } as never
  const gathering = await after(await after(await asks(owner), found), { type: 'gathered', outstanding: [] })
  const ready = await after(gathering, { type: 'packaged', package: packaged })
  const strangers = []
  for (let n = 0; n < most + 2; n++) strangers.push(await asks(owner, 'erasure'))
  await tells(...strangers)
  const asked = await after(ready, { type: 'code-asked' })
  await tells(asked)
  const code = (await requests.load(ready.reference))?.waiting.find(isLetter('download-code'))
  expect(code?.messageId).toBeDefined()
})

test('a link that was one too many on a day is sent on the next, one for each right', async () => {
  const owner = 'asked.too.often@example.org'
  const many = []
  for (let n = 0; n < most + 3; n++) many.push(await asks(owner))
  const other = await asks(owner, 'erasure')
  await tells(...many, other)
  expect(got(owner)).toHaveLength(most)
  now += hour
  await round()
  await tells(...many, other)
  expect(got(owner)).toHaveLength(most)

  now = Date.parse('2026-12-01T00:10:00.000Z')
  await round()
  await tells(...many, other)
  const last = many.at(-1) as Request
  expect([got(owner).length, linkTo(owner, last), linkTo(owner, other)]).toEqual([most + 2, 1, 1])
  for (const one of [...many, other])
    expect((await requests.load(one.reference))?.waiting.filter(({ doneAt }) => !doneAt)).toEqual([])
  now += 24 * hour
  await round()
  await tells(...many, other)
  expect(got(owner)).toHaveLength(most + 2)
})

test('of a request that has a link none comes the next day: a machine that answers each of them writes no more', async () => {
  now = Date.parse('2026-12-03T09:00:00.000Z')
  const machine = 'answers.everything@example.org'
  let request = await asks(machine)
  await tells(request)
  for (let n = 0; n < most; n++) {
    now += 1000
    const linkUntil = instant(now + 48 * hour)
    request = await after(request, { type: 'asked-again', linkUntil })
    await tells(request)
  }
  expect(got(machine)).toHaveLength(most)
  now += 24 * hour
  await round()
  await tells(request)
  expect(got(machine)).toHaveLength(most)
})

test('a link that ran out while it was held back is replaced by a new one, valid for as long as any', async () => {
  const owner = 'waited.for.long@example.org'
  const request = await asks(owner)
  if (request.status !== 'unverified') throw new Error(request.status)
  now = Date.parse(request.linkUntil) + 1000
  await tells(request)
  expect(got(owner)).toHaveLength(0)
  const again = await requests.request(request.reference)
  expect(again?.status === 'unverified' && again.linkUntil > at()).toBe(true)
  await tells(request)
  expect(got(owner)).toHaveLength(1)
})

import { randomBytes } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Effects } from '../../adapters/effects.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { newToken, tokenHash } from '../../adapters/keys.ts'
import { type KeptMail, Mails } from '../../adapters/mails.ts'
import { Requests } from '../../adapters/requests.ts'
import { Tokens } from '../../adapters/tokens.ts'
import { decide, received } from '../../domain/decide.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import { type Instant, instant, moved, shifted } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { Right } from '../../policy/rights.ts'
import { startStore } from './dynamodb-local.ts'
import { openMailStores } from './mail-stores.ts'

let store: Awaited<ReturnType<typeof startStore>>
let requests: Requests
let mails: Mails
let opening: typeof import('../../functions/ingest/opening.ts')
let confirm: (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>
const ends: Array<() => unknown> = []
const now = instant(Date.now())
const most = policy.limits.mailsPerAddressAndDay

beforeAll(async () => {
  store = await startStore()
  requests = new Requests(store.table, store.client)
  mails = new Mails(store.table, store.client)
  const silent = { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' }
  ends.push((await openMailStores(store, () => now, silent)).close)
  opening = await import('../../functions/ingest/opening.ts')
  confirm = (await import('../../functions/confirm/handler.ts')).handler as unknown as typeof confirm
})
afterAll(async () => {
  vi.unstubAllEnvs()
  vi.resetModules()
  for (const end of ends) await end()
  store?.stop()
})

const address = () => `${randomBytes(6).toString('hex')}@example.org`

/** A mail with somebody's address in From, which asks for something. @returns what the ingest is called with */
async function mailFrom(from: string, right: Right, at: Instant = now) {
  const opens = [{ right, reference: reference(randomBytes(5)) }]
  const kept: KeptMail = {
    ...{ id: randomBytes(16).toString('base64url'), messageId: `ses-${randomBytes(6).toString('hex')}`, verdicts: {} },
    ...{ receivedAt: at, plan: { to: 'open', rights: [right] }, because: [], opens },
  }
  await mails.keep(kept, moved(at, 'P90D', 'UTC'), at)
  const language = policy.languages[0] ?? 'en'
  return { ...{ opens, owner: from, writer: from, language, kept }, messageId: `${randomBytes(8).toString('hex')}@x` }
}
const asks = async (from: string, right: Right, at: Instant = now) => opening.open(await mailFrom(from, right, at), at)

async function waitingFor(from: string, right: Right, at: Instant = now) {
  const person = { address: new Personal(from), hash: await opening.mac.ofAddress(from) }
  return requests.save(received({ reference: reference(randomBytes(5)), right, language: 'en', person }, policy, at))
}
const historyOf = async (of: string) => (await requests.load(of))?.history.map(({ event }) => event)
const lettersOf = async (of: string) =>
  ((await requests.load(of))?.waiting ?? []).flatMap(({ effect }) => (effect.kind === 'letter' ? [effect.letter] : []))

/** Presses the button of a link to confirm. @param provesUntil when it ran out */
async function presses(of: string, provesUntil: Instant) {
  const token = newToken()
  const until = moved(now, 'P7D', 'UTC')
  await new Tokens(store.table, store.client).issue(
    tokenHash(token),
    { reference: of, purpose: 'confirm', provesUntil },
    until,
  )
  const { statusCode, body } = await confirm(
    {
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      ...{ pathParameters: { token }, routeKey: 'POST /requests/{token}/confirm', rawPath: '/', body: '' },
      ...{ isBase64Encoded: false, requestContext: { http: { method: 'POST' } } },
    } as unknown as APIGatewayProxyEventV2,
    { awsRequestId: '1' } as Context,
  )
  return { status: statusCode, body: JSON.parse(String(body)) }
}

test('mails in somebody’s name leave no more entries and letters in a day than an address gets, and each is answered once', async () => {
  const from = address()
  const { reference: of } = await waitingFor(from, 'access')
  for (let n = 0; n < 2 * most; n++) await asks(from, 'access', shifted(now, n + 1))
  const again = (times: number) => Array.from({ length: times }, () => 'asked-again')
  expect(await historyOf(of)).toEqual(['received', ...again(most)])
  expect(await lettersOf(of)).toHaveLength(1 + most)
  const one = await mailFrom(from, 'access')
  for (const at of [now, shifted(now, 60_000)]) await opening.open(one, at)
  expect((await mails.opening(one.kept.id, one.opens[0]?.reference ?? ''))?.about).toBe(of)
  expect(
    (await new Indexes(store.table, store.client).askedBy(await opening.mac.ofAddress(from))).map(
      ({ reference }) => reference,
    ),
  ).toEqual([of])

  await asks(from, 'access', shifted(now, 86_400_000))
  expect(await historyOf(of)).toEqual(['received', ...again(most + 1)])
})

test('a link that ran out brings no more new ones in a day however often it is pressed, and says the same each time', async () => {
  const { reference: of } = await waitingFor(address(), 'access')
  const answers = []
  for (let n = 0; n < most + 3; n++) answers.push(await presses(of, shifted(now, -1)))
  expect(await historyOf(of)).toHaveLength(1 + most)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(answers.at(-1)?.body.status).toEqual(answers[0]?.body.status)
})

test('mails about a request under way have its person told once a day, and no more than twenty of a day are kept with it', async () => {
  const from = address()
  const { reference: of } = await underWay(from)
  for (let n = 0; n < 24; n++) await asks(from, 'erasure', shifted(now, n + 1))
  expect((await lettersOf(of)).filter((one) => one === 'where-it-stands')).toHaveLength(1)
  expect((await requests.load(of))?.mails).toHaveLength(20)
  // What was not told nor kept is answered all the same, and brings no request of its own.
  const one = await mailFrom(from, 'erasure', shifted(now, 1000))
  await opening.open(one, shifted(now, 1000))
  expect((await mails.opening(one.kept.id, one.opens[0]?.reference ?? ''))?.about).toBe(of)
  expect(await new Indexes(store.table, store.client).askedBy(await opening.mac.ofAddress(from))).toHaveLength(1)

  await asks(from, 'erasure', shifted(now, 86_400_000))
  expect((await lettersOf(of)).filter((letter) => letter === 'where-it-stands')).toHaveLength(2)
  expect((await requests.load(of))?.mails).toHaveLength(21)
})

/** Something an address asked for, and confirmed. */
async function underWay(from: string) {
  const confirmed = decide(
    await waitingFor(from, 'erasure'),
    { type: 'confirmed', found: { subject: new Personal({ keys: { account: ['a-1'] } }) }, firstReceivedAt: now },
    policy,
    now,
  )
  if (confirmed.kind === 'refused') throw new Error(confirmed.reason)
  return requests.save(confirmed)
}

test('what was done already of a request that goes on is looked at without reading what else lies under it', async () => {
  const { reference: of } = await underWay(address())
  const calls: string[] = []
  const client = new DynamoDBClient(store.access)
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        calls.push(commandName)
        return next(args)
      },
    { step: 'initialize' },
  )
  const { Outbox } = await import('../../functions/outbox/outbox.ts')
  const none = {} as never
  const stores = { requests: new Requests(store.table, client), effects: new Effects(store.table, client) }
  const outbox = new Outbox(stores as never, none, none, none)
  await new Effects(store.table, store.client).markDone(of, '000002-0', now)
  expect(await outbox.carryOut(of, '000002-0', now)).toBe('done-before')
  expect(calls).toEqual(['GetItemCommand', 'GetItemCommand'])
})

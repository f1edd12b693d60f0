import { randomBytes } from 'node:crypto'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { Indexes } from '../../adapters/indexes.ts'
import { newToken, tokenHash } from '../../adapters/keys.ts'
import { type KeptMail, Mails } from '../../adapters/mails.ts'
import type { MailsAbout } from '../../adapters/mails-about.ts'
import { Requests } from '../../adapters/requests.ts'
import { decide, received } from '../../domain/decide.ts'
import { looked } from '../../domain/desk.ts'
import type { Event } from '../../domain/event.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import type { Decision } from '../../domain/step.ts'
import { instant, moved, shifted } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { Right } from '../../policy/rights.ts'
import { startStore } from './dynamodb-local.ts'
import { openMailStores } from './mail-stores.ts'

type Opening = typeof import('../../functions/ingest/opening.ts')
type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>

let store: Awaited<ReturnType<typeof startStore>>
let requests: Requests
let mails: Mails
let opening: Opening
let decideMail: Handler
/** The classes that the handlers' own copies of the modules use: between two calls of one, something else happens. */
let theirs: { Requests: typeof Requests; Mails: typeof Mails; MailsAbout: typeof MailsAbout }
const ends: Array<() => unknown> = []
const now = instant(Date.now())

beforeAll(async () => {
  store = await startStore()
  requests = new Requests(store.table, store.client)
  mails = new Mails(store.table, store.client)
  const stores = await openMailStores(store, () => now, {
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    POWERTOOLS_METRICS_DISABLED: 'true',
  })
  ends.push(stores.close)
  opening = await import('../../functions/ingest/opening.ts')
  decideMail = (await import('../../functions/decide-mail/handler.ts')).handler as unknown as Handler
  theirs = {
    Requests: (await import('../../adapters/requests.ts')).Requests,
    Mails: (await import('../../adapters/mails.ts')).Mails,
    MailsAbout: (await import('../../adapters/mails-about.ts')).MailsAbout,
  }
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

const address = () => `${randomBytes(6).toString('hex')}@example.org`
const opens = (right: Right) => [{ right, reference: reference(randomBytes(5)) }]

async function saves(decision: Decision): Promise<Request> {
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return await requests.save(decision)
}
const after = async (request: Request, event: Event) => saves(decide(request, event, policy, now))
async function asks(right: Right, from: string): Promise<Request> {
  const person = { address: new Personal(from), hash: await opening.mac.ofAddress(from) }
  return saves(received({ reference: reference(randomBytes(5)), right, language: 'en', person }, policy, now))
}
/** A colleague looks at a request: one more entry, and nothing else changes. */
async function isLookedAt({ reference: of }: Request): Promise<void> {
  const request = await requests.request(of)
  if (request) await saves(looked(request, 'officer 00000001', policy, now))
}
const statusOf = async (of: string) => (await requests.request(of))?.status
const lettersOf = async (of: string) =>
  ((await requests.load(of))?.waiting ?? []).flatMap(({ effect }) => (effect.kind === 'letter' ? [effect.letter] : []))

/** A mail that somebody has to decide on, with a link to it. */
async function toDecide(): Promise<{ mail: KeptMail; token: string }> {
  const mail: KeptMail = {
    ...{ id: randomBytes(16).toString('base64url'), messageId: `ses-${randomBytes(4).toString('hex')}`, verdicts: {} },
    ...{ receivedAt: now, plan: { to: 'decide', why: 'unsure', guess: [] }, because: [], opens: [] },
  }
  await mails.keep(mail, moved(now, 'P90D', 'UTC'), now)
  const token = newToken()
  await mails.issueLink(tokenHash(token), mail.id, moved(now, 'P1D', 'UTC'))
  return { mail, token }
}
async function presses(token: string, fields: Record<string, string>): Promise<{ status: number; rights?: string[] }> {
  const { statusCode, body } = await decideMail(
    {
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      ...{ pathParameters: { token }, routeKey: 'POST /mails/{token}', rawPath: '/', isBase64Encoded: false },
      requestContext: { http: { method: 'POST' } },
      body: new URLSearchParams(fields).toString(),
    } as unknown as APIGatewayProxyEventV2,
    { awsRequestId: '1' } as Context,
  )
  return { status: statusCode ?? 0, rights: JSON.parse(String(body)).decided?.rights }
}
/** Statuses and rights of what an address asked for. */
async function askedBy(from: string): Promise<readonly string[]> {
  const all = await new Indexes(store.table, store.client).askedBy(await opening.mac.ofAddress(from))
  return all.map(({ right, status }) => `${right} ${status}`)
}

test.each([
  ['for somebody else', (other: string) => ({ decision: 'open', access: 'on', owner: other })],
  ['that it is no request', () => ({ decision: 'none' })],
])(
  'of two colleagues who decide on a mail the same moment the first one’s person gets the link, whatever the second decided: %s',
  async (_, otherwise) => {
    const { mail, token } = await toDecide()
    const [one, two] = [address(), address()]
    const original = theirs.Mails.prototype.decide
    let second: Awaited<ReturnType<typeof presses>> | undefined
    vi.spyOn(theirs.Mails.prototype, 'decide').mockImplementationOnce(async function (this: Mails, ...given) {
      const decided = await original.apply(this, given)
      // It is decided, and nothing was opened yet.
      second = await presses(token, otherwise(two))
      return decided
    })
    const first = await presses(token, { decision: 'open', erasure: 'on', owner: one })
    expect([first, second]).toEqual([
      { status: 200, rights: ['erasure'] },
      { status: 200, rights: ['erasure'] },
    ])
    expect([await askedBy(one), await askedBy(two)]).toEqual([['erasure unverified'], []])
    expect((await mails.get(mail.id))?.settledAt).toBeDefined()
    expect(JSON.stringify(await mails.get(mail.id))).not.toContain(one)
  },
)

test('pressed again after a crash a decision opens the same request; one that died is followed by another, and not before', async () => {
  const { mail, token } = await toDecide()
  const [one, two] = [address(), address()]
  const dies = vi.spyOn(theirs.Mails.prototype, 'settle').mockRejectedValueOnce(new Error('died'))
  expect((await presses(token, { decision: 'open', erasure: 'on', owner: one })).status).toBe(500)
  expect(await askedBy(one)).toEqual(['erasure unverified'])
  expect(await presses(token, { decision: 'open', access: 'on', owner: two })).toEqual({
    ...{ status: 200, rights: ['erasure'] },
  })
  expect(await askedBy(two)).toEqual([])
  expect((await presses(token, { decision: 'open', erasure: 'on', owner: one })).status).toBe(200)
  expect(await askedBy(one)).toEqual(['erasure unverified'])
  expect(dies).toHaveBeenCalledTimes(2)

  const left = await toDecide()
  const died = { at: shifted(now, -61_000), opens: opens('erasure'), form: 'of a call that died' }
  await mails.decide(left.mail.id, died, now)
  expect(await presses(left.token, { decision: 'open', access: 'on', owner: two })).toEqual({
    ...{ status: 200, rights: ['access'] },
  })
  expect(await askedBy(two)).toEqual(['access unverified'])
  expect((await mails.get(mail.id))?.decided?.opens).toHaveLength(1)
})

test.each([
  ['from the person themselves', true],
  ['that nothing proves', false],
])('what a mail %s says is right is not lost because a colleague looks at the request then', async (_, isProven) => {
  const from = address()
  const found = { subject: new Personal({ keys: { account: ['a-1'] } }) }
  const asked = await asks('rectification', from)
  const stating = await after(asked, { type: 'confirmed', found, firstReceivedAt: now })
  expect(stating.status).toBe('stating')
  const original = theirs.Requests.prototype.save
  vi.spyOn(theirs.Requests.prototype, 'save').mockImplementationOnce(async function (this: Requests, ...given) {
    await isLookedAt(stating)
    return original.apply(this, given)
  })
  await opening.state(stating.reference, 'The post of May is not mine.', isProven, 'mail-1', now)
  const then = await requests.request(stating.reference)
  const person = then && 'person' in then ? then.person : undefined
  const said = isProven ? person?.stated?.reveal().statement : person?.proposed?.reveal()
  expect(said).toBe('The post of May is not mine.')
  expect(then?.status).toBe(isProven ? 'deciding' : 'stating')
})

/** A mail that asks for something, and what is kept of it. */
async function mailFrom(owner: string, right: Right) {
  const kept: KeptMail = {
    ...{ id: randomBytes(16).toString('base64url'), messageId: `ses-${randomBytes(4).toString('hex')}`, verdicts: {} },
    ...{ receivedAt: now, plan: { to: 'open', rights: [right] }, because: [], opens: opens(right) },
  }
  await mails.keep(kept, moved(now, 'P90D', 'UTC'), now)
  return { opens: kept.opens, owner, writer: owner, language: 'en' as const, messageId: undefined, kept }
}

test('who writes the moment their request ends is answered by a new one, because nobody is in the old one any more to hear of it', async () => {
  const from = address()
  const asked = await asks('erasure', from)
  const found = { subject: new Personal({ keys: { account: ['a-2'] } }) }
  let request = await after(asked, { type: 'confirmed', found, firstReceivedAt: now })
  for (const event of [{ type: 'restriction-settled', outstanding: [] }, { type: 'restore-asked' }] as const)
    request = await after(request, event)
  const original = theirs.Requests.prototype.openOf
  vi.spyOn(theirs.Requests.prototype, 'openOf').mockImplementationOnce(async function (this: Requests, hash) {
    const open = await original.call(this, hash)
    const closed = await after(request, { type: 'release-settled', outstanding: [] })
    await after(closed, { type: 'told' })
    return open
  })
  const mail = await mailFrom(from, 'erasure')
  await opening.open(mail, now)
  expect(await lettersOf(request.reference)).not.toContain('where-it-stands')
  const fresh = mail.opens[0]?.reference ?? ''
  expect(await statusOf(fresh)).toBe('unverified')
  expect(await lettersOf(fresh)).toEqual(['confirm-request'])
  expect((await requests.load(fresh))?.mails).toHaveLength(1)
})

test('who asks again gets a new link, also when a colleague looks at the request then, and one where two ask at once', async () => {
  const later = shifted(now, 60_000)
  const linkUntil = moved(later, policy.periods.confirmLink, policy.company.timeZone)
  const original = theirs.Requests.prototype.save
  for (const [happens, letters] of [
    [isLookedAt, 2],
    [async (request: Request) => void (await after(request, { type: 'asked-again', linkUntil })), 2],
  ] as const) {
    const from = address()
    const waiting = await asks('access', from)
    vi.spyOn(theirs.Requests.prototype, 'save').mockImplementationOnce(async function (this: Requests, ...given) {
      await happens(waiting)
      return original.apply(this, given)
    })
    const mail = await mailFrom(from, 'access')
    for (const at of [later, shifted(later, 60_000)]) await opening.open(mail, at)
    expect(await lettersOf(waiting.reference)).toHaveLength(letters)
    expect(await requests.request(waiting.reference)).toMatchObject({ status: 'unverified', linkUntil })
    expect(await askedBy(from)).toEqual(['access unverified'])
  }
})

test('a mail that is delivered twice at once is answered once, and opens one request', async () => {
  const from = address()
  const mail = await mailFrom(from, 'erasure')
  await Promise.all([opening.open(mail, now), opening.open(mail, now)])
  expect(await askedBy(from)).toEqual(['erasure unverified'])
  expect(await lettersOf(mail.opens[0]?.reference ?? '')).toEqual(['confirm-request'])
})

/** Lambda tries again what died, a minute later and two after that. */
const tries = [later(1), later(3)]
/** So many minutes later. */
function later(minutes: number) {
  return shifted(now, minutes * 60_000)
}

test('a mail that asks again brings one new link, however often the function dies before it noted that the mail is done', async () => {
  const from = address()
  const waiting = await asks('access', from)
  const mail = await mailFrom(from, 'access')
  await opening.open(mail, later(0.5))
  for (const at of tries) await opening.open(mail, at)
  expect(await lettersOf(waiting.reference)).toEqual(['confirm-request', 'confirm-request'])
  expect((await mails.opening(mail.kept.id, mail.opens[0]?.reference ?? ''))?.about).toBe(waiting.reference)
  expect((await requests.load(waiting.reference))?.mails).toHaveLength(1)
  expect(await askedBy(from)).toEqual(['access unverified'])

  // Dead between the new link and the note about which mail came in.
  vi.spyOn(theirs.MailsAbout.prototype, 'keep').mockRejectedValueOnce(new Error('died'))
  const another = await mailFrom(from, 'access')
  await expect(opening.open(another, later(4))).rejects.toThrow('died')
  await opening.open(another, later(5))
  expect(await lettersOf(waiting.reference)).toHaveLength(3)
  expect((await requests.load(waiting.reference))?.mails).toHaveLength(2)
  // Two tries at once.
  const third = await mailFrom(from, 'access')
  await Promise.all([opening.open(third, later(6)), opening.open(third, later(7))])
  expect(await lettersOf(waiting.reference)).toHaveLength(4)
})

test('a mail that was answered is not answered again by what its request has become when it is tried once more', async () => {
  const found = { subject: new Personal({ keys: { account: ['a-3'] } }) }
  const confirms = (request: Request) => after(request, { type: 'confirmed', found, firstReceivedAt: now })
  // It asked again, and the new link was pressed before the next try.
  const [one, two, three] = [address(), address(), address()]
  const waiting = await asks('erasure', one)
  const again = await mailFrom(one, 'erasure')
  await opening.open(again, later(1))
  await confirms((await requests.request(waiting.reference)) ?? waiting)
  const before = await lettersOf(waiting.reference)
  for (const at of tries) await opening.open(again, at)
  expect(await lettersOf(waiting.reference)).toEqual(before)

  // It opened a request, which was confirmed.
  const opens = await mailFrom(two, 'erasure')
  await opening.open(opens, later(1))
  const own = opens.opens[0]?.reference ?? ''
  await confirms((await requests.request(own)) ?? waiting)
  for (const at of tries) await opening.open(opens, at)
  expect(await lettersOf(own)).not.toContain('where-it-stands')

  // It was told where the request stands, which then was over.
  let request = await confirms(await asks('erasure', three))
  const asksWhere = await mailFrom(three, 'erasure')
  await opening.open(asksWhere, later(1))
  expect(await lettersOf(request.reference)).toContain('where-it-stands')
  for (const event of [
    { type: 'restriction-settled', outstanding: [] },
    { type: 'restore-asked' },
    { type: 'release-settled', outstanding: [] },
    { type: 'told' },
  ] as const)
    request = await after(request, event)
  for (const at of tries) await opening.open(asksWhere, at)
  expect(await statusOf(asksWhere.opens[0]?.reference ?? '')).toBeUndefined()
})

test('a colleague who presses again after a crash has one new link sent', async () => {
  const { token } = await toDecide()
  const from = address()
  const waiting = await asks('access', from)
  vi.spyOn(theirs.Mails.prototype, 'settle').mockRejectedValueOnce(new Error('died'))
  const fields = { decision: 'open', access: 'on', owner: from }
  expect((await presses(token, fields)).status).toBe(500)
  expect((await presses(token, fields)).status).toBe(200)
  expect(await lettersOf(waiting.reference)).toEqual(['confirm-request', 'confirm-request'])
})

import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Effects } from '../../adapters/effects.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { MailLetters } from '../../adapters/mail-letters.ts'
import { Mails } from '../../adapters/mails.ts'
import { Requests } from '../../adapters/requests.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Arns } from '../../functions/entry/machines.ts'
import { serve } from '../../local/front/server.ts'
import { Ses } from '../../local/mail/ses.ts'
import type { S3 } from '../../local/s3/s3.ts'
import { policy } from '../../policy/in-force.ts'
import { quickFolder } from '../memory.ts'
import { startStore } from './dynamodb-local.ts'
import { openMailStores } from './mail-stores.ts'

type Handler = (event: unknown, context: object) => Promise<unknown>

const minute = 60_000
const hour = 60 * minute
const start = Date.parse('2026-11-30T09:00:00.000Z')
let now = start
const at = (): Instant => instant(now)
const { officer } = policy.company

let store: Awaited<ReturnType<typeof startStore>>
let s3: S3
let ses: Ses
let ingest: Handler
let outbox: Handler
let round: () => Promise<void>
/** Of the classes that the handlers' own copies of the modules use. */
let theirs: { readonly Mails: typeof Mails; readonly MailLetters: typeof MailLetters }
const ends: Array<() => unknown> = []

beforeAll(async () => {
  store = await startStore()
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
  s3 = stores.s3
  ends.push(
    stores.close,
    door.stop,
    () => ses.stop(),
    () => rmSync(state, { recursive: true, force: true }),
  )
  ingest = (await import('../../functions/ingest/handler.ts')).handler as unknown as Handler
  outbox = (await import('../../functions/outbox/handler.ts')).handler as unknown as Handler
  theirs = {
    Mails: (await import('../../adapters/mails.ts')).Mails,
    MailLetters: (await import('../../adapters/mail-letters.ts')).MailLetters,
  }
  const { startAgain } = await import('../../functions/round/start-again.ts')
  const { inPages } = await import('../../functions/round/pages.ts')
  const job = startAgain(
    {
      requests: new Requests(store.table, store.client),
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

const agents =
  'on behalf of my client, Mr Noah Vane, I request the erasure of all his personal data under Article 17 GDPR.'

type Came = { readonly from: string; readonly name: string; readonly told: unknown }
/** A mail of somebody who writes for another lies in the bucket, and SES tells of it. */
function comes(from = `${randomBytes(6).toString('hex')}@example.org`): Came {
  const messageId = randomBytes(20).toString('hex')
  const raw = `From: ${from}\r\nTo: info@papyra.example.com\r\nMessage-ID: <${messageId}@example.org>\r\nSubject: My client\r\n\r\nDear Sir or Madam,\r\n\r\n${agents}\r\n\r\nKind regards\r\n`
  s3.put('mails', `mails/${messageId}`, Buffer.from(raw), 'message/rfc822')
  const passed = { status: 'PASS' }
  const receipt = { spamVerdict: passed, virusVerdict: passed, spfVerdict: passed, dkimVerdict: passed }
  const ses = { mail: { messageId, timestamp: at() }, receipt: { ...receipt, dmarcVerdict: passed } }
  return { from, name: messageId.slice(0, 8), told: { Records: [{ ses }] } }
}
const takes = ({ told }: Came) => ingest(told, { getRemainingTimeInMillis: () => 2 * minute })

/** Letters of mails as they lie in the table, those of one mail by its name. */
async function left({ name }: Came) {
  const all = { TableName: store.table, FilterExpression: 'begins_with(pk, :mail) AND contains(sk, :name)' }
  const values = { ':mail': { S: 'I#' }, ':name': { S: `-${name}` } }
  const { Items = [] } = await store.client.send(new ScanCommand({ ...all, ExpressionAttributeValues: values }))
  return Items.map((one) => unmarshall(one))
}
/** The stream tells of what was left of a mail. @returns what is given back */
async function tells(came: Came): Promise<unknown> {
  const all = (await left(came)).toSorted((a, b) => (a.sk < b.sk ? -1 : 1))
  const Records = all.map(({ pk, sk }, n) => ({
    dynamodb: { SequenceNumber: String(n), Keys: { pk: { S: pk }, sk: { S: sk } } },
  }))
  return outbox({ Records }, {})
}
/** What went out because of a mail, by the letters' names. */
const sent = ({ name }: Came) =>
  ses
    .mails()
    .filter(({ headers }) => String(headers['x-oblige-letter']).endsWith(name))
    .map(({ to, headers }) => `${headers['x-oblige-letter']} to ${to}`)
const both = ({ from, name }: Came) => [`agent-${name} to ${from}`, `mail-${name} to ${officer}`]

test('who writes for somebody else and the officer get one letter each, at whatever place the function died that read the mail, and however often it came', async () => {
  const dying: ReadonlyArray<() => unknown> = [
    () => vi.spyOn(theirs.Mails.prototype, 'done').mockRejectedValueOnce(new Error('died')),
    () => {
      const original = theirs.MailLetters.prototype.leave
      let times = 0
      vi.spyOn(theirs.MailLetters.prototype, 'leave').mockImplementation(async function (this: MailLetters, ...given) {
        await original.apply(this, given)
        times += 1
        // The first time after one letter, then after both.
        if (times === 1 || times === 3) throw new Error('died')
      })
    },
  ]
  for (const dies of dying) {
    const came = comes()
    dies()
    await expect(takes(came)).rejects.toThrow()
    await tells(came)
    await takes(came).catch(() => undefined)
    await tells(came)
    await Promise.all([takes(came), takes(came)])
    for (let times = 0; times < 2; times++) await tells(came)
    expect(sent(came)).toEqual(both(came))
  }
})

test('a letter about a mail answers it, and whom it went to is forgotten when it is out', async () => {
  const came = comes()
  await takes(came)
  expect(JSON.stringify(await left(came))).toContain(came.from)
  await tells(came)
  expect(JSON.stringify(await left(came))).not.toContain(came.from)
  const [toWriter] = ses.mails().filter(({ to }) => to.includes(came.from))
  expect(toWriter?.headers['in-reply-to']).toContain(came.name)
  for (const one of await left(came)) expect([one.doneAt, one.moves]).toEqual([at(), undefined])
  for (const one of await left(came)) expect(one.expires).toBeGreaterThan(now / 1000)
})

test('no address gets more letters for mails in a day than anybody can set off, and the officer hears of each', async () => {
  const from = 'writes.for.many@example.org'
  const limit = policy.limits.mailsPerAddressAndDay
  const mails = Array.from({ length: limit + 3 }, () => comes(from))
  for (const came of mails) {
    await takes(came)
    await tells(came)
  }
  const all = mails.flatMap(sent)
  expect(all.filter((one) => one.startsWith('agent-'))).toHaveLength(limit)
  expect(all.filter((one) => one.startsWith('mail-'))).toHaveLength(limit + 3)
  now += 24 * hour
  const next = comes(from)
  await takes(next)
  await tells(next)
  expect(sent(next)).toEqual(both(next))
})

test('a letter about a mail that SES does not take is put aside after two minutes, holds up nothing, and is left anew every hour until it goes', async () => {
  const came = comes()
  await takes(came)
  ses.failNext(1_000, 'AccountSendingPausedException')
  expect(await tells(came)).toMatchObject({ batchItemFailures: [{}] })
  now += 3 * minute
  expect(await tells(came)).toEqual({ batchItemFailures: [] })
  for (let hours = 0; hours < 3; hours++) {
    now += hour
    await round()
    now += 3 * minute
    expect(await tells(came)).toEqual({ batchItemFailures: [] })
  }
  expect(sent(came)).toEqual([])
  ses.failNext(0, '')
  now += hour
  for (let times = 0; times < 2; times++) {
    await round()
    await tells(came)
  }
  expect(sent(came)).toEqual(both(came))
  expect(JSON.stringify(await left(came))).not.toContain(came.from)
})

test('what somebody has decided meanwhile nobody is asked to decide', async () => {
  const came = comes()
  await takes(came)
  const [one] = await left(came)
  const mails = new Mails(store.table, store.client)
  await mails.settle(String(one?.mail), at())
  await tells(came)
  expect(sent(came)).toEqual(both(came).slice(0, 1))
})

/** The officer's letters about more than one mail, as text. */
const ofMany = () =>
  ses.mails().filter(({ to, subject }) => to.includes(officer) && / more e-mails? to decide on/.test(subject ?? ''))
const linksIn = (text: string) => new Set(text.match(/\/mails\/[\w-]{43}/g) ?? [])

test('of more mails in a day than the officer has letters for, one letter on the next tells, with a link to each', async () => {
  now = Date.parse('2027-01-11T09:00:00.000Z')
  const limit = policy.limits.mailsToDecideADay
  // Of each writer one, so that nobody else's number is used up.
  const mails = Array.from({ length: limit + 4 }, () => comes())
  for (const came of mails) {
    await takes(came)
    expect(await tells(came)).toEqual({ batchItemFailures: [] })
  }
  const told = () => mails.flatMap(sent).filter((one) => one.startsWith('mail-'))
  expect(told()).toHaveLength(limit)
  // One is decided before anybody is told of it: then there is nothing to tell.
  const decided = mails.at(-1) as Came
  const [row] = await left(decided)
  await new Mails(store.table, store.client).settle(String(row?.mail), at())
  now += hour
  await round()
  for (const came of mails) await tells(came)
  expect([told().length, ofMany().length]).toEqual([limit, 0])

  now = Date.parse('2027-01-12T00:10:00.000Z')
  for (let days = 0; days < 2; days++) {
    await round()
    for (const came of mails) await tells(came)
    now += 24 * hour
  }
  const [letter, ...others] = ofMany()
  expect(others).toEqual([])
  expect(letter?.subject).toContain('3 more e-mails')
  const untold = mails.slice(limit, -1)
  for (const { name } of untold) expect(letter?.text).toContain(name)
  expect(letter?.text).not.toContain(decided.name)
  expect(linksIn(letter?.text ?? '').size).toBe(untold.length)
  for (const came of mails) for (const one of await left(came)) expect(one.doneAt).toBeDefined()
}, 240_000)

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { SESClient } from '@aws-sdk/client-ses'
import { marshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Announcements } from '../../adapters/announcements.ts'
import { MailOut } from '../../adapters/mail.ts'
import { Mailing } from '../../adapters/mailing.ts'
import { Sent } from '../../adapters/sent.ts'
import { announced } from '../../domain/announcement.ts'
import { type Day, type Instant, instant, shifted } from '../../domain/time.ts'
import { type Ends, sliceOf } from '../../functions/announce/slice.ts'
import { Ses } from '../../local/mail/ses.ts'
import { account } from '../../local/template/assembly.ts'
import { policy } from '../../policy/in-force.ts'
import { clientSetting, serveAlone } from '../local/services/serve-alone.ts'
import { promise } from '../promise.ts'
import { openUnusedAccounts } from './unused-accounts.ts'

/** Few, so that a small company takes slices and days. */
const limits = { aDay: 30, aSecond: 20 }
const wide = { aDay: 1000, aSecond: 1000 }
const accounts = 15
const now = instant('2027-01-10T09:00:00.000Z')
const state = mkdtempSync(join(tmpdir(), 'oblige-announcements-'))
let store: Awaited<ReturnType<typeof openUnusedAccounts>>
let ses: Ses
let door: Awaited<ReturnType<typeof serveAlone>>
let ends: Ends

beforeAll(async () => {
  store = await openUnusedAccounts()
  ses = await Ses.start({
    ...{ state, account, region: 'eu-central-1', clock: { instant: () => now } },
    identities: [policy.mail.from.split('@')[1] ?? ''],
  })
  door = await serveAlone(ses)
  const client = new SESClient({ ...clientSetting(door.url), maxAttempts: 1 })
  ends = {
    ...store.ends,
    announcements: new Announcements(store.table, store.client),
    mailing: new Mailing(store.table, store.client),
    sent: new Sent(store.table, store.client),
    mail: new MailOut(policy.mail.from, policy.company.name, policy.mail.replyTo, 'eu-central-1', client),
  }
  // 40 people with one account each, one with three, and one without an address.
  await store.add(40, '2026-12-01' as Day)
  const { table, attribute, keys, language = 'language' } = policy.directory
  const put = (id: string, address?: string) =>
    store.client.send(
      new PutItemCommand({
        TableName: table,
        Item: marshall({
          [Object.values(keys)[0] ?? 'id']: id,
          ...(address ? { [attribute]: address, [language]: 'de' } : {}),
        }),
      }),
    )
  for (const id of ['m-1', 'm-2', 'm-3']) await put(id, 'many@example.org')
  await put('none')
}, 120_000)
afterAll(async () => {
  await door?.stop()
  store?.stop()
  rmSync(state, { recursive: true, force: true })
})

const begin = (version: string, at: Instant, mail = true) =>
  ends.announcements.begin(
    announced(
      {
        ...{ version, mail, from: '2027-03-01' as Day },
        summary: { en: `New in ${version}`, de: `Neu in ${version}` },
        url: { en: 'https://www.example.com/privacy' },
      },
      at,
    ),
  )
const announcement = async (version: string) =>
  (await ends.announcements.all()).find((one) => one.version === version) ?? expect.fail(`${version} is not there`)
const lettersOf = (version: string) => ses.mails().filter(({ subject }) => subject.endsWith(`: ${version}`))
const readers = (version: string) => lettersOf(version).map(({ to }) => to[0] ?? '')

/** As its machine does it: slice after slice, from one day to the next. Answers letters by day. */
async function run(from: Instant, within = limits): Promise<Readonly<Record<string, number>>> {
  const days: Record<string, number> = {}
  let at = from
  for (let more = true; more; ) {
    const before = ses.mails().length
    const slice = await sliceOf(ends, within, at, accounts)
    const letters = ses.mails().length - before
    if (letters > 0) days[at.slice(0, 10)] = (days[at.slice(0, 10)] ?? 0) + letters
    // The pace is kept: so many letters are worth so many seconds.
    if (slice.more)
      expect(Date.parse(slice.at) - Date.parse(at)).toBeGreaterThanOrEqual((letters / within.aSecond) * 1000)
    more = slice.more
    at = slice.at > at ? slice.at : at
  }
  return days
}

promise(
  'N13',
  'everybody who has an account gets one letter, in their language, and no more on a day than the limit',
  async () => {
    await begin('v1', now)
    expect(await run(now)).toEqual({ '2027-01-10': 30, '2027-01-11': 11 })
    expect(new Set(readers('v1')).size).toBe(41)
    expect(readers('v1')).toHaveLength(41)
    expect(await announcement('v1')).toMatchObject({
      doneAt: expect.stringContaining('2027-01-11'),
      told: { sent: 41, withheld: 0, refused: 0 },
    })
    expect(await announcement('v1')).not.toHaveProperty('after')
    const many = ses.mails().find(({ to }) => to[0] === 'many@example.org')
    expect(many?.subject).toBe('Unsere Datenschutzerklärung ändert sich: v1')
    expect(many?.text).toContain('Neu in v1')
    expect(many?.text).toContain('https://www.example.com/privacy')
  },
  120_000,
)

promise(
  'N13',
  'who wants no news is told; who called a letter spam is told by the note alone',
  async () => {
    const at = instant('2027-02-01T09:00:00.000Z')
    const mark = async (name: string, by: 'form' | 'complaint') =>
      ends.mailing.mark(await ends.mac.ofAddress(`${name}@example.org`), 'all', { suppressed: true, since: at, by })
    await mark('a-1', 'form')
    await mark('a-2', 'complaint')
    await begin('v2', at)
    await run(at, wide)
    expect(readers('v2')).toContain('a-1@example.org')
    expect(readers('v2')).not.toContain('a-2@example.org')
    expect((await announcement('v2')).told).toEqual({ sent: 40, withheld: 1, refused: 0 })
  },
  120_000,
)

promise(
  'N13',
  'two machines at once, and one whose mail fails amid a slice, tell everybody once',
  async () => {
    const at = instant('2027-03-01T09:00:00.000Z')
    await begin('v3', at)
    ses.failNext(1, 'Throttling')
    const both = await Promise.allSettled([sliceOf(ends, wide, at, accounts), sliceOf(ends, wide, at, accounts)])
    expect(both.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    expect((await announcement('v3')).doneAt).toBeUndefined()
    await run(shifted(at, 1000), wide)
    expect(new Set(readers('v3')).size).toBe(40)
    expect(readers('v3')).toHaveLength(40)
    expect(await announcement('v3')).toMatchObject({ doneAt: expect.any(String), told: { sent: 40, withheld: 1 } })
  },
  120_000,
)

test('a letter that somebody claimed and never sent, because they died, is sent when they must be dead', async () => {
  const at = instant('2027-04-01T09:00:00.000Z')
  await begin('v4', at)
  const hash = await ends.mac.ofAddress('a-7@example.org')
  expect(await ends.announcements.claim('v4', hash, at, 1000)).toBe('claimed')
  let slice = await sliceOf(ends, wide, shifted(at, 1000), accounts)
  while (!slice.outcomes.includes('under-way')) slice = await sliceOf(ends, wide, shifted(at, 1000), accounts)
  expect(readers('v4')).not.toContain('a-7@example.org')
  const { after } = await announcement('v4')
  await sliceOf(ends, wide, shifted(at, 1000), accounts)
  expect((await announcement('v4')).after).toBe(after)
  await run(slice.at, wide)
  expect(readers('v4').filter((one) => one === 'a-7@example.org')).toHaveLength(1)
  expect(readers('v4')).toHaveLength(40)
}, 120_000)

test('an address that SES takes no letter for holds up nobody, and is counted', async () => {
  const at = instant('2027-05-01T09:00:00.000Z')
  await begin('v5', at)
  ses.failNext(1, 'MessageRejected')
  await run(at, wide)
  expect((await announcement('v5')).told).toEqual({ sent: 39, withheld: 1, refused: 1 })
  expect(readers('v5')).toHaveLength(39)
}, 120_000)

test('of two announcements the older one goes out first, and one without mail writes to nobody', async () => {
  const at = instant('2027-06-01T09:00:00.000Z')
  await begin('v8', shifted(at, 1))
  await begin('v7', at)
  await begin('v6', at, false)
  await run(shifted(at, 10), wide)
  const order = ses.mails().map(({ subject }) => subject.split(': ')[1])
  expect(order.indexOf('v8')).toBeGreaterThan(order.lastIndexOf('v7'))
  expect(lettersOf('v6')).toEqual([])
  expect((await announcement('v6')).doneAt).toBe(at)
}, 120_000)

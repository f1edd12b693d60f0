import { createPublicKey, verify } from 'node:crypto'
import canonicalize from 'canonicalize'
import { expect, test } from 'vitest'
import policy from '../../demo/policy.ts'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { program } from './company.ts'
import { visible } from './house.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

const aDay = 86_400_000
const now = () => house.cloud.clock.now()
const daysAgo = (days: number) => new Date(now() - days * aDay).toISOString()
const software = () => program('application', 'Use')

/** The company's application says when accounts were used. */
const uses = (accounts: readonly string[], at: string) =>
  software().calls('POST', '/company/activity', { accounts: accounts.map((key) => ({ key, at })) })

const subjects = async (email: string) =>
  (await new Person(house.cloud, email).mails()).map(({ subject }) => subject.replace(/: OB-.*/, ''))

const [kept, left, held, busy, clicked, asked] = [90, 91, 92, 93, 94, 95].map(somebody) as [
  ReturnType<typeof somebody>,
  ReturnType<typeof somebody>,
  ReturnType<typeof somebody>,
  ReturnType<typeof somebody>,
  ReturnType<typeof somebody>,
  ReturnType<typeof somebody>,
]
const everybody = [kept, left, held, busy, clicked, asked]
let before: Awaited<ReturnType<typeof house.sees>>
let scheduledAt: number
let knownBefore: number

/** Accounts of which something is known. */
const known = async () => new Set((await house.rowsBeginning('A#')).filter((key) => key !== 'A#removals')).size

promise(
  'N6',
  'an account that nobody used for 180 days is scheduled for removal, and its person told; an account in use, or restricted, is left alone',
  async () => {
    // Noon: the round of the day is over, and it is the same day in Berlin.
    const noon = new Date(now() + aDay)
    noon.setUTCHours(12, 0, 0, 0)
    await house.cloud.clock.advance(noon.toISOString())
    before = await house.sees(kept.accounts)
    knownBefore = await known()
    const restriction = await new Person(house.cloud, held.email).asksAndConfirms('restriction')
    const answer = await uses(
      everybody.flatMap(({ accounts }) => accounts),
      daysAgo(179),
    )
    expect(answer).toMatchObject({ status: 200, json: { stays: [], tooLate: [], inTheFuture: [] } })
    expect(visible(await house.sees(kept.accounts)).length).toBeGreaterThan(0)
    await house.cloud.clock.advance('P1D')
    for (const { email } of everybody) expect(await subjects(email)).not.toContain('Your account will be removed')
    await uses(busy.accounts, daysAgo(0))
    await house.cloud.clock.advance('P1D')
    scheduledAt = now()
    for (const { email } of [kept, left, clicked, asked])
      expect((await subjects(email)).at(-1)).toBe('Your account will be removed')
    for (const { email } of [held, busy]) expect(await subjects(email)).not.toContain('Your account will be removed')
    expect((await new Person(house.cloud, held.email).sees(restriction.link)).status).toBe('held')
    expect(await new Person(house.cloud, held.email).presses(restriction.link, 'restore')).toBe(200)
    expect(visible(await house.sees(held.accounts)).length).toBeGreaterThan(0)
  },
  240_000,
)

promise('N16', 'data of an account that is not used are available to nobody', async () => {
  for (const { accounts } of [kept, left]) expect(visible(await house.sees(accounts))).toEqual([])
  expect(visible(await house.sees(busy.accounts)).length).toBeGreaterThan(0)
  const person = new Person(house.cloud, left.email)
  expect(await person.sees(await person.link())).toMatchObject({
    status: 'grace',
    inactive: { lastUsed: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    actions: ['restore', 'erase-now', 'copy'],
  })
})

promise(
  'N5',
  'one click keeps an account that nobody used, and its 180 days begin anew',
  async () => {
    const person = new Person(house.cloud, clicked.email)
    const link = await person.link()
    expect(await person.presses(link, 'restore')).toBe(200)
    expect((await person.sees(link)).status).toBe('restored')
    expect((await subjects(clicked.email)).at(-1)).toBe('Your account stays')
    expect(visible(await house.sees(clicked.accounts)).length).toBeGreaterThan(0)
  },
  120_000,
)

test('who asks for erasure while the removal is scheduled is erased by request, and using the account does not undo it', async () => {
  const person = new Person(house.cloud, asked.email)
  const removal = await person.link()
  const { link } = await person.asksAndConfirms('erasure')
  expect((await person.sees(link)).reference).toBe((await person.sees(removal)).reference)
  expect(await person.sees(removal)).not.toHaveProperty('inactive')
  expect((await uses(asked.accounts, daysAgo(0))).json).toMatchObject({ noted: 0, tooLate: asked.accounts })
  expect(await person.presses(removal, 'erase-now')).toBe(200)
  expect((await person.sees(removal)).status).toBe('erased')
}, 120_000)

promise(
  'N6',
  'whoever signs in on day 230 keeps everything, byte for byte; an older report, or a second one, changes nothing',
  async () => {
    await house.passes(new Date(scheduledAt + 50 * aDay).toISOString())
    expect(await subjects(kept.email)).toContain('A reminder before your account is removed')
    expect((await uses(kept.accounts, daysAgo(300))).json).toMatchObject({ stays: [] })
    expect(visible(await house.sees(kept.accounts))).toEqual([])
    expect((await uses(kept.accounts, daysAgo(0))).json).toMatchObject({ stays: kept.accounts })
    expect((await uses(kept.accounts, daysAgo(0))).json).toMatchObject({ tooLate: [] })
    expect(await house.sees(kept.accounts)).toEqual(before)
    expect((await subjects(kept.email)).at(-1)).toBe('Your account stays')
  },
  long,
)

promise(
  'N6',
  'an account that nobody wants is completely erased after 60 days more, with a signed certificate that says why',
  async () => {
    await house.cloud.clock.advance(new Date(scheduledAt + 60 * aDay).toISOString())
    const mails = await new Person(house.cloud, left.email).mails()
    const reminders = mails.filter(({ subject }) => subject.startsWith('A reminder before your account is removed'))
    expect(reminders).toHaveLength(policy.periods.reminders.length)
    const last = mails.at(-1)
    expect(last?.subject).toMatch(/^Your data have been erased/)
    expect(last?.text.replaceAll(/\s+/g, ' ')).toContain('Your account was not used for a long time')
    const { certificate, signature } = JSON.parse(last?.attachments[0]?.content ?? '{}')
    const key = createPublicKey({ key: signature.jwk, format: 'jwk' })
    const signed = Buffer.from(canonicalize(certificate) ?? '')
    const value = Buffer.from(signature.value, 'base64url')
    expect(verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, value)).toBe(true)
    expect(certificate).toMatchObject({ because: 'inactivity', lastUsed: expect.any(String) })
    expect(certificate).not.toHaveProperty('confirmedAt')
    expect(certificate.erasedAt <= certificate.promisedBy).toBe(true)
    expect(await house.leftOf(left)).toEqual([])
    // Of who stays something is known; of who is gone, nothing.
    expect(await known()).toBe(knownBefore + [kept, busy, held, clicked].flatMap(({ accounts }) => accounts).length)
    for (const { email } of [kept, busy, clicked, held])
      expect((await subjects(email)).filter((one) => one.startsWith('Your data have been erased'))).toEqual([])
  },
  long,
)

test('a report from the future is refused by name, and a batch is bounded', async () => {
  const tomorrow = new Date(now() + aDay).toISOString()
  expect(await uses(['nobody'], tomorrow)).toMatchObject({ status: 200, json: { noted: 0, inTheFuture: ['nobody'] } })
  expect((await uses(Array(501).fill('nobody'), daysAgo(0))).status).toBe(400)
  expect((await uses([], daysAgo(0))).status).toBe(400)
  expect((await program('somebody').calls('POST', '/company/activity', { accounts: [] })).status).toBe(403)
})

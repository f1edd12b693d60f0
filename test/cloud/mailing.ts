import { expect, test } from 'vitest'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { certificateOf } from './certificates.ts'
import { program } from './company.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

const newsletter = 'newsletter'
/** All of them get the newsletter. */
const rita = somebody(24)
const sven = somebody(25)
const tina = somebody(26)
const software = () => program('newsletter software', 'Mailing')

const isSuppressed = async (address: string, list = newsletter): Promise<boolean> => {
  const { json } = await software().calls('POST', '/company/mailing/check', { list, addresses: [address] })
  return (json.suppressed as unknown[]).length > 0
}

/** The path of the link that goes into a mail of the list to an address. */
async function linkFor(address: string): Promise<string> {
  const body = { list: newsletter, addresses: [address] }
  const { json } = await software().calls('POST', '/company/mailing/links', body)
  const [{ headers } = { headers: {} }] = json.links as Array<{ headers: Record<string, string> }>
  expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
  const link = /^<(.+)>$/.exec(headers['List-Unsubscribe'] ?? '')?.[1] ?? ''
  expect(link).not.toContain(address.split('@')[0])
  return new URL(link).pathname
}

/** What a mail program does when its button is pressed (RFC 8058). */
async function clicks(path: string, body: BodyInit = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })) {
  const answer = await fetch(`${house.cloud.site}${path}`, { method: 'POST', body, redirect: 'manual' })
  await answer.arrayBuffer()
  await house.cloud.clock.quiet()
  return answer
}

/** What the company's application shows of somebody's subscriptions. */
const subscribed = async (accounts: readonly string[]) =>
  (await house.sees(accounts)).flatMap(({ parts }) =>
    parts.filter(({ what }) => what === 'Newsletter').flatMap(({ rows }) => rows.map((row) => row.subscribed)),
  )

promise(
  'N9',
  'one click in any message ends its mails, without a sign-in, and the company’s own data say so',
  async () => {
    expect(await subscribed(rita.accounts)).toEqual([true])
    const path = await linkFor(rita.email)
    expect(await linkFor(rita.email)).toBe(path)
    // Looking changes nothing.
    const page = await fetch(`${house.cloud.site}${path}`, { headers: { accept: 'text/html' } })
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Stop these e-mails')])
    expect(await isSuppressed(rita.email)).toBe(false)

    const answer = await clicks(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await isSuppressed(rita.email.toUpperCase())).toBe(true)
    expect(await isSuppressed(rita.email, 'offers')).toBe(false)
    expect(await subscribed(rita.accounts)).toEqual([false])
    // The page is the answer, and the same again is the same.
    expect(await new Person(house.cloud, rita.email).mails()).toEqual([])
    const parts = new FormData()
    parts.set('List-Unsubscribe', 'One-Click')
    expect((await clicks(path, parts)).status).toBe(200)
    expect((await clicks(path, new URLSearchParams({ lists: 'all' }))).status).toBe(200)
    expect(await isSuppressed(rita.email, 'offers')).toBe(true)
  },
  240_000,
)

test('a click while the person’s data are unavailable is kept in them, and comes back with them', long, async () => {
  const wanda = somebody(30)
  const person = new Person(house.cloud, wanda.email)
  expect(await subscribed(wanda.accounts)).toEqual([true])
  const path = await linkFor(wanda.email)
  const { link } = await person.asksAndConfirms('restriction')
  expect((await clicks(path)).status).toBe(200)
  expect(await person.presses(link, 'restore')).toBe(200)
  expect(await subscribed(wanda.accounts)).toEqual([false])
})

test('a link that was altered, and a click that says nothing, end no mails', async () => {
  const path = await linkFor(sven.email)
  const other = path.slice(0, -6) + (path.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA')
  expect((await clicks(other)).status).toBe(404)
  expect((await clicks(`/mailing/${'x'.repeat(43)}`)).status).toBe(404)
  expect((await clicks(path, new URLSearchParams({ a: 'b' }))).status).toBe(400)
  expect(await isSuppressed(sven.email)).toBe(false)
})

promise(
  'N9',
  'who objects by the form is off every list at once, and may subscribe again in the account',
  async () => {
    const person = new Person(house.cloud, sven.email)
    const { link, reference } = await person.asksAndConfirms('objection')
    expect(await person.sees(link)).toMatchObject({ status: 'stopped', actions: ['certificate'] })
    const told = (await person.mails(reference)).at(-1)
    expect(told?.subject).toBe(`No more news and offers: ${reference}`)
    expect(await certificateOf(told)).toMatchObject({
      ...{ reference, right: 'objection', lists: 'all', stoppedSince: expect.any(String) },
      coverage: [expect.objectContaining({ outcome: 'unsubscribed', count: 1 })],
    })
    expect([await isSuppressed(sven.email), await isSuppressed(sven.email, 'offers')]).toEqual([true, true])
    expect(await subscribed(sven.accounts)).toEqual([false])

    const chosen = (subscribed: boolean, at: string) =>
      software().calls('POST', '/company/mailing/subscriptions', {
        list: newsletter,
        address: sven.email,
        subscribed,
        at,
      })
    // An older choice than the objection does not undo it.
    expect((await chosen(true, '2025-01-01T00:00:00Z')).json).toMatchObject({ suppressed: true })
    await house.cloud.clock.advance('PT1M')
    expect((await chosen(true, new Date(house.cloud.clock.now()).toISOString())).json.suppressed).toBe(false)
    expect([await isSuppressed(sven.email), await isSuppressed(sven.email, 'offers')]).toEqual([false, true])
    await house.cloud.clock.advance('PT1M')
    expect((await clicks(await linkFor(sven.email), new URLSearchParams({ lists: 'all' }))).status).toBe(200)
    expect([await isSuppressed(sven.email), await isSuppressed(sven.email, 'offers')]).toEqual([true, true])
    expect(await chosen(false, '2199-01-01T00:00:00Z')).toMatchObject({ status: 409, json: { error: 'in-the-future' } })
  },
  240_000,
)

promise(
  'N9',
  'an address that was erased is never mailed again',
  async () => {
    const person = new Person(house.cloud, tina.email)
    const { link } = await person.asksAndConfirms('erasure')
    expect(await person.presses(link, 'erase-now')).toBe(200)
    expect((await person.sees(link)).status).toBe('erased')
    expect([await isSuppressed(tina.email), await isSuppressed(tina.email, 'offers')]).toEqual([true, true])
  },
  long,
)

promise(
  'N15',
  'only the company’s own programs, each by its permission, learn whether an address may be mailed',
  async () => {
    const path = '/company/mailing/check'
    const body = { list: newsletter, addresses: [rita.email] }
    const unsigned = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    // Not at the public door, not without a signature, not with another's, not without the permission.
    expect((await fetch(`${house.cloud.site}${path}`, unsigned)).status).toBeGreaterThanOrEqual(403)
    expect((await fetch(`${house.cloud.gateway}${path}`, unsigned)).status).toBe(403)
    expect((await software().calls('POST', path, body, { as: 'another secret' })).status).toBe(403)
    expect((await program('somebody').calls('POST', path, body)).status).toBe(403)
    expect((await software().calls('POST', path, body)).status).toBe(200)
    // What is asked has to be whole, and not too much at once.
    for (const wrong of [
      { list: 'none', addresses: [rita.email] },
      { list: newsletter, addresses: Array(501).fill(rita.email) },
    ])
      expect((await software().calls('POST', path, wrong)).status).toBe(400)
  },
)

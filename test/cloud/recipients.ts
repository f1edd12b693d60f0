import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import policy from '../../demo/policy.ts'
import type { RequestView } from '../../functions/contract/request.ts'
import type { Mail } from '../../local/mail/mail.ts'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

const pay = () => new Person(house.cloud, 'privacy@pay.example.org')
const officer = () => new Person(house.cloud, policy.company.officer)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** What the processor was asked about somebody, by type. */
const askedAbout = ({ email }: { readonly email: string }) =>
  [...house.office.recipients.processor.requests.values()].filter(({ asked }) =>
    asked.subject_identities.some(({ identity_value: value }) => value === sha256(email)),
  )
/** What the person reads of the last thing that a recipient was told. */
const said = (request: RequestView, recipient: string) =>
  (request.recipients ?? []).filter((one) => one.recipient === recipient).slice(-1)

/** The path of the link at which a recipient confirms. */
function linkIn(mail: Mail | undefined): string {
  const link = /https?:\/\/\S+(\/notices\/[A-Za-z0-9_-]{43})/.exec(mail?.text ?? '')?.[1]
  if (!link) throw new Error(`no link in '${mail?.subject}'`)
  return link
}

/** Presses the button of a recipient's page. */
async function confirms(link: string): Promise<number> {
  const answer = await fetch(`${house.cloud.site}${link}`, { method: 'POST', body: new URLSearchParams() })
  await answer.arrayBuffer()
  await house.cloud.clock.quiet()
  return answer.status
}

promise(
  'N11',
  'who holds a copy is told of a restriction, of its end and of an erasure, and the person sees who knows and who confirmed',
  async () => {
    const { processor } = house.office.recipients
    processor.byItself = false
    const wanda = somebody(60)
    const person = new Person(house.cloud, wanda.email)
    const first = await person.asksAndConfirms()
    const [restriction] = askedAbout(wanda)
    expect(restriction?.asked).toMatchObject({ subject_request_type: 'restriction', regulation: 'gdpr' })
    expect(said(await person.sees(first.link), 'sign-in')).toEqual([
      { recipient: 'sign-in', act: 'restrict', toldAt: expect.any(String) },
    ])
    // Nothing has begun there: taking it back is enough.
    expect(await person.presses(first.link, 'restore')).toBe(200)
    expect(askedAbout(wanda).map(({ status }) => status)).toEqual(['cancelled'])
    expect(said(await person.sees(first.link), 'sign-in')).toMatchObject([
      { act: 'release', confirmedAt: expect.any(String) },
    ])
    const atPay = await pay().mails(first.reference)
    expect(atPay.map(({ subject }) => subject.split(':')[0])).toEqual([
      'Restriction to be carried out',
      'A restriction has ended',
    ])
    // What is no longer so cannot be confirmed.
    expect((await (await fetch(`${house.cloud.site}${linkIn(atPay[0])}`)).json()) as object).toMatchObject({
      state: 'over',
    })

    const { link, reference } = await person.asksAndConfirms()
    const second = askedAbout(wanda)[1]
    expect(await processor.completes(second?.asked.subject_request_id ?? '')).toBe(202)
    expect(await person.presses(link, 'erase-now')).toBe(200)
    const erasure = askedAbout(wanda)[2]
    expect(erasure?.asked.subject_request_type).toBe('erasure')
    for (const account of wanda.accounts) expect(house.office.recipients.analytics.deleted).toContain(account)
    const before = await person.sees(link)
    expect(before.status).toBe('erased')
    expect(said(before, 'sign-in')).toMatchObject([{ act: 'erase', toldAt: expect.any(String) }])
    expect(said(before, 'analytics')).toMatchObject([{ act: 'erase', accepted: true }])
    expect((await person.looks(link)).page).toContain('not confirmed yet')

    const notice = (await pay().mails(reference)).at(-1)
    expect(notice?.text).toContain(wanda.email)
    const confirming = linkIn(notice)
    // A scanner that follows the link confirms nothing.
    const seen = (await (await fetch(`${house.cloud.site}${confirming}`)).json()) as object
    expect(seen).toEqual({ reference, recipient: 'payments', act: 'erase', state: 'open' })
    expect(await confirms(confirming)).toBe(200)
    const once = said(await person.sees(link), 'payments')
    await house.cloud.clock.advance('PT1H')
    expect(await confirms(confirming)).toBe(200)
    expect(said(await person.sees(link), 'payments')).toEqual(once)
    expect(once).toMatchObject([{ act: 'erase', confirmedAt: expect.any(String) }])

    const id = erasure?.asked.subject_request_id ?? ''
    expect(await processor.completes(id)).toBe(202)
    const confirmed = said(await person.sees(link), 'sign-in')
    expect(confirmed).toMatchObject([{ act: 'erase', confirmedAt: expect.any(String) }])
    await house.cloud.clock.advance('PT1H')
    expect(await processor.completes(id)).toBe(202)
    expect(said(await person.sees(link), 'sign-in')).toEqual(confirmed)
    processor.byItself = true
  },
  240_000,
)

test('a callback counts when the processor signed it, about something that it was asked, and not otherwise', async () => {
  const { processor } = house.office.recipients
  processor.byItself = false
  const xaver = somebody(61)
  const person = new Person(house.cloud, xaver.email)
  const { link } = await person.asksAndConfirms('restriction')
  const [kept] = askedAbout(xaver)
  const [url = ''] = kept?.asked.status_callback_urls ?? []
  const callback = {
    controller_id: 'papyra',
    subject_request_id: kept?.asked.subject_request_id,
    request_status: 'completed',
    expected_completion_time: '2026-12-01T00:00:00Z',
    status_callback_url: url,
  }
  const body = JSON.stringify(callback)
  const signature = Buffer.from('somebody else').toString('base64')
  expect(await processor.says(body, url, { signature })).toBe(400)
  expect(await processor.says(body, url, { domain: 'opendsr.else.example.org' })).toBe(401)
  expect(await processor.says('{}', url)).toBe(400)
  const elsewhere = { ...callback, status_callback_url: 'https://else.example.org/opendsr/callbacks' }
  expect(await processor.says(JSON.stringify(elsewhere), url)).toBe(400)
  const unknown = { ...callback, subject_request_id: crypto.randomUUID() }
  expect(await processor.says(JSON.stringify(unknown), url)).toBe(404)
  expect(said(await person.sees(link), 'sign-in')[0]?.confirmedAt).toBeUndefined()
  // A callback that was lost is made up for by asking.
  if (kept) kept.status = 'completed'
  await house.cloud.clock.advance('PT7H')
  expect(said(await person.sees(link), 'sign-in')[0]?.confirmedAt).toBeDefined()
  expect(await person.presses(link, 'restore')).toBe(200)
  expect(askedAbout(xaver).map(({ asked }) => asked.extensions)).toEqual([
    undefined,
    { [processor.domain]: { releases: callback.subject_request_id } },
  ])
  processor.byItself = true
}, 240_000)

test('a recipient that confirms while it is asked how far it is has confirmed, and is no failing system', async () => {
  const { processor } = house.office.recipients
  Object.assign(processor, { byItself: false, callsFirst: true })
  const zora = somebody(63)
  const person = new Person(house.cloud, zora.email)
  const { link } = await person.asksAndConfirms('restriction')
  const failing = house.cloud.metrics().FailingSystem ?? 0
  await house.cloud.clock.advance('PT7H')
  expect(askedAbout(zora).map(({ status }) => status)).toEqual(['completed'])
  expect(said(await person.sees(link), 'sign-in')[0]?.confirmedAt).toBeDefined()
  expect(house.cloud.metrics().FailingSystem ?? 0).toBe(failing)
  Object.assign(processor, { byItself: true, callsFirst: false })
  expect(await person.presses(link, 'restore')).toBe(200)
}, 240_000)

promise(
  'N11',
  'a recipient that is down holds nothing up and is told when it is back; one that never answers is reminded, and then the officer writes',
  async () => {
    const { processor, analytics } = house.office.recipients
    processor.isDown = true
    analytics.isDown = true
    const yara = somebody(62)
    const person = new Person(house.cloud, yara.email)
    const { link, reference } = await person.asksAndConfirms()
    expect(await person.presses(link, 'erase-now')).toBe(200)
    expect((await person.mails(reference)).at(-1)?.subject).toBe(`Your data have been erased: ${reference}`)
    await house.cloud.clock.advance('P3D')
    expect(said(await person.sees(link), 'sign-in')).toEqual([{ recipient: 'sign-in', act: 'erase' }])
    expect((await person.looks(link)).page).toContain('not told yet')
    processor.isDown = false
    analytics.isDown = false
    await house.cloud.clock.advance('P1D')
    expect(askedAbout(yara).map(({ asked }) => asked.subject_request_type)).toEqual(['erasure'])
    for (const account of yara.accounts) expect(analytics.deleted).toContain(account)
    await house.passes('P27D')
    const subjects = (await pay().mails(reference)).map(({ subject }) => subject.split(':')[0])
    expect(subjects.filter((subject) => subject?.startsWith('Please confirm'))).toHaveLength(4)
    const [silent] = await officer().mails(reference)
    expect(silent?.subject).toBe(`A recipient has not confirmed: ${reference}`)
    expect(silent?.text).toContain('Example Pay was told on')
    expect(silent?.text).not.toContain(yara.email)
    expect(await officer().mails(reference)).toHaveLength(1)
    expect(said(await person.sees(link), 'payments')).toMatchObject([{ act: 'erase', givenUp: true }])
    // Late is better than never.
    expect(await confirms(linkIn((await pay().mails(reference)).at(-1)))).toBe(200)
    expect(said(await person.sees(link), 'payments')[0]?.confirmedAt).toBeDefined()
    for (const { where, text } of await house.written())
      for (const canary of [yara.email, sha256(yara.email)]) expect(text.includes(canary), where).toBe(false)
  },
  long,
)

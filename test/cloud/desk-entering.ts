import { expect, test } from 'vitest'
import demo from '../../demo/policy.ts'
import { earliestReceipt } from '../../domain/entered.ts'
import { type Day, dayBegins, dayOf, daysAfter, instant, promisedBy } from '../../domain/time.ts'
import type { EnterView } from '../../functions/contract/desk/queue.ts'
import type { DeskRequest } from '../../functions/contract/desk/request.ts'
import { withHolidays } from '../../infra/holidays.ts'
import { at } from './at-the-desk.ts'
import { visible } from './house.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

/** As deployed: with the public holidays, which move a deadline. */
const policy = withHolidays(demo, new Date().getFullYear())
const [nia, oda] = [somebody(300), somebody(301)]
const nobodys = 'nobody.known@example.org'

test('a request that came by phone counts from its day, names who entered it, and is done when its person has confirmed it', async () => {
  const agent = await at('agent')
  const page = await agent.gets('/desk/enter')
  const view = await agent.json<EnterView>('/desk/enter')
  const now = instant(house.cloud.clock.now())
  const today = dayOf(now, policy.company.timeZone)
  expect(view).toMatchObject({ today, earliest: earliestReceipt(now, policy), wrong: [] })
  expect(page.page).toContain(`max="${today}"`)

  const on = daysAfter(today, '-P5D')
  const entry = {
    ...{ once: view.once, channel: 'phone', on, right: 'rectification', address: ` ${nia.email} `, theirs: 'de' },
    said: 'My <b>name</b> is Nia.',
  }
  for (const [wrong, field] of [
    [{ channel: 'pigeon' }, 'channel'],
    [{ on: daysAfter(today, 'P1D') }, 'on'],
    [{ on: daysAfter(view.earliest as Day, '-P1D') }, 'on'],
    [{ on: '2026-02-30' }, 'on'],
    [{ right: 'everything' }, 'right'],
    [{ address: 'nia' }, 'address'],
    [{ theirs: 'fr' }, 'theirs'],
    [{ said: 'x'.repeat(2001) }, 'said'],
  ] as const) {
    const again = await agent.sends('/desk/enter', { ...entry, ...wrong })
    expect([field, again.status, again.page.includes(`id="${field}-error"`)]).toEqual([field, 400, true])
    // What was typed stands there again, as text.
    if (field !== 'said') expect(again.page).toContain('My &lt;b&gt;name&lt;/b&gt; is Nia.')
  }

  const before = await house.sees(nia.accounts)
  const entered = await agent.sends('/desk/enter', entry)
  expect(entered.status).toBe(303)
  const [, reference = ''] = /^\/desk\/requests\/(OB-[0-9A-Z-]{9})\?/.exec(entered.location) ?? []
  // Pressed twice, it is entered once.
  expect((await agent.sends('/desk/enter', entry)).location).toBe(entered.location)
  await house.cloud.clock.quiet()
  const shown = await agent.gets(entered.location)
  expect(shown.page).toContain('nothing happens until they confirm')
  expect(shown.page).not.toContain(nia.email)
  const receivedAt = dayBegins(on, policy.company.timeZone)
  const seen = await agent.json<DeskRequest>(`/desk/requests/${reference}`)
  expect(seen.line).toMatchObject({
    ...{ status: 'unverified', language: 'de', receivedAt },
    promisedBy: promisedBy('rectification', receivedAt, policy),
  })
  expect(seen.history).toMatchObject([
    { detail: expect.stringMatching(`^by phone on ${on}, by agent [0-9a-f]{8}$`), who: 'agent@papyra.example.com' },
  ])

  const person = new Person(house.cloud, nia.email)
  const mails = await person.mails(reference)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).toContain('Der Antrag kam am')
  expect(visible(await house.sees(nia.accounts))).toEqual(visible(before))
  const link = await person.link(reference)
  expect(await person.presses(link, 'confirm')).toBe(200)
  const asked = await person.link(reference)
  expect(await person.sees(asked)).toMatchObject({ status: 'stating', receivedAt, entered: 'phone' })
  // What was said on the phone waits in the form, for its person to send it.
  expect((await person.looks(asked)).page).toContain('My &lt;b&gt;name&lt;/b&gt; is Nia.')
}, 120_000)

test('of an address that nobody has data under the desk learns nothing before its person does, and an auditor enters nothing', async () => {
  const reader = await at('auditor')
  expect((await reader.gets('/desk/enter')).status).toBe(404)
  await reader.gets('/desk')
  expect((await reader.sends('/desk/enter', {})).status).toBe(404)
  expect((await reader.gets('/desk')).page).not.toContain('/desk/enter')

  const officer = await at('officer')
  const { once, today } = await officer.json<EnterView>('/desk/enter')
  await officer.gets('/desk/enter')
  const entry = { once, channel: 'letter', on: today, right: 'access', theirs: 'en' }
  const references: string[] = []
  for (const address of [oda.email, nobodys]) {
    const { location } = await officer.sends('/desk/enter', { ...entry, address })
    references.push(location.slice('/desk/requests/'.length).split('?')[0] ?? '')
  }
  expect(new Set(references).size).toBe(2)
  await house.cloud.clock.quiet()
  const seen = await Promise.all(references.map((one) => officer.json<DeskRequest>(`/desk/requests/${one}`)))
  const [known, unknown] = seen.map((one) => {
    const texts = JSON.stringify(one).replaceAll(one.line.reference, 'R')
    return texts.replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, 'T')
  })
  expect(known).toBe(unknown)
  for (const address of [oda.email, nobodys]) expect(await new Person(house.cloud, address).mails()).toHaveLength(1)
}, 120_000)

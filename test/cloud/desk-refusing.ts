import { expect, test } from 'vitest'
import type { DeskRequest } from '../../functions/contract/desk/request.ts'
import { long } from '../long.ts'
import { at } from './at-the-desk.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

const [sol, tao, uma, vic] = [somebody(330), somebody(331), somebody(332), somebody(333)]

test('two officers turn an erasure down, each after a look at its words; everything is back before it closes, and the person reads why and where to complain', async () => {
  const person = new Person(house.cloud, sol.email)
  const { link, reference } = await person.asksAndConfirms()
  const path = `/desk/requests/${reference}`
  const fields = { why: 'excessive', words: 'The eleventh time since <b>January</b>.' }
  expect((await (await at('agent')).sends(`${path}/turn-down`, { ...fields, step: 'send' })).status).toBe(404)
  const officer = await at('officer')
  for (const [wrong, refused] of [
    [{ why: 'a-whim', words: 'x' }, 'no-why'],
    [{ why: 'excessive', words: ' ' }, 'no-words'],
    [{ why: 'excessive', words: 'x'.repeat(2001) }, 'no-words'],
  ] as const)
    expect((await officer.sends(`${path}/turn-down`, { ...wrong, step: 'send' })).location).toBe(
      `${path}?refused=${refused}`,
    )
  expect((await officer.gets(`${path}?refused=no-why`)).page).toContain('Choose a reason')
  const before = (await person.mails(reference)).length

  const preview = await officer.sends(`${path}/turn-down`, { ...fields, step: 'preview' })
  expect(preview.page).toContain('The eleventh time since &lt;b&gt;January&lt;/b&gt;.')
  await house.cloud.clock.quiet()
  expect((await person.sees(link)).status).toBe('grace')
  expect(await person.mails(reference)).toHaveLength(before)

  for (let pressed = 0; pressed < 2; pressed++)
    expect((await officer.sends(`${path}/turn-down`, { ...fields, step: 'send' })).location).toBe(
      `${path}?done=proposed`,
    )
  await house.cloud.clock.quiet()
  expect((await person.sees(link)).status).toBe('grace')
  expect(await person.mails(reference)).toHaveLength(before)
  const told = (await house.cloud.mails()).findLast(({ to }) => to.includes('officer@papyra.example.com'))
  expect(told?.subject).toBe(`A second person is needed: ${reference}`)
  expect(told?.text).not.toContain('eleventh')
  expect((await officer.sends(`${path}/confirm`)).location).toBe(`${path}?refused=two-people`)
  const deputy = await at('deputy')
  const unread = await deputy.gets(path)
  expect([unread.page.includes('Read it, and see who it is'), unread.page.includes('eleventh')]).toEqual([true, false])
  expect((await deputy.sends(`${path}/confirm`)).location).toBe(`${path}?refused=look-first`)
  const { page: read } = await deputy.sends(`${path}/look`)
  expect(read).toContain('The eleventh time since &lt;b&gt;January&lt;/b&gt;.')
  expect((await deputy.sends(`${path}/confirm`)).location).toBe(path)
  await house.cloud.clock.quiet()
  const [first, second, ...more] = (await person.mails(reference)).slice(before)
  expect(first?.subject).toBe(`We will not do what you asked for: ${reference}`)
  for (const said of ['The eleventh time since <b>January</b>.', 'Article 12(5)(b)', 'supervisory authority', 'court'])
    expect(first?.text.replace(/\s+/g, ' ')).toContain(said)
  expect([second?.subject, more]).toEqual([`Your data are available again: ${reference}`, []])
  const seen = await person.sees(link)
  expect(seen).toMatchObject({ status: 'turned-down', turnedDown: { why: 'excessive' }, actions: [] })
  expect(new Set(seen.coverage.map(({ outcome }) => outcome))).toEqual(new Set(['released', 'not-found']))
  const { page } = await person.looks(link)
  expect(page).toContain('We will not do what you asked for')
  const { history, line, mayLook, canTurnDown, written } = await officer.json<DeskRequest>(path)
  expect([line.status, mayLook, canTurnDown]).toEqual(['turned-down', false, []])
  expect(history.find(({ event }) => event === 'turned-down')).toMatchObject({
    to: 'restoring',
    detail: expect.stringMatching(/^excessive, by officer [0-9a-f]{8}$/),
    who: 'deputy@papyra.example.com',
  })
  // What was proposed goes with the person.
  expect(written).toMatchObject([{ proposes: 'turn-down', who: 'officer@papyra.example.com', gone: true }])
  // Nothing keeps a new request out.
  expect(await person.asks()).not.toBe(reference)
}, 120_000)

test(
  'a restriction, a copy and a correction are turned down too: all is available again, and nothing of the copy can be fetched',
  long,
  async () => {
    const officer = await at('officer')
    const deputy = await at('deputy')
    for (const [one, right, why] of [
      [tao, 'restriction', 'not-identifiable'],
      [uma, 'access', 'not-identifiable'],
      [vic, 'rectification', 'excessive'],
    ] as const) {
      const person = new Person(house.cloud, one.email)
      const { link, reference } = await person.asksAndConfirms(right)
      const path = `/desk/requests/${reference}`
      const fields = { why, words: 'This mailbox is shared.', step: 'send' }
      expect((await officer.sends(`${path}/turn-down`, fields)).location).toBe(`${path}?done=proposed`)
      expect((await deputy.sends(`${path}/look`)).page).toContain('Confirm it')
      expect((await deputy.sends(`${path}/confirm`)).location).toBe(path)
      await house.cloud.clock.quiet()
      expect(await person.sees(link)).toMatchObject({ status: 'turned-down', actions: [] })
      expect((await person.mails(reference)).some(({ text }) => text.includes('This mailbox is shared.'))).toBe(true)
      if (right === 'access') expect(await person.presses(link, 'code')).not.toBe(200)
    }
  },
)

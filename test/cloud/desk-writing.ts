import { expect, test } from 'vitest'
import policy from '../../demo/policy.ts'
import type { DeskRequest } from '../../functions/contract/desk/request.ts'
import { long } from '../long.ts'
import { at, stored } from './at-the-desk.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

const [pia, quin, rhea, sam] = [somebody(302), somebody(303), somebody(305), somebody(320)]

/** What the last form of a page is known by. */
const onceIn = (page: string): string => /name="once" value="([^"]+)"/.exec(page)?.[1] ?? ''

test('an agent looks at a letter, sends it into the person’s thread, and leaves a note that stays among colleagues and goes with the person', async () => {
  const person = new Person(house.cloud, pia.email)
  const { link, reference } = await person.asksAndConfirms()
  const path = `/desk/requests/${reference}`
  const agent = await at('agent')
  const words = 'We spoke about <b>this</b>.\n\nYour forum posts stay until you say so.'
  const before = (await person.mails(reference)).length

  for (const [fields, refused] of [
    [{ template: 'own-words', words: '' }, 'no-words'],
    [{ template: 'own-words', words: 'x'.repeat(2001) }, 'no-words'],
    [{ template: 'threat', words }, 'no-template'],
  ] as const)
    expect((await agent.sends(`${path}/write`, fields)).location).toBe(`${path}?refused=${refused}`)
  expect((await agent.gets(`${path}?refused=no-words`)).page).toContain('Write something')

  const preview = await agent.sends(`${path}/write`, { template: 'own-words', words, step: 'preview' })
  expect(preview.page).toContain('We spoke about &lt;b&gt;this&lt;/b&gt;.')
  await house.cloud.clock.quiet()
  expect(await person.mails(reference)).toHaveLength(before)

  // Each form is pressed twice, both times at once, and once more later: it is sent and noted once.
  const presses = async (form: string, fields: Readonly<Record<string, string>>, done: string) => {
    for (const { location } of await Promise.all([agent.sends(form, fields), agent.sends(form, fields)]))
      expect(location).toBe(`${path}?done=${done}`)
    expect((await agent.sends(form, fields)).location).toBe(`${path}?done=${done}`)
  }
  await presses(`${path}/write`, { template: 'own-words', words, step: 'send', once: onceIn(preview.page) }, 'wrote')
  const once = onceIn((await agent.gets(path)).page)
  await presses(`${path}/note`, { words: 'Pia <i>called</i> twice.', once }, 'noted')
  await house.cloud.clock.quiet()
  const mails = await person.mails(reference)
  expect(mails).toHaveLength(before + 1)
  const letter = mails.at(-1)
  expect(letter?.subject).toBe(`A message about your request: ${reference}`)
  expect(letter?.text).toContain('Your forum posts stay until you say so.')
  expect(letter?.html).toContain('We spoke about &#60;b&#62;this&#60;/b&#62;.')

  // Before a look nobody sees what they say, and an auditor never.
  for (const colleague of [agent, await at('auditor')]) {
    const { page } = await colleague.gets(path)
    expect(page).toContain('Notes and messages')
    for (const text of ['called', 'forum posts']) expect(page).not.toContain(text)
  }
  const seen = await agent.json<DeskRequest>(path)
  expect(seen.written.map(({ template, who }) => [template, who])).toEqual([
    ['own-words', 'agent@papyra.example.com'],
    [undefined, 'agent@papyra.example.com'],
  ])
  expect(seen.history.map(({ event }) => event).slice(-2)).toEqual(['wrote', 'noted'])
  const looked = await agent.sends(`${path}/look`)
  expect(looked.page).toContain('Pia &lt;i&gt;called&lt;/i&gt; twice.')
  expect(looked.page).toContain('Your forum posts stay')
  // A note is the company's: the person's page, history and copy say that there is one at most.
  for (const one of [link, `${link}/history`])
    expect(await (await fetch(`${house.cloud.site}${one}`)).text()).not.toContain('called')

  expect(await person.presses(link, 'restore')).toBe(200)
  await house.cloud.clock.quiet()
  const left = await stored(reference, 'written#')
  expect(left).toHaveLength(2)
  for (const one of left) expect([one.words, one.expires?.N !== undefined]).toEqual([undefined, true])
  expect((await agent.gets(path)).page).toContain('Deleted, with everything personal in the request.')
  expect((await agent.sends(`${path}/note`, { words: 'Too late.' })).location).toBe(`${path}?refused=not-possible-now`)
}, 240_000)

test('the officer reports that an account is a child’s, and that it is none; an agent does not', long, async () => {
  const person = new Person(house.cloud, rhea.email)
  const { reference } = await person.asksAndConfirms('rectification')
  const path = `/desk/requests/${reference}`
  expect((await (await at('agent')).sends(`${path}/child`, { file: '2026/31' })).status).toBe(404)
  const officer = await at('officer')
  expect((await officer.sends(`${path}/child`, { file: '' })).location).toBe(`${path}?refused=no-file`)
  const { location } = await officer.sends(`${path}/child`, { file: '2026/31' })
  expect(location).toMatch(/^\/desk\/requests\/OB-[0-9A-Z-]{9}$/)
  expect(location).not.toBe(path)
  // Reported again, it is the same question.
  expect((await officer.sends(`${path}/child`, { file: '2026/32' })).location).toBe(location)
  await house.cloud.clock.quiet()
  const asked = await officer.json<DeskRequest>(location)
  expect([asked.line.status, asked.acts.includes('no-child'), asked.acts.includes('child')]).toEqual([
    ...['consenting', true, false],
  ])
  expect(asked.history.at(-1)).toMatchObject({
    detail: expect.stringMatching(/^by the company, file 2026\/31, by officer [0-9a-f]{8}$/),
    who: 'officer@papyra.example.com',
  })
  expect((await officer.sends(`${location}/no-child`, { file: '2026/31' })).location).toBe(location)
  await house.cloud.clock.quiet()
  expect((await officer.json<DeskRequest>(location)).line.status).toBe('unfounded')
  // What the person asked for goes on as it was.
  expect((await officer.json<DeskRequest>(path)).line.status).toBe('stating')
})

test('who asks can be doubted on the desk, and is asked', long, async () => {
  const person = new Person(house.cloud, quin.email)
  const reference = await person.asks('access')
  const path = `/desk/requests/${reference}`
  const agent = await at('agent')
  expect((await agent.json<DeskRequest>(path)).acts).toEqual(['doubt', 'link'])
  expect((await agent.sends(`${path}/doubt`, { doubt: 'another-writes' })).location).toBe(`${path}?refused=no-doubt`)
  expect((await agent.gets(`${path}?refused=no-doubt`)).page).toContain('Choose why you have doubts')
  expect((await agent.sends(`${path}/doubt`, { doubt: 'another-writes', 'ask-account': 'on' })).location).toBe(path)
  // Whoever has not proven an address is written to by nobody, and nothing is noted of them.
  expect((await agent.sends(`${path}/write`, { template: 'own-words', words: 'x', step: 'send' })).location).toBe(
    `${path}?refused=no-template`,
  )
  expect((await agent.sends(`${path}/note`, { words: 'x' })).location).toBe(`${path}?refused=not-possible-now`)
  expect(await person.presses(await person.link(reference), 'confirm')).toBe(200)
  const seen = await agent.json<DeskRequest>(path)
  expect(seen.line.status).toBe('identifying')
  expect(seen.history.find(({ event }) => event === 'doubted')?.detail).toMatch(
    /^another-writes, by agent [0-9a-f]{8}$/,
  )
  const reader = await at('auditor')
  for (const [act, fields] of [
    ['doubt', { doubt: 'another-writes', 'ask-account': 'on' }],
    ['write', { template: 'own-words', words: 'x', step: 'send' }],
    ['note', { words: 'x' }],
  ] as const)
    expect([act, (await reader.sends(`${path}/${act}`, fields)).status]).toEqual([act, 404])
})

test(
  'a link that got lost is sent again, to the address of the request alone, before it is confirmed and after; the history says who did it',
  long,
  async () => {
    const person = new Person(house.cloud, sam.email)
    const reference = await person.asks('restriction')
    const path = `/desk/requests/${reference}`
    const [agent, reader] = [await at('agent'), await at('auditor')]
    const first = await person.link(reference)
    expect((await reader.sends(`${path}/link`)).status).toBe(404)
    const sends = async (address: string) => {
      const everybodys = (await house.cloud.mails()).length
      expect((await agent.sends(`${path}/link`, { address })).location).toBe(`${path}?done=link`)
      await house.cloud.clock.quiet()
      return (await house.cloud.mails()).length - everybodys
    }
    expect(await sends('else@example.org')).toBe(1)
    const again = await person.link(reference)
    expect(again).not.toBe(first)
    expect(await person.presses(again, 'confirm')).toBe(200)
    const page = await person.link(reference)

    expect(await sends('else@example.org')).toBe(1)
    const mail = (await person.mails(reference)).at(-1)
    expect(mail?.subject).toBe(`Your link again: ${reference}`)
    const link = await person.link(reference)
    expect(link).not.toBe(page)
    expect(await person.sees(link)).toMatchObject({ status: 'held' })
    // No more of them than an owner gets in a day.
    for (let n = 0; n < 5; n++) await sends('')
    const sent = (await person.mails(reference)).filter(({ subject }) => /link again/.test(subject))
    expect(sent).toHaveLength(policy.limits.mailsPerAddressAndDay)
    const { history, letters } = await agent.json<DeskRequest>(path)
    // The desk tells those that went out from those that did not.
    const shown = letters.filter(({ what }) => what === 'link-again')
    expect(shown.filter(({ sentAt }) => sentAt)).toHaveLength(sent.length)
    expect(shown.filter(({ sentAt, notSent }) => notSent && !sentAt).length).toBeGreaterThan(0)
    expect(shown.every(({ sentAt, notSent }) => sentAt || notSent)).toBe(true)
    const said = history.filter(({ who }) => who === 'agent@papyra.example.com')
    expect(said.map(({ event }) => event)).toEqual(['asked-again', ...Array.from({ length: 6 }, () => 'link-sent')])
    expect(await person.presses(link, 'restore')).toBe(200)
    expect((await agent.sends(`${path}/link`)).location).toBe(`${path}?refused=not-possible-now`)
  },
)

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../../demo/office.ts'
import policy from '../../demo/policy.ts'
import { synthesize } from '../../demo/synthesize.ts'
import type { DeskRequest } from '../../functions/contract/desk/request.ts'
import { long } from '../long.ts'
import { certificateOf } from './certificates.ts'
import { AtTheDesk } from './colleague.ts'
import { type House, houseOf } from './house.ts'
import { Person, somebody } from './person.ts'
import { zone } from './post.ts'
import { seededState } from './seeded.ts'

/** The demo company, with a policy that asks for two people for whatever can take two. */
let house: House
const folder = mkdtempSync(join(tmpdir(), 'oblige-two-people-'))
const restMs = 86_400_000

beforeAll(async () => {
  const file = join(folder, 'policy.mjs')
  const acts = ['unhold', 'lift', 'turn-down', 'refuse-objection', 'decline-correction']
  const own = { ...policy, desk: { ...policy.desk, twoPeople: { acts, within: 'P2D' } } }
  writeFileSync(file, `export default ${JSON.stringify(own)}\n`)
  const assembly = join(folder, 'cdk.out')
  // Its people are the demo's: what the stores hold does not hang on who decides.
  const state = await seededState()
  await synthesize(assembly, () => undefined, file)
  house = houseOf(await openOffice({ assembly, state, zone, scheduleRestMs: restMs }), state, restMs)
}, 300_000)
afterAll(async () => {
  await house?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function at(who: 'officer' | 'deputy' | 'agent'): Promise<AtTheDesk> {
  const colleague = new AtTheDesk(house.cloud, `${who}@papyra.example.com`)
  await colleague.signsIn()
  await colleague.gets('/desk')
  return colleague
}

/** The page of a decision, and what is answered when its form is sent there. */
const page = async (link: string) =>
  (await fetch(`${house.cloud.site}${link}`, { headers: { accept: 'text/html' } })).text()
async function decides(link: string, fields: Readonly<Record<string, string>>) {
  const answer = await fetch(`${house.cloud.site}${link}/decide`, {
    method: 'POST',
    headers: { accept: 'text/html' },
    body: new URLSearchParams(fields),
  })
  const said = await answer.text()
  await house.cloud.clock.quiet()
  return { status: answer.status, said }
}

const officer = () => new Person(house.cloud, policy.company.officer)
const flat = (text: string | undefined) => text?.replaceAll(/\s+/g, ' ') ?? ''

/** What is decided, and how it looks while one proposes it and another reads it. */
type Case = {
  readonly right: 'processing-objection' | 'rectification'
  readonly asks: Readonly<Record<string, string>>
  readonly waiting: 'weighing' | 'deciding'
  readonly refusing: Readonly<Record<string, string>>
  readonly granting: Readonly<Record<string, string>>
  readonly words: string
  readonly refused: 'refused' | 'declined'
  readonly granted: 'upheld' | 'corrected'
  /** On the page of the request, before anybody looked at the words. */
  readonly title: string
  readonly decision: string
  readonly letter: string
}
const cases: readonly Case[] = [
  {
    right: 'processing-objection',
    asks: { 'use-technical': 'on', 'use-public-posts': 'on', grounds: 'Somebody follows me.' },
    waiting: 'weighing',
    refusing: { 'use-technical': 'stop', 'use-public-posts': 'compelling' },
    granting: { 'use-technical': 'stop', 'use-public-posts': 'stop' },
    words: 'Forty people answered <b>them</b>.',
    refused: 'refused',
    granted: 'upheld',
    title: 'Proposed: Continue although a person objects',
    decision: 'We have compelling legitimate grounds that weigh more than yours',
    letter: 'Our decision on your objection',
  },
  {
    right: 'rectification',
    asks: { statement: 'The post of May is not mine.', about: 'public-posts' },
    waiting: 'deciding',
    refusing: { statement: 'correct' },
    granting: { statement: 'apply' },
    words: 'It was written <b>from your account</b>.',
    refused: 'declined',
    granted: 'corrected',
    title: 'Proposed: Do not correct what a person says is wrong',
    decision: 'What we hold is correct',
    letter: 'Not everything could be corrected',
  },
]

async function asked({ right, asks, waiting }: Case, email: string) {
  const person = new Person(house.cloud, email)
  const { link, reference } = await person.asksAndConfirms(right)
  expect(await person.sends(link, 'state', asks)).toBe(200)
  expect((await person.sees(link)).status).toBe(waiting)
  return { person, link, reference, path: `/desk/requests/${reference}` }
}

test.each(cases)(
  'where the policy asks for it a $right is refused by two officers: proposed by one, read and confirmed by another, and not over the link in the mail',
  long,
  async (one) => {
    const { refusing, words } = one
    const { person, link, reference, path } = await asked(one, somebody(40).email)
    const before = (await person.mails(reference)).length

    // Over the link in the mail: the page says that it takes two, and a refusal is not taken, nor its words lost.
    const mailed = await officer().link(reference)
    expect(flat((await officer().mails(reference)).at(-1)?.text)).toContain(
      'A decision against the person takes two people',
    )
    expect(await page(mailed)).toContain('A link in an e-mail does not accept it')
    const refused = await decides(mailed, { ...refusing, answer: words })
    expect(refused.status).toBe(409)
    expect(refused.said).toContain('This decision takes two people, so nothing has been decided')
    expect(refused.said).toContain('&lt;b&gt;')
    expect((await person.sees(link)).status).toBe(one.waiting)

    // An agent decides too, and proposes; here the officer does, from the page of the request.
    const first = await at('officer')
    expect((await first.gets(path)).page).toContain('A decision against the person takes two people: you propose it')
    const decision = (await first.sends(`${path}/decide`)).location
    expect(await page(decision)).toContain('A decision against the person takes two people')
    for (let pressed = 0; pressed < 2; pressed++) {
      const proposed = await decides(decision, { ...refusing, answer: words })
      expect([proposed.status, proposed.said.includes('Proposed, but not decided yet')]).toEqual([200, true])
    }
    expect((await person.sees(link)).status).toBe(one.waiting)
    expect(await person.mails(reference)).toHaveLength(before)
    const told = (await officer().mails(reference)).at(-1)
    expect(told?.subject).toBe(`A second person is needed: ${reference}`)
    expect(told?.text).not.toContain(words.slice(0, 10))

    // Whoever proposed it sees that it waits for another, and can take it back.
    const own = (await first.gets(path)).page
    for (const said of [
      one.title,
      one.decision,
      'You proposed this, so another officer has to confirm it',
      'Take it back',
    ])
      expect(own).toContain(said)
    expect(own).not.toContain('Confirm it</button>')
    expect((await first.sends(`${path}/confirm`)).location).toBe(`${path}?refused=two-people`)
    expect((await first.gets(`${path}?refused=two-people`)).page).toContain(
      'an officer other than the one who proposed',
    )
    // An agent sees it, and confirms nothing.
    const agent = await at('agent')
    expect((await agent.gets(path)).page).toContain(one.title)
    expect((await agent.sends(`${path}/confirm`)).status).toBe(404)

    // The second officer sees what is proposed, and the words only after a look that the history names.
    const second = await at('deputy')
    const unread = (await second.gets(path)).page
    for (const said of [one.title, one.decision, 'Before you confirm it, read what the person would be told'])
      expect(unread).toContain(said)
    expect(unread).not.toContain('&lt;b&gt;')
    expect((await second.sends(`${path}/confirm`)).location).toBe(`${path}?refused=look-first`)
    const read = (await second.sends(`${path}/look`)).page
    for (const said of [
      words.slice(0, 10),
      '&lt;b&gt;',
      'In these words, which the person reads',
      'Confirm it</button>',
    ])
      expect(read).toContain(said)
    expect((await second.sends(`${path}/confirm`)).location).toBe(path)
    await house.cloud.clock.quiet()

    const letters = (await person.mails(reference)).slice(before)
    expect(letters.map(({ subject }) => subject)).toEqual([`${one.letter}: ${reference}`])
    for (const said of [words, one.decision, policy.company.authority.name])
      expect(flat(letters[0]?.text)).toContain(said)
    const certificate = await certificateOf(letters[0], house.cloud.site)
    expect([certificate.right, JSON.stringify(certificate).includes('<b>')]).toEqual([one.right, false])
    expect((await person.sees(link)).status).toBe(one.refused)
    const { history, written, proposal } = await first.json<DeskRequest>(path)
    const events = history.filter(({ event }) => ['act-proposed', 'weighed', 'decided'].includes(event))
    expect(events.map(({ who }) => who)).toEqual(['officer@papyra.example.com', 'deputy@papyra.example.com'])
    expect(proposal).toBeUndefined()
    expect(JSON.stringify(written)).not.toContain('<b>')
    for (const { where, text } of await house.written()) expect(text.includes(words.slice(0, 12)), where).toBe(false)
  },
)

test.each(cases)(
  'a $right whose refusal another officer declines is granted then by one alone, and what was proposed reaches nobody',
  long,
  async (one) => {
    const { person, link, reference, path } = await asked(one, somebody(41).email)
    const before = (await person.mails(reference)).length
    const mailed = await officer().link(reference)
    const agent = await at('agent')
    const proposed = await decides((await agent.sends(`${path}/decide`)).location, {
      ...one.refusing,
      answer: one.words,
    })
    expect(proposed.said).toContain('Proposed, but not decided yet')
    const second = await at('deputy')
    expect((await second.sends(`${path}/decline`)).location).toBe(path)
    expect((await second.gets(path)).page).not.toContain('id="proposal"')
    expect((await second.sends(`${path}/confirm`)).location).toBe(`${path}?refused=not-possible-now`)
    expect((await person.sees(link)).status).toBe(one.waiting)

    // What the person asked for is decided by one, also over the link in the mail.
    expect((await decides(mailed, one.granting)).status).toBe(200)
    expect((await person.sees(link)).status).toBe(one.granted)
    const said = (await person.mails(reference)).slice(before)
    expect(said).toHaveLength(1)
    expect(said.map(({ text }) => text).join(' ')).not.toContain(one.words)
  },
)

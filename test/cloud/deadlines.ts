import { expect } from 'vitest'
import policy from '../../demo/policy.ts'
import { moved } from '../../domain/time.ts'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { program } from './company.ts'
import { house } from './one-house.ts'
import { linkIn, Person, somebody } from './person.ts'

const officer = () => new Person(house.cloud, policy.company.officer)
/** The officer's daily letters, oldest first. */
const daily = async () => (await officer().mails()).filter(({ subject }) => subject.includes('rivacy requests, '))
const subjects = async (person: Person, reference: string) =>
  (await person.mails(reference)).map(({ subject }) => subject.split(':')[0])
const to = (at: string, by: string) => moved(at as never, by, policy.company.timeZone, -1)

promise(
  'N14',
  'the officer reads of a request before its deadline, takes longer for it over the link there, and the person is told why',
  async () => {
    const person = new Person(house.cloud, somebody(112).email)
    const { link, reference } = await person.asksAndConfirms('processing-objection')
    await person.sends(link, 'state', { 'use-technical': 'on', grounds: 'I was followed.' })
    const { promisedBy } = await person.sees(link)
    await house.passes(to(promisedBy, 'P15D'))
    await house.cloud.clock.advance(to(promisedBy, 'P8D'))
    expect((await daily()).some(({ text }) => text.includes(reference))).toBe(false)
    await house.cloud.clock.advance(to(promisedBy, 'P5D'))
    const naming = (await daily()).filter(({ text }) => text.includes(reference))
    expect(naming.length).toBeGreaterThan(1)
    const [first] = naming
    for (const { text, html } of naming) expect(text + html).not.toContain(person.address)
    expect(first?.text.replaceAll(/\s+/g, ' ')).toContain(`${reference} – Object to a use of my data: promised by`)
    const after = first?.text.slice(first.text.indexOf(reference)) ?? ''
    const decision = linkIn({ ...(first as NonNullable<typeof first>), text: after })
    const { page } = await officer().looks(decision)
    expect(page).toContain('I was followed.')
    expect(page).toContain('Do you need longer?')
    // A link of the officer's is for the officer.
    expect((await person.presses(decision, 'withdraw')).toString()).toBe('404')
    expect(await officer().sends(decision, 'decide', { extend: 'many' })).toBe(200)
    expect((await subjects(person, reference)).at(-1)).toBe('Our answer will take longer')
    expect((await person.mails(reference)).at(-1)?.text.replaceAll(/\s+/g, ' ')).toContain(
      'because very many requests came in at once',
    )
    const longer = await person.sees(link)
    expect(longer).toMatchObject({ longer: 'many' })
    expect(longer.promisedBy > promisedBy).toBe(true)
    const so = (await daily()).length
    await house.cloud.clock.advance('P10D')
    for (const { text } of (await daily()).slice(so)) expect(text).not.toContain(reference)
    // What is taken once is taken; and only by who may.
    const staff = program('extending staff', 'Staff')
    const path = `/company/requests/${reference}/extend`
    expect(await staff.calls('POST', path, { why: 'many' })).toMatchObject({ status: 200, json: { longer: 'many' } })
    expect(await staff.calls('POST', path, { why: 'complex' })).toMatchObject({
      status: 409,
      json: { error: 'not-possible-now' },
    })
    expect((await staff.calls('POST', path, { why: 'tired' })).status).toBe(400)
    expect((await staff.calls('POST', '/company/requests/OB-0000-0000/extend', { why: 'many' })).status).toBe(404)
    expect((await program('nobody who extends').calls('POST', path, { why: 'many' })).status).toBe(403)
    expect(await person.presses(link, 'withdraw')).toBe(200)
  },
  long,
)

promise(
  'N14',
  'the figures of a year are a file for the authority: what was asked, what was done, and of nobody',
  async () => {
    const person = new Person(house.cloud, somebody(113).email)
    const authority = program('figures', 'Figures')
    const year = new Date(house.cloud.clock.now() + 86_400_000).getUTCFullYear()
    const of = async (name: string) => {
      const { text } = await authority.calls('GET', `/company/figures?year=${year}`)
      const [columns = [], ...lines] = text.split('\r\n').map((line) => line.split(','))
      const line = lines.find((one) => one[1] === name) ?? []
      const number = (column: string) => Number(line[columns.indexOf(column)] ?? 0)
      return { received: number('received'), settled: number('settled'), back: number('taken_back') }
    }
    await house.cloud.clock.advance('P2D')
    const before = await of('portability')
    const { link } = await person.asksAndConfirms('portability')
    await person.presses(link, 'withdraw')
    await house.cloud.clock.advance('P2D')
    const after = await of('portability')
    expect(after.received - before.received).toBe(1)
    expect(after.settled - before.settled).toBe(1)
    const letter = (await daily()).at(-1)
    expect(letter?.text.replaceAll(/\s+/g, ' ')).toContain('- My data for another service:')
    expect((await authority.calls('GET', '/company/figures?year=26')).status).toBe(400)
    expect((await authority.calls('GET', '/company/figures')).status).toBe(400)
    expect((await program('who wants no figures').calls('GET', `/company/figures?year=${year}`)).status).toBe(403)
    const { text } = await authority.calls('GET', `/company/figures?year=${year}`)
    expect(text).not.toMatch(/OB-|@/)
  },
  long,
)

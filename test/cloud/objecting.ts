import { expect, test } from 'vitest'
import policy from '../../demo/policy.ts'
import { promise } from '../promise.ts'
import { certificateOf } from './certificates.ts'
import { program } from './company.ts'
import { visible } from './house.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

const officer = () => new Person(house.cloud, policy.company.officer)
const subjects = async (person: Person, reference: string) =>
  (await person.mails(reference)).map(({ subject }) => subject.split(':')[0])
const check = (category: string, addresses: readonly string[]) =>
  program('statistics software', 'Uses').calls('POST', '/company/uses/check', { category, addresses })

promise(
  'N14',
  'who objects to a use gives their grounds, may be unavailable meanwhile, and has a decision with reasons within the month',
  async () => {
    const { email, accounts } = somebody(70)
    const person = new Person(house.cloud, email)
    const before = await house.sees(accounts)
    const { link, reference } = await person.asksAndConfirms('processing-objection')
    expect((await person.sees(link)).status).toBe('objecting')
    const grounds = 'I was stalked.\n<b>Nobody</b> may know where I am.'
    const all = { 'use-technical': 'on', 'use-public-posts': 'on', 'use-shoes': 'on' }
    for (const wrong of [{}, { grounds }, all, { ...all, grounds: 'x'.repeat(2001) }, { ...all, grounds: 'a\u202Eb' }])
      expect(await person.sends(link, 'state', wrong)).toBe(400)
    expect(await person.sends(link, 'state', { ...all, grounds })).toBe(200)
    const stated = await person.sees(link)
    expect(stated).toMatchObject({ status: 'weighing', actions: ['suspend', 'withdraw'] })
    expect(stated.uses?.map(({ category }) => category)).toEqual(['technical', 'public-posts'])

    // One click, and nobody uses anything until it is decided; a second leads to the same request.
    for (let clicks = 0; clicks < 2; clicks++) expect(await person.sends(link, 'suspend', {})).toBe(200)
    expect(visible(await house.sees(accounts))).toEqual([])
    const held = (await person.mails()).at(-1)
    const heldLink = await person.link(held?.subject.split(': ')[1])
    expect(await person.sees(heldLink)).toMatchObject({ right: 'restriction', status: 'held', ground: 'objection' })

    const first = await officer().link(reference)
    const { page } = await officer().looks(first)
    expect(page).toContain('&lt;b&gt;Nobody&lt;/b&gt; may know where I am.')
    expect(page).not.toContain(email)
    expect(await person.sends(link, 'decide', { 'use-technical': 'stop' })).toBe(404)
    // Too little, and a refusal without a word.
    expect(await officer().sends(first, 'decide', { 'use-technical': 'stop' })).toBe(400)
    const decided = { 'use-technical': 'stop', 'use-public-posts': 'compelling' }
    expect(await officer().sends(first, 'decide', decided)).toBe(400)
    expect(await officer().sends(first, 'decide', { extend: 'complex' })).toBe(200)
    expect(await officer().sends(first, 'decide', { extend: 'many' })).toBe(200)
    expect((await subjects(person, reference)).at(-1)).toBe('Our answer will take longer')
    const longer = await person.sees(link)
    expect(longer).toMatchObject({ status: 'weighing', longer: 'complex' })
    expect(longer.promisedBy > stated.promisedBy).toBe(true)
    const decision = await officer().link(reference)
    await house.passes('P40D')
    expect((await person.sees(link)).status).toBe('weighing')

    expect((await check('technical', [email])).json).toEqual({ category: 'technical', stopped: [] })
    expect(await officer().sends(decision, 'decide', { ...decided, answer: 'Others answered them.' })).toBe(200)
    // Twice is once, and nobody decides again.
    expect(await officer().sends(decision, 'decide', { 'use-technical': 'claims', answer: 'No.' })).toBe(200)
    expect(await person.sees(link)).toMatchObject({
      status: 'refused',
      uses: [
        { category: 'technical', state: 'stopped' },
        { category: 'public-posts', state: 'goes-on', reason: 'compelling' },
      ],
      actions: ['certificate'],
    })
    const answered = (await person.mails(reference)).at(-1)
    const certificate = await certificateOf(answered)
    expect(certificate).toMatchObject({
      ...{ right: 'processing-objection', stoppedSince: expect.any(String), promisedBy: longer.promisedBy },
      uses: [
        { category: 'technical', outcome: 'stopped' },
        { category: 'public-posts', outcome: 'goes-on', reason: 'compelling' },
      ],
    })
    expect(JSON.stringify(certificate)).not.toMatch(/stalked|answered them/)
    const told = answered?.text.replaceAll(/\s+/g, ' ')
    expect(told).toContain('Others answered them.')
    expect(told).toContain(policy.company.authority.name)
    expect((await check('technical', [email, 'nobody@example.org'])).json).toMatchObject({
      stopped: [{ address: email }],
    })
    expect((await check('public-posts', [email])).json).toMatchObject({ stopped: [] })
    expect(await person.sends(link, 'withdraw', {})).toBe(409)
    // What was unavailable meanwhile stays so until the person wants it back.
    expect(visible(await house.sees(accounts))).toEqual([])
    expect(await person.presses(heldLink, 'restore')).toBe(200)
    expect(await house.sees(accounts)).toEqual(before)
    for (const { where, text } of await house.written())
      expect(text.includes('stalked') || text.includes('answered them'), where).toBe(false)
  },
  240_000,
)

test('who gives no grounds is reminded, and everything goes on; nobody but the company’s programs asks about uses', async () => {
  const person = new Person(house.cloud, somebody(71).email)
  const { link, reference } = await person.asksAndConfirms('processing-objection')
  await house.passes('P15D')
  expect(await subjects(person, reference)).toEqual([
    'Please confirm your request',
    'Please tell us why you object',
    'Please tell us why you object',
    'Your objection is closed',
  ])
  expect((await person.sees(link)).status).toBe('dropped')
  expect((await program('nobody').calls('POST', '/company/uses/check', {})).status).toBe(403)
  expect((await check('shoes', [person.address])).status).toBe(400)
}, 240_000)

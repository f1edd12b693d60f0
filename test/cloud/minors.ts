import { expect, test } from 'vitest'
import { promise } from '../promise.ts'
import { inBucket } from './bucket-of-copies.ts'
import { program } from './company.ts'
import { visible } from './house.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

const staff = () => program('staff', 'Staff')
const report = (address: string) => staff().calls('POST', '/company/children', { address, file: '2026/31' })
const subjects = async (person: Person, reference: string) =>
  (await person.mails(reference)).map(({ subject }) => subject.split(':')[0])

promise(
  'N8',
  'a reported child’s account stays when both addresses proved the consent; without it everything is erased, and nobody is obstructed',
  async () => {
    const { email, accounts } = somebody(72)
    const child = new Person(house.cloud, email)
    const guardian = new Person(house.cloud, 'grown.up@example.org')
    const before = await house.sees(accounts)
    const { json } = await report(email)
    const reference = String(json.reference)
    expect(json.status).toBe('consenting')
    // Twice is once.
    expect((await report(email.toUpperCase())).json).toEqual(json)
    const link = await child.link(reference)
    for (const named of ['', 'mum', email.toUpperCase()])
      expect(await child.sends(link, 'state', { guardian: named })).toBe(400)
    const stranger = new Person(house.cloud, 'grown.up@example.net')
    expect(await child.sends(link, 'state', { guardian: stranger.address })).toBe(200)
    const mistaken = await stranger.link(reference)
    expect(await stranger.sees(mistaken)).toEqual({ reference, state: 'open' })
    expect(await child.sends(link, 'state', { guardian: guardian.address })).toBe(200)
    // Whom the child named by mistake was written to, and decides nothing any more.
    expect(await stranger.sees(mistaken)).toEqual({ reference, state: 'over' })
    for (const consent of ['no', 'yes']) expect(await stranger.sends(mistaken, 'consent', { consent })).toBe(200)
    expect(await child.sees(link)).toMatchObject({ status: 'consenting' })
    const question = await guardian.link(reference)
    expect((await guardian.looks(question)).page).not.toContain(email)
    for (const button of ['state', 'erase-now', 'copy', 'restore'])
      expect(await guardian.sends(question, button, {})).toBe(404)
    expect(await child.sends(link, 'consent', { consent: 'yes' })).toBe(404)
    expect(await guardian.sends(question, 'consent', { consent: 'yes' })).toBe(200)
    expect(await guardian.sees(question)).toEqual({ reference, state: 'done' })
    expect(await subjects(child, reference)).toEqual([
      'An adult has to say yes to your account',
      'A parent or guardian said yes',
    ])
    // Said once, it is known: neither a report nor the child's own word asks again.
    expect((await report(email)).json).toEqual({ reference, status: 'consented' })
    expect(await house.sees(accounts)).toEqual(before)
    for (const { where, text } of await house.written()) expect(text.includes('grown.up'), where).toBe(false)

    const other = somebody(73)
    const alone = new Person(house.cloud, other.email)
    const asked = await fetch(`${house.cloud.site}/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ address: other.email, right: 'access', child: 'on' }),
    })
    const copy = ((await asked.json()) as { reference: string }).reference
    await house.cloud.clock.quiet()
    expect(await alone.presses(await alone.link(copy), 'confirm')).toBe(200)
    expect((await alone.sees(await alone.link(copy))).status).toBe('ready')
    const mail = (await alone.mails()).find((one) => one.subject.startsWith('An adult has to say yes'))
    const open = mail?.subject.split(': ')[1] ?? ''
    const page = await alone.link(open)
    // Whose time would be over only after the erasure.
    await house.passes('P10D')
    const later = await alone.asksAndConfirms('portability')
    expect((await alone.sees(later.link)).status).toBe('ready')
    await house.passes('P4DT1H')
    expect(await alone.sees(page)).toMatchObject({ status: 'grace', unconsented: true, child: true })
    expect(visible(await house.sees(other.accounts))).toEqual([])
    expect(await alone.presses(page, 'restore')).toBe(409)
    await house.passes('P8D')
    expect(await alone.sees(page)).toMatchObject({ status: 'erased', child: true })
    expect(await house.leftOf(other)).toEqual([])
    expect(await inBucket()).not.toContain(later.reference)
    expect(await alone.sees(later.link)).toMatchObject({ status: 'discarded', erased: true, actions: [] })
    const gone = (await alone.mails(later.reference)).at(-1)
    expect(gone?.subject).toBe(`Your copy has been deleted: ${later.reference}`)
    expect(gone?.text).toContain('Data in the copy that you asked for had to be erased.')
    expect(await subjects(alone, open)).toEqual([
      'An adult has to say yes to your account',
      'An adult has to say yes to your account',
      'Your data will be erased',
      'Your data have been erased',
    ])
  },
  240_000,
)

test('a report that was wrong ends with a word to its holder; only staff report, and only accounts that there are', async () => {
  const { email, accounts } = somebody(74)
  const person = new Person(house.cloud, email)
  const before = await house.sees(accounts)
  const reference = String((await report(email)).json.reference)
  const end = () => staff().calls('DELETE', `/company/requests/${reference}/child`, { file: '2026/31' })
  for (let times = 0; times < 2; times++) expect((await end()).json.status).toBe('unfounded')
  expect((await subjects(person, reference)).at(-1)).toBe('You do not need to do anything for your account')
  expect(await house.sees(accounts)).toEqual(before)
  expect((await report('nobody@example.org')).status).toBe(409)
  expect((await program('newsletter software', 'Mailing').calls('POST', '/company/children', {})).status).toBe(403)
}, 240_000)

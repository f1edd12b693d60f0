import { expect, test } from 'vitest'
import type { Key } from '../../bin/verify/read.ts'
import { verify } from '../../bin/verify/verify.ts'
import policy from '../../demo/policy.ts'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { visible } from './house.ts'
import { house } from './one-house.ts'
import { owner, Person, somebody } from './person.ts'

const officer = () => new Person(house.cloud, policy.company.officer)
const accountsOf = async (accounts: readonly string[]) =>
  (await house.sees(accounts)).flatMap(({ parts }) => parts.find(({ what }) => what === 'Account')?.rows ?? [])
const rowsOf = async (what: string, accounts: readonly string[]) =>
  (await house.sees(accounts)).flatMap(({ parts }) => parts.find((part) => part.what === what)?.rows ?? [])
const subjects = async (person: Person, reference: string) =>
  (await person.mails(reference)).map(({ subject }) => subject)

promise(
  'N2',
  'who says what is right has it corrected in every system by itself, and what is missing completed, and nothing else',
  async () => {
    const { email, accounts } = somebody(20)
    const person = new Person(house.cloud, email)
    const before = await accountsOf(accounts)
    const { link, reference } = await person.asksAndConfirms('rectification')
    expect((await person.sees(link)).status).toBe('stating')
    expect(await accountsOf(accounts)).toEqual(before)
    expect(await person.sends(link, 'state', { 'last-name': 'Vane-Okonkwo', phone: '+44 7700 900456' })).toBe(200)
    const after = await accountsOf(accounts)
    expect(after).toEqual(before.map((row) => ({ ...row, lastName: 'Vane-Okonkwo', phone: '+44 7700 900456' })))
    expect(await person.sees(link)).toMatchObject({
      status: 'corrected',
      coverage: [
        { system: 'accounts', field: 'last-name', outcome: 'corrected', count: accounts.length },
        { system: 'accounts', field: 'phone', outcome: 'corrected', count: accounts.length },
      ],
    })
    expect((await person.mails(reference)).at(-1)?.text).toContain('- Last name: corrected')
    // The certificate says which fields of which systems, and no value: in the mail, and on the page.
    const attached = (await person.mails(reference)).at(-1)?.attachments[0]
    expect(attached?.filename).toBe(`certificate-${reference}.json`)
    const downloaded = await fetch(`${house.cloud.site}${link}/certificate`)
    expect(await downloaded.json()).toEqual(JSON.parse(attached?.content ?? ''))
    const { keys } = (await (await fetch(`${house.cloud.site}/.well-known/jwks.json`)).json()) as { keys: Key[] }
    expect(verify(JSON.parse(attached?.content ?? ''), keys)).toMatchObject({
      kind: 'valid',
      certificate: {
        reference,
        right: 'rectification',
        items: [
          { field: 'last-name', outcome: 'corrected' },
          { field: 'phone', outcome: 'corrected' },
        ],
      },
    })
    for (const value of ['Vane-Okonkwo', '900456', email]) expect(attached?.content).not.toContain(value)
    // A second click, or a link that was kept, changes nothing.
    expect(await person.sends(link, 'state', { 'last-name': 'Other' })).toBe(409)
    expect(await accountsOf(accounts)).toEqual(after)
    for (const { where, text } of await house.written())
      expect(text.includes('Vane-Okonkwo') || text.includes('900456'), where).toBe(false)
  },
  240_000,
)

promise(
  'N2',
  'a new e-mail address counts once both are proven, in every system; then letters go there, and the old one is told',
  async () => {
    const { email, accounts } = somebody(21)
    const person = new Person(house.cloud, email)
    const renamed = new Person(house.cloud, 'renamed@example.org')
    const { link, reference } = await person.asksAndConfirms('rectification')
    expect(await person.sends(link, 'state', { email: 'Renamed@Example.org' })).toBe(200)
    expect((await person.sees(link)).status).toBe('proving')
    expect(new Set((await accountsOf(accounts)).map((row) => row.email))).toEqual(new Set([email]))
    const proof = await renamed.link(reference)
    // Whoever reads the mail at the new address sees the question, and nothing of the person.
    expect((await renamed.looks(proof)).page).not.toContain(email)
    expect(await renamed.sees(proof)).toEqual({ reference, state: 'open' })
    for (const button of ['state', 'withdraw', 'decide', 'restore', 'copy'])
      expect(await renamed.sends(proof, button, {})).toBe(404)
    expect(await person.sends(link, 'prove', {})).toBe(404)
    expect(await renamed.sends(proof, 'prove', {})).toBe(200)
    expect(await renamed.sends(proof, 'prove', {})).toBe(200)
    expect(await renamed.sees(proof)).toEqual({ reference, state: 'done' })
    expect(new Set((await accountsOf(accounts)).map((row) => row.email))).toEqual(new Set([renamed.address]))
    for (const row of await rowsOf('Newsletter', accounts)) expect(row.email).toBe(renamed.address)
    expect(await subjects(person, reference)).toContain(`Your e-mail address has been changed: ${reference}`)
    expect((await subjects(renamed, reference)).at(-1)).toBe(`Your data have been corrected: ${reference}`)
    // From now on the directory knows them by the new one.
    const copy = await renamed.asksAndConfirms('access')
    expect((await renamed.sees(copy.link)).status).toBe('ready')
  },
  240_000,
)

promise(
  'N2',
  'what a person decides goes to the company’s officer; refused, the statement lies with the record, with reason and right to complain',
  async () => {
    const { email, accounts } = owner(1)
    const person = new Person(house.cloud, email)
    const before = await rowsOf('Invoices', accounts)
    expect(before.length).toBeGreaterThan(0)
    const { link, reference } = await person.asksAndConfirms('rectification')
    const said = {
      'billing-name': 'Quill & Daughters',
      statement: '<b>The posts</b> are not mine.',
      about: 'public-posts',
    }
    const proof = new File([new Uint8Array(3_900_000).fill(7)], 'My passport.PDF', { type: 'text/html' })
    expect(await person.sends(link, 'state', said, new File(['x'.repeat(4_000_001)], 'large.pdf'))).toBe(400)
    expect(await person.sends(link, 'state', said, proof)).toBe(200)
    expect(await person.sees(link)).toMatchObject({ status: 'deciding', evidence: 3_900_000 })
    expect(await rowsOf('Invoices', accounts)).toEqual(before)
    const decision = await officer().link(reference)
    const { page } = await officer().looks(decision)
    expect(page).toContain('Quill &amp; Daughters')
    expect(page).toContain('&lt;b&gt;The posts&lt;/b&gt; are not mine.')
    expect(await person.sends(link, 'decide', { 'billing-name': 'apply', statement: 'apply' })).toBe(404)
    const evidence = () => fetch(`${house.cloud.site}${decision}/evidence`)
    const file = await evidence()
    expect(file.headers.get('content-type')).toBe('application/octet-stream')
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="evidence-${reference}.pdf"`)
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(await proof.arrayBuffer()))).toBe(true)
    expect((await fetch(`${house.cloud.site}${link}/evidence`)).status).toBe(404)
    expect(await officer().sends(decision, 'decide', { 'billing-name': 'as-issued' })).toBe(400)
    const decided = { 'billing-name': 'as-issued', statement: 'apply', answer: 'The posts are gone.' }
    expect(await officer().sends(decision, 'decide', decided)).toBe(200)
    // Twice is once, and another decision comes too late.
    expect(await officer().sends(decision, 'decide', { 'billing-name': 'apply', statement: 'correct' })).toBe(200)
    const after = await rowsOf('Invoices', accounts)
    expect(after.map(({ billing_name, number }) => ({ billing_name, number }))).toEqual(
      before.map(({ billing_name, number }) => ({ billing_name, number })),
    )
    for (const { statement } of after) expect(statement).toBe('Name on invoices: Quill & Daughters')
    const told = (await person.mails(reference)).at(-1)
    expect(told?.subject).toBe(`Not everything could be corrected: ${reference}`)
    const flowing = told?.text.replaceAll(/\s+/g, ' ')
    expect(flowing).toContain('An invoice has to stay as it was issued')
    expect(flowing).toContain('The posts are gone.')
    expect(flowing).toContain(policy.company.authority.name)
    expect(await person.sees(link)).toMatchObject({ status: 'declined', actions: ['certificate'] })
    expect(JSON.parse(told?.attachments[0]?.content ?? '').certificate.items).toEqual([
      expect.objectContaining({ field: 'billing-name', reason: 'as-issued', statement: 'kept-with-records' }),
      expect.objectContaining({ field: 'statement', outcome: 'corrected' }),
    ])
    expect(told?.attachments[0]?.content).not.toContain('Quill')
    // The file went with the request.
    expect((await evidence()).status).toBe(404)
    expect(await house.rowsBeginning('E#')).toEqual([])
  },
  240_000,
)

promise(
  'N2',
  'a correction asked while data are unavailable is done in the vault, and a restore gives the corrected rows back',
  async () => {
    const { email, accounts } = owner(2)
    const person = new Person(house.cloud, email)
    const [accountsBefore, invoices] = [await accountsOf(accounts), await rowsOf('Invoices', accounts)]
    const held = await person.asksAndConfirms('restriction')
    const { link, reference } = await person.asksAndConfirms('rectification')
    await person.sends(link, 'state', { 'first-name': 'Corrected', 'billing-name': 'Corrected Ltd' })
    await officer().sends(await officer().link(reference), 'decide', { 'billing-name': 'apply' })
    expect((await person.sees(link)).status).toBe('corrected')
    expect(visible(await house.sees(accounts))).toEqual([])
    expect(await person.presses(held.link, 'restore')).toBe(200)
    expect(await accountsOf(accounts)).toEqual(accountsBefore.map((row) => ({ ...row, firstName: 'Corrected' })))
    const back = await rowsOf('Invoices', accounts)
    expect(back.map(({ billing_name }) => billing_name)).toEqual(invoices.map(() => 'Corrected Ltd'))
  },
  long,
)

test(
  'a correction asked in the grace period of an erasure is done, and ends with the erasure when it waits',
  long,
  async () => {
    const { email, accounts } = somebody(22)
    const person = new Person(house.cloud, email)
    const before = await accountsOf(accounts)
    const erasure = await person.asksAndConfirms('erasure')
    const first = await person.asksAndConfirms('rectification')
    await person.sends(first.link, 'state', { phone: '+44 7700 900789' })
    expect((await person.sees(first.link)).status).toBe('corrected')
    expect(await person.presses(erasure.link, 'restore')).toBe(200)
    expect(await accountsOf(accounts)).toEqual(before.map((row) => ({ ...row, phone: '+44 7700 900789' })))
    const again = await person.asksAndConfirms('erasure')
    const waiting = await person.asksAndConfirms('rectification')
    expect(await person.presses(again.link, 'erase-now')).toBe(200)
    expect((await person.sees(again.link)).status).toBe('erased')
    expect(await person.sees(waiting.link)).toMatchObject({ status: 'superseded', actions: [] })
  },
)

test('one system down for a day holds up no other, and the rest is corrected when it is back', long, async () => {
  const { email, accounts } = owner(3)
  const person = new Person(house.cloud, email)
  const renamed = new Person(house.cloud, 'late@example.org')
  const { link, reference } = await person.asksAndConfirms('rectification')
  await person.sends(link, 'state', { email: renamed.address })
  const leave = house.cloud.onCall(({ needs }) => {
    if (needs.some(({ action, resource }) => action === 'dynamodb:UpdateItem' && resource.includes('demo-accounts')))
      throw new Error('down')
  })
  await renamed.sends(await renamed.link(reference), 'prove', {})
  await house.cloud.clock.advance('PT2H')
  expect(await subjects(person, reference)).toContain(`This is taking longer than planned: ${reference}`)
  const { coverage, status } = await person.sees(link)
  expect(status).toBe('correcting')
  expect(coverage.filter(({ outcome }) => outcome === 'pending')).toMatchObject([
    { system: 'accounts', field: 'email' },
  ])
  leave()
  await house.cloud.clock.advance('P1D')
  expect((await person.sees(link)).status).toBe('corrected')
  expect(new Set((await accountsOf(accounts)).map((row) => row.email))).toEqual(new Set([renamed.address]))
})

test(
  'what cannot be taken is said at its field, and nothing is saved; silence ends the wait with a reminder before',
  long,
  async () => {
    const { email, accounts } = somebody(23)
    const person = new Person(house.cloud, email)
    const before = await accountsOf(accounts)
    const { link, reference } = await person.asksAndConfirms('rectification')
    const hostile: ReadonlyArray<Record<string, string>> = [
      {},
      { phone: 'none' },
      { 'first-name': 'x'.repeat(61) },
      { 'first-name': 'Ada\u202E' },
      { email: 'ada@example.org\r\nBcc: all@example.org' },
      { id: 'a-1001', role: 'owner' },
      { statement: 'x'.repeat(2001) },
    ]
    for (const fields of hostile) expect(await person.sends(link, 'state', fields)).toBe(400)
    expect(await person.sends(link, 'state', { statement: '語'.repeat(20_000) })).toBe(400)
    expect(await person.sends(link, 'state', { statement: 'x'.repeat(5_000_000) })).toBe(413)
    expect(await person.sees(link)).toMatchObject({ status: 'stating' })
    expect(await accountsOf(accounts)).toEqual(before)
    await house.passes('P15D')
    expect(await subjects(person, reference)).toEqual([
      `Please confirm your request: ${reference}`,
      `Please tell us what is right: ${reference}`,
      `Please tell us what is right: ${reference}`,
      `Nothing was corrected: ${reference}`,
    ])
    expect((await person.sees(link)).status).toBe('unchanged')
  },
)

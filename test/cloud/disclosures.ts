import { DeleteItemCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { names } from '../../demo/places/places.ts'
import policy from '../../demo/policy.ts'
import { moved } from '../../domain/time.ts'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { program } from './company.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

const staff = () => program('staff', 'Staff')
/** What moves data: it may ask and report, and nothing else. */
const mover = () => program('exchange software', 'Disclosures')
const officer = () => new Person(house.cloud, policy.company.officer)
const check = async (reference: string) =>
  (await mover().calls('POST', `/company/disclosures/${reference}/check`, {})).json
const reports = (reference: string, report: object) =>
  mover().calls('POST', `/company/disclosures/${reference}/disclosed`, report)
const inDays = (days: number) =>
  moved(new Date(house.cloud.clock.now()).toISOString() as never, `P${days}D`, policy.company.timeZone).slice(0, 10)
const question = (address: string, more: object = {}) => ({
  address,
  to: { name: 'Museum of Letters', address: 'Quay 1, Hamburg', country: 'DE' },
  purpose: 'An exhibition of letters\nfrom 1 May',
  categories: ['content', 'identity'],
  until: inDays(60),
  by: 'Public relations',
  file: '2026/41',
  ...more,
})
const asks = (address: string, more: object = {}) =>
  staff().calls('POST', '/company/disclosures', question(address, more))
const subjects = async (person: Person, reference: string) =>
  (await person.mails(reference)).map(({ subject }) => subject.split(':')[0])

promise(
  'N12',
  'staff ask a person before data go to a third party; only the recorded yes says so, until it is withdrawn, and the company hears of it',
  async () => {
    const { email, accounts } = somebody(100)
    const person = new Person(house.cloud, email)
    const before = await house.sees(accounts)
    const { json } = await asks(email)
    const reference = String(json.reference)
    expect(json).toMatchObject({ answer: 'not-answered', answerBy: expect.any(String), holdsUntil: expect.any(String) })
    // Twice is once; the same file for something else is refused.
    expect((await asks(email.toUpperCase())).json).toEqual(json)
    expect(await asks(email, { purpose: 'Advertising' })).toMatchObject({
      status: 409,
      json: { error: 'asked-otherwise' },
    })
    expect(await subjects(person, reference)).toEqual(['May we pass on your data?'])

    // Looking at it, as a mail scanner does, answers nothing.
    const link = await person.link(reference)
    const { page } = await person.looks(link)
    for (const text of [
      'Museum of Letters',
      'Quay 1, Hamburg, Germany',
      'An exhibition of letters',
      'Public relations',
    ])
      expect(page).toContain(text)
    expect(page).not.toContain(email)
    expect(await check(reference)).toMatchObject({ approved: false, answer: 'not-answered' })
    expect(await reports(reference, { at: new Date(house.cloud.clock.now()).toISOString() })).toMatchObject({
      status: 409,
    })
    for (const wrong of [{}, { answer: 'maybe' }]) expect(await person.sends(link, 'approve', wrong)).toBe(400)
    expect(await person.presses(link, 'withdraw')).toBe(409)

    for (let clicks = 0; clicks < 2; clicks++) expect(await person.sends(link, 'approve', { answer: 'yes' })).toBe(200)
    // A yes is taken back by withdrawing it, and in no other way.
    expect(await person.sends(link, 'approve', { answer: 'no' })).toBe(409)
    expect(await check(reference)).toMatchObject({
      ...{ approved: true, answer: 'approved', categories: ['identity', 'content'] },
      ...{ to: { name: 'Museum of Letters' }, holdsUntil: json.holdsUntil },
    })
    const at = new Date(house.cloud.clock.now()).toISOString()
    await house.cloud.clock.advance('PT1H')
    for (let times = 0; times < 2; times++)
      expect(await reports(reference, { at, categories: ['content'] })).toMatchObject({
        status: 200,
        json: { disclosed: [{ at, categories: ['content'] }] },
      })
    for (const report of [{ at, categories: ['payment'] }, { at: '2020-01-01T00:00:00Z' }])
      expect(await reports(reference, report)).toMatchObject({ status: 409, json: { error: 'not-approved-then' } })
    for (const report of [{}, { at: 'yesterday' }])
      expect(await reports(reference, report)).toMatchObject({ status: 400, json: { fields: ['at'] } })

    const later = await person.link(reference)
    expect((await person.looks(later)).page).toContain('checked 2 times whether you still approve')
    expect(await person.presses(later, 'withdraw')).toBe(200)
    expect(await check(reference)).toMatchObject({ approved: false, answer: 'withdrawn' })
    // What went before it can still be reported.
    expect((await reports(reference, { at, categories: ['identity'] })).status).toBe(200)
    const seen = await person.sees(link)
    expect(seen).toMatchObject({
      status: 'approval-ended',
      actions: [],
      disclosure: {
        why: 'withdrawn',
        checks: 3,
        disclosed: [{ categories: ['content'] }, { categories: ['identity'] }],
      },
    })
    expect(await subjects(person, reference)).toEqual([
      'May we pass on your data?',
      'You agreed that we may pass on your data',
      'Your approval has ended',
    ])
    expect(await subjects(officer(), reference)).toEqual(['A disclosure was approved', 'An approval has ended'])
    expect((await officer().mails(reference)).at(-1)?.text.replaceAll(/\s+/g, ' ')).toContain(
      'The person withdrew the approval. Nothing more may be passed on.',
    )
    expect(await house.sees(accounts)).toEqual(before)
    for (const { where, text } of await house.written()) expect(text.includes('Museum of Letters'), where).toBe(false)
  },
  240_000,
)

promise(
  'N12',
  'silence is a no after one reminder; a restriction ends what was approved, also when everything is back',
  async () => {
    const [silent, restricted, no] = [somebody(101), somebody(102), somebody(103)]
    const [first, second, third] = [silent, restricted, no].map(({ email }) => new Person(house.cloud, email))
    if (!first || !second || !third) throw new Error('three people are needed')
    const [one, two, three] = await Promise.all(
      [silent, restricted, no].map(async ({ email }) => String((await asks(email)).json.reference)),
    )
    if (!one || !two || !three) throw new Error('three questions are needed')
    expect(await third.sends(await third.link(three), 'approve', { answer: 'no' })).toBe(200)
    expect((await subjects(third, three)).at(-1)).toBe('Your data will not be passed on')
    // After a no another question may be asked under the same file.
    const again = String((await asks(no.email)).json.reference)
    expect(again).not.toBe(three)
    expect(await third.sends(await third.link(again), 'approve', { answer: 'no' })).toBe(200)

    expect(await second.sends(await second.link(two), 'approve', { answer: 'yes' })).toBe(200)
    const { link } = await second.asksAndConfirms('restriction')
    expect(await second.sees(await second.link(two))).toMatchObject({
      status: 'approval-ended',
      disclosure: { why: 'unavailable' },
    })
    expect(await asks(restricted.email, { file: '2026/42' })).toMatchObject({
      status: 409,
      json: { error: 'unavailable' },
    })
    expect(await second.presses(link, 'restore')).toBe(200)
    expect(await check(two)).toMatchObject({ approved: false, answer: 'unavailable' })

    await house.passes('P15D')
    expect(await subjects(first, one)).toEqual([
      'May we pass on your data?',
      'May we pass on your data?',
      'Your data will not be passed on',
    ])
    expect(await check(one)).toMatchObject({ approved: false, answer: 'not-approved' })
    expect(await first.sends(await first.link(one), 'approve', { answer: 'yes' })).toBe(409)
    expect(await check(three)).toMatchObject({ approved: false, answer: 'not-approved' })
    expect((await subjects(officer(), two)).at(-1)).toBe('An approval has ended')
  },
  long,
)

promise(
  'N12',
  'an approval ends with the account that it is about, also when the company deleted it without Oblige: the directory is asked each time',
  async () => {
    const { email, accounts } = somebody(105)
    const person = new Person(house.cloud, email)
    const reference = String((await asks(email)).json.reference)
    expect(await person.sends(await person.link(reference), 'approve', { answer: 'yes' })).toBe(200)
    const dynamodb = new DynamoDBClient(house.pastPermissions)
    const rows = await Promise.all(
      accounts.map(async (id) => {
        const key = { TableName: names.accounts, Key: { id: { S: id } } }
        const { Item } = await dynamodb.send(new GetItemCommand(key))
        await dynamodb.send(new DeleteItemCommand(key))
        return Item
      }),
    )
    expect(await check(reference)).toMatchObject({ approved: false, answer: 'unavailable' })
    for (const Item of rows) await dynamodb.send(new PutItemCommand({ TableName: names.accounts, Item }))
    expect(await check(reference)).toMatchObject({ approved: false, answer: 'unavailable' })
    expect((await subjects(person, reference)).at(-1)).toBe('Your approval has ended')
  },
  240_000,
)

test('only staff ask, only people who are there and of age, and what is wrong with a question is said', async () => {
  const { email } = somebody(104)
  const wrong: ReadonlyArray<readonly [object, string]> = [
    [{ address: 'nobody' }, 'address'],
    [{ to: { name: '' } }, 'to'],
    [{ to: { name: 'Museum\nof Letters' } }, 'to'],
    [{ to: { name: 'Museum', country: 'Germany' } }, 'to'],
    [{ purpose: 'x'.repeat(501) }, 'purpose'],
    [{ purpose: 'a\u202Eb' }, 'purpose'],
    [{ categories: [] }, 'categories'],
    [{ categories: ['shoes'] }, 'categories'],
    [{ until: '2026-02-30' }, 'until'],
    [{ by: undefined }, 'by'],
    [{ file: 'a@b' }, 'file'],
    [{ language: 'fr' }, 'language'],
  ]
  for (const [more, field] of wrong)
    expect(await asks(email, more)).toMatchObject({ status: 400, json: { error: 'malformed', fields: [field] } })
  expect(await asks(email, { until: '2020-01-01' })).toMatchObject({ status: 409, json: { error: 'too-late' } })
  expect(await asks(email, { until: inDays(200) })).toMatchObject({ status: 409, json: { error: 'too-long' } })
  expect(await asks('nobody@example.org')).toMatchObject({ status: 409, json: { error: 'no-such-account' } })
  const child = String(
    (await staff().calls('POST', '/company/children', { address: email, file: '2026/44' })).json.reference,
  )
  expect(await asks(email)).toMatchObject({ status: 409, json: { error: 'child' } })
  await staff().calls('DELETE', `/company/requests/${child}/child`, { file: '2026/44' })
  // Each of the company's programs may do its own part alone.
  expect((await mover().calls('POST', '/company/disclosures', question(email))).status).toBe(403)
  expect((await staff().calls('POST', `/company/disclosures/${child}/check`, {})).status).toBe(403)
  for (const unknown of ['OB-0000-0000', child])
    expect((await mover().calls('POST', `/company/disclosures/${unknown}/check`, {})).status).toBe(404)
}, 240_000)

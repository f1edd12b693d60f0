import { expect, test } from 'vitest'
import demo from '../../demo/policy.ts'
import { answerBy, type Instant } from '../../domain/time.ts'
import { withHolidays } from '../../infra/holidays.ts'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { program } from './company.ts'
import { visible } from './house.ts'
import { house } from './one-house.ts'
import { linkIn, Person, somebody } from './person.ts'
import { post } from './post.ts'

/** As deployed: with the public holidays, which move a deadline. */
const policy = withHolidays(demo, new Date().getFullYear())
const desk = () => new Person(house.cloud, policy.company.officer)
const titles = async (person: Person, reference = '') =>
  (await person.mails(reference)).map(({ subject }) => subject.split(':')[0])
const doubts = { doubt: 'another-writes', 'ask-account': 'on', 'ask-portal': 'on' }

/** The officer's decision on a mail that is not certain: opened for its writer, in doubt who that is. */
async function openedInDoubt(writer: Person, right: string, fields: Readonly<Record<string, string>> = doubts) {
  await post(house.cloud, {
    from: writer.address,
    subject: 'A question',
    text: 'What can you do about my personal data?',
  })
  const told = (await desk().mails()).at(-1)
  const link = /https?:\/\/\S+(\/mails\/[A-Za-z0-9_-]{43})/.exec(told?.text ?? '')?.[1] ?? ''
  const decides = async (more: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams({ decision: 'open', owner: writer.address, [right]: 'on', ...more })
    const { status } = await fetch(`${house.cloud.site}${link}`, { method: 'POST', body, redirect: 'manual' })
    await house.cloud.clock.quiet()
    return status
  }
  // A doubt without a question, or questions without a doubt.
  expect(await decides({ doubt: 'another-writes' })).toBe(400)
  expect(await decides({ 'ask-account': 'on' })).toBe(400)
  expect((await desk().looks(link)).page).toContain('ask-account')
  expect(await decides(fields)).toBe(200)
}

promise(
  'N14',
  'somebody who lost their mailbox says who they are, the time stands still meanwhile, and has their copy once believed',
  async () => {
    const owner = new Person(house.cloud, somebody(106).email)
    const person = new Person(house.cloud, 'new.mailbox@example.org')
    await openedInDoubt(person, 'access')
    const confirm = await person.link()
    expect((await person.sees(confirm)).status).toBe('unverified')
    expect(await person.presses(confirm, 'confirm')).toBe(200)
    const link = await person.link()
    const asked = await person.sees(link)
    expect(asked).toMatchObject({ status: 'identifying', actions: ['state'], coverage: [] })
    expect((await person.mails()).at(-1)?.text).toContain('The name of your portal')
    const { reference, receivedAt } = asked
    for (const wrong of [
      {},
      { 'answer-invoice': '17' },
      { 'answer-account': 'nobody' },
      { 'answer-portal': 'a\u202Eb' },
    ])
      expect(await person.sends(link, 'state', wrong)).toBe(400)

    await house.cloud.clock.advance('P10D')
    const answers = { 'answer-account': owner.address, 'answer-portal': 'canary-portal' }
    expect(await person.sends(link, 'state', answers)).toBe(200)
    // Twice is once: it waits for somebody of the company.
    expect(await person.sends(link, 'state', { 'answer-portal': 'another' })).toBe(409)
    const answered = await person.sees(link)
    expect(answered).toMatchObject({ status: 'checking', actions: [] })
    const stops = (answered.stops ?? []) as Parameters<typeof answerBy>[2]
    expect(answered.promisedBy).toBe(answerBy(receivedAt as Instant, policy, stops))
    expect(answered.promisedBy > answerBy(receivedAt as Instant, policy)).toBe(true)
    expect(answered.promisedBy < asked.promisedBy).toBe(true)
    const { page } = await person.looks(link)
    expect(page).toContain('our time limit is paused')
    expect(page).toContain('our time limit is running again')
    expect(page).not.toContain('canary-portal')

    const check = await desk().link(reference)
    const shown = (await desk().looks(check)).page
    expect(shown).toContain('canary-portal')
    expect(shown).toContain(owner.address)
    // Not with the person's own link, and not for an account that there is none of.
    expect(await person.sends(link, 'decide', { identity: 'accepted', account: owner.address })).toBe(404)
    for (const account of ['nobody', '', 'nobody.at.all@example.org'])
      expect(await desk().sends(check, 'decide', { identity: 'accepted', account })).toBe(400)
    expect((await person.sees(link)).status).toBe('checking')
    expect(await desk().sends(check, 'decide', { identity: 'accepted', account: owner.address })).toBe(200)
    expect(await desk().sends(check, 'decide', { identity: 'rejected' })).toBe(200)

    const ready = await person.sees(link)
    expect(ready).toMatchObject({ status: 'ready', promisedBy: answered.promisedBy })
    expect(ready.coverage.some(({ count }) => count > 0)).toBe(true)
    // The account's own address is told, without a link that could be used there.
    const [told] = await owner.mails(reference)
    expect(told?.subject).toMatch(/^Someone asked for your data/)
    expect(told?.text).not.toContain('/requests/')
    expect((await person.fetches(link)).status).toBe(200)
    for (const { where, text } of await house.written())
      expect(text.includes('canary-portal') || text.includes(person.address), where).toBe(false)
  },
  long,
)

promise(
  'N14',
  'who does not answer is reminded, told that it is closed, and keeps their date of receipt when they ask again',
  async () => {
    const { email, accounts } = somebody(107)
    const person = new Person(house.cloud, email)
    await openedInDoubt(person, 'restriction')
    expect(await person.presses(await person.link(), 'confirm')).toBe(200)
    const link = await person.link()
    const asked = await person.sees(link)
    expect(visible(await house.sees(accounts)).length).toBeGreaterThan(0)
    await house.passes('P31D')
    expect(await titles(person, asked.reference)).toEqual([
      'Please confirm your request',
      ...Array(3).fill('Please tell us who you are'),
      'We cannot tell who asked',
    ])
    expect(await person.sees(link)).toMatchObject({ status: 'unidentified', actions: [], coverage: [] })
    expect(await person.sends(link, 'state', { 'answer-portal': 'late' })).toBe(409)
    const again = await person.asksAndConfirms('restriction')
    const held = await person.sees(again.link)
    expect(held).toMatchObject({ status: 'held', receivedAt: asked.receivedAt })
    expect(held.promisedBy > held.at).toBe(true)
    expect(visible(await house.sees(accounts))).toEqual([])
    expect(await person.presses(again.link, 'restore')).toBe(200)
  },
  long,
)

test('who is not believed is told so and where to complain, nothing is done, and the decision stays', async () => {
  const { email, accounts } = somebody(108)
  const person = new Person(house.cloud, email)
  const before = await house.sees(accounts)
  await openedInDoubt(person, 'erasure')
  expect(await person.presses(await person.link(), 'confirm')).toBe(200)
  const link = await person.link()
  expect(await person.sends(link, 'state', { 'answer-portal': 'I do not know' })).toBe(200)
  const { reference } = await person.sees(link)
  const check = await desk().link(reference)
  expect(await desk().sends(check, 'decide', { identity: 'rejected' })).toBe(200)
  expect(await desk().sends(check, 'decide', { identity: 'accepted', account: email })).toBe(200)
  expect((await person.sees(link)).status).toBe('unidentified')
  const letter = (await person.mails(reference)).at(-1)
  expect(letter?.text.replaceAll(/\s+/g, ' ')).toContain(policy.company.authority.name)
  expect(await house.sees(accounts)).toEqual(before)
  expect(linkIn(letter as never)).toMatch(/^\/requests\//)
}, 240_000)

promise(
  'N4',
  'a mail from an unknown address that names an account has its owner asked, and tells the writer the same for any name',
  async () => {
    const { email, accounts } = somebody(109)
    const owner = new Person(house.cloud, email)
    const writer = new Person(house.cloud, 'on.another.phone@example.org')
    const asks = (number: string) =>
      post(house.cloud, {
        from: writer.address,
        subject: 'My account',
        messageId: `<${number}@phone.example.org>`,
        text: `Please delete my account and all my personal data. My customer number is ${number}.`,
      })
    await asks(accounts[0] ?? '')
    expect(await titles(owner)).toEqual(['Please confirm your request'])
    await house.cloud.clock.advance('P8D')
    await asks('a-9999')
    expect(await titles(owner)).toEqual(['Please confirm your request'])
    // Lines break elsewhere when a date is longer.
    const plain = (text = '') =>
      text.replaceAll(/\s+/g, ' ').replaceAll(/OB-\S+|\/requests\/\S+|\d+ \w+ \d{4} at \S+ \w+|\w+day/g, '…')
    const [known, unknown] = await writer.mails()
    expect(plain(unknown?.text)).toBe(plain(known?.text))
    expect(known?.text.replaceAll(/\s+/g, ' ')).toContain('its owner gets a link there')
    // Whoever opens the owner's link owns the data; the writer's own leads to the question who they are.
    expect(await writer.presses(linkIn(unknown as never), 'confirm')).toBe(200)
    const link = await writer.link()
    expect(await writer.sees(link)).toMatchObject({ status: 'identifying', doubt: { why: 'unknown-address' } })
    expect(visible(await house.sees(accounts)).length).toBeGreaterThan(0)
    await asks(accounts[0] ?? '')
    for (const { where, text } of await house.written()) expect(text.includes(writer.address), where).toBe(false)
  },
  long,
)

test('who names their own account by its number gets one link, and a portal with many people names nobody', async () => {
  const { email, accounts } = somebody(110)
  const person = new Person(house.cloud, email)
  const text = `Please send me a copy of all my personal data. My customer number is ${accounts[0]}.`
  await post(house.cloud, { from: email, subject: 'Copy', text })
  const [asked, ...more] = await person.mails()
  expect(more).toEqual([])
  expect(asked?.text).not.toContain('its owner gets a link')
  const before = (await house.cloud.mails()).length
  const stranger = new Person(house.cloud, 'in.a.portal@example.org')
  await post(house.cloud, {
    from: stranger.address,
    subject: 'Portal',
    text: 'Please delete my account and all my personal data. My portal is p-001.',
  })
  expect((await house.cloud.mails()).slice(before).flatMap(({ to }) => to)).toEqual([stranger.address])
}, 240_000)

/** Has somebody asked who they are, as a program of the staff's does. */
const asksWho = (reference: string, body: unknown) =>
  program('staff', 'Staff').calls('POST', `/company/requests/${reference}/doubt`, body)
const asking = { doubt: 'another-writes', questions: ['account', 'portal'] }

promise(
  'N14',
  'who asked by the form is asked who they are once they confirm, and goes on with their own account once believed',
  async () => {
    const { email, accounts } = somebody(180)
    const person = new Person(house.cloud, email)
    const reference = await person.asks('restriction')
    for (const wrong of [
      {},
      { doubt: 'another-writes' },
      { ...asking, questions: [] },
      { ...asking, questions: ['shoe-size'] },
      { ...asking, doubt: 'none-of-ours' },
      // What the other route takes.
      { why: 'complex' },
    ])
      expect((await asksWho(reference, wrong)).status).toBe(400)
    expect((await asksWho('OB-0000-0000', asking)).status).toBe(404)
    const doubted = { reference, status: 'unverified', doubt: { why: 'another-writes', questions: asking.questions } }
    // Asked twice in any order it is one doubt, and nobody was written to.
    for (const questions of [asking.questions, asking.questions.toReversed()])
      expect(await asksWho(reference, { ...asking, questions })).toMatchObject({ status: 200, json: doubted })
    expect(await titles(person)).toEqual(['Please confirm your request'])

    expect(await person.presses(await person.link(reference), 'confirm')).toBe(200)
    const link = await person.link(reference)
    const asked = await person.sees(link)
    expect(asked).toMatchObject({ status: 'identifying', doubt: doubted.doubt })
    expect(visible(await house.sees(accounts)).length).toBeGreaterThan(0)
    expect((await titles(person)).at(-1)).toBe('Please tell us who you are')
    await house.cloud.clock.advance('P2D')
    expect(await person.sends(link, 'state', { 'answer-account': email, 'answer-portal': 'mine' })).toBe(200)
    const checking = await person.sees(link)
    const stops = (checking.stops ?? []) as Parameters<typeof answerBy>[2]
    expect(stops).toMatchObject([{ sentAt: expect.any(String), answeredAt: expect.any(String) }])
    // A deadline on a Saturday and two days more are the same Monday.
    expect(checking.promisedBy).toBe(answerBy(asked.receivedAt as Instant, policy, stops))
    expect(await desk().sends(await desk().link(reference), 'decide', { identity: 'accepted', account: email })).toBe(
      200,
    )
    // Theirs from the beginning: it is no second request, and nobody else has to be told.
    expect(await person.sees(link)).toMatchObject({ status: 'held', promisedBy: checking.promisedBy })
    expect((await titles(person)).some((title) => title?.startsWith('Someone asked'))).toBe(false)
    expect(visible(await house.sees(accounts))).toEqual([])
    // What is under way is not asked about any more.
    expect(await asksWho(reference, asking)).toMatchObject({ status: 409, json: { error: 'not-possible-now' } })
    expect(await person.presses(link, 'restore')).toBe(200)
  },
  long,
)

test('a correction that waits for its words waits for who asks too, and goes on where it was', long, async () => {
  const { email } = somebody(179)
  const person = new Person(house.cloud, email)
  const { reference, link } = await person.asksAndConfirms('rectification')
  expect((await person.sees(link)).status).toBe('stating')
  expect(await asksWho(reference, asking)).toMatchObject({ status: 200, json: { status: 'identifying' } })
  expect((await titles(person, reference)).at(-1)).toBe('Please tell us who you are')
  // The page takes answers now, and no corrections.
  expect(await person.sends(link, 'state', { 'last-name': 'Canary' })).toBe(400)
  expect(await person.sends(link, 'state', { 'answer-account': email, 'answer-portal': 'mine' })).toBe(200)
  const check = await desk().link(reference)
  expect(await desk().sends(check, 'decide', { identity: 'accepted', account: email })).toBe(200)
  expect((await person.sees(link)).status).toBe('stating')
  // Nobody's permission but the staff's.
  const stranger = program('a program', 'Uses')
  expect((await stranger.calls('POST', `/company/requests/${reference}/doubt`, asking)).status).toBe(403)
  expect(await person.presses(link, 'withdraw')).toBe(200)
})

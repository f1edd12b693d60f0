import { afterAll, beforeAll, expect, test } from 'vitest'
import { ada, ben } from '../../demo/company/known.ts'
import policy from '../../demo/policy.ts'
import type { Need } from '../../local/gateway/service.ts'
import { long } from '../long.ts'
import { unpacked } from '../package/unpacked.ts'
import { promise } from '../promise.ts'
import { type House, openHouse } from './house.ts'
import { Person, somebody } from './person.ts'
import { post } from './post.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
}, 180_000)
afterAll(() => house?.close())

/** Calls that change something: what a crash right afterwards must not break. */
const changes = /:(Put|Update|Delete|Send|Start|Generate|Sign|BatchWrite|Create)/

/** The same call of the same function, whatever it is done to. */
const site = (principal: string, needs: readonly Need[]) =>
  `${principal} ${[...new Set(needs.map(({ action }) => action))].join('+')}`

/** Kills every function, or one, right after each kind of change that it makes, the first time it makes it. */
function killEachOnce(only?: string): { readonly killed: Set<string>; leave(): void } {
  const killed = new Set<string>()
  const leave = house.cloud.onCall(async ({ principal, needs }) => {
    if (!house.cloud.functions.knows(principal) || !needs.some(({ action }) => changes.test(action))) return
    if (only !== undefined && principal !== only) return
    const here = site(principal, needs)
    if (killed.has(here)) return
    killed.add(here)
    await house.cloud.functions.kill(principal)
  })
  return { killed, leave }
}

/** A person goes on pressing until the page answers: a killed function is a 500 that says to try again. */
async function insists(press: () => Promise<number>): Promise<void> {
  for (let tries = 0; tries < 12; tries++) if ((await press()) < 500) return
  throw new Error('the page never answered')
}

promise(
  'N4',
  'every function killed after each of its changes and run again, everything is still erased, once, and in time',
  async () => {
    const { killed, leave } = killEachOnce()
    const person = new Person(house.cloud, ada.email)
    let reference = ''
    await insists(async () => {
      reference = await person.asks().catch(() => '')
      return reference ? 202 : 500
    })
    await house.cloud.clock.advance('PT1H')
    const confirm = await person.link(reference)
    await insists(() => person.presses(confirm, 'confirm'))
    await house.passes('P57D')
    await house.cloud.clock.advance('P4D')
    leave()
    // Every function of the way was killed at least once.
    for (const name of ['submit', 'outbox', 'confirm', 'advance', 'certify', 'accounts', 'files', 'business'])
      expect(
        [...killed].some((one) => one.toLowerCase().includes(name)),
        `${name} in ${[...killed].join(', ')}`,
      ).toBe(true)
    const seen = await person.sees(await person.link(reference))
    expect(seen.status).toBe('erased')
    expect((seen.closedAt ?? '') <= seen.promisedBy).toBe(true)
    expect(seen.coverage.filter(({ outcome }) => !['erased', 'kept', 'not-found'].includes(outcome))).toEqual([])
    expect(await house.leftOf(ada)).toEqual([])
    expect(await house.locked()).toEqual(['payment'])
    const erased = (await person.mails(reference)).filter(({ subject }) =>
      subject.startsWith('Your data have been erased'),
    )
    // A mail that was sent but not noted is sent again, under the same name.
    expect(new Set(erased.map(({ headers }) => headers['x-oblige-letter'])).size).toBe(1)
  },
  long,
)

promise(
  'N5',
  'every function killed after each of its changes and run again, a restore still brings everything back byte for byte',
  async () => {
    const person = new Person(house.cloud, ben.email)
    const before = await house.sees(ben.accounts)
    const { link } = await person.asksAndConfirms()
    await house.cloud.clock.advance('P3D')
    const { killed, leave } = killEachOnce()
    await insists(() => person.presses(link, 'restore'))
    await house.cloud.clock.advance('P2D')
    leave()
    expect([...killed].some((one) => one.startsWith('restore') || one.toLowerCase().includes('restore'))).toBe(true)
    expect((await person.sees(link)).status).toBe('restored')
    expect(await house.sees(ben.accounts)).toEqual(before)
  },
  long,
)

promise(
  'N1',
  'every function killed after each of its changes and run again, a copy asked for by mail is whole, can be fetched, and is deleted',
  async () => {
    const dora = somebody(12)
    const person = new Person(house.cloud, dora.email)
    const { killed, leave } = killEachOnce()
    await post(house.cloud, {
      from: dora.email,
      messageId: '<copy@example.org>',
      text: 'Please send me a copy of all the personal data that you hold about me.',
    })
    await house.cloud.clock.advance('PT30M')
    const asked = await person.mails()
    const reference = asked[0]?.subject.split(': ').at(-1) ?? ''
    expect(new Set(asked.map(({ subject }) => subject))).toEqual(new Set([`Please confirm your request: ${reference}`]))
    const confirm = await person.link(reference)
    await insists(() => person.presses(confirm, 'confirm'))
    await house.cloud.clock.advance('P1D')
    const link = await person.link(reference)
    const seen = await person.sees(link)
    expect(seen).toMatchObject({ status: 'ready', actions: expect.arrayContaining(['download']) })
    expect(seen.coverage.filter(({ outcome }) => outcome === 'pending')).toEqual([])
    await insists(() => person.presses(link, 'code'))
    await house.cloud.clock.advance('PT1M')
    // A function that died after the code was used up has to be given another one.
    let { status, address } = await person.types(link, await person.code())
    for (let tries = 0; status !== 200 && tries < 4; tries++) ({ status, address } = await person.fetches(link))
    expect(status).toBe(200)
    const inside = await unpacked(Buffer.from(await (await fetch(address ?? '')).arrayBuffer()))
    const { manifest } = JSON.parse(inside.get('manifest.json')?.toString() ?? '{}')
    for (const { system, category, count } of seen.coverage)
      expect(manifest.coverage).toContainEqual(expect.objectContaining({ system, category, included: count }))
    await house.passes('P16D')
    leave()
    for (const name of ['ingest', 'confirm', 'advance', 'package', 'sendcode', 'download', 'files'])
      expect(
        [...killed].some((one) => one.toLowerCase().includes(name)),
        `${name} in ${[...killed].join(', ')}`,
      ).toBe(true)
    expect((await person.sees(link)).status).toBe('discarded')
    expect((await house.written()).map(({ text }) => text).join('\n')).not.toContain(`packages/${reference}`)
  },
  long,
)

test('what reads a mail killed after each of its changes and run again, its writer and the officer are written to once each', async () => {
  const ingest = house.cloud.resources
    .ofType('AWS::Lambda::Function')
    .find(({ logicalId }) => logicalId.startsWith('MailboxIngest'))
  const before = (await house.cloud.mails()).length
  const { killed, leave } = killEachOnce(ingest?.name)
  await post(house.cloud, {
    from: 'office@example.com',
    messageId: '<for-a-client@example.com>',
    text: 'Dear Sir or Madam,\n\non behalf of my client, Mr Noah Vane, I request the erasure of all his personal data under Article 17 GDPR.\n\nKind regards',
  })
  // Lambda tries twice more; then the hourly look finds that nobody read it.
  await house.watched(() => house.cloud.clock.advance('PT3H'))
  leave()
  expect(killed.size).toBeGreaterThan(1)
  // The officer's daily letter may go out meanwhile.
  const letters = (await house.cloud.mails())
    .slice(before)
    .map(({ to, subject }) => [to, subject.split(':')[0]] as const)
    .filter(([[to], subject]) => to === 'office@example.com' || subject === 'An e-mail needs your decision')
  expect(letters.sort()).toEqual([
    [['office@example.com'], expect.any(String)],
    [[policy.company.officer], 'An e-mail needs your decision'],
  ])
}, 240_000)

test(
  'every stream record and every task delivered twice: each letter comes once, and both ends are right',
  long,
  async () => {
    await house.close()
    house = await openHouse({ twice: true })
    const [one, other] = [new Person(house.cloud, ada.email), new Person(house.cloud, ben.email)]
    const before = await house.sees(ben.accounts)
    const first = await one.asksAndConfirms()
    const second = await other.asksAndConfirms()
    const copying = new Person(house.cloud, somebody(13).email)
    const copy = await copying.asksAndConfirms('access')
    await house.passes('P10D')
    await other.presses(second.link, 'restore')
    await house.passes('P51D')
    expect((await one.sees(first.link)).status).toBe('erased')
    expect((await other.sees(second.link)).status).toBe('restored')
    expect(await house.sees(ben.accounts)).toEqual(before)
    expect(await house.leftOf(ada)).toEqual([])
    expect((await copying.sees(copy.link)).status).toBe('discarded')
    for (const person of [one, other, copying]) {
      const bySubject = Map.groupBy(await person.mails(), ({ subject }) => subject)
      for (const [subject, mails] of bySubject)
        expect([subject, mails.length]).toEqual([subject, subject.startsWith('A reminder') ? 3 : 1])
    }
  },
)

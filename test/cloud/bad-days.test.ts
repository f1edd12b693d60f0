import { afterAll, beforeAll, expect } from 'vitest'
import { ada, ben } from '../../demo/company/known.ts'
import { long } from '../long.ts'
import { unpacked } from '../package/unpacked.ts'
import { promise } from '../promise.ts'
import { type House, openHouse } from './house.ts'
import { outages } from './outages.ts'
import { Person, somebody } from './person.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
}, 180_000)
afterAll(() => house?.close())

promise(
  'N14',
  'who does not want to wait is erased at once, after a page that says that nobody can undo it',
  async () => {
    const person = new Person(house.cloud, ben.email)
    const { link } = await person.asksAndConfirms()
    const asked = await person.looks(`${link}?confirm=erase-now`)
    expect(asked.page).toContain('nobody can bring your data back')
    expect((await person.sees(link)).status).toBe('grace')
    expect(await person.presses(link, 'erase-now')).toBe(200)
    expect((await person.sees(link)).status).toBe('erased')
    expect(await house.leftOf(ben)).toEqual([])
    await house.passes('P61D')
    expect((await person.mails()).filter(({ subject }) => subject.startsWith('A reminder'))).toEqual([])
  },
  long,
)

promise(
  'N5',
  'restore and erasure at the same instant: one wins, the page says which, and both ends are clean',
  async () => {
    const [one, other] = [somebody(0), somebody(1)]
    const [early, late] = [new Person(house.cloud, one.email), new Person(house.cloud, other.email)]
    const before = await house.sees(one.accounts)
    const first = await early.asksAndConfirms()
    const second = await late.asksAndConfirms()
    const { eraseAt = '' } = await early.sees(first.link)
    const { eraseAt: lastMoment = '' } = await late.sees(second.link)
    await house.passes(new Date(Date.parse(eraseAt) - 1).toISOString())
    // The clock runs on by itself: both sides go for it while the moment comes.
    const [restored, refused] = await Promise.all([
      early.presses(first.link, 'restore'),
      house.cloud.clock
        .advance(new Date(Date.parse(lastMoment) + 300_000).toISOString())
        .then(() => late.presses(second.link, 'restore')),
    ])
    const winner = await early.sees(first.link)
    expect(['restored', 'erased', 'erasing']).toContain(winner.status)
    expect(restored).toBe(winner.status === 'restored' ? 200 : 409)
    expect(refused).toBe(409)
    await house.cloud.clock.advance('P3D')
    const ends = [await early.sees(first.link), await late.sees(second.link)]
    expect(ends.map(({ status }) => status)).toEqual([winner.status === 'restored' ? 'restored' : 'erased', 'erased'])
    if (winner.status === 'restored') expect(await house.sees(one.accounts)).toEqual(before)
    else expect(await house.leftOf(one)).toEqual([])
    expect(await house.leftOf(other)).toEqual([])
  },
  long,
)

promise(
  'N4',
  'one system down for a day when data are to become unavailable: the others are at once, and the person is told both',
  async () => {
    const { email } = somebody(2)
    const person = new Person(house.cloud, email)
    const leave = house.cloud.onCall(({ needs }) => {
      if (needs.some(({ resource }) => resource.includes('demo-office-files'))) throw new Error('down')
    })
    const reference = await person.asks()
    await person.presses(await person.link(reference), 'confirm')
    await house.cloud.clock.advance('P1D')
    const [, told] = await person.mails(reference)
    expect(told?.subject).toContain('being made unavailable')
    expect(told?.text).toContain('Files')
    const seen = await person.sees(await person.link(reference))
    expect(seen.coverage.filter(({ outcome }) => outcome === 'pending').map(({ system }) => system)).toEqual(['files'])
    leave()
    await house.cloud.clock.advance('P1D')
    const later = (await person.mails(reference)).at(-1)
    expect(later?.subject).toContain('are now unavailable')
    expect(
      (await person.sees(await person.link(reference))).coverage.some(({ outcome }) => outcome === 'pending'),
    ).toBe(false)
  },
  long,
)

promise(
  'N1',
  'a copy is asked for while a system is down, then an erasure: the copy comes without it, and again with all that is locked away by then',
  async () => {
    const { email } = somebody(17)
    const person = new Person(house.cloud, email)
    const leave = house.cloud.onCall(({ needs }) => {
      if (needs.some(({ resource }) => resource.includes('demo-office-files'))) throw new Error('down')
    })
    const reference = await person.asks('access')
    await person.presses(await person.link(reference), 'confirm')
    await house.cloud.clock.advance('PT1H')
    const partly = (await person.mails(reference)).at(-1)
    expect(partly?.subject).toContain('not complete yet')
    expect(partly?.text).toContain('Still missing: Files')
    const first = await person.link(reference)
    const zip = async () => {
      const { address = '' } = await person.fetches(first)
      const inside = await unpacked(Buffer.from(await (await fetch(address)).arrayBuffer()))
      return JSON.parse(inside.get('manifest.json')?.toString() ?? '{}').manifest as {
        coverage: ReadonlyArray<{ system: string; outcome: string; reason?: string; included: number; found: number }>
      }
    }
    expect((await zip()).coverage.find(({ system }) => system === 'files')).toMatchObject({ outcome: 'missing' })
    const erasure = await person.asksAndConfirms()
    leave()
    await house.cloud.clock.advance('P1D')
    expect((await person.sees(erasure.link)).status).toBe('grace')
    const whole = (await person.mails(reference)).findLast(({ subject }) => subject.startsWith('Your copy is ready'))
    expect(whole?.text).not.toContain('missing')
    const { coverage } = await zip()
    for (const line of coverage)
      expect(line).toMatchObject({ outcome: expect.stringMatching(/^(given|none)$/), included: line.found })
    expect(coverage.find(({ system }) => system === 'files')?.included).toBeGreaterThan(0)
  },
  long,
)

outages(() => house)

promise(
  'N4',
  'one system down on the day of erasure: the others are erased, a person is alarmed before the promised instant, and it is kept',
  async () => {
    const person = new Person(house.cloud, ada.email)
    const { reference, link } = await person.asksAndConfirms()
    const { eraseAt = '', promisedBy } = await person.sees(link)
    await house.passes(new Date(Date.parse(eraseAt) - 60_000).toISOString())
    // From here on the watch comes every hour, as deployed.
    const { state } = house
    await house.close({ keep: true })
    house = await openHouse({ state, watched: true })
    await house.office.database.stop()
    await house.cloud.clock.advance('P1D')
    const again = new Person(house.cloud, ada.email)
    const subjects = (await again.mails(reference)).map(({ subject }) => subject)
    expect(subjects.some((subject) => subject.includes('longer than planned'))).toBe(true)
    expect(house.cloud.metrics().PromiseAtRisk ?? 0).toBeGreaterThan(0)
    expect(house.cloud.clock.now()).toBeLessThan(Date.parse(promisedBy))
    const waiting = await again.sees(link)
    expect(waiting.status).toBe('erasing')
    expect([
      ...new Set(waiting.coverage.filter(({ outcome }) => outcome === 'pending').map(({ system }) => system)),
    ]).toEqual(['business'])
    // The database is up again: the same state, opened anew.
    await house.close({ keep: true })
    house = await openHouse({ state })
    await house.cloud.clock.advance('PT20H')
    const done = await new Person(house.cloud, ada.email).sees(link)
    expect(done.status).toBe('erased')
    expect((done.closedAt ?? '') <= promisedBy).toBe(true)
    expect(await house.leftOf(ada)).toEqual([])
  },
  long,
)

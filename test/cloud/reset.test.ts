import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ada } from '../../demo/company/known.ts'
import { type Standing, standing } from '../../demo/standing.ts'
import { long } from '../long.ts'
import { announcing } from './announcing.ts'
import { type House, houseOf } from './house.ts'
import { Person } from './person.ts'
import { assembly, seededState } from './seeded.ts'

let state: string
let demo: Standing
/** Every house that opened, in order. */
const houses: House[] = []
let another = Promise.withResolvers<void>()

beforeAll(async () => {
  state = await seededState()
  demo = await standing({ assembly, state }, (office) => {
    houses.push(houseOf(office, state))
    another.resolve()
  })
}, 180_000)
afterAll(async () => {
  await demo?.stop()
  rmSync(state, { recursive: true, force: true })
})

const press = ({ cloud }: House) =>
  fetch(`${cloud.control}/reset`, {
    method: 'POST',
    headers: { origin: cloud.control, 'content-type': 'application/x-www-form-urlencoded' },
  })

/** Versions have random names, and a fingerprint covers them; everything else of the company is invented from one seed. */
const unnamed = (sights: unknown): unknown =>
  JSON.parse(
    JSON.stringify(sights, (name, value: unknown) => (/^(version|fingerprint)$/.test(name) ? undefined : value)),
  )

/** What a house has before anybody did anything, apart from addresses and the instant. */
const found = async (house: House) => ({
  seen: unnamed(await house.sees(ada.accounts)),
  locked: await house.locked(),
  mails: await house.cloud.mails(),
  executions: house.cloud.machines.views(),
  metrics: house.cloud.metrics(),
  deadLetters: house.cloud.deadLetters.all(),
  // By name: which of them is next depends on the hour at which the house opened.
  wakeUps: house.cloud.clock
    .wakeUps()
    .map(({ label }) => label)
    .toSorted(),
})

test(
  'the button of the control page forgets everything, and the company is there again as at the first start',
  long,
  async () => {
    const [old] = houses as [House]
    const fresh = await found(old)
    const real = Date.now() - old.cloud.clock.now()
    expect(Math.abs(real)).toBeLessThan(1000)
    const person = new Person(old.cloud, ada.email)
    const { reference } = await person.asksAndConfirms()
    await old.passes('P10D')
    writeFileSync(join(state, 'left by the old house'), '')
    const written = await found(old)
    for (const part of ['seen', 'locked', 'mails', 'executions'] as const)
      expect(written[part]).not.toEqual(fresh[part])

    another = Promise.withResolvers<void>()
    // Impatient: the second press finds the first one under way.
    const answers = await Promise.all([press(old), press(old)])
    expect(answers.map(({ status }) => status)).toEqual([202, 202])
    expect(await answers[0].text()).toContain('Starting anew')
    await another.promise
    expect(houses).toHaveLength(2)
    const house = houses[1] as House
    expect(await found(house)).toEqual(fresh)
    expect(Math.abs(Date.now() - house.cloud.clock.now())).toBeLessThan(1000)
    expect(existsSync(join(state, 'left by the old house'))).toBe(false)
    expect(JSON.stringify(await house.written())).not.toContain(reference)
    await expect(fetch(old.cloud.control)).rejects.toThrow('fetch failed')
  },
)

test(
  'and the new house works: the same person asks again, everything becomes unavailable, and comes back',
  long,
  async () => {
    const house = houses[1] as House
    const person = new Person(house.cloud, ada.email)
    const before = await house.sees(ada.accounts)
    const { link } = await person.asksAndConfirms()
    expect((await person.sees(link)).status).toBe('grace')
    expect(await house.sees(ada.accounts)).not.toEqual(before)
    await house.passes('P3D')
    expect(await person.presses(link, 'restore')).toBe(200)
    expect((await person.sees(link)).status).toBe('restored')
    expect(await house.sees(ada.accounts)).toEqual(before)
  },
)

announcing(() => houses[1] as House)

import { afterEach, expect, test } from 'vitest'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import { systems, World } from './world.ts'

const hour = 3_600_000
const worlds: World[] = []
const world = (twice = false) => {
  const made = new World({ twice, right: 'access' })
  worlds.push(made)
  return made
}
afterEach(() => {
  for (const made of worlds.splice(0)) made.leave()
})

const [first = '', ...others] = systems
const letters = (of: World) => of.letters.map(({ letter }) => letter)
const ended = (of: World) => of.executions().map(({ machine, status }) => `${machine} ${status}`)
const asked = (of: World, system: string) => of.work.filter((one) => one.system === system)

promise('N1', 'a copy is gathered, told of, kept for two weeks with a reminder, and deleted', async () => {
  const it = world()
  await it.clock.advance('PT1H')
  expect(it.request).toMatchObject({ status: 'ready', round: 1, outstanding: [] })
  expect(letters(it)).toEqual(['copy-ready'])
  expect(new Set(it.work.map(({ verb }) => verb))).toEqual(new Set(['export']))
  expect(new Set(it.work.map(({ system }) => system))).toEqual(new Set(systems))
  await it.clock.advance('P12D')
  expect(letters(it)).toEqual(['copy-ready', 'copy-expires-soon'])
  await it.clock.advance('P3D')
  expect(it.request.status).toBe('discarded')
  expect(letters(it)).toEqual(['copy-ready', 'copy-expires-soon', 'copy-deleted'])
  expect(it.request).toHaveProperty('person')
  expect(ended(it)).toEqual(['export RUNNING'])
  await it.clock.advance(policy.periods.askAgain)
  expect(it.request).not.toHaveProperty('person')
  expect(ended(it)).toEqual(['export SUCCEEDED'])
})

promise(
  'N1',
  'a system that is down for two days delays nobody: the copy comes without it, and again with it',
  async () => {
    const it = world()
    const until = it.clock.now() + 48 * hour
    it.isDown = (system, now) => system === first && now < until
    await it.clock.advance('PT1H')
    expect(it.request).toMatchObject({ status: 'ready', round: 1, outstanding: [first] })
    expect(letters(it)).toEqual(['copy-ready'])
    const rounds = asked(it, first).length
    await it.clock.advance('P1D')
    expect(asked(it, first).length).toBeGreaterThan(rounds)
    expect(letters(it)).toEqual(['copy-ready'])
    await it.clock.advance('P2D')
    expect(it.request).toMatchObject({ status: 'ready', round: 2, outstanding: [] })
    expect(letters(it)).toEqual(['copy-ready', 'copy-ready'])
    // The others were asked again, and had nothing to do.
    for (const system of others) expect(asked(it, system).every(({ failed }) => !failed)).toBe(true)
  },
)

test('a passphrase has the copy encrypted at once, and everything else goes on as it would have', async () => {
  const it = world()
  await it.clock.advance('PT1H')
  it.happens({ type: 'protect-asked' })
  await it.clock.advance('PT1H')
  expect(it.request).toMatchObject({ status: 'ready', bytes: 1100 })
  expect(letters(it)).toEqual(['copy-ready', 'copy-protected'])
  await it.clock.advance('P15D')
  expect(letters(it)).toEqual(['copy-ready', 'copy-protected', 'copy-expires-soon', 'copy-deleted'])
  await it.clock.advance(policy.periods.askAgain)
  expect(it.request).not.toHaveProperty('person')
  expect(ended(it)).toEqual(['export SUCCEEDED', 'export SUCCEEDED'])
})

test('every task delivered twice makes the same letters', async () => {
  const it = world(true)
  await it.clock.advance('P40D')
  expect(it.request.status).toBe('discarded')
  expect(letters(it)).toEqual(['copy-ready', 'copy-expires-soon', 'copy-deleted'])
  expect(ended(it)).toEqual(['export SUCCEEDED'])
})

test('no machine is given anything but a reference', async () => {
  const it = world()
  await it.clock.advance('P40D')
  const said = JSON.stringify(it.payloads)
  expect(said).not.toMatch(/@|example\.org|a-17/)
  expect(said).toContain(it.request.reference)
})

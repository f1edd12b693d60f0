import { afterEach, expect, test } from 'vitest'
import type { Doubt } from '../../domain/identity.ts'
import { isClosed } from '../../domain/request.ts'
import type { Right } from '../../policy/rights.ts'
import { address, addressProven, doubt, identified, identityAnswered, refusedIt, saysAll } from '../domain/sample.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import { systems, World } from './world.ts'

const hour = 3_600_000
const worlds: World[] = []
const world = (setting?: { twice?: boolean; right?: Right | 'disclosure'; doubt?: Doubt }) => {
  const made = new World(setting)
  worlds.push(made)
  return made
}
afterEach(() => {
  for (const made of worlds.splice(0)) made.leave()
})

const [first = '', ...others] = systems
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / (24 * hour)
const letters = (of: World) => of.letters.map(({ letter }) => letter)
const ended = (of: World) => of.executions().map(({ machine, status }) => `${machine} ${status}`)
const person = (of: World) => ('person' in of.request ? of.request.person : undefined)
/** Verbs that were carried out, without the repetitions of slices. */
const done = (of: World) => [...new Set(of.work.filter(({ failed }) => !failed).map(({ verb }) => verb))]

promise(
  'N4',
  'sixty days pass with three reminders, then every system erases, checks, and the person has a certificate',
  async () => {
    const it = world()
    await it.clock.advance('PT1H')
    expect(letters(it)).toEqual(['restricted'])
    expect(done(it)).toEqual(['restrict'])
    await it.clock.advance('P57D')
    expect(letters(it)).toEqual(['restricted', 'reminder', 'reminder', 'reminder'])
    expect(done(it)).toEqual(['restrict'])
    await it.clock.advance('P3D')
    const { confirmedAt, eraseAt, promisedBy, closedAt, status } = it.request as Extract<
      World['request'],
      { status: 'erased' }
    >
    expect(status).toBe('erased')
    expect(letters(it).at(-1)).toBe('erased')
    expect(done(it)).toEqual(['restrict', 'erase', 'check'])
    const reminded = it.letters
      .filter(({ letter }) => letter === 'reminder')
      .map(({ at }) => Math.round(days(at, eraseAt)))
    expect(reminded).toEqual([30, 7, 1])
    expect(closedAt >= eraseAt && closedAt < promisedBy && confirmedAt < eraseAt).toBe(true)
    expect(person(it)).toBeUndefined()
    expect(ended(it)).toEqual(['erasure SUCCEEDED'])
  },
)

promise(
  'N5',
  'a restore in the middle gives everything back, and the machine that would erase ends quietly',
  async () => {
    const it = world()
    await it.clock.advance('P20D')
    it.happens({ type: 'restore-asked' })
    await it.clock.quiet()
    expect(it.request.status).toBe('restored')
    expect(letters(it)).toEqual(['restricted', 'restored'])
    await it.clock.advance('P45D')
    expect(it.request.status).toBe('restored')
    expect(done(it)).toEqual(['restrict', 'release'])
    expect(ended(it)).toEqual(['erasure SUCCEEDED', 'restore SUCCEEDED'])
  },
)

promise(
  'N4',
  'who waives the rest of the grace period is erased at once, and the sleeper finds nothing left to do',
  async () => {
    const it = world()
    await it.clock.advance('P3D')
    it.happens({ type: 'erase-now-asked' })
    await it.clock.quiet()
    expect(it.request.status).toBe('erased')
    const calls = it.work.length
    await it.clock.advance('P60D')
    expect(it.work).toHaveLength(calls)
    expect(letters(it)).not.toContain('reminder')
    expect(ended(it)).toEqual(['erasure SUCCEEDED', 'erasure SUCCEEDED'])
  },
)

promise(
  'N3',
  'a system that is down for a day while restricting holds up neither the others nor the letter',
  async () => {
    const it = world()
    const back = it.clock.now() + 24 * hour
    it.isDown = (system, now) => system === first && now < back
    await it.clock.advance('PT15M')
    for (const other of others)
      expect(it.work).toContainEqual(expect.objectContaining({ system: other, failed: false }))
    expect(letters(it)).toEqual(['restricted'])
    expect(it.request).toMatchObject({ status: 'grace', outstanding: [first] })
    await it.clock.advance('P2D')
    expect(it.request).toMatchObject({ status: 'grace', outstanding: [] })
    expect(letters(it)).toEqual(['restricted', 'restricted'])
    // Asked again after a quarter of the time at most.
    expect(Date.parse(it.letters[1]?.at ?? '') - back).toBeLessThan(7 * hour)
    await it.clock.advance('P60D')
    expect(it.request.status).toBe('erased')
  },
)

promise(
  'N4',
  'a system that is down for a day while erasing holds up no other, and all is gone by the promised instant',
  async () => {
    const it = world()
    await it.clock.advance('PT1H')
    const { eraseAt } = it.request as Extract<World['request'], { status: 'grace' }>
    it.isDown = (system, now) => system === first && now >= Date.parse(eraseAt) && now < Date.parse(eraseAt) + 24 * hour
    await it.clock.advance(`PT${Math.ceil((Date.parse(eraseAt) - it.clock.now()) / 1000) + 900}S`)
    for (const system of others)
      expect(it.work).toContainEqual(expect.objectContaining({ system, verb: 'check', failed: false }))
    expect(it.request).toMatchObject({ status: 'erasing', outstanding: [first] })
    expect(letters(it).at(-1)).toBe('takes-longer')
    await it.clock.advance('P2D')
    expect(it.request.status).toBe('erased')
    expect(isClosed(it.request) && it.request.closedAt < it.request.promisedBy).toBe(true)
  },
)

promise(
  'N5',
  'a system that is down for a day while restoring is given back afterwards, then the person is told',
  async () => {
    const it = world()
    await it.clock.advance('P10D')
    const back = it.clock.now() + 24 * hour
    it.isDown = (system, now) => system === first && now < back
    it.happens({ type: 'restore-asked' })
    await it.clock.advance('PT1H')
    expect(it.request).toMatchObject({ status: 'restoring', outstanding: [first] })
    expect(letters(it).at(-1)).toBe('takes-longer')
    await it.clock.advance('P2D')
    expect(it.request.status).toBe('restored')
    expect(letters(it).at(-1)).toBe('restored')
  },
)

test('a system that is down all the time delays no reminder and fills no execution’s history', async () => {
  const it = world()
  it.isDown = (system) => system === first
  // Machines wake at whole seconds, never before their moment.
  await it.clock.advance('P57DT1S')
  expect(it.letters.filter(({ letter }) => letter === 'reminder')).toHaveLength(policy.periods.reminders.length)
  const [execution] = it.executions()
  expect(execution?.status).toBe('RUNNING')
  // Every state entered and left is two events, every call three (scheduled, started, ended).
  const calls = it.payloads.length / 2 + it.work.filter(({ failed }) => failed).length
  expect(2 * (execution?.transitions ?? 0) + 3 * calls).toBeLessThan(25_000 / 2)
})

test('with every task delivered twice the person gets each letter once, and the end is the same', async () => {
  const it = world({ twice: true })
  await it.clock.advance('P61D')
  expect(it.request.status).toBe('erased')
  expect(letters(it)).toEqual(['restricted', 'reminder', 'reminder', 'reminder', 'erased'])
  expect(ended(it)).toEqual(['erasure SUCCEEDED'])
})

test('nothing personal enters or leaves a machine: a reference, a version, an event, a verdict', async () => {
  const it = world()
  await it.clock.advance('P61D')
  const seen = new Set(it.payloads.flatMap((payload) => Object.keys(payload as object)))
  expect([...seen].sort()).toEqual(['at', 'done', 'event', 'reference', 'to', 'v', 'verb'])
  const everything = JSON.stringify([it.payloads, it.executions().map(({ input, output }) => [input, output])])
  for (const personal of [address, 'a-17']) expect(everything).not.toContain(personal)
})

promise(
  'N2',
  'what systems correct by themselves is done at once, the rest when the company decides, once each',
  async () => {
    const it = world({ right: 'rectification' })
    await it.clock.advance('PT1H')
    expect(letters(it)).toEqual(['state-what-is-right'])
    it.happens(saysAll)
    await it.clock.advance('PT1H')
    expect(it.request.status).toBe('deciding')
    expect(done(it)).toEqual(['rectify'])
    it.happens(addressProven)
    it.happens(refusedIt)
    await it.clock.advance('P30D')
    expect(it.request.status).toBe('declined')
    expect(letters(it).at(-1)).toBe('not-all-corrected')
    expect(person(it)).toBeUndefined()
    expect(new Set(ended(it))).toEqual(new Set(['rectification SUCCEEDED']))
    expect(JSON.stringify(it.payloads)).not.toMatch(/Quill|example\.org|It is A/)
  },
)

promise(
  'N14',
  'who is in doubt is asked, reminded and closed by itself, then forgotten; believed, the erasure begins',
  async () => {
    const silent = world({ doubt })
    await silent.clock.advance('P31D')
    expect(letters(silent)).toEqual(['identity-needed', 'identity-needed', 'identity-needed', 'unidentified'])
    expect(silent.work).toEqual([])
    expect(person(silent)).toBeDefined()
    await silent.clock.advance('P31D')
    expect(person(silent)).toBeUndefined()
    expect(ended(silent)).toEqual(['identity SUCCEEDED'])

    const answers = world({ doubt, twice: true })
    await answers.clock.advance('P5D')
    answers.happens(identityAnswered)
    await answers.clock.advance('P1D')
    expect(answers.request.status).toBe('checking')
    answers.happens(identified)
    await answers.clock.advance('PT1H')
    expect(answers.request.status).toBe('grace')
    await answers.clock.advance('P70D')
    expect(answers.request.status).toBe('erased')
    expect(new Set(ended(answers))).toEqual(new Set(['identity SUCCEEDED', 'erasure SUCCEEDED']))
    expect(JSON.stringify(answers.payloads)).not.toMatch(/quill|example/)
  },
)

test('a correction that nobody states or decides is reminded of, and its machine ends', async () => {
  const silent = world({ right: 'rectification' })
  await silent.clock.advance('P20D')
  expect(letters(silent)).toEqual(['state-what-is-right', 'state-what-is-right', 'nothing-corrected'])
  const undecided = world({ right: 'rectification' })
  undecided.happens(saysAll)
  await undecided.clock.advance('P60D')
  expect(undecided.request.status).toBe('deciding')
  expect(letters(undecided)).toEqual([
    'state-what-is-right',
    'prove-new-address',
    'new-address-stated',
    'decision-needed',
    'decision-needed',
  ])
  for (const it of [silent, undecided]) expect(new Set(ended(it))).toEqual(new Set(['rectification SUCCEEDED']))
})

test('a system that is down for a day while data are corrected is asked again, and holds up no other', async () => {
  const it = world({ right: 'rectification', twice: true })
  const back = it.clock.now() + 25 * hour
  it.isDown = (system, now) => system === first && now < back
  it.happens(saysAll)
  await it.clock.advance('PT1H')
  expect(it.request).toMatchObject({ status: 'correcting', outstanding: [first] })
  await it.clock.advance('P2D')
  expect(it.request.status).toBe('deciding')
  expect(letters(it).filter((letter) => letter === 'takes-longer')).toHaveLength(1)
})

promise(
  'N12',
  'a question is reminded of once and ends as a no; an approval ends by itself, and no system is asked for anything',
  async () => {
    for (const twice of [false, true]) {
      const silent = world({ right: 'disclosure', twice })
      await silent.clock.advance('P10D')
      expect(letters(silent)).toEqual(['approval-asked'])
      await silent.clock.advance('P2D')
      expect(letters(silent)).toEqual(['approval-asked', 'approval-asked'])
      await silent.clock.advance('P3D')
      expect(silent.request).toMatchObject({ status: 'unapproved', why: 'silence' })
      expect(person(silent)).toBeUndefined()
      const said = world({ right: 'disclosure', twice })
      await said.clock.advance('P5D')
      said.happens({ type: 'approval-given' })
      await said.clock.advance('P80D')
      expect(said.request.status).toBe('approved')
      await said.clock.advance('P10D')
      expect(said.request).toMatchObject({ status: 'approval-ended', why: 'over' })
      expect(letters(said)).toEqual([
        'approval-asked',
        'approval-given',
        'approval-news',
        'approval-ended',
        'approval-news',
      ])
      for (const one of [silent, said]) {
        expect(ended(one)).toEqual(['disclosure SUCCEEDED'])
        expect(one.work).toEqual([])
      }
    }
  },
)

import { expect, test } from 'vitest'
import { promise } from '../promise.ts'
import { visible } from './house.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

promise(
  'N3',
  'who asks for it has everything unavailable for as long as they want, and back byte for byte when they want',
  async () => {
    const eva = somebody(14)
    const person = new Person(house.cloud, eva.email)
    const before = await house.sees(eva.accounts)
    const { link, reference } = await person.asksAndConfirms('restriction')
    expect((await person.mails(reference)).at(-1)?.subject).toBe(`Your data are unavailable now: ${reference}`)
    expect(visible(await house.sees(eva.accounts))).toEqual([])
    expect(await person.sees(link)).toMatchObject({ status: 'held', actions: ['restore', 'copy'] })
    // A copy is still there for the asking.
    expect(await person.presses(link, 'copy')).toBe(200)
    expect((await person.mails()).at(-1)?.subject).toMatch(/^Your copy is ready: /)
    await house.cloud.clock.advance('P90D')
    expect(visible(await house.sees(eva.accounts))).toEqual([])
    expect(await person.presses(link, 'restore')).toBe(200)
    expect(await house.sees(eva.accounts)).toEqual(before)
    expect((await person.mails(reference)).at(-1)?.subject).toBe(`Everything is back: ${reference}`)
    expect((await person.sees(link)).status).toBe('lifted')
  },
  240_000,
)

test('an erasure asked while data are unavailable counts them, keeps them so, and brings everything back when it is undone', async () => {
  const finn = somebody(15)
  const person = new Person(house.cloud, finn.email)
  const before = await house.sees(finn.accounts)
  const held = await person.asksAndConfirms('restriction')
  const { coverage } = await person.sees(held.link)
  const erasure = await person.asksAndConfirms('erasure')
  const numbers = (lines: typeof coverage) =>
    lines.map(({ category, outcome, count }) => ({ category, outcome, count }))
  expect(numbers((await person.sees(erasure.link)).coverage)).toEqual(numbers(coverage))
  // What is to be erased stays unavailable.
  expect(await person.presses(held.link, 'restore')).toBe(409)
  expect(visible(await house.sees(finn.accounts))).toEqual([])
  expect(await person.presses(erasure.link, 'restore')).toBe(200)
  expect(await house.sees(finn.accounts)).toEqual(before)
  expect([(await person.sees(erasure.link)).status, (await person.sees(held.link)).status]).toEqual([
    'restored',
    'lifted',
  ])
}, 240_000)

promise(
  'N4',
  'an erasure erases what was unavailable before too, and the restriction ends with it',
  async () => {
    const gina = somebody(16)
    const person = new Person(house.cloud, gina.email)
    const held = await person.asksAndConfirms('restriction')
    const erasure = await person.asksAndConfirms('erasure')
    expect(await person.presses(erasure.link, 'erase-now')).toBe(200)
    expect((await person.sees(erasure.link)).status).toBe('erased')
    expect(await house.leftOf(gina)).toEqual([])
    expect(await person.sees(held.link)).toMatchObject({ status: 'superseded', actions: [] })
  },
  240_000,
)

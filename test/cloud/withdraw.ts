import { expect, test } from 'vitest'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

/** Keys in the house's buckets that name a reference. */
const keysOf = async (reference: string) =>
  (await house.written())
    .filter(({ where }) => where.startsWith('keys in'))
    .flatMap(({ text }) => text.split('\n').filter((key) => key.includes(reference)))

promise(
  'N14',
  'who no longer wants a copy withdraws the request, the copy is deleted at once, and they can ask again',
  async () => {
    const person = new Person(house.cloud, somebody(17).email)
    const { link, reference } = await person.asksAndConfirms('access')
    expect((await person.looks(link)).page).toContain('Withdraw the request')
    expect(await keysOf(reference)).not.toEqual([])
    expect(await person.presses(link, 'withdraw')).toBe(200)
    expect(await person.sees(link)).toMatchObject({ status: 'withdrawn', actions: [], coverage: [] })
    expect(await keysOf(reference)).toEqual([])
    expect((await person.mails(reference)).at(-1)?.subject).toBe(`You have withdrawn your request: ${reference}`)
    // Twice is once.
    expect(await person.presses(link, 'withdraw')).toBe(409)
    expect((await person.sees((await person.asksAndConfirms('access')).link)).status).toBe('ready')
  },
  240_000,
)

test('a copy that is withdrawn while systems write it leaves nothing behind', long, async () => {
  const person = new Person(house.cloud, somebody(17).email)
  const { link: erasure } = await person.asksAndConfirms('erasure')
  const answer = await fetch(`${house.cloud.site}${erasure}/copy`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"right":"portability"}',
  })
  const { link, reference } = (await answer.json()) as { link: string; reference: string }
  const path = new URL(link).pathname
  const pressed: Array<Promise<Response>> = []
  const leave = house.cloud.onCall(async ({ needs }) => {
    if (pressed.length > 0 || !needs.some(({ resource }) => resource.includes('/segments/'))) return
    pressed.push(fetch(`${house.cloud.site}${path}/withdraw`, { method: 'POST' }))
    await pressed[0]
  })
  await house.cloud.clock.quiet()
  leave()
  expect((await pressed[0])?.status).toBe(200)
  // A system that was still writing holds up the deletion for a moment.
  await house.cloud.clock.advance('PT10M')
  expect((await person.sees(path)).status).toBe('withdrawn')
  expect(await keysOf(reference)).toEqual([])
  expect(await person.presses(erasure, 'withdraw')).toBe(409)
  expect(await person.presses(erasure, 'restore')).toBe(200)
})

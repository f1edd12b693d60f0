import { expect, test } from 'vitest'
import { Address } from '../../functions/entry/shapes.ts'
import { Ask } from '../../functions/submit/shape.ts'
import { partyIn } from '../../intake/headers.ts'

const ofLength = (length: number) => `${'a'.repeat(length)}@example.org`

test('an address whose part before the @ is longer than 64 is refused, because no mail goes there (RFC 5321, 4.5.3.1.1)', () => {
  for (const [length, isOne] of [
    [64, true],
    [65, false],
    [200, false],
  ] as const) {
    expect([length, Address.safeParse(ofLength(length)).success]).toEqual([length, isOne])
    const asked = Ask.safeParse({ address: ofLength(length) })
    expect(asked.success || asked.error.issues.map(({ path }) => path[0])).toEqual(isOne || ['address'])
  }
})

test('of such an address in a mail that was passed on nobody else’s is made by taking its end', () => {
  expect(partyIn(`Ada <${ofLength(64)}>`)).toEqual({ name: 'Ada', address: ofLength(64) })
  expect(partyIn(`Ada <${ofLength(65)}>`)).toBeUndefined()
})

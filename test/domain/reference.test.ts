import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isReference, reference } from '../../domain/reference.ts'

const fiveBytes = fc.uint8Array({ minLength: 5, maxLength: 5 })

test('a reference is OB and two groups of four letters or digits', () => {
  expect(reference(new Uint8Array([0, 0, 0, 0, 0]))).toBe('OB-0000-0000')
  expect(reference(new Uint8Array([255, 255, 255, 255, 255]))).toBe('OB-ZZZZ-ZZZZ')
  expect(reference(new Uint8Array([0, 0, 0, 0, 1]))).toBe('OB-0000-0001')
})

test('no letter of a reference is mistaken for another when read aloud or copied by hand', () => {
  fc.assert(
    fc.property(fiveBytes, (bytes) => {
      const made = reference(bytes)
      expect(made.slice(3)).not.toMatch(/[ILOU]/)
      expect(isReference(made)).toBe(true)
    }),
  )
})

test('different random bytes give different references: all 40 bits count', () => {
  fc.assert(
    fc.property(fiveBytes, fiveBytes, (one, other) => {
      expect(reference(one) === reference(other)).toBe(Buffer.from(one).equals(Buffer.from(other)))
    }),
  )
})

test.each([
  'ob-7k3m-92qf',
  'OB-7K3M92QF',
  'OB-7I3M-92QF',
  'OB-7L3M-92QF',
  'OB-7O3M-92QF',
  'OB-7U3M-92QF',
  ' OB-7K3M-92QF',
  'OB-7K3M-92QF\n',
  '',
])('what is written %j is no reference', (text) => {
  expect(isReference(text)).toBe(false)
})

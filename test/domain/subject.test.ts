import { expect, test } from 'vitest'
import { isOneOf, united } from '../../domain/subject.ts'

const one = { keys: { account: ['a-1', 'a-2'], email: ['ada@example.org'] } }

test('two are one where they share an account, or whatever else is known by a key', () => {
  expect(isOneOf(one, { keys: { account: ['a-2'] } })).toBe(true)
  expect(isOneOf(one, { keys: { account: ['a-3'], email: ['ada@example.org'] } })).toBe(true)
  expect(isOneOf(one, { keys: { account: ['a-3'] } })).toBe(false)
  // The same value by another key is somebody else.
  expect(isOneOf(one, { keys: { customer: ['a-1'] } })).toBe(false)
  expect(isOneOf(one, { keys: {} })).toBe(false)
})

test('nobody is one with whom nothing is known of', () => {
  expect(isOneOf(one, undefined)).toBe(false)
  expect(isOneOf(undefined, one)).toBe(false)
  expect(isOneOf(undefined, undefined)).toBe(false)
})

test('what is known of one person in several places is known once', () => {
  expect(united([one, undefined, { keys: { account: ['a-2', 'a-3'] } }])).toEqual({
    keys: { account: ['a-1', 'a-2', 'a-3'], email: ['ada@example.org'] },
  })
  expect(united([undefined, { keys: {} }])).toBeUndefined()
  expect(united([])).toBeUndefined()
})

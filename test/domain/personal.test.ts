import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Personal } from '../../domain/personal.ts'
import { address, requestIn } from './sample.ts'

const secret = new Personal('ada.quill@example.org')
const ways: ReadonlyArray<readonly [string, (value: Personal<unknown>) => string]> = [
  ['JSON', (value) => JSON.stringify(value)],
  ['JSON of what holds it', (value) => JSON.stringify({ to: [value], deeper: { still: { value } } })],
  ['a template string', (value) => `to ${value}`],
  ['a string added to it', (value) => `to ${[value, value].join(', ')}`],
  ['util.inspect', (value) => inspect(value)],
  [
    'util.inspect of what holds it, whatever the depth',
    (value) => inspect({ a: { b: [{ value }] } }, { depth: null, showHidden: true }),
  ],
  [
    'util.inspect without its own printing',
    (value) => inspect(value, { customInspect: false, showHidden: true, depth: null }),
  ],
  ['an error message', (value) => new Error(`cannot write to ${value}`).message],
  ['an error with a cause', (value) => inspect(new Error('cannot write', { cause: value }))],
  ['String()', (value) => String(value)],
  [
    'its own keys',
    (value) => JSON.stringify([Object.entries(value), Reflect.ownKeys(value).map(String), { ...value }]),
  ],
]

describe.each(ways)('What is personal, seen through %s,', (_, print) => {
  test('is not shown', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.boolean(), (value, nested) => {
        expect(print(new Personal(nested ? { keys: { email: [value] } } : value))).not.toContain(value)
      }),
    )
  })
})

test('what is personal says that it is, where it is printed', () => {
  expect(JSON.stringify({ to: secret })).toBe('{"to":"[personal]"}')
  expect(`${secret}`).toBe('[personal]')
  expect(inspect({ to: secret })).toBe('{ to: [personal] }')
})

test('what is personal is there for whoever asks for it by name', () => {
  expect(secret.reveal()).toBe('ada.quill@example.org')
})

test.each(['unverified', 'restricting', 'grace', 'restoring', 'erasing', 'restored', 'erased'] as const)(
  'a request that is %s prints nobody',
  (status) => {
    const request = requestIn(status)
    const printed = `${JSON.stringify(request)}${inspect(request, { depth: null, showHidden: true })}`
    expect(printed).toContain('[personal]')
    expect(printed).not.toContain(address)
    expect(printed).not.toContain('a-17')
  },
)

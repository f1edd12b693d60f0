import { expect, test } from 'vitest'
import type { Json } from '../../package/plain.ts'
import { noShape, schemaOf, see } from '../../package/shape.ts'

const schema = (...values: Json[]) => {
  const shape = noShape()
  for (const value of values) see(shape, value)
  return { shape, schema: schemaOf(shape, { title: 't', description: 'd' }) as Record<string, unknown> }
}

test('a field is required when every record has it, and its type is all that was seen', () => {
  expect(schema({ a: 1, b: 'x' }, { a: null, b: 'y', c: [{ d: true }] }).schema).toMatchObject({
    required: ['a', 'b'],
    properties: {
      a: { type: ['integer', 'null'] },
      b: { type: 'string' },
      c: { type: 'array', items: { type: 'object', properties: { d: { type: 'boolean' } }, required: ['d'] } },
    },
  })
})

test('fields that are called as what every object has are fields like others', () => {
  const value = JSON.parse('{"__proto__":1,"constructor":"x","toString":2}') as Json
  const { schema: found } = schema(value)
  expect(Object.keys(found.properties as object)).toEqual(['__proto__', 'constructor', 'toString'])
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('a dictionary with keys without number stays small', () => {
  const many = (n: number): Json =>
    Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`k${n}-${i}`, { [`x${i}`]: i }]))
  const { shape, schema: found } = schema(...Array.from({ length: 50 }, (_, n) => ({ map: many(n), also: many(n) })))
  expect(shape.named).toBeLessThanOrEqual(2_000)
  expect(JSON.stringify(found).length).toBeLessThan(200_000)
})

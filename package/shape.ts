import type { Json, Row } from './plain.ts'

/** What values of a field looked like so far; grows with what is seen, never beyond `mostFields`, `mostNamed` and `deepest`. */
export type Shape = {
  seen: number
  types: Partial<Record<Type, number>>
  /** Texts that are instants, dates; of all texts. */
  instants?: number
  dates?: number
  fields?: Record<string, Shape>
  /** There were more fields than are named. */
  more?: true
  items?: Shape
  /** Of a whole shape: fields that are named in it, at any depth. */
  named?: number
}
type Type = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object'

/** Fields of one object that are named: one with more is a dictionary. And of all together, and how deep they are followed. */
const [mostFields, mostNamed, deepest] = [200, 2_000, 8]

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const date = /^\d{4}-\d\d-\d\d$/

export const noShape = (): Shape => ({ seen: 0, types: {} })

/** Adds a value to what was seen. */
export function see(shape: Shape, value: Json, depth = 0, whole = shape): void {
  shape.seen++
  const type = typeOf(value)
  shape.types[type] = (shape.types[type] ?? 0) + 1
  // Most texts are no dates, and cost no more than a look at one character.
  if (typeof value === 'string' && value[4] === '-') {
    if (instant.test(value)) shape.instants = (shape.instants ?? 0) + 1
    else if (date.test(value)) shape.dates = (shape.dates ?? 0) + 1
  }
  if (depth >= deepest || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    shape.items ??= noShape()
    for (const one of value) see(shape.items, one, depth + 1, whole)
    return
  }
  shape.fields ??= {}
  const row = value as Row
  for (const name of Object.keys(row)) {
    // A field may be called as something that every object has.
    let field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined
    if (!field) {
      whole.named ??= 0
      if (whole.named >= mostNamed || Object.keys(shape.fields).length >= mostFields) {
        shape.more = true
        continue
      }
      whole.named++
      field = noShape()
      Object.defineProperty(shape.fields, name, { value: field, enumerable: true, configurable: true, writable: true })
    }
    see(field, row[name] ?? null, depth + 1, whole)
  }
}

function typeOf(value: Json): Type {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value as 'boolean' | 'string' | 'object'
}

/** The shape as a JSON Schema (2020-12) that everything seen fulfils. */
export function schemaOf(shape: Shape, about: { readonly title: string; readonly description: string }): object {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...about, ...described(shape) }
}

function described(shape: Shape): object {
  const types = (Object.keys(shape.types) as Type[]).filter((type) => !(type === 'integer' && shape.types.number))
  const texts = shape.types.string ?? 0
  const format =
    texts > 0 && texts === shape.instants ? 'date-time' : texts > 0 && texts === shape.dates ? 'date' : undefined
  const objects = shape.types.object ?? 0
  return {
    ...(types.length > 0 ? { type: types.length === 1 ? types[0] : types } : {}),
    ...(format ? { format } : {}),
    ...(shape.fields
      ? {
          properties: Object.fromEntries(Object.entries(shape.fields).map(([name, one]) => [name, described(one)])),
          required: Object.entries(shape.fields).flatMap(([name, one]) => (one.seen === objects ? [name] : [])),
        }
      : {}),
    ...(shape.items && shape.items.seen > 0 ? { items: described(shape.items) } : {}),
  }
}

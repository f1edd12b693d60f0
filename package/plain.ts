export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }
export type Row = { readonly [name: string]: Json }

/** What a system gave, as JSON can say it: instants by ISO 8601, bytes in base64, numbers beyond JSON's digit by digit. */
function plain(value: unknown): Json {
  switch (typeof value) {
    case 'string':
      return value.toWellFormed()
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : String(value)
    case 'bigint':
      return String(value)
    case 'object':
      return value === null ? null : ofObject(value)
    default:
      return null
  }
}

function ofObject(value: object): Json {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value)) return value.map(plain)
  if (value instanceof Set) return [...value].map(plain)
  if (value instanceof Map) return plain(Object.fromEntries(value))
  // A class that knows how it is written, such as a number of any length of the AWS SDK.
  if ('toJSON' in value && typeof value.toJSON === 'function') return plain(value.toJSON())
  if ('value' in value && typeof value.value === 'string' && Object.getPrototypeOf(value) !== Object.prototype)
    return value.value
  const object: Record<string, Json> = {}
  // Pairs (Object.entries) are garbage for every field of every row.
  for (const name of Object.keys(value)) {
    const one = (value as Record<string, unknown>)[name]
    if (one !== undefined) set(object, name.toWellFormed(), plain(one))
  }
  return object
}

/** A field may be called as something that every object has; one of those is no field when it is assigned to. */
function set(object: Record<string, Json>, name: string, value: Json): void {
  if (name === '__proto__') Object.defineProperty(object, name, { value, enumerable: true })
  else object[name] = value
}

/** A record as a row: what is no object stands in a field of its own. */
export function rowOf(data: unknown): Row {
  const value = plain(data)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : { value }
}

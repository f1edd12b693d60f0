import fc from 'fast-check'

export type Schema = {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly minItems?: number
  readonly anyOf?: readonly Schema[]
}

/** Texts that have broken programs before. */
const hostileTexts = [
  ...[
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202egnp.exe',
    'ﷺ'.repeat(200),
    '👩‍👩‍👧‍👦'.repeat(50),
    'a'.repeat(6000),
    'ß'.normalize('NFD'),
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', 'NaN', '-1', '1e999', '0x10'],
  ...['"><script>alert(1)</script>', "' or 1=1 --", '{{7*7}}', '$(id)', '<!--', ']]>', '%00', '%'],
  ...['../../etc/passwd', '..%2f..%2f', 'https://169.254.169.254/latest/meta-data', 'javascript:alert(1)'],
  ...['a@example.org\r\nBcc: all@example.org', 'x\r\nset-cookie: a=b', 'OB-0000-0000', 'A'.repeat(43)],
  ...['9999-99-99', '2026-02-30T00:00:00Z', '+275760-09-13T00:00:00.001Z', '2026-01-01T00:00:00+23:59'],
]
export const hostileText = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 60 }))

/** Anything that JSON can say, with keys that are no keys of anybody's. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom(null, true, 0, -0.5, 1e308, [], {}, [[]], { $ne: 1 }, { length: 3 }, { toString: 1 }),
  fc.array(hostileText, { maxLength: 4 }),
  fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'a', '', '0'), hostileText, { maxKeys: 3 }),
)

/** Addresses that nobody has: what is asked for under them leads nowhere. */
const address = fc.integer({ min: 0, max: 9 }).map((n) => `fuzz-${n}@example.org`)
const instant = fc.constantFrom('2026-01-05T10:00:00Z', '2026-03-01T00:00:00.000+01:00')
const day = fc.constantFrom('2026-12-31', '2027-02-01')

/** What a schema of the document allows, roughly: the function has to say what is wrong with the rest. */
export function valid(schema: Schema, schemas: Readonly<Record<string, Schema>>, depth = 0): fc.Arbitrary<unknown> {
  const of = (one: Schema) => valid(one, schemas, depth + 1)
  if (schema.$ref) return of(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {})
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(of))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return schema.enum.length > 0 ? fc.constantFrom(...schema.enum) : fc.constant(null)
  if (schema.type === 'object') return object(schema, of)
  if (schema.type === 'array')
    return fc.array(of(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: (schema.minItems ?? 0) + 2 })
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'integer' || schema.type === 'number') return fc.integer()
  if (schema.format === 'email') return address
  if (schema.format === 'date-time') return instant
  if (schema.format === 'date') return day
  if (schema.format === 'uuid') return fc.uuid({ version: 4 })
  if (schema.format === 'uri') return fc.constant('https://company.example.com/notice')
  if (schema.pattern) return fc.constantFrom('2026/1', '2026', 'DE', 'v1')
  return fc.string({ unit: 'grapheme', maxLength: 30 })
}

function object(
  { properties = {}, required = [], additionalProperties }: Schema,
  of: (schema: Schema) => fc.Arbitrary<unknown>,
) {
  const known = fc.record(Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, of(one)])), {
    requiredKeys: required as string[],
  }) as fc.Arbitrary<Record<string, unknown>>
  if (typeof additionalProperties !== 'object' || Object.keys(properties).length > 0) return known
  const names = fc.constantFrom(
    'statement',
    'about',
    'grounds',
    'use-content',
    'answer',
    'guardian',
    'identity',
    'extend',
    '__proto__',
  )
  return fc.dictionary(names, of(additionalProperties), { maxKeys: 4 })
}

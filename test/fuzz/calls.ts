import fc from 'fast-check'
import policy from '../../demo/policy.ts'
import { type Document, document, type Operation } from '../described.ts'
import { hostileJson, hostileText, type Schema, valid } from './values.ts'

/** Who calls, by name: what proves it is `Fuzzed`'s. */
const callers = [
  ...(['nobody', 'ann', 'bob', 'officer', 'agent', 'auditor'] as const),
  ...(['staff', 'mailer', 'stranger', 'reporting', 'case-tool'] as const),
] as const
export type Caller = (typeof callers)[number]

/** One call, as data: it can be printed, and made again. */
export type Call = {
  /** As the API knows it, such as `POST /requests`. */
  readonly route: string
  readonly method: string
  readonly path: string
  readonly as: Caller
  readonly headers: Readonly<Record<string, string>>
  /** Absent: no body. */
  readonly body?: Buffer
}

const schemas = document.components.schemas as Readonly<Record<string, Schema>>

/** What is called with hostile bodies alone: what it does concerns everybody in the house. */
const reachesEverybody = /^POST \/(company|programs)\/(announcement|backup-restored|activity)$/

/**
 * Calls of every operation of the description: mostly as described, with something wrong in it.
 * @param secrets for variables of paths: links, references, ids, also of other people
 */
export function calls(secrets: readonly string[], { paths }: Document = document): fc.Arbitrary<Call> {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  return fc.constantFrom(...operations).chain(({ method, path, operation }) => {
    const route = `${method} ${path}`
    return fc
      .record({
        method: fc.oneof(
          { weight: 9, arbitrary: fc.constant(method) },
          fc.constantFrom('PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'GET', 'POST'),
        ),
        filled: filled(path, secrets),
        query: query(operation),
        as: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...fitting(path)) }, fc.constantFrom(...callers)),
        headers: headers(),
        content: content(operation, reachesEverybody.test(route), path.startsWith('/desk')),
      })
      .map(({ method, filled, query, as, headers, content }): Call => {
        const mayHave = !['GET', 'HEAD'].includes(method)
        return {
          ...{ route, method, path: `${filled}${query}`, as },
          headers: { ...headers, ...(mayHave && content ? { 'content-type': content.type } : {}) },
          ...(mayHave && content ? { body: content.bytes } : {}),
        }
      })
  })
}

/** Who gets past the door there. */
function fitting(path: string): readonly Caller[] {
  if (path.startsWith('/desk')) return ['officer', 'agent', 'auditor']
  if (path.startsWith('/company')) return ['staff', 'mailer']
  return path.startsWith('/programs') ? ['case-tool', 'reporting'] : ['nobody']
}

/** Stands for the token of the caller's own session. */
export const ownToken = 'csrf-of-the-caller'
const asItsForm = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? { ...value, csrf: ownToken } : value

/** What stands for variables that are no secret of anybody. */
const known: Readonly<Record<string, readonly string[]>> = {
  '{act}': ['decide', 'doubt', 'extend', 'hold', 'unhold', 'lift', 'retry', 'hand-over'],
  '{system}': Object.keys(policy.systems),
}

function filled(path: string, secrets: readonly string[]): fc.Arbitrary<string> {
  const piece = (name: string) =>
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...(known[name] ?? secrets)) },
      { weight: 2, arbitrary: hostileText.map((one) => encodeURIComponent(one.toWellFormed()).slice(0, 3000)) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('%E0%A4%A', '%', '..%2f', '%00', 'hold', 'look', 'decide', 'constructor'),
      },
    )
  const pieces = path.split(/(\{\w+\})/)
  return fc
    .tuple(...pieces.map((one) => (one.startsWith('{') ? piece(one) : fc.constant(one))))
    .map((all) => all.join(''))
}

function query({ parameters = [] }: Operation): fc.Arbitrary<string> {
  const names = [
    ...parameters.filter((one) => one.in === 'query').map(({ name }) => name),
    'lang',
    'code',
    '__proto__',
    'state',
  ]
  return fc
    .array(
      fc.tuple(
        fc.constantFrom(...names),
        fc.oneof(hostileText, fc.constantFrom('en', 'de', 'sent', '2026', 'erase-now')),
      ),
      { maxLength: 3 },
    )
    .map((all) =>
      all.length > 0
        ? `?${new URLSearchParams(all.map(([name, value]) => [name, value.toWellFormed().slice(0, 500)]))}`
        : '',
    )
}

/** What a header can carry at all. */
const headerText = hostileText.map((one) =>
  one
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .slice(0, 2000)
    .trim(),
)

const headers = (): fc.Arbitrary<Record<string, string>> =>
  fc.record(
    {
      accept: fc.constantFrom('application/json', 'text/html', 'text/html;q=0, */*', '', '*/*'),
      'accept-language': fc.oneof(headerText, fc.constantFrom('de', 'en;q=0.1,fr')),
      authorization: fc.oneof(headerText, fc.constantFrom('Bearer eyJhbGciOiJub25lIn0.e30.', 'Basic Og==')),
      'x-forwarded-for': headerText,
      'x-oblige-origin': headerText,
      'x-opendsr-processor-domain': headerText,
      'x-opendsr-signature': headerText,
      'sec-fetch-site': fc.constantFrom('cross-site', 'same-origin', 'none'),
      'x-large': fc.constant('x'.repeat(6000)),
    },
    { requiredKeys: [] },
  )

type Content = { readonly type: string; readonly bytes: Buffer }

function content({ requestBody }: Operation, hostileOnly: boolean, isForm: boolean): fc.Arbitrary<Content | undefined> {
  const schema = (requestBody?.content['application/json']?.schema ?? { type: 'object' }) as Schema
  const described = valid(schema, schemas)
  const spoilt = wrongIn(described).map(isForm ? asItsForm : (value) => value)
  const type = fc.constantFrom(...Object.keys(requestBody?.content ?? {}), 'application/json')
  return fc.oneof(
    ...(hostileOnly
      ? []
      : [
          {
            weight: 4,
            arbitrary: fc.tuple(type, described).map(([of, value]) => written(of, isForm ? asItsForm(value) : value)),
          },
        ]),
    { weight: 5, arbitrary: fc.tuple(type, spoilt).map(([of, value]) => written(of, value)) },
    { weight: 1, arbitrary: fc.tuple(type, hostileJson).map(([of, value]) => written(of, value)) },
    { weight: 1, arbitrary: raw },
    { weight: 1, arbitrary: fc.constant(undefined) },
  )
}

/** One thing of it is wrong: something else, missing, or too much. */
const wrongIn = (described: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(described, fc.nat(), hostileJson, fc.constantFrom('replace', 'drop', 'add'))
    .map(([value, nth, other, how]) => {
      if (typeof value !== 'object' || value === null) return other
      const entries = Object.entries(value)
      const at = entries.length === 0 ? 0 : nth % entries.length
      if (how === 'add' || entries.length === 0)
        return Object.fromEntries([
          ...entries,
          [['__proto__', 'constructor', 'extra', 'language'][nth % 4] ?? 'extra', other],
        ])
      return Object.fromEntries(
        how === 'drop' ? entries.toSpliced(at, 1) : entries.map(([key, one], n) => [key, n === at ? other : one]),
      )
    })

/** `JSON.stringify` leaves `__proto__` out of nothing that `Object.fromEntries` made. */
function written(type: string, value: unknown): Content {
  if (type === 'application/json') return { type, bytes: Buffer.from(JSON.stringify(value) ?? 'null') }
  const fields = Object.entries(typeof value === 'object' && value !== null ? value : { value }).map(
    ([name, one]) => [name, typeof one === 'string' ? one : JSON.stringify(one)] as const,
  )
  if (type === 'application/x-www-form-urlencoded')
    return { type, bytes: Buffer.from(new URLSearchParams(fields.map(([name, one]) => [name, one ?? ''])).toString()) }
  const boundary = 'fuzz'
  const parts = fields.map(
    ([name, one]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name.replaceAll(/["\r\n]/g, '_')}"\r\n\r\n${one}\r\n`,
  )
  return { type: `${type}; boundary=${boundary}`, bytes: Buffer.from(`${parts.join('')}--${boundary}--\r\n`) }
}

const raw: fc.Arbitrary<Content> = fc.record({
  type: fc.constantFrom(
    ...[
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'multipart/form-data; boundary=',
    ],
    ...['text/plain', 'application/xml', 'application/json; charset=utf-16', '', 'x'],
  ),
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((one) => Buffer.from(one)),
    fc
      .constantFrom(
        ...[
          '',
          '{',
          '"',
          '[1',
          '{"a":1}}',
          'null',
          '[]',
          '\ufeff{}',
          '{"__proto__":{"admin":true}}',
          '%%%=%',
          'a=1&a=2&a[]=3',
        ],
        ...[
          '['.repeat(8000),
          `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`,
          `{"a":"${'x'.repeat(20_000)}"}`,
          '1'.repeat(300_000),
        ],
        ...[
          `{"address":"${'a'.repeat(300)}@example.org"}`,
          '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        ],
      )
      .map((one) => Buffer.from(one)),
  ),
})

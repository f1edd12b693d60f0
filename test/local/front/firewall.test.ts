import { expect, test } from 'vitest'
import { Firewall, thisMachine } from '../../../local/front/firewall.ts'
import type { HttpRequest } from '../../../local/front/http-api.ts'
import type { Resource } from '../../../local/front/resource.ts'

type Rule = { readonly Name: string; readonly Priority: number; readonly Statement: object; readonly Action?: object }
const block = { Block: {} }
const plain = [{ Priority: 0, Type: 'NONE' }]
const path = (SearchString: string, PositionalConstraint: string, more: object = {}) => ({
  ByteMatchStatement: {
    ...{ SearchString, PositionalConstraint, FieldToMatch: { UriPath: {} }, TextTransformations: plain },
    ...more,
  },
})
const rate = (more: object = {}) => ({
  RateBasedStatement: { AggregateKeyType: 'IP', Limit: 10, EvaluationWindowSec: 60, ...more },
})
let now = 0
const firewall = (...Rules: readonly Rule[]) =>
  new Firewall({ properties: { Rules, CustomResponseBodies: bodies } } as unknown as Resource, { now: () => now })
const bodies = { wait: { ContentType: 'TEXT_HTML', Content: '<p>Wait.</p>' } }
const only = (Statement: object, Action: object = block) => firewall({ Name: 'one', Priority: 0, Statement, Action })
const request = (more: Partial<HttpRequest> = {}): HttpRequest => ({
  ...{ method: 'POST', path: '/requests', query: '', headers: {}, body: Buffer.alloc(0), sourceIp: '192.0.2.1' },
  ...more,
})

test('a rate counts what its scope names, address by address, what was blocked too, and forgets what is older than its window', () => {
  const one = only(rate({ ScopeDownStatement: path('/requests', 'STARTS_WITH') }))
  const asks = (more: Partial<HttpRequest> = {}) => one.instead(request(more))?.status
  now = 1_000_000
  expect(Array.from({ length: 12 }, () => asks())).toEqual([...Array(10).fill(undefined), 403, 403])
  expect(asks({ path: '/elsewhere' })).toBeUndefined()
  expect(asks({ sourceIp: '192.0.2.2' })).toBeUndefined()
  now += 59_999
  expect(asks()).toBe(403)
  // The first twelve are over; the last counts still.
  now += 1
  expect(Array.from({ length: 10 }, () => asks())).toEqual([...Array(9).fill(undefined), 403])
  expect(Array.from({ length: 20 }, () => asks({ sourceIp: thisMachine }))).toEqual(Array(20).fill(undefined))
})

test('and, or, not, bytes and sizes are what they say; the first rule by priority answers, as it says', () => {
  const large = {
    SizeConstraintStatement: {
      ...{ ComparisonOperator: 'GT', Size: 16_384, TextTransformations: plain },
      FieldToMatch: { Body: { OversizeHandling: 'MATCH' } },
    },
  }
  const isGet = path('GET', 'EXACTLY', { FieldToMatch: { Method: {} } })
  const words = { OrStatement: { Statements: [path('/state', 'ENDS_WITH'), path('ote', 'CONTAINS'), isGet] } }
  const custom = { ResponseCode: 413, CustomResponseBodyKey: 'wait' }
  const both = firewall(
    { Name: 'later', Priority: 1, Statement: path('/', 'STARTS_WITH'), Action: block },
    {
      ...{ Name: 'first', Priority: 0, Action: { Block: { CustomResponse: custom } } },
      Statement: { AndStatement: { Statements: [large, { NotStatement: { Statement: words } }] } },
    },
    { Name: 'of AWS', Priority: 2, Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'Common' } } },
  )
  const answer = (path: string, length: number, method = 'POST') =>
    both.instead(request({ path, method, body: Buffer.alloc(length) }))
  expect(answer('/requests', 16_385)).toEqual({
    ...{ status: 413, headers: { 'content-type': 'text/html' }, body: Buffer.from('<p>Wait.</p>') },
  })
  for (const [path, length, method] of [
    ['/requests', 16_384],
    ['/requests/T/state', 16_385],
    ['/notes', 16_385],
    ['/requests', 16_385, 'GET'],
  ] as const)
    expect(answer(path, length, method)).toMatchObject({ status: 403, headers: {} })
})

test.each([
  [{ GeoMatchStatement: {} }, 'GeoMatchStatement'],
  [rate({ AggregateKeyType: 'FORWARDED_IP' }), 'a rate by FORWARDED_IP'],
  [path('a', 'CONTAINS_WORD'), 'the constraint CONTAINS_WORD'],
  [path('a', 'EXACTLY', { FieldToMatch: { QueryString: {} } }), 'the field QueryString'],
  [path('a', 'EXACTLY', { TextTransformations: [{ Type: 'LOWERCASE' }] }), 'the transformation LOWERCASE'],
  [{ SizeConstraintStatement: { ComparisonOperator: 'LT' } }, 'a size LT with another field'],
])('a rule of another kind stops the local cloud by its name: %j', (statement, what) => {
  expect(() => only(statement)).toThrow(`the local cloud does not know ${what} of a firewall`)
})

test('a rule that does not block stops it, too', () => {
  expect(() => only(path('a', 'EXACTLY'), { Count: {} })).toThrow('the action of the rule one')
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { Clock } from '../../../local/clock/clock.ts'
import { HttpApi, type HttpRequest, largestBody } from '../../../local/front/http-api.ts'
import { front } from './sample.ts'

type Event = Readonly<Record<string, unknown>> & { readonly headers: Record<string, string> }
type Called = { readonly name: string; readonly event: Event; readonly source: string }

let clock: Clock
let calls: Called[]
let answers: Record<string, (event: Event) => unknown>
let api: HttpApi

beforeEach(() => {
  clock = new Clock()
  calls = []
  answers = {
    door: ({ headers }) => ({ isAuthorized: headers['x-origin'] === 'right', context: { by: 'door' } }),
    asks: () => ({ statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: 'fine' }),
    special: () => ({ new: true }),
  }
  api = new HttpApi(
    front,
    async (arn, payload, source) => {
      const call = { name: arn.split(':').at(-1) ?? '', event: payload as Event, source }
      calls.push(call)
      return answers[call.name]?.(call.event)
    },
    clock,
  )
})
afterEach(() => clock.stop())

const ask = (method: string, path: string, more: Partial<HttpRequest> = {}) =>
  api.handle({
    method,
    path,
    query: '',
    headers: { host: 'localhost', 'x-origin': 'right' },
    body: Buffer.alloc(0),
    sourceIp: '127.0.0.1',
    ...more,
  })
const called = () => calls.map(({ name }) => name)

test('a function gets the event of payload format 2.0', async () => {
  const headers = { host: 'localhost', 'x-origin': 'right', 'content-type': 'application/json', cookie: 'a=1; b=2' }
  await ask('POST', '/requests/T%201/x/y', { headers, query: 'q=1&q=2&r=%20', body: Buffer.from('{"a":"ä"}') })
  expect(calls.at(-1)?.event).toMatchObject({
    version: '2.0',
    routeKey: 'ANY /requests/{token}/{rest+}',
    rawPath: '/requests/T%201/x/y',
    rawQueryString: 'q=1&q=2&r=%20',
    queryStringParameters: { q: '1,2', r: ' ' },
    pathParameters: { token: 'T 1', rest: 'x/y' },
    cookies: ['a=1', 'b=2'],
    body: '{"a":"ä"}',
    isBase64Encoded: false,
    requestContext: { http: { method: 'POST', sourceIp: '127.0.0.1' }, authorizer: { lambda: { by: 'door' } } },
  })
  expect(calls.at(-1)?.event.headers).not.toHaveProperty('cookie')
})

test('a form arrives in base64, as API Gateway hands over what it does not know as text', async () => {
  const headers = { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' }
  await ask('POST', '/open', { headers, body: Buffer.from('a=1') })
  expect(calls.at(-1)?.event).toMatchObject({ body: Buffer.from('a=1').toString('base64'), isBase64Encoded: true })
})

test('the time of the event is the clock’s', async () => {
  await clock.advance('P60D')
  await ask('POST', '/open')
  const context = calls.at(-1)?.event.requestContext as { timeEpoch: number } | undefined
  expect(Math.abs((context?.timeEpoch ?? 0) - clock.now())).toBeLessThan(1000)
})

test.each([
  ['a fixed path before a variable', 'GET', '/requests/new', 'special'],
  ['one piece of the path for a variable', 'GET', '/requests/T', 'asks'],
  ['the rest of the path for a greedy one', 'DELETE', '/requests/T/a/b', 'asks'],
])('the most specific route answers: %s', async (_, method, path, name) => {
  await ask(method, path)
  expect(called()).toEqual(['door', name])
})

test('what no route fits is not found', async () => {
  expect((await ask('POST', '/requests/T')).status).toBe(404)
  expect((await ask('GET', '/open')).status).toBe(404)
  expect(calls).toEqual([])
})

test('the authorizer lets in, refuses, is not asked without its header, and is asked again when its answer is old', async () => {
  const as = (word?: string) =>
    ask('GET', '/requests/T', { headers: { host: 'localhost', ...(word ? { 'x-origin': word } : {}) } })
  expect((await as()).status).toBe(401)
  expect(calls).toEqual([])
  expect((await as('wrong')).status).toBe(403)
  expect((await as('right')).status).toBe(200)
  expect((await as('right')).status).toBe(200)
  expect(called()).toEqual(['door', 'door', 'asks', 'asks'])
  await clock.advance('PT61S')
  await as('right')
  expect(called().slice(4)).toEqual(['door', 'asks'])
})

test('an authorizer that fails or says something else is an error of the API, never a way in', async () => {
  for (const broken of [() => ({ allowed: true }), () => Promise.reject(new Error('broken'))]) {
    answers.door = broken
    expect((await ask('GET', '/requests/T')).status).toBe(500)
  }
  expect(called()).toEqual(['door', 'door'])
})

test('answers become HTTP: status, headers, cookies and bodies in base64, or JSON for anything else', async () => {
  answers.asks = () => ({
    statusCode: 303,
    headers: { Location: '/x' },
    cookies: ['a=1', 'b=2'],
    body: Buffer.from([0, 255]).toString('base64'),
    isBase64Encoded: true,
  })
  const answer = await ask('POST', '/open')
  expect(answer).toMatchObject({ status: 303, headers: { location: '/x', 'set-cookie': 'a=1\nb=2' } })
  expect([...answer.body]).toEqual([0, 255])
  expect((await ask('GET', '/requests/new')).body.toString()).toBe('{"new":true}')
})

test('a function that fails is a 500 without its words, and a body larger than 10 MB is refused', async () => {
  answers.asks = () => Promise.reject(new Error('secret words'))
  const answer = await ask('POST', '/open')
  expect([answer.status, answer.body.toString()]).toEqual([500, '{"message":"Internal Server Error"}'])
  expect((await ask('POST', '/open', { body: Buffer.alloc(largestBody + 1) })).status).toBe(413)
})

test('calls name the part of the API that makes them, for the function’s own policy', async () => {
  await ask('GET', '/requests/T')
  const api = front.ofType('AWS::ApiGatewayV2::Api')[0]?.name
  const door = front.ofType('AWS::ApiGatewayV2::Authorizer')[0]?.name
  const all = `arn:aws:execute-api:eu-central-1:000000000000:${api}`
  expect(calls.map(({ source }) => source)).toEqual([
    `${all}/authorizers/${door}`,
    `${all}/$default/GET/requests/{token}`,
  ])
})

import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { endpoint, Refused } from '../../functions/entry/http.ts'
import { machineInput, task } from '../../functions/entry/task.ts'

const Shape = z.object({ address: z.string().check(z.maxLength(254), z.email()) })
const canary = 'ottilie.canary@example.org'
let lines: string[] = []

beforeEach(() => {
  lines = []
  const keep = (...parts: unknown[]) => {
    lines.push(parts.map(String).join(' '))
  }
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      lines.push(String(text))
      return true
    })
  for (const kind of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, kind).mockImplementation(keep)
})
afterEach(() => vi.restoreAllMocks())

type Asked = {
  body?: string
  type?: string
  accept?: string
  language?: string
  query?: Record<string, string>
  base64?: boolean
}
const event = (asked: Asked): APIGatewayProxyEventV2 =>
  ({
    headers: {
      ...(asked.type ? { 'content-type': asked.type } : {}),
      ...(asked.accept ? { accept: asked.accept } : {}),
      ...(asked.language ? { 'accept-language': asked.language } : {}),
    },
    requestContext: { http: { method: 'POST' } },
    isBase64Encoded: asked.base64 ?? false,
    ...(asked.query ? { queryStringParameters: asked.query } : {}),
    ...(asked.body === undefined ? {} : { body: asked.body }),
  }) as unknown as APIGatewayProxyEventV2
const context = { awsRequestId: 'call-1', getRemainingTimeInMillis: () => 1000 } as Context

const echo = endpoint('echo', Shape, async ({ body, language }) => ({
  status: 200,
  json: { heard: body.address, language },
  page: { kind: 'ask', address: body.address },
}))
const form = 'application/x-www-form-urlencoded'
const ask = (asked: Asked) => echo(event(asked), context)

test('a form, a form in base64 as API Gateway sends it, and JSON give the same fields', async () => {
  const encoded = `address=${encodeURIComponent(canary)}`
  const answers = await Promise.all([
    ask({ body: encoded, type: form }),
    ask({ body: Buffer.from(encoded).toString('base64'), type: form, base64: true }),
    ask({ body: JSON.stringify({ address: canary }), type: 'application/json; charset=utf-8' }),
  ])
  for (const answer of answers) {
    expect(answer.statusCode).toBe(200)
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ heard: canary })
  }
})

test.each([
  ['no body', {}, 400],
  ['text that is no JSON', { body: '{"address":', type: 'application/json' }, 400],
  ['a JSON array', { body: '[1]', type: 'application/json' }, 400],
  ['JSON null', { body: 'null', type: 'application/json' }, 400],
  ['a number for the address', { body: '{"address":7}', type: 'application/json' }, 400],
  ['something that is no address', { body: 'address=nobody', type: form }, 400],
  ['an address longer than any', { body: `address=${'a'.repeat(250)}@example.org`, type: form }, 400],
  ['a type nobody speaks', { body: '<a/>', type: 'application/xml' }, 415],
  ['a huge body', { body: `address=${'a'.repeat(20_000)}`, type: form }, 413],
  ['broken percent signs', { body: 'address=%E0%A4%A&%%%', type: form }, 400],
])('%s is refused with a clear answer, as JSON and as a page, and is not a failure', async (_, asked, status) => {
  const json = await ask(asked)
  expect(json.statusCode).toBe(status)
  expect(JSON.parse(json.body ?? '')).toMatchObject({ error: 'malformed' })
  const page = await ask({ ...asked, accept: 'text/html' })
  expect(page.statusCode).toBe(status)
  expect(page.headers?.['content-type']).toContain('text/html')
  expect(page.body).toContain('<h1')
  expect(lines.join('\n')).toContain('refused')
  expect(lines.join('\n')).not.toContain('failed')
})

test('the language is the form’s, else the link’s, else the browser’s, else the policy’s first', async () => {
  const body = JSON.stringify({ address: canary })
  const spoken = async (asked: Asked) =>
    JSON.parse((await ask({ body, type: 'application/json', ...asked })).body ?? '').language
  expect(await spoken({})).toBe('en')
  expect(await spoken({ language: 'xx, de-AT;q=0.8, en;q=0.7' })).toBe('de')
  expect(await spoken({ language: 'de', query: { lang: 'en' } })).toBe('en')
  expect(await spoken({ query: { lang: '../../etc' } })).toBe('en')
})

test('what goes wrong inside says that nothing was lost, and neither answer nor log holds a personal value', async () => {
  const broken = endpoint('broken', Shape, async ({ body }) => {
    throw new Error(`duplicate key value violates unique constraint: (email)=(${body.address})`)
  })
  const answer = await broken(event({ body: `address=${canary}`, type: form, accept: 'text/html' }), context)
  expect(answer.statusCode).toBe(500)
  expect(answer.body).not.toContain(canary)
  expect(lines.join('\n')).toContain('broken')
  expect(lines.join('\n')).not.toContain('canary')
})

test('every answer is for one person and one moment: never cached, and no referrer leaves with a link', async () => {
  const refused = endpoint('refused', Shape, async () => {
    throw new Refused({ status: 404, json: {}, page: { kind: 'link-unknown' } })
  })
  for (const run of [echo, refused]) {
    const answer = await run(event({ body: `address=${canary}`, type: form, accept: 'text/html' }), context)
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
  }
})

test('a browser is sent on after a form, a program gets the answer at once', async () => {
  const sent = endpoint('sent', Shape, async () => ({
    status: 200,
    json: { done: true },
    page: { kind: 'error' },
    seeOther: '/requests/link',
  }))
  const asked = { body: `address=${canary}`, type: form }
  expect(await sent(event({ ...asked, accept: 'text/html' }), context)).toMatchObject({
    statusCode: 303,
    headers: { location: '/requests/link' },
  })
  expect(await sent(event(asked), context)).toMatchObject({ statusCode: 200, body: '{"done":true}' })
})

test('a task’s error keeps its name for Retry and loses its message, which Step Functions would keep for 90 days', async () => {
  const failing = task('failing', z.object(machineInput), async () => {
    throw Object.assign(new Error(`no such row: ${canary}`), { name: 'Busy' })
  })
  const error: Error = await failing({ v: 1, reference: 'OB-7K3M-92QF' }, context).then(
    () => new Error('it succeeded'),
    (thrown: Error) => thrown,
  )
  expect(error.name).toBe('Busy')
  expect(error.message).not.toContain('canary')
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('canary')
  expect(lines.join('\n')).toContain('OB-7K3M-92QF')
  expect(lines.join('\n')).not.toContain('canary')
})

test('a task refuses what is not its input, and does not log it', async () => {
  const run = task('strict', z.object(machineInput), async () => 'ran')
  for (const wrong of [null, 'text', {}, { v: 2, reference: 'OB-7K3M-92QF' }, { v: 1, reference: canary }])
    await expect(run(wrong, context)).rejects.toThrow('see the log')
  expect(lines.join('\n')).not.toContain('canary')
})

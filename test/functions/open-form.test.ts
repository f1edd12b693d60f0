import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { expect, test } from 'vitest'
import { instant, promisedBy, shifted } from '../../domain/time.ts'
import { handler } from '../../functions/open-form/handler.ts'
import { policy } from '../../policy/in-force.ts'
import { receivedAt } from '../../web/ask.ts'

const open = (address: string, token?: string, accept = 'text/html') => {
  const event = {
    headers: { accept },
    requestContext: { http: { method: 'GET' } },
    queryStringParameters: Object.fromEntries(new URL(address, 'http://localhost').searchParams),
    ...(token === undefined ? {} : { pathParameters: { token, form: 'confirm' } }),
  }
  return handler(event as unknown as APIGatewayProxyEventV2, {} as Context)
}
const now = instant(Date.now())
const asked = (from = now) =>
  ({ reference: 'OB-7K3M-92QF', right: 'erasure', promisedBy: promisedBy('erasure', from, policy) }) as const

test('the page that a request came in can be loaded again in either language, and says what the answer to the form said', async () => {
  for (const [language, words] of [
    ['en', 'Request received'],
    ['de', 'Antrag eingegangen'],
  ] as const) {
    const page = await open(receivedAt(asked(), language))
    expect([page.statusCode, page.headers?.['cache-control']]).toEqual([200, 'no-store'])
    for (const part of [words, 'OB-7K3M-92QF']) expect(page.body).toContain(part)
  }
  const json = await open(receivedAt(asked(), 'en'), undefined, 'application/json')
  expect(JSON.parse(json.body ?? '')).toEqual(asked())
})

test('nothing else can be written there, and no later day than is promised: the form is shown instead', async () => {
  const written = [
    '/requests',
    receivedAt({ ...asked(), reference: 'call 0900 1234' }, 'en'),
    receivedAt({ ...asked(), promisedBy: 'never' }, 'en'),
    receivedAt(asked(shifted(now, 30 * 86_400_000)), 'en'),
    '/requests?right=everything',
  ]
  for (const address of written) {
    const { statusCode, headers } = await open(address)
    expect([address, statusCode, headers?.location]).toEqual([address, 303, '/ask/'])
  }
  expect((await open('/requests?lang=de')).headers?.location).toBe('/de/ask/')
  expect(await open('/requests', undefined, 'application/json')).toMatchObject({
    statusCode: 404,
    body: '{"error":"only-sent"}',
  })
})

test('the address of a button leads to the page on which it stands, and one that can be no link to the page that helps', async () => {
  const token = 'x'.repeat(43)
  expect((await open('/', token)).headers?.location).toBe(`/requests/${token}`)
  expect((await open('/?lang=de', token)).headers?.location).toBe(`/requests/${token}?lang=de`)
  const wrong = await open('/', '//elsewhere.example')
  expect([wrong.statusCode, wrong.headers?.location]).toEqual([404, undefined])
  expect(wrong.body).toContain('<h1')
})

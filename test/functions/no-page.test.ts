import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { expect, test } from 'vitest'
import { instant, promisedBy, shifted } from '../../domain/time.ts'
import { handler } from '../../functions/no-page/handler.ts'
import { policy } from '../../policy/in-force.ts'
import { receivedAt } from '../../web/ask.ts'

const open = (address: string, accept = 'text/html') => {
  const { pathname, searchParams } = new URL(address, 'http://localhost')
  const event = {
    headers: { accept },
    requestContext: { http: { method: 'GET' } },
    rawPath: pathname,
    queryStringParameters: Object.fromEntries(searchParams),
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
  const json = await open(receivedAt(asked(), 'en'), 'application/json')
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
  expect(await open('/requests', 'application/json')).toMatchObject({
    statusCode: 404,
    body: '{"error":"only-sent"}',
  })
})

const secret = 'x'.repeat(43)

test.each([
  [`/requests/${secret}/confirm`, `/requests/${secret}`],
  [`/requests/${secret}/confirm?lang=de`, `/requests/${secret}?lang=de`],
  [`/requests/${secret}/`, `/requests/${secret}`],
  [`/requests/${secret}//elsewhere.example`, `/requests/${secret}`],
  [`/mails/${secret}/`, `/mails/${secret}`],
  [`/notices/${secret}/confirm`, `/notices/${secret}`],
  [`/mailing/${secret}/`, `/mailing/${secret}`],
  ['/desk/search', '/desk'],
  ['/desk/sign-out', '/desk'],
  [`/desk/mails/${secret}`, '/desk'],
  ['/desk/tasks/', '/desk/tasks'],
  ['/desk/requests/OB-7K3M-92QF/note?lang=de', '/desk/requests/OB-7K3M-92QF?lang=de'],
  ['/desk/requests/OB-7K3M-92QF/systems/accounts/retry', '/desk/requests/OB-7K3M-92QF'],
  ['/desk/tasks/OB-7K3M-92QF/archive/answer', '/desk/tasks/OB-7K3M-92QF/archive'],
])('%s leads to the page on which its form stands', async (address, page) => {
  expect(await open(address)).toMatchObject({ statusCode: 303, headers: { location: page } })
  expect(await open(address, 'application/json')).toMatchObject({ statusCode: 404, body: '{"error":"only-sent"}' })
})

test.each([
  ['/requests/', 'unknown-link'],
  ['/requests/elsewhere.example/confirm', 'unknown-link'],
  [`/requests/${secret}x/confirm`, 'unknown-link'],
  ['/mails/short/', 'unknown-link'],
  ['/desk/nothing', 'no-such-address'],
  ['/desk/search/more', 'no-such-address'],
  ['/desk/requests/OB%0D%0A/note', 'no-such-address'],
])('%s is a page that says so, and leads on', async (address, error) => {
  const page = await open(address)
  expect([page.statusCode, page.headers?.location]).toEqual([404, undefined])
  expect(page.body).toMatch(/<h1.*<a class="button"/s)
  expect((await open(address, 'application/json')).body).toBe(JSON.stringify({ error }))
})

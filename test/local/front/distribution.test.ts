import { expect, test } from 'vitest'
import { Distribution } from '../../../local/front/distribution.ts'
import type { HttpRequest } from '../../../local/front/http-api.ts'
import { front } from './sample.ts'

const pages: Readonly<Record<string, string>> = {
  'index.html': 'home',
  'ask/index.html': 'ask',
  '404.html': 'not there',
}
const reached: HttpRequest[] = []
const [found] = front.ofType('AWS::CloudFront::Distribution')
if (!found) throw new Error('the sample has a distribution')
const distribution = new Distribution(found, front, {
  object: async (bucket, key) => {
    const page = bucket === 'pages' ? pages[key] : undefined
    return page === undefined ? undefined : { body: Buffer.from(page), type: 'text/html' }
  },
  api: async (request) => {
    reached.push(request)
    const headers = { server: 'api', 'referrer-policy': 'origin', 'x-frame-options': 'SAMEORIGIN' }
    return { status: request.path.endsWith('forbidden') ? 403 : 200, headers, body: Buffer.from('from the API') }
  },
  secret: async (id) => (id === 'the-secret' ? '{"word":"right"}' : ''),
})
const ask = async (method: string, path: string, headers: Record<string, string> = {}) => {
  const answer = await distribution.handle({
    method,
    path,
    query: 'a=1',
    headers,
    body: Buffer.from('x'),
    sourceIp: '192.0.2.1',
  })
  return { ...answer, text: answer.body.toString() }
}

test('pages come from the bucket, with the root object and what the viewer function makes of a path', async () => {
  expect((await ask('GET', '/')).text).toBe('home')
  expect((await ask('GET', '/ask/')).text).toBe('ask')
  expect(await ask('GET', '/old/')).toMatchObject({ status: 301, headers: { location: '/ask/' } })
})

test('what is not in the bucket is the error page under the status that the template gives', async () => {
  expect(await ask('GET', '/nothing')).toMatchObject({ status: 404, text: 'not there' })
  expect(await ask('GET', '/%E0%A4%A')).toMatchObject({ status: 400 })
})

test('a method that the behaviour does not allow goes no further', async () => {
  expect((await ask('POST', '/ask/')).status).toBe(403)
})

test('the API hears the origin’s secret, who asked, and nothing that the viewer says of either', async () => {
  await ask('POST', '/requests/T', { 'x-origin': 'guessed', 'x-forwarded-for': '198.51.100.7' })
  expect(reached.at(-1)).toMatchObject({
    path: '/requests/T',
    query: 'a=1',
    headers: { 'x-origin': 'right', 'x-forwarded-for': '192.0.2.1' },
  })
})

test('every answer carries the headers of the policy, overriding where it says so, and none that it removes', async () => {
  const { headers } = await ask('GET', '/requests/T')
  expect(headers).toMatchObject({
    'content-security-policy': "default-src 'none'",
    'x-frame-options': 'DENY',
    'referrer-policy': 'origin',
    'x-content-type-options': 'nosniff',
    'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
    'x-robots-tag': 'noindex',
  })
  expect(headers).not.toHaveProperty('server')
  expect((await ask('GET', '/')).headers['referrer-policy']).toBe('no-referrer')
})

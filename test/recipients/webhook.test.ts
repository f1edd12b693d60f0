import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CaseTool } from '../../demo/recipients/case-tool.ts'
import { certified, newAuthority } from '../../demo/recipients/certificate.ts'
import { send, signedWith, WebhookSecret } from '../../recipients/webhook/webhook.ts'

const authority = newAuthority('Authority of the test')
const tool = new CaseTool(authority)
const other = new CaseTool(authority)
const now = Date.parse('2026-03-01T12:00:00Z')
const news = {
  id: 'OB-7K3M-92QF-000004-0',
  at: '2026-03-01T11:59:58.000Z',
  reference: 'OB-7K3M-92QF',
  right: 'erasure',
  event: 'certified',
  status: 'erased',
}

beforeAll(() => Promise.all([tool.start(), other.start()]))
afterAll(() => Promise.all([tool.stop(), other.stop()]))
beforeEach(() => {
  tool.heard.clear()
  tool.says = undefined
})

test('a signature is the one that Standard Webhooks gives as its example', () => {
  const key = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const signed = signedWith({ key }, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, '{"test": 2432232314}')
  expect(signed['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

test('a program gets what became of a request, signed, with nothing but the reference', async () => {
  await send(news, tool.secret, now)
  expect([...tool.heard]).toEqual([
    [
      news.id,
      {
        type: 'request.erased',
        timestamp: news.at,
        data: { reference: 'OB-7K3M-92QF', right: 'erasure', event: 'certified', status: 'erased' },
      },
    ],
  ])
  // Sent again it is known by its id.
  await send(news, tool.secret, now + 60_000)
  expect(tool.heard.size).toBe(1)
})

test('while a key is changed both sign', async () => {
  await send(news, { ...tool.secret, key: other.key, previous: tool.key }, now)
  expect(tool.heard.size).toBe(1)
  await expect(send(news, { ...tool.secret, key: other.key }, now)).rejects.toThrow('answered with status 401')
})

test('whatever is no yes is sent again: a failure, a redirect that nobody follows, and no answer in time', async () => {
  tool.says = { status: 503, body: '' }
  await expect(send(news, tool.secret, now)).rejects.toMatchObject({ name: 'NotTaken' })
  tool.says = { status: 307, headers: { location: other.secret.url }, body: '' }
  await expect(send(news, tool.secret, now)).rejects.toMatchObject({ name: 'NotTaken' })
  expect(other.heard.size).toBe(0)
  const { key, pem } = certified('slow.example.org', authority)
  const slow = createServer({ key: key.export({ type: 'pkcs8', format: 'pem' }), cert: pem }, () => undefined)
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve))
  const url = `https://127.0.0.1:${(slow.address() as AddressInfo).port}/`
  await expect(send(news, { ...tool.secret, url }, now, 200)).rejects.toMatchObject({ name: 'NotReached' })
  slow.closeAllConnections()
  await new Promise((resolve) => slow.close(resolve))
})

test('a program that is gone says so, and is not asked again', async () => {
  tool.says = { status: 410, body: '' }
  await expect(send(news, tool.secret, now)).rejects.toMatchObject({ name: 'Gone' })
})

test('nothing goes to who has no certificate that is trusted, nor to a name that leads into a private network', async () => {
  await expect(send(news, { ...tool.secret, ca: newAuthority('Other').pem }, now)).rejects.toThrow('not be reached')
  const inside = tool.secret.url.replace('127.0.0.1', 'localhost')
  await expect(send(news, { ...tool.secret, url: inside }, now)).rejects.toThrow('leads into a private network')
  expect(tool.heard.size).toBe(0)
})

test('a secret says where and with what, or is refused', () => {
  const { url, key } = tool.secret
  expect(WebhookSecret.safeParse({ url, key }).success).toBe(true)
  for (const wrong of [
    { url: url.replace('https', 'http'), key },
    { url, key: 'whsec_c2hvcnQ=' },
    { url, key: key.slice(6) },
    { url },
  ])
    expect(WebhookSecret.safeParse(wrong).success).toBe(false)
})

import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { expect, test } from 'vitest'
import { attemptCookie, attemptIn, underWay } from '../../functions/desk/cookies.ts'

const attempt = { state: 's'.repeat(43), nonce: 'n'.repeat(43), verifier: 'v'.repeat(43), back: '/desk/requests/OB-1' }
const until = '2026-02-06T08:40:00.000Z'
const now = Date.parse(until) - 1
const brought = (value: string) =>
  ({ cookies: ['other=1', `${attemptCookie}=${value}`] }) as unknown as APIGatewayProxyEventV2

test('a sign-in that is under way is kept by the browser that began it, as long as it lasts', () => {
  const value = underWay(attempt, until)
  // RFC 6265, section 4.1.1: no sign that a cookie cannot hold.
  expect(value).toMatch(/^[\w.-]+$/)
  expect(attemptIn(brought(value), now)).toEqual(attempt)
  expect(attemptIn(brought(value), now + 1)).toBeUndefined()
})

test('what is no such cookie is none: cut, longer, of another shape, or absent', () => {
  const value = underWay(attempt, until)
  for (const wrong of ['', value.slice(1), `${value}!`, value.replace('.', ''), `${value}.x`, 'a'.repeat(43)])
    expect([wrong, attemptIn(brought(wrong), now)]).toEqual([wrong, undefined])
  expect(attemptIn(brought(underWay({ ...attempt, back: `/desk/${'x'.repeat(400)}` }, until)), now)).toBeUndefined()
  expect(attemptIn({} as APIGatewayProxyEventV2, now)).toBeUndefined()
})

import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { beforeAll, expect, test } from 'vitest'

beforeAll(() => {
  Object.assign(process.env, { TABLE: 'none', MAC_KEY: 'none', AWS_REGION: 'eu-central-1' })
})

const event = (method: string, body: unknown, headers: Record<string, string> = {}) =>
  ({
    routeKey: `${method} /`,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    isBase64Encoded: false,
    requestContext: { http: { method } },
  }) as unknown as APIGatewayProxyEventV2

test('a report of a child’s account that names no address is refused, and nobody is looked for', async () => {
  const { handler } = await import('../../functions/child/handler.ts')
  const { statusCode, body } = await handler(event('POST', { file: '2026/17' }), {} as Context)
  expect([statusCode, JSON.parse(body ?? '')]).toEqual([400, { error: 'malformed', fields: ['address'] }])
})

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Clock } from '../../../local/clock/clock.ts'
import { AccessLog } from '../../../local/front/access-log.ts'
import { HttpApi } from '../../../local/front/http-api.ts'
import type { Resource, Template } from '../../../local/front/resource.ts'
import { front } from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'oblige-access-log-'))
let clock: Clock
beforeAll(() => {
  clock = new Clock()
})
afterAll(() => {
  clock.stop()
  rmSync(folder, { recursive: true })
})

const logging = (format: string): Template => ({
  ofType: (type) =>
    type === 'AWS::ApiGatewayV2::Stage'
      ? [{ properties: { AccessLogSettings: { Format: format } } } as unknown as Resource]
      : front.ofType(type),
})
const names = ['requestId', 'requestTime', 'routeKey', 'status', 'error.message', 'identity.userArn'] as const
const format = JSON.stringify({
  ...Object.fromEntries(names.map((name) => [name, `$context.${name}`])),
  client: '$context.authorizer.claims.client_id',
  broke: '$context.integrationErrorMessage',
})

test('each answer is a line in the template’s format: the route, and what the gateway itself said; what is not there is a dash', async () => {
  const api = new HttpApi(
    front,
    async (arn) => {
      if (arn.endsWith('door')) return { isAuthorized: true }
      if (arn.endsWith('special')) throw new Error('the table is gone')
      return { statusCode: 404, body: 'no such request' }
    },
    clock,
    { log: new AccessLog(logging(format), folder) },
  )
  const asks = (path: string, headers: Record<string, string> = { 'x-origin': 'right' }) =>
    api.handle({
      ...{ method: 'GET', path, query: 'address=a@example.org', headers: { host: 'localhost', ...headers } },
      ...{ body: Buffer.alloc(0), sourceIp: '192.0.2.7' },
    })
  for (const path of ['/requests/secret', '/requests/new', '/elsewhere/secret']) await asks(path)
  await asks('/requests/secret', {})
  const text = readFileSync(join(folder, 'api-access.log'), 'utf8')
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>)
  const said = lines.map((line) => [line.routeKey, line.status, line['error.message'], line.broke])
  const broken =
    'The Lambda function returned the following error: the table is gone. Check your Lambda function code and try again.'
  expect(said).toEqual([
    ['GET /requests/{token}', '404', '-', '-'],
    ['GET /requests/new', '500', 'Internal Server Error', broken],
    ['-', '404', 'Not Found', '-'],
    ['GET /requests/{token}', '401', 'Unauthorized', '-'],
  ])
  expect(new Set(lines.map(({ requestId }) => requestId)).size).toBe(4)
  for (const line of lines) {
    expect(line.requestTime).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/)
    expect([line.client, line['identity.userArn']]).toEqual(['-', '-'])
  }
  expect(text).not.toMatch(/secret|example|192\.0/)
})

test('a variable that the local cloud cannot tell stops it by its name', () => {
  expect(() => new AccessLog(logging('$context.requestId $context.identity.caller'), folder)).toThrow(
    'the local cloud does not know $context.identity.caller of an access log',
  )
})

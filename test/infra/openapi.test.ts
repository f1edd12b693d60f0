import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Validator } from '@seriousme/openapi-schema-validator'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import demo from '../../demo/policy.ts'
import { options } from '../../infra/bundles.ts'
import type { Policy } from '../../policy/schema.ts'
import { Described, type Document, document } from '../described.ts'
import { ofType, type Synthesized, synthesized } from './synthesized.ts'

const routesOf = ({ paths }: Document) =>
  Object.entries(paths)
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
    .sort()
/** But those of everything below an address (`+`): there is nothing that a program could want. */
const routesIn = ({ oblige }: Synthesized) =>
  ofType(oblige, 'AWS::ApiGatewayV2::Route')
    .map(({ properties }) => String(properties.RouteKey))
    .filter((route) => !route.includes('+}'))
    .sort()

test('every route of the API is described, and nothing is described that is no route', async () => {
  expect(routesOf(document)).toEqual(routesIn(await synthesized()))
})

test('a token has to be good for what the description says of each operation', async () => {
  const routes = ofType((await synthesized()).oblige, 'AWS::ApiGatewayV2::Route')
  const guarded = routes.filter(({ properties }) => properties.AuthorizationType === 'JWT')
  expect(guarded.length).toBeGreaterThan(20)
  for (const { properties } of guarded) {
    const [method = '', path = ''] = String(properties.RouteKey).split(' ')
    const [{ client } = {}] = document.paths[path]?.[method.toLowerCase()]?.security ?? []
    expect([path, properties.AuthorizationScopes]).toEqual([path, client])
  }
})

test('where Cognito gives the tokens, each program is a client with a secret of its own, which no output tells', async () => {
  const { oblige, findings } = await synthesized({
    policy: (policy) => ({
      ...policy,
      clients: { kind: 'cognito', prefix: 'papyra', programs: { reporting: ['read'], 'case-tool': ['read', 'act'] } },
    }),
  })
  const clients = ofType(oblige, 'AWS::Cognito::UserPoolClient').filter(({ properties }) => properties.GenerateSecret)
  expect(clients.map(({ properties }) => [properties.ClientName, properties.AllowedOAuthFlows])).toEqual([
    ['reporting', ['client_credentials']],
    ['case-tool', ['client_credentials']],
  ])
  expect(clients.map(({ properties }) => (properties.AllowedOAuthScopes as unknown[]).length)).toEqual([1, 2])
  const [authorizer] = ofType(oblige, 'AWS::ApiGatewayV2::Authorizer').filter(
    ({ properties }) => properties.AuthorizerType === 'JWT',
  )
  expect(authorizer?.properties.JwtConfiguration).toMatchObject({ Audience: clients.map(({ id }) => ({ Ref: id })) })
  expect(findings).toEqual([])
})

test('the description is OpenAPI 3.1', async () => {
  const validator = new Validator()
  expect(await validator.validate(document)).toMatchObject({ valid: true })
  expect(validator.version).toBe('3.1')
  // The validator is no formality.
  const { paths, ...rest } = document
  expect(await new Validator().validate({ ...rest, paths: { requests: {} } })).toMatchObject({ valid: false })
})

test('what a policy does without is not described either', async () => {
  const { mailbox, desk, processor, announcements, inactivity, canary, clients, ...policy }: Policy = demo
  const folder = mkdtempSync(join(tmpdir(), 'oblige-described-'))
  const [policyFile, outfile] = [join(folder, 'policy.json'), join(folder, 'index.mjs')]
  writeFileSync(policyFile, JSON.stringify(policy))
  await build({
    ...options(policyFile),
    entryPoints: [join(import.meta.dirname, '..', '..', 'functions', 'openapi', 'document.ts')],
    outfile,
  })
  const { openapi } = (await import(pathToFileURL(outfile).href)) as { openapi(): Document }
  rmSync(folder, { recursive: true })
  const described = routesOf(openapi())
  expect(described).toEqual(routesIn(await synthesized({ policy: () => policy })))
  expect(described.length).toBeLessThan(routesOf(document).length)
})

test('an answer that differs from its description is found', () => {
  const described = new Described()
  const answered = (routeKey: string, status: number, body: unknown, type = 'application/json; charset=utf-8') => {
    const request = { method: 'GET', path: '', query: '', headers: {}, body: Buffer.alloc(0), sourceIp: '' }
    const answer = { status, headers: { 'content-type': type }, body: Buffer.from(JSON.stringify(body)) }
    described.check({ request, routeKey, answer })
  }
  const route = 'GET /mailing/{token}'
  answered(route, 200, { list: 'tips', suppressed: false })
  answered(route, 200, '<p>', 'text/html')
  expect(described.differences).toEqual([])
  answered(route, 200, { list: 'tips', suppressed: false, address: 'ada@example.org' })
  answered(route, 200, { list: 'tips', suppressed: 'no' })
  answered(route, 200, {}, 'text/plain')
  answered(route, 418, {})
  answered('GET /teapot', 200, {})
  expect(described.differences).toEqual([
    `${route}: 200 additionalProperties address`,
    `${route}: 200 /suppressed type`,
    `${route}: 200 is not described as text/plain`,
    `${route}: 418 is no status of it`,
    'GET /teapot: 200 of a route that is not described',
  ])
})

test('operations have names of their own, and every body has a media type', () => {
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  for (const { requestBody } of operations)
    if (requestBody) expect(Object.keys(requestBody.content)).toContain('application/json')
})

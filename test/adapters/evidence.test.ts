import { randomBytes } from 'node:crypto'
import { QueryCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { EvidenceStore } from '../../adapters/evidence.ts'
import { evidenceKey } from '../../adapters/items.ts'
import { newToken, tokenHash } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import { Tokens } from '../../adapters/tokens.ts'
import { decide, received } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { instant, shifted } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { Right } from '../../policy/rights.ts'
import { startStore } from './dynamodb-local.ts'
import { findStore } from './environment.ts'

type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>

let store: Awaited<ReturnType<typeof startStore>>
let requests: Requests
let tokens: Tokens
let state: Handler
/** The class that the handler's own copy of the modules uses. */
let Theirs: typeof Requests
const now = instant(Date.now())

beforeAll(async () => {
  store = await startStore()
  requests = new Requests(store.table, store.client)
  tokens = new Tokens(store.table, store.client)
  findStore(store, { POWERTOOLS_LOG_LEVEL: 'SILENT' })
  state = (await import('../../functions/state/handler.ts')).handler as unknown as Handler
  Theirs = (await import('../../adapters/requests.ts')).Requests
})
afterAll(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.resetModules()
  store?.stop()
})

async function after({ reference: of }: Request, event: Event): Promise<Request> {
  const request = await requests.request(of)
  const decision = request && decide(request, event, policy, now)
  if (!decision || decision.kind === 'refused') throw new Error(decision?.reason)
  return await requests.save(decision)
}
async function confirmed(right: Right): Promise<Request> {
  const hash = randomBytes(8).toString('hex')
  const person = { address: new Personal(`${hash}@example.org`), hash }
  const step = received({ reference: reference(randomBytes(5)), right, language: 'en', person }, policy, now, true)
  const found = { subject: new Personal({ keys: { account: [hash] } }) }
  return after(await requests.save(step), { type: 'confirmed', found, firstReceivedAt: now })
}
async function sends({ reference: of }: Request, words: string) {
  const token = newToken()
  await tokens.issue(tokenHash(token), { reference: of, purpose: 'manage' }, shifted(now, 3_600_000))
  const form = new FormData()
  form.append('statement', words)
  form.append('evidence', new File([`a file beside “${words}”`], 'file.pdf'))
  const posted = new Response(form)
  const { statusCode } = await state(
    {
      headers: { accept: 'application/json', 'content-type': posted.headers.get('content-type') },
      ...{ pathParameters: { token }, routeKey: 'POST /', rawPath: '/', isBase64Encoded: true },
      requestContext: { http: { method: 'POST' } },
      body: Buffer.from(await posted.arrayBuffer()).toString('base64'),
    } as unknown as APIGatewayProxyEventV2,
    { awsRequestId: '1' } as Context,
  )
  return statusCode
}
async function filesOf({ reference: of }: Request): Promise<number> {
  const { Count } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: marshall({ ':pk': evidenceKey(of, '', 0).pk }),
      Select: 'COUNT',
    }),
  )
  return Count ?? 0
}

test('of two posts at once the file of the one that was refused goes with the request too, as does the other’s', async () => {
  const request = await confirmed('rectification')
  const save = Theirs.prototype.save
  let second: number | undefined
  vi.spyOn(Theirs.prototype, 'save').mockImplementationOnce(async function (this: Requests, ...given) {
    // Both have put their file beside the request; this one is saved first.
    second = await sends(request, 'second')
    return save.apply(this, given)
  })
  expect([await sends(request, 'first'), second]).toEqual([409, 200])
  expect(await filesOf(request)).toBe(2)
  await after(request, { type: 'withdraw-asked' })
  await after(request, { type: 'told' })
  expect(await filesOf(request)).toBe(0)
})

test('a file goes also where nothing of it was ever saved: its person took back what they asked for that very moment', async () => {
  const request = await confirmed('rectification')
  const save = Theirs.prototype.save
  vi.spyOn(Theirs.prototype, 'save').mockImplementationOnce(async function (this: Requests, ...given) {
    await after(request, { type: 'withdraw-asked' })
    return save.apply(this, given)
  })
  expect(await sends(request, 'too late')).toBe(409)
  expect(await requests.request(request.reference)).not.toHaveProperty('evidence')
  expect(await filesOf(request)).toBe(1)
  await after(request, { type: 'told' })
  expect(await filesOf(request)).toBe(0)
})

test('a file for a copy that somebody gave by hand, and whose task was answered by another the same moment, goes with the copy', async () => {
  const request = await confirmed('access')
  const files = new EvidenceStore(store.table, store.client)
  await files.keep(request.reference, 'refused', Buffer.from('a folder'), shifted(now, 3_600_000))
  await after(request, { type: 'withdraw-asked' })
  await after(request, { type: 'discarded' })
  expect(await requests.request(request.reference)).not.toHaveProperty('filed')
  await after(request, { type: 'told' })
  expect(await filesOf(request)).toBe(0)
})

import { randomBytes } from 'node:crypto'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { EvidenceStore } from '../../adapters/evidence.ts'
import { newToken, tokenHash } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import { Sessions } from '../../adapters/sessions.ts'
import { Tokens } from '../../adapters/tokens.ts'
import { decide, received } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { instant, shifted } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { startStore } from './dynamodb-local.ts'
import { findStore } from './environment.ts'

type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>

let store: Awaited<ReturnType<typeof startStore>>
let requests: Requests
let tokens: Tokens
let handlers: Readonly<Record<'act' | 'status' | 'evidence' | 'decide', Handler>>
const now = instant(Date.now())
const hour = 3_600_000
const words = 'The ninth of Ottilie Canary’s letters.'
const scan = 'a scan of a passport'
const staff = 'agent 0000000a'

beforeAll(async () => {
  store = await startStore()
  requests = new Requests(store.table, store.client)
  tokens = new Tokens(store.table, store.client)
  findStore(store, { MAC_KEY: 'none', MAILS_BUCKET: 'none' })
  const [act, status, evidence, decides] = await Promise.all([
    import('../../functions/desk-act/handler.ts'),
    import('../../functions/status/handler.ts'),
    import('../../functions/evidence/handler.ts'),
    import('../../functions/decide/handler.ts'),
  ])
  handlers = {
    ...{ act: act.handler, status: status.handler },
    ...{ evidence: evidence.handler, decide: decides.handler },
  } as unknown as typeof handlers
})
afterAll(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
  store?.stop()
})

async function after(request: Request, event: Event): Promise<Request> {
  const decision = decide(request, event, policy, now)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return await requests.save(decision)
}

/** Somebody says in words what is wrong, with a file. */
async function deciding(): Promise<Request> {
  const hash = randomBytes(8).toString('hex')
  const person = { address: new Personal(`${hash}@example.org`), hash }
  const ask = received(
    { reference: reference(randomBytes(5)), right: 'rectification', language: 'en', person },
    policy,
    now,
  )
  const found = { subject: new Personal({ keys: { account: [hash] } }) }
  const proven = await after(await requests.save(ask), { type: 'confirmed', found, firstReceivedAt: now })
  await new EvidenceStore(store.table, store.client).keep(
    proven.reference,
    'one',
    Buffer.from(scan),
    shifted(now, hour),
  )
  return after(proven, {
    type: 'stated',
    items: [{ field: 'statement', category: 'content', state: 'deciding' }],
    stated: new Personal({ statement: words }),
    evidence: { id: 'one', bytes: scan.length, extension: 'pdf' },
  })
}

/** @param seenAt when they last clicked (ISO instant) */
async function signedIn(seenAt = now) {
  const [cookie, csrf] = [newToken(), newToken()]
  const sessions = new Sessions(store.table, store.client)
  const session = tokenHash(cookie)
  await sessions.begin(session, {
    ...{ staff, name: 'agent@example.com', csrf, role: 'agent', seenAt, endsAt: shifted(now, hour) },
  })
  return { cookie, csrf, session, signsOut: () => sessions.end(session) }
}

async function calls(to: Handler, path: Record<string, string>, body?: Record<string, string>, cookie?: string) {
  const {
    statusCode,
    body: said,
    isBase64Encoded,
  } = await to(
    {
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      ...(cookie ? { cookies: [`__Host-oblige-desk=${cookie}`] } : {}),
      ...{
        pathParameters: path,
        routeKey: 'POST /desk/requests/{reference}/{act}',
        rawPath: '/',
        isBase64Encoded: false,
      },
      requestContext: { http: { method: body ? 'POST' : 'GET' } },
      ...(body ? { body: new URLSearchParams(body).toString() } : {}),
    } as unknown as APIGatewayProxyEventV2,
    { awsRequestId: '1' } as Context,
  )
  return { status: statusCode, said: isBase64Encoded ? Buffer.from(String(said), 'base64').toString() : String(said) }
}

async function linkFromTheDesk(of: Request, { cookie, csrf }: { cookie: string; csrf: string }): Promise<string> {
  const answer = await handlers.act(
    {
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      cookies: [`__Host-oblige-desk=${cookie}`],
      ...{ pathParameters: { reference: of.reference, act: 'decide' }, rawPath: '/', isBase64Encoded: false },
      ...{ routeKey: 'POST /desk/requests/{reference}/{act}', requestContext: { http: { method: 'POST' } } },
      body: new URLSearchParams({ csrf }).toString(),
    } as unknown as APIGatewayProxyEventV2,
    { awsRequestId: '1' } as Context,
  )
  return JSON.parse(String(answer.body)).link.split('/').pop()
}

const told = async ({ reference: of }: Request) =>
  (await requests.load(of))?.history.slice(3).map(({ event, detail }) => `${event}: ${detail}`)

test('who opens a decision on the desk looks at what the person says, and who fetches their file has it: the history says both', async () => {
  const request = await deciding()
  const token = await linkFromTheDesk(request, await signedIn())
  expect(await told(request)).toEqual([`looked: by ${staff}`])
  expect((await calls(handlers.status, { token })).said).toContain('The ninth of Ottilie')
  expect((await calls(handlers.evidence, { token })).said).toBe(scan)
  expect(await told(request)).toEqual([`looked: by ${staff}`, `fetched: evidence, by ${staff}`])
})

test('a file that two fetch at once is fetched by both, and the history says so twice', async () => {
  const request = await deciding()
  const token = await linkFromTheDesk(request, await signedIn())
  const both = await Promise.all([calls(handlers.evidence, { token }), calls(handlers.evidence, { token })])
  expect(both.map(({ said }) => said)).toEqual([scan, scan])
  expect(await told(request)).toHaveLength(3)
})

test('a link of the desk is over with the session: it shows nothing, hands out nothing and decides nothing', async () => {
  const request = await deciding()
  const colleague = await signedIn()
  const token = await linkFromTheDesk(request, colleague)
  await colleague.signsOut()
  for (const to of [handlers.status, handlers.evidence]) {
    const { status, said } = await calls(to, { token })
    expect(status).toBe(404)
    for (const secret of [scan, 'Ottilie']) expect(said).not.toContain(secret)
  }
  expect((await calls(handlers.decide, { token }, { statement: 'apply' })).status).toBe(404)
  expect((await requests.request(request.reference))?.status).toBe('deciding')
})

test('a link of whoever has not clicked for too long, or of no session, is over; a link that was mailed is not', async () => {
  const request = await deciding()
  const idle = await signedIn(shifted(now, -hour))
  const page = async (more: { by?: string; session?: string }) => {
    const token = newToken()
    const link = { reference: request.reference, purpose: 'decide', ...more } as const
    await tokens.issue(tokenHash(token), link, shifted(now, hour))
    return (await calls(handlers.status, { token })).status
  }
  expect(await page({ by: staff, session: idle.session })).toBe(404)
  expect(await page({ by: staff })).toBe(404)
  expect(await page({})).toBe(200)
})

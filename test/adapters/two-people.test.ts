import { randomBytes } from 'node:crypto'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
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
let handlers: Readonly<Record<'decide' | 'status' | 'act' | 'look', Handler>>
const now = instant(Date.now())
const canary = 'The eighth of Ottilie Canary’s letters.'

beforeAll(async () => {
  store = await startStore()
  requests = new Requests(store.table, store.client)
  tokens = new Tokens(store.table, store.client)
  // Its own copy of every module, and of the policy, which asks for two people for all that can take two.
  findStore(store, { MAC_KEY: 'none', MAILS_BUCKET: 'none' })
  const { policy: own } = await import('../../policy/in-force.ts')
  const { desk } = own
  if (!desk) throw new Error('the policy has no desk')
  const acts = ['refuse-objection', 'decline-correction'] as const
  Object.assign(desk, { twoPeople: { acts, within: 'P2D' } })
  const [one, two, three, four] = await Promise.all([
    import('../../functions/decide/handler.ts'),
    import('../../functions/desk-act/handler.ts'),
    import('../../functions/desk-look/handler.ts'),
    import('../../functions/status/handler.ts'),
  ])
  handlers = {
    decide: one.handler,
    act: two.handler,
    look: three.handler,
    status: four.handler,
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

async function confirmed(right: 'processing-objection' | 'rectification'): Promise<Request> {
  const hash = randomBytes(8).toString('hex')
  const person = { address: new Personal(`${hash}@example.org`), hash }
  const ask = received({ reference: reference(randomBytes(5)), right, language: 'en', person }, policy, now)
  const found = { subject: new Personal({ keys: { account: [hash] } }) }
  return await after(await requests.save(ask), { type: 'confirmed', found, firstReceivedAt: now })
}

/** An objection to two uses, and something in words that is said to be wrong. */
const weighing = async () =>
  after(await confirmed('processing-objection'), {
    type: 'objected',
    uses: ['technical', 'public-posts'],
    grounds: new Personal('Somebody follows me.'),
  })
const deciding = async () =>
  after(await confirmed('rectification'), {
    type: 'stated',
    items: [{ field: 'statement', category: 'content', state: 'deciding' }],
    stated: new Personal({ statement: 'The post is not mine.' }),
  })

type Sent = { readonly cookie?: string; readonly path: Record<string, string>; readonly route?: string }
async function sends(to: Handler, fields: Record<string, string>, { cookie, path, route = 'POST /' }: Sent) {
  const { statusCode, headers, body } = await to(
    {
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      ...(cookie ? { cookies: [`__Host-oblige-desk=${cookie}`] } : {}),
      ...{ pathParameters: path, routeKey: route, rawPath: '/', isBase64Encoded: false },
      requestContext: { http: { method: 'POST' } },
      body: new URLSearchParams(fields).toString(),
    } as unknown as APIGatewayProxyEventV2,
    { awsRequestId: '1' } as Context,
  )
  return { status: statusCode, location: String(headers?.location ?? headers?.Location ?? ''), page: String(body) }
}

/** Somebody at the desk, who presses what stands on the page of a request. */
async function colleague(number: number, of: Request) {
  const [cookie, csrf, staff] = [newToken(), newToken(), `officer 0000000${number}`]
  const name = `officer-${number}@example.com`
  await new Sessions(store.table, store.client).begin(tokenHash(cookie), {
    ...{ staff, name, csrf, role: 'officer', seenAt: now, endsAt: shifted(now, 3_600_000) },
  } as Parameters<Sessions['begin']>[1])
  const path = { reference: of.reference }
  return {
    ...{ staff, session: tokenHash(cookie) },
    presses: (act: string) => sends(handlers.act, { csrf }, { cookie, path: { ...path, act } }),
    looks: () => sends(handlers.look, { csrf }, { cookie, path, route: 'POST /desk/requests/{reference}/look' }),
  }
}

/** @param by who opened it on the desk; absent: it was mailed */
async function decides(of: Request, fields: Record<string, string>, by?: { staff: string; session: string }) {
  const token = newToken()
  const opened = by ? { by: by.staff, session: by.session } : {}
  const link = { reference: of.reference, purpose: 'decide', ...opened } as const
  await tokens.issue(tokenHash(token), link, shifted(now, 3_600_000))
  const sent = await sends(handlers.decide, fields, { path: { token } })
  // As a browser that is led back to the page of the link.
  return sent.location.startsWith(`/requests/${token}`) ? sends(handlers.status, {}, { path: { token } }) : sent
}

const cases = [
  {
    what: 'an objection is refused',
    asked: weighing,
    fields: { 'use-technical': 'stop', 'use-public-posts': 'compelling', answer: canary },
    granting: { 'use-technical': 'stop', 'use-public-posts': 'stop' },
    status: ['refused', 'upheld'],
  },
  {
    what: 'a correction is declined',
    asked: deciding,
    fields: { statement: 'correct', answer: canary },
    granting: { statement: 'apply' },
    status: ['declined', 'corrected'],
  },
] as const

test.each(cases)(
  'where the policy asks for it $what by two at the desk, the second after a look at the words, and not over a mailed link',
  async ({ asked, fields, granting, status }) => {
    const request = await asked()
    const mailed = await decides(request, fields)
    expect(mailed.status).toBe(409)
    expect(mailed.page).toContain('This decision takes two people, so nothing has been decided')
    expect(mailed.page).toContain(`href="/desk/requests/${request.reference}`)
    expect(mailed.page).toContain(canary)
    expect(mailed.page).toContain('A decision against the person takes two people')
    expect(await requests.request(request.reference)).toEqual(request)

    const [one, two] = [await colleague(1, request), await colleague(2, request)]
    for (let pressed = 0; pressed < 2; pressed++) {
      const { page } = await decides(request, fields, one)
      expect(page).toContain('Proposed, but not decided yet')
    }
    const proposed = await requests.load(request.reference)
    expect([proposed?.request.status, proposed?.history.at(-1)?.event]).toEqual([request.status, 'act-proposed'])
    expect(JSON.stringify([proposed?.request, proposed?.history, proposed?.waiting])).not.toContain('Ottilie')
    expect(proposed?.written.map(({ words, by }) => [words?.reveal(), by])).toEqual([[canary, one.staff]])

    expect((await one.presses('confirm')).location).toContain('refused=two-people')
    expect((await two.presses('confirm')).location).toContain('refused=look-first')
    const { page } = await two.looks()
    expect(page).toContain(canary)
    expect(page).toContain('Confirm it')
    expect((await two.presses('confirm')).location).toBe(`/desk/requests/${request.reference}`)
    const done = await requests.load(request.reference)
    expect([done?.request.status, done?.history.at(-1)?.detail]).toEqual([
      status[0],
      expect.stringContaining(`by ${two.staff}`),
    ])
    expect(done?.request).not.toHaveProperty('proposal')
    expect(done && 'person' in done.request && done.request.person?.answer?.reveal()).toBe(canary)

    // What the person asked for needs nobody more, wherever it is decided.
    const other = await asked()
    expect((await decides(other, granting)).status).toBe(200)
    expect((await requests.request(other.reference))?.status).toBe(status[1])
  },
)

import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../clock/clock.ts'
import type { HttpAnswer, HttpRequest } from '../front/http-api.ts'
import { part, text } from '../front/resource.ts'
import { serve } from '../front/server.ts'
import type { ExecutionView } from '../stepfunctions/machines.ts'
import { beginningAnew, page, style } from './page.ts'

/** What the control API shows and moves. */
export type Controlled = {
  readonly clock: Clock
  readonly site: string
  readonly inbox: string
  executions(): readonly ExecutionView[]
  mails(): Promise<ReadonlyArray<{ readonly at: string; readonly to: readonly string[]; readonly subject: string }>>
  deadLetters(): readonly unknown[]
  permissions(): readonly unknown[]
  denied(): readonly unknown[]
  metrics(): Readonly<Record<string, number>>
  /** Forgets everything and starts anew; absent where whoever started the cloud does not offer it. */
  reset?(): void
}

/** Largest body that the control API reads, bytes. */
const largest = 10_000
/** Real time after which a person who moves the clock sees how far it is, ms. */
const patience = 1_000
/** The page runs nothing and loads nothing from elsewhere. */
const security = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  // With less a browser names no origin to the page's own buttons, and they are refused as somebody else's.
  'referrer-policy': 'same-origin',
}

/** The control API and its page, on 127.0.0.1 only. docs/local-cloud.md describes it. @throws when the port is taken */
export async function serveControl(
  port: number,
  controlled: Controlled,
): Promise<{ url: string; stop(): Promise<void> }> {
  return await serve(
    port,
    async (request) => {
      const answer = isForeign(request)
        ? json(403, { error: 'only pages of this machine may ask' })
        : await handle(request, controlled)
      return { ...answer, headers: { ...security, ...answer.headers } }
    },
    largest,
  )
}

/** A name that merely points at 127.0.0.1, or a page from elsewhere: DNS rebinding and cross-site requests. */
function isForeign({ method, headers }: HttpRequest): boolean {
  const host = headers.host ?? ''
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return true
  if (method === 'GET' || method === 'HEAD') return false
  const site = headers['sec-fetch-site']
  return (
    (headers.origin !== undefined && headers.origin !== `http://${host}`) ||
    (site !== undefined && site !== 'same-origin')
  )
}

async function handle(request: HttpRequest, controlled: Controlled): Promise<HttpAnswer> {
  const { clock } = controlled
  switch (`${request.method === 'HEAD' ? 'GET' : request.method} ${request.path}`) {
    case 'GET /':
      return html(await shown(controlled))
    case 'GET /style.css':
      return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: Buffer.from(style) }
    case 'GET /clock':
      return json(200, { now: clock.instant(), wakeUps: clock.wakeUps(), underWay: clock.underWay() })
    case 'POST /clock/advance':
      return await advance(request, controlled)
    case 'GET /executions':
      return json(200, controlled.executions())
    case 'GET /mails':
      return json(200, await controlled.mails())
    case 'GET /dead-letters':
      return json(200, controlled.deadLetters())
    case 'GET /permissions':
      return json(200, controlled.permissions())
    case 'GET /denied':
      return json(200, controlled.denied())
    case 'GET /metrics':
      return json(200, controlled.metrics())
    case 'POST /reset':
      return reset(request, controlled)
    default:
      return json(404, { error: `there is no ${request.method} ${request.path}` })
  }
}

async function advance(request: HttpRequest, controlled: Controlled): Promise<HttpAnswer> {
  const { clock } = controlled
  const to = text(bodyOf(request).to)
  const moved = clock.advance(to)
  try {
    // Two months take a while: a program waits for their end, a person sees the days pass.
    await (isForm(request) ? Promise.race([moved, pause(patience)]) : moved)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const problem = `“${to}” is neither an instant to come nor a duration (${error.message}).`
    return isForm(request) ? html(await shown(controlled, problem), 400) : json(400, { error: problem })
  }
  if (!isForm(request)) return json(200, { now: clock.instant(), wakeUps: clock.wakeUps() })
  moved.catch((error) => console.error(`The clock did not get to ${to}: ${error}`))
  return back()
}

function reset(request: HttpRequest, { reset }: Controlled): HttpAnswer {
  if (!reset) return json(501, { error: 'this cloud was started without a way to start anew' })
  // The answer goes out first: what starts anew takes this server down.
  setTimeout(reset, 50)
  return isForm(request) ? html(beginningAnew, 202) : json(202, { reset: 'under way' })
}

async function shown(controlled: Controlled, problem?: string): Promise<string> {
  const { clock, site, inbox } = controlled
  return page({
    now: clock.instant(),
    heading: clock.heading(),
    wakeUps: clock.wakeUps(),
    executions: controlled.executions(),
    mails: await controlled.mails(),
    deadLetters: controlled.deadLetters().length,
    denied: controlled.denied().length,
    canReset: controlled.reset !== undefined,
    site,
    inbox,
    problem,
  })
}

const isForm = ({ headers }: HttpRequest): boolean =>
  /^application\/x-www-form-urlencoded/.test(headers['content-type'] ?? '')

function bodyOf(request: HttpRequest): Readonly<Record<string, unknown>> {
  const written = request.body.toString()
  if (isForm(request)) return Object.fromEntries(new URLSearchParams(written))
  try {
    return part(JSON.parse(written))
  } catch {
    return {}
  }
}

const json = (status: number, body: unknown): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(`${JSON.stringify(body, null, 2)}\n`),
})
const html = (body: string, status = 200): HttpAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(body),
})
const back = (): HttpAnswer => ({ status: 303, headers: { location: '/' }, body: Buffer.alloc(0) })

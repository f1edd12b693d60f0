import { timingSafeEqual } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import middy, { type MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { tokenHash } from '../../adapters/keys.ts'
import { type Session, Sessions } from '../../adapters/sessions.ts'
import { type Duty, may, type Role } from '../../domain/desk.ts'
import { type Instant, instant, moved } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { Language } from '../../policy/schema.ts'
import type { DeskPages, Kind } from '../../web/desk/page.ts'
import { fields } from '../entry/body.ts'
import type { Endpoint } from '../entry/http.ts'
import { languageAsked } from '../entry/language.ts'
import { inTheLog } from '../entry/log.ts'
import { asDeskPage, type DeskAnswer, DeskRefused } from './answer.ts'
import { held, sessionCookie } from './cookies.ts'
import { notYourRole } from './refused.ts'

/** Who of the company calls. */
export type Colleague = Pick<Session, 'staff' | 'name' | 'csrf'> & {
  readonly role: Role
  /** Hash of what their cookie holds: names the session. */
  readonly session: string
}

export type DeskCall<Body> = {
  readonly body: Body
  readonly colleague: Colleague
  readonly reference: string
  readonly act: string
  /** Names in the path, besides: of a task, of a system. */
  readonly path: Readonly<Record<string, string | undefined>>
  readonly language: Language
  readonly query: Readonly<Record<string, string | undefined>>
  /** Method and path as the API knows them, such as GET /desk. */
  readonly route: string
  readonly now: Instant
}

type Heard = APIGatewayProxyEventV2 & { fields?: unknown; colleague?: Colleague }

/**
 * An endpoint of the desk: only for who is signed in and may do it; a form only with the token of its session.
 * @param duty by the route, which role is needed @param pages that it can answer with, besides why it does not
 */
export function atTheDesk<Body extends object, Shown extends Kind = never>(
  what: string,
  shape: z.ZodMiniType<Body>,
  duty: (call: { readonly route: string; readonly act: string }) => Duty,
  client: DynamoDBClient,
  pages: Required<Pick<DeskPages, Shown>>,
  run: (call: DeskCall<Body>) => Promise<DeskAnswer<Shown>>,
  /** Bytes of a body; a form with a free text or a file takes more. */
  largestBody?: number,
): Endpoint {
  const sessions = new Sessions(required('TABLE'), client)
  return middy()
    .use(inTheLog(what))
    .use(asDeskPage(pages))
    .use(signedIn(sessions, duty))
    .use(fields(shape, largestBody))
    .use(sentByItsForm())
    .handler(async (event: Heard): Promise<DeskAnswer<Shown>> => {
      const { colleague, fields: body } = event
      if (!colleague) throw new Error('nobody is signed in')
      return run({
        body: body as Body,
        colleague,
        reference: event.pathParameters?.reference ?? '',
        act: event.pathParameters?.act ?? '',
        path: event.pathParameters ?? {},
        language: languageAsked(event, body),
        query: event.queryStringParameters ?? {},
        route: event.routeKey,
        now: instant(Date.now()),
      })
    }) as unknown as Endpoint
}

/** Middleware: whose session it is, and whether their role may do this. @throws DeskRefused */
function signedIn(
  sessions: Sessions,
  duty: (call: { readonly route: string; readonly act: string }) => Duty,
): MiddlewareObj<Heard> {
  return {
    before: async ({ event }) => {
      const secret = held(event, sessionCookie)
      const now = instant(Date.now())
      const { desk, company } = policy
      if (!desk) throw new Error('the policy has no desk')
      const usedSince = moved(now, desk.sessions.idle, company.timeZone, -1)
      const hash = secret ? tokenHash(secret) : ''
      const session = secret ? await sessions.use(hash, now, usedSince) : undefined
      if (!session) throw new DeskRefused(signInFirst(event))
      const { staff, name, csrf, role } = session
      const colleague = { staff, name, csrf, role: role as Role, session: hash }
      const needed = duty({ route: event.routeKey, act: event.pathParameters?.act ?? '' })
      if (!may(colleague.role, needed)) throw notYourRole(colleague)
      event.colleague = colleague
    },
  }
}

/** A page that was asked for comes after the sign-in; a form is not sent twice. */
function signInFirst({ requestContext, rawPath }: APIGatewayProxyEventV2): DeskAnswer {
  const back = requestContext.http.method === 'GET' ? `?back=${encodeURIComponent(rawPath)}` : ''
  return {
    status: 401,
    json: { error: 'sign-in-first' },
    seeOther: `/desk/sign-in${back}`,
  }
}

/**
 * Middleware: what changes something was sent by a form that this session was shown, and by no page of another site
 * (OWASP: synchronizer token, and fetch metadata). @throws DeskRefused
 */
function sentByItsForm(): MiddlewareObj<Heard> {
  return {
    before: ({ event }) => {
      if (event.requestContext.http.method === 'GET' || !event.colleague) return
      const { csrf = '' } = event.fields as { readonly csrf?: string }
      const [sent, own] = [Buffer.from(csrf), Buffer.from(event.colleague.csrf)]
      const site = event.headers['sec-fetch-site'] ?? 'same-origin'
      if (site === 'same-origin' && sent.length === own.length && timingSafeEqual(sent, own)) return
      throw new DeskRefused({
        status: 400,
        json: { error: 'not-from-here' },
        page: { kind: 'trouble', why: 'not-from-here', colleague: event.colleague },
      })
    },
  }
}

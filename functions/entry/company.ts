import middy, { type MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type * as z from 'zod/mini'
import { type Instant, instant } from '../../domain/time.ts'
import { fields } from './body.ts'
import type { Endpoint } from './http.ts'
import { inTheLog } from './log.ts'
import { Refused } from './refused.ts'

/** 500 addresses of 254 characters in quotes, and what stands around them, in bytes. */
const largestBody = 262_144
/** Expected, and the caller's to put right. */
export const notPossible = (error: string): Refused =>
  new Refused({ status: 409, json: { error }, page: { kind: 'error' } })

/** What this method or path needs besides is missing or wrong. */
export const malformed = (...fields: readonly string[]): Refused =>
  new Refused({ status: 400, json: { error: 'malformed', fields }, page: { kind: 'error' } })

type Call<Body> = {
  readonly body: Body
  readonly reference: string
  readonly method: string
  /** Method and path as the API knows them, such as POST /company/children. */
  readonly route: string
  /** The program that came with a token, as the history names it; absent: it signed, and the API's log says who. */
  readonly by?: string
  readonly now: Instant
}
type Heard<Body> = APIGatewayProxyEventV2 & { fields?: Body }

/** An endpoint for the company's own programs, which IAM or a token has let through: JSON in, JSON out. */
export function forCompany<Body>(
  what: string,
  shape: z.ZodMiniType<Body>,
  run: (call: Call<Body>) => Promise<unknown>,
): Endpoint {
  return middy()
    .use(inTheLog(what))
    .use(asJson(200))
    .use(fields(shape, largestBody))
    .handler(async (event: Heard<Body>) =>
      run({
        body: event.fields as Body,
        reference: event.pathParameters?.reference ?? '',
        method: event.requestContext.http.method,
        route: event.routeKey,
        ...clientIn(event),
        now: instant(Date.now()),
      }),
    ) as unknown as Endpoint
}

/**
 * The client of a token that API Gateway has checked (RFC 9068, section 2.2: `client_id`). An id of another shape than
 * providers give is named by no more than that: people read their histories.
 */
function clientIn(event: APIGatewayProxyEventV2): { readonly by?: string } {
  const { authorizer } = event.requestContext as { authorizer?: { jwt?: { claims: Record<string, unknown> } } }
  if (!authorizer?.jwt) return {}
  const { client_id: id } = authorizer.jwt.claims
  return { by: typeof id === 'string' && /^[\w.-]{1,64}$/.test(id) ? `client ${id}` : 'a client' }
}

/** Middleware: what the story answered as JSON, with a status; or why it could not. */
export function asJson(status: number): MiddlewareObj<APIGatewayProxyEventV2, unknown, Error> {
  const answer = (statusCode: number, body: unknown): APIGatewayProxyStructuredResultV2 => ({
    statusCode,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  })
  return {
    after: (request) => {
      request.response = answer(status, request.response)
    },
    onError: (request) => {
      const { error } = request
      request.response =
        error instanceof Refused ? answer(error.answer.status, error.answer.json) : answer(500, { error: 'internal' })
    },
  }
}

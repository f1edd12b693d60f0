import middy, { type MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import * as z from 'zod/mini'
import { type Instant, instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { fields } from './body.ts'
import type { Endpoint } from './http.ts'
import { inTheLog } from './log.ts'
import { Refused } from './refused.ts'

/** 500 addresses of 254 characters in quotes, and what stands around them, in bytes. */
const largestBody = 262_144
/** Addresses of one call: each costs a call of KMS, which an account has thousands of a second. */
const mostAddresses = 500

export const Address = z.string().check(z.trim(), z.maxLength(254), z.email())
/** Where the company keeps the papers of it, such as 2026/17: it stands in the history, so nothing personal. */
export const file = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9 /._-]{0,39}$/))
/** A list of the policy. */
export const List = z.string().check(z.refine((list) => Object.hasOwn(policy.lists, list)))
export const Addresses = z.object({
  list: List,
  addresses: z.array(Address).check(z.minLength(1), z.maxLength(mostAddresses)),
})

/** Expected, and the caller's to put right. */
export const notPossible = (error: string): Refused =>
  new Refused({ status: 409, json: { error }, page: { kind: 'error' } })

type Call<Body> = {
  readonly body: Body
  readonly reference: string
  readonly method: string
  /** Method and path as the API knows them, such as POST /company/children. */
  readonly route: string
  readonly now: Instant
}
type Heard<Body> = APIGatewayProxyEventV2 & { fields?: Body }

/** An endpoint for the company's own programs, which IAM has let through: JSON in, JSON out. */
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
        now: instant(Date.now()),
      }),
    ) as unknown as Endpoint
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

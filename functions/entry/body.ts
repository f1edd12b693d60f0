import type { MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type * as z from 'zod/mini'
import { policy } from '../../policy/in-force.ts'
import { type Right, rights } from '../../policy/rights.ts'
import { type Answer, Refused } from './refused.ts'

/** Larger bodies than any form here are refused before they are parsed, in bytes. */
const largestForm = 16_384
/** Bytes of a form with a text in any script: nine for a sign of three bytes, written as %XX. */
export const wordsAtMost = largestForm + 9 * policy.limits.statement
/** Longest text of a refused field that is shown again; RFC 5321 allows addresses of 254 characters. */
const longestEcho = 320

/** Middleware: the fields of a form or of a JSON object as `event.fields`, in the given shape. @throws Refused */
export function fields<Shape>(
  shape: z.ZodMiniType<Shape>,
  largestBody = largestForm,
): MiddlewareObj<APIGatewayProxyEventV2 & { fields?: Shape }> {
  return {
    before: async ({ event }) => {
      const values = await valuesOf(event, largestBody)
      const parsed = shape.safeParse(values)
      if (!parsed.success) {
        const wrong = parsed.error.issues.map((issue) => String(issue.path[0] ?? 'body'))
        throw new Refused(malformed(values, wrong))
      }
      event.fields = parsed.data
    },
  }
}

async function valuesOf(event: APIGatewayProxyEventV2, largestBody: number): Promise<Record<string, unknown>> {
  if (event.requestContext.http.method === 'GET' || !event.body) return {}
  const bytes = Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > largestBody) throw new Refused({ ...malformed({}, ['body']), status: 413 })
  const type = (event.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  switch (type) {
    case 'application/x-www-form-urlencoded':
      return Object.fromEntries(new URLSearchParams(bytes.toString('utf8')))
    case 'multipart/form-data':
      return Object.fromEntries(await partsOf(bytes, event.headers['content-type'] ?? ''))
    case 'application/json': {
      const json = jsonOf(bytes.toString('utf8'))
      if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Record<string, unknown>
      throw new Refused(malformed({}, ['body']))
    }
    default:
      throw new Refused({ ...malformed({}, ['body']), status: 415 })
  }
}

/** What mail programs may send when a mail is ended by one click (RFC 8058, section 3.2). */
async function partsOf(bytes: Buffer, type: string): Promise<Iterable<readonly [string, unknown]>> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  } catch {
    throw new Refused(malformed({}, ['body']))
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isRight = (value: unknown): value is Right => rights.includes(value as Right)

const malformed = (values: Record<string, unknown>, wrong: readonly string[]): Answer => ({
  status: 400,
  json: { error: 'malformed', fields: wrong },
  page: {
    kind: 'ask',
    problem: 'address',
    ...(isRight(values.right) ? { right: values.right } : {}),
    ...(typeof values.address === 'string' ? { address: values.address.slice(0, longestEcho) } : {}),
  },
})

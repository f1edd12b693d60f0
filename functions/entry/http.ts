import middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type * as z from 'zod/mini'
import { type Instant, instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { Language } from '../../policy/schema.ts'
import { type Page, renderPage } from '../../web/pages.ts'
import { log, logError } from './log.ts'

/** One answer in two representations: JSON for programs, a page for people; or another address to look at (303). */
export type Answer = {
  readonly status: number
  readonly json: unknown
  readonly page: Page
  /** Where a browser goes after a form was sent; programs get `status` and `json`. */
  readonly seeOther?: string
  readonly language?: Language
}

export type Call<Body> = {
  readonly body: Body
  readonly token: string
  readonly language: Language
  readonly query: Readonly<Record<string, string | undefined>>
  readonly now: Instant
}

/** Larger bodies than any form here are refused before they are parsed, in bytes. */
const largestBody = 16_384

export class Refused extends Error {
  override readonly name = 'Refused'
  readonly answer: Answer

  constructor(answer: Answer) {
    super('refused')
    this.answer = answer
  }
}

/** An HTTP endpoint: parse, run, answer in the representation asked for. Errors say what happened and lose nothing. */
export function endpoint<Body>(what: string, shape: z.ZodMiniType<Body>, run: (call: Call<Body>) => Promise<Answer>) {
  return middy(async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const started = Date.now()
    const query = event.queryStringParameters ?? {}
    const asked = query.lang ?? preferred(event.headers['accept-language'])
    let language = languageOf(asked)
    let answer: Answer
    try {
      const values = bodyOf(event)
      language = languageOf(typeof values.language === 'string' ? values.language : asked)
      const body = shape.safeParse(values)
      if (!body.success)
        throw new Refused(
          malformed(
            values,
            body.error.issues.map((issue) => String(issue.path[0] ?? 'body')),
          ),
        )
      answer = await run({
        body: body.data,
        token: event.pathParameters?.token ?? '',
        language,
        query,
        now: instant(started),
      })
      log({ what, outcome: 'answered', status: answer.status, ms: Date.now() - started })
    } catch (error) {
      if (error instanceof Refused) {
        answer = error.answer
        log({ what, outcome: 'refused', status: answer.status, ms: Date.now() - started })
      } else {
        logError(error, { what, outcome: 'failed', status: 500, ms: Date.now() - started })
        answer = {
          status: 500,
          json: { error: 'internal', message: 'Nothing was changed or lost. Please try again.' },
          page: { kind: 'error' },
        }
      }
    }
    return represented(answer, answer.language ?? language, event.headers.accept ?? '')
  })
}

function represented(answer: Answer, language: Language, accept: string): APIGatewayProxyStructuredResultV2 {
  const headers = {
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    vary: 'accept, accept-language',
  }
  if (!accept.includes('text/html')) {
    return {
      statusCode: answer.status,
      headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(answer.json),
    }
  }
  if (answer.seeOther) return { statusCode: 303, headers: { ...headers, location: answer.seeOther }, body: '' }
  return {
    statusCode: answer.status,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'content-language': language },
    body: renderPage(answer.page, language, policy),
  }
}

/** The fields of a form or of a JSON object. @throws Refused for anything else */
function bodyOf(event: APIGatewayProxyEventV2): Record<string, unknown> {
  if (event.requestContext.http.method !== 'POST' || !event.body) return {}
  const bytes = event.isBase64Encoded ? Buffer.from(event.body, 'base64') : Buffer.from(event.body)
  if (bytes.length > largestBody) throw new Refused({ ...malformed({}, ['body']), status: 413 })
  const type = (event.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (type === 'application/x-www-form-urlencoded')
    return Object.fromEntries(new URLSearchParams(bytes.toString('utf8')))
  if (type === 'application/json') {
    const json = parsed(bytes.toString('utf8'))
    if (json && typeof json === 'object' && !Array.isArray(json)) return json as Record<string, unknown>
    throw new Refused(malformed({}, ['body']))
  }
  throw new Refused({ ...malformed({}, ['body']), status: 415 })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const malformed = (values: Record<string, unknown>, fields: readonly string[]): Answer => ({
  status: 400,
  json: { error: 'malformed', fields },
  page: {
    kind: 'ask',
    problem: 'address',
    ...(typeof values.address === 'string' ? { address: values.address.slice(0, 320) } : {}),
  },
})

const preferred = (header: string | undefined): string | undefined =>
  header
    ?.split(',')
    .map((one) => one.trim().slice(0, 2).toLowerCase())
    .find((one) => (policy.languages as readonly string[]).includes(one))

const languageOf = (asked: string | undefined): Language =>
  policy.languages.find((language) => language === asked) ?? policy.languages[0] ?? 'en'

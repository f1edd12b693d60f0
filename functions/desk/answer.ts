import type { MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { policy } from '../../policy/in-force.ts'
import { type DeskPage, type DeskPages, type Kind, renderDeskPage } from '../../web/desk/page.ts'
import { languageAsked } from '../entry/language.ts'
import { Refused } from '../entry/refused.ts'
import { attachmentNamed } from './disposition.ts'

/** What the desk answers: JSON for programs, a page for people (none, but for those named); or another address to look at. */
export type DeskAnswer<Shown extends Kind = never> = {
  readonly status: number
  readonly json: unknown
  readonly page?: DeskPage<Shown>
  /** Where a browser goes instead of being shown a page (303). */
  readonly seeOther?: string
  readonly cookies?: readonly string[]
  /** A file to keep, whatever was asked for. */
  readonly file?: { readonly name: string; readonly type: string; readonly body: string | Buffer }
}

/** What was asked cannot be done by whoever asked; expected, so no failure of the function. */
export class DeskRefused extends Refused {
  readonly desk: DeskAnswer

  constructor(desk: DeskAnswer) {
    super({ status: desk.status, json: desk.json, page: { kind: 'error' } })
    this.desk = desk
  }
}

const headers = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  vary: 'accept, accept-language, cookie',
}

/** Middleware: what the story answered, or why it could not, as the page or the JSON that was asked for. @param pages that it shows */
export function asDeskPage(
  pages: DeskPages = {},
): MiddlewareObj<
  APIGatewayProxyEventV2 & { fields?: unknown },
  DeskAnswer<Kind> | APIGatewayProxyStructuredResultV2,
  Error
> {
  return {
    after: (request) => {
      request.response = represented(request.event, request.response as DeskAnswer<Kind>, pages)
    },
    onError: (request) => {
      request.response = represented(request.event, answerTo(request.error), pages)
    },
  }
}

function answerTo(error: Error | null): DeskAnswer {
  if (error instanceof DeskRefused) return error.desk
  // A body of no shape that a form of ours sends.
  if (error instanceof Refused)
    return { status: error.answer.status, json: error.answer.json, page: { kind: 'trouble', why: 'malformed' } }
  return { status: 500, json: { error: 'internal' }, page: { kind: 'trouble', why: 'failed' } }
}

function represented(
  event: APIGatewayProxyEventV2 & { fields?: unknown },
  { status, json, page = { kind: 'trouble', why: 'failed' }, seeOther, cookies, file }: DeskAnswer<Kind>,
  pages: DeskPages,
): APIGatewayProxyStructuredResultV2 {
  const set = cookies ? { cookies: [...cookies] } : {}
  if (file)
    return {
      statusCode: status,
      headers: {
        ...headers,
        'content-type': file.type,
        'content-disposition': attachmentNamed(file.name),
      },
      ...(typeof file.body === 'string'
        ? { body: file.body }
        : { body: file.body.toString('base64'), isBase64Encoded: true }),
    }
  if (!(event.headers.accept ?? '').includes('text/html'))
    return {
      statusCode: status,
      headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(json),
      ...set,
    }
  if (seeOther) return { statusCode: 303, headers: { ...headers, location: seeOther }, body: '', ...set }
  const language = languageAsked(event, event.fields)
  return {
    statusCode: status,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'content-language': language },
    body: renderDeskPage(page, pages, language, policy),
    ...set,
  }
}

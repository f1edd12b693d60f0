import type { MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { policy } from '../../policy/in-force.ts'
import { readIn } from '../../policy/reader.ts'
import type { Language, Policy } from '../../policy/schema.ts'
import { renderPage } from '../../web/pages.ts'
import { languageAsked } from './language.ts'
import { type Answer, Refused } from './refused.ts'

type Heard = APIGatewayProxyEventV2 & { fields?: unknown }

const failed: Answer = {
  status: 500,
  json: { error: 'internal', message: 'Nothing was changed or lost. Please try again.' },
  page: { kind: 'error' },
}

/** The headers of every answer: it is for one person, about one moment. The distribution adds those of the site. */
const headers = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  vary: 'accept, accept-language',
}

/** Middleware: what the story answered, or why it could not, as the page or the JSON that was asked for. */
export function asPageOrJson(): MiddlewareObj<Heard, Answer | APIGatewayProxyStructuredResultV2, Error> {
  const represent = (event: Heard, answer: Answer) => {
    const language = answer.language ?? languageAsked(event, event.fields)
    if (answer.filename) return asFile(answer, answer.filename)
    return (event.headers.accept ?? '').includes('text/html') ? asPage(answer, language) : asJson(answer)
  }
  return {
    after: (request) => {
      request.response = represent(request.event, request.response as Answer)
    },
    onError: (request) => {
      request.response = represent(request.event, request.error instanceof Refused ? request.error.answer : failed)
    },
  }
}

const asJson = ({ status, json }: Answer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(json),
})

const asFile = (answer: Answer, filename: string): APIGatewayProxyStructuredResultV2 => ({
  ...asJson(answer),
  headers: {
    ...asJson(answer).headers,
    ...(answer.bytes ? { 'content-type': 'application/octet-stream' } : {}),
    'content-disposition': `attachment; filename="${filename}"`,
  },
  ...(answer.bytes
    ? { body: answer.bytes.toString('base64'), isBase64Encoded: true }
    : { body: JSON.stringify(answer.json, null, 2) }),
})

const asPage = ({ status, page, seeOther }: Answer, language: Language): APIGatewayProxyStructuredResultV2 =>
  seeOther
    ? { statusCode: 303, headers: { ...headers, location: seeOther }, body: '' }
    : {
        statusCode: status,
        headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'content-language': language },
        body: renderPage(page, language, readBy(page)),
      }

/** Their own request a person reads in their own time; what staff and others see is told in the company's. */
const readBy = (page: Answer['page']): Policy =>
  page.kind === 'request' ? readIn(page.request.country, page.request.at, policy) : policy

import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { account } from '../template/assembly.ts'
import type { HttpAnswer, HttpRequest } from './http-api.ts'
import { part, type Template, text } from './resource.ts'

/** What became of a request at the API. */
export type Accessed = {
  readonly request: HttpRequest
  readonly answer: HttpAnswer
  readonly requestId: string
  /** Of the clock, ms since 1970. */
  readonly at: number
  readonly latencyMs: number
  readonly apiId: string
  readonly stage: string
  /** Absent: no route fits. */
  readonly routeKey?: string
  /** Who signed it. */
  readonly userArn?: string
  readonly claims?: Readonly<Record<string, string>>
  /** What API Gateway itself answers instead of a function. */
  readonly error?: string
  readonly integrationError?: string
}

const month = (at: Date) => at.toLocaleString('en', { month: 'short', timeZone: 'UTC' })
const two = (n: number) => String(n).padStart(2, '0')
/** dd/MMM/yyyy:HH:mm:ss +0000 */
function commonLogTime(epoch: number): string {
  const at = new Date(epoch)
  const day = `${two(at.getUTCDate())}/${month(at)}/${at.getUTCFullYear()}`
  return `${day}:${[at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':')} +0000`
}

/** Variables of `$context` (API Gateway's developer guide, "Customize HTTP API access logs"), as far as the local cloud can tell them. */
const variables: Readonly<Record<string, (of: Accessed) => string | undefined>> = {
  accountId: () => account,
  apiId: ({ apiId }) => apiId,
  domainName: ({ request }) => request.headers.host,
  'error.message': ({ error }) => error,
  'error.messageString': ({ error }) => (error === undefined ? undefined : JSON.stringify(error)),
  httpMethod: ({ request }) => request.method,
  'identity.sourceIp': ({ request }) => request.sourceIp,
  'identity.userAgent': ({ request }) => request.headers['user-agent'],
  'identity.userArn': ({ userArn }) => userArn,
  'integration.error': ({ integrationError }) => integrationError,
  integrationErrorMessage: ({ integrationError }) => integrationError,
  path: ({ request }) => request.path,
  protocol: () => 'HTTP/1.1',
  requestId: ({ requestId }) => requestId,
  requestTime: ({ at }) => commonLogTime(at),
  requestTimeEpoch: ({ at }) => String(Math.floor(at / 1000)),
  responseLatency: ({ latencyMs }) => String(latencyMs),
  responseLength: ({ answer }) => String(answer.body.length),
  routeKey: ({ routeKey }) => routeKey,
  stage: ({ stage }) => stage,
  status: ({ answer }) => String(answer.status),
}
const inFormat = /\$context\.([A-Za-z]\w*(?:\.\w+)*)/g
const claim = 'authorizer.claims.'

/** The access log of the API's stage, in the template's format, one line for each answer; none where the template has none. */
export class AccessLog {
  readonly #format: string
  readonly #file: string

  /** @param folder where logs lie. @throws naming a variable that the local cloud cannot tell */
  constructor(template: Template, folder: string) {
    const [stage] = template.ofType('AWS::ApiGatewayV2::Stage')
    this.#format = text(part(stage?.properties, 'AccessLogSettings').Format)
    this.#file = join(folder, 'api-access.log')
    for (const [written, name = ''] of this.#format.matchAll(inFormat))
      if (!Object.hasOwn(variables, name) && !name.startsWith(claim))
        throw new Error(`the local cloud does not know ${written} of an access log`)
    mkdirSync(folder, { recursive: true })
  }

  write(accessed: Accessed): void {
    if (this.#format === '') return
    const value = (name: string) =>
      name.startsWith(claim) ? accessed.claims?.[name.slice(claim.length)] : variables[name]?.(accessed)
    // What is not there is a dash.
    const line = this.#format.replaceAll(inFormat, (_, name: string) => value(name) ?? '-')
    appendFileSync(this.#file, `${line}\n`)
  }
}

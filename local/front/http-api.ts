import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock/clock.ts'
import { account } from '../template/assembly.ts'
import type { Accessed, AccessLog } from './access-log.ts'
import { list, part, type Resource, type Template, text } from './resource.ts'
import { Tokens } from './tokens.ts'

const stage = '$default'

export type HttpRequest = {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  readonly sourceIp: string
}
export type HttpAnswer = { readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer }
/** What was asked of a route, and what came back. */
export type Answered = { readonly request: HttpRequest; readonly routeKey: string; readonly answer: HttpAnswer }
type Route = {
  readonly route: Resource
  readonly routeKey: string
  readonly parameters: Record<string, string> | undefined
}
/** An answer, and what of its making the access log knows. */
type Outcome = Pick<Accessed, 'answer' | 'userArn' | 'claims' | 'error' | 'integrationError'>
/** Calls a function on behalf of a part of the API that `sourceArn` names. */
type Invoke = (functionArn: string, payload: unknown, sourceArn: string) => Promise<unknown>

/** As an HTTP API calls its requests, e.g. JKJaXmPLvHcESHA=; the digits and hyphens of a UUID could be somebody's number. */
const newRequestId = (): string => randomBytes(11).toString('base64')

/** Largest request body of an HTTP API, bytes (10 MB; API Gateway quotas). */
export const largestBody = 10 * 1024 * 1024

/** The template's HTTP API: routes, integrations with payload format 2.0, authorizers with simple responses or of JWTs, and IAM. */
export class HttpApi {
  readonly #template: Template
  readonly #invoke: Invoke
  readonly #clock: Clock
  readonly #tokens: Tokens
  readonly #log: AccessLog | undefined
  readonly #hooks = new Set<(answered: Answered) => void>()
  readonly #allowed = new Map<string, { allowed: boolean; until: number; context: unknown }>()

  /** @param issuers where issuers of tokens are on this machine, by the address that they have elsewhere */
  constructor(
    template: Template,
    invoke: Invoke,
    clock: Clock,
    { issuers = new Map(), log }: { readonly issuers?: ReadonlyMap<string, string>; readonly log?: AccessLog } = {},
  ) {
    this.#template = template
    this.#log = log
    this.#invoke = invoke
    this.#clock = clock
    this.#tokens = new Tokens(clock, issuers)
  }

  /** The ARN of the route that a request takes, when IAM guards it. */
  guardedByIam(request: HttpRequest): string | undefined {
    const found = this.#route(request)
    return found && isGuardedByIam(found.route) ? this.#source(`${stage}/${request.method}${request.path}`) : undefined
  }

  /** Whether a request takes a route of this API. */
  hasRoute(request: HttpRequest): boolean {
    return this.#route(request) !== undefined
  }

  /** Called with each answer of a route, before the caller hears of it. */
  onAnswer(hook: (answered: Answered) => void): () => void {
    this.#hooks.add(hook)
    return () => this.#hooks.delete(hook)
  }

  /** What API Gateway answers; errors of functions are its 500 and 403. `caller`: ARN of who signed it and may. */
  async handle(request: HttpRequest, caller?: string): Promise<HttpAnswer> {
    const found = this.#route(request)
    const [at, began, requestId] = [this.#clock.now(), performance.now(), newRequestId()]
    const { answer, ...more } = await this.#answer(request, requestId, found, caller)
    const latencyMs = Math.round(performance.now() - began)
    const routeKey = found ? { routeKey: found.routeKey } : {}
    const apiId = this.#api?.name ?? ''
    this.#log?.write({ ...{ request, answer, requestId, at, latencyMs, apiId, stage }, ...routeKey, ...more })
    if (found) for (const hook of this.#hooks) hook({ request, routeKey: found.routeKey, answer })
    return answer
  }

  async #answer(request: HttpRequest, requestId: string, found?: Route, caller?: string): Promise<Outcome> {
    if (!found) return instead(404, 'Not Found')
    if (request.body.length > largestBody) return instead(413, 'Request Entity Too Large')
    const event = this.#event(request, requestId, found)
    const who: { userArn?: string; claims?: Readonly<Record<string, string>> } = {}
    if (isGuardedByIam(found.route)) {
      if (!caller) return instead(403, 'Forbidden')
      who.userArn = caller
      Object.assign(event.requestContext, { authorizer: { iam: { accountId: account, userArn: caller } } })
    }
    const { AuthorizationType: guard, AuthorizerId, AuthorizationScopes } = found.route.properties
    const authorizer = text(AuthorizerId)
    if (guard === 'JWT') {
      const { properties } = named(this.#template, 'AWS::ApiGatewayV2::Authorizer', authorizer)
      const scopes = list(AuthorizationScopes).map(text)
      const checked = await this.#tokens
        .check(properties, scopes, request.headers.authorization)
        .catch(() => 'error' as const)
      if (checked === 'error') return instead(500, 'Internal Server Error')
      if (checked === 'unauthorized') return instead(401, 'Unauthorized')
      if (checked === 'forbidden') return instead(403, 'Forbidden')
      who.claims = checked.claims
      Object.assign(event.requestContext, { authorizer: { jwt: checked } })
    } else if (authorizer) {
      const verdict = await this.#authorize(authorizer, event, found.route.arn)
      if (verdict === 'unauthorized') return instead(401, 'Unauthorized')
      if (verdict === 'error') return instead(500, 'Internal Server Error')
      if (!verdict.allowed) return instead(403, 'Forbidden')
      Object.assign(event.requestContext, { authorizer: { lambda: verdict.context ?? null } })
    }
    try {
      const [, path = ''] = found.routeKey.split(' ')
      const source = this.#source(`${stage}/${request.method}${path}`)
      const result = await this.#invoke(this.#function(text(found.route.properties.Target)), event, source)
      return { answer: answered(result), ...who }
    } catch (error) {
      const said = error instanceof Error ? error.message : ''
      const integrationError = `The Lambda function returned the following error: ${said}. Check your Lambda function code and try again.`
      return { ...instead(500, 'Internal Server Error'), integrationError, ...who }
    }
  }

  #route({ method, path }: HttpRequest): Route | undefined {
    const routes = this.#template.ofType('AWS::ApiGatewayV2::Route').map((route) => {
      const routeKey = text(route.properties.RouteKey)
      const [verb = '', pattern = ''] = routeKey.split(' ')
      const parameters = pattern === '' ? undefined : parametersOf(pattern, path)
      return { route, routeKey, verb, pattern, parameters }
    })
    const fitting = routes.filter(({ verb, parameters }) => parameters && (verb === method || verb === 'ANY'))
    // The most specific route wins: fewest variables, exact method before ANY.
    const rank = (of: (typeof routes)[number]) =>
      (of.pattern.match(/\{/g)?.length ?? 0) * 2 + (of.pattern.includes('+}') ? 100 : 0) + (of.verb === 'ANY' ? 1 : 0)
    const best = fitting.toSorted((a, b) => rank(a) - rank(b))[0]
    return best ?? routes.find(({ routeKey }) => routeKey === '$default')
  }

  #event(request: HttpRequest, requestId: string, { routeKey, parameters }: Route) {
    const { cookie, ...headers } = request.headers
    const query = Object.fromEntries(joined(new URLSearchParams(request.query)))
    const textual = isText(headers['content-type'] ?? '')
    const now = this.#clock.now()
    return {
      version: '2.0',
      routeKey,
      rawPath: request.path,
      rawQueryString: request.query,
      ...(cookie ? { cookies: cookie.split(/; */) } : {}),
      headers,
      ...(request.query ? { queryStringParameters: query } : {}),
      ...(parameters && Object.keys(parameters).length > 0 ? { pathParameters: parameters } : {}),
      requestContext: {
        accountId: account,
        apiId: this.#api?.name ?? '',
        domainName: headers.host ?? 'localhost',
        domainPrefix: 'local',
        http: {
          method: request.method,
          path: request.path,
          protocol: 'HTTP/1.1',
          sourceIp: request.sourceIp,
          userAgent: headers['user-agent'] ?? '',
        },
        requestId,
        routeKey,
        stage,
        time: new Date(now).toUTCString(),
        timeEpoch: now,
      },
      ...(request.body.length > 0 ? { body: request.body.toString(textual ? 'utf8' : 'base64') } : {}),
      isBase64Encoded: request.body.length > 0 && !textual,
    }
  }

  async #authorize(id: string, event: { headers: Record<string, string> }, routeArn: string) {
    const authorizer = named(this.#template, 'AWS::ApiGatewayV2::Authorizer', id)
    const { properties } = authorizer
    const sources = (Array.isArray(properties.IdentitySource) ? properties.IdentitySource : []).map((source) => {
      const header = /^\$request\.header\.(.+)$/i.exec(text(source))?.[1]
      if (!header) throw new Error(`the local cloud does not know the identity source ${text(source)}`)
      return event.headers[header.toLowerCase()]
    })
    if (sources.some((source) => !source)) return 'unauthorized' as const
    const key = JSON.stringify([id, ...sources])
    const known = this.#allowed.get(key)
    if (known && known.until > this.#clock.now()) return known
    const arn = /functions\/(arn:[^/]+)\/invocations/.exec(text(properties.AuthorizerUri))?.[1] ?? ''
    try {
      const given = part(
        await this.#invoke(
          arn,
          { ...event, type: 'REQUEST', routeArn, identitySource: sources, version: '2.0' },
          this.#source(`authorizers/${authorizer.name}`),
        ),
      )
      if (typeof given.isAuthorized !== 'boolean') return 'error' as const
      const seconds = Number(properties.AuthorizerResultTtlInSeconds ?? 0)
      const verdict = {
        allowed: given.isAuthorized,
        context: given.context,
        until: this.#clock.now() + seconds * 1000,
      }
      if (seconds > 0 && sources.length > 0) this.#allowed.set(key, verdict)
      return verdict
    } catch {
      return 'error' as const
    }
  }

  get #api(): Resource | undefined {
    return this.#template.ofType('AWS::ApiGatewayV2::Api')[0]
  }

  #source(rest: string): string {
    return `arn:aws:execute-api:${this.#api?.region ?? ''}:${account}:${this.#api?.name ?? ''}/${rest}`
  }

  #function(target: string): string {
    const integration = named(this.#template, 'AWS::ApiGatewayV2::Integration', target.replace(/^integrations\//, ''))
    const uri = text(integration.properties.IntegrationUri)
    return /functions\/(arn:[^/]+)\/invocations/.exec(uri)?.[1] ?? uri
  }
}

const isGuardedByIam = ({ properties }: Resource): boolean => properties.AuthorizationType === 'AWS_IAM'

function named(template: Template, type: string, id: string): Resource {
  const found = template.ofType(type).find(({ name, logicalId, arn }) => [name, logicalId, arn].includes(id))
  if (!found) throw new Error(`the template has no ${type} ${id}`)
  return found
}

/** Values of `{name}` and `{name+}` when the path fits the pattern. */
function parametersOf(pattern: string, path: string): Record<string, string> | undefined {
  const source = pattern
    .split(/(\{[^}]+\})/)
    .map((piece) => {
      const variable = /^\{(\w+)(\+?)\}$/.exec(piece)
      if (variable) return `(?<${variable[1]}>${variable[2] ? '.+' : '[^/]+'})`
      return piece.replace(/[.*+?^$()[\]\\|]/g, '\\$&')
    })
    .join('')
  const found = new RegExp(`^${source}$`).exec(path)
  if (!found) return undefined
  return Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, value]) => [name, decoded(value)]))
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

function joined(parameters: URLSearchParams): Map<string, string> {
  const all = new Map<string, string>()
  for (const [name, value] of parameters) all.set(name, all.has(name) ? `${all.get(name)},${value}` : value)
  return all
}

/** HTTP APIs hand over text as it is and everything else as base64; a form counts as binary. */
const isText = (type: string) => /^(text\/|application\/(json|xml|javascript))/i.test(type)

function answered(result: unknown): HttpAnswer {
  const given = part(result)
  if (typeof given.statusCode !== 'number') {
    const body = typeof result === 'string' ? result : JSON.stringify(result)
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(body ?? '') }
  }
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(part(given, 'headers'))) headers[name.toLowerCase()] = text(value)
  if (Array.isArray(given.cookies)) headers['set-cookie'] = given.cookies.join('\n')
  headers['content-type'] ??= 'text/plain;charset=UTF-8'
  return {
    status: given.statusCode,
    headers,
    body: Buffer.from(text(given.body), given.isBase64Encoded === true ? 'base64' : 'utf8'),
  }
}

const message = (status: number, what: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ message: what })),
})

const instead = (status: number, what: string): Outcome => ({ answer: message(status, what), error: what })

export const forbidden: HttpAnswer = message(403, 'Forbidden')

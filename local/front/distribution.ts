import type { HttpAnswer, HttpRequest } from './http-api.ts'
import { list, part, type Resource, type Template, text } from './resource.ts'
import { addedHeaders, removedHeaders } from './response-headers.ts'
import { viewerRequest } from './viewer-function.ts'

export type Origins = {
  /** What lies in a bucket, or undefined. */
  object(bucket: string, key: string): Promise<{ body: Buffer; type: string } | undefined>
  api(request: HttpRequest): Promise<HttpAnswer>
  /** SecretString of a secret, by name or ARN. */
  secret(id: string): Promise<string>
}

/** The template's CloudFront distribution: behaviours by path, origins, functions and response headers. */
export class Distribution {
  readonly #config: Readonly<Record<string, unknown>>
  readonly #template: Template
  readonly #origins: Origins

  constructor(distribution: Resource, template: Template, origins: Origins) {
    this.#config = part(distribution.properties, 'DistributionConfig')
    this.#template = template
    this.#origins = origins
  }

  async handle(asked: HttpRequest): Promise<HttpAnswer> {
    const behaviour = this.#behaviour(asked.path)
    const methods = list(behaviour.AllowedMethods ?? ['GET', 'HEAD'])
    if (!methods.includes(asked.method)) return plain(403, 'This method is not allowed here.')
    const changed = this.#viewer(behaviour, asked)
    if ('status' in changed) return this.#finish(behaviour, { ...changed, body: Buffer.from(changed.body) })
    const request = { ...asked, path: changed.path }
    const origin = list(this.#config.Origins)
      .map((one) => part(one))
      .find(({ Id }) => Id === behaviour.TargetOriginId)
    if (!origin) throw new Error(`the distribution has no origin ${text(behaviour.TargetOriginId)}`)
    const answer = await (origin.S3OriginConfig ? this.#fromBucket(origin, request) : this.#fromApi(origin, request))
    return this.#finish(behaviour, await this.#orErrorPage(origin, request, answer))
  }

  #behaviour(path: string): Readonly<Record<string, unknown>> {
    const fits = (pattern: string) => {
      const source = pattern.replace(/^\/?/, '/').replace(/[.+^${}()|[\]\\]/g, '\\$&')
      return new RegExp(`^${source.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(path)
    }
    const behaviours = list(this.#config.CacheBehaviors).map((one) => part(one))
    return behaviours.find((one) => fits(text(one.PathPattern))) ?? part(this.#config, 'DefaultCacheBehavior')
  }

  #viewer(behaviour: Readonly<Record<string, unknown>>, request: HttpRequest) {
    const associations = list(behaviour.FunctionAssociations).map((one) => part(one))
    const found = associations.find(({ EventType }) => EventType === 'viewer-request')
    if (!found) return { path: request.path }
    const arn = text(found.FunctionARN)
    const code = this.#template
      .ofType('AWS::CloudFront::Function')
      .find((one) => [one.arn, one.name, one.logicalId].includes(arn) || arn.endsWith(`/${one.name}`))
    if (!code) throw new Error(`the template has no CloudFront function ${arn}`)
    return viewerRequest(text(code.properties.FunctionCode), request)
  }

  async #fromBucket(origin: Readonly<Record<string, unknown>>, { path }: HttpRequest): Promise<HttpAnswer> {
    const bucket = text(origin.DomainName).split('.s3')[0] ?? ''
    const asked = path === '/' ? `/${text(this.#config.DefaultRootObject)}` : path
    const key = decoded(`${text(origin.OriginPath)}${asked}`.replace(/^\//, ''))
    if (key === undefined) return plain(400, 'This address cannot be read.')
    const found = key === '' ? undefined : await this.#origins.object(bucket, key)
    // A bucket that may not be listed answers 403 for what it does not have.
    return found ? { status: 200, headers: { 'content-type': found.type }, body: found.body } : plain(403, 'Not there.')
  }

  async #fromApi(origin: Readonly<Record<string, unknown>>, request: HttpRequest): Promise<HttpAnswer> {
    const headers: Record<string, string> = { ...request.headers }
    for (const one of list(origin.OriginCustomHeaders)) {
      const { HeaderName, HeaderValue } = part(one)
      headers[text(HeaderName).toLowerCase()] = await this.#resolved(text(HeaderValue))
    }
    headers['x-forwarded-for'] = request.sourceIp
    return await this.#origins.api({ ...request, headers, path: `${text(origin.OriginPath)}${request.path}` })
  }

  /** `{{resolve:secretsmanager:ID:SecretString:FIELD…}}` as CloudFormation would resolve it; an ID may be an ARN. */
  async #resolved(value: string): Promise<string> {
    const found = /^\{\{resolve:secretsmanager:(.+?)(?::SecretString(?::([^:}]*))?[^}]*)?\}\}$/.exec(value)
    if (!found) return value
    const secret = await this.#origins.secret(found[1] ?? '')
    return found[2] ? text(part(JSON.parse(secret))[found[2]]) : secret
  }

  async #orErrorPage(origin: Readonly<Record<string, unknown>>, request: HttpRequest, answer: HttpAnswer) {
    const pages = list(this.#config.CustomErrorResponses).map((one) => part(one))
    const page = pages.find(({ ErrorCode }) => Number(ErrorCode) === answer.status)
    if (!page?.ResponsePagePath) return answer
    const behaviour = this.#behaviour(text(page.ResponsePagePath))
    const from = list(this.#config.Origins)
      .map((one) => part(one))
      .find(({ Id }) => Id === behaviour.TargetOriginId)
    const shown = await this.#fromBucket(from ?? origin, { ...request, path: text(page.ResponsePagePath) })
    return shown.status === 200 ? { ...shown, status: Number(page.ResponseCode ?? answer.status) } : answer
  }

  #finish(behaviour: Readonly<Record<string, unknown>>, answer: HttpAnswer): HttpAnswer {
    const id = text(behaviour.ResponseHeadersPolicyId)
    const policy = this.#template
      .ofType('AWS::CloudFront::ResponseHeadersPolicy')
      .find(({ name, logicalId, arn }) => [name, logicalId, arn].includes(id))
    const headers = { ...answer.headers }
    if (policy) {
      for (const name of removedHeaders(policy.properties)) delete headers[name]
      for (const { name, value, override } of addedHeaders(policy.properties))
        if (override || headers[name] === undefined) headers[name] = value
    }
    return { ...answer, headers }
  }
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

export const plain = (status: number, what: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from(what),
})

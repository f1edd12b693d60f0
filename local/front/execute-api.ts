import type { Principal } from '../gateway/iam/decide.ts'
import type { Need, Service } from '../gateway/service.ts'
import { forbidden, type HttpAnswer, type HttpApi, type HttpRequest } from './http-api.ts'

/** The API's own door for programs: whoever calls it signs, and IAM says which of its routes they may use. */
export class ExecuteApi implements Service {
  readonly name = 'execute-api'
  readonly checksSignatures = true
  readonly #api: HttpApi

  constructor(api: HttpApi) {
    this.#api = api
  }

  async needs(request: HttpRequest): Promise<readonly Need[]> {
    const resource = this.#api.guardedByIam(request)
    return resource ? [{ action: 'execute-api:Invoke', resource }] : []
  }

  handle(request: HttpRequest, { arn }: Principal): Promise<HttpAnswer> {
    return this.#api.handle(request, arn)
  }

  denied(): HttpAnswer {
    return forbidden
  }

  async stop(): Promise<void> {}
}

import type { HttpAnswer, HttpRequest } from '../front/http-api.ts'
import { part, text } from '../front/resource.ts'
import type { Need, Service } from '../gateway/service.ts'
import { statesCall } from './endpoint.ts'
import { type Machines, StatesError } from './machines.ts'

/** The field that names what each operation is done to. */
const resourceField: Readonly<Record<string, string>> = {
  StartExecution: 'stateMachineArn',
  ListExecutions: 'stateMachineArn',
  DescribeExecution: 'executionArn',
  StopExecution: 'executionArn',
}

/** Step Functions behind the gateway. */
export class States implements Service {
  readonly name = 'states'
  readonly #machines: Machines

  constructor(machines: Machines) {
    this.#machines = machines
  }

  async needs(request: HttpRequest): Promise<readonly Need[]> {
    const action = actionOf(request)
    const field = resourceField[action]
    if (!field) throw new Error(`the local cloud does not do states:${action}`)
    return [{ action: `states:${action}`, resource: text(bodyOf(request)[field]) }]
  }

  async handle(request: HttpRequest): Promise<HttpAnswer> {
    try {
      return answer(200, statesCall(this.#machines, actionOf(request), bodyOf(request)))
    } catch (error) {
      if (error instanceof StatesError) return answer(400, { __type: error.name, message: error.message })
      throw error
    }
  }

  denied(message: string): HttpAnswer {
    return answer(400, { __type: 'AccessDeniedException', message })
  }

  async stop(): Promise<void> {
    this.#machines.pause()
  }
}

const actionOf = ({ headers }: HttpRequest): string => headers['x-amz-target']?.split('.')[1] ?? ''
const bodyOf = ({ body }: HttpRequest) => part(JSON.parse(body.toString() || '{}'))
const answer = (status: number, body: unknown): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Buffer.from(JSON.stringify(body)),
})

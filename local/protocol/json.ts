import type { HttpAnswer, HttpRequest } from '../front/http-api.ts'
import { part } from '../front/resource.ts'

/** An error of a service that speaks AWS JSON: its type and its words. */
export class JsonError extends Error {
  readonly status: number

  constructor(type: string, message: string, status = 400) {
    super(message)
    this.name = type
    this.status = status
  }
}

export type Input = Readonly<Record<string, unknown>>

/** The operation of a request in AWS JSON 1.0 or 1.1: the header `x-amz-target: SERVICE.OPERATION`. */
export const operationOf = ({ headers }: HttpRequest): string => (headers['x-amz-target'] ?? '').split('.').at(-1) ?? ''

/** Who may call and what it does are both read from the body: it is parsed once. */
const parsed = new WeakMap<Buffer, Input>()

/** Fields of the body. @throws JsonError SerializationException */
export function inputOf({ body }: HttpRequest): Input {
  const known = parsed.get(body)
  if (known) return known
  try {
    const input = part(JSON.parse(body.toString('utf8') || '{}'))
    parsed.set(body, input)
    return input
  } catch {
    throw new JsonError('SerializationException', 'The body is not JSON')
  }
}

const headers = { 'content-type': 'application/x-amz-json-1.1' }

const jsonAnswer = (output: unknown): HttpAnswer => ({
  status: 200,
  headers,
  body: Buffer.from(JSON.stringify(output)),
})

export const jsonFailure = ({ name, message, status }: JsonError): HttpAnswer => ({
  status,
  headers: { ...headers, 'x-amzn-errortype': name },
  body: Buffer.from(JSON.stringify({ __type: name, message })),
})

/** The answer of one operation of a table of operations. */
export async function answered(
  service: string,
  operations: Readonly<Record<string, (input: Input) => unknown>>,
  request: HttpRequest,
): Promise<HttpAnswer> {
  try {
    const operation = operations[operationOf(request)]
    if (!operation) throw unknown(service, request)
    return jsonAnswer(await operation(inputOf(request)))
  } catch (error) {
    if (error instanceof JsonError) return jsonFailure(error)
    throw error
  }
}

/** An operation that the local cloud does not do. */
export const unknown = (service: string, request: HttpRequest) =>
  new JsonError('UnknownOperationException', `the local ${service} does not do ${operationOf(request)}`)

/** A text field. @throws JsonError ValidationException when it is missing */
export function required(input: Input, field: string): string {
  const value = input[field]
  if (typeof value !== 'string' || value === '') throw invalid(`${field} must be given`)
  return value
}

export const invalid = (message: string) => new JsonError('ValidationException', message)

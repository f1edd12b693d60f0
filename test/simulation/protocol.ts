import type { Answer, HttpRequest } from './wire.ts'

/** AWS JSON, as DynamoDB, KMS and Step Functions speak it. */
export const operationOf = ({ headers }: HttpRequest): string =>
  Object.entries(headers)
    .find(([name]) => name.toLowerCase() === 'x-amz-target')?.[1]
    .split('.')[1] ?? ''

export const bodyOf = ({ body }: HttpRequest): Readonly<Record<string, unknown>> =>
  JSON.parse(textOf(body) || '{}') as Record<string, unknown>

export function textOf(body: unknown): string {
  if (body === undefined || body === null) return ''
  if (typeof body === 'string') return body
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8')
  throw new Error('the simulation reads no streamed bodies here')
}

export const json = (status: number, body: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Buffer.from(JSON.stringify(body)),
})

export const jsonError = (status: number, name: string, more: Readonly<Record<string, unknown>> = {}): Answer =>
  json(status, { __type: name, message: name, Message: name, ...more })

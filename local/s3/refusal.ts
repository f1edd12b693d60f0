import type { HttpAnswer } from '../front/http-api.ts'
import { document } from './xml.ts'

/** An error that S3 answers with: its status, its code and its words (S3 API reference, "Error responses"). */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = code
    this.status = status
    this.code = code
    this.headers = headers
  }
}

export const noSuchKey = (headers?: Readonly<Record<string, string>>) =>
  new Refusal(404, 'NoSuchKey', 'The specified key does not exist.', headers)
export const invalidArgument = (message: string) => new Refusal(400, 'InvalidArgument', message)
export const malformedXml = () =>
  new Refusal(400, 'MalformedXML', 'The XML you provided was not well-formed or did not validate against our schema')
export const notImplemented = (what: string) => new Refusal(501, 'NotImplemented', `the local S3 does not do ${what}`)

/** The refusal in S3's protocol. */
export const refused = ({ status, code, message, headers }: Refusal, resource: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/xml', ...headers },
  body: document('Error', { Code: code, Message: message, Resource: resource }),
})

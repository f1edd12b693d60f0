import { Agent, request as ask } from 'node:http'
import type { HttpAnswer, HttpRequest } from '../front/http-api.ts'
import type { Input } from '../protocol/json.ts'

export type Call = (operation: string, input: Input) => Promise<Input>

/** A way to DynamoDB Local that keeps its connections. */
export class Connection {
  readonly #url: URL
  readonly #agent = new Agent({ keepAlive: true })

  constructor(url: string) {
    this.#url = new URL(url)
  }

  /** Passes a request on as it is. */
  forward({ method, headers, body }: Pick<HttpRequest, 'method' | 'headers' | 'body'>): Promise<HttpAnswer> {
    const { hostname, port } = this.#url
    // Connection headers are each connection's own, and the length is set anew.
    const { connection, 'transfer-encoding': encoding, 'accept-encoding': accepted, ...passed } = headers
    const sent = { ...passed, 'content-length': body.length }
    return new Promise((resolve, reject) => {
      const outgoing = ask({ hostname, port, method, path: '/', headers: sent, agent: this.#agent }, (incoming) => {
        const pieces: Buffer[] = []
        incoming
          .on('data', (piece: Buffer) => pieces.push(piece))
          .on('error', reject)
          .on('end', () => {
            const { 'content-length': _, 'transfer-encoding': __, ...rest } = incoming.headers
            const answered = Object.entries(rest).map(([name, value]) => [name, String(value)] as const)
            const status = incoming.statusCode ?? 502
            resolve({ status, headers: Object.fromEntries(answered), body: Buffer.concat(pieces) })
          })
      })
      outgoing.on('error', reject).end(body)
    })
  }

  /** A call of the local cloud itself. @throws with the service's error name */
  readonly call: Call = async (operation, input) => {
    const { status, body } = await this.forward({ method: 'POST', headers: headersOf(operation), body: bodyOf(input) })
    const output = JSON.parse(body.toString('utf8')) as Record<string, unknown>
    if (status < 400) return output
    const name = String(output.__type).split('#').at(-1) ?? ''
    throw Object.assign(new Error(`${operation}: ${name} ${String(output.message ?? output.Message)}`), { name })
  }

  close(): void {
    this.#agent.destroy()
  }
}

const bodyOf = (input: Input): Buffer => Buffer.from(JSON.stringify(input))
const headersOf = (operation: string): Record<string, string> => ({
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': `DynamoDB_20120810.${operation}`,
  'x-amz-date': '20200101T000000Z',
  // DynamoDB Local reads the key's form and checks no signature.
  authorization:
    'AWS4-HMAC-SHA256 Credential=LOCAL/20200101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
})

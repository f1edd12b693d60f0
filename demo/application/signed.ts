import { createHash, createHmac } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import type { Aws } from '../places/places.ts'

/** SHA-256 as the SDK's signer wants it. */
class Sha256 {
  readonly #hash: ReturnType<typeof createHash>

  constructor(secret?: unknown) {
    this.#hash = secret ? (createHmac('sha256', secret as Buffer) as never) : createHash('sha256')
  }

  update(data: unknown): void {
    this.#hash.update(typeof data === 'string' ? data : Buffer.from(data as Uint8Array))
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest()
  }
}

/**
 * Calls a route that Oblige has for the company's own programs, signed as AWS wants it (Signature Version 4).
 * `json` is empty where the answer is none. @param now ms since the epoch @throws when there is no connection
 */
export async function signedCall(
  aws: Aws,
  now: number,
  method: string,
  path: string,
  content?: unknown,
): Promise<{ readonly status: number; readonly json: Record<string, unknown>; readonly text: string }> {
  const json = { 'content-type': 'application/json' }
  const answer = await (content === undefined
    ? signed(aws, now, method, path)
    : signed(aws, now, method, path, Buffer.from(JSON.stringify(content)), json))
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.startsWith('application/json')
  return { status: answer.status, json: (isJson ? JSON.parse(text) : {}) as Record<string, unknown>, text }
}

/** The same with any body. */
export async function signed(
  { endpoint, region, credentials }: Aws,
  now: number,
  method: string,
  path: string,
  bytes?: Buffer,
  more: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const signer = new SignatureV4({ service: 'execute-api', region, credentials, sha256: Sha256 as never })
  const { hostname, port, host } = new URL(endpoint)
  const [bare = '', query = ''] = path.split(/\?(.*)/s)
  const { headers } = await signer.sign(
    {
      method,
      protocol: 'http:',
      hostname,
      port: Number(port),
      path: bare,
      query: Object.fromEntries(new URLSearchParams(query)),
      headers: { host, ...more },
      ...(bytes ? { body: bytes } : {}),
    },
    { signingDate: new Date(now) },
  )
  return await fetch(`${endpoint}${path}`, { method, headers, ...(bytes ? { body: new Uint8Array(bytes) } : {}) })
}

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
  { endpoint, region, credentials }: Aws,
  now: number,
  method: string,
  path: string,
  content?: unknown,
): Promise<{ readonly status: number; readonly json: Record<string, unknown>; readonly text: string }> {
  const signer = new SignatureV4({ service: 'execute-api', region, credentials, sha256: Sha256 as never })
  const { hostname, port, host } = new URL(endpoint)
  const body = content === undefined ? {} : { body: JSON.stringify(content) }
  const { headers } = await signer.sign(
    {
      method,
      protocol: 'http:',
      hostname,
      port: Number(port),
      path: path.split('?')[0] ?? path,
      query: Object.fromEntries(new URLSearchParams(path.split('?')[1] ?? '')),
      headers: { host, ...(content === undefined ? {} : { 'content-type': 'application/json' }) },
      ...body,
    },
    { signingDate: new Date(now) },
  )
  const answer = await fetch(`${endpoint}${path}`, { method, headers, ...body })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.startsWith('application/json')
  return { status: answer.status, json: (isJson ? JSON.parse(text) : {}) as Record<string, unknown>, text }
}

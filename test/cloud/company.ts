import { createHash, createHmac } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import policy from '../../demo/policy.ts'
import { house } from './one-house.ts'

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

export type Program = {
  /** Calls a route of the company's API; the answer is JSON. */
  calls(
    method: string,
    path: string,
    body?: unknown,
    how?: { readonly as?: string },
  ): Promise<{ status: number; json: Record<string, unknown> }>
}

/** A program of the company with the permissions of one of the template's managed policies, or of none. */
export function program(name: string, managed?: string): Program {
  const found = house.cloud.resources
    .ofType('AWS::IAM::ManagedPolicy')
    .filter(({ logicalId }) => managed !== undefined && logicalId.includes(managed))
  const statements = found.flatMap(
    ({ properties }) => (properties.PolicyDocument as { Statement: readonly object[] }).Statement,
  )
  const { accessKeyId, secretAccessKey } = house.cloud.principal(name, statements)
  const { hostname, port, host } = new URL(house.cloud.gateway)
  return {
    async calls(method, path, body, { as } = {}) {
      const signer = new SignatureV4({
        service: 'execute-api',
        region: policy.regions.home,
        credentials: { accessKeyId, secretAccessKey: as ?? secretAccessKey },
        sha256: Sha256 as never,
      })
      const { headers } = await signer.sign(
        {
          method,
          protocol: 'http:',
          hostname,
          port: Number(port),
          path,
          headers: { host, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        },
        { signingDate: new Date(house.cloud.clock.now()) },
      )
      const answer = await fetch(`${house.cloud.gateway}${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      await house.cloud.clock.quiet()
      return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
    },
  }
}

import { signedCall } from '../../demo/application/signed.ts'
import policy from '../../demo/policy.ts'
import { house } from './one-house.ts'

export type Program = {
  /** Calls a route of the company's API; the answer is JSON. */
  calls(
    method: string,
    path: string,
    body?: unknown,
    how?: { readonly as?: string },
  ): Promise<{ status: number; json: Record<string, unknown>; text: string }>
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
  return {
    async calls(method, path, body, { as } = {}) {
      const answer = await signedCall(
        {
          endpoint: house.cloud.gateway,
          region: policy.regions.home,
          credentials: { accessKeyId, secretAccessKey: as ?? secretAccessKey },
        },
        house.cloud.clock.now(),
        method,
        path,
        body,
      )
      await house.cloud.clock.quiet()
      return answer
    },
  }
}

import { signedCall } from '../../demo/application/signed.ts'
import policy from '../../demo/policy.ts'
import type { Cloud } from '../../local/cloud.ts'
import type { AccessKey } from '../../local/gateway/gateway.ts'
import { house } from './one-house.ts'

export type Program = {
  /** How its own clients of AWS reach the cloud. */
  readonly access: Readonly<{ endpoint: string; region: string; credentials: AccessKey }>
  /** Calls a route of the company's API; the answer is JSON. */
  calls(
    method: string,
    path: string,
    body?: unknown,
    how?: { readonly as?: string },
  ): Promise<{ status: number; json: Record<string, unknown>; text: string }>
}

/** A program of the company in the house that all stories share. */
export const program = (name: string, managed?: string): Program => programOf(house.cloud, name, managed)

/** A program of the company with the permissions of one of the template's managed policies, or of none. */
export function programOf(cloud: Cloud, name: string, managed?: string): Program {
  const found = cloud.resources
    .ofType('AWS::IAM::ManagedPolicy')
    .filter(({ logicalId }) => managed !== undefined && logicalId.includes(managed))
  const statements = found.flatMap(
    ({ properties }) => (properties.PolicyDocument as { Statement: readonly object[] }).Statement,
  )
  const access = {
    endpoint: cloud.gateway,
    region: policy.regions.home,
    credentials: cloud.principal(name, statements),
  }
  const { accessKeyId, secretAccessKey } = access.credentials
  return {
    access,
    async calls(method, path, body, { as } = {}) {
      const answer = await signedCall(
        { ...access, credentials: { accessKeyId, secretAccessKey: as ?? secretAccessKey } },
        cloud.clock.now(),
        method,
        path,
        body,
      )
      await cloud.clock.quiet()
      return answer
    },
  }
}

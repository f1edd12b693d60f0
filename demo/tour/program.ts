import { signedCall } from '../application/signed.ts'
import type { Office } from '../office.ts'
import policy from '../policy.ts'

export type Program = (
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ readonly status: number; readonly json: Record<string, unknown> }>

/** A program of the company with the permissions of one of the template's managed policies. @param managed part of its name */
export function program({ cloud }: Office, managed: string): Program {
  const { resources, gateway, clock } = cloud
  const statements = resources
    .ofType('AWS::IAM::ManagedPolicy')
    .filter(({ logicalId }) => logicalId.includes(managed))
    .flatMap(({ properties }) => (properties.PolicyDocument as { Statement: readonly object[] }).Statement)
  const access = {
    endpoint: gateway,
    region: policy.regions.home,
    credentials: cloud.principal(`program of ${managed}`, statements),
  }
  return (method, path, body) => signedCall(access, clock.now(), method, path, body)
}

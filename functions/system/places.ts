import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { required } from '../../adapters/environment.ts'
import { policy } from '../../policy/in-force.ts'
import type { SystemKind, SystemPolicy } from '../../policy/systems.ts'
import type { Places } from '../../systems/vault/vault.ts'

/** Oblige's own places, as the environment names them. */
export const vaultPlaces = (dynamodb = new DynamoDBClient({})): Places => ({
  dynamodb,
  kms: new KMSClient({}),
  vaultTable: required('VAULT_TABLE'),
  vaultKeysTable: required('VAULT_KEYS_TABLE'),
  vaultKeyId: required('VAULT_KEY'),
})

/** The system of the policy that this function serves. @throws when the policy has none of that name and kind */
export function servedSystem<Kind extends SystemKind>(
  kind: Kind,
): { readonly name: string; readonly part: Extract<SystemPolicy, { kind: Kind }> } {
  const name = required('SYSTEM')
  const part = policy.systems[name]
  if (!part || !isOf(part, kind)) throw new Error(`the policy has no ${kind} system ${name}`)
  return { name, part }
}

const isOf = <Kind extends SystemKind>(part: SystemPolicy, kind: Kind): part is Extract<SystemPolicy, { kind: Kind }> =>
  part.kind === kind

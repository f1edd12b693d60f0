import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import canonicalize from 'canonicalize'
import type { Instant } from '../domain/time.ts'
import type { Policy } from '../policy/schema.ts'
import { policiesPartition, policyVersionKey } from './items.ts'

/** A policy as it was deployed, and since when it was seen to be in force. */
export type PolicyVersion = { readonly hash: string; readonly since: Instant; readonly policy: Policy }

/** SHA-256 (hex) of a policy in canonical JSON (RFC 8785): the same whatever the order in which it was written. */
export const hashOf = (policy: Policy): string =>
  createHash('sha256')
    .update(canonicalize(policy) as string)
    .digest('hex')

/** Versions of the policy that were in force, each as a row that nothing deletes, in the table of requests. */
export class Policies {
  readonly #client: DynamoDBClient
  readonly #table: string

  constructor(table: string, client: DynamoDBClient) {
    this.#table = table
    this.#client = client
  }

  /** Keeps the policy in force, unless it is the one that was kept last. One that comes back is a version of its own. */
  async note(policy: Policy, now: Instant): Promise<void> {
    const hash = hashOf(policy)
    const [last] = await this.#read(1)
    if (last?.hash === hash) return
    await this.#client.send(
      new PutItemCommand({
        TableName: this.#table,
        // A policy of a hundred systems is still below what an item may hold (400 kB).
        Item: marshall({ ...policyVersionKey(now), hash, since: now, policy: gzipSync(JSON.stringify(policy)) }),
      }),
    )
  }

  /** The newest first. Two that noted the same at once noted one. */
  async newest(most: number): Promise<readonly PolicyVersion[]> {
    const all = await this.#read(most)
    return all
      .filter(({ hash }, n) => hash !== all[n + 1]?.hash)
      .map(({ hash, since, policy }) => ({
        hash,
        since,
        policy: JSON.parse(gunzipSync(policy).toString()) as Policy,
      }))
  }

  async #read(most: number): Promise<ReadonlyArray<Omit<PolicyVersion, 'policy'> & { readonly policy: Uint8Array }>> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: marshall({ ':pk': policiesPartition }),
        ScanIndexForward: false,
        Limit: most,
        ConsistentRead: true,
      }),
    )
    return Items.map((one) => unmarshall(one) as Omit<PolicyVersion, 'policy'> & { readonly policy: Uint8Array })
  }
}

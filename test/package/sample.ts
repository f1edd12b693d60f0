import { Readable } from 'node:stream'
import type { CopyFacts, Covered, PackageFacts } from '../../package/package.ts'
import { Policy } from '../../policy/schema.ts'
import type { DataRecord } from '../../systems/contract.ts'
import { policy as sample } from '../sample-policy.ts'

/** The sample company, with everything that a policy can say about how rows appear in a copy. */
export const policy: Policy = Policy.parse({
  ...sample,
  automatedDecisions: {
    en: 'A credit check decides by score whether you can buy on account.',
    de: 'Eine Bonitätsprüfung entscheidet nach Punkten über den Kauf auf Rechnung.',
  },
  systems: {
    ...sample.systems,
    accounts: {
      kind: 'dynamodb',
      label: { en: 'Accounts', de: 'Konten' },
      tables: [
        {
          table: 'accounts',
          category: 'identity',
          owner: 'account',
          partitionKey: 'id',
          dated: 'createdAt',
          others: ['replies[].author', 'invitedBy'],
          vcard: { FN: ['first', 'last'], EMAIL: ['email'] },
        },
      ],
    },
  },
})

export const factsOf = (more: Partial<CopyFacts> = {}): CopyFacts => ({
  policy,
  right: 'access',
  language: 'en',
  ...more,
})

export const packageFacts = (coverage: readonly Covered[], more: Partial<PackageFacts> = {}): PackageFacts => ({
  ...factsOf(),
  reference: 'OB-7K3M-92QF',
  receivedAt: '2026-03-01T09:00:00.000Z',
  at: '2026-03-03T10:00:00.000Z',
  coverage,
  ...more,
})

export const row = (category: string, source: string, data: unknown, next?: string): DataRecord => ({
  category,
  source,
  data,
  ...(next === undefined ? {} : { next }),
})

/** A file as an S3 system gives it. */
export function file(name: string, content: Uint8Array | string, more: object = {}, next?: string): DataRecord {
  const bytes = Buffer.from(content)
  const data = {
    name,
    versionId: `v-${name}`,
    modified: '2025-06-01T12:00:00.000Z',
    size: bytes.length,
    current: true,
    body: async () => Readable.from([bytes]),
    ...more,
  }
  return { category: 'content', source: `accounts/a-1/${name}`, data, ...(next === undefined ? {} : { next }) }
}

export async function* all(records: Iterable<DataRecord>): AsyncIterable<DataRecord> {
  yield* records
}

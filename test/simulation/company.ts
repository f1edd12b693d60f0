import { Policy } from '../../policy/schema.ts'
import { policy as sample } from '../sample-policy.ts'
import type { TableSetting } from './dynamodb/table.ts'

const { identity: _, ...plain } = sample

/** The sample company with three systems of tables, one of which keeps what a law asks to keep. */
export const policy: Policy = Policy.parse({
  ...plain,
  systems: {
    accounts: sample.systems.accounts,
    documents: {
      kind: 'dynamodb',
      label: { en: 'Documents' },
      tables: [
        { table: 'documents', category: 'content', owner: 'account', partitionKey: 'account', sortKey: 'id' },
        {
          table: 'drafts',
          category: 'content',
          owner: 'account',
          partitionKey: 'id',
          index: { name: 'byAccount', attribute: 'account' },
        },
      ],
    },
    billing: {
      kind: 'dynamodb',
      label: { en: 'Billing' },
      tables: [
        { table: 'invoices', category: 'payment', owner: 'account', partitionKey: 'account', sortKey: 'id' },
        {
          table: 'profiles',
          category: 'identity',
          owner: 'account',
          partitionKey: 'account',
          fields: { name: 'name' },
        },
      ],
    },
  },
})

/** The company's tables, as it made them. */
export const companyTables: Readonly<Record<string, TableSetting>> = {
  accounts: { hash: 'id', indexes: { byAddress: { hash: 'address' } } },
  documents: { hash: 'account', range: 'id' },
  drafts: { hash: 'id', indexes: { byAccount: { hash: 'account' } } },
  invoices: { hash: 'account', range: 'id' },
  profiles: { hash: 'account' },
}

/** Which system keeps a table, and what of it a law keeps. */
export const systemOf: Readonly<Record<string, { readonly system: string; readonly keptByLaw: boolean }>> = {
  accounts: { system: 'accounts', keptByLaw: false },
  documents: { system: 'documents', keptByLaw: false },
  drafts: { system: 'documents', keptByLaw: false },
  invoices: { system: 'billing', keptByLaw: true },
  profiles: { system: 'billing', keptByLaw: false },
}

/** Oblige's own tables, as infra/store.ts makes them. */
export const ownTables: Readonly<Record<string, TableSetting>> = {
  requests: {
    hash: 'pk',
    range: 'sk',
    indexes: {
      byDue: { hash: 'open', range: 'due' },
      bySubject: { hash: 'subject', range: 'receivedAt' },
      byMove: { hash: 'moves', range: 'movesBy', keysOnly: true },
      byIdleOn: { hash: 'idle', range: 'idleOn', keysOnly: true },
    },
  },
  vault: { hash: 'pk', range: 'sk' },
  'vault-keys': { hash: 'pk', range: 'sk' },
}

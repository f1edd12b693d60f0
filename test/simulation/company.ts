import { Policy } from '../../policy/schema.ts'
import { policy as sample } from '../sample-policy.ts'
import type { TableSetting } from './dynamodb/table.ts'

const { identity: _, ...plain } = sample

/** The sample company with three systems of tables, one of which keeps what a law asks to keep. */
export const policy: Policy = Policy.parse({
  ...plain,
  mailbox: { addresses: ['info@example.com'], forwardedFrom: [] },
  systems: {
    accounts: {
      kind: 'dynamodb',
      label: { en: 'Accounts' },
      tables: [
        {
          table: 'accounts',
          category: 'identity',
          owner: 'account',
          partitionKey: 'id',
          fields: { name: 'name', phone: 'phone', address: 'address' },
        },
      ],
    },
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
        {
          table: 'invoices',
          category: 'payment',
          owner: 'account',
          partitionKey: 'account',
          sortKey: 'id',
          statement: 'note',
        },
        {
          table: 'profiles',
          category: 'identity',
          owner: 'account',
          partitionKey: 'account',
          fields: { name: 'name', payer: 'payer' },
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

/** What of a table's rows can be put right, by the field of the company's form; a note is what the person says of a row. */
export const fieldsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  accounts: { name: 'name', phone: 'phone' },
  profiles: { name: 'name', payer: 'payer' },
  invoices: { note: 'statement' },
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

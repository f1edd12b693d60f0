import { categoriesFor } from '../domain/receipts.ts'
import type { CopyRight } from '../policy/rights.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { tablesIn } from '../policy/systems.ts'
import type { FileData } from '../systems/contract.ts'
import { safeName } from './names.ts'

export type CopyFacts = { readonly policy: Policy; readonly right: CopyRight; readonly language: Language }

/** Categories of a system that belong into a copy. */
export const categoriesIn = (system: string, { policy, right }: Pick<CopyFacts, 'policy' | 'right'>) =>
  categoriesFor(right, system, policy)

/** How the rows of one source appear in a copy. */
export type Appearance = {
  readonly name: string
  /** The policy's own name of the table; absent: none of the policy's. */
  readonly table?: string | undefined
  readonly dated?: string | undefined
  readonly others: readonly string[]
  readonly vcard?: Readonly<Partial<Record<string, readonly string[]>>> | undefined
}

/** A table of the policy by its own name; whatever else a system tells is in `records`, as many sources as there may be. */
export function appearanceOf(policy: Policy, system: string, category: string, source: string): Appearance {
  const part = policy.systems[system]
  const tables = part === undefined ? [] : tablesIn(part)
  const table = tables.find((one) => one.table === source && one.category === category)
  if (!table) return { name: 'records', others: [] }
  return {
    name: safeName(table.table),
    table: table.table,
    dated: table.dated,
    others: table.others ?? [],
    vcard: table.vcard,
  }
}

export const folderOf = (system: string, category: string) => `data/${system}/${category}`

export const isFile = (data: unknown): data is FileData =>
  typeof data === 'object' && data !== null && 'body' in data && typeof data.body === 'function'

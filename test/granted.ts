import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { globMatches } from '../local/gateway/iam/conditions.ts'
import type { Permission } from '../local/gateway/iam/usage.ts'
import { type Unneeded, unneeded } from './unneeded.ts'

/** A permission as people read it, and how often calls needed it. */
export type Granted = { readonly permission: string; readonly used: number; readonly reason: string | undefined }

/** Where the last run of the whole house left what it needed; beside the house that all tests begin with. */
const left = join(import.meta.dirname, '..', 'node_modules', '.cache', 'oblige', 'permissions.json')

const said = ({ who, action, on, only }: Permission) =>
  `${who} ${action} ${on}${only.length > 0 ? ` (${only.join('; ')})` : ''}`

/** Each permission once, in order: several statements of a role may give the same. */
export function granted(permissions: readonly Permission[], reasons: readonly Unneeded[] = unneeded): Granted[] {
  const used = new Map<string, number>()
  for (const one of permissions) used.set(said(one), (used.get(said(one)) ?? 0) + one.used)
  return [...used]
    .map(([permission, count]) => {
      const why = reasons.find((one) => globMatches(one.permission, permission))
      const reason = why?.shownBy ? `${why.reason} (${why.shownBy})` : why?.reason
      return { permission, used: count, reason }
    })
    .sort((a, b) => (a.permission < b.permission ? -1 : 1))
}

/** Lines of the list of reasons that are true of nothing: no role has the permission, or a call needed it. */
export const stale = (all: readonly Granted[], reasons: readonly Unneeded[] = unneeded): readonly string[] =>
  reasons
    .filter(({ permission: line, sometimes = false }) => {
      const those = all.filter(({ permission }) => globMatches(line, permission))
      return those.length === 0 || (!sometimes && those.some(({ used }) => used > 0))
    })
    .map(({ permission }) => permission)

export function leave(permissions: readonly Permission[]): void {
  mkdirSync(dirname(left), { recursive: true })
  writeFileSync(left, JSON.stringify(permissions))
}

/** @throws ENOENT before the whole house ran once */
export const lastLeft = (): readonly Permission[] => JSON.parse(readFileSync(left, 'utf8'))

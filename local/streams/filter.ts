import type { Change } from '../dynamodb/needs.ts'
import { part } from '../front/resource.ts'

/** Event filter patterns as event source mappings take them: every field of the pattern must match. */
export type Pattern = { readonly [field: string]: Pattern | readonly unknown[] }

/** Whether a record passes at least one of the patterns; without any, everything passes. Throws for an unknown rule. */
export function passes(patterns: readonly Pattern[], record: unknown): boolean {
  return patterns.length === 0 || patterns.some((pattern) => matches(pattern, record))
}

/** Whether the record of a change could pass, as far as its key and the kind of change tell. */
export const mayPass = (patterns: readonly Pattern[], { item, events }: Change): boolean =>
  patterns.length === 0 ||
  patterns.some((pattern) => {
    const { Keys } = part(pattern.dynamodb)
    const known = { ...(pattern.eventName ? { eventName: pattern.eventName } : {}), ...(Keys ? { Keys } : {}) }
    return events.some((eventName) => matches(known as Pattern, { eventName, Keys: item }))
  })

function matches(pattern: Pattern, value: unknown): boolean {
  return Object.entries(pattern).every(([field, rule]) => {
    const inner = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined
    return isRules(rule) ? rule.some((one) => meets(one, inner)) : matches(rule, inner)
  })
}

const isRules = (rule: Pattern | readonly unknown[]): rule is readonly unknown[] => Array.isArray(rule)

function meets(rule: unknown, value: unknown): boolean {
  if (typeof rule !== 'object' || rule === null) return rule === (value ?? null)
  const [[kind, wanted] = []] = Object.entries(rule)
  switch (kind) {
    case 'exists':
      return wanted === (value !== undefined)
    case 'prefix':
      return typeof value === 'string' && value.startsWith(String(wanted))
    case 'suffix':
      return typeof value === 'string' && value.endsWith(String(wanted))
    case 'anything-but':
      return value !== undefined && !(Array.isArray(wanted) ? wanted : [wanted]).includes(value)
    case 'equals-ignore-case':
      return typeof value === 'string' && value.toLowerCase() === String(wanted).toLowerCase()
    default:
      throw new Error(`the local cloud does not know the filter rule '${kind}'`)
  }
}

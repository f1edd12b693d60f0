import type { Subject } from '../systems/contract.ts'

/** GDPR Art. 28: on whose behalf accounts are held, by the value of the policy's attribute. */
export type OnBehalf = Readonly<Record<string, readonly string[]>>

/** Everything that is known of it, each account once; undefined when nothing is. */
export function joined(known: ReadonlyArray<OnBehalf | undefined>): OnBehalf | undefined {
  const all = united(known.map((one) => one && { keys: one }))
  return all?.keys
}

/** Whether both have an account, or whatever else is known by a key, that is the same. */
export const isOneOf = (one: Subject | undefined, other: Subject | undefined): boolean =>
  Object.entries(one?.keys ?? {}).some(([kind, values]) => values.some((key) => other?.keys[kind]?.includes(key)))

/** Everything that is known of one person's keys, each once; undefined when nothing is. */
export function united(known: ReadonlyArray<Subject | undefined>): Subject | undefined {
  const keys = new Map<string, Set<string>>()
  for (const subject of known)
    for (const [kind, values] of Object.entries(subject?.keys ?? {}))
      keys.set(kind, new Set([...(keys.get(kind) ?? []), ...values]))
  if (keys.size === 0) return undefined
  return { keys: Object.fromEntries([...keys].map(([kind, values]) => [kind, [...values]])) }
}

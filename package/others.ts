import type { Json, Row } from './plain.ts'

/** What a policy's paths lead to, read once for all rows. */
export type OthersPaths = ReadonlyArray<readonly string[]>

/** @param paths as in the policy: `replies[].author` */
export const pathsOf = (paths: readonly string[]): OthersPaths =>
  paths.map((path) =>
    path
      .replaceAll('[]', '.[]')
      .split('.')
      .filter((step) => step !== ''),
  )

/**
 * Takes out what tells of other people (GDPR Art. 15(4)): that there is something stays to be seen, what it is does
 * not. Where a path leads into text instead of a structure, the whole text goes: it may hold what the path meant.
 * @param mark stands in its place
 */
export function withoutOthers(
  row: Row,
  paths: OthersPaths,
  mark: string,
): { readonly row: Row; readonly redacted: number } {
  let redacted = 0
  const count = () => {
    redacted++
    return mark
  }
  let clean = row
  for (const path of paths) if (path[0] !== undefined && path[0] in row) clean = without(clean, path, count) as Row
  return { row: clean, redacted }
}

function without(value: Json, [step, ...rest]: readonly string[], mark: () => string): Json {
  if (value === null || (typeof value === 'object' && isEmpty(value))) return value
  if (step === undefined || typeof value !== 'object') return mark()
  if (Array.isArray(value)) return value.map((one) => without(one, step === '[]' ? rest : [step, ...rest], mark))
  const object = value as Row
  // A map of things instead of a list: each of them.
  if (step === '[]')
    return Object.fromEntries(Object.entries(object).map(([name, one]) => [name, without(one, rest, mark)]))
  const inner = object[step]
  return inner === undefined ? object : { ...object, [step]: without(inner, rest, mark) }
}

const isEmpty = (value: object) => (Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0)

/** What a policy may hold: it is plain data. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain }

/** One thing that is not as it was. Absent: it was not there, or is not any more. */
export type PolicyChange = {
  /** Where it stands, such as `periods.erasure`; an entry of a list is named by what it is called. */
  readonly path: string
  readonly from?: Plain
  readonly to?: Plain
}

/** What stands otherwise in a later policy, in the order of their fields. Nothing: they say the same. */
export function changesBetween(before: Plain, after: Plain, path = ''): readonly PolicyChange[] {
  const [was, is] = [partsOf(before), partsOf(after)]
  if (!was || !is) return isSame(before, after) ? [] : [{ path, from: before, to: after }]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [from, to] = [was.get(name), is.get(name)]
    const at = path === '' ? name : `${path}.${name}`
    if (from === undefined) return to === undefined ? [] : [{ path: at, to }]
    return to === undefined ? [{ path: at, from }] : changesBetween(from, to, at)
  })
}

/** Parts that have names of their own; nothing: it is told as a whole, as numbers, words and lists of words are. */
function partsOf(value: Plain): ReadonlyMap<string, Plain> | undefined {
  if (Array.isArray(value)) {
    const all = value as readonly Plain[]
    const named = all.flatMap((one) => {
      const name = nameOf(one)
      return name === undefined ? [] : [[name, one] as const]
    })
    const parts = new Map(named)
    return all.length > 0 && parts.size === all.length ? parts : undefined
  }
  return isRecord(value) ? new Map(Object.entries(value)) : undefined
}

/** What an entry of a list is called in a policy: by its own id, or by where it lies, or what it is about. */
function nameOf(entry: Plain): string | undefined {
  if (!isRecord(entry)) return undefined
  return [entry.id, entry.table, entry.prefix, entry.category].find((name) => typeof name === 'string')
}

const isRecord = (value: Plain | undefined): value is { readonly [name: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same whatever the order in which fields were written. */
function isSame(a: Plain, b: Plain): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, n) => isSame(one, b[n]))
  if (!isRecord(a) || !isRecord(b)) return a === b
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => {
      const [one, other] = [a[name], b[name]]
      return one !== undefined && other !== undefined && isSame(one, other)
    })
  )
}

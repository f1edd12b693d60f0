import { at, operandIn, type Path, type Update } from './expressions.ts'
import { type Item, invalid, unknown, type Value } from './values.ts'

/** An item after an update; every operand is of the item before. */
export function updated(item: Item, { set, remove, add }: Update): Item {
  const next: Record<string, Value> = { ...item }
  for (const { path, to } of set) {
    const value = operandIn(to, item)
    if (!value) throw invalid('an operand of the update does not exist')
    put(next, path, value)
  }
  for (const path of remove) {
    if (path.length > 1) throw unknown('REMOVE inside a map')
    delete next[path[0] ?? '']
  }
  for (const { path, value } of add) put(next, path, sum(at(item, path), value))
  return next
}

function put(item: Record<string, Value>, path: Path, value: Value): void {
  if (path.length > 1) throw unknown('SET inside a map')
  item[path[0] ?? ''] = value
}

function sum(old: Value | undefined, more: Value): Value {
  if (more.N !== undefined) {
    if (old && old.N === undefined) throw invalid('ADD of a number to something else')
    return { N: String(Number(old?.N ?? 0) + Number(more.N)) }
  }
  if (!more.SS) throw unknown(`ADD of ${Object.keys(more)}`)
  if (old && !old.SS) throw invalid('ADD of a set to something else')
  return { SS: [...new Set([...(old?.SS ?? []), ...more.SS])] }
}

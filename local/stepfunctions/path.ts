/** Reads a reference path of the Amazon States Language such as `$.a.b[0]['c d']`; undefined when nothing is there. */
export function atPath(path: string, data: unknown): unknown {
  if (!path.startsWith('$') || path.startsWith('$$')) throw new Error(`not a path into the input: ${path}`)
  let found = data
  let rest = path.slice(1)
  while (rest !== '') {
    const step = /^(?:\.([^.[\]]+)|\[(\d+)\]|\['([^']*)'\])/.exec(rest)
    if (!step) throw new Error(`a path that the local cloud does not read: ${path}`)
    const key = step[1] ?? step[2] ?? step[3] ?? ''
    found = typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[key] : undefined
    rest = rest.slice(step[0].length)
  }
  return found
}

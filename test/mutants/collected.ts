import { format } from 'node:util'
import { expect } from 'vitest'

// Else some of its matchers ask Vitest's worker, and there is none.
expect.setState({ testPath: 'test/domain' })

export { expect }

/**
 * What the tests of domain/ import as `vitest` while mutants run: `test` and `describe` only collect, so that the runner
 * can call one test a thousand times in one process. `expect` is Vitest's own.
 */
export interface Collected {
  file: string
  name: string
  body: () => unknown
}

const collected: Collected[] = []
const around: string[] = []
let file = ''

/** The tests of one file, in its order. */
export async function testsOf(path: string, url: string): Promise<Collected[]> {
  file = path
  collected.length = 0
  await import(url)
  const names = new Map<string, number>()
  return collected.map((one) => {
    const times = names.get(one.name) ?? 0
    names.set(one.name, times + 1)
    return times === 0 ? { ...one } : { ...one, name: `${one.name} (${times + 1})` }
  })
}

export const test = Object.assign(
  /** Options stand before the body, a timeout behind it; neither counts here. */
  (name: string, ...given: ReadonlyArray<(() => unknown) | object | number>) => {
    const body = given.find((one) => typeof one === 'function') as () => unknown
    collected.push({ file, name: [...around, name].join(' '), body })
  },
  { each: each((name, body) => test(name, body)) },
)

export const describe = Object.assign(
  (name: string, body: () => unknown) => {
    around.push(name)
    body()
    around.pop()
  },
  { each: each((name, body) => describe(name, body)) },
)

/** `each` as Vitest has it: a case that is an array is spread, `%s` and `$field` in the name are filled in. */
function each(define: (name: string, body: () => unknown) => void) {
  return (cases: readonly unknown[]) => (name: string, body: (...values: unknown[]) => unknown) => {
    for (const one of cases) {
      const values: readonly unknown[] = Array.isArray(one) ? one : [one]
      const fields = Object(one) as Record<string, unknown>
      const filled = name.replace(/\$(\w+)/g, (_, field: string) => String(fields[field]))
      const places = filled.match(/%s/g)?.length ?? 0
      define(format(filled, ...values.slice(0, places).map(String)), () => body(...values))
    }
  }
}

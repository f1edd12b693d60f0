import { Console } from 'node:console'
import { readFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { join, relative } from 'node:path'
import { Writable } from 'node:stream'
import { Script } from 'node:vm'
import { build, type Plugin } from 'esbuild'
import { entryOf } from '../../infra/bundles.ts'
import * as understanding from '../../intake/understanding/understand.ts'
import type { Policy } from '../../policy/schema.ts'
import { withoutThreads } from './without-threads.ts'

const house = join(import.meta.dirname, '..', '..')
const own = createRequire(import.meta.url)

/** A change of the product's sources for one run: what stands there once, and what instead of it. */
export type Change = { readonly file: string; readonly from: string; readonly to: string }

/** What a function gets besides its sources: its environment, its clients' wire, and where its log goes. */
type Surroundings = {
  readonly env: Readonly<Record<string, string>>
  readonly printed: (line: string) => void
  /** A client's class of the SDK, by the package, with the simulation as its network. */
  readonly packageOf: (name: string) => unknown
}
export type Handler = (event: unknown, context: unknown) => Promise<unknown>
export type Code = (surroundings: Surroundings) => (name: string) => Handler
/** What a run begins with, and what is deployed in its middle. */
export type Releases = { readonly first: Code; readonly next: Code }

/**
 * Shared by all functions of a process: they keep nothing of one call for another. Everything else is in the script. To learn the
 * words of all languages anew for each environment takes longer than all that it does.
 */
const shared = /^(node:.*|@aws-sdk\/.*|@smithy\/.*|nodemailer\/.*|temporal-polyfill)$/

/**
 * The sources of functions as one script, with the policy inside, as their bundles have it. Every evaluation of it is an
 * environment that has just started: modules of its own, none of them run before it is needed.
 */
export async function codeOf(names: readonly string[], policy: Policy, changes: readonly Change[] = []): Promise<Code> {
  const changed = new Set<Change>()
  const plugin: Plugin = {
    name: 'simulation',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^#policy$/ }, () => ({ path: 'policy', namespace: 'simulation' }))
      onLoad({ filter: /^policy$/, namespace: 'simulation' }, () => ({
        contents: JSON.stringify(policy),
        loader: 'json',
      }))
      onResolve({ filter: /\/understanding\/understand\.ts$/ }, () => ({ path: 'understanding', external: true }))
      onResolve({ filter: /^[@a-z]/ }, ({ path }) =>
        shared.test(path) || isBuiltin(path) ? { path, external: true } : undefined,
      )
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const those = changes.filter(({ file }) => file === relative(house, path))
        if (those.length === 0) return undefined
        const contents = those.reduce((text, change) => applied(text, change, changed), readFileSync(path, 'utf8'))
        return { contents, loader: 'ts' }
      })
    },
  }
  const entry = names.map((name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(entryOf(name))}).handler`)
  const { outputFiles } = await build({
    stdin: { contents: `module.exports = { ${entry.join(',\n')} }`, resolveDir: house, loader: 'js' },
    absWorkingDir: house,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    // What a call of `import` loads comes by `require` too: a script of its own has no other way.
    supported: { 'dynamic-import': false },
    write: false,
    plugins: [plugin],
    logLevel: 'warning',
  })
  for (const change of changes)
    if (!changed.has(change)) throw new Error(`no function has ${change.file}, which a deliberate fault changes`)
  const script = new Script(`(function (require, process, console, module) {${outputFiles[0]?.text}\n})`, {
    filename: 'functions-of-a-simulation.js',
  })
  const start = script.runInThisContext() as (...given: unknown[]) => void
  return ({ env, printed, packageOf }) => {
    const module: { exports: Record<string, () => Handler> } = { exports: {} }
    const stdout = lines(printed)
    const process = Object.create(globalThis.process, {
      env: { value: env },
      stdout: { value: stdout },
      stderr: { value: stdout },
    })
    const console = new Console({ stdout, stderr: stdout })
    const ConsoleHere = class extends Console {
      constructor() {
        super({ stdout, stderr: stdout })
      }
    }
    const require = (name: string): unknown => {
      if (name === 'node:console' || name === 'console') return { ...own('node:console'), Console: ConsoleHere }
      if (name === 'node:zlib') return withoutThreads
      if (name === 'understanding') return understanding
      return packageOf(name) ?? own(name)
    }
    start(require, process, console, module)
    return (name) => {
      const load = module.exports[name]
      if (!load) throw new Error(`no function ${name} was bundled`)
      return load()
    }
  }
}

function applied(text: string, change: Change, changed: Set<Change>): string {
  const { file, from, to } = change
  const parts = text.split(from)
  if (parts.length !== 2) throw new Error(`“${from}” stands ${parts.length - 1} times in ${file}: name it anew`)
  changed.add(change)
  return parts.join(to)
}

const lines = (printed: (line: string) => void) =>
  new Writable({
    write(chunk, _encoding, done) {
      printed(String(chunk))
      done()
    },
  })

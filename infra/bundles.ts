import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'
import type { Policy } from '../policy/schema.ts'
import type { SystemKind } from '../policy/systems.ts'

const house = join(import.meta.dirname, '..')

/** Folder of the module that describes the API. */
const describes = 'openapi'

/** Functions that exist once, whatever the policy says. */
const always = [
  'submit',
  'no-page',
  'status',
  'confirm',
  'restore',
  'erase-now',
  'certificate',
  'history',
  'keys',
  'front-door',
  'outbox',
  'advance',
  'certify',
  'watch',
  'anchor',
  'compare',
  'round',
  'copy',
  'send-code',
  'download',
  'protect',
  'package',
  'withdraw',
  'suspend',
  'consent',
  'child',
  'ask-approval',
  'approve',
  'disclosure',
  'mailing',
  'unsubscribe',
  'mailing-check',
  'mailing-links',
  'mailing-subscriptions',
  'use-check',
  'state',
  'prove',
  'decide',
  'evidence',
  'hold',
  'lift',
  'extend',
  'figures',
  'daily-letter',
  'backup-restored',
  'ingest',
  'show-mail',
  'decide-mail',
  'feedback',
  'pass-on',
  'webhook',
  'show-notice',
  'confirm-notice',
  'opendsr-callback',
  'opendsr',
  'activity',
  'inactivity',
  'use-stream',
  'announcement',
  'announce',
  'privacy-notice',
  'canary',
  'desk-sign-in',
  'desk-queue',
  'desk-request',
  'desk-look',
  'desk-write',
  'desk-act',
  'desk-enter',
  'desk-disclosures',
  'desk-promises',
  'desk-figures',
  'desk-tasks',
] as const

/** Functions of which a large part waits until it is needed: whatever is imported by a call of `import`. */
const inParts = ['ingest'] as const satisfies readonly FunctionName[]

/** Folders of the functions of systems are named by the kind after this. */
const ofKind = 'system-'

export type FunctionName = (typeof always)[number]

/** Folders with `index.mjs`, one for each function; a system's function is bundled once for its kind. */
export type Bundles = {
  readonly of: (name: FunctionName) => string
  readonly ofSystem: (kind: SystemKind) => string
  /** The module that describes the API of the policy inside; it runs at synthesis and is deployed nowhere. */
  readonly description: string
  /** Bytes of code that a function loads when it starts, by the folder's name. */
  readonly sizes: Readonly<Record<string, number>>
  /** Removes the folders; CDK has copied them into the assembly by then. */
  readonly remove: () => void
}

/**
 * Parts of nodemailer that our letters have no use for stand aside for adapters/nodemailer/. `alias` knows whole packages only.
 */
const unused: Plugin = {
  name: 'what letters do not need',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/(fetch\/index|mime-types)\.js$/ }, ({ path, importer }) => {
      const [, part = ''] = /(fetch|mime-types)/.exec(path) ?? []
      return /[\\/]nodemailer[\\/]/.test(importer)
        ? { path: join(house, 'adapters', 'nodemailer', `${part}.ts`) }
        : undefined
    }),
}

/**
 * How a function is bundled: as an ES module for Node 24, minified, with the policy inside. The SDK is bundled too, so that
 * what was tested is what runs (Lambda's own copy changes without notice), and starts faster for being cut to what is used.
 * Source maps stay away: errors are logged by name and frame, and a map would triple what is loaded.
 */
export const options = (policyFile: string) =>
  ({
    absWorkingDir: house,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    // Letters as they are: escaped, those of most languages take six bytes instead of two.
    charset: 'utf8',
    // ES modules can be cut to what is used; most packages' main is CommonJS, which cannot.
    mainFields: ['module', 'main'],
    alias: {
      '#policy': policyFile,
      '@aws-sdk/credential-provider-node': join(house, 'adapters', 'credentials.ts'),
    },
    plugins: [unused],
    // Packages that are CommonJS inside call require.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    legalComments: 'none',
    logLevel: 'warning',
  }) satisfies BuildOptions

/** The source that a bundle's folder was made from, by its name: what the template says of each function (`bundleIn`). */
export const entryOf = (bundle: string): string =>
  bundle.startsWith(ofKind)
    ? join(house, 'functions', 'system', 'kinds', `${bundle.slice(ofKind.length)}.ts`)
    : join(house, 'functions', bundle, 'handler.ts')

/** Key of a function's metadata in the template that names its bundle. */
const metadataKey = 'oblige:bundle'
export const bundleNote = (folder: string): readonly [key: string, name: string] => [metadataKey, basename(folder)]
/** Name of the bundle of a function of the template; undefined for functions that are not ours, such as CDK's own. */
export const bundleIn = (metadata: Readonly<Record<string, unknown>> = {}): string | undefined => {
  const name = metadata[metadataKey]
  return typeof name === 'string' ? name : undefined
}

/** For each function's folder the bytes of its entry and of what that imports at once. */
function startedIn({ outputs }: Metafile): ReadonlyArray<readonly [folder: string, bytes: number]> {
  const needed = (file: string): readonly string[] => [
    file,
    ...(outputs[file]?.imports ?? []).flatMap(({ path, kind }) =>
      kind === 'import-statement' && path in outputs ? needed(path) : [],
    ),
  ]
  return Object.keys(outputs)
    .filter((file) => basename(file) === 'index.mjs')
    .map((file) => [
      basename(dirname(file)),
      [...new Set(needed(file))].reduce((sum, one) => sum + (outputs[one]?.bytes ?? 0), 0),
    ])
}

/** Bundles every function at once. */
export async function bundled(policy: Policy): Promise<Bundles> {
  const folder = mkdtempSync(join(tmpdir(), 'oblige-bundles-'))
  const policyFile = join(folder, 'policy.json')
  mkdirSync(folder, { recursive: true })
  writeFileSync(policyFile, JSON.stringify(policy))
  const kinds = [...new Set(Object.values(policy.systems).map(({ kind }) => kind))]
  const names = [...always, ...kinds.map((kind) => `${ofKind}${kind}`)]
  const described = { [`${describes}/index`]: join(house, 'functions', 'openapi', 'document.ts') }
  const whole = names.filter((name) => !inParts.some((one) => one === name))
  const entries = Object.fromEntries(whole.map((name) => [`${name}/index`, entryOf(name)]))
  const all = { ...options(policyFile), outExtension: { '.js': '.mjs' }, metafile: true } as const
  const made = await Promise.all([
    build({ ...all, outdir: folder, entryPoints: { ...described, ...entries } }),
    // In parts: those that are imported by a call are loaded by the first event that needs them.
    ...inParts.map((name) =>
      build({ ...all, outdir: join(folder, name), entryPoints: { index: entryOf(name) }, splitting: true }),
    ),
  ])
  const sizes = Object.fromEntries(
    made.flatMap(({ metafile }) => startedIn(metafile)).filter(([name]) => name !== describes),
  )
  return {
    of: (name) => join(folder, name),
    ofSystem: (kind) => join(folder, `${ofKind}${kind}`),
    description: join(folder, describes, 'index.mjs'),
    sizes,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

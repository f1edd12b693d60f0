/** How long each bundled function takes to initialise, against a bundle of nothing but the SDK clients it uses. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import type { Line } from './table.ts'

const house = join(import.meta.dirname, '..')

/** A function as it was synthesized: its name, the file it deploys and the source it came from. */
export type Bundle = {
  readonly name: string
  readonly file: string
  readonly entry: string
  readonly environment: Readonly<Record<string, string>>
}

/** Medians over `runs` fresh processes each, ours and the rival's in turn so that both meet the same machine. */
export async function initialisation(bundles: readonly Bundle[], runs: number): Promise<readonly Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'oblige-bench-'))
  try {
    const lines: Line[] = []
    for (const bundle of bundles) {
      const rival = join(folder, `${bundle.name}.mjs`)
      const clients = await clientsAlone(bundle.entry, rival)
      const ours: number[] = []
      const theirs: number[] = []
      for (let run = 0; run < runs; run++) {
        ours.push(milliseconds(bundle.file, bundle.environment))
        theirs.push(milliseconds(rival, bundle.environment))
      }
      lines.push({
        what: `initialisation of ${bundle.name}`,
        ours: `${median(ours).toFixed(0)} ms, ${kilobytes(bundle.file)}`,
        against: `${median(theirs).toFixed(0)} ms, ${kilobytes(rival)}: only ${clients.join(', ') || 'an empty module'}`,
        ratio: median(ours) / median(theirs),
        aim: 'at most 1.3',
      })
    }
    return lines
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const kilobytes = (file: string): string => `${Math.round(statSync(file).size / 1000)} kB`

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** From before the first import to after the last, in ms, in a process of its own. */
function milliseconds(file: string, environment: Readonly<Record<string, string>>): number {
  const script = `const began = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - began); process.exit(0)`
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: { ...environment, AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench' },
  })
  if (status !== 0) throw new Error(`${relative(house, file)} does not load: ${stderr}`)
  return Number(stdout.trim().split('\n').at(-1))
}

/** Bundles exactly the clients and commands that a function's own sources import, each client made once. */
async function clientsAlone(entry: string, outfile: string): Promise<readonly string[]> {
  const { metafile } = await build({
    ...options,
    entryPoints: [entry],
    write: false,
    outfile: 'unused.mjs',
  })
  const names = new Map<string, Set<string>>()
  for (const input of Object.keys(metafile.inputs).filter((one) => !one.includes('node_modules'))) {
    if (!existsSync(join(house, input))) continue
    const source = readFileSync(join(house, input), 'utf8')
    for (const [, imported = '', client = ''] of source.matchAll(
      /import \{([^}]+)\} from '(@aws-sdk\/client-[\w-]+)'/g,
    )) {
      const values = imported
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one && !one.startsWith('type '))
      names.set(client, new Set([...(names.get(client) ?? []), ...values]))
    }
  }
  const lines = [...names].flatMap(([client, values]) => {
    const client_ = [...values].find((one) => one.endsWith('Client'))
    return [
      `import { ${[...values].join(', ')} } from '${client}'`,
      `export const all${client.replace(/\W/g, '')} = [${[...values].join(', ')}]`,
      ...(client_ ? [`export const made${client.replace(/\W/g, '')} = new ${client_}({})`] : []),
    ]
  })
  const source = `${outfile}.ts`
  writeFileSync(source, `${lines.join('\n')}\nexport const handler = () => {}\n`)
  await build({
    ...options,
    entryPoints: [source],
    outfile,
    absWorkingDir: house,
    nodePaths: [join(house, 'node_modules')],
  })
  return [...names.keys()].map((client) => client.replace('@aws-sdk/client-', ''))
}

/** As infra bundles functions. */
const options = {
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  metafile: true,
  alias: { '#policy': join(house, 'demo/policy.json') },
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
} satisfies BuildOptions

/** The file that a function's asset folder deploys. */
export function deployed(asset: string): string {
  const file = readdirSync(asset).find((one) => /\.(mjs|js)$/.test(one))
  if (!file) throw new Error(`no bundle in ${asset}`)
  return join(asset, file)
}

/** How long each bundled function takes to initialise, against the SDK clients that it uses alone, as the SDK comes. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { build } from 'esbuild'
import { options } from '../infra/bundles.ts'
import type { Bundle } from './deployed.ts'
import type { Line } from './table.ts'

const house = join(import.meta.dirname, '..')

/**
 * The fastest of `runs` fresh processes each, ours and the rival's in turn so that both meet the same machine; one more of
 * each goes first and counts for nothing, so that both files have been read.
 */
export async function initialisation(bundles: readonly Bundle[], runs: number): Promise<readonly Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'oblige-bench-'))
  try {
    const lines: Line[] = []
    for (const bundle of bundles) {
      const rival = join(folder, `${bundle.name}.mjs`)
      const clients = await clientsAlone(bundle.entry, rival)
      const ours: number[] = []
      const theirs: number[] = []
      for (let run = -1; run < runs; run++) {
        const [mine, other] = [milliseconds(bundle.file, bundle.environment), milliseconds(rival, bundle.environment)]
        if (run < 0) continue
        ours.push(mine)
        theirs.push(other)
      }
      lines.push({
        what: `initialisation of ${bundle.name}`,
        ours: `${Math.min(...ours).toFixed(0)} ms, ${kilobytes(bundle.file)}`,
        against: `${Math.min(...theirs).toFixed(0)} ms, ${kilobytes(rival)}: only ${clients.join(', ') || 'an empty module'}`,
        // Loading is the same work every time, and whatever else the machine does only adds to it.
        ratio: Math.min(...ours) / Math.min(...theirs),
        aim: 'at most 1.3',
      })
    }
    return lines
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const kilobytes = (file: string): string => `${Math.round(statSync(file).size / 1000)} kB`

/**
 * From before the first import to after the last, in ms of CPU, in a process of its own: unlike the time that
 * passes, it hardly depends on what else runs on the machine.
 */
function milliseconds(file: string, environment: Readonly<Record<string, string>>): number {
  const script = `const began = process.cpuUsage(); await import(${JSON.stringify(file)}); const { user, system } = process.cpuUsage(began); console.log((user + system) / 1000); process.exit(0)`
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: { ...environment, AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench' },
  })
  if (status !== 0) throw new Error(`${relative(house, file)} does not load: ${stderr}`)
  return Number(stdout.trim().split('\n').at(-1))
}

/** Bundles exactly the clients and commands that a function's own sources import, each client made once. */
async function clientsAlone(entry: string, outfile: string): Promise<readonly string[]> {
  const policyFile = join(house, 'demo/policy.json')
  const asDeployed = options(policyFile)
  const { metafile } = await build({
    ...asDeployed,
    entryPoints: [entry],
    write: false,
    metafile: true,
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
    ...asDeployed,
    // The SDK's own search for credentials too: leaving it out is ours.
    alias: { '#policy': policyFile },
    entryPoints: [source],
    outfile,
    nodePaths: [join(house, 'node_modules')],
  })
  return [...names.keys()].map((client) => client.replace('@aws-sdk/client-', ''))
}

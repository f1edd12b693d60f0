import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const house = join(import.meta.dirname, '..')

/** Everything that can change what is synthesized. */
const inputs = [
  '{policy,domain,letters,intake,adapters,systems,package,functions,workflows,infra,web}/**/*',
  'demo/policy.ts',
  'cdk.json',
  'package-lock.json',
  'tsconfig.json',
]

/**
 * Synthesizes the CDK app into a folder; skipped when nothing changed since it was last done.
 * @param policy path of another policy than the demo's @throws when cdk fails
 */
export async function synthesize(folder: string, progress: (line: string) => void, policy?: string): Promise<void> {
  const note = join(folder, 'inputs.sha256')
  const now = fingerprint()
  if (existsSync(join(folder, 'manifest.json')) && existsSync(note) && readFileSync(note, 'utf8') === now) return
  progress('Synthesizing the CDK app into cdk.out')
  await run(join(house, 'node_modules', '.bin', 'cdk'), [
    ...['synth', '--quiet', '--output', folder],
    ...(policy === undefined ? [] : ['-c', `policy=${policy}`]),
  ])
  writeFileSync(note, now)
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of globSync(inputs, { cwd: house, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort())
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** Runs a tool with this project's own Node first; its output is shown only when it fails. */
async function run(tool: string, args: readonly string[]): Promise<void> {
  const child = spawn(tool, args, {
    cwd: house,
    env: { ...process.env, PATH: `${join(house, 'node_modules', '.bin')}:${process.env.PATH ?? ''}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)))
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Error(`cdk synth failed:\n${said}`)
}

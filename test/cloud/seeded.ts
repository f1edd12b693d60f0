import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openOffice } from '../../demo/office.ts'
import { synthesize } from '../../demo/synthesize.ts'
import { alone } from '../alone.ts'
import { quickFolder } from '../memory.ts'

const root = join(import.meta.dirname, '..', '..')
export const assembly = join(root, 'cdk.out')
const cache = join(root, 'node_modules', '.cache', 'oblige')

/**
 * A state folder with the demo company in it, before any request: a copy of one that is made once for each version of
 * the template and of the company's data, because filling the stores takes longer than most tests.
 */
export async function seededState(): Promise<string> {
  const made = await alone(join(cache, 'lock'), make)
  const folder = quickFolder('oblige-house-')
  cpSync(made, folder, { recursive: true })
  return folder
}

async function make(): Promise<string> {
  await synthesize(assembly, () => undefined)
  const made = join(cache, `house-${version()}`)
  if (existsSync(made)) return made
  for (const old of globSync(join(cache, 'house-*'))) rmSync(old, { recursive: true, force: true })
  const state = quickFolder('oblige-seed-')
  const office = await openOffice({ assembly, state })
  await office.cloud.clock.quiet()
  await office.stop()
  cpSync(state, `${made}.new`, { recursive: true })
  rmSync(state, { recursive: true })
  renameSync(`${made}.new`, made)
  return made
}

/** The template, the company's data and what keeps them. */
function version(): string {
  const hash = createHash('sha256')
  const files = globSync(['demo/**/*', 'local/**/*', 'cdk.out/inputs.sha256'], { cwd: root }).sort()
  for (const file of files.map((one) => join(root, one)).filter((one) => statSync(one).isFile()))
    hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

/**
 * `npm run promises`: every promise of the notice, the article behind it, and the tests that prove it; with `-- --write`
 * also policy/proofs.json, which the desk shows.
 */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { promises } from '../policy/promises.ts'

const house = join(import.meta.dirname, '..')
const listed = spawnSync(join(house, 'node_modules', '.bin', 'vitest'), ['list', '--json'], {
  cwd: house,
  encoding: 'utf8',
  // The list of all tests is longer than Node's default of 1 MiB allows for.
  maxBuffer: 64 * 1024 * 1024,
})
if (listed.status !== 0) {
  console.error(`The tests could not be collected:\n${listed.stderr}${listed.stdout}`)
  process.exit(1)
}
const tests = JSON.parse(listed.stdout) as ReadonlyArray<{ readonly name: string; readonly file: string }>

const unproven: string[] = []
const written: Record<string, Record<string, string>> = {}
for (const { id, title, sentence, ...law } of promises) {
  const mark = `${id}: `
  // vitest puts the names of the groups around a test before its own, as `group > test`.
  const proofs = tests
    .map(({ name, file }) => ({ name: name.split(' > ').at(-1) ?? name, file: relative(house, file) }))
    .filter(({ name }) => name.startsWith(mark))
  console.log(`${id} ${title}${'article' in law ? ` (${law.article})` : ''}: ${sentence}`)
  for (const { name, file } of proofs) console.log(`    ${name.slice(mark.length)}  [${file}]`)
  const inOrder = proofs.map(({ name, file }) => [name.slice(mark.length), file] as const).sort()
  written[id] = Object.fromEntries(inOrder)
  if (proofs.length === 0) {
    unproven.push(id)
    console.log('    no test proves this yet')
  }
}
console.log(`\n${promises.length - unproven.length} of ${promises.length} promises have tests that prove them`)
if (unproven.length > 0) console.log(`none yet: ${unproven.join(', ')}`)

if (process.argv.includes('--write'))
  writeFileSync(join(house, 'policy', 'proofs.json'), `${JSON.stringify(written, undefined, 2)}\n`)

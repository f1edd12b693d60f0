/**
 * `npm run bench`: ratios measured in one run, each against a named limit or rival; ends in about a minute.
 * `npm run bench -- --full` takes more people and more runs, one person with 100,000 rows, and
 * a copy of 5 GB, whose memory test/package/large.test.ts holds to 450 MB.
 * `npm run bench -- package [--full]` measures only how fast a copy of somebody's data is packed.
 * `npm run bench -- initialisation [--full]` measures only how long each bundled function takes to initialise.
 * `npm run bench -- inactivity [--full]` measures only the daily round of unused accounts (bench/inactivity.ts).
 * `npm run bench -- round [--full]` measures only one whole daily round (bench/round.ts).
 * `npm run bench -- desk [--full]` measures only the first page of the desk’s queue (bench/desk.ts).
 * `npm run bench -- pages [--full]` measures only what a phone loads and when it shows it (bench/pages.ts).
 * `npm run bench -- canary` measures only what a day of the synthetic person costs (bench/canary.ts).
 * `npm run bench -- intake [DIR…]` measures only how mails to info@ are understood (bench/intake.ts), with `--held-out`
 * those that the model never saw (bench/held-out.ts).
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { synthesize } from '../demo/synthesize.ts'
import { assembly } from '../test/cloud/seeded.ts'
import { canaryBench } from './canary.ts'
import { deployedIn } from './deployed.ts'
import { deskBench } from './desk.ts'
import { heldOutBench } from './held-out.ts'
import { inactivityBench } from './inactivity.ts'
import { initialisation } from './initialisation.ts'
import { intakeBench } from './intake.ts'
import { dollarsPerThousand, lifecycles } from './lifecycles.ts'
import { packaging } from './package.ts'
import { pagesBench } from './pages.ts'
import { roundBench } from './round.ts'
import { table } from './table.ts'

const full = process.argv.includes('--full')
const [named, ...folders] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
if (named === 'intake') {
  process.exit(await (process.argv.includes('--held-out') ? heldOutBench : intakeBench)(folders))
}
if (named === 'canary') {
  await canaryBench(full ? 10 : 3)
  process.exit()
}
if (named === 'inactivity' || named === 'round') {
  const { lines, held } = await (named === 'round' ? roundBench : inactivityBench)(full)
  console.log(table(lines))
  if (!held) console.error('NOT flat within a tenth, or not what the notice says.')
  process.exit(held ? 0 : 1)
}
if (named === 'desk' || named === 'pages') {
  const { lines, held } = await (named === 'desk' ? deskBench : pagesBench)(full)
  console.log(table(lines))
  process.exit(held ? 0 : 1)
}
if (named === 'package') {
  console.log(table(packaging(full)))
  process.exit()
}

const starts = () => initialisation(deployedIn(assembly), full ? 15 : 5)
if (named === 'initialisation') {
  await synthesize(assembly, console.log)
  console.log(table(await starts()))
  process.exit()
}

console.log('Whole lives of requests …')
const { line, bill } = await lifecycles(full ? 12 : 3)
console.log('Initialisation of the bundled functions …')
console.log(`\n${table([line, ...(await starts())])}`)
console.log('\nOne lifecycle, on average:')
for (const [what, amount] of Object.entries(bill)) console.log(`  ${what.padEnd(18)} ${amount.toFixed(2)}`)
const dollars = dollarsPerThousand(bill)
console.log('\nUS dollars for 1,000 lifecycles (list prices: bench/prices.ts):')
for (const [what, price] of dollars) console.log(`  ${what.padEnd(28)} ${price.toFixed(3)}`)
console.log(`  ${'all together'.padEnd(28)} ${[...dollars.values()].reduce((all, one) => all + one, 0).toFixed(2)}`)

if (full) {
  spawnSync(process.execPath, [join(import.meta.dirname, 'large-subject.ts')], { stdio: 'inherit' })
  const copy = spawnSync('vitest', ['run', 'test/package/large.test.ts'], {
    stdio: 'inherit',
    env: { ...process.env, COPY: 'full' },
  })
  process.exitCode = copy.status ?? 1
}

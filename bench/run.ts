/**
 * `npm run bench`: ratios measured in one run, each against a named limit or rival; ends in about a minute.
 * `npm run bench -- --full` takes more people and more runs, one person with 100,000 rows, and
 * a copy of 5 GB, whose memory test/package/large.test.ts holds to 450 MB.
 * `npm run bench -- package [--full]` measures only how fast a copy of somebody's data is packed.
 * `npm run bench -- inactivity [--full]` measures only the daily round of unused accounts (bench/inactivity.ts).
 * `npm run bench -- intake [DIR…]` measures only how mails to info@ are understood (bench/intake.ts), with `--held-out`
 * those that the model never saw (bench/held-out.ts).
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assembly } from '../test/cloud/seeded.ts'
import { heldOutBench } from './held-out.ts'
import { inactivityBench } from './inactivity.ts'
import { type Bundle, deployed, initialisation } from './initialisation.ts'
import { intakeBench } from './intake.ts'
import { dollarsPerThousand, lifecycles } from './lifecycles.ts'
import { packaging } from './package.ts'
import { table } from './table.ts'

const full = process.argv.includes('--full')
const [named, ...folders] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
if (named === 'intake') {
  process.exit(await (process.argv.includes('--held-out') ? heldOutBench : intakeBench)(folders))
}
if (named === 'inactivity') {
  const { lines, held } = await inactivityBench(full)
  console.log(table(lines))
  if (!held) console.error('NOT flat within a tenth, or not what the notice says.')
  process.exit(held ? 0 : 1)
}
if (named === 'package') {
  console.log(table(packaging(full)))
  process.exit()
}

console.log('Whole lives of requests …')
const { line, bill } = await lifecycles(full ? 12 : 3)
console.log('Initialisation of the bundled functions …')
const starts = await initialisation(bundles(), full ? 15 : 5)
console.log(`\n${table([line, ...starts])}`)
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

/** The functions of the synthesized template, by their assets. */
function bundles(): readonly Bundle[] {
  type Resource = { Type: string; Properties: Record<string, unknown>; Metadata?: Record<string, string> }
  const { Resources } = JSON.parse(readFileSync(join(assembly, 'Oblige.template.json'), 'utf8')) as {
    Resources: Record<string, Resource>
  }
  return Object.values(Resources)
    .filter(
      ({ Type, Properties }) => Type === 'AWS::Lambda::Function' && String(Properties.Runtime).startsWith('nodejs24'),
    )
    .flatMap(({ Metadata = {}, Properties }) => {
      const asset = Metadata['aws:asset:path']
      const path = Metadata['aws:cdk:path'] ?? ''
      const { Variables = {} } = (Properties.Environment ?? {}) as { Variables?: Record<string, unknown> }
      // CDK's own providers are not ours to measure.
      if (!asset || !path.endsWith('/Function/Resource')) return []
      const environment = Object.fromEntries(
        Object.entries(Variables).map(([name, value]) => [name, typeof value === 'string' ? value : 'bench']),
      )
      const name = nameIn(path)
      return [{ name, file: deployed(join(assembly, asset)), entry: entryOf(name, environment), environment }]
    })
}

/** `Oblige/Api/submit/Function/Resource` is submit. */
function nameIn(path: string): string {
  return (path.split('/').at(-3) ?? path).toLowerCase()
}

function entryOf(name: string, environment: Readonly<Record<string, string>>): string {
  const house = join(import.meta.dirname, '..')
  const kinds: Record<string, string> = { accounts: 'dynamodb', files: 's3', business: 'postgresql' }
  return environment.SYSTEM
    ? join(house, 'functions', 'system', `${kinds[environment.SYSTEM]}.ts`)
    : join(house, 'functions', name, 'handler.ts')
}

import { parseArgs } from 'node:util'
import { codeOf, type Releases } from './bundle.ts'
import { bundles } from './cloud.ts'
import { policy } from './company.ts'
import { type Deliberate, deliberate } from './deliberate.ts'
import { type Result, run, type Setting } from './run.ts'
import { shrunk } from './shrink.ts'
import { kinds } from './weather.ts'

const usage = `npm run simulate -- [options]
  --seeds N     how many runs, each with its own seed (10)
  --from SEED   the first of them, a number (1)
  --people N    people of a run (10)
  --days N      days in which they have their wishes (30); each run goes on for 82 days after them
  --fault NAME  with a deliberate fault in the product's sources
  --faults      tries every deliberate fault (or those of --fault A,B), and prints how many seeds it took to catch each
  --trace       prints everything that was asked of a service, and answered
  --story       prints what happened in words, also of runs in which all held
  --whole       does not shrink the run that failed`

const { values } = parseArgs({
  options: {
    ...{ seeds: { type: 'string', default: '10' }, from: { type: 'string', default: '1' } },
    ...{ people: { type: 'string', default: '10' }, days: { type: 'string', default: '30' } },
    ...{ fault: { type: 'string' }, faults: { type: 'boolean' }, trace: { type: 'boolean' } },
    ...{ story: { type: 'boolean' }, whole: { type: 'boolean' }, help: { type: 'boolean' } },
  },
})
const number = (name: 'seeds' | 'from' | 'people' | 'days'): number => {
  const given = Number(values[name])
  if (!Number.isSafeInteger(given) || given < 1)
    throw new Error(`--${name} is a whole number, not ${values[name]}\n\n${usage}`)
  return given
}

/** In a process of its own: it takes over clock, timers and randomness. */
async function main(): Promise<boolean> {
  if (values.help) {
    console.log(usage)
    return true
  }
  return values.faults ? await everyFault() : await seeds(await releasesWith(faultOf(values.fault)))
}

/** A fault that comes with a deployment is not in what was there before it. */
async function releasesWith(fault: Deliberate | undefined): Promise<Releases> {
  const next = await codeOf(bundles, policy, fault?.changes)
  return { first: fault?.since === 'deployment' ? await codeOf(bundles, policy) : next, next }
}

function faultOf(name: string | undefined): Deliberate | undefined {
  if (name === undefined) return undefined
  const found = deliberate.find((one) => one.name === name)
  if (!found) throw new Error(`no deliberate fault is called ${name}: ${deliberate.map((one) => one.name).join(', ')}`)
  return found
}

const settingOf = (seed: number): Setting => ({
  seed: String(seed),
  people: Array.from({ length: number('people') }, (_, n) => n),
  days: number('days'),
})

async function seeds(releases: Releases): Promise<boolean> {
  const sums = { people: 0, requests: 0, calls: 0, faults: 0 }
  const began = performance.now()
  for (let seed = number('from'); seed < number('from') + number('seeds'); seed++) {
    const result = await run(settingOf(seed), releases, values.trace ? console.log : undefined)
    if (values.story && !result.violation) for (const line of result.story) console.log(line)
    if (result.violation) {
      console.log(`seed ${seed} fails: ${result.violation.message}`)
      await explained(settingOf(seed), result, releases)
      return false
    }
    sums.people += number('people')
    sums.requests += Object.values(result.requests).reduce((sum, one) => sum + one, 0)
    sums.calls += result.calls
    sums.faults += result.faults
    console.log(`seed ${seed} holds: ${inWords(result)}`)
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  console.log(
    `${number('seeds')} runs hold: ${sums.people} people, ${sums.requests} requests, ${sums.calls} calls of services, ${sums.faults} of them with a fault, in ${seconds} s`,
  )
  return true
}

const inWords = ({ requests, calls, faults, trace }: Result): string =>
  `${Object.entries(requests)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([status, count]) => `${count} ${status}`)
    .join(', ')}; ${calls} calls, ${faults} faults, trace ${trace.slice(0, 12)}`

async function explained(setting: Setting, result: Result, releases: Releases): Promise<void> {
  const { found, tries } = values.whole
    ? { found: { setting, result }, tries: 0 }
    : await shrunk(setting, result, releases)
  const { setting: small, result: last } = found
  console.log(
    `\nShrunk in ${tries} runs to ${small.people.length} of ${setting.people.length} people${small.people.length > 20 ? '' : ` (${small.people.join(', ')})`}, with ${kinds.filter((kind) => last.weather[kind] > 0).join(', ') || 'no faults'}, calm from day ${small.calmFrom ?? 'the end'}:\n`,
  )
  for (const line of last.story) console.log(line)
}

async function everyFault(): Promise<boolean> {
  let all = true
  const wanted = values.fault?.split(',')
  for (const fault of deliberate) {
    const { name, what } = fault
    if (wanted && !wanted.includes(name)) continue
    const releases = await releasesWith(fault)
    let caught: string | undefined
    let seed = number('from')
    for (; seed < number('from') + number('seeds') && caught === undefined; seed++)
      caught = (await run(settingOf(seed), releases)).violation?.rule
    all &&= caught !== undefined
    console.log(
      `| ${name} | ${what} | ${caught === undefined ? 'not caught' : `${seed - number('from')}`} | ${caught ?? ''} |`,
    )
  }
  return all
}

process.exitCode = (await main()) ? 0 : 1
process.exit()

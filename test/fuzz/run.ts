/** `npm run fuzz -- [--runs N] [--seed S]`: hostile calls of every operation against a house of its own. */
import { parseArgs } from 'node:util'
import { openHouse } from '../cloud/house.ts'
import { Fuzzed } from './fuzzed.ts'

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } })
const runs = Number(values.runs ?? 2000)
const seed = Number(values.seed ?? Date.now() % 2 ** 31)
console.log(`${runs} calls from seed ${seed}`)
const house = await openHouse()
try {
  const fuzzed = new Fuzzed(house)
  await fuzzed.prepare()
  const began = performance.now()
  const { calls, statuses } = await fuzzed.run(runs, seed)
  const seconds = (performance.now() - began) / 1000
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`)
  console.log(`${calls} calls in ${seconds.toFixed(0)} s, nothing failed or told: ${counts.join(', ')}`)
} finally {
  await house.close()
}

/**
 * `node bench/copies.ts [PEOPLE]`: copies on the local cloud, from the form to the deletion: how long one takes, and what
 * AWS would bill for it. What a copy's bytes cost in time and memory is measured by bench/package.ts.
 */
import { inventCompany } from '../demo/company/invent.ts'
import policy from '../demo/policy.ts'
import { openHouse } from '../test/cloud/house.ts'
import { Person } from '../test/cloud/person.ts'
import { billOf, counting, dollarsPerThousand } from './lifecycles.ts'

const people = Number(process.argv[2] ?? 3)
// The rounds of these days are there whether anybody asks or not: they are measured apart (bench/round.ts).
const house = await openHouse({ asleep: /./ })
try {
  const addresses = [...new Set(inventCompany().accounts.map(({ email }) => email))].slice(0, people)
  const called = counting(house)
  const seconds: number[] = []
  const sizes: number[] = []
  for (const address of addresses) {
    const person = new Person(house.cloud, address)
    const reference = await person.asks('access')
    const confirm = await person.link(reference)
    const began = performance.now()
    await person.presses(confirm, 'confirm')
    const link = await person.link(reference)
    seconds.push((performance.now() - began) / 1000)
    sizes.push((await person.sees(link)).copy?.bytes ?? 0)
    const { status } = await person.fetches(link)
    if (status !== 200) throw new Error(`a copy was answered with ${status}`)
  }
  await house.cloud.clock.advance(policy.periods.package)
  await house.cloud.clock.advance('PT1H')
  const bill = billOf(house, called, people, 7)
  const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
  console.log(
    `${people} copies of ${Math.round(median(sizes) / 1000)} kB each (median), from the button to the mail: ${median(seconds).toFixed(1)} s (median)`,
  )
  console.log('\nOne copy, on average:')
  for (const [what, amount] of Object.entries(bill)) console.log(`  ${what.padEnd(18)} ${amount.toFixed(2)}`)
  const dollars = dollarsPerThousand(bill)
  console.log('\nUS dollars for 1,000 copies (list prices: bench/prices.ts):')
  for (const [what, price] of dollars) console.log(`  ${what.padEnd(28)} ${price.toFixed(3)}`)
  console.log(`  ${'all together'.padEnd(28)} ${[...dollars.values()].reduce((all, one) => all + one, 0).toFixed(2)}`)
} finally {
  await house.close()
}

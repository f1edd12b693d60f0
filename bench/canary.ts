/** `npm run bench -- canary`: what AWS would bill for a day of the synthetic person, on the local cloud. */
import { openHouse } from '../test/cloud/house.ts'
import { canaryComes } from '../test/cloud/synthetic-person.ts'
import { billOf, counting, dollarsPerThousand } from './lifecycles.ts'

/** API requests of a day: the form, two buttons, and five looks at pages. */
const apiRequests = 8

export async function canaryBench(days: number): Promise<void> {
  // Without the rounds of these days: they are there whether it comes or not.
  const house = await openHouse({ asleep: /./ })
  try {
    const called = counting(house)
    for (let day = 0; day < days; day++) {
      const { status } = await canaryComes(house, 1)
      if (status !== 'SUCCEEDED') throw new Error(`a synthetic person ended ${status}`)
    }
    const bill = billOf(house, called, days, apiRequests)
    console.log('One day of the synthetic person, on average:')
    for (const [what, amount] of Object.entries(bill)) console.log(`  ${what.padEnd(18)} ${amount.toFixed(2)}`)
    const all = [...dollarsPerThousand(bill).values()].reduce((sum, one) => sum + one, 0)
    console.log(
      `\nUS dollars (list prices: bench/prices.ts): ${(all / 1000).toFixed(4)} a day, ${((all * 30) / 1000).toFixed(2)} a month`,
    )
  } finally {
    await house.close()
  }
}

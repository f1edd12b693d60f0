/**
 * `npm run kill -- [--times 50] [--seed S] [--people N]`: the demo company with people who ask, confirm, have things back and
 * withdraw while time passes, killed with SIGKILL at moments that chance takes from the seed, and started again on what is left.
 * At the end 75 days pass, and everything is compared with what everybody was answered. Ends with 1 when something is wrong.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openHouse } from '../cloud/house.ts'
import { somebody } from '../cloud/person.ts'
import { assembly, seededState } from '../cloud/seeded.ts'
import { temporaryFolder } from '../temporary.ts'
import { Asker, type Wish, wishes } from './asker.ts'
import { Dice } from './dice.ts'
import { endsOf } from './ends.ts'
import { Lives, Over } from './lives.ts'

const { values } = parseArgs({
  options: { times: { type: 'string', default: '50' }, seed: { type: 'string' }, people: { type: 'string' } },
})
const times = Number(values.times)
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 32))
const people = Number(values.people ?? Math.max(8, times))
if (![times, seed, people].every((one) => Number.isInteger(one) && one >= 0) || people > 150)
  throw new Error('npm run kill -- [--times N] [--seed N] [--people N, at most 150]')
console.log(`${times} kills, ${people} people, seed ${seed}`)

const folder = temporaryFolder()
const state = await seededState()
const dice = new Dice(seed)
const began = performance.now()
let code = 1
try {
  code = await story()
} finally {
  rmSync(state, { recursive: true, force: true })
}
process.exit(code)

async function story(): Promise<number> {
  const lives = new Lives(assembly, state, join(folder, 'house.log'))
  const everyWish = Object.keys(wishes) as Wish[]
  const askers = Array.from({ length: people }, (_, n) => {
    // Every wish as often as the others; chance says in which order.
    const wish = everyWish[n % everyWish.length] as Wish
    return new Asker(somebody(n), wish, lives, new Dice(dice.between(0, 2 ** 32 - 1)))
  })
  const seeing = await openHouse({ state })
  const before = new Map<string, unknown>()
  for (const { address, accounts } of askers) before.set(address, await seeing.sees(accounts))
  await seeing.close({ keep: true })

  const unborn = [...askers]
  const living: Promise<void>[] = []
  const problems: string[] = []
  const come = (n: number) => {
    for (const asker of unborn.splice(0, n))
      living.push(
        asker.live().catch((error) => {
          if (!(error instanceof Over)) problems.push(`${asker.wish}: ${error}`)
        }),
      )
  }
  const moves = async (hours: number) => {
    try {
      const { control } = await lives.where()
      const body = JSON.stringify({ to: `PT${hours}H` })
      await fetch(`${control}/clock/advance`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    } catch {
      // It died on the way: as far as it came.
    }
  }
  for (let n = 1; n <= times; n++) {
    const opens = lives.begin()
    come(Math.ceil(people / Math.max(1, times * 0.9)))
    const [kind, ms, hop] = [dice.next(), dice.between(100, 6000), dice.between(1, 20)]
    // One in eight dies while it opens.
    if (kind < 0.125) {
      await Promise.race([opens, pause(ms)])
    } else {
      await opens
      if (kind > 0.5) pause(ms / 2).then(() => moves(hop))
      await pause(ms)
    }
    await lives.kill()
    await opens
    const left = askers.length - unborn.length
    console.log(`${n}: killed ${kind < 0.125 ? 'while it opened' : `after ${ms} ms`}; ${left} people have come`)
  }
  await lives.begin()
  come(unborn.length)
  // Where a call died that worked in a system, its lease ends by time alone, and the machine tries again later and later.
  let isOver = false
  const all = Promise.all(living).then(() => {
    isOver = true
  })
  for (let hours = 0; hours < 48 && !isOver; hours++) {
    await Promise.race([all, pause(5000)])
    if (!isOver) await moves(1)
  }
  if (!isOver) problems.push('somebody never came to an end, in two days')
  lives.end()
  await lives.kill()

  const house = await openHouse({ state })
  try {
    await house.passes('P1D')
    await house.passes('P75D')
    const { wrong, again, letters } = await endsOf(house, askers, before)
    const found = [...problems, ...wrong]
    for (const line of found) console.log(`WRONG: ${line}`)
    const asks = askers.reduce((sum, { accepted, done }) => sum + accepted.length + done.length, 0)
    const lost = askers.reduce((sum, { unanswered }) => sum + unanswered, 0)
    console.log(
      `${times} kills, ${asks} asks and presses that were answered, ${lost} whose answer was lost; ${letters} letters, ` +
        `${again} of them sent once more; ${found.length} wrong; ${Math.round((performance.now() - began) / 1000)} s; seed ${seed}`,
    )
    return found.length === 0 ? 0 : 1
  } finally {
    await house.close({ keep: true })
  }
}

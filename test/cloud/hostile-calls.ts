import { expect, test } from 'vitest'
import { Fuzzed } from '../fuzz/fuzzed.ts'
import { house } from './one-house.ts'

/** Calls of this sample, and their seed; `npm run fuzz` sends as many as wanted, from any. */
const [sample, seed] = [150, 20_260_301]

test('whatever is sent to the API, in whoever’s name: nothing fails, and nobody learns of the inside or of somebody else', async () => {
  const fuzzed = new Fuzzed(house)
  await fuzzed.prepare()
  const { calls, statuses } = await fuzzed.run(sample, seed)
  expect(calls).toBe(sample)
  // They get past the door: some are carried out, most are refused.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 404]))
}, 240_000)

import assert from 'node:assert/strict'
import type { System } from '../contract.ts'
import type { Law } from './laws.ts'
import { handled, slice, untilDone, type World } from './world.ts'

const reference = 'OB-TEST-0011'

/** Makes a law of a sentence and its proof. */
type Lawful = (name: string, proof: (system: System) => Promise<void>) => Law

/** Laws of what the application writes over a restricted record. */
export function overwriting(world: World, law: Lawful): readonly Law[] {
  const { overwrite } = world
  if (!overwrite) return []
  return [
    law('what the application writes over a restricted record never stands for it', async (system) => {
      const before = await world.seen(world.subject)
      await system.restrict(world.subject, slice(reference))
      await overwrite()
      await system.restrict(world.subject, slice(reference))
      assert.deepEqual(await world.seen(world.subject), [])
      await overwrite()
      await system.release(world.subject, slice(reference))
      assert.deepEqual(sorted(await world.seen(world.subject)), sorted(before))
    }),
  ]
}

/** Laws of corrections. */
export function correcting(world: World, law: Lawful): readonly Law[] {
  const { correction, completion, subject } = world
  const nowhere = { category: world.erased, field: 'no-such-field', value: 'x' }
  const elsewhere = { category: 'no-such-category', field: 'x', value: 'x' }
  const refusal = law('a correction of what is not there is refused', async (system) => {
    const before = await world.seen(subject)
    const { receipts } = await system.rectify(subject, [nowhere, elsewhere], slice(reference))
    assert.deepEqual(receipts, [
      { category: world.erased, field: 'no-such-field', outcome: 'not-found', count: 0 },
      { category: 'no-such-category', field: 'x', outcome: 'not-found', count: 0 },
    ])
    assert.deepEqual(sorted(await world.seen(subject)), sorted(before))
  })
  if (!correction) return [refusal]
  return [
    refusal,
    law('a correction reaches live and restricted records alike', async (system) => {
      const live = await system.rectify(subject, [correction, nowhere], slice(reference))
      const corrected = await world.seen(subject)
      assert.ok(corrected.some((record) => record.includes(correction.value)))
      assert.deepEqual(
        live.receipts.map((receipt) => receipt.outcome),
        ['done', 'not-found'],
      )

      await world.seed()
      await system.restrict(subject, slice(reference))
      const hidden = await untilDone((s) => system.rectify(subject, [correction], s), reference)
      assert.equal(handled(hidden, correction.category), live.receipts[0]?.count)
      await system.release(subject, slice(reference))
      assert.deepEqual(sorted(await world.seen(subject)), sorted(corrected))
    }),
    law('a correction that is asked for twice is one, and says the same of it', async (system) => {
      const first = await system.rectify(subject, [correction], slice(reference))
      const corrected = await world.seen(subject)
      assert.deepEqual(await system.rectify(subject, [correction], slice(reference)), first)
      assert.deepEqual(sorted(await world.seen(subject)), sorted(corrected))
    }),
    ...(completion
      ? [
          law('what is incomplete is completed, live and restricted, where the policy says so', async (system) => {
            const missing = (records: readonly string[]) =>
              records.filter((one) => !one.includes(completion.value)).length
            const before = missing(await world.seen(subject))
            const { receipts } = await system.rectify(subject, [completion], slice(reference))
            assert.ok((receipts[0]?.count ?? 0) > 0)
            assert.equal(missing(await world.seen(subject)), before - (receipts[0]?.count ?? 0))
            await world.seed()
            await system.restrict(subject, slice(reference))
            await system.rectify(subject, [completion], slice(reference))
            await system.release(subject, slice(reference))
            assert.equal(missing(await world.seen(subject)), before - (receipts[0]?.count ?? 0))
          }),
        ]
      : []),
  ]
}

const sorted = (records: readonly string[]): readonly string[] => [...records].sort()

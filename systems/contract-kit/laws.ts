import assert from 'node:assert/strict'
import type { Finding, Progress, Receipt, System } from '../contract.ts'
import { correcting, overwriting } from './changes.ts'
import { crashLaws } from './crashes.ts'
import { Fuse } from './fuse.ts'
import { exception, handled, slice, untilDone, type World } from './world.ts'

/** A sentence that is true of every system, and its proof; give both to the test runner of your choice. */
export type Law = { readonly name: string; prove(): Promise<void> }

const reference = 'OB-TEST-0001'

/** Every law of the contract for one kind of system. Each proof seeds its own world; run them one after the other. */
export function laws(world: World): readonly Law[] {
  const law = (name: string, proof: (system: System) => Promise<void>): Law => ({
    name,
    async prove() {
      await world.seed()
      await proof(unfailing(world.system(new Fuse(), 2)))
    },
  })
  const once = slice(reference)
  const seen = () => world.seen(world.subject)

  return [
    law('what a person has is found, live and nothing restricted', async (system) => {
      for (const { live, restricted } of await system.find(world.subject)) {
        assert.ok(live >= 3)
        assert.equal(restricted, 0)
      }
    }),
    law('after a restriction the application sees nothing, and what is restricted is found', async (system) => {
      const before = await system.find(world.subject)
      const { receipts, next } = await system.restrict(world.subject, once)
      assert.equal(next, undefined)
      assert.deepEqual(await seen(), [])
      const after = await system.find(world.subject)
      assert.deepEqual(byCategory(after), byCategory(before.map((f) => ({ ...f, live: 0, restricted: f.live }))))
      assert.deepEqual(outcomes(receipts), outcomes(before.map((f) => done(f.category, f.live))))
    }),
    law('a restriction that is asked for twice happens once', async (system) => {
      await system.restrict(world.subject, once)
      const found = await system.find(world.subject)
      const again = await system.restrict(world.subject, once)
      assert.deepEqual(outcomes(again.receipts), outcomes(found.map((f) => done(f.category, 0))))
      assert.deepEqual(await system.find(world.subject), found)
    }),
    law('what is restricted lies nowhere open', async (system) => {
      assert.ok((await seen()).some((record) => record.includes(world.canary)))
      await system.restrict(world.subject, once)
      assert.ok(!(await world.vault()).includes(world.canary))
    }),
    law('a release gives everything back byte for byte', async (system) => {
      const before = await seen()
      await system.restrict(world.subject, once)
      const { receipts } = await system.release(world.subject, once)
      assert.deepEqual(sorted(await seen()), sorted(before))
      for (const receipt of receipts) assert.equal(receipt.outcome, 'done')
      for (const { restricted } of await system.find(world.subject)) assert.equal(restricted, 0)
    }),
    law('a release that is asked for twice, or without a restriction, changes nothing', async (system) => {
      const before = await seen()
      await system.release(world.subject, once)
      assert.deepEqual(sorted(await seen()), sorted(before))
      await system.restrict(world.subject, once)
      await system.release(world.subject, once)
      await system.release(world.subject, once)
      assert.deepEqual(sorted(await seen()), sorted(before))
    }),
    law('a release of another request gives nothing back', async (system) => {
      await system.restrict(world.subject, once)
      await system.release(world.subject, slice('OB-TEST-0002'))
      assert.deepEqual(await seen(), [])
    }),
    law('an erasure leaves nothing: not live, not restricted, not in the vault', async (system) => {
      await system.restrict(world.subject, once)
      const found = await system.find(world.subject)
      const { receipts } = await system.erase(world.subject, [], once)
      assert.deepEqual(await seen(), [])
      assert.deepEqual(outcomes(receipts), outcomes(found.map((f) => done(f.category, f.restricted))))
      assert.ok((await system.find(world.subject)).every((f) => f.live === 0 && f.restricted === 0))
      await system.release(world.subject, once)
      assert.deepEqual(await seen(), [])
    }),
    law('an erasure needs no restriction before it, and can be asked for twice', async (system) => {
      const found = await system.find(world.subject)
      const first = await system.erase(world.subject, [], once)
      assert.deepEqual(outcomes(first.receipts), outcomes(found.map((f) => done(f.category, f.live))))
      const second = await system.erase(world.subject, [], once)
      assert.ok(second.receipts.every((receipt) => receipt.outcome === 'not-found' && receipt.count === 0))
    }),
    law('what the application wrote after the restriction is found and erased too', async (system) => {
      await system.restrict(world.subject, once)
      await world.write()
      assert.equal((await seen()).length, 1)
      const live = (await system.find(world.subject)).reduce((sum, f) => sum + f.live, 0)
      assert.equal(live, 1)
      await system.erase(world.subject, [], once)
      assert.deepEqual(await seen(), [])
      assert.ok((await system.find(world.subject)).every((f) => f.live === 0 && f.restricted === 0))
    }),
    law('what the application wrote after the restriction stays after a release', async (system) => {
      const before = await seen()
      await system.restrict(world.subject, once)
      await world.write()
      await system.release(world.subject, once)
      assert.equal((await seen()).length, before.length + 1)
    }),
    law('what a law keeps stays restricted, by its exception and with its number', async (system) => {
      await system.restrict(world.subject, once)
      const number = of(await system.find(world.subject), world.kept)?.restricted ?? 0
      const { receipts } = await system.erase(world.subject, exception(world.kept), once)
      const kept = receipts.filter((receipt) => receipt.category === world.kept)
      assert.deepEqual(kept, [{ category: world.kept, outcome: 'kept', count: number, exception: 'kept-by-law' }])
      assert.ok(number > 0)
      const again = await system.erase(world.subject, exception(world.kept), once)
      assert.equal(again.receipts.find((receipt) => receipt.category === world.kept)?.count, number)
      for (const { category, live, restricted } of await system.find(world.subject)) {
        assert.equal(live, 0)
        assert.equal(restricted, category === world.kept ? number : 0)
      }
      assert.deepEqual(await seen(), [])
    }),
    law('what a law keeps is hidden by the erasure when nothing had hidden it before', async (system) => {
      const number = of(await system.find(world.subject), world.kept)?.live ?? 0
      const { receipts } = await system.erase(world.subject, exception(world.kept), once)
      assert.equal(receipts.find((receipt) => receipt.category === world.kept)?.count, number)
      assert.deepEqual(await seen(), [])
    }),
    law('slices of one batch each carry every verb out, and their receipts add up', async (system) => {
      const before = await seen()
      const found = await system.find(world.subject)
      const restricted = await untilDone((s) => system.restrict(world.subject, s), reference)
      assert.ok(restricted.length >= found.length)
      const released = await untilDone((s) => system.release(world.subject, s), reference)
      assert.deepEqual(sorted(await seen()), sorted(before))
      const erased = await untilDone((s) => system.erase(world.subject, [], s), reference)
      for (const { category, live } of found)
        for (const all of [restricted, released, erased]) assert.equal(handled(all, category), live)
    }),
    law("nobody else's records are touched by any verb", async (system) => {
      const theirs = await world.seen(world.other)
      await system.restrict(world.subject, once)
      await system.release(world.subject, once)
      if (world.correction) await system.rectify(world.subject, [world.correction], once)
      await system.erase(world.subject, [], once)
      assert.ok(theirs.length > 0)
      assert.deepEqual(sorted(await world.seen(world.other)), sorted(theirs))
    }),
    law('of somebody unknown nothing is found, and every verb says so', async (system) => {
      assert.ok((await system.find(world.nobody)).every((f) => f.live === 0 && f.restricted === 0))
      const run: readonly Progress[] = [
        await system.restrict(world.nobody, once),
        await system.release(world.nobody, once),
        await system.erase(world.nobody, exception(world.kept), once),
        await system.erase({ keys: {} }, [], once),
      ]
      for (const { receipts } of run) {
        assert.ok(receipts.length > 0)
        assert.ok(receipts.every((receipt) => receipt.outcome === 'not-found' && receipt.count === 0))
      }
    }),
    law('an export holds live and restricted records alike', async (system) => {
      const live = await exported(system, world)
      await system.restrict(world.subject, once)
      assert.deepEqual(await exported(system, world), live)
      assert.equal(
        live.length,
        (await system.find(world.subject)).reduce((sum, f) => sum + f.restricted, 0),
      )
    }),
    law('an export that stops after any batch goes on from there: every record once', async (system) => {
      await system.restrict(world.subject, { ...once, enough: () => true })
      const whole = await exported(system, world)
      const pieces: string[] = []
      let from: string | undefined
      do {
        const piece = await firstBatch(system, world, from)
        pieces.push(...piece.records)
        from = piece.next
      } while (from !== undefined)
      assert.deepEqual(sorted(pieces), whole)
    }),
    ...overwriting(world, law),
    ...correcting(world, law),
    ...crashLaws(world.small ?? world),
  ]
}

const done = (category: string, count: number): Receipt => ({ category, outcome: 'done', count })
const sorted = (records: readonly string[]): readonly string[] => [...records].sort()
const byCategory = (found: readonly Finding[]) => new Map(found.map((finding) => [finding.category, finding]))
const outcomes = (receipts: readonly Receipt[]) => new Map(receipts.map((receipt) => [receipt.category, receipt]))
const of = (found: readonly Finding[], category: string) => found.find((finding) => finding.category === category)

async function exported(system: System, world: World): Promise<readonly string[]> {
  const records: string[] = []
  for await (const { next: _, ...record } of system.export(world.subject)) records.push(JSON.stringify(record))
  return sorted(records)
}

async function firstBatch(system: System, world: World, from?: string) {
  const records: string[] = []
  for await (const { next, ...record } of system.export(world.subject, from)) {
    records.push(JSON.stringify(record))
    if (next !== undefined) return { records, next }
  }
  return { records }
}

/** A system of which no law expects a failure: a failed category ends the proof with its reason. */
function unfailing(system: System): System {
  const fine = async (progress: Promise<Progress>) => {
    const { receipts, ...rest } = await progress
    assert.deepEqual(
      receipts.filter((receipt) => receipt.outcome === 'failed'),
      [],
      'no category fails',
    )
    return { ...rest, receipts }
  }
  return {
    find: (subject) => system.find(subject),
    export: (subject, from) => system.export(subject, from),
    restrict: (subject, s) => fine(system.restrict(subject, s)),
    release: (subject, s) => fine(system.release(subject, s)),
    rectify: (subject, corrections, s) => fine(system.rectify(subject, corrections, s)),
    erase: (subject, except, s) => fine(system.erase(subject, except, s)),
  }
}

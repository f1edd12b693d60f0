import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from '../../domain/decide.ts'
import { brokenAt } from '../../domain/history.ts'
import { leadsTo } from '../../domain/lifecycle.ts'
import { isClosed, type Request } from '../../domain/request.ts'
import type { Step } from '../../domain/step.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import {
  begun,
  certified,
  confirmed,
  eraseNowAsked,
  momentReached,
  other,
  receivedAt,
  restoreAsked,
  shifted,
  told,
} from './sample.ts'

const down = fc.subarray(Object.keys(policy.systems))
const settled = (type: 'restriction-settled' | 'erasure-settled' | 'release-settled') =>
  down.map((outstanding) => ({ type, outstanding }))

/** Everything that can ever reach a request, in any order, the likely ways more often than the others. */
const event = fc.oneof(
  fc.constantFrom(momentReached, momentReached, restoreAsked, eraseNowAsked, certified, told),
  settled('restriction-settled'),
  settled('erasure-settled'),
  settled('release-settled'),
  fc.constantFrom(
    confirmed,
    { type: 'confirmed' as const, found: 'nobody' as const, firstReceivedAt: receivedAt },
    { type: 'confirmed' as const, found: { duplicateOf: other }, firstReceivedAt: receivedAt },
  ),
  fc.constant({ type: 'asked-again' as const, linkUntil: instant('2026-03-01T00:00:00Z') }),
)
/** Waits of a second up to twelve days between one event and the next, often none. */
const wait = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 * 86_400 }))
const happenings = fc.array(fc.record({ event, wait }), { maxLength: 40, size: 'max' })

type Run = { readonly steps: readonly Step[] }

function lived(life: ReadonlyArray<{ event: Parameters<typeof decide>[1]; wait: number }>): Run {
  const confirming = { event: confirmed, wait: 60 }
  const steps = [begun()]
  let now: Instant = receivedAt
  // Half of what is generated would otherwise stay unverified for ever.
  const all = life.length % 2 === 0 ? [confirming, ...life] : life
  for (const { event: next, wait: seconds } of all) {
    now = shifted(now, seconds * 1000)
    const decision = decide((steps.at(-1) as Step).request, next, policy, now)
    if (decision.kind === 'step') steps.push(decision)
  }
  return { steps }
}

const always = (property: (run: Run) => void, numRuns = 2000) =>
  fc.assert(
    fc.property(happenings, (life) => property(lived(life))),
    { numRuns },
  )
const becameErasing = ({ steps }: Run) =>
  steps.find(({ before, request }) => before.status !== 'erasing' && request.status === 'erasing')

promise(
  'N4',
  'whatever happens in whatever order, nothing is erased before the grace period ends unless the person said so',
  () => {
    let seen = { byTime: 0, byWish: 0 }
    always((run) => {
      const claim = becameErasing(run)
      if (!claim) return
      if (claim.before.status !== 'grace') throw new Error(`erasure claimed from ${claim.before.status}`)
      const byWish = claim.entry.event === 'erase-now-asked'
      expect(byWish || claim.entry.at >= claim.before.eraseAt).toBe(true)
      seen = { byTime: seen.byTime + (byWish ? 0 : 1), byWish: seen.byWish + (byWish ? 1 : 0) }
    })
    expect(Math.min(seen.byTime, seen.byWish)).toBeGreaterThan(10)
  },
)

promise('N5', 'whatever happens in whatever order, what is being restored is never erased', () => {
  let restored = 0
  always((run) => {
    const at = run.steps.findIndex(({ request }) => request.status === 'restoring')
    if (at < 0) return
    restored++
    for (const { request } of run.steps.slice(at)) expect(['restoring', 'restored']).toContain(request.status)
  })
  expect(restored).toBeGreaterThan(100)
})

promise(
  'N11',
  'whatever happens in whatever order, a recipient is told of each act once at most, and of an erasure or a release when it is finished',
  () => {
    always(({ steps }) => {
      const told = steps.flatMap(({ effects, request }) =>
        effects.flatMap((effect) => (effect.kind === 'notice' ? [`${effect.act} in ${request.status}`] : [])),
      )
      expect(new Set(told).size).toBe(told.length)
      for (const one of told) expect(['restrict in grace', 'release in restored', 'erase in erased']).toContain(one)
    })
  },
)

test('whatever happens, each step is one version, one entry and a way of the table, and the chain stays whole', () => {
  always(({ steps }) => {
    for (const [i, step] of steps.entries()) {
      expect(step.request.version).toBe(i + 1)
      expect(step.request.historyLength).toBe(i + 1)
      expect(step.request.historyHash).toBe(step.entry.hash)
      const { event } = step.entry
      if (event === 'looked' || event === 'fetched' || event === 'wrote' || event === 'link-sent' || event === 'noted')
        expect(step.request.status).toBe(step.before.status)
      else if (event !== 'received' && event !== 'found-inactive' && event !== 'disclosure-asked')
        expect(leadsTo(step.before.status, event)).toContain(step.request.status)
    }
    expect(brokenAt(steps.map(({ entry }) => entry))).toBeUndefined()
  }, 500)
})

test('whatever happens, a closed request stays closed as it is, and loses nothing but its personal data', () => {
  always(({ steps }) => {
    const closed = steps.findIndex(({ request }) => isClosed(request))
    if (closed < 0) return
    const after: readonly Request[] = steps.slice(closed).map(({ request }) => request)
    expect(new Set(after.map(({ status }) => status)).size).toBe(1)
    expect(after.length).toBeLessThanOrEqual(2)
    if (after[1]) expect(after[1]).not.toHaveProperty('person')
  })
})

test('whatever happens, the dates of receipt, promise and erasure never change once the request is proven', () => {
  always(({ steps }) => {
    const proven = steps.map(({ request }) => request).filter((request) => 'eraseAt' in request)
    const dates = proven.map(({ receivedAt: at, promisedBy, eraseAt }) => `${at} ${promisedBy} ${eraseAt}`)
    expect(new Set(dates).size).toBeLessThanOrEqual(1)
  })
})

test('whatever happens, neither history nor effects hold anything of the person', () => {
  always(({ steps }) => {
    const written = JSON.stringify(steps.map(({ entry, effects }) => ({ entry, effects })))
    expect(written).not.toMatch(/quill|example\.org|a-17|keyed-hash/)
  }, 500)
})

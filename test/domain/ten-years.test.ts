import fc from 'fast-check'
import { expect } from 'vitest'
import { promise } from '../promise.ts'
import { type Deed, lived, promised, tenYears } from './ten-years.ts'

/** People who come often, seldom, or not for years; most only use their account. */
export const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.record({
    after: fc.oneof(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 150, max: 260 }),
      fc.integer({ min: 0, max: 500 }),
    ),
    what: fc.constantFrom<Deed['what']>('use', 'use', 'use', 'use', 'click', 'ask'),
    reportedAfter: fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 0, max: 220 })),
    twice: fc.boolean(),
  }),
  { maxLength: 40, size: 'max' },
)
/** Outages of a few days. */
export const missed = fc
  .array(fc.record({ from: fc.integer({ min: 0, max: tenYears }), days: fc.integer({ min: 1, max: 5 }) }), {
    maxLength: 60,
  })
  .map((all) => new Set(all.flatMap(({ from, days }) => Array.from({ length: days }, (_, n) => from + n))))

promise(
  'N6',
  'through ten years of use, late reports, wishes and missed rounds, every account comes to what the notice says',
  () => {
    const seen = { scheduled: 0, stays: 0, erased: 0 }
    fc.assert(
      fc.property(deeds, missed, (all, without) => {
        const fate = lived(all, without)
        expect(fate).toEqual(promised(all, without))
        for (const [, what] of fate) seen[what]++
      }),
      { numRuns: 150 },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20)
  },
)

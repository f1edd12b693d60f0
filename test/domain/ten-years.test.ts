import fc from 'fast-check'
import { expect } from 'vitest'
import { promise } from '../promise.ts'
import { deeds, lived, missed, promised } from './ten-years.ts'

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

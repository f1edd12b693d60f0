import { expect, test } from 'vitest'
import { type Head, headsOf } from '../../domain/anchor.ts'
import { other, requestIn } from './sample.ts'

test('of each request the last entry of the day stands in the anchor, in whatever order entries are found', () => {
  const { reference } = requestIn('grace')
  const head = (of: Head['reference'], n: number): Head => ({ reference: of, n, hash: `hash-${n}` })
  const entries = [head(reference, 1), head(other, 7), head(reference, 3), head(reference, 2)]
  for (const found of [entries, entries.toReversed()])
    expect(headsOf(found).toSorted((a, b) => a.n - b.n)).toEqual([head(reference, 3), head(other, 7)])
  expect(headsOf([])).toEqual([])
})

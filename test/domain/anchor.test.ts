import { expect, test } from 'vitest'
import { anchorKey, anchorOf, type Head, headsOf } from '../../domain/anchor.ts'
import type { Day } from '../../domain/time.ts'
import { policy } from '../sample-policy.ts'
import { other, receivedAt, requestIn } from './sample.ts'

test('of each request the last entry of the day stands in the anchor, in whatever order entries are found', () => {
  const { reference } = requestIn('grace')
  const head = (of: Head['reference'], n: number): Head => ({ reference: of, n, hash: `hash-${n}` })
  const entries = [head(reference, 1), head(other, 7), head(reference, 3), head(reference, 2)]
  for (const found of [entries, entries.toReversed()])
    expect(headsOf(found).toSorted((a, b) => a.n - b.n)).toEqual([head(reference, 3), head(other, 7)])
  expect(headsOf([])).toEqual([])
})

test('an anchor holds of each history its end and nothing else, and parts of a day lie in their order', () => {
  const part = { day: '2026-02-06' as Day, part: 2, previous: '0'.repeat(64) }
  const head = { reference: other, n: 7, hash: 'hash-7' }
  const more = { ...head, at: receivedAt }
  expect(anchorOf(part, [more], policy)).toEqual({
    ...{ v: 1, kind: 'anchor', company: policy.company.name, ...part },
    heads: [head],
  })
  expect(anchorKey(part)).toBe('anchors/2026-02-06/000002.json')
  expect([10, 9].map((n) => anchorKey({ ...part, part: n })).toSorted()[0]).toMatch(/9\.json$/)
})

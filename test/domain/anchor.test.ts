import { expect, test } from 'vitest'
import { anchorKey, anchorOf, beforeKept, type Head, headsOf, isCompared, isReplaced } from '../../domain/anchor.ts'
import { beginning, sealed } from '../../domain/history.ts'
import { type Day, daysAfter, instant } from '../../domain/time.ts'
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
  const unproven = { reference: 'OB-0000-0001', n: 1, hash: 'hash-1', until: instant('2026-03-08T10:00:00Z') }
  const more = { ...head, at: receivedAt }
  expect(anchorOf(part, [more, unproven], policy)).toEqual({
    ...{ v: 1, kind: 'anchor', company: policy.company.name, ...part },
    heads: [head, unproven],
  })
  expect(anchorKey(part)).toBe('anchors/2026-02-06/000002.json')
  expect([10, 9].map((n) => anchorKey({ ...part, part: n })).toSorted()[0]).toMatch(/9\.json$/)
})

test('an anchor is compared in the second night after its day, and every four weeks after that', () => {
  const day = '2026-02-06' as Day
  const key = anchorKey({ day, part: 3 })
  const nights = Array.from({ length: 80 }, (_, n) => n).filter((n) => isCompared(key, daysAfter(day, `P${n}D`)))
  expect(nights).toEqual([2, 30, 58])
  expect(isCompared(key, daysAfter(day, '-P26D'))).toBe(false)
})

test('what may be gone because the time of evidence is over is not compared any more', () => {
  const kept = (day: string, today: string) =>
    anchorKey({ day: day as Day, part: 1 }) > beforeKept(today as Day, policy)
  expect(policy.periods.evidence).toBe('P3Y')
  // An entry of that day goes on 6 February 2029 at the earliest, and an hour before where summer time begins.
  expect([kept('2026-02-06', '2029-02-04'), kept('2026-02-06', '2029-02-05')]).toEqual([true, false])
  // A leap day has none in three years.
  expect([kept('2028-02-29', '2031-02-27'), kept('2028-02-29', '2031-02-28')]).toEqual([true, false])
})

test('an entry stands for what was anchored with every word of it, and may be gone after its time alone', () => {
  const before = sealed({
    n: 7,
    at: receivedAt,
    event: 'confirmed',
    from: 'unverified',
    to: 'grace',
    previous: beginning,
  })
  const head: Head = { reference: other, n: 7, hash: before.hash }
  const until = instant('2026-03-08T10:00:00Z')
  expect(isReplaced(head, before, until)).toBe(false)
  const { hash, ...words } = before
  expect(isReplaced(head, sealed({ ...words, to: 'holding' }), until)).toBe(true)
  // Another word under the same hash.
  expect(isReplaced(head, { ...words, to: 'holding', hash }, until)).toBe(true)
  expect(isReplaced(head, undefined, until)).toBe(true)
  expect(isReplaced({ ...head, until }, undefined, instant('2026-03-08T09:59:59Z'))).toBe(true)
  expect(isReplaced({ ...head, until }, undefined, until)).toBe(false)
  // Somebody proved the ask after all.
  expect(isReplaced({ ...head, until }, before, instant('2027-01-01T00:00:00Z'))).toBe(false)
})

import { expect, test } from 'vitest'
import { type Count, figuresOf } from '../../domain/figures.ts'
import { monthsOf, neededOf, yearBegins } from '../../domain/months.ts'
import type { Day } from '../../domain/time.ts'
import type { Policy } from '../../policy/schema.ts'
import { policy, removing } from '../sample-policy.ts'

const day = '2026-02-06' as Day
const erased = { what: 'settled', kind: 'erasure', channel: 'form', result: 'done', days: 57 } as const
const asked = { what: 'received', kind: 'erasure', channel: 'form' } as const
const on = (date: string, ...counts: readonly Count[]) => ({ day: date as Day, figures: figuresOf(counts) })
const times = (n: number, count: Count): readonly Count[] => Array.from({ length: n }, () => count)

test('a year is the running month and the eleven before, also across a new year; a month without figures is none', () => {
  expect(yearBegins(day)).toBe('2025-03-01')
  expect(yearBegins('2025-12-31' as Day)).toBe('2025-01-01')
  const months = monthsOf([{ day, figures: figuresOf([erased, { ...erased, late: true }]) }], day)
  expect(months.map(({ month }) => month)).toEqual([
    ...['2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08'],
    ...['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'],
  ])
  expect(months.at(-1)).toEqual({ month: '2026-02', received: 0, settled: 2, late: 1, open: 0 })
  expect(months.slice(0, -1).every(({ settled }) => settled === 0)).toBe(true)
})

test('open at the end of a month is what came at any time before and was not settled by then', () => {
  const months = monthsOf(
    [
      on('2024-05-01', ...times(3, asked)),
      on('2025-03-31', asked, erased),
      on('2026-01-02', erased, { ...erased, result: 'taken-back' }),
      on('2026-02-01', asked),
    ],
    day,
  )
  expect(months.map(({ open }) => open)).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 1, 2])
})

test('time is told by kind with the period that was promised for it, and of fewer than five not at all', () => {
  const access = { ...erased, kind: 'access', days: 3 } as const
  const all = [
    on(
      '2026-01-02',
      ...times(5, erased),
      ...times(4, access),
      { ...access, kind: 'objection', result: 'taken-back' },
      { ...access, kind: 'child-account' },
    ),
  ]
  expect(neededOf(all, policy)).toEqual([
    { kind: 'access', finished: 4, promised: 'P1M', promisedDays: 28 },
    { kind: 'erasure', finished: 5, median: 57, most: 57, promised: 'P60D', promisedDays: 60 },
    // Its time runs from an answer that nobody owes.
    { kind: 'child-account', finished: 1 },
  ])
})

test('for an account that nobody used the grace period was promised, where a policy removes any', () => {
  const unused = on('2026-02-01', ...times(6, { ...erased, kind: 'unused-account', days: 60 }))
  const promised = (by: Policy) => neededOf([unused], by)
  expect(promised(removing)).toMatchObject([{ kind: 'unused-account', promised: 'P60D' }])
  expect(promised(policy)[0]).not.toHaveProperty('promised')
})

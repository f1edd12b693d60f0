import { expect, test } from 'vitest'
import { type Count, figuresOf } from '../../domain/figures.ts'
import { keepingOf, type Pressed } from '../../domain/promises.ts'
import type { Day } from '../../domain/time.ts'
import { policy } from '../sample-policy.ts'

const day = '2026-02-06' as Day
const erased = { what: 'settled', kind: 'erasure', channel: 'form', result: 'done', days: 57 } as const
const of = (id: string, counts: readonly Count[], pressed: readonly Pressed[] = [], by = policy) =>
  keepingOf([{ day, figures: figuresOf(counts) }], pressed, by).find((one) => one.id === id)

test('a promise is kept as long as all that was finished was in time, and nothing open is overdue or at risk', () => {
  expect(of('N4', [erased])).toEqual({
    id: 'N4',
    keeping: 'kept',
    counts: { received: 0, finished: 1, late: 0, overdue: 0, atRisk: 0 },
  })
  expect(of('N4', [erased, { ...erased, late: true }])).toMatchObject({ keeping: 'broken', counts: { late: 1 } })
  const overdue: Pressed = { kind: 'erasure', why: 'overdue' }
  expect(of('N4', [erased], [overdue])).toMatchObject({ keeping: 'broken', counts: { overdue: 1, late: 0 } })
  const atRisk: Pressed = { kind: 'erasure', why: 'at-risk' }
  expect(of('N4', [erased], [atRisk])).toMatchObject({ keeping: 'at-risk', counts: { atRisk: 1 } })
  expect(of('N4', [erased, { ...erased, late: true }], [atRisk])?.keeping).toBe('broken')
  // What merely comes near is as it should be.
  expect(of('N4', [erased], [{ kind: 'erasure', why: 'soon' }])?.keeping).toBe('kept')
})

test('what is late breaks its own promise, and no other', () => {
  const late: Count = { ...erased, late: true }
  expect(of('N1', [late])?.keeping).toBe('open')
  expect(of('N3', [erased], [{ kind: 'erasure', why: 'overdue' }])?.keeping).toBe('open')
  for (const kind of ['access', 'portability'] as const) expect(of('N1', [{ ...late, kind }])?.keeping).toBe('broken')
})

test('of what nobody asked, or everybody took back, nothing says that it is kept', () => {
  expect(of('N4', [])).toMatchObject({ keeping: 'open', counts: { finished: 0 } })
  for (const result of ['taken-back', 'nobody'] as const)
    expect(of('N4', [{ ...erased, result }])).toMatchObject({ keeping: 'open', counts: { finished: 0 } })
  expect(of('N4', [{ ...erased, result: 'refused' }])?.keeping).toBe('kept')
})

test('where no figure tells, none is given; and what the policy does not promise is said to be none', () => {
  expect(of('N12', [erased])).toEqual({ id: 'N12', keeping: 'uncounted' })
  const { inactivity: _, minors: __, announcements: ___, ...less } = policy
  for (const id of ['N6', 'N8', 'N13'])
    expect(of(id, [{ ...erased, kind: 'unused-account', late: true }], [], less)).toEqual({ id, keeping: 'not-made' })
})

test('how long it took is said of five or more only', () => {
  const five = Array.from({ length: 5 }, () => erased)
  expect(of('N4', five)?.counts).toMatchObject({ median: 57, most: 57 })
  expect(of('N4', five.slice(1))?.counts).not.toHaveProperty('median')
})

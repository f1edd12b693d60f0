import { expect, test } from 'vitest'
import { type Count, figuresOf } from '../../domain/figures.ts'
import type { Day } from '../../domain/time.ts'
import { yearAsCsv } from '../../domain/year.ts'

const times = (n: number, count: Count): readonly Count[] => Array.from({ length: n }, () => count)
const asked = { what: 'received', kind: 'access', channel: 'form' } as const
const done = { ...asked, what: 'settled', result: 'done' } as const

test('the figures of a year are one line for all, and one for each right, channel, country and month', () => {
  const days = [
    {
      day: '2026-01-31' as Day,
      figures: figuresOf([
        ...times(6, { ...asked, country: 'DE' }),
        ...times(2, { ...asked, country: 'LI', channel: 'mail' }),
        ...times(5, { ...done, country: 'DE', days: 2 }),
        { ...done, country: 'DE', days: 40, late: true, longer: true },
      ]),
    },
    {
      day: '2026-02-01' as Day,
      figures: figuresOf([
        { ...asked, kind: 'erasure' },
        { ...done, kind: 'erasure', result: 'refused', days: 1 },
        { ...done, kind: 'erasure', result: 'nobody', days: 0 },
        { ...done, kind: 'erasure', result: 'taken-back', days: 0 },
      ]),
    },
  ]
  expect(yearAsCsv(days).split('\r\n')).toEqual([
    'by,name,received,settled,refused,taken_back,no_data,late,extended,median_days,p95_days',
    'all,,9,9,1,1,1,1,1,2,40',
    'right,access,8,6,0,0,0,1,1,2,40',
    'right,erasure,1,3,1,1,1,0,0,,',
    'channel,form,7,9,1,1,1,1,1,2,40',
    'channel,mail,2,0,0,0,0,0,0,,',
    'country,DE,6,6,0,0,0,1,1,2,40',
    'country,unknown,1,3,1,1,1,0,0,,',
    'country,other,2,0,0,0,0,0,0,,',
    'month,2026-01,8,6,0,0,0,1,1,2,40',
    'month,2026-02,1,3,1,1,1,0,0,,',
    '',
  ])
})

test('a year without requests is a line of zeros, not an error', () => {
  expect(yearAsCsv([]).split('\r\n')[1]).toBe('all,,0,0,0,0,0,0,0,,')
})

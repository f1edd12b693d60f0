import { by, type Figures, type Sum, total, within, withoutFew } from './figures.ts'
import type { Day } from './time.ts'

const columns = [
  ...['by', 'name', 'received', 'settled', 'refused', 'taken_back', 'no_data', 'late', 'extended'],
  ...['median_days', 'p95_days'],
]

/**
 * A year as CSV (RFC 4180): one line for all of it, and one for each right, channel, country and month. Each facet stands
 * for itself, never right by country by month: a cell of one would be somebody. No times of fewer than five, and no country
 * from which fewer came.
 */
export function yearAsCsv(days: ReadonlyArray<{ readonly day: Day; readonly figures: Figures }>): string {
  const all = days.map(({ figures }) => figures)
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))].sort()
  const lines = [
    line('all', '', total(all)),
    ...by('kind', all).map(([name, sum]) => line('right', name, sum)),
    ...by('channel', all).map(([name, sum]) => line('channel', name, sum)),
    ...withoutFew(by('country', all)).map(([name, sum]) => line('country', name || 'unknown', sum)),
    ...months.map((month) => {
      const those = days.filter(({ day }) => day.startsWith(month)).map(({ figures }) => figures)
      return line('month', month, total(those))
    }),
  ]
  return [columns.join(','), ...lines].map((one) => `${one}\r\n`).join('')
}

/** Names are of the code's own, two letters of a country, or a month: none needs quotes. */
const line = (facet: string, name: string, sum: Sum): string =>
  [
    ...[facet, name, sum.received, sum.settled, sum.refused, sum['taken-back'], sum.nobody, sum.late, sum.longer],
    ...[within(0.5, sum) ?? '', within(0.95, sum) ?? ''],
  ].join(',')

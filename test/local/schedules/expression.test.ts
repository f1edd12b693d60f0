import { expect, test } from 'vitest'
import { nextOf } from '../../../local/schedules/expression.ts'

const after = (expression: string, from: string, zone?: string) => {
  const at = nextOf(expression, zone)(Date.parse(from))
  return at === undefined ? undefined : new Date(at).toISOString()
}

test.each<[expression: string, from: string, next: string, zone?: string]>([
  ['rate(1 hour)', '2026-02-28T23:10:00Z', '2026-03-01T00:00:00.000Z'],
  ['rate(1 hour)', '2026-03-01T00:00:00Z', '2026-03-01T01:00:00.000Z'],
  ['rate(15 minutes)', '2026-03-01T00:14:59Z', '2026-03-01T00:15:00.000Z'],
  ['rate(1 day)', '2024-02-28T12:00:00Z', '2024-02-29T00:00:00.000Z'],
  ['cron(0 6 * * ? *)', '2026-01-31T06:00:00Z', '2026-02-01T06:00:00.000Z'],
  ['cron(30 4 1 * ? *)', '2026-12-01T04:30:00Z', '2027-01-01T04:30:00.000Z'],
  ['cron(0 12 ? * MON-FRI *)', '2026-11-27T12:00:00Z', '2026-11-30T12:00:00.000Z'],
  ['cron(0 12 ? * 1 *)', '2026-11-24T00:00:00Z', '2026-11-29T12:00:00.000Z'],
  ['cron(0/20 * * * ? *)', '2026-11-24T00:40:00Z', '2026-11-24T01:00:00.000Z'],
  ['cron(0 0 29 FEB ? *)', '2026-01-01T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ['cron(0 8,20 * * ? *)', '2026-11-24T08:00:00Z', '2026-11-24T20:00:00.000Z'],
  ['cron(0 6 * * ? *)', '2026-03-28T12:00:00Z', '2026-03-29T04:00:00.000Z', 'Europe/Berlin'],
])('%s after %s is %s', (expression, from, next, zone) => {
  expect(after(expression, from, zone)).toBe(next)
})

test('a schedule of the past has no next instant', () => {
  expect(after('cron(0 0 1 1 ? 2020)', '2026-01-01T00:00:00Z')).toBeUndefined()
})

test.each([
  'rate(0 hours)',
  'every day',
  'cron(0 0 L * ? *)',
  'cron(0 0 ? * 2#1 *)',
  'cron(61 * * * ? *)',
  'cron(0/0 * * * ? *)',
])('the schedule %s stops the local cloud by its name', (expression) => {
  expect(() => nextOf(expression)).toThrow(expression)
})

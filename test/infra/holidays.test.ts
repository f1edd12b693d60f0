import { expect, test } from 'vitest'
import { withHolidays } from '../../infra/holidays.ts'
import { policy } from '../sample-policy.ts'

const of = (company: Partial<typeof policy.company>, year = 2026) =>
  withHolidays({ ...policy, company: { ...policy.company, ...company } }, year).company.holidays ?? []
const in2027 = (days: readonly string[]) => days.filter((day) => day.startsWith('2027'))

test('a deployment knows the public holidays of the company’s country for ten years', () => {
  const days = of({})
  expect(in2027(days)).toEqual([
    '2027-01-01',
    '2027-03-26',
    '2027-03-29',
    '2027-05-01',
    '2027-05-06',
    '2027-05-17',
    '2027-10-03',
    '2027-12-25',
    '2027-12-26',
  ])
  expect(days[0]).toBe('2026-01-01')
  expect(days.at(-1)).toBe('2035-12-26')
  expect(JSON.stringify(days).length).toBeLessThan(2_000)
})

test('what is a holiday in a part of the country counts where the policy names it, and what is none for all does not', () => {
  expect(in2027(of({ state: 'BE' }))).toContain('2027-03-08')
  expect(in2027(of({ state: 'BY' }))).toContain('2027-01-06')
  expect(in2027(of({ country: 'GB', state: 'ENG' }))).toContain('2027-12-28')
  // Half a day, a bank's holiday, a feast: people work.
  expect(in2027(of({}))).not.toContain('2027-12-24')
})

test('a day on which clocks change is a whole day, and one that begins at noon is none', () => {
  expect(in2027(of({ country: 'SE' }))).toContain('2027-03-28')
  expect(in2027(of({ country: 'TR' })).filter((day) => day.startsWith('2027-03'))).toEqual([
    '2027-03-09',
    '2027-03-10',
    '2027-03-11',
  ])
})

test('a country of which nothing is known, and a part that is not there, are refused by the name of the field', () => {
  expect(() => of({ country: 'XX' })).toThrow('company.country: the public holidays of XX are not known')
  expect(() => of({ state: 'QQ' })).toThrow('company.state: DE has no QQ.')
})

test('a policy that names its holidays itself is taken at its word, as long as it reaches beyond next year', () => {
  const own = ['2026-12-24', '2027-12-24']
  expect(of({ holidays: own })).toEqual(own)
  expect(() => of({ holidays: own }, 2027)).toThrow('company.holidays: names no day of 2028.')
})

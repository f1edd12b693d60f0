import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween, distance, moment } from '../../policy/wording/wording.ts'
import { html } from '../../web/html.ts'
import { company } from './seen.ts'

test('no text, whatever it holds, opens or closes anything', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const page = html`<p title="${value}">${value}</p>`.toString()
      expect(page.match(/[<>"]/g)?.join('')).toBe('<""></p>'.replace('/p', ''))
    }),
  )
})

test('markup inside markup stays markup; nothing stands for what is not there', () => {
  expect(
    html`<ul>${['a<', html`<b>${'b&'}</b>`].map((one) => html`<li>${one}</li>`)}${undefined}${false}${0}</ul>`.toString(),
  ).toBe('<ul><li>a&lt;</li><li><b>b&amp;</b></li>0</ul>')
})

test('moments are told in the time zone and the manner of the company’s country', () => {
  expect(moment('2026-03-29T00:59:00Z', 'en', company)).toBe('Sunday, 29 March 2026 at 01:59 CET')
  expect(moment('2026-03-29T01:00:00Z', 'de', company)).toBe('Sonntag, 29. März 2026 um 03:00 MESZ')
  const boston = { ...company, company: { ...company.company, country: 'US', timeZone: 'America/New_York' } }
  expect(moment('2026-03-29T01:00:00Z', 'en', boston)).toBe('Saturday, March 28, 2026 at 9:00 PM EDT')
})

test('distances count whole days of the calendar and never promise more time than there is', () => {
  const far = (to: string, from: string) => distance(to, from, 'en', company)
  // The night of 29 March 2026 has 23 hours in Berlin, and is a day nevertheless.
  expect(far('2026-03-29T10:00:00Z', '2026-03-28T11:00:00Z')).toBe('in 1 day')
  expect(far('2026-03-29T09:59:00Z', '2026-03-28T11:00:00Z')).toBe('in 22 hours')
  expect(far('2026-03-29T10:59:59Z', '2026-03-29T10:00:00Z')).toBe('in 59 minutes')
  expect(daysBetween('2026-03-28T22:59:00Z', '2026-03-28T23:01:00Z', company)).toBe(1)
})

import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import demo from '../../demo/policy.ts'
import type { RequestView } from '../../functions/contract/request.ts'
import { endpoint } from '../../functions/entry/http.ts'
import { shown } from '../../functions/entry/link.ts'
import { compose } from '../../letters/compose.ts'
import { checked } from '../../policy/load.ts'
import { readIn } from '../../policy/reader.ts'
import { day, moment } from '../../policy/wording/wording.ts'

const policy = checked({ ...demo, timeZones: { US: 'America/New_York', ES: 'Europe/Madrid' } })
const at = '2026-03-20T17:00:00.000Z'
const told = (instant: string, country: string | undefined, language: 'en' | 'de' = 'en') =>
  moment(instant, language, readIn(country, at, policy))

test('a person elsewhere reads an instant in their own time, written as there, with the zone in words', () => {
  expect(told(at, 'US')).toBe('Friday, March 20, 2026 at 1:00 PM Eastern Daylight Time')
  for (const part of ['Saturday', '21', '02:00', 'Japan Standard Time']) expect(told(at, 'JP')).toContain(part)
  expect(told(at, 'AT', 'de')).toContain('Mitteleuropäische Normalzeit')
  expect(day('2026-03-20T23:30:00.000Z', 'en', readIn('JP', at, policy))).toContain('21')
})

test('clocks change where the reader is, and not where the company is', () => {
  // New York on 8 March and 1 November, Berlin on 29 March and 25 October 2026.
  const hours = (country: string) =>
    ['2026-03-07', '2026-03-09', '2026-03-28', '2026-03-30', '2026-10-26', '2026-11-02'].map((date) => {
      const [, hour = '', half = ''] = / (\d\d?):00(?: (AM|PM))?/.exec(told(`${date}T17:00:00.000Z`, country)) ?? []
      return (Number(hour) % 12) + (half === 'AM' ? 0 : 12)
    })
  expect(hours('US')).toEqual([12, 13, 13, 13, 13, 12])
  expect(hours('FR')).toEqual([18, 18, 18, 19, 18, 18])
  // The hour that comes twice says which of both it is.
  const twice = ['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z'].map((instant) => told(instant, 'US'))
  expect(twice.map((text) => text.slice(text.indexOf('1:30')))).toEqual([
    '1:30 AM Eastern Daylight Time',
    '1:30 AM Eastern Standard Time',
  ])
})

test('a country with several zones has the policy’s; clocks that agree all year are one; else it is the company’s, said in words', () => {
  const zone = (country: string | undefined, of = policy) => readIn(country, at, of).company.timeZone
  expect(zone('US')).toBe('America/New_York')
  expect(zone('ES')).toBe('Europe/Madrid')
  const { timeZones: _, ...without } = policy
  expect([zone('US', without), zone('ES', without), zone('AU', without)]).toEqual(Array(3).fill('Europe/Berlin'))
  expect(moment(at, 'en', readIn('AU', at, without))).toContain('Central European Standard Time')
  // Busingen lies in Germany, with clocks of its own that have agreed since 1981.
  expect(zone('DE', { ...without, company: { ...policy.company, country: 'AT' } })).toBe('Europe/Berlin')
  expect([zone(undefined), zone('XX')]).toEqual(['Europe/Berlin', 'Europe/Berlin'])
})

test('a zone or a country that there is not is refused by the name of the field', () => {
  const refused = (timeZones: object) => expect(() => checked({ ...demo, timeZones }))
  refused({ US: 'America/Gotham' }).toThrow('timeZones.US: must be a time zone such as Europe/Berlin')
  refused({ usa: 'America/New_York' }).toThrow('timeZones.usa')
})

const seen: RequestView = {
  ...{
    reference: 'OB-7K3M-92QF',
    right: 'restriction',
    status: 'held',
    at,
    receivedAt: at,
    promisedBy: '2026-04-20T17:00:00.000Z',
  },
  ...{ confirmedAt: at, coverage: [], kept: [], actions: ['restore'] },
}

test('the page of a request is in the person’s time, without JavaScript; the letters are too, and reckon nothing anew', async () => {
  const page = async (view: RequestView) => {
    const show = endpoint('test', z.object({}), async () => shown(view, 'x'.repeat(43), 'en'))
    const event = {
      headers: { accept: 'text/html' },
      requestContext: { http: { method: 'GET' } },
    } as unknown as APIGatewayProxyEventV2
    return (await show(event, {} as Context)).body ?? ''
  }
  const [theirs, ours] = [await page({ ...seen, country: 'JP' }), await page(seen)]
  expect(theirs).toContain('Japan Standard Time')
  expect(ours).not.toContain('Standard Time')
  const letter = { kind: 'held', request: seen, link: 'http://127.0.0.1/x' } as const
  const text = (country: string | undefined) => compose(letter, 'en', readIn(country, at, policy)).text
  expect(text('US')).not.toBe(text(undefined))
})

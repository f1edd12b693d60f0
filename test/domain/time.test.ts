import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  answerBy,
  erasureMoments,
  extended,
  instant,
  moved,
  nextMoment,
  promisedBy,
  reminderDue,
} from '../../domain/time.ts'
import type { Policy } from '../../policy/schema.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import { justBefore, shifted } from './sample.ts'

const berlin = 'Europe/Berlin'
const local = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(berlin).toPlainDateTime().toString()
const inBerlin = (text: string) =>
  instant(Temporal.PlainDateTime.from(text).toZonedDateTime(berlin).toInstant().toString())
const anyMoment = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map(instant)

describe('An instant', () => {
  test('is the same text however a clock says it', () => {
    const wanted = '2026-02-06T08:30:00.000Z'
    expect(instant('2026-02-06T09:30:00+01:00')).toBe(wanted)
    expect(instant(new Date(wanted))).toBe(wanted)
    expect(instant(Date.parse(wanted))).toBe(wanted)
  })

  test('sorts as text in the order of time', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, (a, b) => {
        expect(a < b).toBe(Date.parse(a) < Date.parse(b))
      }),
    )
  })

  test.each(['yesterday', '2026-02-06', '2026-02-30T00:00:00Z', '2026-02-06T08:30:00', ''])(
    'is not made of %j',
    (text) => {
      expect(() => instant(text)).toThrow(RangeError)
    },
  )
})

promise(
  'N4',
  'the promised instant is 60 days after receipt at the same local time, on every day of forty years',
  () => {
    fc.assert(
      fc.property(anyMoment, (receivedAt) => {
        const { promisedBy } = erasureMoments(receivedAt, policy)
        const wanted = Temporal.Instant.from(receivedAt).toZonedDateTimeISO(berlin).toPlainDateTime().add({ days: 60 })
        const hour = wanted.toZonedDateTime(berlin)
        // A local time that the change of the clocks leaves out cannot be kept: it is an hour later.
        const skipped = !hour.toPlainDateTime().equals(wanted)
        expect(local(promisedBy)).toBe((skipped ? hour.toPlainDateTime() : wanted).toString())
        if (skipped) expect(hour.toPlainDateTime().toString()).toBe(wanted.add({ hours: 1 }).toString())
      }),
      { numRuns: 2000 },
    )
  },
)

promise('N4', 'the 60 days keep the local time when clocks go forward and when they go back', () => {
  expect(erasureMoments(inBerlin('2026-02-06T09:30'), policy)).toEqual({
    promisedBy: '2026-04-07T07:30:00.000Z',
    eraseAt: '2026-04-05T07:30:00.000Z',
  })
  expect(erasureMoments(inBerlin('2026-09-01T09:30'), policy).promisedBy).toBe('2026-10-31T08:30:00.000Z')
})

promise('N4', 'the 60 days pass month ends, a leap day and the end of a year', () => {
  expect(local(erasureMoments(inBerlin('2027-12-31T12:00'), policy).promisedBy)).toBe('2028-02-29T12:00:00')
  expect(local(erasureMoments(inBerlin('2026-12-31T12:00'), policy).promisedBy)).toBe('2027-03-01T12:00:00')
  expect(local(erasureMoments(inBerlin('2028-02-29T12:00'), policy).promisedBy)).toBe('2028-04-29T12:00:00')
  expect(local(erasureMoments(inBerlin('2026-11-15T23:59:59'), policy).promisedBy)).toBe('2027-01-14T23:59:59')
})

promise('N4', 'a promise whose local time is skipped when clocks go forward moves by that hour and no further', () => {
  expect(local(moved(inBerlin('2026-01-28T02:30'), 'P60D', berlin))).toBe('2026-03-29T03:30:00')
})

test('sixty days there and back from any noon end where they began', () => {
  const noon = fc.integer({ min: 0, max: 14_000 }).map((day) => moved(inBerlin('2020-01-01T12:00'), `P${day}D`, berlin))
  fc.assert(
    fc.property(noon, (at) => {
      expect(moved(moved(at, 'P60D', berlin), 'P60D', berlin, -1)).toBe(at)
    }),
  )
})

test('hours are real hours, also across a change of the clocks', () => {
  expect(moved(instant('2026-03-29T00:30:00Z'), 'PT2H', berlin)).toBe('2026-03-29T02:30:00.000Z')
})

describe('The next moment', () => {
  const eraseAt = inBerlin('2026-04-05T09:30')
  const moments = ['2026-03-06T09:30', '2026-03-29T09:30', '2026-04-04T09:30', '2026-04-05T09:30'].map(inBerlin)

  test('is each reminder in turn, then the erasure, then the erasure for ever', () => {
    let now = inBerlin('2026-02-06T09:30')
    for (const moment of moments) {
      expect(nextMoment(eraseAt, now, policy)).toBe(moment)
      expect(nextMoment(eraseAt, justBefore(moment), policy)).toBe(moment)
      now = moment
    }
    expect(nextMoment(eraseAt, shifted(eraseAt, 86_400_000), policy)).toBe(eraseAt)
  })

  test('is the erasure itself when the policy has no reminders', () => {
    const silent: Policy = { ...policy, periods: { ...policy.periods, reminders: [] } }
    expect(nextMoment(eraseAt, inBerlin('2026-02-06T09:30'), silent)).toBe(eraseAt)
    expect(reminderDue(eraseAt, inBerlin('2026-02-06T09:30'), eraseAt, silent)).toBe(false)
  })

  test('does not depend on the order in which the policy names its reminders', () => {
    const turned: Policy = { ...policy, periods: { ...policy.periods, reminders: ['P1D', 'P30D', 'P7D'] } }
    fc.assert(
      fc.property(anyMoment, (now) => {
        expect(nextMoment(eraseAt, now, turned)).toBe(nextMoment(eraseAt, now, policy))
      }),
    )
  })

  test('is a moment at which a reminder is due that was not due before', () => {
    for (const moment of moments.slice(0, -1)) {
      expect(reminderDue(eraseAt, justBefore(moment), moment, policy)).toBe(true)
      expect(reminderDue(eraseAt, moment, moment, policy)).toBe(false)
      expect(reminderDue(eraseAt, shifted(moment, -2), justBefore(moment), policy)).toBe(false)
    }
  })
})

describe('A deadline in months (GDPR Art. 12(3), Regulation 1182/71)', () => {
  const at = (timeZone: string, ...holidays: readonly string[]): Policy => ({
    ...policy,
    company: { ...policy.company, timeZone, holidays: [...holidays] },
  })
  const due = (received: string, ...holidays: readonly string[]) =>
    local(answerBy(inBerlin(received), at(berlin, ...holidays)))
  const later = (received: string, ...holidays: readonly string[]) =>
    local(extended(inBerlin(received), at(berlin, ...holidays)))

  test('ends on the same date of the next month, at the time of day of receipt', () => {
    expect(due('2026-02-10T09:00')).toBe('2026-03-10T09:00:00')
    expect(due('2025-12-15T09:00')).toBe('2026-01-15T09:00:00')
  })

  test('ends on the last day of a month that has no such date', () => {
    expect(due('2026-08-31T09:00')).toBe('2026-09-30T09:00:00')
    expect(due('2028-01-31T09:00')).toBe('2028-02-29T09:00:00')
    expect(due('2030-01-31T09:00')).toBe('2030-02-28T09:00:00')
    expect(due('2028-02-29T09:00')).toBe('2028-03-29T09:00:00')
  })

  test('moves from a weekend to Monday, by the same time of day also where clocks go forward in between', () => {
    expect(due('2026-01-31T09:00')).toBe('2026-03-02T09:00:00')
    expect(due('2026-02-14T09:00')).toBe('2026-03-16T09:00:00')
    expect(due('2026-02-15T09:00')).toBe('2026-03-16T09:00:00')
    expect(due('2026-02-28T09:00')).toBe('2026-03-30T09:00:00')
  })

  test('moves over holidays and the weekend that they lead to', () => {
    expect(due('2026-03-03T09:00', '2026-04-03', '2026-04-06')).toBe('2026-04-07T09:00:00')
    expect(due('2025-11-25T09:00', '2025-12-25', '2025-12-26')).toBe('2025-12-29T09:00:00')
    expect(due('2025-12-01T09:00', '2026-01-01')).toBe('2026-01-02T09:00:00')
  })

  test('is counted from receipt also when extended to three months', () => {
    expect(later('2025-11-30T09:00')).toBe('2026-03-02T09:00:00')
    expect(later('2026-08-31T09:00')).toBe('2026-11-30T09:00:00')
    expect(later('2026-01-31T09:00')).toBe('2026-04-30T09:00:00')
    expect(later('2026-09-25T09:00', '2026-12-25', '2026-12-26')).toBe('2026-12-28T09:00:00')
  })

  test('begins on the day that it was at the controller, not in UTC', () => {
    const lateAtNight = instant('2026-03-31T22:30:00Z')
    expect(answerBy(lateAtNight, at(berlin))).toBe('2026-04-30T22:30:00.000Z')
    expect(answerBy(lateAtNight, at('UTC'))).toBe('2026-04-30T22:30:00.000Z')
    expect(answerBy(lateAtNight, at(berlin, '2026-05-01'))).toBe('2026-05-03T22:30:00.000Z')
  })

  test('is of an erasure what the policy promised, weekend or not', () => {
    const saturday = inBerlin('2026-03-03T09:00')
    expect(local(promisedBy('erasure', saturday, at(berlin)))).toBe('2026-05-02T09:00:00')
    expect(promisedBy('access', saturday, at(berlin))).toBe(answerBy(saturday, at(berlin)))
  })

  test('is always a working day, never before the month is over, and no later than holidays in a row ask for', () => {
    const easter = ['2026-04-03', '2026-04-06', '2027-03-26', '2027-03-29']
    fc.assert(
      fc.property(anyMoment, fc.boolean(), (receivedAt, isLonger) => {
        const by = at(berlin, ...easter)
        const deadline = isLonger ? extended(receivedAt, by) : answerBy(receivedAt, by)
        const zoned = Temporal.Instant.from(deadline).toZonedDateTimeISO(berlin)
        const plain = Temporal.Instant.from(receivedAt)
          .toZonedDateTimeISO(berlin)
          .add({ months: isLonger ? 3 : 1 })
        expect(zoned.dayOfWeek).toBeLessThanOrEqual(5)
        expect(easter).not.toContain(zoned.toPlainDate().toString())
        const days = plain.toPlainDate().until(zoned.toPlainDate()).days
        expect(days).toBeGreaterThanOrEqual(0)
        expect(days).toBeLessThanOrEqual(4)
      }),
    )
  })
})

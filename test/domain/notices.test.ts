import { describe, expect, test } from 'vitest'
import { stillTrue } from '../../domain/letters.ts'
import { dutyOf, heardOf, type Notice, nextMomentOf, passedOn, toldOf } from '../../domain/notices.ts'
import { type Instant, instant, moved } from '../../domain/time.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import { receivedAt, requestIn } from './sample.ts'

const zone = policy.company.timeZone
const later = (period: string): Instant => moved(receivedAt, period, zone)
const waiting: Notice = {
  id: '00000000-0000-4000-8000-000000000000',
  cause: '000007-0',
  recipient: 'payments',
  act: 'erase',
  since: receivedAt,
  state: 'waiting',
  version: 0,
}
const told: Notice = { ...waiting, state: 'told', toldAt: receivedAt, triedAt: receivedAt }
const erased = requestIn('erased')
const duty = (notice: Notice, at: Instant, by = policy) => dutyOf(notice, erased, by, at)
const payments = { name: 'Example Pay', role: { en: 'Payments' }, country: 'NL' }
const speaking = {
  ...policy,
  recipients: {
    ...policy.recipients,
    payments: {
      ...payments,
      told: {
        kind: 'opendsr' as const,
        secret: 'sample/pay',
        domain: 'opendsr.pay.example.org',
        regulation: 'gdpr' as const,
        identities: [{ type: 'email', of: 'address', format: 'raw' as const }],
        giveUp: 'P30D',
      },
    },
  },
}

describe('who is told', () => {
  promise('N11', 'whoever holds a category is told of what becomes of it, and nobody else', () => {
    expect(toldOf('rectify', policy, ['payment'])).toEqual(['payments'])
    expect(toldOf('rectify', policy, ['identity', 'content'])).toEqual([])
    expect(passedOn('rectify', policy, ['identity'])).toEqual([])
    // A category that the policy has no more is nobody's.
    expect(toldOf('rectify', policy, ['sold'])).toEqual([])
  })

  test('of an act that its protocol has no word for a recipient is told only where the policy says so', () => {
    expect(toldOf('erase', speaking)).toEqual(['payments'])
    expect(toldOf('restrict', speaking)).toEqual([])
  })

  test('Google Analytics knows the word for an erasure alone', () => {
    const told = {
      kind: 'google-analytics',
      secret: 's',
      propertyId: '1',
      user: { type: 'USER_ID', of: 'account' },
    } as const
    const measuring = { ...policy, recipients: { payments: { ...payments, told: { ...told, giveUp: 'P30D' } } } }
    expect(toldOf('erase', measuring)).toEqual(['payments'])
    expect(toldOf('restrict', measuring)).toEqual([])
  })

  test('a restriction that a recipient never heard of need not be taken back', () => {
    expect(heardOf([{ ...waiting, act: 'restrict' }], 'payments')).toBeUndefined()
    expect(heardOf([{ ...told, act: 'restrict' }], 'payments')).toBeDefined()
  })

  test('what was saved before there were other acts is still understood', () => {
    expect(stillTrue({ kind: 'notice', recipient: 'payments' }, erased)).toBe(true)
    expect(stillTrue({ kind: 'notice', recipient: 'payments' }, requestIn('grace'))).toBe(false)
    expect(stillTrue({ kind: 'notice', recipient: 'payments' }, requestIn('corrected'))).toBe(true)
  })
})

describe('what is due', () => {
  test('it is told at once; one that is down is tried again, ever more rarely', () => {
    expect(duty(waiting, receivedAt)).toEqual({ duty: 'tell' })
    expect(duty({ ...waiting, triedAt: receivedAt }, receivedAt)).toEqual({ at: later('PT15M') })
    expect(duty({ ...waiting, triedAt: later('PT8H') }, later('PT8H'))).toEqual({ at: later('PT10H') })
    expect(duty({ ...waiting, triedAt: later('P20D') }, later('P20D'))).toEqual({ at: later('P20DT12H') })
  })

  test('who reads mail is reminded, who speaks a protocol is asked', () => {
    expect(duty(told, later('P6D'))).toEqual({ at: later('P7D') })
    expect(duty(told, later('P7D'))).toEqual({ duty: 'remind' })
    expect(duty({ ...told, triedAt: later('P7D') }, later('P8D'))).toEqual({ at: later('P14D') })
    expect(duty(told, later('PT5H'), speaking)).toEqual({ at: later('PT6H') })
    expect(duty(told, later('PT6H'), speaking)).toEqual({ duty: 'ask' })
    // Without a note of when, it counts from the beginning.
    const { toldAt: _, triedAt: __, ...since } = told
    expect(duty(since, later('P6D'))).toEqual({ at: later('P7D') })
    expect(duty(since, later('PT6H'), speaking)).toEqual({ duty: 'ask' })
  })

  promise('N11', 'one that does not confirm in time is given up, and somebody sees to it', () => {
    for (const notice of [waiting, told, { ...told, triedAt: later('P29D') }])
      expect(duty(notice, later('P30D'))).toEqual({ duty: 'give-up' })
    expect(duty({ ...told, triedAt: later('P28D') }, later('P29D'))).toEqual({ at: later('P30D') })
  })

  test('where nobody can be written to that it was given up, that is tried again after a pause, and not at once', () => {
    const failed = { ...told, triedAt: later('P30D') }
    expect(duty(failed, later('P30D'))).toEqual({ at: later('P30DT12H') })
    expect(duty(failed, later('P30DT11H'))).toEqual({ at: later('P30DT12H') })
    expect(duty(failed, later('P30DT12H'))).toEqual({ duty: 'give-up' })
  })

  test('what is no longer so is dropped, and what is settled needs nothing', () => {
    const restriction: Notice = { ...told, act: 'restrict' }
    expect(dutyOf(restriction, requestIn('grace'), policy, later('P1D'))).toEqual({ at: later('P7D') })
    for (const status of ['restored', 'erasing', 'erased', 'superseded'] as const)
      expect(dutyOf(restriction, requestIn(status), policy, later('P1D'))).toEqual({ duty: 'drop' })
    for (const state of ['accepted', 'confirmed', 'overtaken', 'given-up'] as const)
      expect(duty({ ...told, state }, later('P90D'))).toBeUndefined()
  })

  test('a recipient that the policy names no more is dropped', () => {
    expect(duty({ ...waiting, recipient: 'gone' }, instant(receivedAt))).toEqual({ duty: 'drop' })
  })
})

test('a notice is looked at again when something is due, at once where it is, and never when it is settled', () => {
  const told: Notice = {
    ...{ id: 'n', cause: '000007-0', version: 1, recipient: 'payments', act: 'erase' },
    ...{ state: 'told', since: receivedAt, toldAt: receivedAt },
  }
  const next = (notice: Notice, at: Instant) => nextMomentOf(notice, requestIn('erased'), policy, at)
  const remind = moved(receivedAt, 'P7D', policy.company.timeZone)
  expect(next(told, receivedAt)).toBe(remind)
  expect(next(told, remind)).toBe(remind)
  const late = moved(remind, 'P1D', policy.company.timeZone)
  expect(next(told, late)).toBe(late)
  expect(next({ ...told, state: 'confirmed', confirmedAt: receivedAt }, late)).toBeUndefined()
})

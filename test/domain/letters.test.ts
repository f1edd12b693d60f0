import { describe, expect, test } from 'vitest'
import { decide } from '../../domain/decide.ts'
import type { Effect } from '../../domain/effect.ts'
import { factsOf, type LetterKind, letterKinds, type SetOffBy } from '../../domain/letter-kinds.ts'
import { hasToArrive, machineFor, stillTrue, toOfficer } from '../../domain/letters.ts'
import type { In, Request } from '../../domain/request.ts'
import type { Day } from '../../domain/time.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import { events, receivedAt, requestIn, shifted, statuses } from './sample.ts'

const later = shifted(receivedAt, 3_600_000)
const isSent = (letter: LetterKind, request: Request) => stillTrue({ kind: 'letter', letter }, request)

test('whatever a step sets off is true of the request as that step leaves it', () => {
  for (const status of statuses) {
    const request = requestIn(status)
    for (const event of events) {
      const step = decide(request, event, policy, later)
      if (step.kind === 'step')
        for (const effect of step.effects)
          expect(stillTrue(effect, step.request), `${event.type} in ${status}`).toBe(true)
    }
  }
})

describe('what was overtaken before it was sent is not sent', () => {
  const hold = { reason: 'claim', file: '2026/17', since: later } as const
  const grace = requestIn('grace')
  const item = (state: In<'deciding'>['items'][number]['state']) =>
    ({ ...requestIn('correcting'), items: [{ field: 'address', category: 'identity', state }] }) as Request

  test('nobody is told that something takes longer once every system has answered', () => {
    expect(isSent('takes-longer', { ...requestIn('erasing'), outstanding: ['billing'] })).toBe(true)
    expect(isSent('takes-longer', { ...requestIn('erasing'), outstanding: [] })).toBe(false)
    expect(isSent('takes-longer', { ...grace, outstanding: ['billing'] })).toBe(false)
  })

  promise('N6', 'nobody is told that an account goes for not being used once its person asked for the erasure', () => {
    expect(isSent('inactive', { ...grace, inactive: { lastUsed: '2025-08-09' as Day } })).toBe(true)
    expect(isSent('inactive', grace)).toBe(false)
  })

  promise('N2', 'no link to prove a new address is sent once it is proven or its time is over', () => {
    for (const letter of ['prove-new-address', 'new-address-stated'] as const) {
      expect(isSent(letter, item('proving'))).toBe(true)
      for (const state of ['correcting', 'unproven', 'deciding'] as const)
        expect(isSent(letter, item(state))).toBe(false)
      expect(isSent(letter, grace)).toBe(false)
    }
  })

  test('nobody is told that a decision is needed once it is made', () => {
    expect(isSent('decision-needed', item('deciding'))).toBe(true)
    expect(isSent('decision-needed', item('correcting'))).toBe(false)
    expect(isSent('decision-needed', grace)).toBe(false)
  })

  test('nobody is told that a dispute holds an erasure up once it is over', () => {
    expect(isSent('on-hold', { ...grace, hold })).toBe(true)
    expect(isSent('on-hold', grace)).toBe(false)
    expect(isSent('on-hold', requestIn('erasing'))).toBe(false)
  })

  promise('N3', 'nobody is told that the company will end a restriction once the person has everything back', () => {
    expect(isSent('to-be-lifted', { ...requestIn('held'), liftAt: later })).toBe(true)
    expect(isSent('to-be-lifted', requestIn('held'))).toBe(false)
    expect(isSent('to-be-lifted', requestIn('lifting'))).toBe(false)
  })

  promise('N5', 'nobody is reminded of an erasure once everything is back', () => {
    expect(isSent('reminder', grace)).toBe(true)
    for (const status of ['restoring', 'restored', 'erasing', 'erased'] as const)
      expect(isSent('reminder', requestIn(status))).toBe(false)
  })
})

test('what has to happen whatever became of the request happens', () => {
  const ends: readonly Effect[] = [
    { kind: 'suppress' },
    { kind: 'ask-consent' },
    { kind: 'end-approvals' },
    { kind: 'keep-hold', reason: 'claim' },
    { kind: 'hold-news', news: 'kept', reason: 'claim' },
    { kind: 'undelivered', what: 'erased' },
    { kind: 'activity', as: 'gone' },
    { kind: 'start', machine: 'recipients' },
  ]
  for (const request of statuses.map((status) => requestIn(status)))
    for (const effect of ends) expect(stillTrue(effect, request)).toBe(true)
})

test('a machine is started only for what it carries out, and what waits for one has one', () => {
  for (const status of statuses) {
    const [machine, request] = [machineFor(status), requestIn(status)]
    if (machine) expect(stillTrue({ kind: 'start', machine }, request)).toBe(true)
    expect(stillTrue({ kind: 'start', machine: 'erasure' }, request)).toBe(
      ['consenting', 'restricting', 'grace', 'erasing'].includes(status),
    )
  }
  expect(machineFor('erased')).toBeUndefined()
  expect(machineFor('grace')).toBe('erasure')
})

test('who has to hear of an end, a deadline or a decision, and not what anybody can set off', () => {
  expect(hasToArrive({ kind: 'letter', letter: 'erased' })).toBe('erased')
  expect(hasToArrive({ kind: 'notice', recipient: 'payments' })).toBe('notice')
  for (const letter of ['confirm-request', 'duplicate', 'download-code'] as const)
    expect(hasToArrive({ kind: 'letter', letter })).toBeUndefined()
  expect(hasToArrive({ kind: 'start', machine: 'erasure' })).toBeUndefined()
})

test('every letter goes to the person, but for those that the officer, a guardian or another address reads', () => {
  const toOthers = letterKinds.flatMap((kind) => {
    const { to } = factsOf(kind)
    return to === 'person' ? [] : [[kind, to]]
  })
  expect(Object.fromEntries(toOthers)).toEqual({
    'decision-needed': 'officer',
    'objection-to-weigh': 'officer',
    'identity-to-check': 'officer',
    'approval-news': 'officer',
    'guardian-asked': 'guardian',
    'prove-new-address': 'new-address',
    'identity-accepted': 'account',
    'address-changed': 'former-address',
    'passed-on': 'writer',
  })
  expect(letterKinds.filter(toOfficer)).toHaveLength(4)
})

test('the certificate comes with every letter that tells of what was signed', () => {
  expect(letterKinds.filter((kind) => factsOf(kind).certificate).toSorted()).toEqual([
    ...['corrected', 'erased', 'held', 'lifted', 'mailing-stopped'],
    ...['not-all-corrected', 'objection-refused', 'objection-upheld'],
  ])
})

test('what anybody, or an owner, can set off is bounded, and no other letter; what a request cannot go on without waits', () => {
  const setOffBy = (who: SetOffBy) => letterKinds.filter((kind) => factsOf(kind).setOffBy === who).toSorted()
  expect(setOffBy('anybody')).toEqual(['confirm-request', 'passed-on', 'where-it-stands'])
  expect(setOffBy('owner')).toEqual(['download-code', 'guardian-asked', 'link-again', 'prove-new-address'])
  expect(letterKinds.filter((kind) => factsOf(kind).waits)).toEqual([
    ...['confirm-request', 'guardian-asked', 'prove-new-address'],
  ])
})

test('who wrote for somebody else hears that the owner was asked, whatever that owner has done meanwhile', () => {
  for (const status of statuses) expect(isSent('passed-on', requestIn(status)), status).toBe(true)
})

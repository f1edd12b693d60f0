import { expect, test } from 'vitest'
import { decide } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { leadsTo } from '../../domain/lifecycle.ts'
import { isClosed, type Request, type Status } from '../../domain/request.ts'
import { answerBy } from '../../domain/time.ts'
import { whyTurnedDown } from '../../domain/turned-down.ts'
import { view } from '../../domain/view.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import {
  answersTo,
  discarded,
  holdSet,
  justBefore,
  lived,
  receivedAt,
  released,
  requestIn,
  restricted,
  shifted,
  statuses,
  stepped,
  told,
  toldTo,
  turnedDownAs,
} from './sample.ts'

const now = shifted(receivedAt, 3_600_000)
const later = shifted(now, 60_000)
const month = answerBy(receivedAt, policy)
const every = ['manifestly-unfounded', 'excessive', 'not-identifiable'] as const
const tells = { kind: 'letter', letter: 'turned-down' }
const starts = (machine: string) => ({ kind: 'start', machine })

test.each([
  ['restricting', 'restoring', 'restore', released],
  ['grace', 'restoring', 'restore', released],
  ['holding', 'lifting', 'restore', released],
  ['held', 'lifting', 'restore', released],
  ['gathering', 'withdrawing', 'export', discarded],
] as const)(
  'what was done for a request that is %s is taken back before it closes, and the person is told at once',
  (from, via, machine, undone) => {
    const before = requestIn(from)
    const step = stepped(before, { ...turnedDownAs('excessive'), by: 'officer 00000000' }, now)
    expect(step.request).toMatchObject({ status: via, turnedDown: { why: 'excessive', at: now } })
    // GDPR Art. 18(3): the letter before anything comes back.
    expect(step.effects).toEqual([tells, starts(machine)])
    expect(step.entry).toMatchObject({ event: 'turned-down', detail: 'excessive, by officer 00000000' })
    const closed = stepped(step.request, undone, later)
    expect(closed.request).toMatchObject({ status: 'turned-down', closedAt: later, turnedDown: { why: 'excessive' } })
    expect(closed.effects).toEqual(
      machine === 'restore' ? [...toldTo('release'), { kind: 'letter', letter: 'available-again' }] : [],
    )
    const left = stepped(closed.request, told, later).request
    expect([left.status, 'person' in left]).toEqual(['turned-down', false])
  },
)

test.each(['identifying', 'checking', 'stating', 'proving', 'deciding', 'objecting', 'weighing'] as const)(
  'a request that is %s closes at once: nothing was done for it',
  (status) => {
    const { request, effects } = stepped(requestIn(status), turnedDownAs('manifestly-unfounded'), now)
    expect(request).toMatchObject({ status: 'turned-down', closedAt: now })
    expect(effects).toEqual([tells])
    expect('person' in request && request.person?.answer?.reveal()).toBe('It is the tenth of this month.')
  },
)

test.each(statuses)('in %s a reason is offered when it can be given, and no other is taken', (status) => {
  const before = requestIn(status)
  const offered = whyTurnedDown(before, policy, now)
  for (const why of every) {
    const decision = decide(before, turnedDownAs(why), policy, now)
    expect([why, decision.kind]).toEqual([why, offered.includes(why) ? 'step' : 'refused'])
  }
  if (leadsTo(status, 'turned-down').length === 0) expect(offered).toEqual([])
})

promise('N14', 'nothing that was made unavailable for a request stays so when the company does not act on it', () => {
  for (const status of statuses) {
    const before = requestIn(status)
    const [why] = whyTurnedDown(before, policy, now)
    if (!why) continue
    let step = stepped(before, turnedDownAs(why), now)
    const undone: Partial<Record<Status, Event>> = { restoring: released, lifting: released, withdrawing: discarded }
    const next = undone[step.request.status]
    // A system that is down is asked again for as long as it takes; the request does not close before.
    if (next?.type === 'release-settled') {
      const waiting = stepped(step.request, { ...next, outstanding: ['files'] }, later)
      expect(isClosed(waiting.request)).toBe(false)
    }
    if (next) step = stepped(step.request, next, later)
    expect([status, step.request.status]).toEqual([status, 'turned-down'])
  }
})

test('as unfounded or excessive it is turned down within a month of receipt, to the millisecond; whose data they are can be learnt later', () => {
  const grace = requestIn('grace')
  expect(whyTurnedDown(grace, policy, justBefore(month))).toEqual(every)
  expect(whyTurnedDown(grace, policy, month)).toEqual(['not-identifiable'])
  expect(decide(grace, turnedDownAs('excessive'), policy, month)).toEqual({ kind: 'refused', reason: 'too-late' })
  // While it was asked who they are the time stood still.
  const stops = [{ why: 'other', sentAt: receivedAt, answeredAt: shifted(receivedAt, 5 * 86_400_000) }]
  expect(whyTurnedDown({ ...grace, stops }, policy, month)).toEqual(every)
})

test('what can be fetched, is decided by its items, or was asked by nobody is turned down for no reason but the one that fits', () => {
  expect(whyTurnedDown(requestIn('ready'), policy, now)).toEqual(['not-identifiable'])
  expect(whyTurnedDown(requestIn('checking'), policy, now)).toEqual(['manifestly-unfounded', 'excessive'])
  const grace = requestIn('grace')
  const nobodys: readonly Request[] = [
    { ...grace, unconsented: true },
    { ...grace, inactive: { lastUsed: '2025-01-01' as never } },
    { ...grace, controller: 'museum' },
    { ...grace, canary: true },
  ]
  for (const one of nobodys) expect(whyTurnedDown(one, policy, now)).toEqual([])
  const deciding = requestIn('deciding')
  const begun = { ...deciding, items: [{ field: 'name', category: 'identity', state: 'corrected' as const }] }
  expect(whyTurnedDown(begun, policy, now)).toEqual([])
})

test('without words of the company nothing is decided, and a hold does not stand in the way', () => {
  const before = requestIn('grace')
  expect(decide(before, turnedDownAs('excessive', ' \n'), policy, now)).toEqual({
    kind: 'refused',
    reason: 'reason-needed',
  })
  const held = stepped(before, holdSet, now).request
  expect(stepped(held, turnedDownAs('excessive'), now).request).not.toHaveProperty('hold')
})

test('figures count it once, as refused; the person reads why, and what came back', () => {
  for (const [from, undone] of [
    ['grace', released],
    ['gathering', discarded],
    ['weighing', undefined],
  ] as const) {
    const step = stepped(requestIn(from), turnedDownAs('excessive'), now)
    const last = undone && stepped(step.request, undone, later)
    const counts = [...step.counts.of, ...(last?.counts.of ?? [])]
    expect([from, counts.map((one) => (one.what === 'settled' ? one.result : one.what))]).toEqual([from, ['refused']])
  }
  const { request } = lived('turned-down')
  const seen = view(request, [...answersTo('restrict'), ...answersTo('release')], policy, later, false)
  expect(seen).toMatchObject({ status: 'turned-down', turnedDown: { why: 'excessive' }, actions: [] })
  expect(new Set(seen.coverage.map(({ outcome }) => outcome))).toEqual(new Set(['released']))
  expect(seen).not.toHaveProperty('eraseAt')
  // What was refused before anything was done says nothing of systems.
  const closed = stepped(requestIn('identifying'), turnedDownAs('excessive'), now).request
  expect(view(closed, [], policy, now, false).coverage).toEqual([])
  expect(stepped(requestIn('restricting'), restricted, now).request.status).toBe('grace')
})

import { expect, test } from 'vitest'
import { atRiskBy, isOwed, isSettled, pressing, soonBy, waitsFor } from '../../domain/deadline.ts'
import { decide } from '../../domain/decide.ts'
import { stillTrue } from '../../domain/letters.ts'
import type { Request, Status } from '../../domain/request.ts'
import { extended, moved } from '../../domain/time.ts'
import { view } from '../../domain/view.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import { extendedIt, justBefore, receivedAt, requestIn, shifted, statuses, stepped } from './sample.ts'

const soon = shifted(receivedAt, 600_000)
const berlin = policy.company.timeZone
const waitingIn = (status: Status): Request =>
  status === 'held' || status === 'ready' ? { ...requestIn(status), outstanding: ['files'] } : requestIn(status)
const extendable = ['weighing', 'deciding', 'correcting', 'gathering', 'ready', 'holding', 'held'] as const
const letters = (request: Request) =>
  stepped(request, extendedIt, soon).effects.flatMap((effect) => (effect.kind === 'letter' ? [effect.letter] : []))

promise('N14', 'two months more are taken for whatever Article 12(3) counts, and for no erasure', () => {
  for (const status of extendable) {
    const { request, entry } = stepped(waitingIn(status), extendedIt, justBefore(requestIn(status).promisedBy))
    expect(request).toMatchObject({ status, longer: 'complex', promisedBy: extended(receivedAt, policy) })
    expect(entry.detail).toBe('complex')
    expect(view(request, [], policy, soon, false)).toMatchObject({ longer: 'complex', promisedBy: request.promisedBy })
  }
  for (const status of statuses.filter((one) => !(extendable as readonly string[]).includes(one)))
    expect(decide(requestIn(status), extendedIt, policy, soon)).toMatchObject({ kind: 'refused' })
})

promise(
  'N14',
  'two months more are taken once, for what is not done, inside the first month, and the person is told',
  () => {
    for (const status of extendable) {
      const request = waitingIn(status)
      expect(decide(request, extendedIt, policy, request.promisedBy)).toMatchObject({ reason: 'too-late' })
      const longer = stepped(request, extendedIt, soon).request
      expect(decide(longer, extendedIt, policy, soon)).toMatchObject({ reason: 'not-possible-now' })
      expect(letters(request)[0]).toBe('answer-takes-longer')
      expect(stillTrue({ kind: 'letter', letter: 'answer-takes-longer' }, longer)).toBe(true)
    }
    for (const done of ['held', 'ready'] as const)
      expect(decide(requestIn(done), extendedIt, policy, soon)).toMatchObject({ reason: 'not-possible-now' })
    // Whoever decides needs a link that lasts as long.
    expect(letters(requestIn('deciding'))).toEqual(['answer-takes-longer', 'decision-needed'])
  },
)

test('what is settled is owed no more, and what waits for the person alone is not owed yet', () => {
  for (const status of statuses) {
    const request = requestIn(status)
    expect(isOwed(request) && isSettled(request), status).toBe(false)
    if ('closedAt' in request) expect(isSettled(request), status).toBe(true)
  }
  for (const status of ['held', 'ready'] as const) {
    expect(isSettled(requestIn(status))).toBe(true)
    expect(isOwed(waitingIn(status))).toBe(true)
  }
  for (const status of ['unverified', 'stating', 'proving', 'objecting'] as const)
    expect(isOwed(requestIn(status))).toBe(false)
})

test('a request says whom it waits for', () => {
  expect(waitsFor(requestIn('weighing'))).toBe('company')
  expect(waitsFor(requestIn('gathering'))).toBe('systems')
  expect(waitsFor(requestIn('grace'))).toBe('time')
  expect(waitsFor({ ...requestIn('grace'), outstanding: ['files'] })).toBe('systems')
  expect(waitsFor({ ...requestIn('grace'), hold: { reason: 'claim', since: soon } })).toBe('law')
  expect(waitsFor(requestIn('consenting'))).toBe('person')
})

test('the officer reads of an answer from the policy’s moment on, of its risk, and of what is overdue', () => {
  const request = requestIn('weighing')
  const { promisedBy } = request
  const week = moved(promisedBy, policy.periods.dueSoon, berlin, -1)
  expect(pressing(request, policy, justBefore(week))).toBeUndefined()
  expect(pressing(request, policy, week)).toBe('soon')
  // Twelve hours after an erasure would have begun.
  const risk = moved(moved(promisedBy, policy.periods.erasureLead, berlin, -1), 'PT12H', berlin)
  expect(pressing(request, policy, justBefore(risk))).toBe('soon')
  expect(pressing(request, policy, risk)).toBe('at-risk')
  expect(pressing(request, policy, justBefore(promisedBy))).toBe('at-risk')
  expect(pressing(request, policy, promisedBy)).toBe('overdue')
  for (const now of [week, risk, promisedBy]) expect(promisedBy <= soonBy(now, policy)).toBe(true)
  expect(atRiskBy(risk, policy)).toBe(promisedBy)
})

test('an erasure presses when something is in its way, not while its person may still have everything back', () => {
  const grace = requestIn('grace')
  const day = moved(grace.promisedBy, 'P5D', berlin, -1)
  expect(pressing(grace, policy, day)).toBeUndefined()
  expect(pressing({ ...grace, outstanding: ['files'] }, policy, day)).toBe('soon')
  expect(pressing({ ...grace, hold: { reason: 'claim', since: soon } }, policy, day)).toBe('soon')
  expect(pressing(grace, policy, justBefore(grace.promisedBy))).toBe('at-risk')
  expect(pressing(requestIn('erased'), policy, grace.promisedBy)).toBeUndefined()
  expect(pressing(requestIn('unverified'), policy, grace.promisedBy)).toBeUndefined()
})

test('an officer who wants to know late still knows of an erasure before it is at risk', () => {
  const late = { ...policy, periods: { ...policy.periods, dueSoon: 'P1D', erasureLead: 'P5D' } }
  expect(soonBy(receivedAt, policy)).toBe(moved(receivedAt, 'P7D', 'Europe/Berlin'))
  expect(soonBy(receivedAt, late)).toBe(atRiskBy(receivedAt, late))
})

test('who decides later has a link and a machine that last as long; for everything else there is nothing to begin anew', () => {
  const anew = (status: Status) => stepped(waitingIn(status), extendedIt, soon).effects.slice(1)
  expect(anew('weighing')).toEqual([
    { kind: 'letter', letter: 'objection-to-weigh' },
    { kind: 'start', machine: 'objection' },
  ])
  expect(anew('deciding')).toEqual([
    { kind: 'letter', letter: 'decision-needed' },
    { kind: 'start', machine: 'rectification' },
  ])
  for (const status of ['correcting', 'gathering', 'ready', 'holding', 'held'] as const)
    expect(anew(status)).toEqual([])
})

test('whatever is not closed waits for systems where they have work, and for a person where a person decides', () => {
  const waiting = Map.groupBy(
    statuses.filter((status) => !('closedAt' in requestIn(status))),
    (status) => waitsFor(requestIn(status)),
  )
  expect(Object.fromEntries(waiting)).toEqual({
    systems: [
      ...['restricting', 'restoring', 'erasing', 'holding', 'held', 'lifting', 'gathering', 'ready'],
      ...['discarding', 'withdrawing', 'stopping', 'correcting'],
    ],
    time: ['grace'],
    company: ['deciding', 'checking', 'weighing'],
    person: ['unverified', 'stating', 'proving', 'identifying', 'consenting', 'objecting', 'approving', 'approved'],
  })
  expect(waitsFor(requestIn('erasing-again'))).toBe('systems')
})

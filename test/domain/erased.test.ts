import { expect, test } from 'vitest'
import { decide } from '../../domain/decide.ts'
import { backupsUntil, exceptionsIn, nextEnd, notYetErasedAgain } from '../../domain/erased.ts'
import { nextForMachine } from '../../domain/machine.ts'
import type { Answer } from '../../domain/receipts.ts'
import type { In } from '../../domain/request.ts'
import { instant, moved } from '../../domain/time.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import { backupRestored, erased, justBefore, keptLongEnough, requestIn, shifted, stepped, told } from './sample.ts'

const closed = requestIn('erased')
const [kept] = closed.kept
const end = kept?.until ?? closed.closedAt
const zone = policy.company.timeZone
const answer = (round: number, system: string, outcome: 'done' | 'failed' = 'done'): Answer => ({
  ...{ system, verb: 'erase-again', done: true, at: closed.closedAt, round },
  receipts: [{ category: 'identity', outcome, count: 1 }],
})

promise('N7', 'what a law asks to keep is known to the day, counted from the erasure', () => {
  expect(closed.kept).toEqual([
    { exception: 'invoices', category: 'payment', until: moved(closed.closedAt, 'P10Y', zone) },
  ])
  const { request } = stepped(requestIn('erasing', 'erasure'), erased, closed.closedAt)
  expect(stepped(request, { type: 'certified', kept: [] }, closed.closedAt).request).toMatchObject({ kept: [] })
})

promise('N7', 'at its end, and not before, what was kept is erased too, and nothing is kept any more', () => {
  expect(decide(closed, keptLongEnough, policy, justBefore(end))).toMatchObject({ reason: 'not-possible-now' })
  const begun = stepped(closed, keptLongEnough, end)
  expect(begun.effects).toEqual([{ kind: 'start', machine: 'erasing-again' }])
  expect(nextForMachine(begun.request, 'look', policy, end).to).toBe('erase-again')
  const done = stepped(begun.request, erased, shifted(end, 60_000))
  expect(done.request).toMatchObject({ status: 'erased', kept: [], closedAt: closed.closedAt })
  expect(done.entry.detail).toBe('no longer kept: invoices')
})

test('a system that is down is asked again, and the request says which', () => {
  const begun = stepped(closed, keptLongEnough, end).request
  const waiting = stepped(begun, { type: 'erasure-settled', outstanding: ['billing'] }, end)
  expect(waiting.request).toMatchObject({ status: 'erasing-again', outstanding: ['billing'] })
  const next = nextForMachine(waiting.request, 'erased-again', policy, end)
  expect(next.to).toBe('erase-again-rest')
  expect(next.at > end).toBe(true)
})

promise('N4', 'what a restored backup brings back is erased again, as long as a backup can hold it', () => {
  const last = backupsUntil(closed.closedAt, policy)
  expect(decide(closed, backupRestored, policy, last)).toEqual({ kind: 'refused', reason: 'too-late' })
  const begun = stepped(closed, backupRestored, justBefore(last)).request as In<'erasing-again'>
  // Another backup meanwhile: what was answered to the first says nothing of the second.
  const again = stepped(begun, backupRestored, justBefore(last)).request as In<'erasing-again'>
  expect(again.round).toBeGreaterThan(begun.round)
  const systems = Object.keys(policy.systems)
  const answers = systems.map((system) => answer(begun.round, system))
  expect(notYetErasedAgain(begun, answers, policy)).toEqual([])
  expect(notYetErasedAgain(again, answers, policy)).toEqual(systems)
  const [first = '', ...others] = systems
  const half = [answer(again.round, first, 'failed'), ...others.map((system) => answer(again.round, system))]
  expect(notYetErasedAgain(again, half, policy)).toEqual([first])
  // What a law keeps stays kept.
  expect(stepped(again, erased, justBefore(last)).request).toMatchObject({ status: 'erased', kept: closed.kept })
})

test('who was erased is looked at again at each end, until there is none', () => {
  const first = nextEnd(closed, policy, closed.closedAt)
  expect(first).toBe(backupsUntil(closed.closedAt, policy))
  expect(nextEnd(closed, policy, first ?? end)).toBe(end)
  expect(nextEnd(closed, policy, end)).toBeUndefined()
})

test('everything under the reference outlives what is kept, by the time that evidence is kept', () => {
  const step = stepped(closed, told, shifted(closed.closedAt, 60_000))
  expect(step.keptUntil).toBe(moved(end, policy.periods.evidence, zone))
  const begun = stepped(step.request, keptLongEnough, end)
  expect(begun.keptUntil).toBe(moved(end, policy.periods.evidence, zone))
  expect(stepped(begun.request, erased, instant(end)).keptUntil).toBe(moved(end, policy.periods.evidence, zone))
})

test('only what systems say to have kept is kept: an exception for which the person had nothing is none', () => {
  const said = (verb: Answer['verb'], outcome: 'kept' | 'done', count: number): Answer => ({
    ...{ system: 'billing', verb, done: true, at: closed.closedAt },
    receipts: [{ category: 'payment', outcome, count, exception: 'invoices' }],
  })
  expect(exceptionsIn([said('erase', 'kept', 2), said('erase', 'kept', 1)])).toEqual(['invoices'])
  expect(exceptionsIn([said('erase', 'kept', 0)])).toEqual([])
  expect(exceptionsIn([said('restrict', 'kept', 2)])).toEqual([])
  expect(exceptionsIn([said('erase', 'done', 2)])).toEqual([])
})

import { expect, test } from 'vitest'
import { decide } from '../../domain/decide.ts'
import { nextForMachine } from '../../domain/machine.ts'
import type { Event } from '../../domain/request.ts'
import { view } from '../../domain/view.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import {
  eraseNowAsked,
  holdEnded,
  holdSet,
  momentReached,
  receivedAt,
  requestIn,
  restoreAsked,
  restricted,
  shifted,
  stepped,
} from './sample.ts'

const soon = shifted(receivedAt, 600_000)
const grace = requestIn('grace')
const held = stepped(grace, holdSet, soon)
const due = grace.eraseAt
const letters = (...names: string[]) => names.map((letter) => ({ kind: 'letter', letter }))

promise('N7', 'what a law asks to keep is not erased while it does, however long, and the person is told why', () => {
  expect(held.effects).toEqual(letters('on-hold'))
  expect(held.entry.detail).toBe('claim, file 2026/17')
  expect(view(held.request, [], policy, soon, false)).toMatchObject({ hold: { reason: 'claim', since: soon } })
  for (const days of [0, 1, 400]) {
    const now = shifted(due, days * 86_400_000)
    for (const event of [momentReached, eraseNowAsked])
      expect(decide(held.request, event, policy, now)).toEqual({ kind: 'refused', reason: 'on-hold' })
    const next = nextForMachine(held.request, 'moment-reached', policy, now)
    expect(next).toMatchObject({ to: 'wait', at: shifted(now, 7 * 86_400_000) })
  }
})

promise('N4', 'when the reason is gone, an erasure whose time has come goes on at once', () => {
  const later = shifted(due, 40 * 86_400_000)
  const ended = stepped(held.request, holdEnded, later)
  expect(ended.request).not.toHaveProperty('hold')
  expect(ended.effects).toEqual([...letters('hold-ended'), { kind: 'start', machine: 'erasure' }])
  expect(nextForMachine(ended.request, 'look', policy, later).at <= later).toBe(true)
  const claimed = stepped(ended.request, momentReached, later)
  expect(claimed.request.status).toBe('erasing')
})

promise('N3', 'a hold does not keep data from becoming unavailable', () => {
  const step = stepped(requestIn('restricting'), holdSet, soon)
  expect(nextForMachine(step.request, 'look', policy, soon).to).toBe('restrict')
  expect(stepped(step.request, restricted, soon).request).toMatchObject({ status: 'grace', hold: { reason: 'claim' } })
})

promise('N5', 'what is not erased yet because of a hold can be had back, after the planned moment too', () => {
  const later = shifted(due, 86_400_000)
  expect(view(held.request, [], policy, later, false).actions).toEqual(['restore', 'copy'])
  const back = stepped(held.request, restoreAsked, later)
  expect(back.request.status).toBe('restoring')
  expect(back.request).not.toHaveProperty('hold')
})

test('where the law forbids it the person is not told, and no untrue word is said', () => {
  const order: Event = { type: 'hold-set', reason: 'order', file: '2026/18' }
  const silent = stepped(grace, order, soon)
  expect(silent.effects).toEqual([])
  expect(view(silent.request, [], policy, soon, false)).not.toHaveProperty('hold')
  // No plan that is not kept: its moment is no longer named once it has passed.
  expect(view(silent.request, [], policy, due, false)).not.toHaveProperty('eraseAt')
  expect(stepped(silent.request, holdEnded, soon).effects).toEqual([{ kind: 'start', machine: 'erasure' }])
})

test('a hold needs a reason of the policy, is one at a time, and comes too late for what is being erased', () => {
  const unknown: Event = { type: 'hold-set', reason: 'whim', file: '1' }
  expect(decide(grace, unknown, policy, soon)).toMatchObject({ reason: 'not-possible-now' })
  expect(decide(held.request, holdSet, policy, soon)).toMatchObject({ reason: 'not-possible-now' })
  expect(decide(grace, holdEnded, policy, soon)).toMatchObject({ reason: 'not-possible-now' })
  expect(decide(requestIn('erasing'), holdSet, policy, soon)).toMatchObject({ reason: 'too-late' })
})

test('the history says why an erasure waits and where the papers are; what is not to be told is in no letter', () => {
  const claim = stepped(requestIn('grace'), holdSet, soon)
  expect(claim.entry.detail).toBe('claim, file 2026/17')
  expect(claim.effects).toEqual(letters('on-hold'))
  const order = { ...holdSet, reason: 'order' } as Event
  expect(stepped(requestIn('grace'), order, soon).effects).toEqual([])
})

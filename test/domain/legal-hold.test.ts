import { expect, test } from 'vitest'
import demo from '../../demo/policy.ts'
import { decide } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { historyOf, opened, unfitting } from '../../domain/history.ts'
import { takesHoldOver } from '../../domain/legal-hold.ts'
import { nextForMachine } from '../../domain/machine.ts'
import type { Request, Status } from '../../domain/request.ts'
import { nextMoment } from '../../domain/time.ts'
import { view } from '../../domain/view.ts'
import { noted } from '../../domain/written.ts'
import type { Policy } from '../../policy/schema.ts'
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
const order: Event = { type: 'hold-set', reason: 'order', file: '2026/18', salt: 'salt' }
const orderEnded: Event = { type: 'hold-ended', file: '2026/18', salt: 'more salt' }
const staff = 'officer 00000001'
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

promise('N4', 'a hold that ends before the moment of erasure leaves it to the machine that waits for it', () => {
  for (const now of [soon, shifted(due, -1)]) {
    const ended = stepped(stepped(grace, holdSet, soon).request, holdEnded, now)
    expect(ended.effects.filter(({ kind }) => kind === 'start')).toEqual([])
    expect(nextForMachine(ended.request, 'moment-reached', policy, now)).toMatchObject({ to: 'wait' })
  }
  const early = stepped(stepped(requestIn('restricting'), holdSet, soon).request, holdEnded, soon)
  expect(early.effects).toEqual(letters('hold-ended'))
})

promise('N4', 'a reminder whose moment passed during a hold is sent when it ends, once', () => {
  const reminder = nextMoment(due, soon, policy)
  const refusal = decide(held.request, momentReached, policy, reminder)
  expect(refusal).toEqual({ kind: 'refused', reason: 'on-hold' })
  const now = shifted(reminder, 86_400_000)
  const ended = stepped(held.request, holdEnded, now)
  expect(ended.effects).toEqual(letters('hold-ended', 'reminder'))
  expect(decide(ended.request, momentReached, policy, now)).toEqual({ kind: 'refused', reason: 'not-possible-now' })
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

test('a hold is not lost with the request that ends before it: it is kept, the officer hears of it, and the person no more than they know', () => {
  const kept = (reason: string) => [
    { kind: 'keep-hold', reason },
    { kind: 'start', machine: 'restore' },
  ]
  const back = stepped(held.request, restoreAsked, soon)
  expect(back.effects).toEqual([...kept('claim'), { kind: 'hold-news', news: 'kept', reason: 'claim' }])
  expect(back.entry.detail).toBe('hold claim stays')
  const silent = stepped(stepped(grace, order, soon).request, restoreAsked, soon)
  expect(silent.effects).toEqual([...kept('order'), { kind: 'hold-news', news: 'kept', reason: 'order' }])
  expect(silent.entry).not.toHaveProperty('detail')
  // A hold that ended is kept for nobody.
  const ended = stepped(stepped(held.request, holdEnded, soon).request, restoreAsked, soon)
  expect(ended.effects).toEqual([{ kind: 'start', machine: 'restore' }])
})

test('what is kept holds up a new erasure also when the policy does not know its reason any more; then the person is not told', () => {
  const from = held.request.reference
  const known = stepped(requestIn('restricting'), { type: 'hold-set', reason: 'claim', from }, soon)
  expect(known.entry.detail).toBe(`claim, kept from ${from}`)
  expect(known.effects).toEqual([...letters('on-hold'), { kind: 'hold-news', news: 'taken-over', reason: 'claim' }])
  const gone = stepped(requestIn('restricting'), { type: 'hold-set', reason: 'gone', from, salt: 'salt' }, soon)
  expect(gone.effects).toEqual([{ kind: 'hold-news', news: 'taken-over', reason: 'gone' }])
  expect([gone.entry.event, gone.request]).toMatchObject(['noted', { hold: { reason: 'gone' } }])
})

test('where the law forbids it the person is not told, and no untrue word is said', () => {
  const silent = stepped(grace, order, soon)
  expect(silent.effects).toEqual([])
  expect(view(silent.request, [], policy, soon, false)).not.toHaveProperty('hold')
  // No plan that is not kept: its moment is no longer named once it has passed.
  expect(view(silent.request, [], policy, due, false)).not.toHaveProperty('eraseAt')
  expect(stepped(silent.request, orderEnded, soon).effects).toEqual([])
})

test('of a hold that the person may not be told of their history says no more than of any note; beside it stands what happened', () => {
  const set = stepped(grace, { ...order, by: staff }, soon)
  const ended = stepped(set.request, { ...orderEnded, by: staff }, soon)
  const note = noted(grace, staff, 'another salt', policy, soon)
  if (note.kind === 'refused') throw new Error('nothing can be noted')
  const steps = [set, ended]
  for (const { entry } of steps) {
    expect(Object.keys(entry).sort()).toEqual(Object.keys(note.entry).sort())
    expect(entry).toMatchObject({ event: 'noted', from: 'grace', to: 'grace' })
  }
  const untold = steps.flatMap((step) => step.untold ?? [])
  const said = [`order, file 2026/18, by ${staff}`, `file 2026/18, by ${staff}`]
  expect(untold.map(({ event, detail }) => [event, detail])).toEqual([
    ['hold-set', said[0]],
    ['hold-ended', said[1]],
  ])
  const history = steps.map(({ entry }) => entry)
  expect(unfitting(history, untold)).toBeUndefined()
  expect(opened(history, untold).map(({ event, detail }) => [event, detail])).toEqual([
    ['hold-set', said[0]],
    ['hold-ended', said[1]],
  ])
  expect(JSON.stringify(historyOf(ended.request, history, policy, soon))).not.toMatch(/hold|order|2026\/18/)
  // Without a salt it could be guessed: then nothing is decided.
  expect(() => decide(grace, { ...order, salt: '' } as Event, policy, soon)).toThrow('salt')
})

test('that the end of such a hold is proposed, and declined, is not for the person either', () => {
  const { desk } = demo
  if (!desk) throw new Error('the demo has a desk')
  const two: Policy = { ...policy, desk: { ...desk, twoPeople: { acts: ['unhold'], within: 'P2D' } } }
  const propose: Event = { type: 'act-proposed', act: 'unhold', file: '2026/18', by: staff, salt: 's' }
  const of = (request: Request, event: Event) => {
    const decision = decide(request, event, two, soon)
    if (decision.kind === 'refused') throw new Error(decision.reason)
    return decision
  }
  const secret = of(of(grace, order).request, propose)
  const declined = of(secret.request, { type: 'proposal-declined', by: 'officer 00000002', salt: 't' })
  const confirmed = of(secret.request, { ...orderEnded, by: 'officer 00000002' })
  for (const { entry } of [secret, declined, confirmed]) {
    expect(entry.event).toBe('noted')
    expect(entry).not.toHaveProperty('detail')
  }
  expect([secret, declined, confirmed].map(({ untold }) => untold?.event)).toEqual([
    'act-proposed',
    'proposal-declined',
    'hold-ended',
  ])
  // What the person knows of is plain.
  const open = of(of(grace, holdSet).request, propose)
  expect(open.entry).toMatchObject({ event: 'act-proposed', detail: `unhold, file 2026/18, by ${staff}` })
  expect(open.untold).toBeUndefined()
})

test('who would erase at once is not told either why that is not possible', () => {
  const silent = stepped(grace, order, soon)
  expect(decide(silent.request, eraseNowAsked, policy, soon)).toEqual({ kind: 'refused', reason: 'not-possible-now' })
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
  expect(stepped(requestIn('grace'), order, soon).effects).toEqual([])
})

promise(
  'N7',
  'a kept hold is taken over by an erasure that a person asked for, as long as nothing of it is erased',
  () => {
    const begun: readonly Status[] = ['restricting', 'grace']
    for (const status of begun) {
      expect(takesHoldOver(requestIn(status))).toBe(true)
      expect(takesHoldOver({ ...requestIn(status), controller: 'school' } as Request)).toBe(false)
      expect(takesHoldOver({ ...requestIn(status), canary: true } as Request)).toBe(false)
    }
    for (const status of ['unverified', 'restoring', 'erasing', 'erased', 'holding', 'gathering'] as const)
      expect(takesHoldOver(requestIn(status))).toBe(false)
  },
)

test('of a request that waits for nothing no hold is kept', () => {
  expect(stepped(grace, restoreAsked, soon).effects.map(({ kind }) => kind)).not.toContain('keep-hold')
  expect(stepped(held.request, restoreAsked, soon).effects.map(({ kind }) => kind)).toContain('keep-hold')
})

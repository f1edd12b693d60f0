import { expect, test } from 'vitest'
import { weighingCertificateOf } from '../../domain/certificate.ts'
import { decide } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { nextForMachine } from '../../domain/machine.ts'
import { stoppedBy } from '../../domain/objection.ts'
import { Personal } from '../../domain/personal.ts'
import { extended, moved } from '../../domain/time.ts'
import { view } from '../../domain/view.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import {
  begun,
  certified,
  confirmed,
  erasedMeanwhile,
  extendedIt,
  goesOn,
  justBefore,
  momentReached,
  objected,
  receivedAt,
  requestIn,
  shifted,
  stepped,
  upheldIt,
  withdrawAsked,
} from './sample.ts'

const soon = shifted(receivedAt, 600_000)
const letters = (...names: string[]) => names.map((letter) => ({ kind: 'letter', letter }))
const start = { kind: 'start', machine: 'objection' }
const actionsIn = (status: 'objecting' | 'weighing' | 'upheld' | 'refused') =>
  view(requestIn(status), [], policy, soon, false).actions

promise(
  'N14',
  'who objects to a use is asked which and why, and somebody of the company decides within the month',
  () => {
    const asked = stepped(begun(receivedAt, policy, 'processing-objection').request, confirmed, soon)
    expect(asked.request).toMatchObject({ status: 'objecting', promisedBy: moved(receivedAt, 'P1M', 'Europe/Berlin') })
    expect(asked.effects).toEqual([...letters('state-grounds'), start])
    const said = stepped(asked.request, objected, soon)
    expect(said.request).toMatchObject({
      status: 'weighing',
      uses: [
        { category: 'identity', state: 'open' },
        { category: 'content', state: 'open' },
      ],
    })
    expect(said.effects).toEqual([...letters('objection-to-weigh'), start])
    expect(said.entry.detail).toBe('identity, content')
    const remindAt = nextForMachine(said.request, 'look', policy, soon).at as typeof soon
    const reminded = stepped(said.request, momentReached, remindAt)
    expect(reminded.effects).toEqual(letters('objection-to-weigh'))
    expect(nextForMachine(reminded.request, 'moment-reached', policy, remindAt).to).toBe('end')
  },
)

promise(
  'N14',
  'upheld, the uses stop; refused, the person has the reasons, and only with reasons can it be refused',
  () => {
    const upheld = stepped(requestIn('weighing'), upheldIt, soon)
    expect(upheld.effects).toEqual([{ kind: 'suppress' }, start])
    expect(stepped(upheld.request, certified, soon).effects).toEqual(letters('objection-upheld'))
    expect(stoppedBy(upheld.request)).toEqual(['use:identity', 'use:content'])
    const refused = stepped(requestIn('weighing'), goesOn, soon)
    expect(refused.effects).toEqual([{ kind: 'suppress' }, start])
    expect(stepped(refused.request, certified, soon).effects).toEqual(letters('objection-refused'))
    const suppressed = { effect: { kind: 'suppress' }, at: soon } as const
    const certificate = weighingCertificateOf(
      refused.request,
      { answers: [], history: [], waiting: [suppressed], notices: [] },
      policy,
    )
    expect(certificate).toMatchObject({
      ...{ right: 'processing-objection', answeredAt: soon, stoppedSince: soon },
      uses: [
        { category: 'identity', outcome: 'goes-on', reason: 'compelling' },
        { category: 'content', outcome: 'stopped' },
      ],
    })
    expect(JSON.stringify(certificate)).not.toMatch(/quill|example\.org/i)
    // Where nothing stops nothing was done: the answer needs no certificate.
    const nothing = { ...goesOn, decisions: { content: 'compelling', identity: 'compelling' } } as Event
    const none = stepped(requestIn('weighing'), nothing, soon)
    expect(none.effects).toEqual(letters('objection-refused'))
    expect(none.request).not.toHaveProperty('uncertified')
    expect(stoppedBy(refused.request)).toEqual(['use:content'])
    expect(refused.entry.detail).toBe('by the company: identity goes on, compelling; content stopped')
    const silent = { type: 'weighed', decisions: { content: 'compelling', identity: 'compelling' } } as const
    expect(decide(requestIn('weighing'), silent, policy, soon)).toMatchObject({ reason: 'reason-needed' })
    for (const decisions of [{}, { content: 'stop' }, { content: 'stop', identity: 'because' }] as const)
      expect(decide(requestIn('weighing'), { type: 'weighed', decisions } as Event, policy, soon).kind).toBe('refused')
  },
)

promise('N14', 'two months more are taken once, with a reason, and only while the first month runs', () => {
  const { promisedBy } = requestIn('weighing')
  const longer = stepped(requestIn('weighing'), extendedIt, justBefore(promisedBy))
  expect(longer.request).toMatchObject({ longer: 'complex', promisedBy: moved(receivedAt, 'P3M', 'Europe/Berlin') })
  expect(longer.effects).toEqual([...letters('answer-takes-longer', 'objection-to-weigh'), start])
  expect(extended(receivedAt, policy)).toBe(longer.request.promisedBy)
  expect(decide(requestIn('weighing'), extendedIt, policy, promisedBy)).toMatchObject({ reason: 'too-late' })
  expect(decide(longer.request, extendedIt, policy, soon)).toMatchObject({ reason: 'not-possible-now' })
})

promise('N3', 'while it is weighed, everything can be made unavailable with one click', () => {
  expect(actionsIn('objecting')).toEqual(['state', 'suspend', 'withdraw'])
  expect(actionsIn('weighing')).toEqual(['suspend', 'withdraw'])
  for (const closed of ['upheld', 'refused'] as const) expect(actionsIn(closed)).toEqual([])
})

test('who gives no grounds is reminded, and then everything goes on; taken back, it does so at once', () => {
  const request = requestIn('objecting')
  const remindAt = nextForMachine(request, 'look', policy, soon).at as typeof soon
  const reminded = stepped(request, momentReached, remindAt)
  expect(reminded.effects).toEqual(letters('state-grounds'))
  expect(nextForMachine(reminded.request, 'moment-reached', policy, remindAt).at).toBe(request.statedBy)
  expect(decide(request, objected, policy, request.statedBy)).toMatchObject({ reason: 'too-late' })
  for (const step of [
    stepped(reminded.request, momentReached, request.statedBy),
    stepped(requestIn('weighing'), withdrawAsked, soon),
  ]) {
    expect(step.request.status).toBe('dropped')
    expect(step.effects).toEqual(letters('objection-dropped'))
  }
  expect(decide(requestIn('upheld'), withdrawAsked, policy, soon)).toMatchObject({ reason: 'too-late' })
})

test('of what the policy does not name nothing is kept, and an erasure ends it quietly', () => {
  const strange = { ...objected, uses: ['shoe-size'] } as Event
  expect(decide(requestIn('objecting'), strange, policy, soon).kind).toBe('refused')
  const over = stepped(requestIn('weighing'), erasedMeanwhile, soon)
  expect(over.request).toMatchObject({ status: 'superseded' })
  expect(over.request).not.toHaveProperty('person')
  expect(over.effects).toEqual([])
})

test('whoever weighs says something known of each use, and keeps what is answered with who asked', () => {
  const weighing = requestIn('weighing')
  const decided = (decisions: Record<string, string>) =>
    decide(weighing, { type: 'weighed', decisions, answer: new Personal('So it is.') } as Event, policy, soon)
  for (const decisions of [
    {},
    { content: 'stop' },
    { content: 'stop', identity: 'whim' },
    { content: 'whim', identity: 'stop' },
  ])
    expect(decided(decisions)).toEqual({ kind: 'refused', reason: 'not-possible-now' })
  const { request } = stepped(weighing, goesOn, soon)
  const { person } = request as typeof weighing
  expect(person.address).toEqual(weighing.person.address)
  expect(weighing.person.stated?.reveal()).toEqual({ grounds: 'I am known in my town.' })
})

test('the company is reminded once, at its time, and not at the end of the month; the person twice at the most', () => {
  for (const status of ['objecting', 'weighing'] as const) {
    const request = requestIn(status)
    const end = request.status === 'objecting' ? request.statedBy : request.promisedBy
    const remindAt = moved(end, policy.periods.statementReminder, policy.company.timeZone, -1)
    const at = (now: typeof soon, more: object = {}) => decide({ ...request, ...more }, momentReached, policy, now)
    expect(at(justBefore(remindAt))).toEqual({ kind: 'refused', reason: 'not-possible-now' })
    expect(at(justBefore(remindAt), { remindedAt: remindAt })).toEqual({ kind: 'refused', reason: 'not-possible-now' })
    expect(at(remindAt)).toMatchObject({ request: { remindedAt: remindAt, status } })
    expect(at(remindAt, { remindedAt: remindAt })).toEqual({ kind: 'refused', reason: 'not-possible-now' })
    expect(at(shifted(remindAt, 1), { remindedAt: remindAt })).toEqual({ kind: 'refused', reason: 'not-possible-now' })
    const last = at(end)
    expect('request' in last && last.request.status).toBe(status === 'objecting' ? 'dropped' : 'weighing')
  }
})

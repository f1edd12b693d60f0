import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromItem, toItem } from '../../adapters/items.ts'
import { correctionCertificateOf } from '../../domain/certificate.ts'
import {
  correctionsFor,
  hasOnlyBegun,
  heldIn,
  type Item,
  isAddressProven,
  notYetCorrected,
  workOn,
} from '../../domain/correction.ts'
import { decide } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { nextForMachine } from '../../domain/machine.ts'
import { Personal } from '../../domain/personal.ts'
import type { Answer } from '../../domain/receipts.ts'
import type { In } from '../../domain/request.ts'
import { statementAbout, typed } from '../../domain/statement.ts'
import { instant, moved } from '../../domain/time.ts'
import { view } from '../../domain/view.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import {
  address,
  addressProven,
  begun,
  certified,
  confirmed,
  corrected,
  erasedMeanwhile,
  granted,
  justBefore,
  lived,
  momentReached,
  receivedAt,
  refusedIt,
  requestIn,
  saysAll,
  shifted,
  stepped,
  told,
  toldTo,
  withdrawAsked,
} from './sample.ts'

const soon = shifted(receivedAt, 600_000)
const letters = (...names: string[]) => names.map((letter) => ({ kind: 'letter', letter }))
const start = { kind: 'start', machine: 'rectification' }
const states = (request: object) =>
  Object.fromEntries(('items' in request ? (request as In<'deciding'>).items : []).map((one) => [one.field, one.state]))
const down: Event = { type: 'rectification-settled', outstanding: ['billing'], held: [] }

promise('N2', 'who proved their address is asked what is right, and nothing happens before they said it', () => {
  const step = stepped(begun(receivedAt, policy, 'rectification').request, confirmed, soon)
  expect(step.request).toMatchObject({ status: 'stating', statedBy: moved(soon, 'P14D', 'Europe/Berlin') })
  expect(step.effects).toEqual([...letters('state-what-is-right'), start])
  expect(view(step.request, [], policy, soon, false)).toMatchObject({ actions: ['state', 'withdraw'], coverage: [] })
})

promise('N2', 'who says nothing is reminded, and then nothing is changed', () => {
  const request = requestIn('stating')
  const remindAt = nextForMachine(request, 'look', policy, soon).at as typeof soon
  expect(decide(request, momentReached, policy, justBefore(remindAt)).kind).toBe('refused')
  const reminded = stepped(request, momentReached, remindAt)
  expect(reminded.effects).toEqual(letters('state-what-is-right'))
  const overAt = nextForMachine(reminded.request, 'moment-reached', policy, remindAt).at as typeof soon
  expect(overAt).toBe(request.statedBy)
  expect(decide(request, saysAll, policy, overAt)).toEqual({ kind: 'refused', reason: 'too-late' })
  const over = stepped(reminded.request, momentReached, overAt)
  expect(over.request).toMatchObject({ status: 'unchanged', items: [] })
  expect(over.effects).toEqual(letters('nothing-corrected'))
})

promise('N2', 'each thing goes its own way: by itself, through the proof of a new address, or to a person', () => {
  const step = stepped(requestIn('stating'), saysAll, soon)
  expect(step.request.status).toBe('correcting')
  expect(states(step.request)).toEqual({
    name: 'correcting',
    address: 'proving',
    payer: 'deciding',
    statement: 'deciding',
  })
  expect(step.effects).toEqual([...letters('prove-new-address', 'new-address-stated', 'decision-needed'), start])
  const settled = stepped(step.request, corrected, soon)
  expect(settled.request.status).toBe('deciding')
  const proven = stepped(settled.request, addressProven, soon)
  expect(proven.request).toMatchObject({ status: 'correcting', round: 2 })
  const again = stepped(proven.request, corrected, soon)
  const decided = stepped(again.request, granted, soon)
  const done = stepped(decided.request, corrected, soon)
  expect(states(done.request)).toEqual({
    name: 'corrected',
    address: 'corrected',
    payer: 'corrected',
    statement: 'corrected',
  })
  expect(done.request.status).toBe('corrected')
  expect(done.effects).toEqual(toldTo('rectify'))
  expect(stepped(done.request, certified, soon).effects).toEqual(letters('address-changed', 'corrected'))
})

promise('N2', 'a new address counts once both are proven; then letters go there, and the old one is told', () => {
  const proving = requestIn('proving')
  for (const event of [granted, corrected, saysAll]) expect(decide(proving, event, policy, soon).kind).toBe('refused')
  const proven = stepped(proving, addressProven, soon)
  expect(proven.request).toMatchObject({ status: 'correcting' })
  expect(decide(proven.request, addressProven, policy, soon).kind).toBe('refused')
  const done = stepped(proven.request, corrected, soon).request as In<'corrected'>
  expect(done.person?.address.reveal()).toBe('ada@example.org')
  expect(done.person?.formerAddress?.reveal()).toBe(address)
  expect(decide(proving, addressProven, policy, proving.provenBy)).toEqual({ kind: 'refused', reason: 'too-late' })
  const late = stepped(proving, momentReached, proving.provenBy)
  expect(late.request.status).toBe('declined')
  expect(states(late.request)).toEqual({ address: 'unproven' })
  expect((late.request as In<'declined'>).person?.address.reveal()).toBe(address)
})

promise('N2', 'where correction is refused, what the person said lies with the record, and the reason is told', () => {
  const decided = stepped(requestIn('deciding'), refusedIt, soon)
  expect(decided.entry.detail).toBe('by the company: payer declined, correct')
  expect(states(decided.request)).toEqual({ payer: 'noting' })
  expect(correctionsFor(decided.request as In<'correcting'>, 'billing', policy)).toEqual([
    { category: 'payment', field: 'statement', value: 'Payer: A. Quill' },
  ])
  const done = stepped(decided.request, corrected, soon)
  expect(done.request).toMatchObject({ status: 'declined', items: [{ state: 'noted', reason: 'correct' }] })
  expect(done.request).not.toHaveProperty('statement')
  expect(done.effects).toEqual([])
  expect(stepped(done.request, certified, soon).effects).toEqual(letters('not-all-corrected'))
})

promise('N2', 'a statement that no system keeps stays with the request when the person is forgotten', () => {
  const said: Event = {
    type: 'stated',
    items: [{ field: 'statement', category: 'content', state: 'deciding' }],
    stated: new Personal({ statement: 'The file is not mine.' }),
  }
  const deciding = stepped(requestIn('stating'), said, soon)
  const declined = stepped(deciding.request, { type: 'decided', decisions: { statement: 'correct' } }, soon)
  expect(declined.request.status).toBe('declined')
  const forgotten = stepped(stepped(declined.request, certified, soon).request, told, soon).request as In<'declined'>
  expect(forgotten).not.toHaveProperty('person')
  expect(forgotten.statement?.reveal()).toBe('The file is not mine.')
  expect((fromItem(toItem(forgotten)) as In<'declined'>).statement?.reveal()).toBe('The file is not mine.')
})

promise('N2', 'a correction is signed before anybody is told, and the person is forgotten only after that', () => {
  const closed = stepped(requestIn('correcting'), corrected, soon)
  expect(closed.effects).toEqual([])
  expect(nextForMachine(closed.request, 'rectification-settled', policy, soon).to).toBe('certify')
  expect(decide(closed.request, told, policy, soon)).toEqual({ kind: 'refused', reason: 'not-possible-now' })
  const signed = stepped(closed.request, certified, soon)
  expect(signed.request).not.toHaveProperty('uncertified')
  expect(nextForMachine(signed.request, 'look', policy, soon).to).toBe('strip')
  expect(decide(signed.request, certified, policy, soon).kind).toBe('refused')
  expect(stepped(signed.request, told, soon).request).not.toHaveProperty('person')
  // What people close finds a machine of its own: the one that waited for them may have ended.
  const said: Event = {
    type: 'stated',
    items: [{ field: 'statement', category: 'content', state: 'deciding' }],
    stated: new Personal({ statement: 'The file is not mine.' }),
  }
  const deciding = stepped(requestIn('stating'), said, soon).request
  for (const decision of ['correct', 'apply'])
    expect(stepped(deciding, { type: 'decided', decisions: { statement: decision } }, soon).effects).toEqual([start])
  // What was corrected before there were certificates is stripped as before.
  const { uncertified: _, ...before } = closed.request as In<'corrected'>
  expect(nextForMachine(before, 'look', policy, soon).to).toBe('strip')
  expect(decide(before, certified, policy, soon).kind).toBe('refused')
})

promise('N2', 'its certificate names fields and systems, reasons and where statements are kept, and no value', () => {
  const { request } = lived('declined')
  const answer = (system: string, category: string, field: string): Answer => ({
    ...{ system, verb: 'rectify', done: true, at: soon },
    receipts: [{ category, field, outcome: 'done', count: 2 }],
  })
  const answers = [answer('accounts', 'identity', 'name'), answer('billing', 'payment', 'statement')]
  const certificate = correctionCertificateOf(request, answers, policy)
  expect(certificate).toMatchObject({
    ...{ v: 1, right: 'rectification', answeredAt: request.closedAt, historyHash: request.historyHash },
    items: [
      { field: 'name', category: 'identity', outcome: 'corrected' },
      { field: 'payer', category: 'payment', outcome: 'noted', reason: 'correct', statement: 'kept-with-records' },
    ],
    coverage: [
      { system: 'accounts', field: 'name', outcome: 'corrected', count: 2 },
      { system: 'billing', field: 'statement', outcome: 'noted', count: 2 },
    ],
    recipients: [],
  })
  expect(JSON.stringify(certificate)).not.toMatch(/Quill|example\.org/)
  const here = {
    ...request,
    items: [{ field: 'statement', category: 'content', state: 'declined', reason: 'correct' }],
  }
  const kept = { ...here, statement: new Personal('It is A.') } as In<'declined'>
  expect(correctionCertificateOf(kept, [], policy).items).toEqual([
    {
      ...{ field: 'statement', category: 'content', outcome: 'declined', reason: 'correct' },
      statement: 'kept-with-request',
    },
  ])
  const paid = { ...request, items: [{ field: 'payer', category: 'payment', state: 'corrected' }] } as In<'declined'>
  expect(correctionCertificateOf(paid, [], policy).recipients).toEqual([
    { id: 'payments', name: 'Example Pay', noticeQueuedAt: request.closedAt },
  ])
  expect(() => correctionCertificateOf(requestIn('correcting'), answers, policy)).toThrow('no certificate')
})

test('the company has to decide on everything that was asked, and does so once', () => {
  const { request } = stepped(stepped(requestIn('stating'), saysAll, soon).request, corrected, soon)
  const half: Event = { type: 'decided', decisions: { payer: 'apply' } }
  expect(decide(request, half, policy, soon).kind).toBe('refused')
  const once = stepped(request, refusedIt, soon)
  expect(decide(once.request, granted, policy, soon).kind).toBe('refused')
})

test('a decision while systems are still correcting begins a round of its own', () => {
  const { request } = stepped(requestIn('stating'), saysAll, soon)
  const decided = stepped(request, granted, soon)
  expect(decided.request).toMatchObject({ status: 'correcting', round: 2, outstanding: [] })
  const early = { system: 'billing', verb: 'rectify', done: true, at: soon, receipts: [], round: 1 } as const
  expect(notYetCorrected(decided.request as In<'correcting'>, [early], policy)).toEqual(['accounts', 'billing'])
  expect(notYetCorrected(decided.request as In<'correcting'>, [{ ...early, round: 2 }], policy)).toEqual(['accounts'])
  // Nobody is told that it takes longer by the machine of the round before.
  const second = decided.request as In<'correcting'>
  const all = (['accounts', 'billing'] as const).map((system) => ({ ...early, system, round: 2 }))
  const later = (ms: number) => instant(Date.parse(soon) + ms)
  expect(hasOnlyBegun(second, [early], policy, later(1000))).toBe(true)
  expect(hasOnlyBegun(second, all.slice(0, 1), policy, later(1000))).toBe(true)
  expect(hasOnlyBegun(second, all, policy, later(1000))).toBe(false)
  expect(hasOnlyBegun(second, [early], policy, later(3_600_000))).toBe(false)
})

test('a system that is down is asked again, and told of once', () => {
  const first = stepped(requestIn('correcting'), down, soon)
  expect(first.effects).toEqual(letters('takes-longer'))
  expect(nextForMachine(first.request, 'rectification-settled', policy, soon).to).toBe('correct-rest')
  const second = stepped(first.request, down, soon)
  expect(second.effects).toEqual([])
  expect(stepped(second.request, corrected, soon).request.status).toBe('corrected')
})

test('what no system holds is said to be so, and not to be corrected', () => {
  const nothing: Event = { type: 'rectification-settled', outstanding: [], held: [] }
  const done = stepped(requestIn('correcting'), nothing, soon)
  expect(done.request.status).toBe('declined')
  expect(states(done.request)).toEqual({ name: 'not-held' })
  expect(done.effects).toEqual([])
  expect(stepped(done.request, certified, soon).effects).toEqual(letters('not-all-corrected'))
})

test('the person can take back what is not done yet, and keeps what is', () => {
  expect(stepped(requestIn('stating'), withdrawAsked, soon).request.status).toBe('unchanged')
  expect(stepped(requestIn('deciding'), withdrawAsked, soon).request.status).toBe('unchanged')
  const { request } = stepped(stepped(requestIn('stating'), saysAll, soon).request, corrected, soon)
  const back = stepped(request, withdrawAsked, soon)
  expect(states(back.request)).toMatchObject({ name: 'corrected', payer: 'withdrawn', address: 'withdrawn' })
  expect(back.request.status).toBe('corrected')
  expect(decide(requestIn('correcting'), withdrawAsked, policy, soon).kind).toBe('refused')
})

test('the company is reminded of a decision once before the person’s answer is due, and the machine ends', () => {
  const request = requestIn('deciding')
  const { to, at } = nextForMachine(request, 'look', policy, soon)
  expect([to, at]).toEqual(['wait', moved(request.promisedBy, 'P3D', 'Europe/Berlin', -1)])
  const reminded = stepped(request, momentReached, at as typeof soon)
  expect(reminded.effects).toEqual(letters('decision-needed'))
  expect(nextForMachine(reminded.request, 'moment-reached', policy, at as typeof soon).to).toBe('end')
})

promise('N4', 'with the erasure of the same person a correction ends, and forgets what they said', () => {
  for (const status of ['stating', 'proving', 'deciding', 'correcting'] as const) {
    const step = stepped(requestIn(status), erasedMeanwhile, soon)
    expect(step.request).toMatchObject({ status: 'superseded', right: 'rectification' })
    expect(step.request).not.toHaveProperty('person')
    expect(step.request).not.toHaveProperty('items')
  }
})

test('the history and what machines get name fields, and nothing that was said', () => {
  const step = stepped(requestIn('stating'), saysAll, soon)
  expect(step.entry.detail).toBe('name, address, payer, statement')
  expect(JSON.stringify([step.entry, step.request])).not.toMatch(/Quill|example\.org|It is A/)
  expect(fromItem(toItem(step.request))).toEqual(step.request)
})

test('what is typed is taken as the policy says, and whatever else is typed changes nothing', () => {
  expect(typed({ name: '  Ada\u0301 ', address: 'Ada@Example.ORG', phone: '', other: 'x' }, policy)).toEqual({
    values: { name: 'Adá', address: 'ada@example.org' },
    wrong: {},
  })
  const wrong = (fields: Record<string, string>) => typed(fields, policy).wrong
  expect(wrong({ name: 'x'.repeat(61) })).toEqual({ name: 'too-long' })
  expect(wrong({ name: '😀'.repeat(60) })).toEqual({})
  for (const name of ['Ada\nQuill', 'Ada\u202Elliuq', 'A\u0000', 'A\u200Bda'])
    expect(wrong({ name })).toEqual({ name: 'malformed' })
  for (const phone of ['none', '12', '+4930<script>']) expect(wrong({ phone })).toEqual({ phone: 'malformed' })
  for (const bad of ['ada', 'ada@', 'a b@example.org', 'ada@example', 'ada@example.org\r\nBcc: x@example.org'])
    expect(wrong({ address: bad })).toEqual({ address: 'malformed' })
  expect(wrong({ statement: 'one\ntwo\tthree' })).toEqual({})
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (fields) => {
      const { values, wrong: found } = typed(fields, policy)
      for (const field of [...Object.keys(values), ...Object.keys(found)])
        expect([...Object.keys(policy.correctable), 'statement']).toContain(field)
    }),
  )
})

promise('N2', 'what is being corrected goes on while somebody declines another thing that the person said', () => {
  const payer: Item = { field: 'payer', category: 'content', state: 'deciding' }
  const said = { type: 'stated', items: [{ field: 'name', category: 'identity', state: 'correcting' }, payer] } as const
  const stated = new Personal({ name: 'Ada', payer: 'A.' })
  const correcting = stepped(requestIn('stating'), { ...said, stated }, soon)
  const answer = new Personal('It is as you signed it.')
  const decided = stepped(correcting.request, { type: 'decided', decisions: { payer: 'correct' }, answer }, soon)
  expect(decided.request).toMatchObject({ status: 'correcting', round: 1 })
  expect(states(decided.request)).toEqual({ name: 'correcting', payer: 'declined' })
  expect(decided.effects).toEqual([])
  expect((decided.request as In<'correcting'>).person.answer?.reveal()).toBe('It is as you signed it.')
})

test('a new address that somebody grants has still to be proven', () => {
  const deciding = requestIn('deciding')
  const items: readonly Item[] = [{ field: 'address', category: 'identity', state: 'deciding' }]
  const granted: Event = { type: 'decided', decisions: { address: 'apply' } }
  expect(states(stepped({ ...deciding, items }, granted, soon).request)).toEqual({ address: 'proving' })
})

test('a statement for which no record was found to keep it with is declined, and stays with the request', () => {
  const noting = stepped(requestIn('deciding'), refusedIt, soon).request
  const done = stepped(noting, { type: 'rectification-settled', outstanding: [], held: [] }, soon).request
  expect(states(done)).toEqual({ payer: 'declined' })
  expect((done as In<'declined'>).statement?.reveal()).toBe('Payer: A. Quill')
})

test('what a person gives as evidence stays with the request', () => {
  const evidence = { id: 'e', bytes: 9, extension: 'pdf' }
  expect(stepped(requestIn('stating'), { ...saysAll, evidence } as Event, soon).request).toMatchObject({ evidence })
  expect(stepped(requestIn('stating'), saysAll, soon).request).not.toHaveProperty('evidence')
})

test('a mail proposes what is right once, and only while the person can still say it: anybody may have written it', () => {
  const stating = requestIn('stating')
  const proposed = stepped(stating, { type: 'proposed', said: new Personal('It is A.') }, soon)
  expect(proposed.effects).toEqual(letters('state-what-is-right'))
  const again: Event = { type: 'proposed', said: new Personal('It is B.') }
  expect(decide(proposed.request, again, policy, soon).kind).toBe('refused')
  expect(decide(stating, again, policy, stating.statedBy).kind).toBe('refused')
})

describe('systems', () => {
  const correcting = requestIn('correcting')
  const answer = (more: Partial<Answer>): Answer => ({
    ...{ system: 'accounts', verb: 'rectify', done: true, at: soon, receipts: [], round: correcting.round },
    ...more,
  })

  test('are never asked to put nothing in place of a value', () => {
    const { stated: _, ...person } = correcting.person
    expect(() => correctionsFor({ ...correcting, person }, 'accounts', policy)).toThrow('nothing was stated about name')
  })

  test('have only begun until each has answered this round, or a moment is over', () => {
    const { startedAt } = correcting
    expect(hasOnlyBegun(correcting, [], policy, startedAt)).toBe(true)
    for (const other of [{ verb: 'erase' }, { system: 'billing' }, { round: correcting.round - 1 }] as const)
      expect(hasOnlyBegun(correcting, [answer(other)], policy, startedAt)).toBe(true)
    expect(hasOnlyBegun(correcting, [answer({ done: false })], policy, startedAt)).toBe(false)
    expect(hasOnlyBegun(correcting, [], policy, shifted(startedAt, 5 * 60_000))).toBe(false)
  })

  test('hold what they say was corrected, field by field', () => {
    const done = { category: 'identity', outcome: 'done', count: 1 } as const
    const receipts = [{ ...done, field: 'name' }, { ...done, field: 'phone', outcome: 'not-found' as const }, done]
    expect(heldIn([answer({ receipts }), answer({ verb: 'erase', receipts })])).toEqual([
      { category: 'identity', field: 'name' },
    ])
  })

  test('have nothing to do with what was said in words and granted: a person of the company does that', () => {
    const item = { field: 'statement', category: 'payment', state: 'corrected' } as const
    expect(workOn(item, 'billing', policy)).toEqual([])
    expect(workOn({ ...item, state: 'noted' }, 'billing', policy)).toEqual([
      { category: 'payment', field: 'statement' },
    ])
  })
})

test('a new address is proven once the person clicked, whatever became of it', () => {
  const address = (state: Item['state']) =>
    isAddressProven({ ...requestIn('correcting'), items: [{ field: 'address', category: 'identity', state }] }, policy)
  expect((['correcting', 'corrected', 'not-held'] as const).map(address)).toEqual([true, true, true])
  expect((['proving', 'unproven', 'deciding'] as const).map(address)).toEqual([false, false, false])
  expect(isAddressProven(requestIn('correcting'), policy)).toBe(false)
  expect(isAddressProven(requestIn('grace'), policy)).toBe(false)
})

test('a field that the policy bounds by a pattern takes what fits it whole', () => {
  const correctable = {
    vat: {
      label: { en: 'VAT' },
      category: 'payment',
      kind: 'text',
      maxLength: 20,
      decided: 'itself',
      pattern: 'DE[0-9]+',
    },
  } as const
  const wrong = (vat: string) => typed({ vat }, { ...policy, correctable }).wrong
  expect(wrong('DE12')).toEqual({})
  expect(wrong('xDE12')).toEqual({ vat: 'malformed' })
  expect(wrong('DE12x')).toEqual({ vat: 'malformed' })
})

test('about what nothing was said nothing is kept', () => {
  const item = { field: 'statement', category: 'content', state: 'declined' } as const
  expect(statementAbout([item], undefined, 'en', policy)).toBe('')
})

import { expect, test } from 'vitest'
import { decide } from '../../domain/decide.ts'
import { actsOn, duties, fetched, looked, may, roleOf, roles, staffOf } from '../../domain/desk.ts'
import { leadsTo } from '../../domain/lifecycle.ts'
import { policy } from '../sample-policy.ts'
import { justBefore, receivedAt, requestIn, shifted, statuses } from './sample.ts'

const now = shifted(receivedAt, 3_600_000)
const named = { roles: { officer: 'officers', agent: 'agents', auditor: 'auditors' } }

test('a role is what a group of the provider says, the one that may most first; other groups say nothing', () => {
  expect(roleOf(['auditors', 'officers'], named)).toBe('officer')
  expect(roleOf(['auditors', 'agents'], named)).toBe('agent')
  expect(roleOf(['auditors'], named)).toBe('auditor')
  for (const groups of [[], ['officer'], ['Officers'], ['everybody']]) expect(roleOf(groups, named)).toBeUndefined()
})

test('an auditor changes nothing and sees nobody; what holds up or ends what a person asked for is the officer’s', () => {
  const of = (role: (typeof roles)[number]) =>
    Object.keys(duties).filter((duty) => may(role, duty as keyof typeof duties))
  expect(of('auditor')).toEqual(['see'])
  expect(of('agent')).toEqual([
    'see',
    'search',
    'look',
    'fetch',
    'enter',
    'decide',
    'doubt',
    'extend',
    'write',
    'link',
    'state',
    'reassign',
  ])
  expect(of('officer')).toEqual(Object.keys(duties))
})

test('a name in a history tells the role, and whose it is only to who knows the provider’s id of them', () => {
  const name = staffOf('officer', 'https://id.example.org', 'u-1')
  expect(name).toMatch(/^officer [0-9a-f]{8}$/)
  expect(staffOf('officer', 'https://id.example.org', 'u-1')).toBe(name)
  expect(staffOf('officer', 'https://id.example.org', 'u-2')).not.toBe(name)
  expect(staffOf('officer', 'https://id.example.com', 'u-1')).not.toBe(name)
  // Not by writing the border between the two differently.
  expect(staffOf('officer', 'https://id.example.orgu', '-1')).not.toBe(name)
})

test.each(statuses)('in %s a role is offered what the table of transitions allows, and nothing else', (status) => {
  const request = requestIn(status)
  for (const role of roles)
    for (const act of actsOn(request, role, now)) {
      expect(may(role, act)).toBe(true)
      const event = {
        doubt: 'doubted',
        hold: 'hold-set',
        unhold: 'hold-ended',
        extend: 'extended',
        lift: 'lift-announced',
        confirm: 'act-proposed',
        decline: 'proposal-declined',
        'no-child': 'report-ended',
      } as const
      if (act !== 'decide' && act !== 'child' && act !== 'link')
        expect(leadsTo(status, event[act]).length).toBeGreaterThan(0)
    }
  expect(actsOn(request, 'auditor', now)).toEqual([])
})

test('of a hold that is there only its end is offered', () => {
  const before = requestIn('grace')
  expect(actsOn(before, 'officer', now)).toContain('hold')
  const decision = decide(before, { type: 'hold-set', reason: 'claim', file: '1', by: 'officer 00000000' }, policy, now)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  expect(actsOn(decision.request, 'officer', now)).toEqual(['unhold', 'child', 'link'])
  expect(decision.entry.detail).toMatch(/by officer 00000000$/)
})

test.each(statuses)('a look in %s is an entry of the history, and changes and causes nothing else', (status) => {
  const before = requestIn(status)
  const decision = looked(before, 'agent 00000000', policy, now)
  if (!('person' in before && before.person)) {
    expect(decision).toEqual({ kind: 'refused', reason: 'not-possible-now' })
    return
  }
  if (decision.kind === 'refused') throw new Error(decision.reason)
  const { version: _, historyHash: __, historyLength: ___, ...after } = decision.request
  expect(before).toMatchObject(after)
  expect(decision.effects).toEqual([])
  expect(decision.counts.of).toEqual([])
  expect(decision.entry).toMatchObject({ event: 'looked', from: status, to: status, detail: 'by agent 00000000' })
  expect(decision.entry.previous).toBe(before.historyHash)
})

test('a file that somebody fetches is an entry of the history by what it is, where there is one and somebody it is of', () => {
  const before = requestIn('deciding')
  const refused = { kind: 'refused', reason: 'not-possible-now' }
  const decision = fetched(before, 'evidence', 'agent 00000000', policy, now)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  expect(decision.entry).toMatchObject({
    ...{ event: 'fetched', from: 'deciding', to: 'deciding', detail: 'evidence, by agent 00000000' },
    previous: before.historyHash,
  })
  expect([decision.effects, decision.counts.of]).toEqual([[], []])
  expect(fetched(before, undefined, 'agent 00000000', policy, now)).toEqual(refused)
  const { person: _, ...nobody } = requestIn('erased')
  expect(fetched(nobody as typeof before & typeof nobody, 'evidence', 'agent 00000000', policy, now)).toEqual(refused)
})

test('a restriction whose end was announced is ended once its notice has run, and not while it runs', () => {
  const liftAt = shifted(receivedAt, 14 * 86_400_000)
  const held = { ...requestIn('held'), liftAt }
  expect(actsOn(held, 'officer', justBefore(liftAt))).not.toContain('lift')
  expect(actsOn(held, 'officer', liftAt)).toContain('lift')
  expect(actsOn(requestIn('held'), 'officer', receivedAt)).toContain('lift')
})

test('a child’s account is reported from a request whose account is known, once, and not from what is over or asks already', () => {
  const may = (status: Parameters<typeof requestIn>[0]) => actsOn(requestIn(status), 'officer', now).includes('child')
  for (const known of ['grace', 'stating', 'gathering', 'held', 'weighing'] as const)
    expect([known, may(known)]).toEqual([known, true])
  for (const not of ['unverified', 'identifying', 'consenting', 'consented', 'restored', 'approving'] as const)
    expect([not, may(not)]).toEqual([not, false])
  const unconsented = { ...requestIn('grace'), unconsented: true } as const
  expect(actsOn(unconsented, 'officer', now)).not.toContain('child')
  expect(actsOn(requestIn('consenting'), 'officer', now)).toContain('no-child')
})

test.each([
  ['decide', ['deciding', 'checking', 'weighing']],
  ['doubt', ['unverified', 'stating', 'objecting']],
  ['extend', ['holding', 'gathering', 'deciding', 'correcting', 'weighing']],
  ['hold', ['restricting', 'grace']],
  ['lift', ['held']],
  ['unhold', []],
  ['confirm', []],
  ['decline', []],
] as const)('%s is offered where there is something to do by it, and nowhere else', (act, where) => {
  expect(statuses.filter((status) => actsOn(requestIn(status), 'officer', now).includes(act))).toEqual(where)
})

test('what was proposed can be confirmed where the act itself could still be done', () => {
  const proposal = { act: 'unhold', by: 'officer 00000000', at: receivedAt, until: shifted(now, 1), file: '1' } as const
  const hold = { reason: 'claim', since: receivedAt } as const
  const offered = (request: Parameters<typeof actsOn>[0]) =>
    actsOn(request, 'officer', now).filter((act) => act === 'confirm' || act === 'decline' || act === 'unhold')
  expect(offered({ ...requestIn('grace'), hold, proposal })).toEqual(['confirm', 'decline'])
  expect(offered({ ...requestIn('grace'), hold })).toEqual(['unhold'])
  expect(offered({ ...requestIn('erasing'), proposal })).toEqual([])
})

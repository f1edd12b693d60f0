import { expect, test } from 'vitest'
import { decide } from '../../domain/decide.ts'
import { actsOn } from '../../domain/desk.ts'
import type { Decision, Event, In, Request } from '../../domain/request.ts'
import { confirming, openProposal } from '../../domain/two-people.ts'
import type { Policy } from '../../policy/schema.ts'
import { policy as plain } from '../sample-policy.ts'
import { receivedAt, requestIn, shifted } from './sample.ts'

const desk: NonNullable<Policy['desk']> = {
  signIn: { kind: 'cognito', prefix: 'sample' },
  domains: ['example.com'],
  roles: { officer: 'o', agent: 'a', auditor: 'r' },
  sessions: { idle: 'PT30M', whole: 'PT8H' },
  twoPeople: { acts: ['unhold', 'lift'], within: 'P2D' },
}
const policy: Policy = { ...plain, desk }
const one = 'officer 00000001'
const two = 'officer 00000002'
const [reason = ''] = Object.keys(plain.holds)
const now = shifted(receivedAt, 3_600_000)
const late = shifted(now, 2 * 86_400_000)
const held: In<'grace'> = { ...requestIn('grace'), hold: { reason, since: receivedAt } }
const ended: Event = { type: 'hold-ended', file: '2026/17' }
const proposed: Event = { type: 'act-proposed', act: 'unhold', file: '2026/17' }

const by = (who: string | undefined, event: Event): Event => (who === undefined ? event : { ...event, by: who })
const of = (request: Request, event: Event, at = now, under = policy): Decision => decide(request, event, under, at)
function after(decision: Decision): Request {
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return decision.request
}
const alone = { kind: 'refused', reason: 'two-people' }

test('what takes two is only proposed by the first: nothing happens but that the officer hears of it', () => {
  expect(of(held, by(one, ended))).toEqual(alone)
  const decision = of(held, by(one, proposed))
  const request = after(decision)
  expect(request).toMatchObject({
    status: 'grace',
    hold: { reason },
    proposal: { act: 'unhold', by: one, until: late },
  })
  expect(decision).toMatchObject({
    effects: [{ kind: 'proposal' }],
    entry: { detail: `unhold, file 2026/17, by ${one}` },
  })
  // Not twice, and not of what cannot be done.
  expect(of(request, by(two, proposed)).kind).toBe('refused')
  expect(of(requestIn('grace'), by(one, proposed)).kind).toBe('refused')
  expect(of(held, proposed).kind).toBe('refused')
})

test('another person confirms it, the same one never, whatever their role was then; and it is done once', () => {
  const request = after(of(held, by(one, proposed)))
  const proposal = openProposal(request, now)
  if (!proposal) throw new Error('nothing is proposed')
  expect(confirming(proposal)).toEqual(ended)
  expect(of(request, by(one, ended))).toEqual(alone)
  expect(of(request, by('agent 00000001', ended))).toEqual(alone)
  // Not what was proposed.
  expect(of(request, by(two, { type: 'hold-ended', file: '2026/18' }))).toEqual(alone)
  const decision = of(request, by(two, ended))
  expect(decision).toMatchObject({ kind: 'step', entry: { event: 'hold-ended', detail: `file 2026/17, by ${two}` } })
  const done = after(decision)
  expect('hold' in done || 'proposal' in done).toBe(false)
  expect(of(done, by(two, ended))).toEqual(alone)
})

test('declined, taken back or over it is as if nobody had proposed it, and can be proposed anew', () => {
  const request = after(of(held, by(one, proposed)))
  for (const who of [one, two]) {
    const declined = after(of(request, by(who, { type: 'proposal-declined' })))
    expect('proposal' in declined).toBe(false)
    expect(of(declined, by(two, ended))).toEqual(alone)
    expect(of(declined, by(two, { type: 'proposal-declined' })).kind).toBe('refused')
    expect(after(of(declined, by(two, proposed))).proposal).toMatchObject({ by: two })
  }
  expect(of(request, by(two, ended), shifted(late, -1)).kind).toBe('step')
  expect(of(request, by(two, ended), late)).toEqual(alone)
  expect(of(request, by(two, { type: 'proposal-declined' }), late).kind).toBe('refused')
  expect(after(of(request, by(two, proposed), late)).proposal).toMatchObject({ by: two })
})

test('the end of a restriction takes two before its person is told; what was told then needs nobody more', () => {
  const restricted = requestIn('held')
  const announced: Event = { type: 'lift-announced' }
  expect(of(restricted, by(one, announced))).toEqual(alone)
  const request = after(of(restricted, by(one, { type: 'act-proposed', act: 'lift' })))
  expect(actsOn(request, 'officer', now)).toEqual(expect.arrayContaining(['confirm', 'decline']))
  expect(actsOn(request, 'officer', now)).not.toContain('lift')
  expect(actsOn(request, 'agent', now)).toEqual(actsOn(restricted, 'agent', now))
  const told = after(of(request, by(two, announced)))
  if (told.status !== 'held' || !told.liftAt) throw new Error('nobody is told')
  expect(openProposal(told, now)).toBeUndefined()
  expect(of(told, by(one, { type: 'lift-due', told: true }), told.liftAt)).toMatchObject({ kind: 'step' })
})

test('what its person does meanwhile goes on, and leaves nothing to confirm', () => {
  const request = after(of(held, by(one, proposed)))
  const restoring = after(of(request, { type: 'restore-asked' }))
  expect(openProposal(restoring, now)).toBeUndefined()
  expect(of(restoring, by(two, ended)).kind).toBe('refused')
})

test('a policy that asks for nobody more, and programs of the company, need no second person', () => {
  const { twoPeople: _, ...single } = desk
  expect(of(held, by(one, ended), now, { ...policy, desk: single }).kind).toBe('step')
  expect(of(held, by(one, proposed), now, { ...policy, desk: single }).kind).toBe('refused')
  expect(of(held, ended).kind).toBe('step')
  expect(of(held, by('client case-tool', ended)).kind).toBe('step')
})

test('what the second person confirms is what the first one proposed', () => {
  const proposal = { by: one, at: receivedAt, until: late } as const
  expect(confirming({ ...proposal, act: 'unhold', file: '2026/17' })).toEqual({ type: 'hold-ended', file: '2026/17' })
  expect(confirming({ ...proposal, act: 'lift' })).toEqual({ type: 'lift-announced' })
})

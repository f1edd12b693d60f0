import { expect, test } from 'vitest'
import demo from '../../demo/policy.ts'
import { decide } from '../../domain/decide.ts'
import { actsOn, looked } from '../../domain/desk.ts'
import type { Decided, Event } from '../../domain/event.ts'
import { leadsTo, lifecycle, proposable } from '../../domain/lifecycle.ts'
import { Personal } from '../../domain/personal.ts'
import type { In, Request, Status } from '../../domain/request.ts'
import type { Decision } from '../../domain/step.ts'
import { answerBy } from '../../domain/time.ts'
import { confirming, hasRead, openProposal } from '../../domain/two-people.ts'
import { checked } from '../../policy/load.ts'
import type { Policy } from '../../policy/schema.ts'
import { policy as plain } from '../sample-policy.ts'
import { receivedAt, requestIn, shifted } from './sample.ts'

const desk: NonNullable<Policy['desk']> = {
  signIn: { kind: 'cognito', prefix: 'sample' },
  domains: ['example.com'],
  roles: { officer: 'o', agent: 'a', auditor: 'r' },
  sessions: { idle: 'PT30M', whole: 'PT8H' },
  twoPeople: { acts: ['unhold', 'lift', 'turn-down', 'refuse-objection', 'decline-correction'], within: 'P2D' },
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
  expect(confirming({ ...proposal, act: 'unhold' })).toEqual({ type: 'hold-ended', file: '' })
  expect(confirming({ ...proposal, act: 'lift' })).toEqual({ type: 'lift-announced' })
})

const answer = new Personal('The eleventh time.')
const turningDown: Decided = { type: 'turned-down', why: 'excessive', answer }
const toTurnDown: Event = { type: 'act-proposed', decision: turningDown }
const ofWords = (request: Request, at = now) => {
  const proposal = openProposal(request, at)
  if (proposal?.act !== 'turn-down') throw new Error('nothing is proposed with words')
  return proposal
}

test('a request is turned down by the second, on the ground and in the words that the first proposed, and by nobody alone', () => {
  const asked = requestIn('grace')
  // Not by a program either, nor over a link: whoever decides is at the desk.
  for (const who of [one, undefined, 'client case-tool', 'the link that was mailed to the officer'])
    expect(of(asked, by(who, turningDown))).toEqual(alone)
  const decision = of(asked, by(one, toTurnDown))
  const request = after(decision)
  expect(decision).toMatchObject({
    effects: [{ kind: 'proposal' }],
    entry: { event: 'act-proposed', to: 'grace', detail: `turn-down, excessive, by ${one}` },
  })
  const proposal = ofWords(request)
  // The words lie with the entry that says who wrote them.
  expect(proposal).toMatchObject({ by: one, why: 'excessive', written: request.historyLength, until: late })
  const confirmed = confirming(proposal, answer)
  if (!confirmed) throw new Error('nothing is confirmed')
  expect(confirmed).toEqual({ ...turningDown, written: proposal.written })
  expect(confirming(proposal)).toBeUndefined()
  for (const other of [
    by(one, confirmed),
    by(undefined, confirmed),
    by(two, turningDown),
    by(two, { ...turningDown, written: proposal.written - 1 }),
    by(two, { ...turningDown, why: 'manifestly-unfounded', written: proposal.written }),
    by(two, ended),
  ])
    expect(of(request, other)).toEqual(alone)
  const done = after(of(request, by(two, confirmed)))
  expect(done).toMatchObject({ status: 'restoring', turnedDown: { why: 'excessive' }, person: { answer } })
  expect('proposal' in done).toBe(false)
})

test('whoever confirms words has looked at them since they were proposed, which the history says; other acts have none', () => {
  const asked = requestIn('grace')
  const before = looked(asked, two, policy, now)
  const decision = of(after(before), by(one, toTurnDown))
  const request = after(decision)
  const proposal = ofWords(request)
  const entries = (...steps: Decision[]) => steps.flatMap((step) => (step.kind === 'step' ? [step.entry] : []))
  expect(hasRead(proposal, entries(before, decision), two)).toBe(false)
  expect(hasRead(proposal, entries(before, decision), one)).toBe(true)
  const look = looked(request, two, policy, now)
  expect(hasRead(proposal, entries(before, decision, look), two)).toBe(true)
  expect(hasRead(proposal, entries(before, decision, look), 'officer 00000003')).toBe(false)
  expect(hasRead({ act: 'lift', by: one, at: now, until: late }, [], two)).toBe(true)
})

test('a ground that is over by then is not proposed, nor confirmed a moment after its month', () => {
  const asked = requestIn('grace')
  const end = answerBy(receivedAt, policy)
  const close = shifted(end, -3_600_000)
  const unclear: Event = { type: 'act-proposed', decision: { ...turningDown, why: 'not-identifiable' } }
  expect(of(asked, by(one, toTurnDown), end)).toEqual({ kind: 'refused', reason: 'too-late' })
  expect(ofWords(after(of(asked, by(one, toTurnDown), close)), close).until).toBe(end)
  expect(ofWords(after(of(asked, by(one, unclear), close)), close).until > end).toBe(true)
  expect(of(requestIn('ready'), by(one, toTurnDown))).toEqual({ kind: 'refused', reason: 'not-possible-now' })
})

test('what is proposed with words is left behind by what its person does, as all that is proposed', () => {
  const request = after(of(requestIn('grace'), by(one, toTurnDown)))
  const restoring = after(of(request, { type: 'restore-asked' }))
  expect(openProposal(restoring, now)).toBeUndefined()
  const declined = after(of(request, by(two, { type: 'proposal-declined' })))
  expect('proposal' in declined).toBe(false)
})

test('wherever a request can be turned down, held up or lifted something can be proposed, and nowhere else', () => {
  const statuses = new Set(lifecycle.map(([status]): Status => status))
  const turnable = [...statuses].filter((status) => leadsTo(status, 'turned-down').length > 0)
  // What is wrong can be decided while something else is being corrected.
  const all = [...turnable, 'correcting'] satisfies Status[]
  expect(proposable.toSorted()).toEqual(all.toSorted())
  for (const status of statuses)
    expect([status, leadsTo(status, 'act-proposed').length > 0]).toEqual([status, all.includes(status)])
})

test('a policy that asks for two people for what there is not is refused with what there is', () => {
  const asking = (acts: readonly string[]) =>
    checked({ ...demo, desk: { ...demo.desk, twoPeople: { acts, within: 'P2D' } } }).desk?.twoPeople?.acts
  expect(() => asking(['turn-down', 'turndown'])).toThrow(
    'desk.twoPeople.acts.1: must be unhold, lift, turn-down, refuse-objection or decline-correction',
  )
  expect(asking(['unhold', 'lift', 'turn-down'])).toHaveLength(3)
})

const weighing = requestIn('weighing')
const [notStopped = ''] = Object.keys(plain.reasonsToRefuse)
const weighed = (decision: string): Decided => ({
  type: 'weighed',
  decisions: Object.fromEntries(weighing.uses.map(({ category }) => [category, decision])),
  answer,
})
const deciding = requestIn('deciding')
const [notCorrected = ''] = Object.keys(plain.reasonsToDecline)
const decidedAs = (decision: string): Decided => ({
  type: 'decided',
  decisions: Object.fromEntries(deciding.items.map(({ field }) => [field, decision])),
})

test.each([
  ['refuse-objection', weighing, weighed(notStopped), weighed('stop'), 'refused', 'upheld'],
  ['decline-correction', deciding, decidedAs(notCorrected), decidedAs('apply'), 'declined', 'corrected'],
] as const)(
  'what a person would not have wanted is decided by two (%s), and by nobody over a link; what they asked for by one',
  (act, asked, against, as, status, other) => {
    for (const who of [one, undefined, 'the link that was mailed to the officer'])
      expect(of(asked, by(who, against))).toEqual(alone)
    const step = of(asked, by(one, { type: 'act-proposed', decision: against }))
    const request = after(step)
    expect(step).toMatchObject({ effects: [{ kind: 'proposal' }], request: { status: asked.status } })
    expect(step.kind === 'step' && step.entry.detail).toMatch(new RegExp(`^${act}, .+, by ${one}$`))
    const proposal = openProposal(request, now)
    if (proposal?.act !== act) throw new Error('nothing is proposed')
    expect(proposal).toMatchObject({ written: request.historyLength })
    const { answer: words } = { answer: undefined, ...against }
    const confirmed = confirming(proposal, words)
    if (!confirmed) throw new Error('nothing is confirmed')
    expect(of(request, by(one, confirmed))).toEqual(alone)
    expect(of(request, by(two, against))).toEqual(alone)
    const done = after(of(request, by(two, confirmed)))
    expect([status, 'correcting']).toContain(done.status)
    expect('proposal' in done).toBe(false)
    // What is granted needs nobody more, also while something else is proposed, of which nothing is left then.
    for (const before of [asked, request]) {
      const granted = after(of(before, by(two, as)))
      expect(['proposal' in granted, [other, 'correcting']]).toEqual([false, expect.arrayContaining([granted.status])])
      expect(openProposal({ ...granted, proposal } as Request, now)).toBeUndefined()
    }
    // Nobody proposes what needs nobody more, or is no decision.
    expect(of(asked, by(one, { type: 'act-proposed', decision: as }))).toMatchObject({ reason: 'not-possible-now' })
    const nothing = { ...against, decisions: { nothing: 'a whim' } } as Decided
    expect(of(asked, by(one, { type: 'act-proposed', decision: nothing }))).toMatchObject({ kind: 'refused' })
  },
)

test('an objection is not refused without a word, and so it is not proposed', () => {
  const { answer: _, ...wordless } = { answer: undefined, ...weighed(notStopped) }
  const proposing: Event = { type: 'act-proposed', decision: wordless as Decided }
  expect(of(weighing, by(one, proposing))).toEqual({ kind: 'refused', reason: 'reason-needed' })
})

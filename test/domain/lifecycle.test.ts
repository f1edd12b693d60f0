import { expect, test } from 'vitest'
import { decide, next } from '../../domain/decide.ts'
import { heldTo, leadsTo, lifecycle, proposable, workedOn } from '../../domain/lifecycle.ts'
import type { Request, Status } from '../../domain/request.ts'
import { policy } from '../sample-policy.ts'
import { certified, events, lived, receivedAt, requestIn, shifted, statuses, stepped } from './sample.ts'

const later = shifted(receivedAt, 3_600_000)
/** A life takes longer than a decision: each is lived once, before any test (and, in test/mutants, before any mutant). */
const known = new Map<Status, Request>(statuses.map((status) => [status, requestIn(status)]))
const standing = (status: Status): Request => known.get(status) ?? requestIn(status)
const pairs = statuses.flatMap((status) => events.map((event) => ({ status, event, type: event.type })))
const inTable = pairs.filter(({ status, type }) => leadsTo(status, type).length > 0)
const outside = pairs.filter(({ status, type }) => leadsTo(status, type).length === 0)

test('the table and what it leaves out cover every status with every event', () => {
  expect(inTable).toHaveLength(lifecycle.length)
  expect(inTable.length + outside.length).toBe(46 * 58)
  expect(new Set(events.map(({ type }) => type)).size).toBe(58)
})

test.each(outside)('in $status, $type is refused and changes nothing', ({ status, event }) => {
  const request = standing(status)
  const before = structuredClone({ ...request, person: undefined })
  const decision = decide(request, event, policy, later)
  expect(decision).toEqual({ kind: 'refused', reason: expect.stringMatching(/^(not-possible-now|too-late)$/) })
  expect({ ...request, person: undefined }).toEqual(before)
})

test('what the table leaves out is refused by the story of the request as well, should the table ever let it through', () => {
  const reasons = Map.groupBy(outside, ({ status, event }) => {
    const outcome = next(standing(status), event, policy, later)
    return 'kind' in outcome ? outcome.reason : 'not refused'
  })
  const of = (reason: string) => reasons.get(reason as 'too-late')?.map(({ status, type }) => `${type} in ${status}`)
  expect([...reasons.keys()].toSorted()).toEqual(['not-approved-then', 'not-possible-now'])
  expect(of('not-approved-then')).toEqual(['disclosed in approving', 'disclosed in unapproved'])
})

test.each(lifecycle.map(([from, event, to]) => ({ from, event, to })))(
  'no status has two rows for $event in $from, and each leads somewhere',
  ({ from, event, to }) => {
    expect(lifecycle.filter(([status, type]) => status === from && type === event)).toHaveLength(1)
    expect(to.length).toBeGreaterThan(0)
  },
)

/** Events that the table allows only once something else has happened or a moment has come: tested where they belong. */
const needsMore = [
  ['erasing', 'certified'],
  ['corrected', 'certified'],
  ['declined', 'certified'],
  ['held', 'certified'],
  ['lifted', 'certified'],
  ['stopped', 'certified'],
  ['upheld', 'certified'],
  ['refused', 'certified'],
  ['grace', 'moment-reached'],
  ['gathering', 'packaged'],
  ['ready', 'packaged'],
  ['ready', 'protected'],
  ['ready', 'moment-reached'],
  ['discarded', 'told'],
  ['objecting', 'moment-reached'],
  ['consenting', 'moment-reached'],
  ['consenting', 'consent-given'],
  ['consenting', 'consent-refused'],
  ['restricting', 'consent-given'],
  ['grace', 'consent-given'],
  ['approving', 'moment-reached'],
  ['approved', 'moment-reached'],
  ['approved', 'disclosed'],
  ['approval-ended', 'disclosed'],
  ['weighing', 'moment-reached'],
  ['identifying', 'moment-reached'],
  ['checking', 'moment-reached'],
  ['unidentified', 'told'],
  ['stating', 'moment-reached'],
  ['proving', 'moment-reached'],
  ['deciding', 'moment-reached'],
  ['deciding', 'address-proven'],
  ['correcting', 'address-proven'],
  ['correcting', 'decided'],
  ['restricting', 'hold-ended'],
  ['grace', 'hold-ended'],
  ['held', 'lift-due'],
  ['held', 'extended'],
  ['ready', 'extended'],
  ['ready', 'turned-down'],
  ['restricting', 'active-again'],
  ['restricting', 'asked-for'],
  ['grace', 'active-again'],
  ['grace', 'asked-for'],
  ['erased', 'kept-long-enough'],
  ...proposable.flatMap((status) => [
    [status, 'act-proposed'],
    [status, 'proposal-declined'],
  ]),
  ...workedOn.flatMap((status) => [
    [status, 'task-answered'],
    [status, 'task-reassigned'],
    [status, 'tried-again'],
    [status, 'handed-over'],
  ]),
]

test.each(inTable.filter(({ status, type }) => !needsMore.some(([in_, by]) => in_ === status && by === type)))(
  'in $status, $type leads where the table says, as one more version and one more entry of history',
  ({ status, event }) => {
    const { request, history } = lived(status)
    const step = stepped(request, event, later)
    expect(leadsTo(status, event.type)).toContain(step.request.status)
    expect(step.request.version).toBe(request.version + 1)
    expect(step.before).toBe(request)
    expect(step.entry).toMatchObject({
      n: history.length + 1,
      event: event.type,
      from: status,
      to: step.request.status,
      at: later,
      previous: history.at(-1)?.hash,
    })
    expect(step.request).toMatchObject({ historyHash: step.entry.hash, historyLength: step.entry.n })
  },
)

test('the same request, event and moment always give the same decision', () => {
  for (const { status, event } of pairs) {
    const request = standing(status)
    expect(decide(request, event, policy, later)).toEqual(decide(request, event, policy, later))
  }
})

test('a request that was not checked as erased is never certified', () => {
  expect(decide(requestIn('erasing'), certified, policy, later)).toEqual({
    kind: 'refused',
    reason: 'not-possible-now',
  })
})

test('a way that the table does not have is never gone', () => {
  expect(() => heldTo('grace', 'moment-reached', 'erasing')).not.toThrow()
  expect(() => heldTo('grace', 'moment-reached', 'erased')).toThrow('grace cannot become erased by moment-reached')
  expect(() => heldTo('erased', 'restore-asked', 'restoring')).toThrow('erased cannot become restoring')
})

test('what cannot be undone any more is refused as too late, and everything else that is not possible as just that', () => {
  const tooLate = outside.filter(({ status, event }) => {
    const decision = decide(standing(status), event, policy, later)
    return decision.kind === 'refused' && decision.reason === 'too-late'
  })
  expect(tooLate.map(({ status, type }) => `${type} in ${status}`).toSorted()).toEqual([
    'active-again in erasing',
    'approval-given in unapproved',
    'hold-set in erasing',
    'restore-asked in erasing',
    'withdraw-asked in discarding',
    'withdraw-asked in erasing',
    'withdraw-asked in refused',
    'withdraw-asked in upheld',
  ])
})

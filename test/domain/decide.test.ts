import { describe, expect, test } from 'vitest'
import { decide, received } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import type { AskingMail } from '../../domain/person.ts'
import { Personal } from '../../domain/personal.ts'
import type { Request } from '../../domain/request.ts'
import type { Decision } from '../../domain/step.ts'
import { type Instant, instant, moved } from '../../domain/time.ts'
import type { Policy } from '../../policy/schema.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import {
  address,
  begun,
  certified,
  confirmed,
  doubtedIt,
  endApprovals,
  erased,
  eraseNowAsked,
  justBefore,
  momentReached,
  other,
  receivedAt,
  released,
  reported,
  requestIn,
  restoreAsked,
  restricted,
  shifted,
  stepped,
  told,
  toldTo,
} from './sample.ts'

const soon = shifted(receivedAt, 600_000)
const refusal = (reason: string) => ({ kind: 'refused', reason })
const letters = (...names: string[]) => names.map((letter) => ({ kind: 'letter', letter }))

promise('N3', 'a proven request makes the data unavailable at once, with nothing else decided before', () => {
  const step = stepped(begun().request, confirmed, soon)
  expect(step.request.status).toBe('restricting')
  expect(step.effects).toEqual([{ kind: 'start', machine: 'erasure' }, endApprovals])
})

promise('N3', 'a person can have the data back while a system is still being restricted', () => {
  const step = stepped(requestIn('restricting'), restoreAsked, soon)
  expect(step.request.status).toBe('restoring')
  expect(step.effects).toEqual([{ kind: 'start', machine: 'restore' }])
})

promise('N3', 'data that are back in every system close the request, and the person is told', () => {
  const step = stepped(requestIn('restoring'), released, soon)
  expect(step.request).toMatchObject({ status: 'restored', closedAt: soon })
  expect(step.effects).toEqual([...toldTo('release'), ...letters('restored')])
})

promise('N4', 'the promised 60 days count from receipt, not from the confirmation', () => {
  const confirmedLate = shifted(receivedAt, 47 * 3_600_000)
  expect(stepped(begun().request, confirmed, confirmedLate).request).toMatchObject({
    receivedAt,
    confirmedAt: confirmedLate,
    promisedBy: instant('2026-04-07T07:30:00Z'),
    eraseAt: instant('2026-04-05T07:30:00Z'),
  })
})

promise('N4', 'an expired request that is taken up again keeps its first date of receipt and its promise', () => {
  const second = begun(shifted(receivedAt, 5 * 86_400_000))
  const step = stepped(second.request, confirmed, shifted(receivedAt, 6 * 86_400_000))
  expect(step.request).toMatchObject({ receivedAt, promisedBy: instant('2026-04-07T07:30:00Z') })
})

promise('N4', 'erasure starts when the grace period ends, and not a millisecond before', () => {
  const grace = requestIn('grace')
  const reminded = stepped(grace, momentReached, justBefore(grace.eraseAt)).request
  expect(reminded.status).toBe('grace')
  expect(decide(reminded, momentReached, policy, justBefore(grace.eraseAt))).toEqual(refusal('not-possible-now'))
  expect(stepped(reminded, momentReached, grace.eraseAt).request).toMatchObject({
    status: 'erasing',
    startedAt: grace.eraseAt,
  })
})

promise('N4', 'erasure starts before the promised instant, so that it can be finished by it', () => {
  const { eraseAt, promisedBy } = requestIn('grace')
  expect(eraseAt < promisedBy).toBe(true)
  expect(moved(eraseAt, policy.periods.erasureLead, policy.company.timeZone)).toBe(promisedBy)
})

promise('N4', 'a system that is not erased yet keeps the request open and the person is told once', () => {
  const waiting = stepped(requestIn('erasing'), { type: 'erasure-settled', outstanding: ['billing'] }, soon)
  expect(waiting.request).toMatchObject({ status: 'erasing', outstanding: ['billing'] })
  expect(waiting.request).not.toHaveProperty('erasedAt')
  expect(waiting.effects).toEqual(letters('takes-longer'))
  expect(waiting.entry.detail).toBe('waiting for billing')
  const still = stepped(waiting.request, { type: 'erasure-settled', outstanding: ['billing'] }, soon)
  expect(still.effects).toEqual([])
  expect(decide(still.request, certified, policy, soon)).toEqual(refusal('not-possible-now'))
})

promise('N5', 'a person can restore until the moment of erasure, and not after', () => {
  const grace = requestIn('grace')
  expect(stepped(grace, restoreAsked, justBefore(grace.eraseAt)).request.status).toBe('restoring')
  expect(decide(grace, restoreAsked, policy, grace.eraseAt)).toEqual(refusal('too-late'))
  expect(decide(requestIn('restricting'), restoreAsked, policy, grace.eraseAt)).toEqual(refusal('too-late'))
})

promise('N5', 'whoever comes second of restore and erasure is refused, whichever it is', () => {
  const grace = requestIn('grace')
  const restoring = stepped(grace, restoreAsked, justBefore(grace.eraseAt)).request
  expect(decide(restoring, momentReached, policy, grace.eraseAt)).toEqual(refusal('not-possible-now'))
  const erasing = stepped(grace, momentReached, grace.eraseAt).request
  expect(decide(erasing, restoreAsked, policy, grace.eraseAt)).toEqual(refusal('too-late'))
})

promise('N5', 'the person is reminded at every point of the policy, once each, and told nothing in between', () => {
  let request = stepped(requestIn('restricting'), restricted, soon).request
  const { eraseAt } = requestIn('grace')
  for (const before of policy.periods.reminders) {
    const due = moved(eraseAt, before, policy.company.timeZone, -1)
    expect(decide(request, momentReached, policy, justBefore(due))).toEqual(refusal('not-possible-now'))
    const step = stepped(request, momentReached, due)
    expect(step.effects).toEqual(letters('reminder'))
    request = step.request
    expect(decide(request, momentReached, policy, shifted(due, 1))).toEqual(refusal('not-possible-now'))
  }
})

promise('N5', 'reminders missed while nothing ran become one, never a pile', () => {
  const grace = requestIn('grace')
  const step = stepped(grace, momentReached, justBefore(grace.eraseAt))
  expect(step.effects).toEqual(letters('reminder'))
})

promise('N11', 'every recipient that has to be told is told when all is erased, before the person', () => {
  const checked = stepped(requestIn('erasing'), erased, soon).request
  expect(stepped(checked, certified, soon).effects).toEqual([...toldTo('erase'), ...letters('erased')])
})

promise('N11', 'a recipient is told of no erasure before everything is erased', () => {
  const steps = [
    begun(),
    stepped(begun().request, confirmed, soon),
    stepped(requestIn('restricting'), restricted, soon),
    stepped(requestIn('grace'), eraseNowAsked, soon),
    stepped(requestIn('erasing'), erased, soon),
  ]
  expect(steps.flatMap(({ effects }) => effects).filter(({ kind }) => kind === 'notice')).toEqual(
    toldTo('restrict').slice(0, 1),
  )
})

promise('N14', 'a person need not wait: the rest of the grace period can be waived', () => {
  const step = stepped(requestIn('grace'), eraseNowAsked, soon)
  expect(step.request).toMatchObject({ status: 'erasing', startedAt: soon })
  expect(step.effects).toEqual([{ kind: 'start', machine: 'erasure' }])
})

promise('N14', 'a person who asks again gets a new link, on any day, and keeps the date of receipt', () => {
  const until = shifted(receivedAt, 9 * 86_400_000)
  const step = stepped(begun().request, { type: 'asked-again', linkUntil: until }, shifted(receivedAt, 7 * 86_400_000))
  expect(step.request).toMatchObject({ status: 'unverified', receivedAt, linkUntil: until })
  expect(step.effects).toEqual(letters('confirm-request'))
})

describe('New links that anybody can ask for', () => {
  const again = (request: Request, at: Instant) =>
    decide(request, { type: 'asked-again', linkUntil: moved(at, 'P2D', 'UTC') }, policy, at)
  const asIs = (decision: Decision, request: Request) => (decision.kind === 'step' ? decision.request : request)
  const most = policy.limits.mailsPerAddressAndDay
  let full: Request = begun().request
  for (let n = 0; n < most; n++) full = asIs(again(full, soon), full)

  test('are no more on a day than letters that an address gets, and as many again on the next', () => {
    expect(full.historyLength).toBe(1 + most)
    expect(again(full, soon)).toEqual(refusal('not-possible-now'))
    const tomorrow = shifted(soon, 86_400_000)
    expect(asIs(again(full, tomorrow), full)).toMatchObject({ newLinks: { times: 1 }, historyLength: 2 + most })
  })

  test('keep nobody of the company from sending one', () => {
    const step = stepped(
      full,
      { type: 'asked-again', linkUntil: moved(soon, 'P2D', 'UTC'), by: 'officer 00000001' },
      soon,
    )
    expect(step.effects).toEqual(letters('confirm-request'))
  })

  test.each([
    ['confirmed', confirmed],
    ['doubted and confirmed', confirmed],
    ['reported', reported],
  ])('are not counted any more once it is %s', (name, event) => {
    const before = name.startsWith('doubted') ? stepped(full, doubtedIt, soon).request : full
    expect(stepped(before, event, soon).request).not.toHaveProperty('newLinks')
  })
})

describe('A confirmation', () => {
  test('counts until the link expires, and not after', () => {
    const { request } = begun()
    const until = moved(receivedAt, policy.periods.confirmLink, policy.company.timeZone)
    expect(stepped(request, confirmed, justBefore(until)).request.status).toBe('restricting')
    expect(decide(request, confirmed, policy, until)).toEqual(refusal('link-expired'))
  })

  test('that finds nobody closes the request and says so', () => {
    const nobody = { type: 'confirmed', found: 'nobody', firstReceivedAt: receivedAt } as const
    const step = stepped(begun().request, nobody, soon)
    expect(step.request).toMatchObject({ status: 'not-found', closedAt: soon })
    expect(step.request).not.toHaveProperty('linkUntil')
    expect(step.effects).toEqual(letters('not-found'))
  })

  test('of a second request of the same person points to the first and starts nothing', () => {
    const again = { type: 'confirmed', found: { duplicateOf: other }, firstReceivedAt: receivedAt } as const
    const step = stepped(begun().request, again, soon)
    expect(step.request).toMatchObject({ status: 'duplicate', of: other, closedAt: soon })
    expect(step.effects).toEqual(letters('duplicate'))
  })
})

describe('The letter about the restriction', () => {
  test('is sent when the first answer comes, also when a system is down, and again when that one answered', () => {
    const first = stepped(requestIn('restricting'), { type: 'restriction-settled', outstanding: ['files'] }, soon)
    expect(first.effects).toEqual([...toldTo('restrict'), ...letters('restricted')])
    const still = stepped(first.request, { type: 'restriction-settled', outstanding: ['files'] }, soon)
    expect(still.effects).toEqual([])
    const last = stepped(still.request, restricted, soon)
    expect(last.effects).toEqual(letters('restricted'))
    expect(last.request).toMatchObject({ status: 'grace', outstanding: [], remindedAt: soon })
    expect(stepped(last.request, restricted, soon).effects).toEqual([])
  })
})

test('a policy that switches waiving off refuses it and keeps the grace period', () => {
  const strict: Policy = { ...policy, eraseNow: false }
  expect(decide(requestIn('grace'), eraseNowAsked, strict, soon)).toEqual(refusal('switched-off'))
})

test('a restore that a system delays keeps the request open and is told once', () => {
  const waiting = stepped(requestIn('restoring'), { type: 'release-settled', outstanding: ['files'] }, soon)
  expect(waiting.request).toMatchObject({ status: 'restoring', outstanding: ['files'] })
  expect(waiting.effects).toEqual(letters('takes-longer'))
  const still = stepped(waiting.request, { type: 'release-settled', outstanding: ['files'] }, soon)
  expect(still.effects).toEqual([])
  expect(stepped(still.request, released, soon).request).not.toHaveProperty('outstanding')
})

test.each(['restored', 'erased', 'not-found', 'duplicate'] as const)(
  'a request that is %s holds no personal data once the person was told, and that once',
  (status) => {
    const step = stepped(requestIn(status), told, soon)
    expect(step.request).not.toHaveProperty('person')
    expect(step.effects).toEqual([])
    expect(decide(step.request, told, policy, soon)).toEqual(refusal('not-possible-now'))
  },
)

test('a request says the moment everything was gone as its end, not the moment of the certificate', () => {
  const checked = stepped(requestIn('erasing'), erased, soon).request
  expect(stepped(checked, certified, shifted(soon, 60_000)).request).toMatchObject({ status: 'erased', closedAt: soon })
})

test('who wrote a mail for somebody else hears that it was passed on, and the other one has to confirm', () => {
  const by = (mail: AskingMail) =>
    received(
      {
        ...({ reference: other, right: 'erasure', language: 'en' } as const),
        person: { address: new Personal(address), hash: 'hash', mail: new Personal(mail) },
      },
      policy,
      receivedAt,
    )
  const friend = by({ writer: { address: 'friend@example.org', hash: 'other-hash' } })
  expect(friend.effects).toEqual(letters('confirm-request', 'passed-on'))
  expect(by({}).effects).toEqual(letters('confirm-request'))
  expect(friend.entry.detail).toBe('by mail')
  expect(begun().effects).toEqual(letters('confirm-request'))
  expect(begun().entry).not.toHaveProperty('detail')
})

promise('N4', 'the deadline counts from the first receipt, also when a later ask is the one that is confirmed', () => {
  const early = shifted(receivedAt, -86_400_000)
  const confirm = (firstReceivedAt: typeof receivedAt) =>
    stepped(begun().request, { ...confirmed, firstReceivedAt } as Event, receivedAt).request.receivedAt
  expect(confirm(early)).toBe(early)
  expect(confirm(shifted(receivedAt, 1000))).toBe(receivedAt)
})

test('what needs no link is mailed none; the history says who asked for whom, and who entered it', () => {
  const ask = {
    ...({ reference: other, right: 'erasure', language: 'en' } as const),
    person: { address: new Personal(address), hash: 'hash' },
  }
  expect(received(ask, policy, receivedAt, true).effects).toEqual([])
  expect(received({ ...ask, controller: 'shop' }, policy, receivedAt, true).entry.detail).toBe('for shop')
  expect(received(ask, policy, receivedAt, false, 'agent 0').entry.detail).toBe('by agent 0')
})

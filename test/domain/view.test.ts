import { describe, expect, test } from 'vitest'
import type { Notice } from '../../domain/notices.ts'
import { Personal } from '../../domain/personal.ts'
import type { Request } from '../../domain/request.ts'
import { moved } from '../../domain/time.ts'
import { view } from '../../domain/view.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import { address, answersTo, begun, justBefore, receivedAt, requestIn, shifted } from './sample.ts'

const soon = shifted(receivedAt, 600_000)
const zone = policy.company.timeZone
const seen = (request: Request, at = soon, by = policy) => view(request, [], by, at, false)
const hold = { reason: 'claim', file: '2026/17', since: soon } as const

promise(
  'N5',
  'everything can be had back until the moment of erasure, which the page offers as long as it is so',
  () => {
    const { eraseNow: _, ...slow } = policy
    for (const [status, more] of [
      ['restricting', []],
      ['grace', ['erase-now']],
    ] as const) {
      const request = requestIn(status)
      expect(seen(request, justBefore(request.eraseAt)).actions).toEqual(['restore', ...more, 'copy'])
      expect(seen(request, request.eraseAt).actions).toEqual([])
      // An erasure that has to wait for a dispute has not come to it.
      expect(seen({ ...request, hold }, request.eraseAt).actions).toEqual(['restore', 'copy'])
      expect(seen(request, soon, { ...slow, eraseNow: false }).actions).not.toContain('erase-now')
    }
  },
)

promise(
  'N8',
  'without a guardian’s consent nobody has data back by the page, and a copy can be asked for all the same',
  () => {
    for (const status of ['restricting', 'grace'] as const) {
      const request = { ...requestIn(status), unconsented: true as const }
      expect(seen(request, justBefore(request.eraseAt)).actions).toEqual(['copy'])
      expect(seen(request)).not.toHaveProperty('eraseAt')
    }
    const grace = { ...requestIn('grace'), unconsented: true as const }
    expect(seen(grace, grace.eraseAt).actions).toEqual([])
    expect(seen({ ...requestIn('consenting'), guardian: 'asked' })).toMatchObject({ guardian: 'asked' })
  },
)

promise('N12', 'a yes can be withdrawn as long as it holds', () => {
  const request = requestIn('approved')
  expect(seen(request, justBefore(request.holdsUntil)).actions).toEqual(['withdraw'])
  expect(seen(request, request.holdsUntil).actions).toEqual([])
})

describe('what was erased', () => {
  test('is shown as such also while a restored backup is erased again', () => {
    const again = view(requestIn('erasing-again'), answersTo('erase'), policy, soon, true)
    expect(again).toMatchObject({ status: 'erased', actions: ['certificate'] })
    expect(new Set(again.coverage.map(({ outcome }) => outcome))).toEqual(new Set(['erased']))
  })

  test('and kept for a law is shown as kept until its end, and as erased after it', () => {
    const invoices = answersTo('erase').map((one) =>
      one.system === 'billing'
        ? { ...one, receipts: [{ category: 'payment', outcome: 'kept' as const, count: 3, exception: 'invoices' }] }
        : one,
    )
    const until = moved(receivedAt, 'P10Y', zone)
    const kept = [{ exception: 'invoices', category: 'payment', until }]
    const payment = (request: Request) =>
      view(request, invoices, policy, soon, true).coverage.find(({ category }) => category === 'payment')
    expect(payment({ ...requestIn('erased'), kept })).toMatchObject({ outcome: 'kept', exception: 'invoices', until })
    expect(payment({ ...requestIn('erased'), kept: [] })).toMatchObject({ outcome: 'erased', count: 3 })
    const checking = invoices.map((one) => ({ ...one, at: soon }))
    const during = view(requestIn('erasing'), checking, policy, soon, false).coverage
    expect(during.find(({ category }) => category === 'payment')).toMatchObject({
      ...{ outcome: 'kept', exception: 'invoices' },
      until: moved(requestIn('erasing').promisedBy, 'P10Y', zone),
    })
    // A policy that dropped the exception meanwhile names none.
    const without = view(requestIn('erasing'), checking, { ...policy, retention: [] }, soon, false).coverage
    expect(without.find(({ category }) => category === 'payment')).toEqual({
      ...{ system: 'billing', category: 'payment', outcome: 'kept', count: 3 },
    })
  })
})

test('others were told what, and what they answered; what is no longer so is not shown (GDPR Art. 19)', () => {
  const notice = (more: Partial<Notice>): Notice => ({
    ...{
      id: 'n',
      cause: '000007-0',
      version: 1,
      recipient: 'payments',
      act: 'restrict',
      state: 'waiting',
      since: soon,
    },
    ...more,
  })
  const shown = (...notices: readonly Notice[]) =>
    view(requestIn('grace'), [], policy, soon, false, notices).recipients ?? 'none'
  const line = { recipient: 'payments', act: 'restrict' }
  expect(shown()).toBe('none')
  expect(shown(notice({ state: 'overtaken' }))).toEqual([])
  expect(
    shown(
      notice({}),
      notice({ state: 'told', toldAt: soon }),
      notice({ state: 'accepted', toldAt: soon }),
      notice({ state: 'confirmed', toldAt: soon, confirmedAt: soon }),
      notice({ state: 'given-up' }),
    ),
  ).toEqual([
    line,
    { ...line, toldAt: soon },
    { ...line, toldAt: soon, accepted: true },
    { ...line, toldAt: soon, confirmedAt: soon },
    { ...line, givenUp: true },
  ])
})

describe('a page says of the person and their ask no more than it needs:', () => {
  test('the country of the account, for its time zone', () => {
    const grace = requestIn('grace')
    expect(seen(grace)).not.toHaveProperty('country')
    expect(seen({ ...grace, person: { ...grace.person, country: 'AT' } })).toMatchObject({ country: 'AT' })
  })

  test('how many bytes a piece of evidence has', () => {
    const deciding = requestIn('deciding')
    expect(seen(deciding)).not.toHaveProperty('evidence')
    expect(seen({ ...deciding, evidence: { id: 'e', bytes: 12, extension: 'pdf' } })).toMatchObject({ evidence: 12 })
  })

  test('that a mail names somebody, before the address is proven', () => {
    const unverified = begun().request as ReturnType<typeof requestIn<'unverified'>>
    const named = (mail: object) =>
      seen({ ...unverified, person: { ...unverified.person, mail: new Personal(mail) } } as Request)
    expect(named({ named: true })).toMatchObject({ named: true })
    expect(named({})).not.toHaveProperty('named')
    expect(JSON.stringify(named({ named: true, writer: address }))).not.toContain(address)
  })
})

describe('what waits for the person', () => {
  test.each([
    ['identifying', 'answerBy', ['state']],
    ['consenting', 'consentBy', ['state', 'erase-now', 'copy']],
    ['stating', 'statedBy', ['state', 'withdraw']],
    ['objecting', 'statedBy', ['state', 'suspend', 'withdraw']],
    ['approving', 'answerBy', ['approve']],
  ] as const)('%s says until when, and offers it until then', (status, end, actions) => {
    const request = requestIn(status)
    const until = (request as unknown as Record<string, typeof soon>)[end] as typeof soon
    expect(seen(request)).toMatchObject({ waitsUntil: until, actions })
    expect(seen(request, justBefore(until)).actions).toEqual(actions)
    expect(seen(request, until).actions).toEqual([])
  })

  test('a new address says until when it can be proven, as long as it is not', () => {
    const { provenBy, ...proving } = requestIn('proving')
    expect(seen({ ...proving, provenBy })).toMatchObject({ waitsUntil: provenBy, actions: ['withdraw'] })
    expect(seen(requestIn('deciding'))).not.toHaveProperty('waitsUntil')
  })

  test('who could not be told apart knows until when they can ask again', () => {
    const request = requestIn('unidentified')
    expect(seen(request)).toMatchObject({ askAgainUntil: moved(request.closedAt, 'P14D', zone) })
  })

  test('what was never approved has no moment of approval', () => {
    expect(seen(requestIn('unapproved'))).not.toHaveProperty('disclosure.approvedAt')
    expect(seen(requestIn('approved'))).toHaveProperty('disclosure.approvedAt')
  })
})

describe('what is shown of systems', () => {
  test('is never more than they said: nothing found is not done, and an old round does not count', () => {
    const nothing = answersTo('restrict').map((one) => ({
      ...one,
      receipts: one.receipts.map((receipt) => ({ ...receipt, outcome: 'not-found' as const, count: 0 })),
    }))
    const outcomes = view(requestIn('grace'), nothing, policy, soon, false).coverage.map(({ outcome }) => outcome)
    expect(new Set(outcomes)).toEqual(new Set(['not-found']))
    const correcting = requestIn('correcting')
    const answer = (round: number, outcome: 'done' | 'failed') => ({
      ...{ system: 'accounts', verb: 'rectify' as const, done: true, at: soon, round },
      receipts: [{ category: 'identity', field: 'name', outcome, count: 1 }],
    })
    const name = (round: number, outcome: 'done' | 'failed') =>
      view(correcting, [answer(round, outcome)], policy, soon, false).coverage[0]?.outcome
    expect(name(correcting.round, 'done')).toBe('corrected')
    expect(name(correcting.round - 1, 'done')).toBe('pending')
    expect(name(correcting.round, 'failed')).toBe('pending')
  })

  test('of mails that stopped is nothing where no system was asked', () => {
    const other = [{ ...answersTo('restrict')[0], system: 'accounts' }] as ReturnType<typeof answersTo>
    expect(view(requestIn('stopped'), other, policy, soon, false).coverage).toEqual([])
  })
})

test('a link that nobody used in time is shown as expired, and can be sent again', () => {
  const { linkUntil, ...request } = requestIn('unverified')
  expect(seen({ ...request, linkUntil }, justBefore(linkUntil)).status).toBe('unverified')
  expect(seen({ ...request, linkUntil }, linkUntil)).toMatchObject({ status: 'expired', actions: ['confirm'] })
})

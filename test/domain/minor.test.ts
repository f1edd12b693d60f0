import { expect, test } from 'vitest'
import { certificateOf } from '../../domain/certificate.ts'
import { decide } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { nextForMachine } from '../../domain/machine.ts'
import { canBeReported, isMinor, isNoDate } from '../../domain/minor.ts'
import type { In, Request } from '../../domain/request.ts'
import { instant, moved } from '../../domain/time.ts'
import { view } from '../../domain/view.ts'
import type { Right } from '../../policy/rights.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import {
  begun,
  confirmed,
  consentGiven,
  consentRefused,
  endApprovals,
  eraseNowAsked,
  guardianNamed,
  momentReached,
  other,
  receivedAt,
  reported,
  requestIn,
  restoreAsked,
  restricted,
  shifted,
  stepped,
} from './sample.ts'

const soon = shifted(receivedAt, 600_000)
const letters = (...names: string[]) => names.map((letter) => ({ kind: 'letter', letter }))
const isLetter = ({ kind }: { readonly kind: string }) => kind === 'letter'
const start = { kind: 'start', machine: 'erasure' }
const asked = () => stepped(requestIn('consenting'), guardianNamed, soon).request
const unconsented = () => stepped(stepped(asked(), consentRefused, soon).request, restricted, soon).request

promise(
  'N8',
  'what the directory says decides who needs a guardian: 16 years, or the age of the holder’s country',
  () => {
    const noon = instant('2026-02-06T11:00:00Z')
    expect(isMinor({ birthDate: '2010-02-07' }, policy, noon)).toBe(true)
    expect(isMinor({ birthDate: '2010-02-06' }, policy, noon)).toBe(false)
    expect(isMinor({ birthDate: '2011-02-06', country: 'AT' }, policy, noon)).toBe(false)
    expect(isMinor({ birthDate: '2012-02-07', country: 'AT' }, policy, noon)).toBe(true)
    // A birthday begins in the company's own time zone.
    expect(isMinor({ birthDate: '2010-02-07' }, policy, instant('2026-02-06T23:30:00Z'))).toBe(false)
    expect(isMinor({ birthDate: '2011-02-06', country: 'constructor' }, policy, noon)).toBe(true)
    expect(isMinor({ flag: true }, policy, noon)).toBe(true)
    for (const holder of [{}, { flag: 'yes' }, { birthDate: 'unknown' }, { birthDate: 7 }])
      expect(isMinor(holder, policy, noon)).toBe(false)
    const { minors: _, ...without } = policy
    expect(isMinor({ flag: true }, without, noon)).toBe(false)
    // Born on 29 February, the birthday of a year without one is the 28th.
    expect(isMinor({ birthDate: '2008-02-29' }, policy, instant('2024-02-28T11:00:00Z'))).toBe(true)
    expect(isMinor({ birthDate: '2012-02-29T00:00:00Z', country: 'AT' }, policy, instant('2026-02-28T11:00:00Z'))).toBe(
      false,
    )
  },
)

test.each(['0000-00-00', '1990-02-30', '2015-13-01', '2015-02-29T00:00:00Z', 'unknown', 7])(
  'by a birth date that is no day of the calendar (%s) nobody’s age is told, and nothing breaks',
  (birthDate) => {
    expect(isMinor({ birthDate }, policy, receivedAt)).toBe(false)
    expect(isMinor({ birthDate, flag: true }, policy, receivedAt)).toBe(true)
    expect(isNoDate({ birthDate })).toBe(true)
  },
)

test.each([undefined, null, '', '2015-02-28', '1990-01-01T00:00:00Z'])(
  'where there is none, or a day, nothing is wrong: %s',
  (birthDate) => expect(isNoDate({ birthDate })).toBe(false),
)

promise('N8', 'a guardian consents only over both links: the account’s names them, theirs says yes', () => {
  const begun = requestIn('consenting')
  expect(begun.consentBy).toBe(moved(shifted(receivedAt, 60_000), 'P14D', 'Europe/Berlin'))
  for (const event of [consentGiven, consentRefused]) expect(decide(begun, event, policy, soon).kind).toBe('refused')
  const named = stepped(begun, guardianNamed, soon)
  expect(named.effects).toEqual(letters('guardian-asked'))
  expect(JSON.stringify([named.entry, named.effects])).not.toContain('grown.up')
  const consented = stepped(named.request, consentGiven, soon)
  expect(consented.request).toMatchObject({ status: 'consented', closedAt: soon })
  expect(consented.effects).toEqual(letters('consented'))
})

promise('N8', 'without consent everything is unavailable at once, and erased after the policy’s own period', () => {
  const { consentBy } = requestIn('consenting')
  const reminded = stepped(
    requestIn('consenting'),
    momentReached,
    nextForMachine(requestIn('consenting'), 'look', policy, soon).at as typeof soon,
  )
  expect(reminded.effects).toEqual(letters('consent-needed'))
  const missing = stepped(reminded.request, momentReached, consentBy)
  expect(missing.request).toMatchObject({
    status: 'restricting',
    child: true,
    unconsented: true,
    eraseAt: moved(consentBy, 'P7D', 'Europe/Berlin'),
  })
  expect(missing.effects).toEqual([start, endApprovals])
  const unavailable = stepped(missing.request, restricted, consentBy)
  expect(unavailable.effects.filter(isLetter)).toEqual(letters('consent-missing'))
  // Nobody but the guardian brings it back.
  expect(decide(unavailable.request, restoreAsked, policy, consentBy).kind).toBe('refused')
  expect(view(unavailable.request, [], policy, consentBy, false)).toMatchObject({ actions: ['copy'], child: true })
  const erased = stepped(unavailable.request, momentReached, moved(consentBy, 'P7D', 'Europe/Berlin'))
  expect(erased.request.status).toBe('erasing')
})

promise('N8', 'a guardian who comes late brings everything back, until the erasure begins', () => {
  const back = stepped(unconsented(), consentGiven, soon)
  expect(back.request.status).toBe('restoring')
  const done = stepped(back.request, { type: 'release-settled', outstanding: [] }, soon)
  expect(done.effects.filter(isLetter)).toEqual(letters('consented'))
  const { eraseAt } = unconsented() as { eraseAt: typeof soon }
  expect(decide(unconsented(), consentGiven, policy, eraseAt)).toMatchObject({ reason: 'too-late' })
  expect(decide(requestIn('grace'), consentGiven, policy, soon).kind).toBe('refused')
})

promise('N8', 'what a child asks for is done as for anybody; a guardian is asked about the account beside it', () => {
  const ask = (right: Right, event: Event) =>
    stepped({ ...begun(receivedAt, policy, right).request, child: true } as never, event, soon)
  const nobody = { type: 'confirmed', found: 'nobody', firstReceivedAt: receivedAt } as const
  expect(ask('access', confirmed).effects).toContainEqual({ kind: 'ask-consent' })
  expect(ask('access', confirmed).request.status).toBe('gathering')
  expect(ask('access', nobody).effects).not.toContainEqual({ kind: 'ask-consent' })
  const erasure = ask('erasure', confirmed)
  expect(erasure.request).toMatchObject({ status: 'restricting', child: true })
  expect(erasure.effects).toEqual([start, endApprovals])
  // The child's own erasure keeps its grace period, and can be taken back.
  const grace = stepped(erasure.request, restricted, soon)
  expect(grace.effects.filter(isLetter)).toEqual(letters('restricted'))
  expect(view(grace.request, [], policy, soon, false).actions).toContain('restore')
  // Said by the directory, it is the same.
  const minor = { ...confirmed, minor: true } as Event
  expect(stepped(begun().request, minor, soon).request).toMatchObject({ child: true })
  expect(stepped(begun(receivedAt, policy, 'access').request, minor, soon).effects).toContainEqual({
    kind: 'ask-consent',
  })
  const { minors: _, ...without } = policy
  const unasked = stepped(
    { ...begun(receivedAt, policy, 'access').request, child: true } as never,
    confirmed,
    soon,
    without,
  )
  expect(unasked.effects).not.toContainEqual({ kind: 'ask-consent' })
})

test('the account’s holder need not wait: erased at once, without anybody’s permission', () => {
  expect(view(requestIn('consenting'), [], policy, soon, false).actions).toEqual(['state', 'erase-now', 'copy'])
  expect(stepped(requestIn('consenting'), eraseNowAsked, soon).request).toMatchObject({ status: 'restricting' })
})

test('while another erasure of the same person is under way the question waits a day at a time', () => {
  const { consentBy } = requestIn('consenting')
  const late = { ...requestIn('consenting'), remindedAt: consentBy }
  expect(nextForMachine(late, 'look', policy, consentBy)).toMatchObject({
    to: 'wait',
    at: moved(consentBy, 'P1D', 'Europe/Berlin'),
  })
})

test('a policy without minors asks nobody, and the certificate names the ground', () => {
  const { minors: _, ...without } = policy
  expect(decide(begun().request, reported, without, soon)).toMatchObject({ reason: 'switched-off' })
  const answers = Object.keys(policy.systems).map((system) => ({
    ...{ system, verb: 'erase' as const, done: true, at: soon },
    receipts: ['identity', 'content', 'payment'].map((category) => ({ category, outcome: 'done' as const, count: 1 })),
  }))
  expect(certificateOf({ ...requestIn('erased'), child: true }, answers, policy)).toMatchObject({ ground: 'child' })
})

promise('N8', 'who is named as guardian when the time is over is not asked any more', () => {
  const { consentBy, ...request } = requestIn('consenting')
  expect(decide({ ...request, consentBy }, guardianNamed, policy, consentBy)).toEqual({
    kind: 'refused',
    reason: 'too-late',
  })
})

test('a policy that asks no guardians any more grants no grace to what it had asked', () => {
  const { minors: _, ...without } = policy
  const { consentBy } = requestIn('consenting')
  expect(stepped(requestIn('consenting'), momentReached, consentBy, without).request).toMatchObject({
    status: 'restricting',
    eraseAt: consentBy,
  })
})

promise(
  'N8',
  'consent brings back only what was made unavailable for want of it, also before every system answered',
  () => {
    const restricting = stepped(asked(), consentRefused, soon).request
    expect(restricting.status).toBe('restricting')
    expect(stepped(restricting, consentGiven, soon).request.status).toBe('restoring')
    for (const status of ['restricting', 'grace'] as const)
      expect(decide(requestIn(status), consentGiven, policy, soon)).toEqual({
        kind: 'refused',
        reason: 'not-possible-now',
      })
  },
)

test('that an account is a child’s is reported of an erasure alone', () => {
  expect(decide(begun(receivedAt, policy, 'access').request, reported, policy, soon)).toEqual({
    ...{ kind: 'refused', reason: 'not-possible-now' },
  })
})

test('of a second ask no guardian is asked once more', () => {
  const child = begun(receivedAt, policy, 'access').request as In<'unverified'>
  const found = { duplicateOf: other }
  const event = { type: 'confirmed', found, firstReceivedAt: receivedAt, minor: true } as const
  expect(stepped({ ...child, child: true }, event, soon).effects).toEqual(letters('duplicate'))
})

test('a date of birth is one at its beginning, to the day', () => {
  const noon = instant('2026-02-06T11:00:00Z')
  for (const birthDate of ['born 2012-02-07', '2012-02-7', '2012-02'])
    expect(isMinor({ birthDate }, policy, noon)).toBe(false)
  expect(isMinor({ birthDate: '2012-02-07T00:00:00Z' }, policy, noon)).toBe(true)
  expect(isMinor({ birthDate: { toString: () => '2012-02-07', slice: () => '2012-02-07' } }, policy, noon)).toBe(false)
})

test('a guardian is asked in the same step that learns of the child, of whom what was known stays', () => {
  const asks = begun().request as In<'unverified'>
  const step = stepped(asks, reported, soon)
  expect(step.effects).toEqual([...letters('consent-needed'), start])
  const { person } = step.request as In<'consenting'>
  expect(person.address).toEqual(asks.person.address)
  expect(person.subject).toBeDefined()
  const named = asked() as In<'consenting'>
  expect(named.person.address).toEqual(asks.person.address)
  expect(named.person.stated?.reveal()).toEqual({ guardian: 'grown.up@example.org' })
})

test('nobody consents, or refuses to, before a guardian is named', () => {
  for (const event of [consentGiven, consentRefused])
    expect(decide(requestIn('consenting'), event, policy, soon)).toEqual({
      kind: 'refused',
      reason: 'not-possible-now',
    })
})

test('the question is asked once more at its time, and not before, nor twice', () => {
  const request = requestIn('consenting')
  const remindAt = moved(request.consentBy, policy.periods.statementReminder, policy.company.timeZone, -1)
  const at = (one: In<'consenting'>, now: typeof soon) => decide(one, momentReached, policy, now)
  expect(at(request, shifted(remindAt, -1))).toEqual({ kind: 'refused', reason: 'not-possible-now' })
  expect(at(request, remindAt)).toMatchObject({ effects: letters('consent-needed'), request: { remindedAt: remindAt } })
  const reminded = { ...request, remindedAt: remindAt }
  expect(at(reminded, shifted(remindAt, 1))).toEqual({ kind: 'refused', reason: 'not-possible-now' })
  const next = (one: In<'consenting'>, now: typeof soon) => nextForMachine(one, 'look', policy, now).at
  expect(next(request, soon)).toBe(remindAt)
  expect(next(reminded, remindAt)).toBe(request.consentBy)
  expect(next(reminded, request.consentBy)).toBe(moved(request.consentBy, 'P1D', policy.company.timeZone))
})

test('what ends without a guardian keeps who asked, to tell them, and the file in which it stands', () => {
  const ended = stepped(requestIn('consenting'), { type: 'report-ended', file: '2026/17' }, soon)
  expect(ended.entry.detail).toBe('file 2026/17')
  expect((ended.request as In<'unfounded'>).person).toEqual(requestIn('consenting').person)
  expect(ended.effects).toContainEqual({ kind: 'letter', letter: 'report-ended' })
})

test('a child is reported from what is under way about a known account, and from no question about files', () => {
  for (const status of ['grace', 'gathering', 'held'] as const) expect(canBeReported(requestIn(status))).toBe(true)
  for (const status of ['unverified', 'consenting', 'erased', 'approving', 'approved'] as const)
    expect(canBeReported(requestIn(status))).toBe(false)
  const approved = requestIn('approved')
  const known = { ...approved, person: { ...approved.person, subject: requestIn('grace').person.subject } }
  expect(canBeReported(known as Request)).toBe(false)
  const { person: _, ...nobody } = requestIn('grace')
  expect(canBeReported(nobody as unknown as Request)).toBe(false)
  expect(canBeReported({ ...requestIn('grace'), person: undefined } as unknown as Request)).toBe(false)
  expect(canBeReported({ ...requestIn('grace'), unconsented: true })).toBe(false)
})

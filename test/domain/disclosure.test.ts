import { expect, test } from 'vitest'
import { decide } from '../../domain/decide.ts'
import {
  answerOf,
  disclosureAsked,
  isReported,
  latestDay,
  type OfDisclosure,
  type Question,
} from '../../domain/disclosure.ts'
import type { Event } from '../../domain/event.ts'
import { brokenAt } from '../../domain/history.ts'
import { stillTrue } from '../../domain/letters.ts'
import { nextForMachine } from '../../domain/machine.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { type Day, type Instant, instant, moved } from '../../domain/time.ts'
import { view } from '../../domain/view.ts'
import { checked, WrongPolicy } from '../../policy/load.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import {
  approvalChecked,
  approvalGiven,
  approvalRefused,
  askedToDisclose,
  disclosedIt,
  justBefore,
  lived,
  madeUnavailable,
  momentReached,
  receivedAt,
  requestIn,
  restricted,
  shifted,
  stepped,
  told,
  withdrawAsked,
} from './sample.ts'

const soon = shifted(receivedAt, 600_000)
const days = (n: number): Instant => moved(receivedAt, `P${n}D`, policy.company.timeZone)
const letters = (...names: string[]) => names.map((letter) => ({ kind: 'letter', letter }))
const refused = (reason: string) => ({ kind: 'refused', reason })
const { answerBy, holdsUntil } = requestIn('approving')
const notThere: Event = { type: 'approval-checked', available: false }
const ask = (request: Request, at: Instant, event = approvalChecked) => stepped(request, event, at)
const answer = (request: Request) => answerOf(request as OfDisclosure)

promise('N12', 'nothing may go to a third party before the person said yes, and silence is a no', () => {
  const asked = askedToDisclose()
  expect(asked.effects).toEqual([...letters('approval-asked'), { kind: 'start', machine: 'disclosure' }])
  expect(asked.entry).toMatchObject({ event: 'disclosure-asked', from: 'none', to: 'approving' })
  expect(asked.entry.detail).toBe('file 2026/41: identity, content')
  expect(answer(ask(asked.request, soon).request)).toBe('not-answered')
  // At the end of the time nobody has to have noticed it yet.
  expect(answer(ask(asked.request, justBefore(answerBy)).request)).toBe('not-answered')
  const late = ask(asked.request, answerBy)
  expect([late.request.status, answer(late.request)]).toEqual(['unapproved', 'not-approved'])
  expect(decide(asked.request, approvalGiven, policy, answerBy)).toEqual(refused('too-late'))
  const silent = stepped(asked.request, momentReached, answerBy)
  expect(silent.request).toMatchObject({ status: 'unapproved', why: 'silence', closedAt: answerBy })
  expect(silent.effects).toEqual(letters('approval-refused', 'approval-news'))
  expect(decide(silent.request, approvalGiven, policy, answerBy)).toEqual(refused('too-late'))
})

promise('N12', 'a no is said with one event and ends the question; a yes is recorded with its moment', () => {
  const no = stepped(requestIn('approving'), approvalRefused, soon)
  expect(no.request).toMatchObject({ status: 'unapproved', why: 'no' })
  expect(answer(ask(no.request, days(1)).request)).toBe('not-approved')
  const yes = stepped(requestIn('approving'), approvalGiven, soon)
  expect(yes.request).toMatchObject({ status: 'approved', approvedAt: soon })
  expect(yes.request).not.toHaveProperty('answerBy')
  expect(yes.effects).toEqual(letters('approval-given', 'approval-news'))
  expect(yes.entry).toMatchObject({ event: 'approval-given', at: soon })
  expect(view(yes.request, [], policy, soon, false).actions).toEqual(['withdraw'])
})

promise('N12', 'a yes can be withdrawn at any time, and from that instant the company is answered so', () => {
  for (const at of [soon, days(40), justBefore(holdsUntil)]) {
    const withdrawn = stepped(requestIn('approved'), withdrawAsked, at)
    expect(withdrawn.request).toMatchObject({ status: 'approval-ended', why: 'withdrawn', closedAt: at })
    expect(withdrawn.effects).toEqual(letters('approval-ended', 'approval-news'))
    expect(answer(ask(withdrawn.request, at).request)).toBe('withdrawn')
  }
})

promise(
  'N12',
  'an approval ends by itself with the day that was named, to the millisecond, also when nobody noticed',
  () => {
    // 6 May is the last day: it ends when the 7th begins in Berlin.
    expect(holdsUntil).toBe('2026-05-06T22:00:00.000Z')
    const approved = requestIn('approved')
    expect(answer(ask(approved, justBefore(holdsUntil)).request)).toBe('approved')
    const over = ask(approved, holdsUntil)
    expect(answer(over.request)).toBe('expired')
    expect(over.effects).toEqual(letters('approval-ended', 'approval-news'))
    expect(stepped(approved, momentReached, holdsUntil).request).toMatchObject({ why: 'over' })
    expect(decide(approved, momentReached, policy, justBefore(holdsUntil))).toEqual(refused('not-possible-now'))
    expect(stepped(approved, withdrawAsked, holdsUntil).request).toMatchObject({ why: 'over' })
  },
)

promise(
  'N12',
  'a restriction or an erasure ends what was approved or asked, and having everything back does not revive it',
  () => {
    for (const event of [madeUnavailable, notThere])
      for (const status of ['approving', 'approved'] as const) {
        const ended = stepped(requestIn(status), event, soon)
        expect(ended.request).toMatchObject({ why: 'unavailable', closedAt: soon })
        expect(ended.effects.at(-1)).toEqual({ kind: 'letter', letter: 'approval-news' })
        expect(answer(ask(ended.request, days(1)).request)).toBe('unavailable')
      }
    const isEnding = ({ kind }: { readonly kind: string }) => kind === 'end-approvals'
    // Where nobody can be asked, nothing has to end.
    const { disclosures: _, ...without } = policy
    const unverified = requestIn('unverified')
    const found = { subject: new Personal({ keys: {} }) }
    const confirmed: Event = { type: 'confirmed', found, firstReceivedAt: receivedAt }
    expect(stepped(unverified, confirmed, soon).effects.some(isEnding)).toBe(true)
    expect(stepped(unverified, confirmed, soon, without).effects.some(isEnding)).toBe(false)
    // Of data that stay available until they are erased: then.
    const unused = { ...requestIn('grace'), inactive: { lastUsed: '2025-08-09' as Day, available: true as const } }
    expect(stepped(unused, momentReached, unused.eraseAt).effects.some(isEnding)).toBe(true)
    expect(stepped(requestIn('restricting'), restricted, soon).effects.some(isEnding)).toBe(false)
  },
)

promise(
  'N12',
  'each time the company asks is in the history with what it was answered, and so is what it reports',
  () => {
    const { request, history } = lived('approving')
    const steps = [ask(request, soon)]
    const after = (event: Event, at: Instant) =>
      steps.push(stepped((steps.at(-1) as (typeof steps)[number]).request, event, at))
    after(approvalGiven, days(1))
    after(approvalChecked, days(2))
    const disclosed = { at: days(2), categories: ['content'] }
    after({ type: 'disclosed', disclosed }, days(3))
    after(withdrawAsked, days(4))
    after(approvalChecked, days(5))
    after(told, days(5))
    after(approvalChecked, days(6))
    const last = (steps.at(-1) as (typeof steps)[number]).request
    expect(steps.map(({ entry }) => entry.detail)).toEqual([
      'answered not-answered',
      undefined,
      'answered approved',
      `at ${days(2)}: content`,
      'withdrawn',
      'answered withdrawn',
      undefined,
      'answered withdrawn',
    ])
    expect(last).toMatchObject({ checks: 4, checkedAt: days(6), disclosed: [disclosed] })
    expect(last).not.toHaveProperty('person')
    expect(brokenAt([...history, ...steps.map(({ entry }) => entry)], last)).toBeUndefined()
    expect(view(last, [], policy, days(6), false)).toMatchObject({
      disclosure: { to: { name: 'Museum of Letters' }, disclosed: [disclosed], why: 'withdrawn' },
    })
  },
)

promise(
  'N12',
  'only what was approved at its time can be reported; the rest is refused, and nothing is changed',
  () => {
    const approved = stepped(requestIn('approving'), approvalGiven, days(1)).request
    const ended = stepped(approved, withdrawAsked, days(4)).request
    const report = (request: Request, at: Instant, categories = ['content'], now = days(5)) =>
      decide(request, { type: 'disclosed', disclosed: { at, categories } }, policy, now)
    expect(report(ended, justBefore(days(4))).kind).toBe('step')
    expect(report(approved, days(1)).kind).toBe('step')
    for (const wrong of [
      report(ended, days(4)),
      report(approved, justBefore(days(1))),
      report(approved, shifted(days(5), 1)),
      report(approved, days(2), ['content', 'payment']),
    ])
      expect(wrong).toEqual(refused('not-approved-then'))
    for (const status of ['approving', 'unapproved'] as const)
      expect(decide(requestIn(status), disclosedIt, policy, days(5))).toEqual(refused('not-possible-now'))
  },
)

test('the company is reminded of nothing, the person once, and the machine waits for the moments alone', () => {
  const asked = requestIn('approving')
  const wait = (request: Request, now: Instant) => nextForMachine(request, 'moment-reached', policy, now)
  const remindAt = moved(answerBy, policy.periods.statementReminder, policy.company.timeZone, -1)
  expect(wait(asked, soon)).toMatchObject({ to: 'wait', at: remindAt })
  const reminded = stepped(asked, momentReached, remindAt)
  expect(reminded.effects).toEqual(letters('approval-asked'))
  expect(wait(reminded.request, remindAt)).toMatchObject({ to: 'wait', at: answerBy })
  expect(decide(reminded.request, momentReached, policy, remindAt)).toEqual(refused('not-possible-now'))
  // Who answered meanwhile is found when it wakes.
  const approved = stepped(asked, approvalGiven, days(2)).request
  expect(decide(approved, momentReached, policy, remindAt)).toEqual(refused('not-possible-now'))
  expect(wait(approved, remindAt)).toMatchObject({ to: 'wait', at: holdsUntil })
})

test('what was overtaken is not sent: a question that was answered, a yes that was withdrawn', () => {
  const still = (letter: 'approval-asked' | 'approval-given' | 'approval-news', request: Request) =>
    stillTrue({ kind: 'letter', letter }, request)
  expect(still('approval-asked', requestIn('approved'))).toBe(false)
  expect(still('approval-given', requestIn('approval-ended'))).toBe(false)
  expect(still('approval-news', requestIn('approval-ended'))).toBe(true)
})

test('an approval is asked for days to come and no longer than the policy says; silence ends with it', () => {
  const { person, terms, categories, file, language } = requestIn('approving')
  const question = (until: string): Question => ({
    ...{ person, terms, categories, file, language, until: until as Day },
    reference: reference(new Uint8Array([1, 2, 3, 4, 5])),
  })
  const asked = (until: string, by = policy) => disclosureAsked(question(until), by, receivedAt)
  expect(asked('2026-02-05')).toEqual(refused('too-late'))
  expect(asked('2026-08-05')).toEqual(refused('too-long'))
  const { disclosures: _, ...without } = policy
  expect(asked('2026-05-06', without)).toEqual(refused('switched-off'))
  // Whoever asks for today alone has an answer today, or none.
  expect(asked('2026-02-06')).toMatchObject({
    request: { holdsUntil: '2026-02-06T23:00:00.000Z', answerBy: '2026-02-06T23:00:00.000Z' },
  })
  // The history says who of the company asked on the desk; of what a program asks, its papers alone.
  const details = ['agent 0', undefined].map((by) => disclosureAsked(question('2026-05-06'), policy, receivedAt, by))
  expect(details).toMatchObject([
    { entry: { detail: `file ${file}: identity, content, by agent 0` } },
    { entry: { detail: `file ${file}: identity, content` } },
  ])
})

test('a policy says how long people have to answer, and approvals no machine could wait for are refused', () => {
  const wrong = (disclosures: object) => () => checked({ ...policy, disclosures })
  expect(wrong({ answer: 'P3D', holds: 'P30D' })).toThrow(WrongPolicy)
  expect(wrong({ answer: 'P14D', holds: 'P7D' })).toThrow('must not be shorter')
  expect(wrong({ answer: 'P14D', holds: 'P1Y' })).toThrow('335 days at most')
  expect(wrong({ answer: 'P14D', holds: 'P11M' })).not.toThrow()
})

test('neither history nor effects hold what the company said of the third party, and nothing prints it', () => {
  const steps = [askedToDisclose(), stepped(requestIn('approved'), disclosedIt, instant('2026-02-06T08:32:00Z'))]
  expect(JSON.stringify(steps.map(({ entry, effects }) => ({ entry, effects })))).not.toMatch(/Museum|letters"/)
  expect(JSON.stringify(steps.map(({ request }) => request))).not.toMatch(/Museum|quill/)
})

test('the same report twice is one', () => {
  const disclosed = { at: days(2), categories: ['content'] }
  const approved = { ...requestIn('approved'), disclosed: [disclosed] }
  expect(isReported(approved, disclosed)).toBe(true)
  expect(isReported(approved, { ...disclosed, at: days(3) })).toBe(false)
  expect(isReported(approved, { ...disclosed, categories: ['content', 'identity'] })).toBe(false)
})

test('the last day on which an approval can hold is the one before its time is over, and yesterday where none can be asked', () => {
  expect(latestDay(policy, receivedAt)).toBe('2026-08-04')
  const { disclosures: _, ...none } = policy
  expect(latestDay(none, receivedAt)).toBe('2026-02-05')
})

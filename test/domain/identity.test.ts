import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { isDoubted } from '../../domain/identity.ts'
import { nextForMachine } from '../../domain/machine.ts'
import { Personal } from '../../domain/personal.ts'
import type { In } from '../../domain/request.ts'
import { answerBy, type Instant, instant, moved, promisedBy, withStops } from '../../domain/time.ts'
import { view } from '../../domain/view.ts'
import type { Right } from '../../policy/rights.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import {
  begun,
  confirmed,
  doubt,
  doubtedIt,
  identified,
  identityAnswered,
  momentReached,
  notIdentified,
  receivedAt,
  requestIn,
  shifted,
  stepped,
  told,
} from './sample.ts'

const zone = policy.company.timeZone
const soon = shifted(receivedAt, 600_000)
const letters = (...names: string[]) => names.map((letter) => ({ kind: 'letter', letter }))
const start = { kind: 'start', machine: 'identity' }
const later = (from: Instant, days: number) => moved(from, `P${days}D`, zone)
const asked = (right: Right = 'access') => stepped(begun(receivedAt, policy, right, { doubt }).request, confirmed, soon)
const nobody: Event = { type: 'confirmed', found: 'nobody', firstReceivedAt: receivedAt }
const byMail = (named?: true) => {
  const { request } = begun(receivedAt, policy, 'access') as unknown as { request: In<'unverified'> }
  const mail = new Personal({ messageId: '<1@x.example>', ...(named ? { named } : {}) })
  return { ...request, person: { ...request.person, mail } }
}

promise('N14', 'who is in doubt is asked no more than the doubt needs, and nothing of their data is touched', () => {
  const { request, effects, entry } = asked()
  expect(request).toMatchObject({ status: 'identifying', doubt, answerBy: later(soon, 30), confirmedAt: soon })
  // What the directory said of the proven address is not believed, and not kept.
  expect(request).not.toHaveProperty('person.subject')
  expect(effects).toEqual([...letters('identity-needed'), start])
  expect(entry.detail).toBe('the time stands still: other')
  expect(view(request, [], policy, soon, false)).toMatchObject({
    ...{ actions: ['state'], coverage: [], waitsUntil: later(soon, 30), doubt },
    stops: [{ why: 'other', sentAt: soon, answeredAt: later(soon, 30) }],
  })
})

promise('N14', 'the time stands still from the question to the answer, and for whole days only', () => {
  const { request } = asked()
  // At the latest: as if the answer came at the last moment.
  expect(request.promisedBy).toBe(
    answerBy(receivedAt, policy, [{ why: 'other', sentAt: soon, answeredAt: later(soon, 30) }]),
  )
  const at = shifted(later(soon, 10), -1)
  const answered = stepped(request, identityAnswered, at)
  expect(answered.request).toMatchObject({
    status: 'checking',
    stops: [{ why: 'other', sentAt: soon, answeredAt: at }],
  })
  // Ten days less a moment are nine days.
  expect(answered.request.promisedBy).toBe(
    answerBy(receivedAt, policy, [{ why: 'other', sentAt: soon, answeredAt: later(soon, 9) }]),
  )
  expect(answered.request.promisedBy > promisedBy('access', receivedAt, policy)).toBe(true)
  expect(answered.effects).toEqual([...letters('identity-to-check'), start])
  expect(answered.entry.detail).toBe('the time runs on')
})

test('without a stop nothing moves, and a stop moves no deadline by more than it lasted', () => {
  const moment = fc.integer({ min: 0, max: 400 * 86_400 }).map((seconds) => shifted(receivedAt, seconds * 1000))
  fc.assert(
    fc.property(moment, moment, (one, two) => {
      const [sentAt, answeredAt] = [one, two].sort() as [Instant, Instant]
      const later = withStops(receivedAt, [{ why: 'other', sentAt, answeredAt }], zone)
      const [days, lasted] = [Date.parse(later) - Date.parse(receivedAt), Date.parse(answeredAt) - Date.parse(sentAt)]
      // An hour for each change of the clocks: one in the stop, one in what is moved.
      expect(days).toBeLessThanOrEqual(lasted + 7_200_000)
      expect(days).toBeGreaterThanOrEqual(lasted - 86_400_000 - 7_200_000)
    }),
  )
  expect(withStops(receivedAt, [], zone)).toBe(receivedAt)
  // 60 days and the time in which nobody answered.
  const stop = { why: 'other', sentAt: soon, answeredAt: later(soon, 5) }
  expect(promisedBy('erasure', receivedAt, policy, [stop])).toBe(later(receivedAt, 65))
})

promise(
  'N14',
  'believed, the request goes on from its first receipt with the new deadline, and the account’s address is told',
  () => {
    const checking = stepped(asked().request, identityAnswered, later(soon, 10)).request
    const { request, effects, entry } = stepped(checking, identified, later(soon, 11))
    expect(request).toMatchObject({
      ...{ status: 'gathering', receivedAt, promisedBy: checking.promisedBy, stops: checking.stops },
      person: { hash: 'hash-of-the-account' },
    })
    expect(request).not.toHaveProperty('doubt')
    // What they answered has done its work.
    expect(request).not.toHaveProperty('person.stated')
    expect(effects).toEqual([...letters('identity-accepted'), { kind: 'start', machine: 'export' }])
    expect(entry.detail).toBe('by the company')
    // To their own address nothing has to be told twice.
    const same = { ...identified, account: { address: new Personal('x@y.example'), hash: 'keyed-hash' } } as Event
    expect(stepped(checking, same, later(soon, 11)).effects).toEqual([{ kind: 'start', machine: 'export' }])
  },
)

test.each<[Right, string]>([
  ['erasure', 'restricting'],
  ['restriction', 'holding'],
  ['rectification', 'stating'],
  ['processing-objection', 'objecting'],
  ['portability', 'gathering'],
])(
  'of every right that needs it: %s becomes %s once they are believed, and its deadline has the stop in it',
  (right, status) => {
    const checking = stepped(asked(right).request, identityAnswered, later(soon, 10)).request
    const { request } = stepped(checking, identified, later(soon, 11))
    expect(request).toMatchObject({ status, promisedBy: promisedBy(right, receivedAt, policy, checking.stops) })
    expect(request.promisedBy > promisedBy(right, receivedAt, policy)).toBe(true)
  },
)

promise('N14', 'the company can doubt who asks until something is done or said, whatever way they asked', () => {
  const { request: asks } = begun(receivedAt, policy, 'erasure')
  const noted = stepped(asks, doubtedIt, soon)
  expect(noted.request).toMatchObject({ status: 'unverified', doubt, promisedBy: asks.promisedBy })
  // Nothing goes to an address that is not proven.
  expect(noted.effects).toEqual([])
  expect(noted.entry.detail).toBe('other')
  const asked = stepped(noted.request, confirmed, later(soon, 1))
  expect(asked.request).toMatchObject({ status: 'identifying', doubt, confirmedAt: later(soon, 1) })
  expect(asked.effects).toEqual([...letters('identity-needed'), start])

  for (const status of ['stating', 'objecting'] as const) {
    const known = requestIn(status)
    const waits = { ...known, person: { ...known.person, onBehalf: new Personal({ 'p-1': ['a-1'] }) } }
    const { request, effects, entry } = stepped(waits, doubtedIt, later(soon, 2))
    expect(request).toMatchObject({ status: 'identifying', doubt, receivedAt, confirmedAt: waits.confirmedAt })
    expect(request).toMatchObject({ stops: [{ why: 'other', sentAt: later(soon, 2), answeredAt: later(soon, 32) }] })
    expect(request).not.toHaveProperty('person.subject')
    expect(request).not.toHaveProperty('statedBy')
    expect(effects).toEqual([...letters('identity-needed'), start])
    expect(entry.detail).toBe('the time stands still: other')
    const checking = stepped(request, identityAnswered, later(soon, 5)).request
    const believed = stepped(checking, identified, later(soon, 6)).request
    expect(believed).toMatchObject({ status, receivedAt, promisedBy: checking.promisedBy })
    // For whom the accounts of the proven address are held says nothing of the account that is believed to be theirs.
    expect(believed).not.toHaveProperty('person.onBehalf')
    // Once believed nobody is asked again, so that the time does not stand still for ever.
    expect(decide(believed, doubtedIt, policy, later(soon, 7))).toMatchObject({ reason: 'not-possible-now' })
  }
})

test('nobody is asked who they are to get no more mails, for a controller, or where the policy asks nobody', () => {
  const { identity: _, ...without } = policy
  const { request } = begun(receivedAt, policy, 'erasure')
  expect(decide(request, doubtedIt, without, soon)).toMatchObject({ reason: 'switched-off' })
  for (const other of [
    begun(receivedAt, policy, 'objection').request,
    { ...request, controller: 'shop' } as typeof request,
  ])
    expect(decide(other, doubtedIt, policy, soon)).toMatchObject({ reason: 'not-possible-now' })
})

test('not believed, or without an answer, it closes with a letter; the person is kept to ask again, and then forgotten', () => {
  const checking = requestIn('checking')
  const closed = stepped(checking, notIdentified, soon)
  expect(closed.request).toMatchObject({ status: 'unidentified', closedAt: soon, receivedAt: checking.receivedAt })
  expect(closed.request).not.toHaveProperty('person.stated')
  expect(closed.effects).toEqual(letters('unidentified'))
  const waiting = requestIn('identifying')
  const silent = stepped(waiting, momentReached, waiting.answerBy)
  expect(silent.request.status).toBe('unidentified')
  expect(silent.entry.detail).toBe('nobody answered')
  expect(decide(waiting, identityAnswered, policy, waiting.answerBy)).toMatchObject({ reason: 'too-late' })
  const until = moved(waiting.answerBy, policy.periods.unverified, zone)
  expect(nextForMachine(silent.request, 'moment-reached', policy, waiting.answerBy)).toMatchObject({
    to: 'wait',
    at: until,
  })
  expect(decide(silent.request, told, policy, shifted(until, -1)).kind).toBe('refused')
  expect(nextForMachine(silent.request, 'moment-reached', policy, until).to).toBe('strip')
  expect(stepped(silent.request, told, until).request).not.toHaveProperty('person')
})

test('taken up again it counts from its first receipt, and the time in which nobody answered stood still', () => {
  const again = later(receivedAt, 50)
  const stops = [{ why: 'other', sentAt: soon, answeredAt: again }]
  const { request } = begun(again, policy, 'access')
  const event = { ...confirmed, firstReceivedAt: receivedAt, stops } as Event
  const { request: next } = stepped(request, event, shifted(again, 60_000))
  expect(next).toMatchObject({ status: 'gathering', receivedAt, promisedBy: answerBy(receivedAt, policy, stops) })
  expect(next.promisedBy > again).toBe(true)
})

test('the person is reminded at the policy’s points, the company before its own deadline', () => {
  let request = requestIn('identifying') as In<'identifying'> | In<'checking'>
  const { answerBy: end } = requestIn('identifying')
  const at: Instant[] = []
  for (let n = 0; n < 2; n++) {
    const moment = instant(nextForMachine(request, 'look', policy, soon).at)
    const reminded = stepped(request, momentReached, moment)
    expect(reminded.effects).toEqual(letters('identity-needed'))
    expect(decide(reminded.request, momentReached, policy, moment).kind).toBe('refused')
    at.push(moment)
    request = reminded.request as In<'identifying'>
  }
  expect(at).toEqual(policy.identity?.reminders.map((by) => moved(end, by, zone, -1)))
  expect(nextForMachine(request, 'look', policy, soon).at).toBe(end)
  const checking = requestIn('checking')
  const moment = instant(nextForMachine(checking, 'look', policy, soon).at)
  expect(moment).toBe(moved(checking.promisedBy, policy.periods.statementReminder, zone, -1))
  const reminded = stepped(checking, momentReached, moment)
  expect(reminded.effects).toEqual(letters('identity-to-check'))
  expect(nextForMachine(reminded.request, 'look', policy, moment).to).toBe('end')
})

test('who proves an address without data is asked only where their mail names an account, and for news and offers never', () => {
  expect(stepped(byMail(true), nobody, soon).request).toMatchObject({
    status: 'identifying',
    doubt: { why: 'unknown', questions: ['account'] },
  })
  expect(stepped(byMail(), nobody, soon).request.status).toBe('not-found')
  // Known is known.
  expect(stepped(byMail(true), confirmed, soon).request.status).toBe('gathering')
  const objection = begun(receivedAt, policy, 'objection', { doubt }).request as In<'unverified'>
  expect(isDoubted(objection, 'nobody')).toBe(false)
  const { identity: _, ...without } = policy
  expect(decide(byMail(true), nobody, without, soon)).toMatchObject({ request: { status: 'not-found' } })
})

test('asked once more after an earlier ask, only the new stop ends with the answer', () => {
  const again = later(receivedAt, 50)
  const earlier = { why: 'other', sentAt: soon, answeredAt: later(soon, 30) }
  const { request } = begun(again, policy, 'access', { doubt })
  const event = { ...confirmed, firstReceivedAt: receivedAt, stops: [earlier] } as Event
  const identifying = stepped(request, event, shifted(again, 60_000)).request
  const answeredAt = shifted(again, 3_600_000)
  const { stops } = stepped(identifying, identityAnswered, answeredAt).request
  expect(stops).toEqual([earlier, { ...earlier, sentAt: shifted(again, 60_000), answeredAt }])
})

promise('N8', 'whose account turns out to be a child’s, of them a guardian is asked beside what they want', () => {
  const checking = stepped(asked().request, identityAnswered, later(soon, 10)).request
  const minor = { ...identified, minor: true } as Event
  expect(stepped(checking, minor, later(soon, 11)).effects).toContainEqual({ kind: 'ask-consent' })
  expect(stepped(checking, identified, later(soon, 11)).effects).not.toContainEqual({ kind: 'ask-consent' })
})

test('a policy that asks nobody any more reminds nobody, and still ends what was asked', () => {
  const { identity: _, ...without } = policy
  const identifying = requestIn('identifying')
  expect(nextForMachine(identifying, 'look', without, soon).at).toBe(identifying.answerBy)
})

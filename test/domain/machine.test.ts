import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movesBy, nextForMachine } from '../../domain/machine.ts'
import type { In, Status } from '../../domain/request.ts'
import { policy } from '../sample-policy.ts'
import { justBefore, requestIn, shifted, statuses } from './sample.ts'

const minute = 60_000
const hour = 60 * minute
const down = ['files']
const next = (request: Parameters<typeof nextForMachine>[0], after: Parameters<typeof nextForMachine>[1], ms = 0) =>
  nextForMachine(request, after, policy, shifted(request.receivedAt, ms))

test.each<[Status, string]>([
  ['unverified', 'end'],
  ['restricting', 'restrict'],
  ['grace', 'wait'],
  ['restoring', 'release'],
  ['erasing', 'erase'],
  ['restored', 'strip'],
  ['erased', 'strip'],
  ['not-found', 'strip'],
  ['duplicate', 'strip'],
  ['holding', 'restrict'],
  ['held', 'end'],
  ['lifting', 'release'],
  ['lifted', 'strip'],
  ['superseded', 'end'],
  ['gathering', 'gather'],
  ['ready', 'wait'],
  ['discarding', 'discard'],
  ['discarded', 'wait'],
  ['withdrawing', 'discard'],
  ['withdrawn', 'strip'],
  ['turned-down', 'strip'],
  ['stopping', 'unsubscribe'],
  ['stopped', 'strip'],
  ['stating', 'wait'],
  ['proving', 'wait'],
  ['deciding', 'wait'],
  ['correcting', 'correct'],
  ['unchanged', 'strip'],
  ['corrected', 'strip'],
  ['declined', 'strip'],
  ['consenting', 'wait'],
  ['consented', 'strip'],
  ['unfounded', 'strip'],
  ['approving', 'wait'],
  ['approved', 'wait'],
  ['unapproved', 'strip'],
  ['approval-ended', 'strip'],
  ['identifying', 'wait'],
  ['checking', 'wait'],
  ['unidentified', 'wait'],
  ['objecting', 'wait'],
  ['weighing', 'wait'],
  ['upheld', 'strip'],
  ['refused', 'strip'],
  ['dropped', 'strip'],
  ['erasing-again', 'erase-again'],
])('a machine that looks at a request that is %s goes on with %s, whatever it believed before', (status, to) => {
  expect(next(requestIn(status), 'look').to).toBe(to)
})

test('once the person was told there is nothing left to do, in every status that is an end', () => {
  for (const status of statuses.filter((one) => one !== 'erasing-again')) {
    const { person: _, ...told } = requestIn(status) as In<'erased'>
    if ('closedAt' in told) expect(next(told, 'told').to).toBe('end')
  }
})

test('a machine is never woken before its moment, which Step Functions reads to the second', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (ms) => {
      const plain = requestIn('grace')
      const request = { ...plain, eraseAt: shifted(plain.eraseAt, ms) }
      const late = justBefore(request.eraseAt)
      const wakes = Date.parse(nextForMachine(request, 'moment-reached', policy, late).at)
      expect(wakes % 1000).toBe(0)
      expect(wakes - Date.parse(request.eraseAt)).toBeGreaterThanOrEqual(0)
      expect(wakes - Date.parse(request.eraseAt)).toBeLessThan(1000)
    }),
  )
})

test('in grace it waits for the next reminder, and at last for the erasure', () => {
  const request = requestIn('grace')
  const moments = [justBefore(request.receivedAt)]
  for (let at = request.receivedAt; at < request.eraseAt; ) {
    at = nextForMachine(request, 'moment-reached', policy, at).at as typeof at
    moments.push(at)
  }
  expect(moments.length - 1).toBe(policy.periods.reminders.length + 1)
  expect(moments.at(-1)).toBe(request.eraseAt)
})

test('a system that is down does not hold up a reminder or the erasure: it is asked in between', () => {
  const request = { ...requestIn('grace'), outstanding: down }
  expect(next(request, 'look', hour).to).toBe('restrict-rest')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 58 * 24 * 60 }), (minutes) => {
      const now = shifted(request.receivedAt, minutes * minute)
      if (now >= request.eraseAt) return
      const { to, at } = nextForMachine(request, 'restriction-settled', policy, now)
      expect(to).toBe('wait')
      expect(at > now).toBe(true)
      expect(at <= nextForMachine({ ...request, outstanding: [] }, 'restriction-settled', policy, now).at).toBe(true)
    }),
  )
})

test.each(['restoring', 'lifting', 'correcting', 'erasing'] as const)(
  'while %s a system that is down is asked soon at first, then more rarely, never after more than 4 hours',
  (status) => {
    const request = { ...requestIn(status), outstanding: down }
    const pause = (since: number) => {
      const now = shifted(request.startedAt, since)
      return Date.parse(nextForMachine(request, 'look', policy, now).at) - Date.parse(now)
    }
    expect(pause(0)).toBe(15 * minute)
    expect(pause(4 * hour)).toBe(hour)
    expect(pause(48 * hour)).toBe(4 * hour)
    const pauses = Array.from({ length: 200 }, (_, i) => pause(i * 15 * minute))
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
  },
)

test('a machine that is started after a reminder was due sends it at once, one time, and then waits for the next', () => {
  const grace = requestIn('grace') as In<'grace'>
  const day = 24 * hour
  const late = shifted(grace.eraseAt, -29 * day)
  expect(nextForMachine(grace, 'look', policy, late)).toMatchObject({ to: 'wait', at: late })
  const told = { ...grace, remindedAt: late }
  expect(nextForMachine(told, 'look', policy, late).at > late).toBe(true)
  const copy = requestIn('ready') as In<'ready'>
  const lateForCopy = shifted(copy.availableUntil, -day)
  const { at } = nextForMachine(copy, 'look', policy, lateForCopy)
  expect([
    at < lateForCopy,
    nextForMachine({ ...copy, remindedAt: lateForCopy }, 'look', policy, lateForCopy).at,
  ]).toEqual([true, copy.availableUntil])
})

test.each(statuses.map((status) => [status]))(
  'what is %s is looked for at the moment at which its machine should have moved it on, or never when none has to',
  (status) => {
    const request = requestIn(status)
    const now = request.receivedAt
    const { to, at } = nextForMachine(request, 'look', policy, now)
    expect(movesBy(request, policy, now)).toBe(to === 'end' ? undefined : to === 'strip' ? now : at)
  },
)

test('what is still owed at the end is done in its order: signed, then asked again where systems were down', () => {
  const signed = { ...requestIn('held'), outstanding: [] }
  expect(next(signed, 'look').to).toBe('end')
  expect(next({ ...signed, uncertified: true } as In<'held'>, 'look').to).toBe('certify')
  const rest = { ...signed, outstanding: down }
  expect(next(rest, 'look').to).toBe('restrict-rest')
  expect(next(rest, 'restriction-settled').to).toBe('wait')
  const now = shifted(rest.receivedAt, hour)
  expect(nextForMachine(signed, 'look', policy, now).at).toBe(now)
  expect(nextForMachine(rest, 'look', policy, now).at > now).toBe(true)
  expect(next({ ...requestIn('erasing'), erasedAt: now, outstanding: down } as In<'erasing'>, 'look').to).toBe(
    'certify',
  )
})

test.each(['restoring', 'lifting', 'erasing', 'erasing-again', 'correcting', 'stopping'] as const)(
  'while %s nothing is waited for when every system has answered, and a pause is made when one has not',
  (status) => {
    const request = { ...requestIn(status), outstanding: [] as readonly string[] } as Parameters<typeof next>[0]
    const now = shifted(request.receivedAt, 5 * hour)
    expect(nextForMachine(request, 'look', policy, now).at).toBe(now)
    const rest = { ...request, outstanding: down } as Parameters<typeof next>[0]
    expect(nextForMachine(rest, 'look', policy, now).at > now).toBe(true)
  },
)

test('a reminder is owed by nobody whose erasure a dispute put off, or whose guardian did not consent, nor at the end', () => {
  const grace = requestIn('grace')
  const late = shifted(grace.eraseAt, -29 * 24 * hour)
  const at = (more: object, now = late) => nextForMachine({ ...grace, ...more } as In<'grace'>, 'look', policy, now).at
  expect(at({})).toBe(late)
  expect(at({ hold: { reason: 'claim', since: grace.receivedAt } }) > late).toBe(true)
  expect(at({ unconsented: true }) > late).toBe(true)
  expect(at({}, grace.eraseAt)).toBe(nextForMachine(grace, 'moment-reached', policy, grace.eraseAt).at)
  // An erasure that has to wait is looked at once a week from its moment on, and not before.
  const hold = { hold: { reason: 'claim', since: grace.receivedAt } }
  const week = 7 * 24 * hour
  expect(at(hold, grace.eraseAt)).toBe(shifted(grace.eraseAt, week))
  expect(at(hold, justBefore(grace.eraseAt))).toBe(grace.eraseAt)
})

test('who does a part by hand is waited for until they are to be reminded, also at the very moment', () => {
  const erasing = { ...requestIn('erasing'), outstanding: ['files'] }
  const until = shifted(erasing.startedAt, 24 * hour)
  const at = (now: typeof until) =>
    nextForMachine({ ...erasing, awaits: { systems: ['files'], until } }, 'look', policy, now).at
  expect(at(justBefore(until))).toBe(until)
  expect(at(until)).toBe(shifted(until, 15 * minute))
})

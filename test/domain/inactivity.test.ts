import { expect, test } from 'vitest'
import { decide } from '../../domain/decide.ts'
import { fateOf, foundInactive, idleOn, isNews, isUsedAgain, paceOf } from '../../domain/inactivity.ts'
import { nextForMachine } from '../../domain/machine.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import { type Day, dayOf, daysAfter, moved } from '../../domain/time.ts'
import { view } from '../../domain/view.ts'
import { checked } from '../../policy/load.ts'
import { promise } from '../promise.ts'
import { policy, removing } from '../sample-policy.ts'
import {
  activeAgain,
  askedFor,
  certified,
  endApprovals,
  erased,
  eraseNowAsked,
  justBefore,
  momentReached,
  receivedAt,
  released,
  requestIn,
  restoreAsked,
  restricted,
  stepped,
} from './sample.ts'

const { inactivity } = removing
const today = dayOf(receivedAt, policy.company.timeZone)
const day = (text: string) => text as Day
const kind = (kind: string) => expect.objectContaining({ kind })
const found = (unavailable = true) =>
  foundInactive(
    {
      reference: reference(new Uint8Array([1, 2, 3, 4, 5])),
      language: 'en',
      person: { address: new Personal('ada.quill@example.org'), hash: 'hash' },
      lastUsed: day('2025-08-09'),
    },
    removing,
    { ...inactivity, unavailable },
    receivedAt,
  )
const inGrace = stepped(found().request, restricted, receivedAt, removing).request
const eraseAt = moved(receivedAt, 'P58D', policy.company.timeZone)

promise('N6', 'an account is due when 180 whole days have passed since the day of its last use, and not before', () => {
  const lastUsed = day('2025-08-09')
  expect(idleOn(lastUsed, inactivity, lastUsed)).toBe('2026-02-06')
  const fate = (on: string) => fateOf([{ day: lastUsed }], {}, 'address', inactivity, day(on))
  expect(fate('2026-02-05')).toEqual({ do: 'look-again', on: '2026-02-06', because: 'used' })
  expect(fate('2026-02-06')).toEqual({ do: 'remove', lastUsed })
})

promise('N6', 'removal is complete 60 days after it was scheduled, and begins in time for that', () => {
  expect(found().request).toMatchObject({
    status: 'restricting',
    receivedAt,
    promisedBy: moved(receivedAt, 'P60D', policy.company.timeZone),
    eraseAt,
  })
  expect(found().entry).toMatchObject({ n: 1, event: 'found-inactive', from: 'none', to: 'restricting' })
  expect(stepped(inGrace, momentReached, eraseAt, removing).request.status).toBe('erasing')
})

promise(
  'N16',
  'data of an account that nobody uses become unavailable, or stay until the erasure, as the policy says',
  () => {
    expect(found().effects).toEqual([{ kind: 'start', machine: 'erasure' }, endApprovals])
    expect(stepped(found().request, restricted, receivedAt, removing).effects).toContainEqual({
      kind: 'letter',
      letter: 'inactive',
    })
    const { request, effects } = found(false)
    expect(request).toMatchObject({ status: 'grace', outstanding: [] })
    expect(effects).toEqual([
      { kind: 'start', machine: 'erasure' },
      { kind: 'letter', letter: 'inactive' },
    ])
    // Nothing is restricted then, and the machine waits.
    expect(nextForMachine(request, 'look', removing, receivedAt).to).toBe('wait')
    expect(view(request, [], removing, receivedAt, false)).toMatchObject({
      coverage: [],
      inactive: { available: true },
    })
  },
)

promise('N5', 'using the account keeps it until the moment of erasure, and not after', () => {
  for (const event of [activeAgain, restoreAsked]) {
    expect(stepped(inGrace, event, justBefore(eraseAt), removing).request.status).toBe('restoring')
    expect(decide(inGrace, event, removing, eraseAt)).toEqual({ kind: 'refused', reason: 'too-late' })
  }
  expect(stepped(found().request, activeAgain, receivedAt, removing).request.status).toBe('restoring')
  const restoring = stepped(inGrace, activeAgain, receivedAt, removing).request
  const restored = stepped(restoring, released, receivedAt, removing)
  expect(restored.effects.slice(-2)).toEqual([
    { kind: 'letter', letter: 'restored' },
    { kind: 'activity', as: 'used' },
  ])
})

promise('N5', 'whoever comes second of using an account and erasing it is refused, whichever it is', () => {
  const erasing = stepped(inGrace, momentReached, eraseAt, removing).request
  expect(decide(erasing, activeAgain, removing, eraseAt)).toEqual({ kind: 'refused', reason: 'too-late' })
  const restoring = stepped(inGrace, activeAgain, justBefore(eraseAt), removing).request
  expect(decide(restoring, momentReached, removing, eraseAt)).toMatchObject({ kind: 'refused' })
})

promise('N4', 'an erasure that the person asked for is not undone by using the account', () => {
  expect(decide(requestIn('grace'), activeAgain, removing, receivedAt)).toMatchObject({ kind: 'refused' })
  const asked = stepped(inGrace, askedFor, receivedAt, removing)
  expect(asked.request).not.toHaveProperty('inactive')
  expect(asked.effects).toEqual([{ kind: 'letter', letter: 'restricted' }])
  expect(decide(asked.request, activeAgain, removing, receivedAt)).toMatchObject({ kind: 'refused' })
  // What was still available becomes unavailable, as it does for whoever asks.
  const available = stepped(found(false).request, askedFor, receivedAt, removing)
  expect(available.request.status).toBe('restricting')
  expect(available.effects).toEqual([{ kind: 'start', machine: 'erasure' }, endApprovals])
})

test('who was erased leaves no record of use', () => {
  const now = receivedAt
  const gone = stepped(stepped(inGrace, eraseNowAsked, now, removing).request, erased, now, removing)
  expect(stepped(gone.request, certified, now, removing).effects).toContainEqual({ kind: 'activity', as: 'gone' })
  expect(
    stepped(stepped(inGrace, activeAgain, now, removing).request, released, now, policy).effects,
  ).not.toContainEqual(kind('activity'))
})

test('a person is left alone who uses another account, or has an open request', () => {
  const unused = { day: day('2025-01-01') }
  const used = { day: daysAfter(today, 'P0D') }
  expect(fateOf([unused, used], {}, 'address', inactivity, today)).toMatchObject({ do: 'look-again', because: 'used' })
  for (const right of ['erasure', 'restriction', 'access'])
    expect(fateOf([unused], { [right]: 'OB' }, 'address', inactivity, today)).toEqual({
      do: 'look-again',
      on: daysAfter(today, 'P30D'),
      because: 'request-open',
    })
})

test('nobody is removed unheard: without an address an account waits for a person, and is not asked for every day', () => {
  const unused = { day: day('2025-08-01') }
  for (const directory of ['no-address', 'no-account'] as const)
    expect(fateOf([unused], {}, directory, inactivity, today)).toEqual({
      do: 'look-again',
      on: daysAfter(today, 'P30D'),
      because: 'nobody-to-tell',
    })
  // What the directory has not known for a year is gone; an account without an address never is.
  const long = { day: day('2023-01-01') }
  expect(fateOf([long], {}, 'no-account', inactivity, today)).toEqual({ do: 'forget' })
  expect(fateOf([long], {}, 'no-address', inactivity, today)).toMatchObject({ do: 'look-again' })
})

test('an old report changes nothing; one from before the removal does not keep the account, one after it does', () => {
  const scheduled = { reference: reference(new Uint8Array(5)), day: day('2025-08-09') }
  expect(isNews({ day: day('2025-08-09') }, day('2025-08-09'))).toBe(false)
  expect(isNews({ day: day('2025-08-09') }, day('2025-08-10'))).toBe(true)
  const activity = { key: new Personal('a-17'), removal: scheduled }
  expect(isUsedAgain({ ...activity, day: day('2025-08-09') })).toBe(false)
  expect(isUsedAgain({ ...activity, day: day('2025-08-10') })).toBe(true)
})

test('a policy that cannot be kept is refused with the field that is wrong', () => {
  const wrong = (change: object) => () => checked({ ...removing, inactivity: { ...inactivity, ...change } })
  expect(wrong({})).not.toThrow()
  expect(wrong({ after: 'PT5H' })).toThrow('inactivity.after: must be whole days')
  expect(wrong({ grace: 'P2D' })).toThrow('inactivity.grace: must be longer than periods.erasureLead (P2D)')
  expect(wrong({ account: 'customer' })).toThrow('inactivity.account: directory.keys has no customer')
  expect(wrong({ limits: { aDay: 0, aSecond: 1 } })).toThrow('inactivity.limits.aDay')
})

promise(
  'N6',
  'who asks for the erasure while the account is being removed has it by request: using it again undoes nothing',
  () => {
    const { request: restricting, effects } = stepped(found().request, askedFor, receivedAt, removing)
    expect(restricting.status).toBe('restricting')
    // The letter comes when everything is unavailable, as always.
    expect(effects).toEqual([])
    expect(restricting).not.toHaveProperty('inactive')
    expect(decide(restricting, activeAgain, removing, receivedAt).kind).toBe('refused')
  },
)

test('letters keep the pace of the policy', () => {
  expect(paceOf(0, inactivity)).toBe(0)
  expect(paceOf(10, inactivity)).toBe(1000)
  expect(paceOf(11, inactivity)).toBe(2000)
})

promise('N6', 'whoever uses one of their accounts keeps all of them', () => {
  const [old, recent] = [{ day: day('2025-01-01') }, { day: day('2026-01-15') }]
  for (const all of [
    [old, recent],
    [recent, old],
  ])
    expect(fateOf(all, {}, 'address', inactivity, today)).toMatchObject({ do: 'look-again', because: 'used' })
  expect(fateOf([old, { day: day('2024-01-01') }], {}, 'address', inactivity, today)).toEqual({
    do: 'remove',
    lastUsed: old.day,
  })
})

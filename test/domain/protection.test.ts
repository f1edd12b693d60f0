import { expect, test } from 'vitest'
import { decide } from '../../domain/decide.ts'
import { nextForMachine } from '../../domain/machine.ts'
import type { In } from '../../domain/request.ts'
import { view } from '../../domain/view.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import {
  codeAsked,
  discarded,
  downloaded,
  momentReached,
  protectAsked,
  protectedNow,
  receivedAt,
  requestIn,
  shifted,
  stepped,
  withdrawAsked,
} from './sample.ts'

const soon = shifted(receivedAt, 600_000)
const refused = { kind: 'refused', reason: 'not-possible-now' }
const asked = () => stepped(requestIn('ready'), protectAsked, soon)
const done = () => stepped(asked().request, protectedNow, soon)

promise('N15', 'who chooses a passphrase has the copy encrypted at once, and can fetch only that', () => {
  expect(view(requestIn('ready'), [], policy, soon, false).actions).toEqual(['download', 'protect', 'withdraw'])
  const { request, effects } = asked()
  // The first machine may sleep for weeks.
  expect(effects).toEqual([{ kind: 'start', machine: 'export' }])
  expect(nextForMachine(request, 'look', policy, soon).to).toBe('protect')
  expect(view(request, [], policy, soon, false)).toMatchObject({
    actions: ['withdraw'],
    copy: { passphrase: 'under-way' },
  })
  for (const event of [codeAsked, downloaded, protectAsked])
    expect(decide(request, event, policy, soon)).toEqual(refused)

  const ready = done()
  expect(ready.effects).toEqual([{ kind: 'letter', letter: 'copy-protected' }])
  expect(nextForMachine(ready.request, 'gathered', policy, soon).to).toBe('wait')
  expect(view(ready.request, [], policy, soon, false)).toMatchObject({
    actions: ['download', 'withdraw'],
    copy: { passphrase: 'needed', bytes: 123_456_999 },
  })
  expect(stepped(ready.request, downloaded, soon).request).toMatchObject({ downloads: 1 })
  for (const event of [protectAsked, protectedNow]) expect(decide(ready.request, event, policy, soon)).toEqual(refused)
})

test('a copy that something may still be added to, that was fetched too often, or that is over, gets no passphrase', () => {
  const ready = requestIn('ready')
  const some: ReadonlyArray<In<'ready'>> = [
    { ...ready, outstanding: ['files'] },
    { ...ready, gatheredAt: shifted(ready.packagedAt, 1) },
    { ...ready, downloads: policy.limits.downloads },
  ]
  for (const request of some) {
    expect(decide(request, protectAsked, policy, soon)).toEqual(refused)
    expect(view(request, [], policy, soon, false).actions).not.toContain('protect')
  }
  expect(decide(ready, protectAsked, policy, ready.availableUntil)).toMatchObject({ reason: 'too-late' })
})

test('a protected copy is deleted and withdrawn as any other, also while it is encrypted', () => {
  for (const { request } of [asked(), done()]) {
    const { availableUntil } = request as In<'ready'>
    const over = stepped(request, momentReached, availableUntil)
    expect(over.request.status).toBe('discarding')
    expect(stepped(over.request, discarded, availableUntil).request).not.toHaveProperty('protectAskedAt')
    expect(stepped(request, withdrawAsked, soon).request.status).toBe('withdrawing')
    expect(decide(over.request, protectedNow, policy, availableUntil)).toEqual(refused)
  }
})

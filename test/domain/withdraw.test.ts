import { expect, test } from 'vitest'
import { decide } from '../../domain/decide.ts'
import { nextForMachine } from '../../domain/machine.ts'
import { view } from '../../domain/view.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import { discarded, gathered, packaged, receivedAt, requestIn, shifted, stepped, withdrawAsked } from './sample.ts'

const soon = shifted(receivedAt, 600_000)

promise('N14', 'a copy that is being made or waits to be fetched can be withdrawn, and nothing of it stays', () => {
  for (const status of ['gathering', 'ready'] as const) {
    expect(view(requestIn(status), [], policy, soon, false).actions).toContain('withdraw')
    const step = stepped(requestIn(status), withdrawAsked, soon)
    expect(step.request.status).toBe('withdrawing')
    expect(step.request).not.toHaveProperty('bytes')
    // The first machine may sleep for weeks.
    expect(step.effects).toEqual([{ kind: 'start', machine: 'export' }])
    expect(nextForMachine(step.request, 'look', policy, soon).to).toBe('discard')
    const gone = stepped(step.request, discarded, soon)
    expect(gone.request).toMatchObject({ status: 'withdrawn', closedAt: soon })
    expect(gone.effects).toEqual([{ kind: 'letter', letter: 'withdrawn' }])
  }
})

test('what was withdrawn while it was gathered is not put together any more', () => {
  const { request } = stepped(requestIn('gathering'), withdrawAsked, soon)
  for (const event of [gathered, packaged]) expect(decide(request, event, policy, soon).kind).toBe('refused')
  expect(nextForMachine(request, 'gathered', policy, soon).to).toBe('discard')
})

test('what can be restored is taken back by restoring, and what is being erased or deleted not any more', () => {
  for (const status of ['restricting', 'grace', 'held'] as const) {
    expect(decide(requestIn(status), withdrawAsked, policy, soon)).toMatchObject({ reason: 'not-possible-now' })
    expect(view(requestIn(status), [], policy, soon, false).actions).toContain('restore')
  }
  for (const status of ['erasing', 'discarding'] as const) {
    expect(decide(requestIn(status), withdrawAsked, policy, soon)).toMatchObject({ reason: 'too-late' })
    expect(view(requestIn(status), [], policy, soon, false).actions).toEqual([])
  }
})

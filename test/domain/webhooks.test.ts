import { expect, test } from 'vitest'
import { decide, received } from '../../domain/decide.ts'
import type { Effect } from '../../domain/effect.ts'
import type { Event } from '../../domain/event.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import type { Policy } from '../../policy/schema.ts'
import { policy as sample } from '../sample-policy.ts'
import { address, confirmed, receivedAt, restricted } from './sample.ts'

const policy: Policy = {
  ...sample,
  webhooks: { all: { secret: 'hooks/all' }, some: { secret: 'hooks/some', statuses: ['grace', 'erased'] } },
}
const ask = {
  reference: reference(new Uint8Array([1, 2, 3, 4, 5])),
  right: 'erasure',
  language: 'en',
  person: { address: new Personal(address), hash: 'h' },
} as const

const hooks = (effects: readonly Effect[]) => effects.filter(({ kind }) => kind === 'webhook')

function after(request: Request, event: Event) {
  const decision = decide(request, event, policy, receivedAt)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return decision
}

test('programs hear of each change of a status that they asked for, by a call for each, and of nothing before an address is proven', () => {
  const asked = received(ask, policy, receivedAt)
  expect(hooks(asked.effects)).toEqual([])
  const proven = after(asked.request, confirmed)
  expect(hooks(proven.effects)).toEqual([{ kind: 'webhook', hook: 'all', event: 'confirmed', status: 'restricting' }])
  const settled = after(proven.request, restricted)
  expect(hooks(settled.effects)).toEqual([
    { kind: 'webhook', hook: 'all', event: 'restriction-settled', status: 'grace' },
    { kind: 'webhook', hook: 'some', event: 'restriction-settled', status: 'grace' },
  ])
  // A reminder leaves the request as it stands.
  const held = after(settled.request, { type: 'hold-set', reason: Object.keys(sample.holds)[0] ?? '', file: '1' })
  expect(hooks(held.effects)).toEqual([])
})

test('of the synthetic person no program hears', () => {
  const canary = { ...policy, canary: { address, language: 'en' } } as unknown as Policy
  const asked = received(ask, canary, receivedAt)
  const decision = decide(asked.request, confirmed, canary, receivedAt)
  expect(decision.kind === 'refused' ? undefined : hooks(decision.effects)).toEqual([])
})

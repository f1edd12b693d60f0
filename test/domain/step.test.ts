import { expect, test } from 'vitest'
import { received } from '../../domain/decide.ts'
import type { Effect } from '../../domain/effect.ts'
import type { Request } from '../../domain/request.ts'
import { blank, step } from '../../domain/step.ts'
import { moved } from '../../domain/time.ts'
import type { Right } from '../../policy/rights.ts'
import { policy } from '../sample-policy.ts'
import { begun, confirmed, receivedAt, requestIn, shifted, stepped } from './sample.ts'

const soon = shifted(receivedAt, 600_000)
const zone = policy.company.timeZone
const { evidence, unverified } = policy.periods
const without = <R extends Request>({ person: _, ...request }: R & { person?: unknown }) => request as unknown as R

test('how a request came, and that somebody gave a file, stay whatever an outcome picks of it', () => {
  const {
    right,
    reference,
    language,
    person,
    receivedAt: from,
    promisedBy,
    historyHash,
    historyLength,
  } = begun().request
  const picked = { v: 1, status: 'unverified', version: 0, ...{ right, reference, language, person } }
  const request = { ...picked, receivedAt: from, promisedBy, historyHash, historyLength, linkUntil: soon } as Request
  const more = { canary: true, entered: 'letter', filed: true } as const
  expect(step({ ...request, ...more }, { request }, 'looked', policy, soon).request).toMatchObject(more)
  for (const key of Object.keys(more))
    expect(step(request, { request }, 'looked', policy, soon).request).not.toHaveProperty(key)
})

test('a step says when a machine has to look next, as long as there is anything to look after', () => {
  expect(stepped(begun().request, confirmed, soon).movesBy).toBeDefined()
  const closed = without(requestIn('erased'))
  expect(step(closed, { request: closed }, 'looked', policy, soon)).not.toHaveProperty('movesBy')
})

test('of the synthetic person no third party hears, and its own machines start all the same', () => {
  const request = { ...requestIn('grace'), canary: true } as const
  const works: Effect = { kind: 'start', machine: 'erasure' }
  const effects: readonly Effect[] = [
    works,
    { kind: 'notice', recipient: 'payments', act: 'restrict' },
    { kind: 'start', machine: 'recipients' },
  ]
  expect(step(request, { request, effects }, 'looked', policy, soon).effects).toEqual([works])
  const { canary: _, ...real } = request
  expect(step(real, { request: real, effects }, 'looked', policy, soon).effects).toEqual(effects)
})

test('approvals end when a restriction or an erasure begins, and not again at each of its steps', () => {
  const ends = { kind: 'end-approvals' }
  const looked = (before: Request, request: Request = before) =>
    step(before, { request }, 'looked', policy, soon).effects
  for (const status of ['restricting', 'holding'] as const) {
    const request = requestIn(status)
    expect(looked(requestIn('unverified'), request)).toContainEqual(ends)
    expect(looked(request)).not.toContainEqual(ends)
    // The first step of a request that begins as one.
    expect(looked({ ...request, version: 0 }, request)).toContainEqual(ends)
  }
})

test('what nobody proved goes soon; evidence stays as long as the policy says, the synthetic person’s too', () => {
  const kept = (request: Request, event: 'told' | 'looked' = 'looked') =>
    step(request, { request }, event, policy, soon).keptUntil
  expect(kept(requestIn('unverified'))).toBe(moved(receivedAt, unverified, zone))
  expect(kept(requestIn('grace'))).toBeUndefined()
  const nobody = without(requestIn('not-found'))
  expect(kept(nobody)).toBeUndefined()
  expect(kept(nobody, 'told')).toBe(moved(nobody.closedAt, evidence, zone))
  // Whoever is still in it has not been told.
  expect(kept({ ...nobody, person: begun().request.person } as Request, 'told')).toBeUndefined()
  const canary = { ...nobody, canary: true } as const
  expect(kept(canary, 'told')).toBe(moved(nobody.closedAt, evidence, zone))
  const disclosure = without(requestIn('unapproved'))
  expect(kept(disclosure)).toBe(moved(disclosure.closedAt, evidence, zone))
})

test('evidence of an erasure stays from its end on, or from the end of the last that a law keeps', () => {
  const erased = { ...without(requestIn('erased')), kept: [] }
  const kept = (request: Request, event: 'told' | 'looked') => step(request, { request }, event, policy, soon).keptUntil
  expect(kept(erased, 'told')).toBe(moved(erased.closedAt, evidence, zone))
  expect(kept(erased, 'looked')).toBe(moved(soon, evidence, zone))
  const until = shifted(soon, 86_400_000)
  const invoices = { exception: 'invoices', category: 'payment', until }
  expect(kept({ ...erased, kept: [invoices] }, 'told')).toBe(moved(until, evidence, zone))
})

test('only an erasure takes as long as was agreed with a controller, and one that is unknown agreed on nothing', () => {
  const controllers = { shop: { name: 'Shop', holds: ['p-1'], erasure: 'P14D' } }
  const by = { ...policy, processor: { domain: 'example.com', secret: 's', attribute: 'portal', controllers } }
  const { reference, language, person } = received(
    { reference: begun().request.reference, right: 'erasure', language: 'en', person: begun().request.person as never },
    policy,
    receivedAt,
  ).request as Extract<Request, { status: 'unverified' }>
  const promised = (right: Right, controller: string) =>
    blank({ reference, language, person, right, controller }, by, receivedAt).promisedBy
  expect(promised('erasure', 'shop')).toBe(moved(receivedAt, 'P14D', zone))
  expect(promised('erasure', 'unknown')).toBe(moved(receivedAt, 'P60D', zone))
  expect(promised('access', 'shop') > promised('erasure', 'shop')).toBe(true)
  expect(promised('access', 'shop')).toBe(moved(receivedAt, 'P1M', zone))
})

import { expect, test } from 'vitest'
import { isOwed } from '../../domain/deadline.ts'
import { decide, received } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Step } from '../../domain/step.ts'
import { checked, WrongPolicy } from '../../policy/load.ts'
import { policy as sample } from '../sample-policy.ts'
import { address, certified, confirmed, receivedAt, released, restoreAsked, restricted } from './sample.ts'

const policy = { ...sample, canary: { address: 'canary@example.com' } }

/** The steps of a restriction that is taken back, by whoever has the address. */
function livedBy(one: string): readonly Step[] {
  const person = { address: new Personal(one), hash: 'h' }
  const ask = {
    reference: reference(new Uint8Array([5, 5, 5, 5, 5])),
    right: 'restriction',
    language: 'en',
    person,
  } as const
  const steps = [received(ask, policy, receivedAt)]
  const events: readonly Event[] = [
    confirmed,
    restricted,
    certified,
    restoreAsked,
    released,
    certified,
    { type: 'told' },
  ]
  for (const event of events) {
    const decision = decide((steps.at(-1) as Step).request, event, policy, receivedAt)
    if (decision.kind === 'refused') throw new Error(`${event.type}: ${decision.reason}`)
    steps.push(decision)
  }
  return steps
}
const effects = (steps: readonly Step[]) => steps.flatMap((step) => step.effects)

test('the synthetic person goes every step of a person, and gets the same letters', () => {
  const [synthetic, real] = [livedBy('Canary@example.com'), livedBy(address)]
  expect(synthetic.map(({ request }) => request.status)).toEqual(real.map(({ request }) => request.status))
  const letters = (steps: readonly Step[]) => effects(steps).filter(({ kind }) => kind === 'letter')
  expect(letters(synthetic)).toEqual(letters(real))
  expect(synthetic.every(({ request }) => request.canary)).toBe(true)
  expect(real.some(({ request }) => request.canary)).toBe(false)
})

test('it is in no figure, owed to nobody, and no third party is told of it; a person is all of that', () => {
  const [synthetic, real] = [livedBy('canary@example.com'), livedBy(address)]
  const counts = (steps: readonly Step[]) => steps.flatMap((step) => step.counts.of).length
  const notices = (steps: readonly Step[]) => effects(steps).filter(({ kind }) => kind === 'notice').length
  const owed = (steps: readonly Step[]) => steps.filter(({ request }) => isOwed(request)).length
  for (const how of [counts, notices, owed]) expect([how(synthetic), how(real) > 0]).toEqual([0, true])
  const machines = effects(synthetic).flatMap((one) => (one.kind === 'start' ? [one.machine] : []))
  expect(machines).not.toContain('recipients')
})

test('what is kept of it goes when the evidence of a person does: sooner would look as if somebody had deleted it', () => {
  const [synthetic, real] = [livedBy('canary@example.com'), livedBy(address)].map(
    (steps) => steps.at(-1)?.keptUntil ?? '',
  )
  expect(synthetic).not.toBe('')
  expect(synthetic).toBe(real)
})

test('a synthetic person without a mailbox, outside its domain, or with an address that people write to, is refused', () => {
  const { mailbox: _, ...without } = sample
  const mailbox = { addresses: ['info@example.com'], forwardedFrom: ['privacy@example.com'] }
  const refused = (policy: unknown) => expect(() => checked(policy))
  refused({ ...without, canary: policy.canary }).toThrow(/canary: reads its mail where SES receives/)
  refused({ ...sample, mailbox, canary: { address: 'info@example.com' } }).toThrow(WrongPolicy)
  refused({ ...sample, mailbox, canary: { address: 'privacy@example.com' } }).toThrow(/one that people write to/)
  refused({ ...sample, mailbox, canary: { address: 'canary@elsewhere.org' } }).toThrow(
    /in a domain of mailbox.addresses/,
  )
  refused({ ...sample, mailbox, canary: policy.canary }).not.toThrow()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { restrictionCertificateOf, type Signing } from '../../domain/certificate.ts'
import { decide } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { nextForMachine } from '../../domain/machine.ts'
import { toldOf } from '../../domain/notices.ts'
import { type Answer, categoriesOf } from '../../domain/receipts.ts'
import type { Step } from '../../domain/step.ts'
import { instant } from '../../domain/time.ts'
import { view } from '../../domain/view.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import {
  begun,
  certified,
  confirmed,
  endApprovals,
  erasedMeanwhile,
  eraseNowAsked,
  justBefore,
  liftAnnounced,
  liftDue,
  momentReached,
  receivedAt,
  released,
  requestIn,
  restoreAsked,
  restricted,
  shifted,
  stepped,
  told,
  toldTo,
} from './sample.ts'

const soon = shifted(receivedAt, 600_000)
const letters = (...names: string[]) => names.map((letter) => ({ kind: 'letter', letter }))
const down: Event = { type: 'restriction-settled', outstanding: ['files'] }

promise('N3', 'who wants their data unavailable, and not erased, has them so at once and without an end', () => {
  const step = stepped(begun(receivedAt, policy, 'restriction').request, confirmed, soon)
  expect(step.request).toMatchObject({ status: 'holding', promisedBy: instant('2026-03-06T08:30:00Z') })
  expect(step.request).not.toHaveProperty('eraseAt')
  expect(step.effects).toEqual([{ kind: 'start', machine: 'restriction' }, endApprovals])
  const held = stepped(step.request, restricted, soon)
  expect(held.effects).toEqual(toldTo('restrict'))
  expect(nextForMachine(held.request, 'restriction-settled', policy, soon).to).toBe('certify')
  const signed = stepped(held.request, certified, soon)
  expect(signed.effects).toEqual(letters('held'))
  expect(nextForMachine(signed.request, 'look', policy, soon).to).toBe('end')
  // Once, and a certificate that is too late is none.
  expect(decide(signed.request, certified, policy, soon).kind).toBe('refused')
  const lifting = stepped(held.request, restoreAsked, soon)
  expect(decide(lifting.request, certified, policy, soon).kind).toBe('refused')
})

promise('N3', 'data that are held are never erased by time or by anybody’s wish but an erasure of its own', () => {
  fc.assert(
    fc.property(fc.constantFrom('holding', 'held', 'lifting'), fc.integer({ min: 0, max: 10_000 }), (status, days) => {
      const now = shifted(receivedAt, days * 86_400_000)
      for (const event of [momentReached, eraseNowAsked])
        expect(decide(requestIn(status), event, policy, now).kind).toBe('refused')
    }),
  )
})

promise('N3', 'a person can have everything back at any time, years later too, and is told when it is', () => {
  const yearsLater = instant('2036-02-06T08:30:00Z')
  expect(view(requestIn('held'), [], policy, yearsLater, false).actions).toContain('restore')
  const asked = stepped(requestIn('held'), restoreAsked, yearsLater)
  expect(asked.effects).toEqual([{ kind: 'start', machine: 'restore' }])
  const back = stepped(asked.request, released, yearsLater)
  expect(back.request).toMatchObject({ status: 'lifted', closedAt: yearsLater })
  expect(back.effects).toEqual(toldTo('release'))
  expect(decide(back.request, told, policy, yearsLater).kind).toBe('refused')
  expect(stepped(back.request, certified, yearsLater).effects).toEqual(letters('lifted'))
  expect(stepped(requestIn('holding'), restoreAsked, soon).request.status).toBe('lifting')
})

test('a system that is down is asked again, and the person is told once more when it has answered', () => {
  const partly = stepped(requestIn('holding'), down, soon)
  expect(partly.effects).toEqual([...toldTo('restrict'), ...letters('held')])
  expect(nextForMachine(partly.request, 'restriction-settled', policy, soon).to).toBe('wait')
  expect(nextForMachine(partly.request, 'look', policy, soon).to).toBe('restrict-rest')
  expect(stepped(partly.request, down, soon).effects).toEqual([])
  const whole = stepped(partly.request, restricted, soon)
  expect(whole.effects).toEqual([])
  expect(stepped(whole.request, certified, soon).effects).toEqual(letters('held'))
})

test('a system that cannot give back at once is told of once', () => {
  const still: Event = { type: 'release-settled', outstanding: ['billing'] }
  const first = stepped(requestIn('lifting'), still, soon)
  expect(first.effects).toEqual(letters('takes-longer'))
  expect(stepped(first.request, still, soon).effects).toEqual([])
  expect(stepped(first.request, released, soon).request.status).toBe('lifted')
})

promise('N3', 'the company ends a restriction only after the person was told in time', () => {
  expect(decide(requestIn('held'), liftDue, policy, soon)).toMatchObject({ reason: 'not-possible-now' })
  const announced = stepped(requestIn('held'), liftAnnounced, soon)
  expect(announced.effects).toEqual(letters('to-be-lifted'))
  const liftAt = instant('2026-02-20T08:40:00Z')
  expect(view(announced.request, [], policy, soon, false)).toMatchObject({ liftAt, actions: ['restore', 'copy'] })
  const running = { kind: 'refused', reason: 'notice-running' }
  expect(decide(announced.request, liftAnnounced, policy, soon)).toEqual(running)
  expect(decide(announced.request, liftDue, policy, justBefore(liftAt))).toEqual(running)
  // A mail that never went out is no notice.
  expect(decide(announced.request, { type: 'lift-due', told: false }, policy, liftAt)).toEqual(running)
  const lifting = stepped(announced.request, liftDue, liftAt)
  expect(lifting.request).toMatchObject({ status: 'lifting', byCompany: true })
  expect(stepped(lifting.request, released, liftAt).request).toMatchObject({ status: 'lifted', byCompany: true })
  // What the person wants at any time stays theirs, and is not called the company's doing.
  expect(stepped(announced.request, restoreAsked, soon).request).not.toHaveProperty('byCompany')
})

test('what a restriction is for is kept with it, when the person says so', () => {
  const { request } = begun(receivedAt, policy, 'restriction')
  const step = stepped({ ...request, ground: 'accuracy' } as typeof request, confirmed, soon)
  expect(view(step.request, [], policy, soon, false)).toMatchObject({ ground: 'accuracy' })
  expect(view(requestIn('held'), [], policy, soon, false)).not.toHaveProperty('ground')
})

promise('N4', 'with the erasure of the same person a restriction ends, and forgets them at once', () => {
  for (const status of ['held', 'lifting'] as const) {
    const step = stepped(requestIn(status), erasedMeanwhile, soon)
    expect(step.request).toMatchObject({ status: 'superseded', closedAt: soon })
    expect(step.request).not.toHaveProperty('person')
    expect(step.keptUntil).toBeDefined()
    expect(view(step.request, [], policy, soon, false)).toMatchObject({ coverage: [], actions: [] })
  }
})

/** What a certificate of a request that lived is made of. */
function signing(status: 'held' | 'lifted', verb: Answer['verb'], restricting: Event = restricted): Signing {
  const steps = [begun(receivedAt, policy, 'restriction')]
  const lives: readonly Event[] = [confirmed, restricting, restricted, restoreAsked, released]
  for (const event of status === 'held' ? lives.slice(0, 3) : lives) {
    const decision = decide((steps.at(-1) as Step).request, event, policy, soon)
    if (decision.kind === 'step') steps.push(decision)
  }
  const answers = Object.keys(policy.systems).map(
    (system): Answer => ({
      ...{ system, verb, done: true, at: soon },
      receipts: categoriesOf(system, policy).map((category) => ({ category, outcome: 'done', count: 3 })),
    }),
  )
  return { answers, history: steps.map(({ entry }) => entry), waiting: [], notices: [] }
}

promise('N3', 'its certificate says since when everything is unavailable, and nothing personal', () => {
  const certificate = restrictionCertificateOf(requestIn('held'), signing('held', 'restrict', down), policy)
  expect(certificate).toMatchObject({ right: 'restriction', restrictedAt: soon, historyLength: 4 })
  expect(certificate).not.toHaveProperty('liftedAt')
  expect(certificate.coverage.every(({ outcome, count }) => outcome === 'restricted' && count === 3)).toBe(true)
  expect(certificate.recipients).toEqual(
    toldOf('restrict', policy).map((id) => expect.objectContaining({ id, noticeQueuedAt: soon })),
  )
  expect(JSON.stringify(certificate)).not.toMatch(/quill|example\.org|keyed-hash|a-17/i)
  expect(() =>
    restrictionCertificateOf(requestIn('held'), { ...signing('held', 'restrict'), answers: [] }, policy),
  ).toThrow('pending')
  expect(() => restrictionCertificateOf(requestIn('lifting'), signing('held', 'restrict'), policy)).toThrow('lifting')
})

promise('N3', 'the certificate of its end says who ended it, when, and of the company which notice was before', () => {
  const lifted = requestIn('lifted')
  expect(restrictionCertificateOf(lifted, signing('lifted', 'release'), policy)).toMatchObject({
    ...{ restrictedAt: soon, liftedAt: lifted.closedAt, liftedBy: 'person' },
    coverage: expect.arrayContaining([expect.objectContaining({ outcome: 'released', count: 3 })]),
  })
  const announced = { effect: { kind: 'letter', letter: 'to-be-lifted' }, at: receivedAt, doneAt: soon } as const
  const byCompany = restrictionCertificateOf(
    { ...lifted, byCompany: true },
    { ...signing('lifted', 'release'), waiting: [announced] },
    policy,
  )
  expect(byCompany).toMatchObject({ liftedBy: 'company', noticeSentAt: soon })
})

test('what is certified is certified once: a system that says the same again is no news', () => {
  const again = stepped(requestIn('held'), restricted, shifted(receivedAt, 3_600_000))
  expect(again.request).not.toHaveProperty('uncertified')
  expect(again.effects).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { forController, type Instruction, standingOf, tellingDue, unheard } from '../../domain/controllers.ts'
import { decide, received } from '../../domain/decide.ts'
import type { Effect } from '../../domain/effect.ts'
import { lifecycle } from '../../domain/lifecycle.ts'
import { Personal } from '../../domain/personal.ts'
import type { Request, Status } from '../../domain/request.ts'
import type { Step } from '../../domain/step.ts'
import { instant, moved } from '../../domain/time.ts'
import { checked, WrongPolicy } from '../../policy/load.ts'
import { policy } from '../sample-policy.ts'
import { justBefore, requestIn } from './sample.ts'

const processor = {
  domain: 'privacy.example.com',
  secret: 'test/processor',
  attribute: 'portal',
  controllers: { shop: { name: 'Shop', holds: ['p-1'], erasure: 'P14D' } },
}
const asProcessor = { ...policy, processor }
const now = instant('2026-02-02T09:00:00Z')
const ask = {
  reference: 'OB-7K3M-92QF' as Request['reference'],
  language: 'en',
  controller: 'shop',
  person: { address: new Personal('somebody@example.org'), hash: 'hash' },
} as const
const step = (decision: ReturnType<typeof decide>): Step => {
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return decision
}
const confirmed = (
  found: 'nobody' | { subject: Personal<{ keys: Record<string, string[]> }> },
  right: 'erasure' | 'access' = 'erasure',
) =>
  step(
    decide(
      received({ ...ask, right }, asProcessor, now, true).request,
      { type: 'confirmed', found, firstReceivedAt: now },
      asProcessor,
      now,
    ),
  )
const subject = { subject: new Personal({ keys: { account: ['a-1'] } }) }

describe('what a controller asks for', () => {
  test('takes as long as was agreed with it; no letter is written to the person, and what they approved stays so', () => {
    const { request, effects, entry } = confirmed(subject)
    expect(request.promisedBy).toBe(moved(now, 'P14D', policy.company.timeZone))
    expect(asProcessor.disclosures).toBeDefined()
    expect(effects).toEqual([{ kind: 'start', machine: 'erasure' }])
    expect(entry.to).toBe('restricting')
    const grace = step(decide(request, { type: 'restriction-settled', outstanding: [] }, asProcessor, now))
    expect(grace.effects.map(({ kind }) => kind)).not.toContain('letter')
  })

  test('is confirmed however old it is: there is no link that could have run out', () => {
    const { request } = received({ ...ask, right: 'erasure' }, asProcessor, now, true)
    const later = moved(now, 'P20D', policy.company.timeZone)
    const decision = decide(request, { type: 'confirmed', found: subject, firstReceivedAt: now }, asProcessor, later)
    expect(decision.kind).toBe('step')
  })

  test('is completed at once where nobody is found, and the controller hears of it', () => {
    const { request, effects } = confirmed('nobody')
    expect(standingOf(request)).toBe('completed')
    expect(effects).toEqual([{ kind: 'start', machine: 'recipients' }])
  })

  test('is told of whenever its standing changes, and only then', () => {
    expect(confirmed(subject, 'access').effects).toEqual([
      { kind: 'start', machine: 'export' },
      { kind: 'start', machine: 'recipients' },
    ])
    expect(confirmed(subject).effects).not.toContainEqual({ kind: 'start', machine: 'recipients' })
  })

  test('is the controller’s until its end: a copy that is over is told to nobody else', () => {
    let request: Request = confirmed(subject, 'access').request
    const letters: unknown[] = []
    const events = [
      { type: 'gathered', outstanding: [] },
      { type: 'packaged', package: { round: 1, bytes: 1, files: 1 } },
      { type: 'withdraw-asked' },
      { type: 'discarded' },
      { type: 'told' },
    ] as const
    for (const event of events) {
      const next = step(decide(request, event, asProcessor, now))
      request = next.request
      letters.push(...next.effects.filter(({ kind }) => kind === 'letter'))
      expect(request.controller).toBe('shop')
    }
    expect(letters).toEqual([])
    expect(request.status).toBe('withdrawn')
    expect('person' in request).toBe(false)
  })

  test('has a standing in every status that there is', () => {
    const statuses = new Set(lifecycle.flatMap(([from, , to]) => [from, ...to]))
    const said = [...statuses].map((status) => standingOf({ status } as Request))
    expect(new Set(said)).toEqual(new Set(['pending', 'in_progress', 'completed', 'cancelled']))
  })

  test.each<[ReturnType<typeof standingOf>, readonly Status[]]>([
    ['pending', ['unverified', 'restricting', 'grace']],
    ['in_progress', ['erasing', 'gathering', 'restoring', 'withdrawing']],
    ['completed', ['erased', 'erasing-again', 'not-found', 'ready', 'discarding', 'discarded']],
    ['cancelled', ['restored', 'withdrawn']],
  ])('is %s as long as that is what the controller can count on', (standing, statuses) => {
    expect(statuses.map((status) => standingOf({ status } as Request))).toEqual(statuses.map(() => standing))
  })

  test('writes to nobody, and starts what tells the controller once, when the standing changes', () => {
    const [unverified, grace, erasing] = [requestIn('unverified'), requestIn('grace'), requestIn('erasing')]
    const tells: Effect = { kind: 'start', machine: 'recipients' }
    const works: Effect = { kind: 'start', machine: 'erasure' }
    const notice: Effect = { kind: 'notice', recipient: 'payments', act: 'erase' }
    const letters: readonly Effect[] = [
      { kind: 'letter', letter: 'restricted' },
      { kind: 'undelivered' } as Effect,
      { kind: 'ask-consent' },
    ]
    expect(forController(unverified, grace, [...letters, works])).toEqual([works])
    expect(forController(grace, erasing, [...letters, works])).toEqual([works, tells])
    expect(forController(grace, erasing, [notice, tells])).toEqual([notice, tells])
  })
})

describe('callbacks', () => {
  const { request } = confirmed('nobody')
  const instruction: Instruction = {
    controller: 'shop',
    id: 'id',
    callbacks: ['https://a.example.org/', 'https://b.example.org/'],
    said: { 'https://a.example.org/': 'completed' },
  }
  const zone = policy.company.timeZone

  test('go to whoever has not heard how far it is', () => {
    expect(unheard(instruction, 'completed')).toEqual(['https://b.example.org/'])
    expect(tellingDue(instruction, request, zone, now)).toBe('now')
    expect(tellingDue({ ...instruction, callbacks: [] }, request, zone, now)).toBeUndefined()
    // What the answer to the request said is `pending`.
    expect(unheard({ ...instruction, said: {} }, 'pending')).toEqual([])
  })

  test('are tried again ever more rarely, and given up after a week', () => {
    let tried = now
    const tries: string[] = []
    for (;;) {
      const telling = { standing: 'completed', since: now, triedAt: tried } as const
      const due = tellingDue({ ...instruction, telling }, request, zone, tried)
      if (due === undefined) break
      tried = due === 'now' ? tried : due.at
      tries.push(tried)
    }
    expect(tries.length).toBeGreaterThan(10)
    expect(tries.length).toBeLessThan(40)
    expect(tries.at(-1) ?? '').toSatisfy((at: string) => at < moved(now, 'P7D', zone))
  })

  test('are given up at the end of the week, to the moment', () => {
    const end = moved(now, 'P7D', zone)
    const then = (triedAt: typeof now) =>
      tellingDue({ ...instruction, telling: { standing: 'completed', since: now, triedAt } }, request, zone, end)
    expect(then(end)).toBeUndefined()
    expect(then(justBefore(end))).toBeUndefined()
  })

  test('are due when the pause is over, and not before', () => {
    const telling = { standing: 'completed', since: now, triedAt: now } as const
    const due = tellingDue({ ...instruction, telling }, request, zone, now)
    const at = due !== undefined && due !== 'now' ? due.at : now
    expect(at > now).toBe(true)
    expect(tellingDue({ ...instruction, telling }, request, zone, at)).toBe('now')
  })

  test('begin anew with the next change', () => {
    const telling = { standing: 'in_progress', since: now, triedAt: now } as const
    expect(tellingDue({ ...instruction, telling }, request, zone, now)).toBe('now')
  })
})

test('a policy with a controller that cannot be kept to its accounts, or in time, is refused by name', () => {
  const two = { shop: processor.controllers.shop, other: { name: 'Other', holds: ['p-2', 'p-1'], erasure: 'P1D' } }
  expect(() => checked({ ...policy, processor: { ...processor, controllers: two } })).toThrow(WrongPolicy)
  expect(() => checked({ ...policy, processor: { ...processor, controllers: two } })).toThrow(
    /processor\.controllers\.other\.erasure.*processor\.controllers\.other\.holds: p-1 is another controller's/s,
  )
  expect(checked({ ...policy, processor }).processor).toEqual(processor)
})

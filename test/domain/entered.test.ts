import { expect, test } from 'vitest'
import { decide, received } from '../../domain/decide.ts'
import { type Entered, earliestReceipt, receiptOfMail } from '../../domain/entered.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import { type Day, dayBegins, dayOf, daysAfter, moved, promisedBy } from '../../domain/time.ts'
import { view } from '../../domain/view.ts'
import type { Right } from '../../policy/rights.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import { address, confirmed, receivedAt as now } from './sample.ts'

const zone = policy.company.timeZone
const staff = 'agent 00000000'

/** A request that was entered now, and came on a day. */
const cameOn = (on: Day, right: Right = 'erasure', entered: Entered = 'letter') =>
  received(
    {
      ...{ reference: reference(new Uint8Array([1, 2, 3, 4, 5])), right, language: 'de', entered },
      receivedAt: dayBegins(on, zone),
      person: { address: new Personal(address), hash: 'h' },
    },
    policy,
    now,
    false,
    staff,
  )

promise(
  'N4',
  'the time of a request that came by letter counts from the day on which it came, before it is confirmed and after',
  () => {
    const on = '2026-01-28' as Day
    for (const right of ['erasure', 'access', 'processing-objection'] as const) {
      const { request } = cameOn(on, right)
      expect(request.receivedAt).toBe(dayBegins(on, zone))
      expect(request.promisedBy).toBe(promisedBy(right, dayBegins(on, zone), policy))
      const decision = decide(request, { ...confirmed, firstReceivedAt: now } as typeof confirmed, policy, now)
      if (decision.kind === 'refused') throw new Error(decision.reason)
      expect(decision.request).toMatchObject({ receivedAt: request.receivedAt, entered: 'letter' })
      expect(decision.request.promisedBy).toBe(request.promisedBy)
    }
  },
)

promise(
  'N4',
  'the time of what a mail asks counts from when the mail came, however late it was read or decided on',
  () => {
    const came = (days: number) => moved(now, `P${days}D`, zone, -1)
    for (const days of [0, 3, 12]) expect(receiptOfMail(came(days), now, policy)).toBe(came(days))
    // An ask that came before would vanish before the two days of its link are over.
    expect(receiptOfMail(came(13), now, policy)).toBe(came(12))
  },
)

test('the history says how it came, when, and who entered it; nothing is done but to mail a link', () => {
  for (const channel of ['phone', 'letter', 'chat'] as const) {
    const { entry, effects, request, counts } = cameOn('2026-01-28' as Day, 'access', channel)
    expect(entry).toMatchObject({
      ...{ n: 1, event: 'received', from: 'none', to: 'unverified', at: now },
      detail: `by ${channel} on 2026-01-28, by ${staff}`,
    })
    expect(effects).toEqual([{ kind: 'letter', letter: 'confirm-request' }])
    expect(counts.of).toEqual([])
    expect(view(request, [], policy, now, false).entered).toBe(channel)
  }
})

test('it counts as what it came by, in figures and to the end', () => {
  const decision = decide(cameOn('2026-01-28' as Day, 'access', 'chat').request, confirmed, policy, now)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  expect(decision.counts.of).toEqual([{ what: 'received', kind: 'access', channel: 'chat' }])
})

test('the first day that can be entered is the first of which a link lasts as long as it says, and no earlier one', () => {
  for (const at of [now, '2026-03-29T00:30:00.000Z', '2026-10-25T00:59:59.999Z', '2026-05-01T21:59:59.999Z'] as const) {
    const entered = at as typeof now
    const first = earliestReceipt(entered, policy)
    const vanishes = (on: Day) => moved(dayBegins(on, zone), policy.periods.unverified, zone)
    const linkEnds = moved(entered, policy.periods.confirmLink, zone)
    expect(vanishes(first) >= linkEnds).toBe(true)
    expect(vanishes(daysAfter(first, '-P1D')) >= linkEnds).toBe(false)
    expect(first < dayOf(entered, zone)).toBe(true)
  }
})

test('the earliest day of receipt is one that began late enough, or the day after', () => {
  // Twelve days back from a midnight in Berlin is a midnight in Berlin.
  const midnight = dayBegins('2026-02-06' as Day, zone)
  expect(earliestReceipt(midnight, policy)).toBe('2026-01-25')
  expect(earliestReceipt(moved(midnight, 'PT1S', zone), policy)).toBe('2026-01-26')
})

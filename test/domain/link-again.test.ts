import { expect, test } from 'vitest'
import { decide } from '../../domain/decide.ts'
import { stillTrue } from '../../domain/letters.ts'
import { canBeSentAgain, linkSent } from '../../domain/link-again.ts'
import { isClosed } from '../../domain/request.ts'
import { moved } from '../../domain/time.ts'
import { policy } from '../sample-policy.ts'
import { receivedAt, requestIn, shifted, statuses } from './sample.ts'

const now = shifted(receivedAt, 3_600_000)
const staff = 'agent 00000000'

test.each(statuses.filter((one) => one !== 'unverified'))(
  'in %s the link is sent again while there is something that it leads to, and nothing else changes',
  (status) => {
    const before = requestIn(status)
    const decision = linkSent(before, staff, policy, now)
    const isOpen = !isClosed(before) && status !== 'withdrawing'
    expect([canBeSentAgain(before), decision.kind]).toEqual([isOpen, isOpen ? 'step' : 'refused'])
    if (decision.kind === 'refused') return
    const { version: _, historyHash: __, historyLength: ___, ...after } = decision.request
    expect(before).toMatchObject(after)
    const effect = { kind: 'letter', letter: 'link-again' } as const
    expect(decision.effects).toEqual([effect])
    expect(stillTrue(effect, decision.request)).toBe(true)
    expect(decision.counts.of).toEqual([])
    expect(decision.entry).toMatchObject({ event: 'link-sent', from: status, to: status, detail: `by ${staff}` })
    expect(linkSent({ ...before, controller: 'museum' }, staff, policy, now).kind).toBe('refused')
  },
)

test('the link to confirm is another one, as when its person asks for it, and lasts no longer than what it confirms', () => {
  const before = requestIn('unverified')
  const { unverified, confirmLink } = policy.periods
  const zone = policy.company.timeZone
  const decision = linkSent(before, staff, policy, now)
  expect(decision).toMatchObject({
    request: { status: 'unverified', linkUntil: moved(now, confirmLink, zone), receivedAt: before.receivedAt },
    effects: [{ kind: 'letter', letter: 'confirm-request' }],
    entry: { event: 'asked-again', detail: `by ${staff}` },
  })
  const vanishes = moved(before.receivedAt, unverified, zone)
  const late = linkSent(before, staff, policy, shifted(vanishes, -1))
  if (late.kind === 'refused') throw new Error(late.reason)
  expect(late.request).toMatchObject({ linkUntil: vanishes })
  expect(late.keptUntil).toBe(vanishes)
  expect(linkSent(before, staff, policy, vanishes).kind).toBe('refused')
  const found = { type: 'confirmed', found: 'nobody', firstReceivedAt: before.receivedAt } as const
  expect(decide(late.request, found, policy, shifted(vanishes, -1)).kind).toBe('step')
})

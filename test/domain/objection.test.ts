import fc from 'fast-check'
import { expect, test } from 'vitest'
import { objectionCertificateOf } from '../../domain/certificate.ts'
import type { Event } from '../../domain/event.ts'
import { nextForMachine } from '../../domain/machine.ts'
import { everyList, type Mark, suppression, use } from '../../domain/mailing.ts'
import { stoppedBy } from '../../domain/objection.ts'
import { view } from '../../domain/view.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import { begun, certified, confirmed, mailingSettled, receivedAt, requestIn, shifted, stepped } from './sample.ts'

const soon = shifted(receivedAt, 600_000)
const asked = begun(receivedAt, policy, 'objection').request
const told = { kind: 'letter', letter: 'mailing-stopped' }
const down: Event = { type: 'mailing-settled', outstanding: ['billing'] }
const mark = (suppressed: boolean, minutes: number): Mark => ({
  suppressed,
  since: shifted(receivedAt, minutes * 60_000),
  by: 'account',
})

promise('N9', 'a proven objection to direct marketing is followed at once, and not weighed', () => {
  const step = stepped(asked, confirmed, soon)
  expect(step.request).toMatchObject({ status: 'stopping', lists: everyList })
  expect(step.effects).toEqual([{ kind: 'suppress' }, { kind: 'start', machine: 'objection' }])
  const done = stepped(step.request, mailingSettled, soon)
  expect(done.request).toMatchObject({ status: 'stopped', closedAt: soon })
  expect(done.effects).toEqual([])
  expect(nextForMachine(done.request, 'mailing-settled', policy, soon).to).toBe('certify')
  expect(stepped(done.request, certified, soon).effects).toEqual([told])
})

promise('N9', 'mails stop for an address that no account has, too', () => {
  const step = stepped(asked, { type: 'confirmed', found: 'nobody', firstReceivedAt: receivedAt }, soon)
  expect(step.request).toMatchObject({ status: 'stopped', closedAt: soon })
  expect(step.effects).toEqual([{ kind: 'suppress' }, { kind: 'start', machine: 'objection' }])
  expect(nextForMachine(step.request, 'look', policy, soon).to).toBe('certify')
  const { request, effects } = stepped(step.request, certified, soon)
  expect(effects).toEqual([told])
  const suppressed = { effect: { kind: 'suppress' }, at: soon } as const
  const signing = { answers: [], history: [], waiting: [suppressed], notices: [] }
  expect(objectionCertificateOf(request, signing, policy)).toMatchObject({
    ...{ right: 'objection', lists: everyList, stoppedSince: soon, answeredAt: soon, coverage: [] },
  })
  expect(view(step.request, [], policy, soon, false).status).toBe('stopped')
})

test('one click in a mail is answered by its page: it is about that list, and no mail follows it', () => {
  const step = stepped(asked, { ...confirmed, unsubscribed: 'news' } as Event, soon)
  expect(step.request).toMatchObject({ status: 'stopping', lists: 'news' })
  expect(step.effects).toEqual([{ kind: 'start', machine: 'objection' }])
  const done = stepped(step.request, mailingSettled, soon)
  expect(done.effects).toEqual([])
  expect(nextForMachine(done.request, 'mailing-settled', policy, soon).to).toBe('strip')
})

test('a system that is down is asked again', () => {
  const step = stepped(requestIn('stopping'), down, soon)
  expect(nextForMachine(step.request, 'mailing-settled', policy, soon).to).toBe('unsubscribe')
  expect(nextForMachine(step.request, 'mailing-settled', policy, soon).at > soon).toBe(true)
  expect(stepped(step.request, mailingSettled, soon).request.status).toBe('stopped')
})

promise('N9', 'the latest word about a list counts, and an objection to everything is about every list', () => {
  expect(suppression({}, 'news')).toBeUndefined()
  expect(suppression({ [everyList]: mark(true, 1) }, 'news')).toEqual(mark(true, 1))
  const again = { [everyList]: mark(true, 1), news: mark(false, 2) }
  expect(suppression(again, 'news')).toBeUndefined()
  expect(suppression(again, 'offers')).toEqual(mark(true, 1))
  // What was said of everything at the same moment is the safer one.
  expect(suppression({ ...again, news: mark(false, 1) }, 'news')).toEqual(mark(true, 1))
  expect(suppression({ news: mark(true, 2), [everyList]: mark(false, 1) }, 'news')).toEqual(mark(true, 2))
  const minutes = fc.integer({ min: 0, max: 5 })
  fc.assert(
    fc.property(minutes, minutes, fc.boolean(), (one, other, suppressed) => {
      fc.pre(one !== other)
      const marks = { news: mark(suppressed, one), [everyList]: mark(true, other) }
      expect(suppression(marks, 'news') !== undefined).toBe(other > one || suppressed)
    }),
  )
})

test('an objection has ended mails of its lists, or the uses that were found to stop, and anything else nothing', () => {
  expect(stoppedBy(requestIn('stopping'))).toEqual([everyList])
  expect(stoppedBy({ ...requestIn('stopped'), lists: 'news' })).toEqual(['news'])
  expect(stoppedBy(requestIn('refused'))).toEqual([use('content')])
  expect(stoppedBy(requestIn('upheld'))).toEqual([use('identity'), use('content')])
  expect(stoppedBy(requestIn('weighing'))).toEqual([])
  expect(stoppedBy(requestIn('grace'))).toEqual([])
})

promise(
  'N9',
  'a click in a mail stops that list also for an address that no account has, and is answered by its page',
  () => {
    const click = { type: 'confirmed', found: 'nobody', firstReceivedAt: receivedAt, unsubscribed: 'news' } as const
    const step = stepped(asked, click, soon)
    expect(step.request).toMatchObject({ status: 'stopped', lists: 'news' })
    expect(step.effects).not.toContainEqual({ kind: 'suppress' })
  },
)

test('of who has no account nothing is known but the address', () => {
  const event = { type: 'confirmed', found: 'nobody', firstReceivedAt: receivedAt } as const
  const { request } = stepped(asked, event, soon)
  expect(Object.keys('person' in request ? (request.person ?? {}) : {})).toEqual(['address', 'hash'])
})

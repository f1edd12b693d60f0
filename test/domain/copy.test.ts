import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copyAgainUntil, erasedFrom, isCopyOf } from '../../domain/copy.ts'
import { decide } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { nextForMachine, whileCopiesGo } from '../../domain/machine.ts'
import { Personal } from '../../domain/personal.ts'
import type { In, Request } from '../../domain/request.ts'
import type { Step } from '../../domain/step.ts'
import { joined } from '../../domain/subject.ts'
import { instant, moved } from '../../domain/time.ts'
import { view } from '../../domain/view.ts'
import { promise } from '../promise.ts'
import { policy } from '../sample-policy.ts'
import {
  begun,
  codeAsked,
  codeWrong,
  confirmed,
  discarded,
  downloaded,
  erasedMeanwhile,
  gathered,
  justBefore,
  momentReached,
  packaged,
  receivedAt,
  requestIn,
  shifted,
  stepped,
  told,
} from './sample.ts'

const soon = shifted(receivedAt, 600_000)
const letters = (...names: string[]) => names.map((letter) => ({ kind: 'letter', letter }))
const late = (...systems: string[]): Event => ({ type: 'gathered', outstanding: systems })
/** A copy with something that was gathered since. */
const stale = () =>
  stepped(stepped(requestIn('ready'), late('files'), soon).request, gathered, shifted(soon, 2)).request
/** Deleted; nothing of the person is kept once they were told. */
function isOver(gone: Step): void {
  expect(gone.request).toMatchObject({ status: 'discarded', erased: true })
  expect(gone.effects).toEqual(letters('copy-deleted'))
  expect(view(gone.request, [], policy, soon, false)).toMatchObject({ erased: true, actions: [] })
  expect(nextForMachine(gone.request, 'look', policy, soon).to).toBe('strip')
  expect(stepped(gone.request, told, soon).request).not.toHaveProperty('person')
}
const ready = (request: Request = requestIn('ready')): In<'ready'> => request as In<'ready'>

promise('N1', 'a proven request for a copy asks every system, and nothing about the data changes', () => {
  for (const right of ['access', 'portability'] as const) {
    const step = stepped(begun(receivedAt, policy, right).request, confirmed, soon)
    expect(step.request).toMatchObject({ right, status: 'gathering', outstanding: [] })
    expect(step.effects).toEqual([{ kind: 'start', machine: 'export' }])
  }
})

promise(
  'N1',
  'a copy is promised within a month of receipt, or by the working day after where that ends on a weekend',
  () => {
    expect(requestIn('gathering')).toMatchObject({ receivedAt, promisedBy: instant('2026-03-06T08:30:00Z') })
    expect(begun(instant('2026-01-31T12:00:00Z'), policy, 'access').request.promisedBy).toBe('2026-03-02T12:00:00.000Z')
  },
)

promise('N1', 'when every system has answered the copy is put together, and the person is told once', () => {
  const step = stepped(requestIn('gathering'), gathered, soon)
  expect(step.effects).toEqual([])
  expect(nextForMachine(step.request, 'gathered', policy, soon).to).toBe('package')
  const done = stepped(step.request, packaged, soon)
  expect(done.request).toMatchObject({ status: 'ready', round: 1, downloads: 0, packagedAt: soon })
  expect(done.effects).toEqual(letters('copy-ready'))
  expect(decide(done.request, packaged, policy, soon)).toMatchObject({ kind: 'refused' })
})

promise(
  'N1',
  'a system that is down holds up nobody: the copy is given without it, and again when it has answered',
  () => {
    const partly = ready(
      stepped(stepped(requestIn('gathering'), late('files', 'billing'), soon).request, packaged, soon).request,
    )
    expect(partly.outstanding).toEqual(['files', 'billing'])
    const later = shifted(soon, 3_600_000)
    expect(nextForMachine(partly, 'moment-reached', policy, later).to).toBe('gather')
    const same = ready(stepped(partly, late('files', 'billing'), later).request)
    expect(nextForMachine(same, 'gathered', policy, later)).toMatchObject({ to: 'wait' })
    const one = stepped(partly, late('billing'), later).request
    expect(nextForMachine(one, 'gathered', policy, later).to).toBe('package')
    const again = stepped(one, { type: 'packaged', package: { round: 2, bytes: 1, files: 1 } }, shifted(later, 1))
    expect(again.request).toMatchObject({ round: 2, outstanding: ['billing'], downloads: 0 })
    expect(again.effects).toEqual(letters('copy-ready'))
  },
)

test('whoever puts a copy together has a clock that is behind: once is enough, and what comes later is still put in', () => {
  const behind = shifted(soon, -1500)
  const gathered = stepped(requestIn('gathering'), late('files'), soon).request
  const partly = ready(stepped(gathered, packaged, behind).request)
  expect(nextForMachine(partly, 'gathered', policy, behind).to).toBe('wait')
  expect(decide(partly, packaged, policy, behind)).toMatchObject({ kind: 'refused' })
  // The answer comes by a clock that is behind too.
  const whole = ready(stepped(partly, late(), behind).request)
  expect(nextForMachine(whole, 'gathered', policy, behind).to).toBe('package')
  const again = stepped(whole, { type: 'packaged', package: { round: 2, bytes: 1, files: 1 } }, behind).request
  expect(nextForMachine(again, 'gathered', policy, behind).to).toBe('wait')
})

test('a copy that is ready is known to lack what is missing, system by system', () => {
  const partly = ready(stepped(stepped(requestIn('gathering'), late('files'), soon).request, packaged, soon).request)
  const { coverage } = view(partly, [], policy, soon, false)
  expect(coverage.map(({ outcome }) => outcome)).toEqual(coverage.map(() => 'pending'))
})

promise('N1', 'a portable copy is about what the person provided, and only that', () => {
  const categories = (right: 'access' | 'portability') =>
    new Set(view(requestIn('gathering', right), [], policy, soon, false).coverage.map(({ category }) => category))
  expect(categories('access')).toEqual(new Set(['identity', 'content', 'payment']))
  expect(categories('portability')).toEqual(new Set(['identity', 'content']))
})

describe('fetching a copy', () => {
  test('needs a code that is mailed, and each use is an entry of the history', () => {
    const asked = stepped(requestIn('ready'), codeAsked, soon)
    expect(asked.effects).toEqual(letters('download-code'))
    const wrong = stepped(asked.request, codeWrong, soon)
    const fetched = stepped(wrong.request, downloaded, soon)
    expect([asked, wrong, fetched].map(({ entry }) => entry.event)).toEqual(['code-asked', 'code-wrong', 'downloaded'])
    expect(fetched.request).toMatchObject({ downloads: 1 })
  })

  test('is possible as often as the policy says, and not once more', () => {
    let request: Request = requestIn('ready')
    for (let n = 0; n < policy.limits.downloads; n++) request = stepped(request, downloaded, soon).request
    const refused = { kind: 'refused', reason: 'fetched-too-often' }
    expect(decide(request, downloaded, policy, soon)).toEqual(refused)
    expect(decide(request, codeAsked, policy, soon)).toEqual(refused)
    expect(view(request, [], policy, soon, false)).toMatchObject({ actions: ['withdraw'], copy: { downloadsLeft: 0 } })
  })

  test('is possible until the moment of its deletion, and not after', () => {
    const request = ready()
    expect(decide(request, downloaded, policy, justBefore(request.availableUntil)).kind).toBe('step')
    expect(decide(request, downloaded, policy, request.availableUntil)).toEqual({ kind: 'refused', reason: 'too-late' })
    expect(view(request, [], policy, justBefore(request.availableUntil), false).actions).toEqual([
      'download',
      'protect',
      'withdraw',
    ])
    expect(view(request, [], policy, request.availableUntil, false).actions).toEqual([])
  })
})

describe('deleting a copy', () => {
  const request = ready()
  const remindAt = moved(request.availableUntil, policy.periods.packageReminder, policy.company.timeZone, -1)

  test('the person is reminded once, at the policy’s moment', () => {
    expect(nextForMachine(request, 'gathered', policy, soon)).toMatchObject({ to: 'wait', at: remindAt })
    expect(decide(request, momentReached, policy, justBefore(remindAt)).kind).toBe('refused')
    const reminded = stepped(request, momentReached, remindAt)
    expect(reminded.effects).toEqual(letters('copy-expires-soon'))
    expect(decide(reminded.request, momentReached, policy, shifted(remindAt, 1)).kind).toBe('refused')
    expect(nextForMachine(reminded.request, 'moment-reached', policy, remindAt)).toMatchObject({
      to: 'wait',
      at: request.availableUntil,
    })
  })

  promise('N1', 'a copy is deleted when its time is over, the person is told, and can ask again with one click', () => {
    const over = stepped(request, momentReached, request.availableUntil)
    expect(over.request.status).toBe('discarding')
    expect(over.request).not.toHaveProperty('bytes')
    expect(nextForMachine(over.request, 'moment-reached', policy, request.availableUntil).to).toBe('discard')
    const gone = stepped(over.request, discarded, request.availableUntil)
    expect(gone.effects).toEqual(letters('copy-deleted'))
    expect(view(gone.request, [], policy, shifted(request.availableUntil, 1), false).actions).toEqual(['copy'])
  })

  test('the address stays as long as one click is enough, and no longer', () => {
    const gone = requestIn('discarded')
    const until = copyAgainUntil(gone, policy)
    expect(until).toBe(moved(gone.closedAt, policy.periods.askAgain, policy.company.timeZone))
    expect(decide(gone, told, policy, justBefore(until)).kind).toBe('refused')
    expect(nextForMachine(gone, 'look', policy, justBefore(until))).toMatchObject({ to: 'wait', at: until })
    expect(nextForMachine(gone, 'moment-reached', policy, until).to).toBe('strip')
    expect(stepped(gone, told, until).request).not.toHaveProperty('person')
    expect(view(gone, [], policy, until, false).actions).toEqual([])
  })

  promise('N4', 'a copy that is put together before an erasure is there until that begins, and no longer', () => {
    const gatheredSoon = stepped(requestIn('gathering'), gathered, soon).request
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 * 24 }), (hours) => {
        const notAfter = shifted(soon, hours * 3_600_000)
        const { request: made } = stepped(gatheredSoon, { ...packaged, notAfter } as Event, soon)
        expect(ready(made).availableUntil <= notAfter).toBe(true)
      }),
    )
  })

  promise('N4', 'what is put together while it is being erased is given to nobody', () => {
    for (const before of [stepped(requestIn('gathering'), gathered, soon).request, stale()]) {
      const step = stepped(before, { ...packaged, notAfter: soon } as Event, soon)
      expect(step.request).toMatchObject({ status: 'discarding', erased: true })
      expect(step.effects).toEqual([{ kind: 'start', machine: 'export' }])
    }
  })

  promise(
    'N4',
    'no copy outlives an erasure of what is in it: it goes at once, the person is told why, and none is offered again',
    () => {
      for (const status of ['gathering', 'ready'] as const) {
        const step = stepped(requestIn(status), erasedMeanwhile, soon)
        expect(step.request).toMatchObject({ status: 'discarding', erased: true })
        expect(step.request).not.toHaveProperty('round')
        expect(step.effects).toEqual([{ kind: 'start', machine: 'export' }])
        expect(nextForMachine(step.request, 'look', policy, soon).to).toBe('discard')
        isOver(stepped(step.request, discarded, soon))
      }
      // Its time was over at the moment when the erasure began.
      isOver(stepped(requestIn('discarding'), { type: 'discarded', erased: true }, soon))
    },
  )

  test('a copy that an erasure ended before it was there counts as taken back, and one that was there as done before', () => {
    const { counts } = stepped(requestIn('gathering'), erasedMeanwhile, soon)
    expect(counts.of).toEqual([expect.objectContaining({ what: 'settled', result: 'taken-back' })])
    expect(stepped(request, erasedMeanwhile, soon).counts.of).toEqual([])
  })

  test('an erasure is about a copy when both are about one account, whoever asked; it ends the copy from its moment on', () => {
    const erasure = requestIn('grace') as In<'grace'>
    const of = (...account: string[]) => ({ ...erasure.person, subject: new Personal({ keys: { account } }) })
    const theirs = { ...request, person: of('a-1', 'a-2') }
    expect(isCopyOf(theirs, of('a-2', 'a-3'))).toBe(true)
    expect(isCopyOf(theirs, of('a-3'))).toBe(false)
    expect(isCopyOf({ ...requestIn('discarding'), person: of('a-1') } as Request, of('a-1'))).toBe(true)
    expect(isCopyOf(requestIn('discarded'), of('a-17'))).toBe(false)

    const erasing = requestIn('erasing') as In<'erasing'>
    const from = (one: Request, person = of('a-2')) => erasedFrom(theirs, { ...one, person } as Request)
    expect(from(erasure)).toBe(erasure.eraseAt)
    expect(from(requestIn('restricting'))).toBe(erasure.eraseAt)
    expect(from(erasing)).toBe(erasing.startedAt)
    expect(from(erasure, of('a-3'))).toBeUndefined()
    // Nobody can say until when it waits, or it is not to be.
    expect(from({ ...erasure, hold: { reason: 'claim', since: soon } } as Request)).toBeUndefined()
    for (const status of ['restoring', 'held', 'erased'] as const) expect(from(requestIn(status))).toBeUndefined()
  })
})

test('an erasure looks after a minute whether the copies are gone, and later ever more rarely', () => {
  const erased = stepped(requestIn('erasing'), { type: 'erasure-settled', outstanding: [] }, soon).request
  const after = (ms: number) => Date.parse(whileCopiesGo(erased, shifted(soon, ms)).at) - Date.parse(soon) - ms
  expect(whileCopiesGo(erased, soon).to).toBe('wait')
  for (const [waited, pause] of [
    [0, 60],
    [200, 60],
    [3_600, 900],
    [864_000, 14_400],
  ] as const)
    expect(after(waited * 1000)).toBe(pause * 1000)
  expect(whileCopiesGo(requestIn('erasing'), soon)).toMatchObject({ to: 'wait', at: shifted(soon, 60_000) })
})

test('on whose behalf accounts are held is one answer too, each account once, and none where nothing is known', () => {
  expect(joined([{ portal: ['p-1'] }, undefined, { portal: ['p-1', 'p-2'] }])).toEqual({ portal: ['p-1', 'p-2'] })
  expect(joined([undefined])).toBeUndefined()
  expect(joined([])).toBeUndefined()
})

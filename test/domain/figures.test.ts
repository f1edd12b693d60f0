import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide, received } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import {
  added,
  by,
  type Count,
  channelOf,
  countsOf,
  type Figures,
  figuresOf,
  type Sum,
  total,
  within,
  withoutFew,
} from '../../domain/figures.ts'
import { Personal } from '../../domain/personal.ts'
import type { Request } from '../../domain/request.ts'
import { moved } from '../../domain/time.ts'
import type { Right } from '../../policy/rights.ts'
import { policy } from '../sample-policy.ts'
import {
  address,
  begun,
  confirmed,
  eraseNowAsked,
  events,
  lived,
  receivedAt,
  requestIn,
  shifted,
  statuses,
  stepped,
} from './sample.ts'

const soon = shifted(receivedAt, 600_000)
const rights: readonly Right[] = [
  'erasure',
  'restriction',
  'rectification',
  'objection',
  'processing-objection',
  'access',
  'portability',
]
const what = (counts: readonly Count[]) => counts.map((one) => one.what)

test('a request counts as received when its address is proven, not when somebody types it into the form', () => {
  for (const right of rights) {
    const asked = begun(receivedAt, policy, right)
    expect(asked.counts).toEqual({ day: '2026-02-06', of: [] })
    const proven = stepped(asked.request, confirmed, soon)
    expect(proven.counts.of[0]).toEqual({ what: 'received', kind: right, channel: 'form' })
  }
})

test('a life counts once as received and once as settled, whatever happens in it', () => {
  const inNinetyDays = moved(soon, 'P90D', 'Europe/Berlin')
  for (const status of statuses) {
    const life = lived(status)
    const counts = what(life.counts)
    expect(counts.filter((one) => one === 'received').length, status).toBeLessThanOrEqual(1)
    expect(counts.filter((one) => one === 'settled').length, status).toBeLessThanOrEqual(1)
    // Whatever comes after that adds nothing.
    if (!counts.includes('settled')) continue
    for (const event of events) {
      const later = decide(life.request, event, policy, inNinetyDays)
      if (later.kind === 'step') expect(later.counts.of, `${status} ${event.type}`).toEqual([])
    }
  }
})

test.each([
  ['done', ['erased', 'held', 'lifted', 'ready', 'discarded', 'stopped', 'corrected', 'upheld']],
  ['taken-back', ['restored', 'unchanged', 'dropped', 'consented', 'unfounded']],
  ['refused', ['declined', 'unidentified', 'refused', 'turned-down']],
  ['nobody', ['not-found']],
] as const)('is counted as %s once there is nothing more to do, by how it ended', (result, ends) => {
  for (const status of ends)
    expect(
      lived(status)
        .counts.filter((one) => one.what === 'settled')
        .map((one) => one.result),
      status,
    ).toEqual([result])
})

test.each([
  ['holding', 'lifting', 'taken-back'],
  ['gathering', 'withdrawing', 'taken-back'],
  ['gathering', 'withdrawn', 'taken-back'],
  ['holding', 'superseded', 'taken-back'],
  ['holding', 'lifted', 'taken-back'],
  ['gathering', 'ready', 'done'],
] as const)('what was %s and becomes %s before it was done counts as %s', (from, to, result) => {
  const settled = countsOf(requestIn(from), requestIn(to), 'looked', soon)
  expect(settled).toMatchObject([{ what: 'settled', result }])
})

test('nothing is counted of the synthetic person, of questions about files, nor of what nobody proved', () => {
  const [holding, lifting] = [requestIn('holding'), requestIn('lifting')]
  const count = (before: Request, after: Request) => countsOf(before, after, 'looked', soon)
  expect(count(holding, lifting)).toHaveLength(1)
  expect(count({ ...holding, canary: true }, lifting)).toEqual([])
  expect(count(holding, { ...lifting, canary: true })).toEqual([])
  expect(count(requestIn('approved'), requestIn('approval-ended'))).toEqual([])
  expect(count(requestIn('approved'), lifting)).toEqual([])
  expect(count(holding, requestIn('approval-ended'))).toEqual([])
  expect(count(requestIn('unverified'), lifting)).toEqual([])
})

test('late is what ends after the promised moment, and not at it', () => {
  const [holding, lifting] = [requestIn('holding'), requestIn('lifting')]
  expect(countsOf(holding, lifting, 'looked', holding.promisedBy)[0]).not.toHaveProperty('late')
  expect(countsOf(holding, lifting, 'looked', shifted(holding.promisedBy, 1))[0]).toHaveProperty('late', true)
})

test('how a request came is told by what it still says of that', () => {
  const grace = requestIn('grace')
  const came = (more: object) => channelOf({ ...grace, ...more } as Request)
  expect(came({})).toBe('form')
  expect(came({ controller: 'shop' })).toBe('controller')
  expect(came({ entered: 'letter' })).toBe('letter')
  expect(came({ silent: true })).toBe('link')
  expect(came({ silent: false })).toBe('form')
  expect(came({ inactive: { lastUsed: '2025-08-09' } })).toBe('nobody')
  expect(came({ inactive: undefined })).toBe('form')
  expect(came({ unconsented: true })).toBe('company')
  expect(came({ unconsented: undefined })).toBe('form')
  expect(came({ person: undefined })).toBe('form')
  expect(came({ person: { ...grace.person, mail: new Personal({}) } })).toBe('mail')
})

test('the most comes first, and what is as much by its name', () => {
  const one = (country: string) => ({ what: 'received', kind: 'erasure', channel: 'form', country }) as const
  const all = [figuresOf([one('NL'), one('AT'), one('DE'), one('DE')])]
  expect(by('country', all).map(([name, { received }]) => `${name} ${received}`)).toEqual(['DE 2', 'AT 1', 'NL 1'])
})

test('a country from which five came has a name, one from which four came is told with others like it', () => {
  const from = (country: string, n: number) =>
    Array.from({ length: n }, () => ({ what: 'received', kind: 'erasure', channel: 'form', country }) as const)
  const told = (...counts: Parameters<typeof figuresOf>[0][number][]) =>
    withoutFew(by('country', [figuresOf(counts)])).map(([name, { received }]) => `${name} ${received}`)
  expect(told(...from('DE', 5), ...from('AT', 4), ...from('NL', 2))).toEqual(['DE 5', 'other 6'])
  expect(told(...from('DE', 5))).toEqual(['DE 5'])
})

test('a second ask for what is under way counts as nothing', () => {
  const again: Event = {
    type: 'confirmed',
    found: { duplicateOf: requestIn('grace').reference },
    firstReceivedAt: receivedAt,
  }
  expect(stepped(begun().request, again, soon).counts.of).toEqual([])
})

test('an address without data is received and settled in one step', () => {
  const nobody: Event = { type: 'confirmed', found: 'nobody', firstReceivedAt: receivedAt }
  expect(stepped(begun().request, nobody, soon).counts.of).toEqual([
    { what: 'received', kind: 'erasure', channel: 'form' },
    { what: 'settled', kind: 'erasure', channel: 'form', result: 'nobody', days: 0 },
  ])
})

test('it says how it came, from where, and how long it took; and nothing of whom', () => {
  const person = { address: new Personal(address), hash: 'h', mail: new Personal({ messageId: '<1@example.org>' }) }
  const asked = received(
    { reference: begun().request.reference, right: 'access', language: 'en', person },
    policy,
    receivedAt,
  )
  const found: Event = { ...confirmed, found: { ...(confirmed as { found: object }).found, country: 'AT' } } as Event
  const proven = stepped(asked.request, found, soon)
  expect(proven.counts.of).toEqual([{ what: 'received', kind: 'access', channel: 'mail', country: 'AT' }])
  expect(JSON.stringify([proven.counts, lived('erased').counts])).not.toContain(address)
  const done = (request: Request, at = moved(receivedAt, 'P40D', 'Europe/Berlin')) =>
    countsOf(request, { ...requestIn('upheld') }, 'weighed', at)
  expect(done(requestIn('weighing'))).toEqual([
    { what: 'settled', kind: 'processing-objection', channel: 'form', result: 'done', days: 40, late: true },
  ])
  expect(done({ ...requestIn('weighing'), longer: 'many' }, soon)).toMatchObject([{ longer: true, days: 0 }])
})

test('what nobody asked for is told apart', () => {
  const consenting = lived('consenting').counts
  expect(consenting).toEqual([{ what: 'received', kind: 'child-account', channel: 'company' }])
  const kept = stepped(requestIn('consenting'), eraseNowAsked, soon)
  expect(kept.counts.of).toEqual([])
  const unused = { ...requestIn('grace'), inactive: { lastUsed: '2025-08-01' as never } }
  expect(countsOf(requestIn('unverified'), unused, 'found-inactive', soon)).toEqual([
    { what: 'received', kind: 'unused-account', channel: 'nobody' },
  ])
})

const anyCount: fc.Arbitrary<Count> = fc
  .record({
    kind: fc.constantFrom<Count['kind']>('access', 'erasure', 'unused-account'),
    channel: fc.constantFrom<Count['channel']>('form', 'mail'),
    country: fc.constantFrom('AT', 'DE', 'FR'),
    settled: fc.boolean(),
    days: fc.integer({ min: 0, max: 90 }),
    result: fc.constantFrom('done' as const, 'refused' as const, 'taken-back' as const, 'nobody' as const),
  })
  .map(({ settled, days, result, ...every }) =>
    settled ? { ...every, what: 'settled', days, result } : { ...every, what: 'received' },
  )

test('figures of days add up to those of all their counts, in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyCount)), (days) => {
      const all = figuresOf(days.flat())
      const each = days.map(figuresOf)
      expect(total(each)).toEqual(total([all]))
      expect(total(each.toReversed())).toEqual(total([all]))
      for (const facet of ['kind', 'channel', 'country'] as const) {
        expect(new Map(by(facet, each))).toEqual(new Map(by(facet, [all])))
        const sums = by(facet, each).map(([, sum]) => sum)
        if (sums.length > 0) expect(sums.reduce(added)).toEqual(total(each))
        expect(withoutFew(by(facet, each)).reduce((n, [, { received }]) => n + received, 0)).toBe(total(each).received)
      }
    }),
  )
})

test('half of them, and 95 of 100, are done within so many days: as when all are put in a row', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 400 }), (took) => {
      const days: Record<string, number> = {}
      for (const n of took) days[n] = (days[n] ?? 0) + 1
      const row = took.toSorted((a, b) => a - b)
      const sum = { days } as unknown as Sum
      for (const share of [0.5, 0.95]) expect(within(share, sum)).toBe(row[Math.ceil(share * row.length) - 1])
    }),
  )
  expect(within(0.5, { days: { 3: 4 } } as unknown as Sum)).toBeUndefined()
})

test('who took it back, or has no data, says nothing of how long the company takes', () => {
  const settled = (result: 'done' | 'refused' | 'taken-back' | 'nobody'): Count => ({
    ...{ what: 'settled', kind: 'access', channel: 'form', days: 2 },
    result,
  })
  const sum = total([figuresOf([settled('done'), settled('refused'), settled('taken-back'), settled('nobody')])])
  expect(sum).toMatchObject({ settled: 4, refused: 1, 'taken-back': 1, nobody: 1, days: { 2: 2 } })
})

test('a country from which only few came is not named', () => {
  const count = (country: string, n: number): readonly Count[] =>
    Array.from({ length: n }, () => ({ what: 'received', kind: 'access', channel: 'form', country }))
  const figures: Figures = figuresOf([...count('DE', 9), ...count('LI', 1), ...count('SM', 4)])
  expect(withoutFew(by('country', [figures])).map(([name, { received }]) => [name, received])).toEqual([
    ['DE', 9],
    ['other', 5],
  ])
})

test('a request says how it came: by the form, or by the company where it asks itself', () => {
  expect(channelOf(requestIn('grace'))).toBe('form')
  expect(channelOf(requestIn('approving'))).toBe('company')
  expect(channelOf(requestIn('consenting'))).toBe('company')
})

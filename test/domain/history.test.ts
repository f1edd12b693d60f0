import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  beginning,
  brokenAt,
  digestOf,
  type Entry,
  historyOf,
  opened,
  sealed,
  type Untold,
  unfitting,
} from '../../domain/history.ts'
import { instant } from '../../domain/time.ts'
import { policy } from '../sample-policy.ts'
import { lived, receivedAt } from './sample.ts'

const entry = fc.record({
  at: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map(instant),
  event: fc.constantFrom('received', 'confirmed', 'told', 'moment-reached' as const),
  from: fc.constantFrom('none', 'grace' as const),
  to: fc.constantFrom('grace', 'erasing' as const),
  detail: fc.string(),
})
const chain = fc.array(entry, { minLength: 2, maxLength: 12 }).map((entries) => {
  const made: Entry[] = []
  for (const one of entries) {
    const before = made.at(-1)?.hash ?? beginning
    made.push(sealed({ n: made.length + 1, ...one, previous: before } as Omit<Entry, 'hash'>))
  }
  return made
})
const place = fc.nat()

test('the history of a whole life is whole, and the request names its last entry', () => {
  const { request, history } = lived('erased')
  expect(history).toHaveLength(6)
  expect(brokenAt(history)).toBeUndefined()
  expect(brokenAt(history, request)).toBeUndefined()
})

test('an entry that was altered in any field is found', () => {
  fc.assert(
    fc.property(
      chain,
      place,
      fc.constantFrom('at', 'event', 'from', 'to', 'detail', 'previous', 'hash' as const),
      (whole, at, field) => {
        const i = at % whole.length
        const altered = whole.map((one, j) =>
          j === i ? { ...one, [field]: `${one[field as keyof Entry]}0` } : one,
        ) as Entry[]
        expect(brokenAt(altered)).toBe(i + 1)
      },
    ),
  )
})

test('an entry that was altered and sealed anew is found at the entry after it, or by the request', () => {
  fc.assert(
    fc.property(chain, place, (whole, at) => {
      const i = at % whole.length
      const { hash: _, ...open } = whole[i] as Entry
      const forged = whole.with(i, sealed({ ...open, detail: `${open.detail}!` }))
      const head = { historyHash: whole.at(-1)?.hash ?? '', historyLength: whole.length }
      expect(brokenAt(forged, head)).toBe(i + 2)
    }),
  )
})

test('an entry that was removed is found, also the last one', () => {
  fc.assert(
    fc.property(chain, place, (whole, at) => {
      const i = at % whole.length
      const head = { historyHash: whole.at(-1)?.hash ?? '', historyLength: whole.length }
      expect(brokenAt(whole.toSpliced(i, 1), head)).toBe(i + 1)
    }),
  )
})

test('entries that changed places are found', () => {
  fc.assert(
    fc.property(chain, place, place, (whole, a, b) => {
      const [i, j] = [a % whole.length, b % whole.length]
      fc.pre(i !== j)
      const moved = whole.with(i, whole[j] as Entry).with(j, whole[i] as Entry)
      expect(brokenAt(moved)).toBe(Math.min(i, j) + 1)
    }),
  )
})

test('an entry written twice is found', () => {
  fc.assert(
    fc.property(chain, place, (whole, at) => {
      const i = at % whole.length
      expect(brokenAt(whole.toSpliced(i, 0, whole[i] as Entry))).toBe(i + 2)
    }),
  )
})

test('what stands beside an entry fits its digest alone: altered, taken away or put where there was nothing, it is found', () => {
  const { history } = lived('grace')
  const untold: Untold = { n: 2, event: 'hold-set', detail: 'order, file 1', salt: 'salt' }
  const whole = history.map(({ hash: _, ...entry }) => (entry.n === 2 ? { ...entry, digest: digestOf(untold) } : entry))
  const chain = whole.map((entry) => sealed(entry))
  expect(unfitting(chain, [untold])).toBeUndefined()
  for (const other of [[], [{ ...untold, detail: 'order, file 2' }], [{ ...untold, salt: 'pepper' }]])
    expect(unfitting(chain, other)).toBe(2)
  expect(unfitting(chain, [untold, { ...untold, n: 3 }])).toBe(3)
})

test('the same entry has the same hash whatever the order of its fields (RFC 8785)', () => {
  const { history } = lived('grace')
  for (const { hash, ...open } of history) {
    const turned = Object.fromEntries(Object.entries(open).reverse()) as Omit<Entry, 'hash'>
    expect(sealed(turned).hash).toBe(hash)
  }
})

test('the hash of a known entry is the one that openssl computes over its canonical JSON', () => {
  // printf '%s' '{"at":"2026-01-01T00:00:00.000Z","event":"received","from":"none","n":1,"previous":"00…","to":"unverified"}' | openssl dgst -sha256
  const known = {
    n: 1,
    at: instant('2026-01-01T00:00:00Z'),
    event: 'received',
    from: 'none',
    to: 'unverified',
    previous: beginning,
  } as const
  expect(sealed(known).hash).toBe('8f6c504f8eabc47f8c9a40897a75e223f8956b2c2829af9189610b690e733b58')
})

test('people of the company read what the person is not told of; what has no words of its own stays as it is', () => {
  const { history } = lived('grace')
  const untold: readonly Untold[] = [
    { n: 2, event: 'hold-set', detail: 'order, file 2026/18', salt: 'salt' },
    { n: 3, event: 'hold-ended', salt: 'salt' },
  ]
  const read = opened(history, untold).map(({ event, detail }) => [event, detail])
  expect(read).toEqual([
    ...history.slice(0, 1).map(({ event, detail }) => [event, detail]),
    ['hold-set', 'order, file 2026/18'],
    ['hold-ended', history[2]?.detail],
    ...history.slice(3).map(({ event, detail }) => [event, detail]),
  ])
})

test('a history as a document has what the person is not told of for auditors alone', () => {
  const { request, history } = lived('grace')
  const untold: readonly Untold[] = [{ n: 2, event: 'hold-set', salt: 'salt' }]
  expect(historyOf(request, history, policy, receivedAt)).not.toHaveProperty('untold')
  expect(historyOf(request, history, policy, receivedAt, untold)).toMatchObject({
    entries: history,
    untold,
    historyLength: history.length,
  })
})

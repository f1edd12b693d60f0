import { S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AnchoredMeanwhile, Anchors } from '../../adapters/anchors.ts'
import { Requests } from '../../adapters/requests.ts'
import { headsOf } from '../../domain/anchor.ts'
import { decide, received } from '../../domain/decide.ts'
import { beginning } from '../../domain/history.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { type Day, type Instant, instant } from '../../domain/time.ts'
import { address, confirmed } from '../domain/sample.ts'
import { policy } from '../sample-policy.ts'
import { startStore } from './dynamodb-local.ts'

let store: Awaited<ReturnType<typeof startStore>>
let anchors: Anchors
let requests: Requests
beforeAll(async () => {
  store = await startStore()
  requests = new Requests(store.table, store.client)
  anchors = new Anchors({ table: store.table, bucket: 'none' }, { dynamodb: store.client, s3: new S3Client({}) })
})
afterAll(() => store?.stop())

let people = 0
async function asks(at: Instant): Promise<Request> {
  const n = ++people
  const person = { address: new Personal(address), hash: `anchored-${n}` }
  const name = reference(new Uint8Array([9, n, 3, 4, 5]))
  return requests.save(received({ reference: name, right: 'access', language: 'en', person }, policy, at))
}
async function confirms(request: Request, at: Instant): Promise<Request> {
  const decision = decide(request, { ...confirmed, firstReceivedAt: request.receivedAt } as never, policy, at)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return requests.save(decision)
}

test('of a day every entry that was written on it is found, page by page, and of each history its last', async () => {
  const before = await asks(instant('2026-02-28T23:59:59.999Z'))
  const first = await asks(instant('2026-03-01T00:00:00Z'))
  const later = await confirms(first, instant('2026-03-01T23:59:59Z'))
  const other = await asks(instant('2026-03-01T12:00:00Z'))
  await confirms(before, instant('2026-03-02T00:00:00Z'))

  const entries = []
  let from: string | undefined
  do {
    const page = await anchors.writtenOn('2026-03-01', from, 1)
    expect(page.entries.length).toBeLessThanOrEqual(1)
    entries.push(...page.entries)
    from = page.next
  } while (from)
  expect(entries).toHaveLength(3)
  const heads = headsOf(entries).toSorted((a, b) => (a.reference < b.reference ? -1 : 1))
  const headOf = ({ reference, historyLength, historyHash }: Request) => ({
    ...{ reference, n: historyLength, hash: historyHash },
  })
  // What nobody proved goes by itself, and says when.
  expect(policy.periods.unverified).toBe('P14D')
  const expected = [headOf(later), { ...headOf(other), until: '2026-03-15T12:00:00.000Z' }]
  expect(heads).toEqual(expected.toSorted((a, b) => (a.reference < b.reference ? -1 : 1)))
  expect((await anchors.writtenOn('2026-02-27')).entries).toEqual([])
})

test('of two that anchor the same part one goes on', async () => {
  expect(await anchors.place()).toBeUndefined()
  const at = (part: number) => ({ day: '2026-03-01' as Day, part, previous: beginning })
  await anchors.goOn(at(2), undefined)
  await expect(anchors.goOn(at(2), undefined)).rejects.toThrow(AnchoredMeanwhile)
  await anchors.goOn(at(3), at(2))
  await expect(anchors.goOn(at(3), at(2))).rejects.toThrow(AnchoredMeanwhile)
  expect(await anchors.place()).toEqual(at(3))
})

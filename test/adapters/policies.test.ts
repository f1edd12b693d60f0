import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashOf, Policies } from '../../adapters/policies.ts'
import { changesBetween, type Plain } from '../../domain/policy-changes.ts'
import { shifted } from '../../domain/time.ts'
import { receivedAt as now } from '../domain/sample.ts'
import { policy } from '../sample-policy.ts'
import { startStore } from './dynamodb-local.ts'

let store: Awaited<ReturnType<typeof startStore>>
let policies: Policies
beforeAll(async () => {
  store = await startStore()
  policies = new Policies(store.table, store.client)
})
afterAll(() => store?.stop())

const plain = (one: unknown): Plain => JSON.parse(JSON.stringify(one)) as Plain

test('a policy is kept when it is first seen, whole, and not again while it is in force; one that comes back is a version anew', async () => {
  const stricter = { ...policy, periods: { ...policy.periods, erasure: 'P30D' } }
  const at = (hours: number) => shifted(now, hours * 3_600_000)
  expect(await policies.newest(9)).toEqual([])
  // Seen by two at once, and every day after.
  await Promise.all([policies.note(policy, at(0)), policies.note(policy, shifted(at(0), 1))])
  await policies.note(policy, at(24))
  await policies.note(stricter, at(48))
  await policies.note(stricter, at(72))
  await policies.note(policy, at(96))
  const versions = await policies.newest(9)
  expect(versions.map(({ since, hash }) => [since, hash])).toEqual([
    [at(96), hashOf(policy)],
    [at(48), hashOf(stricter)],
    [at(0), hashOf(policy)],
  ])
  const [, later, first] = versions
  expect(plain(first?.policy)).toEqual(plain(policy))
  expect(changesBetween(plain(first?.policy), plain(later?.policy))).toEqual([
    { path: 'periods.erasure', from: policy.periods.erasure, to: 'P30D' },
  ])
})

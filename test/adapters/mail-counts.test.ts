import { afterAll, beforeAll, expect, test } from 'vitest'
import { MailCounts } from '../../adapters/mail-counts.ts'
import { instant, moved } from '../../domain/time.ts'
import { startStore } from './dynamodb-local.ts'

let store: Awaited<ReturnType<typeof startStore>>
let counts: MailCounts

beforeAll(async () => {
  store = await startStore()
  counts = new MailCounts(store.table, store.client)
})
afterAll(() => store?.stop())

const now = instant('2026-03-01T09:00:00Z')

test('no more than the limit of mails goes to an address on a day, and a second try of one mail counts once', async () => {
  const mails = ['a', 'a', 'b', 'c', 'a']
  const allowed: boolean[] = []
  for (const mail of mails) allowed.push(await counts.count('hash-5', mail, now, 2))
  expect(allowed).toEqual([true, true, true, false, true])
  expect(await counts.count('hash-5', 'd', moved(now, 'P1D', 'UTC'), 2)).toBe(true)
})

test('of letters that are written at the same time no more than the limit goes to an address', async () => {
  const asked = Array.from({ length: 8 }, (_, n) => counts.count('hash-6', `mail-${n}`, now, 3))
  expect((await Promise.all(asked)).filter((allowed) => allowed)).toHaveLength(3)
})

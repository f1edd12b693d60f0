import { afterAll, beforeAll, expect, test } from 'vitest'
import { newToken, tokenHash } from '../../adapters/keys.ts'
import { Sessions } from '../../adapters/sessions.ts'
import { shifted } from '../../domain/time.ts'
import { receivedAt as now } from '../domain/sample.ts'
import { startStore } from './dynamodb-local.ts'

let store: Awaited<ReturnType<typeof startStore>>
let sessions: Sessions
beforeAll(async () => {
  store = await startStore()
  sessions = new Sessions(store.table, store.client)
})
afterAll(() => store?.stop())

const begun = async () => {
  const hash = tokenHash(newToken())
  await sessions.begin(hash, {
    ...{ staff: 'agent 00000000', role: 'agent', name: 'agent@example.com', csrf: newToken() },
    ...{ seenAt: now, endsAt: shifted(now, 3_600_000) },
  })
  return hash
}

test('colleagues are those who signed in since, each with the role that they have now', async () => {
  const signsIn = (staff: string, name: string, seenAt: string, role = 'agent') =>
    sessions.begin(tokenHash(newToken()), { staff, role, name, csrf: newToken(), seenAt, endsAt: shifted(now, 1) })
  await signsIn('agent 11111111', 'left@example.com', shifted(now, -2000))
  await signsIn('agent 22222222', 'zoe@example.com', shifted(now, -3000))
  await signsIn('agent 22222222', 'zoe@example.com', shifted(now, -1000))
  await signsIn('officer 33333333', 'ann@example.com', shifted(now, -500), 'officer')
  expect(await sessions.colleagues(shifted(now, -1000))).toEqual([
    { staff: 'officer 33333333', name: 'ann@example.com', role: 'officer' },
    { staff: 'agent 22222222', name: 'zoe@example.com', role: 'agent' },
  ])
})

test('a session looks up so many addresses and no more, however many are asked at once; another one has its own', async () => {
  const [hash, other] = [await begun(), await begun()]
  const answers = await Promise.all(Array.from({ length: 9 }, () => sessions.search(hash, 5)))
  expect(answers.filter((one) => one)).toHaveLength(5)
  expect(await sessions.search(hash, 5)).toBe(false)
  expect(await sessions.search(other, 5)).toBe(true)
  // It goes on all the same.
  expect(await sessions.use(hash, now, shifted(now, -1))).toMatchObject({ name: 'agent@example.com' })
  await sessions.end(other)
  expect(await sessions.search(other, 5)).toBe(false)
  expect(await sessions.use(other, now, shifted(now, -1))).toBeUndefined()
})

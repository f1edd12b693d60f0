import { afterAll, beforeAll, expect, test } from 'vitest'
import { Tokens } from '../../adapters/tokens.ts'
import { startStore } from './dynamodb-local.ts'

let store: Awaited<ReturnType<typeof startStore>>
let tokens: Tokens

beforeAll(async () => {
  store = await startStore()
  tokens = new Tokens(store.table, store.client)
})
afterAll(() => store?.stop())

test('a link is found by its hash until it expires, also while the table still holds it', async () => {
  await tokens.issue('token-hash', { reference: 'OB-0000-0000', purpose: 'manage' }, '2026-03-02T09:00:00Z')
  expect(await tokens.find('token-hash', Date.parse('2026-03-02T08:59:59Z'))).toMatchObject({ purpose: 'manage' })
  expect(await tokens.find('token-hash', Date.parse('2026-03-02T09:00:00Z'))).toBeUndefined()
})

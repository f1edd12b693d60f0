import { afterAll, beforeAll, expect, test } from 'vitest'
import { Codes } from '../../adapters/codes.ts'
import { codeHash, newCode } from '../../adapters/keys.ts'
import { startStore } from './dynamodb-local.ts'

let store: Awaited<ReturnType<typeof startStore>>
let codes: Codes

beforeAll(async () => {
  store = await startStore()
  codes = new Codes(store.table, store.client)
})
afterAll(() => store?.stop())

const [now, until, later] = ['2026-03-01T09:00:00.000Z', '2026-03-01T09:15:00.000Z', '2026-03-01T09:15:00.001Z']
const issued = async (reference: string, tries = 5) => {
  const code = newCode()
  await codes.issue(reference, codeHash(reference, code), until, tries)
  return (typed: string, at = now) =>
    codes.use(reference, codeHash(reference, typed), at).then((tried) => ({ tried, code }))
}

test('a code is right once', async () => {
  const code = newCode()
  await codes.issue('OB-CODE-0001', codeHash('OB-CODE-0001', code), until, 5)
  const use = () => codes.use('OB-CODE-0001', codeHash('OB-CODE-0001', code), now)
  expect(await use()).toBe('right')
  expect(await use()).toBe('over')
})

test('of many tries at once with the right code one is right', async () => {
  const code = newCode()
  await codes.issue('OB-CODE-0002', codeHash('OB-CODE-0002', code), until, 5)
  const tried = await Promise.all(
    Array.from({ length: 8 }, () => codes.use('OB-CODE-0002', codeHash('OB-CODE-0002', code), now)),
  )
  expect(tried.filter((one) => one === 'right')).toHaveLength(1)
  expect(tried.filter((one) => one === 'over')).toHaveLength(7)
})

test('wrong codes are counted, and after the last try the right one is over too', async () => {
  const use = await issued('OB-CODE-0003', 3)
  for (let n = 0; n < 3; n++) expect((await use('AAAA-AAAA')).tried).toBe('wrong')
  const { code } = await use('AAAA-AAAA')
  expect((await use(code)).tried).toBe('over')
})

test('a code is over at its end, before another is mailed, and where none was', async () => {
  const use = await issued('OB-CODE-0004')
  const { code } = await use('AAAA-AAAA')
  expect((await use(code, until)).tried).toBe('over')
  expect((await use(code, later)).tried).toBe('over')
  const newer = await issued('OB-CODE-0004')
  expect((await newer(code)).tried).toBe('wrong')
  expect(await codes.use('OB-CODE-0005', codeHash('OB-CODE-0005', code), now)).toBe('over')
})

test('a code counts for its own request only, however it is typed', () => {
  const code = '7K3M-01QF'
  for (const typed of ['7k3m01qf', ' 7K3M 01QF ', '7K3M-O1QF', '7K3M-0LQF', '7k3m-oiqf'])
    expect(codeHash('OB-CODE-0006', typed)).toBe(codeHash('OB-CODE-0006', code))
  expect(codeHash('OB-CODE-0007', code)).not.toBe(codeHash('OB-CODE-0006', code))
  expect(new Set(Array.from({ length: 1000 }, newCode)).size).toBe(1000)
  for (let n = 0; n < 100; n++) expect(newCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
})

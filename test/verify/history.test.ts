import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { main } from '../../bin/oblige.ts'
import { historyIn, verifyHistory } from '../../bin/verify/history.ts'

import { historyOf } from '../../domain/history.ts'
import type { Entry } from '../../domain/request.ts'
import { instant } from '../../domain/time.ts'
import { lived } from '../domain/sample.ts'
import { policy } from '../sample-policy.ts'
import { certificate, newKey, published, signed } from './signed.ts'

const folder = mkdtempSync(join(tmpdir(), 'oblige-history-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

const company = newKey()
const { request, history } = lived('erased')
const now = instant('2026-05-01T12:00:00Z')
const genuine = historyOf(request, history, policy, now)

/** Signed as functions/history signs. */
function inFile(name: string, what: object, by = company): string {
  const { certificate, signature } = signed(what, by)
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify({ history: certificate, signature }))
  return path
}

const keys = join(folder, 'keys.json')
writeFileSync(keys, JSON.stringify(published(company)))

async function oblige(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = []
  for (const way of ['log', 'error'] as const) vi.spyOn(console, way).mockImplementation((line) => lines.push(line))
  return { code: await main(args), said: lines.join('\n') }
}

test('a history that is whole and signed by a published key is valid, and read in its order', async () => {
  const { code, said } = await oblige('verify', inFile('history.json', genuine), '--keys', keys)
  expect([code, said.split('\n')[0]]).toEqual([0, expect.stringContaining(`its ${history.length} entries are whole`)])
  expect(said).toMatch(/1 +20\S+ +received +none to unverified/)
  expect((await oblige('verify', inFile('history.json', genuine))).code).toBe(2)
  expect((await oblige('verify', inFile('history.json', genuine, newKey()), '--keys', keys)).code).toBe(1)
})

test('a history fits the certificate of its own request alone', async () => {
  const file = inFile('history.json', genuine)
  const saved = (name: string, of: object) => {
    const path = join(folder, name)
    writeFileSync(path, JSON.stringify(signed(of, company)))
    return path
  }
  const own = certificate()
  const beside = (path: string) => oblige('verify', file, '--keys', keys, '--certificate', path)
  expect(await beside(saved('own.json', own))).toEqual({
    code: 0,
    said: expect.stringMatching(/The certificate was signed at its entry \d+/),
  })
  expect((await beside(saved('other.json', { ...own, reference: 'OB-0000-0000' }))).code).toBe(1)
  expect((await beside(saved('later.json', { ...own, historyHash: '1'.repeat(64) }))).code).toBe(1)
  const forged = JSON.parse(JSON.stringify(signed(own, company)))
  forged.certificate.erasedAt = now
  writeFileSync(join(folder, 'forged.json'), JSON.stringify(forged))
  expect((await beside(join(folder, 'forged.json'))).said).toContain('ALTERED')
})

test('whatever is changed, left out or moved breaks the chain, also when somebody with the key signed it', () => {
  const of = (entries: readonly Entry[], more = {}) => {
    const { certificate, signature } = signed({ ...genuine, entries, ...more }, company)
    return historyIn(JSON.parse(JSON.stringify({ history: certificate, signature })), 'test')
  }
  const verdictOf = (document: ReturnType<typeof of>) => verifyHistory(document).kind
  expect(verdictOf(of(history))).toBe('unproved')
  const at = fc.nat({ max: history.length - 1 })
  fc.assert(
    fc.property(at, at, fc.constantFrom('detail', 'drop', 'swap', 'cut'), (one, other, how) => {
      fc.pre(how !== 'swap' || one !== other)
      const entries = history.map((entry) => ({ ...entry }))
      if (how === 'detail') Object.assign(entries[one] ?? {}, { at: '2020-01-01T00:00:00.000Z' })
      if (how === 'drop') entries.splice(one, 1)
      if (how === 'swap') [entries[one], entries[other]] = [entries[other] as Entry, entries[one] as Entry]
      if (how === 'cut') entries.length = one
      expect(verdictOf(of(entries))).toBe('broken')
    }),
  )
})

test('what is no history says which field is wrong', async () => {
  const { code, said } = await oblige('verify', inFile('half.json', { ...genuine, entries: 'none' }), '--keys', keys)
  expect([code, said]).toEqual([2, expect.stringContaining('history.entries is missing or not as it should be')])
})

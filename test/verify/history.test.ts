import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { main } from '../../bin/oblige.ts'
import { historyIn, verifyHistory } from '../../bin/verify/history.ts'
import { anchorKey, anchorOf, type Head } from '../../domain/anchor.ts'
import { beginning, digestOf, type Entry, historyOf, sealed, type Untold } from '../../domain/history.ts'
import { type Day, instant } from '../../domain/time.ts'
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

test('an auditor’s file says what the person is not told, and each word of it has to fit its entry; the person’s has nothing of it', async () => {
  const untold: Untold = { n: 3, event: 'hold-set', detail: 'order, file 2026/18', salt: 'salt' }
  const chain: Entry[] = []
  for (const { hash: _, ...entry } of history) {
    const neutral = { ...entry, event: 'noted' as const, digest: digestOf(untold) }
    const previous = chain.at(-1)?.hash ?? beginning
    chain.push(sealed({ ...(entry.n === 3 ? neutral : entry), previous }))
  }
  const head = { ...request, historyHash: chain.at(-1)?.hash ?? '' }
  const verified = (beside?: readonly Untold[]) =>
    oblige('verify', inFile('untold.json', historyOf(head, chain, policy, now, beside)), '--keys', keys)
  const auditor = await verified([untold])
  expect([auditor.code, auditor.said]).toEqual([0, expect.stringMatching(/hold-set .*order, file 2026\/18/)])
  const person = await verified()
  expect([person.code, person.said]).toEqual([0, expect.stringMatching(/ noted /)])
  expect(person.said).not.toMatch(/hold|2026\/18/)
  for (const wrong of [[], [{ ...untold, detail: 'order, file 2026/19' }]])
    expect(await verified(wrong)).toEqual({ code: 1, said: expect.stringContaining('BROKEN: entry 3') })
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

/** Anchors of days, each with heads, put into a folder of their own as the bucket has them. */
function anchored(name: string, days: ReadonlyArray<readonly [day: string, heads: readonly Head[]]>, by = company) {
  const place = join(folder, name)
  let previous = beginning
  for (const [i, [day, heads]] of days.entries()) {
    const anchor = anchorOf({ day: day as Day, part: 1, previous }, heads, policy)
    const { certificate, signature } = signed(anchor, i === days.length - 1 ? by : company)
    const file = join(place, anchorKey({ day: day as Day, part: 1 }))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify({ anchor: certificate, signature }))
    previous = createHash('sha256')
      .update(canonicalize(anchor) ?? '')
      .digest('hex')
  }
  return place
}
const headAt = (n: number): Head => {
  const { hash } = history[n - 1] as Entry
  return { reference: genuine.reference, n, hash }
}

test('a history that was replaced as a whole, signed and in order, is not the one that was anchored', async () => {
  const days = [
    ['2026-02-27', [headAt(2)]],
    ['2026-02-28', [{ reference: 'OB-0000-0000', n: 9, hash: '9'.repeat(64) }]],
    ['2026-04-30', [headAt(history.length)]],
  ] as const
  const anchors = anchored('anchors', days)
  const compared = (file: string, place = anchors) => oblige('verify', file, '--keys', keys, '--anchors', place)
  const { code, said } = await compared(inFile('history.json', genuine))
  expect([code, said]).toEqual([
    0,
    expect.stringContaining(`Up to entry ${history.length} it is as it was at the end of`),
  ])

  let previous = beginning
  const anew = history.map(({ hash: _, ...entry }, i) => {
    const changed = sealed({ ...entry, previous, ...(i === 1 ? { detail: 'written anew' } : {}) })
    previous = changed.hash
    return changed
  })
  const replaced = inFile('anew.json', { ...genuine, entries: anew, historyHash: previous })
  expect((await oblige('verify', replaced, '--keys', keys)).code).toBe(0)
  expect(await compared(replaced)).toEqual({ code: 1, said: expect.stringContaining('REPLACED') })
  const cut = history.slice(0, -1)
  const shorter = { ...genuine, entries: cut, historyHash: cut.at(-1)?.hash, historyLength: cut.length }
  expect(await compared(inFile('cut.json', shorter))).toEqual({ code: 1, said: expect.stringContaining('REPLACED') })
  // A file that was made before the last of its entries was written lacks nothing.
  const earlier = { ...shorter, at: '2026-04-30T01:00:00.000Z' }
  expect((await compared(inFile('earlier.json', earlier))).said).toContain('Up to entry 2')
  const before = anchored('before', days.slice(1, 2))
  expect((await compared(inFile('history.json', genuine), before)).said).toContain('None of the anchors names')
})

test('anchors that were changed, forged or taken away prove nothing, and say so', async () => {
  const days = [
    ['2026-02-27', [headAt(1)]],
    ['2026-02-28', [headAt(2)]],
    ['2026-03-01', [headAt(3)]],
  ] as const
  const file = inFile('history.json', genuine)
  const compared = (place: string) => oblige('verify', file, '--keys', keys, '--anchors', place)
  const forged = anchored('forged', days, newKey())
  expect(await compared(forged)).toEqual({ code: 1, said: expect.stringContaining('NO ANCHORS: that of 2026-03-01') })
  const gone = anchored('gone', days)
  rmSync(join(gone, 'anchors', '2026-02-28'), { recursive: true })
  expect(await compared(gone)).toEqual({ code: 1, said: expect.stringContaining('NO ANCHORS: that of 2026-03-01') })
  const changed = anchored('changed', days)
  const one = join(changed, anchorKey({ day: '2026-02-28' as Day, part: 1 }))
  writeFileSync(one, readFileSync(one, 'utf8').replace('"part":1', '"part":2'))
  expect(await compared(changed)).toEqual({ code: 1, said: expect.stringContaining('NO ANCHORS: that of 2026-02-28') })
  expect(await compared(join(folder, 'nowhere'))).toEqual({ code: 2, said: expect.stringContaining('no folder') })
  writeFileSync(one, '{"anchor": 1}')
  expect(await compared(changed)).toEqual({ code: 2, said: expect.stringContaining('is not an anchor of Oblige') })
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

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CopyFacts, type Covered, Package, type PackageFacts } from '../../package/package.ts'
import type { DataRecord } from '../../systems/contract.ts'
import { bucket, type Office, openOffice, signing } from './office.ts'
import { all, factsOf, file, packageFacts, row } from './sample.ts'
import { jsonOf, linesOf, sha256, unpacked } from './unpacked.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.stop())

let made = 0
const reference = () => `OB-TEST-${String(made++).padStart(4, '0')}`
const never = () => false

/** Gathers what a system gives, all in one slice. */
const gather = (of: string, system: string, records: Iterable<DataRecord>, facts: CopyFacts = factsOf(), round = 1) =>
  new Package(office.gatherer(system), bucket, of, round).gather(system, all(records), { n: 1, enough: never }, facts)

async function assembled(facts: PackageFacts, round = 1): Promise<Buffer> {
  const { done } = await new Package(office.packer(), bucket, facts.reference, round).assemble(facts, signing, {
    enough: never,
  })
  const answer = await fetch(await new Package(office.giver(), bucket, facts.reference, round).address(60, 'copy.zip'))
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="copy.zip"')
  const zip = Buffer.from(await answer.arrayBuffer())
  expect(done?.bytes).toBe(zip.length)
  return zip
}

const covered = (system: string, category: string, found: number, outcome: Covered['outcome'] = 'given'): Covered => ({
  system,
  category,
  found,
  outcome,
})

describe('a copy', () => {
  test('holds every record and every file as they were, with checksums of all of them in what is signed', async () => {
    const facts = packageFacts(
      [covered('accounts', 'identity', 2), covered('files', 'content', 3), covered('billing', 'payment', 0, 'none')],
      { reference: reference() },
    )
    await gather(facts.reference, 'accounts', [
      row('identity', 'accounts', { id: 'a-1', name: 'Ada 😀', createdAt: '2024-01-02T03:04:05Z' }),
      row('identity', 'accounts', { id: 'a-1', name: '=cmd|x', createdAt: new Date('2025-01-02T03:04:05Z') }),
    ])
    await gather(facts.reference, 'files', [
      file('letter.txt', 'hello '.repeat(100_000)),
      file('letter.txt', 'older', { current: false, versionId: 'v-0' }),
      file('photos/summer.JPG', Buffer.from([1, 2, 3])),
    ])
    await gather(facts.reference, 'billing', [])
    const zip = await assembled(facts)
    const files = await unpacked(zip)
    expect([...files.keys()][0]).toBe('index.html')
    expect(linesOf(files, 'data/accounts/identity/accounts-0001.jsonl')).toEqual([
      { id: 'a-1', name: 'Ada 😀', createdAt: '2024-01-02T03:04:05Z' },
      { id: 'a-1', name: '=cmd|x', createdAt: '2025-01-02T03:04:05.000Z' },
    ])
    expect(files.get('data/accounts/identity/accounts-0001.csv')?.toString()).toContain("'=cmd|x")
    expect(files.get('data/files/content/files/letter.txt')?.toString()).toBe('hello '.repeat(100_000))
    expect(files.get('data/files/content/older-versions/letter.txt')?.toString()).toBe('older')
    expect(files.get('data/files/content/files/photos/summer.JPG')).toEqual(Buffer.from([1, 2, 3]))

    const { manifest } = jsonOf<{ manifest: Record<string, { path: string; sha256: string }[]> }>(
      files,
      'manifest.json',
    )
    const sums = new Map(manifest.files?.map(({ path, sha256 }) => [path, sha256]))
    for (const list of manifest.lists ?? []) {
      sums.set(list.path, list.sha256)
      for (const line of files.get(list.path)?.toString().trimEnd().split('\n') ?? [])
        sums.set(line.slice(66), line.slice(0, 64))
    }
    expect(
      new Map([...files].filter(([path]) => path !== 'manifest.json').map(([path, it]) => [path, sha256(it)])),
    ).toEqual(new Map([...sums].sort(([a], [b]) => [...files.keys()].indexOf(a) - [...files.keys()].indexOf(b))))
    expect(office.denied).toEqual([])
  })
})

test.runIf(existsSync('/usr/bin/unzip'))('unzip finds nothing wrong with it', async () => {
  const facts = packageFacts([covered('files', 'content', 2)], { reference: reference() })
  await gather(facts.reference, 'files', [file('Ä 😀.txt', 'x'.repeat(99_999)), file('b.png', 'y')])
  const folder = mkdtempSync(join(tmpdir(), 'oblige-unzip-'))
  writeFileSync(join(folder, 'copy.zip'), await assembled(facts))
  const said = execFileSync('unzip', ['-t', join(folder, 'copy.zip')], { encoding: 'utf8' })
  expect(said).toContain('No errors detected')
  rmSync(folder, { recursive: true })
})

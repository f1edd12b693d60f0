import { mkdirSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { main } from '../../bin/oblige.ts'
import { assembled, covered, gather, newReference } from '../package/copy.ts'
import { openOffice, publishedKeys } from '../package/office.ts'
import { file, packageFacts, row } from '../package/sample.ts'
import { unpacked } from '../package/unpacked.ts'
import { newKey, published } from './signed.ts'

const folder = mkdtempSync(join(tmpdir(), 'oblige-verify-copy-'))
const keys = join(folder, 'keys.json')
const zip = join(folder, 'copy.zip')
const letter = 'data/files/content/files/Größe 😀.txt'
let files: Map<string, Buffer>

beforeAll(async () => {
  const office = await openOffice()
  const reference = newReference()
  await gather(office, reference, 'accounts', [row('identity', 'accounts', { id: 'a-1', invitedBy: 'Bob' })])
  await gather(office, reference, 'files', [file('Größe 😀.txt', 'a letter'), file('a.png', 'picture')])
  const facts = packageFacts([covered('accounts', 'identity', 1), covered('files', 'content', 3)], { reference })
  writeFileSync(zip, await assembled(office, facts))
  writeFileSync(keys, JSON.stringify(publishedKeys))
  files = await unpacked(readFileSync(zip))
  await office.stop()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

let made = 0
/** The copy as somebody unpacked it. */
function unpackedCopy(): string {
  const place = join(folder, `unpacked-${made++}`)
  for (const [path, content] of files) {
    mkdirSync(dirname(join(place, path)), { recursive: true })
    writeFileSync(join(place, path), content)
  }
  return place
}

async function oblige(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = []
  for (const way of ['log', 'error'] as const) vi.spyOn(console, way).mockImplementation((line) => lines.push(line))
  const code = await main(['verify', ...args])
  return { code, said: lines.join('\n') }
}

describe('a copy that is what the company signed', () => {
  test('is valid by the published keys, as the zip and as a folder, and its coverage is put into words', async () => {
    for (const place of [zip, unpackedCopy()]) {
      const { code, said } = await oblige(place, '--keys', keys)
      expect([said, code]).toEqual([expect.stringContaining(`VALID: all ${files.size} files of`), 0])
      expect(said).toMatch(/accounts +identity +given +1 records +1 redacted/)
      expect(said).toMatch(/files +content +given +2 of 3 records/)
      expect(said).toMatch(/billing +payment +missing/)
      expect(said).toMatch(/Complete +NO, see below/)
    }
  })

  test('is not called valid without keys to compare with', async () => {
    expect(await oblige(zip)).toEqual({ code: 2, said: expect.stringContaining('NOT PROVED') })
  })
})

describe('a copy that somebody changed', () => {
  test.each([letter, 'index.html', 'checksums/files-0001.sha256'])('is found out by one byte of %s', async (path) => {
    const place = unpackedCopy()
    const content = Buffer.from(files.get(path) ?? '')
    content[3] = (content[3] ?? 0) ^ 1
    writeFileSync(join(place, path), content)
    const { code, said } = await oblige(place, '--keys', keys)
    expect([said, code]).toEqual([expect.stringContaining(`Changed:\n  ${path}`), 1])
  })

  test('is found out when a file is taken away, or put to it', async () => {
    const place = unpackedCopy()
    unlinkSync(join(place, letter))
    writeFileSync(join(place, 'invoice.html'), 'pay here')
    const { code, said } = await oblige(place, '--keys', keys)
    expect(code).toBe(1)
    expect(said).toContain(`Not there:\n  ${letter}`)
    expect(said).toContain('Covered by no signature:\n  invoice.html')
  })

  test('is found out in the zip itself', async () => {
    const content = readFileSync(zip)
    // The letter's few bytes are deflated where its name ends.
    const at = content.indexOf(Buffer.from(letter)) + Buffer.byteLength(letter) + 4
    content.writeUInt8(content.readUInt8(at) ^ 1, at)
    const changed = join(folder, 'changed.zip')
    writeFileSync(changed, content)
    expect(await oblige(changed, '--keys', keys)).toEqual({ code: 1, said: expect.stringContaining(letter) })
  })

  test('is found out when its manifest says something else, or when another key signed it', async () => {
    const place = unpackedCopy()
    const manifest = join(place, 'manifest.json')
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"missing"', '"none"'))
    expect(await oblige(place, '--keys', keys)).toEqual({ code: 1, said: expect.stringContaining('ALTERED') })
    const strangers = join(folder, 'strangers.json')
    writeFileSync(strangers, JSON.stringify(published(newKey())))
    expect(await oblige(zip, '--keys', strangers)).toEqual({
      code: 1,
      said: expect.stringContaining('SIGNED BY ANOTHER KEY'),
    })
  })
})

describe('what is no copy', () => {
  test('is not decided: a zip that is cut off, and a folder without a manifest', async () => {
    const cut = join(folder, 'cut.zip')
    writeFileSync(cut, readFileSync(zip).subarray(0, -30))
    expect(await oblige(cut, '--keys', keys)).toEqual({ code: 2, said: expect.stringContaining('is not a whole zip') })
    const place = unpackedCopy()
    unlinkSync(join(place, 'manifest.json'))
    expect(await oblige(place, '--keys', keys)).toEqual({ code: 2, said: expect.stringContaining('no manifest.json') })
  })
})

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { main } from '../../bin/oblige.ts'
import { certificate, correction, mailing, newKey, published, restriction, signed, weighing } from './signed.ts'

const folder = mkdtempSync(join(tmpdir(), 'oblige-verify-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

const company = newKey()
const stranger = newKey()
const genuine = signed(certificate(), company)
const keys = saved('keys.json', published(newKey(), company))
const file = saved('certificate.json', genuine)

function saved(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2))
  return path
}

async function oblige(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = []
  for (const way of ['log', 'error'] as const) vi.spyOn(console, way).mockImplementation((line) => lines.push(line))
  const code = await main(args)
  return { code, said: lines.join('\n') }
}

describe('a certificate that is what the company signed', () => {
  test('is valid by the published keys, and its statement is put into words', async () => {
    const { code, said } = await oblige('verify', file, '--keys', keys)
    expect(code).toBe(0)
    expect(said).toContain('VALID')
    expect(said).toContain('Müller & Söhne “Büro”')
    expect(said).toMatch(/billing +payment +kept +15 records +because of invoices, until 20\d\d-/)
    expect(said).toContain('Told to erase  Example Pay')
    expect(said).toMatch(/Promised by +20\S+ \(kept\)/)
  })

  test('of a correction says in words what was corrected where, and what was not and why', async () => {
    const { code, said } = await oblige(
      'verify',
      saved('correction.json', signed(correction(), company)),
      '--keys',
      keys,
    )
    expect(code).toBe(0)
    expect(said).toContain('VALID')
    expect(said).toMatch(/name +identity +corrected/)
    expect(said).toMatch(/payer +payment +noted +because of correct +statement kept-with-records/)
    expect(said).toMatch(/accounts +identity +name +corrected +2 records/)
    expect(said).toMatch(/Promised by +20\S+ \(kept\)/)
    const altered = signed(correction(), company)
    const changed = { ...altered, certificate: { ...altered.certificate, items: [] } }
    expect((await oblige('verify', saved('correction.json', changed), '--keys', keys)).code).toBe(1)
  })

  test('of a restriction says since when, who ended it and after which notice; of objections what stopped and what goes on', async () => {
    const saying = async (what: { readonly historyLength: number }) => {
      const { code, said } = await oblige('verify', saved('other.json', signed(what, company)), '--keys', keys)
      expect(code).toBe(0)
      const changed = signed(what, company)
      const altered = { ...changed, certificate: { ...changed.certificate, historyLength: 99 } }
      expect((await oblige('verify', saved('other.json', altered), '--keys', keys)).code).toBe(1)
      return said
    }
    const ended = await saying(restriction())
    expect(ended).toMatch(/Unavailable +since 20/)
    expect(ended).toMatch(/Ended +20\S+, by the company/)
    expect(ended).toMatch(/Told before +20/)
    expect(ended).toMatch(/accounts +identity +released +2 records/)
    const stopped = await saying(mailing())
    expect(stopped).toMatch(/No mails since +20\S+, of any list/)
    expect(stopped).toMatch(/Promised by +20\S+ \(kept\)/)
    const weighed = await saying(weighing())
    expect(weighed).toMatch(/content +stopped/)
    expect(weighed).toMatch(/identity +goes-on +because of compelling/)
  })

  test('is valid however its file is laid out, because the signature is over the canonical form', async () => {
    const turned = {
      signature: genuine.signature,
      certificate: Object.fromEntries(Object.entries(genuine.certificate).reverse()),
    }
    expect((await oblige('verify', saved('turned.json', JSON.stringify(turned)), '--keys', keys)).code).toBe(0)
  })

  test('is not called valid without keys to compare with', async () => {
    const { code, said } = await oblige('verify', file)
    expect(code).toBe(2)
    expect(said).toContain('NOT PROVED')
    expect(said).toContain('--keys')
  })

  test('is checked with keys that the privacy centre serves', async () => {
    const server = createServer((_, response) => response.end(JSON.stringify(published(company))))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const { code } = await oblige('verify', file, '--keys', `http://127.0.0.1:${port}/.well-known/jwks.json`)
    server.close()
    expect(code).toBe(0)
    const gone = await oblige('verify', file, '--keys', `http://127.0.0.1:${port}/.well-known/jwks.json`)
    expect(gone.code).toBe(2)
    expect(gone.said).toContain('Nothing was decided')
  })
})

describe('a certificate that is not what the company signed', () => {
  test.each([
    ['a later promise', { promisedBy: '2099-01-01T00:00:00.000Z' }],
    ['a count', { coverage: genuine.certificate.coverage.map((line, n) => (n === 0 ? { ...line, count: 3 } : line)) }],
    ['a line less', { coverage: genuine.certificate.coverage.slice(1) }],
    ['a field more', { note: 'all fine' }],
  ])('is altered by %s', async (_, change) => {
    const altered = { ...genuine, certificate: { ...genuine.certificate, ...change } }
    const { code, said } = await oblige('verify', saved('altered.json', altered), '--keys', keys)
    expect(code).toBe(1)
    expect(said).toContain('ALTERED')
  })

  test('is never valid once a single character of what was signed is another', async () => {
    const text = JSON.stringify(genuine)
    const end = text.indexOf(',"signature"')
    for (let at = text.indexOf('"v":1'); at < end; at += 37) {
      const changed = text[at] === '7' ? '8' : '7'
      const path = saved('byte.json', text.slice(0, at) + changed + text.slice(at + 1))
      const { code } = await oblige('verify', path, '--keys', keys)
      // Some changes leave no JSON, or no certificate: that is not decided, and never valid.
      expect([1, 2]).toContain(code)
    }
  })

  test('is altered when its signature is another one, or names another key', async () => {
    const { signature } = genuine
    const swapped = { ...signature, value: signed({ ...certificate(), v: 2 }, company).signature.value }
    const renamed = { ...signature, kid: 'x', jwk: { ...signature.jwk, kid: 'x' } }
    for (const one of [swapped, renamed]) {
      const path = saved('signature.json', { ...genuine, signature: one })
      expect((await oblige('verify', path, '--keys', keys)).code).toBe(1)
      expect((await oblige('verify', path)).code).toBe(1)
    }
  })

  test('is signed by another key when a forger signs it well', async () => {
    const forged = saved('forged.json', signed(certificate(), stranger))
    const { code, said } = await oblige('verify', forged, '--keys', keys)
    expect(code).toBe(1)
    expect(said).toContain('SIGNED BY ANOTHER KEY')
  })

  test('does not pass with a forger’s key under the name of the company’s', async () => {
    const { signature, certificate: what } = signed(certificate(), stranger)
    const { kid } = genuine.signature
    const forged = { certificate: what, signature: { ...signature, kid, jwk: { ...signature.jwk, kid } } }
    expect((await oblige('verify', saved('named.json', forged), '--keys', keys)).code).toBe(1)
  })
})

describe('what cannot be checked', () => {
  test.each([
    ['is missing', () => join(folder, 'nowhere.json'), 'There is no file'],
    ['is a folder', () => folder, 'There is no manifest.json'],
    [
      'is cut off',
      () => saved('cut.json', JSON.stringify(genuine).slice(0, 400)),
      'is not JSON; perhaps it is cut off',
    ],
    ['is another JSON', () => saved('other.json', { hello: 1 }), 'is not a certificate of Oblige'],
    ['carries a field that no signature covers', () => saved('more.json', { ...genuine, seal: 'gold' }), 'seal'],
    ['is too large', () => saved('large.json', ' '.repeat(1_000_001)), 'too large'],
  ])('is told in one sentence when the file %s', async (_, path, sentence) => {
    const { code, said } = await oblige('verify', path(), '--keys', keys)
    expect(code).toBe(2)
    expect(said).toContain(sentence)
    expect(said).not.toContain('    at ')
  })

  test('is told when the keys are no keys, or come unprotected over a network', async () => {
    expect((await oblige('verify', file, '--keys', file)).said).toContain('is not a set of keys')
    expect((await oblige('verify', file, '--keys', 'http://privacy.example.com/.well-known/jwks.json')).said).toContain(
      'https',
    )
  })

  test.each<[string[]]>([[[]], [['verify']], [['sign', 'x']], [['verify', 'x', '--loud']]])(
    'is answered with the usage for %j',
    async (args) => {
      const { code, said } = await oblige(...args)
      expect(code).toBe(2)
      expect(said).toContain('Usage: oblige verify FILE')
    },
  )

  test('never steers the terminal', async () => {
    const hostile = signed({ ...certificate(), company: '\u001b[2Jgone\u0007' }, company)
    const { said } = await oblige('verify', saved('hostile.json', hostile), '--keys', keys)
    expect(said).toContain('[2Jgone')
    expect(said.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  })
})

test('the command runs from a shell and ends with its exit code', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, '../../bin/oblige.js'), ...args], { encoding: 'utf8' })
  expect(run('verify', file, '--keys', keys)).toMatchObject({ status: 0, stdout: expect.stringContaining('VALID') })
  expect(run('verify', join(folder, 'nowhere.json'))).toMatchObject({ status: 2, stdout: '' })
})

describe('the recipe of docs/certificate.md', () => {
  const recipe = /```sh\n([\s\S]+?)```/.exec(
    readFileSync(new URL('../../docs/certificate.md', import.meta.url), 'utf8'),
  )
  const installed = ['openssl', 'jq'].every((tool) => spawnSync(tool, ['--version']).error === undefined)
  const check = (document: unknown): string => {
    const own = mkdtempSync(join(folder, 'recipe-'))
    writeFileSync(join(own, 'certificate.json'), JSON.stringify(document, null, 2))
    writeFileSync(join(own, 'keys.json'), readFileSync(keys))
    return execFileSync('sh', ['-c', recipe?.[1] ?? 'exit 9'], { cwd: own, encoding: 'utf8', stdio: 'pipe' })
  }

  test.runIf(installed)('verifies a genuine certificate with openssl alone', () => {
    for (let n = 0; n < 4; n++) expect(check(signed(certificate(), company))).toContain('Verified OK')
  })

  test.runIf(installed)('refuses an altered one and one by another key', () => {
    expect(() => check({ ...genuine, certificate: { ...genuine.certificate, company: 'Another' } })).toThrow()
    expect(() => check(signed(certificate(), stranger))).toThrow()
  })
})

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'vcard4'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aboutData } from '../../package/front/about.ts'
import { Package } from '../../package/package.ts'
import { promise } from '../promise.ts'
import { assembled, covered, gather, never, newReference } from './copy.ts'
import { bucket, type Office, openOffice, signing } from './office.ts'
import { all, factsOf, file, packageFacts, policy, row } from './sample.ts'
import { jsonOf, linesOf, sha256, unpacked } from './unpacked.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.stop())

type Manifest = {
  coverage: { system: string; category: string; outcome: string; found: number; included: number; redacted: number }[]
  files: { path: string; sha256: string }[]
  lists: { path: string; sha256: string }[]
  notPartOf: string[]
}
const manifestOf = (files: ReadonlyMap<string, Buffer>) =>
  jsonOf<{ manifest: Manifest }>(files, 'manifest.json').manifest

describe('a copy of everything', () => {
  promise(
    'N1',
    'every record and file is in the copy as it was, and the signed manifest covers each of them',
    async () => {
      const reference = newReference()
      await gather(office, reference, 'accounts', [
        row('identity', 'accounts', { id: 'a-1', name: 'Ada 😀', createdAt: '2024-01-02T03:04:05Z' }),
        row('identity', 'accounts', { id: 'a-1', name: '=cmd|x', createdAt: new Date('2025-01-02T03:04:05Z') }),
      ])
      await gather(office, reference, 'files', [
        file('letter.txt', 'hello '.repeat(100_000)),
        file('letter.txt', 'older', { current: false, versionId: 'v-0' }),
        file('photos/summer.JPG', Buffer.from([1, 2, 3])),
      ])
      await gather(office, reference, 'billing', [])
      const coverage = [
        covered('accounts', 'identity', 2),
        covered('files', 'content', 3),
        covered('files', 'identity', 0),
        covered('billing', 'payment', 0),
      ]
      const files = await unpacked(await assembled(office, packageFacts(coverage, { reference })))
      expect([...files.keys()].slice(0, 3)).toEqual(['index.html', 'about.html', 'about.json'])
      expect(linesOf(files, 'data/accounts/identity/accounts-0001.jsonl')).toEqual([
        { id: 'a-1', name: 'Ada 😀', createdAt: '2024-01-02T03:04:05Z' },
        { id: 'a-1', name: '=cmd|x', createdAt: '2025-01-02T03:04:05.000Z' },
      ])
      expect(files.get('data/files/content/files/letter.txt')?.toString()).toBe('hello '.repeat(100_000))
      expect(files.get('data/files/content/older-versions/letter.txt')?.toString()).toBe('older')
      expect(files.get('data/files/content/files/photos/summer.JPG')).toEqual(Buffer.from([1, 2, 3]))
      expect(linesOf(files, 'data/files/content/files-0001.jsonl')).toMatchObject([
        { file: 'data/files/content/files/letter.txt', name: 'letter.txt', current: true, bytes: 600_000 },
        { file: 'data/files/content/older-versions/letter.txt', version: 'v-0', current: false },
        { file: 'data/files/content/files/photos/summer.JPG', sha256: sha256(Buffer.from([1, 2, 3])) },
      ])

      const { files: own, lists } = manifestOf(files)
      const sums = [...own, ...lists].map(({ path, sha256 }) => `${sha256}  ${path}`)
      for (const { path } of lists) sums.push(...(files.get(path)?.toString().trimEnd().split('\n') ?? []))
      const there = [...files]
        .filter(([path]) => path !== 'manifest.json')
        .map(([path, it]) => `${sha256(it)}  ${path}`)
      expect(sums.toSorted()).toEqual(there.toSorted())
      // Each could do its part with what its role may do, and nothing else.
      expect(office.denied).toEqual([])
    },
  )

  test('says of every system and category what was found, and names what is missing and why', async () => {
    const reference = newReference()
    await gather(office, reference, 'accounts', [row('identity', 'accounts', { id: 'a-1' })])
    const late = { ...covered('billing', 'payment', 0, 'missing'), reason: 'TimeoutError' }
    const files = await unpacked(
      await assembled(office, packageFacts([covered('accounts', 'identity', 3), late], { reference })),
    )
    expect(manifestOf(files).coverage).toEqual([
      { system: 'accounts', category: 'identity', outcome: 'given', found: 3, included: 1, files: 0, redacted: 0 },
      // Nobody said anything of the files: that is no answer, and never taken for "nothing found".
      { system: 'files', category: 'content', outcome: 'missing', found: 0, included: 0, files: 0, redacted: 0 },
      { system: 'files', category: 'identity', outcome: 'missing', found: 0, included: 0, files: 0, redacted: 0 },
      { ...late, included: 0, files: 0, redacted: 0 },
    ])
    const page = files.get('index.html')?.toString()
    expect(page).toContain('3 records were counted, and 1 are in this copy')
    expect(page).toContain('without what is listed below as missing')
  })

  test('cannot be made when a system is said to have given something that was never gathered', async () => {
    const facts = packageFacts([covered('accounts', 'identity', 1)], { reference: newReference() })
    const copy = new Package(office.packer(), bucket, facts.reference, 1)
    await expect(copy.assemble(facts, signing, { enough: never })).rejects.toThrow('nothing of it was gathered')
  })

  test('of somebody about whom nothing is held is a copy too, and says so', async () => {
    const reference = newReference()
    for (const system of ['accounts', 'files', 'billing']) await gather(office, reference, system, [])
    const nothing = [
      covered('accounts', 'identity', 0),
      covered('files', 'content', 0),
      covered('files', 'identity', 0),
      covered('billing', 'payment', 0),
    ]
    const files = await unpacked(await assembled(office, packageFacts(nothing, { reference })))
    expect([...files.keys()]).toEqual(['index.html', 'about.html', 'about.json', 'manifest.json'])
    expect(
      files
        .get('index.html')
        ?.toString()
        .match(/Nothing was found here\./g),
    ).toHaveLength(4)
  })

  test('tells of its company what Article 15 asks for, in words and as data', async () => {
    const reference = newReference()
    const files = await unpacked(await assembled(office, packageFacts([], { reference, language: 'de' })))
    expect(jsonOf(files, 'about.json')).toMatchObject({
      controller: { name: 'Sample Office', country: 'Deutschland' },
      officer: 'officer@example.com',
      categories: [
        { category: 'identity', purpose: 'A name others see', source: 'You', recipients: ['Example Cloud'] },
        { category: 'content', provided: true, systems: ['Files'] },
        {
          category: 'payment',
          kept: [
            'bis Sie die Löschung verlangen',
            expect.stringContaining('unter 16 Jahren'),
            expect.stringContaining('10 Jahre'),
          ],
        },
      ],
      recipients: [
        { name: 'Example Cloud', country: 'Deutschland', transfer: false },
        { name: 'Example Pay', country: 'Niederlande', transfer: false },
      ],
      automatedDecisions: policy.automatedDecisions?.de,
      complaint: { url: 'https://authority.example.org/' },
      rights: expect.objectContaining({ length: 6 }),
    })
    const facts = packageFacts([], { reference, language: 'en' })
    const removing = { ...facts, policy: { ...facts.policy, inactivity: { after: 'P180D', grace: 'P60D' } } }
    expect(aboutData(removing as unknown as typeof facts).categories[0]?.kept[1]).toBe(
      'those of an account that nobody uses for 180 days: until 60 days after we wrote to you about it',
    )
    expect(files.get('about.html')?.toString()).toContain('Eine Bonitätsprüfung entscheidet nach Punkten')
  })

  test('shows that there is something about another person, and not what', async () => {
    const reference = newReference()
    const replies = [
      { author: 'Bob Else', text: 'hi' },
      { author: null, text: 'ho' },
    ]
    await gather(office, reference, 'accounts', [
      row('identity', 'accounts', { id: 'a-1', replies, invitedBy: { name: 'Carol Else' } }),
      row('identity', 'accounts', { id: 'a-2', replies: '[{"author":"Bob Else"}]' }),
    ])
    const zip = await assembled(office, packageFacts([covered('accounts', 'identity', 2)], { reference }))
    const files = await unpacked(zip)
    for (const [path, content] of files) expect(content.toString(), path).not.toContain('Else')
    const mark = '[about another person]'
    expect(linesOf(files, 'data/accounts/identity/accounts-0001.jsonl')).toEqual([
      {
        id: 'a-1',
        replies: [
          { author: mark, text: 'hi' },
          { author: null, text: 'ho' },
        ],
        invitedBy: mark,
      },
      { id: 'a-2', replies: mark },
    ])
    expect(manifestOf(files).coverage[0]).toMatchObject({ redacted: 3 })
  })

  test('describes its records by a JSON Schema made from them', async () => {
    const reference = newReference()
    await gather(office, reference, 'accounts', [
      row('identity', 'accounts', { id: 'a-1', n: 1, at: '2024-01-02T03:04:05Z', day: '2024-01-02', tags: ['a'] }),
      row('identity', 'accounts', { id: 'a-2', n: 1.5, at: new Date(0), day: '2024-01-03', tags: [], extra: null }),
    ])
    const files = await unpacked(
      await assembled(office, packageFacts([covered('accounts', 'identity', 2)], { reference })),
    )
    expect(jsonOf(files, 'data/accounts/identity/accounts.schema.json')).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      required: ['id', 'n', 'at', 'day', 'tags'],
      properties: {
        id: { type: 'string' },
        n: { type: 'number' },
        at: { type: 'string', format: 'date-time' },
        day: { type: 'string', format: 'date' },
        tags: { type: 'array', items: { type: 'string' } },
        extra: { type: 'null' },
      },
    })
  })
})

describe('data to take along', () => {
  test('are only what the person provided, with a card that other services read', async () => {
    const reference = newReference()
    const right = 'portability' as const
    const ada = { id: 'a-1', first: 'Ada,', last: 'Lovelace; 😀', email: 'ada@example.org' }
    const { receipts } = await gather(office, reference, 'accounts', [row('identity', 'accounts', ada)], { right })
    expect(receipts).toEqual([{ category: 'identity', outcome: 'done', count: 1 }])
    const given = await gather(office, reference, 'billing', [row('payment', 'invoice', { total: 7 })], { right })
    expect(given.receipts).toEqual([])
    const facts = packageFacts([covered('accounts', 'identity', 1)], { reference, right })
    const files = await unpacked(await assembled(office, facts))
    expect(manifestOf(files).notPartOf).toEqual(['payment'])
    expect([...files.keys()].filter((path) => path.includes('billing'))).toEqual([])
    const card = files.get('data/accounts/identity/accounts-0001.vcf')?.toString() ?? ''
    expect(card).toBe(
      'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada\\, Lovelace\\; 😀\r\nEMAIL:ada@example.org\r\nEND:VCARD\r\n',
    )
    expect(() => parse(card)).not.toThrow()
    expect(files.get('index.html')?.toString()).toContain('Not among these data')
  })
})

describe('a system that answers late', () => {
  test('completes the copy in a later round, with what the others gave before', async () => {
    const reference = newReference()
    await gather(office, reference, 'accounts', [row('identity', 'accounts', { id: 'a-1' })])
    const billing = new Package(office.gatherer('billing'), bucket, reference, 1)
    const invoice = (id: number) => row('payment', 'invoice', { id }, String(id))
    // It gives a part and then nothing more: what it gave is no whole, and stays out.
    await billing.gather('billing', all([invoice(1), invoice(2)]), { n: 1, enough: () => true }, factsOf())
    const first = [covered('accounts', 'identity', 1), covered('billing', 'payment', 2, 'missing')]
    const before = await unpacked(await assembled(office, packageFacts(first, { reference })))
    expect([...before.keys()].filter((path) => path.includes('billing'))).toEqual([])

    await gather(office, reference, 'billing', [invoice(1), invoice(2)], { round: 2 })
    const second = [covered('accounts', 'identity', 1), covered('billing', 'payment', 2)]
    const after = await unpacked(await assembled(office, packageFacts(second, { reference }), 2))
    expect(linesOf(after, 'data/accounts/identity/accounts-0001.jsonl')).toEqual([{ id: 'a-1' }])
    expect(linesOf(after, 'data/billing/payment/invoice-0001.jsonl')).toEqual([{ id: 1 }, { id: 2 }])
  })
})

describe('the finished zip', () => {
  test.runIf(existsSync('/usr/bin/unzip'))('has nothing that unzip or sha256sum would find wrong', async () => {
    const reference = newReference()
    await gather(office, reference, 'files', [
      file('Ä 😀.txt', 'x'.repeat(99_999)),
      file('b.png', 'y'),
      file('empty', ''),
    ])
    const folder = mkdtempSync(join(tmpdir(), 'oblige-unzip-'))
    const zip = await assembled(office, packageFacts([covered('files', 'content', 3)], { reference }))
    writeFileSync(join(folder, 'copy.zip'), zip)
    const said = execFileSync('unzip', ['-t', join(folder, 'copy.zip')], { encoding: 'utf8' })
    expect(said).toContain('No errors detected')
    execFileSync('unzip', ['-q', join(folder, 'copy.zip'), '-d', join(folder, 'copy')])
    const checked = execFileSync('sha256sum', ['-c', 'checksums/files-0001.sha256'], { cwd: join(folder, 'copy') })
    expect(checked.toString().match(/: OK$/gm)).toHaveLength(5)
    rmSync(folder, { recursive: true })
  })

  test('is fetched by an address that ends, fits nothing else, and goes on where a download broke off', async () => {
    const reference = newReference()
    const zip = await assembled(office, packageFacts([], { reference }))
    const address = await new Package(office.giver(), bucket, reference, 1).address(900, 'copy "of" data.zip')
    const rest = await fetch(address, { headers: { range: 'bytes=100-' } })
    expect([rest.status, rest.headers.get('content-disposition')]).toEqual([
      206,
      'attachment; filename="copy__of__data.zip"',
    ])
    expect(Buffer.from(await rest.arrayBuffer()).equals(zip.subarray(100))).toBe(true)

    const other = await fetch(address.replace(reference, 'OB-OTHER'))
    expect([other.status, await other.text()]).toEqual([403, expect.stringContaining('SignatureDoesNotMatch')])
    const longer = await fetch(address.replace('X-Amz-Expires=900', 'X-Amz-Expires=90000'))
    expect(longer.status).toBe(403)
    await office.clock.advance('PT14M50S')
    expect((await fetch(address)).status).toBe(200)
    await office.clock.advance('PT11S')
    const late = await fetch(address)
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('Request has expired')])
  })
})

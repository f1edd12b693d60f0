import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { ListMultipartUploadsCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageKey, seriesKeys } from '../../package/keys.ts'
import { Package } from '../../package/package.ts'
import { Fuse } from '../../systems/contract-kit.ts'
import { assembled, covered, fetched, gather, never, newReference } from './copy.ts'
import { bucket, type Office, openOffice, signing } from './office.ts'
import { all, factsOf, file, packageFacts, row } from './sample.ts'
import { linesOf, unpacked } from './unpacked.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.stop())

const keysUnder = async (Prefix: string) =>
  (await office.everything.send(new ListObjectsV2Command({ Bucket: bucket, Prefix }))).Contents?.map(
    ({ Key }) => Key,
  ) ?? []
const uploadsUnder = async (Prefix: string) =>
  (await office.everything.send(new ListMultipartUploadsCommand({ Bucket: bucket, Prefix }))).Uploads ?? []

describe('what people write', () => {
  test('is no formula in a spreadsheet, and stays what it was in JSON: signs, every script and emoji', async () => {
    const reference = newReference()
    const texts = [
      '=cmd|x',
      '+1',
      '-2+3',
      '@sum',
      '\tx',
      '\rx',
      '＝1',
      'ok "quoted", and; more',
      'line\nbreak',
      '👩‍🚀 العربية 日本語 हिन्दी',
      '\ud800',
    ]
    await gather(
      office,
      reference,
      'accounts',
      texts.map((note, id) => row('identity', 'accounts', { id, note, n: -5 })),
    )
    for (const [language, delimiter] of [
      ['en', ','],
      ['de', ';'],
    ] as const) {
      await gather(
        office,
        reference,
        'accounts',
        texts.map((note, id) => row('identity', 'accounts', { id, note, n: -5 })),
        { language },
      )
      const facts = packageFacts([covered('accounts', 'identity', texts.length)], { reference, language })
      const files = await unpacked(await assembled(office, facts))
      const csv = files.get('data/accounts/identity/accounts-0001.csv')?.toString() ?? ''
      expect(csv.startsWith(`\ufeffid${delimiter}note${delimiter}n\r\n`)).toBe(true)
      for (const text of texts.slice(0, 7)) expect(csv).toContain(`'${text}`)
      // A number is no formula.
      expect(csv).toContain(`${delimiter}-5\r\n`)
      expect(
        linesOf(files, 'data/accounts/identity/accounts-0001.jsonl').map((one) => (one as { note: string }).note),
      ).toEqual(texts.map((text) => text.toWellFormed()))
    }
  })

  test('is never cut: a text too long for a cell says where it stands whole', async () => {
    const reference = newReference()
    const long = 'long '.repeat(10_000)
    await gather(office, reference, 'accounts', [row('identity', 'accounts', { id: 1, long })])
    const files = await unpacked(
      await assembled(office, packageFacts([covered('accounts', 'identity', 1)], { reference })),
    )
    expect(linesOf(files, 'data/accounts/identity/accounts-0001.jsonl')).toEqual([{ id: 1, long }])
    expect(files.get('data/accounts/identity/accounts-0001.csv')?.toString()).toContain(
      '[too long for a spreadsheet: the full text is in accounts-0001.jsonl]',
    )
  })
})

describe('a file that cannot be read to its end', () => {
  async function* torn() {
    yield randomBytes(9_000_000)
    throw new Error('the connection is gone')
  }

  test.each([
    ['breaks off', { body: async () => Readable.from(torn()), size: 10_000_000 }],
    ['is shorter than the system said', { size: 12 }],
    ['is not given at all', { body: () => Promise.reject(new Error('denied')) }],
  ])('fails its slice when it %s, leaves nothing half, and a retry is whole', async (_, more) => {
    const reference = newReference()
    const whole = [file('a.bin', randomBytes(9_000_000)), file('b.txt', 'letter')]
    await expect(gather(office, reference, 'files', [...whole, file('c.png', 'picture', more)])).rejects.toThrow()
    const keys = seriesKeys('files', reference, 1)
    expect(await keysUnder(`segments/files/${reference}/`)).toEqual([keys.state])
    expect(await uploadsUnder(`segments/files/${reference}/`)).toEqual([])

    await gather(office, reference, 'files', [...whole, file('c.png', 'picture')])
    const files = await unpacked(await assembled(office, packageFacts([covered('files', 'content', 3)], { reference })))
    expect(files.get('data/files/content/files/c.png')?.toString()).toBe('picture')
  })
})

/** Three slices of files, 12 MB in all, so that segments are copied as parts and small ones are joined. */
const contents = [6_000_000, 1_000, 5_500_000, 2_000, 700_000].map((size) => randomBytes(size))
const records = contents.map((content, n) => file(`file ${n}.jpg`, content, {}, String(n + 1)))
const facts = (reference: string) =>
  packageFacts([covered('files', 'content', contents.length), covered('accounts', 'identity', 0)], { reference })

/** Gathers in slices of two files and puts together part by part; a slice that dies is called again from where it began. */
async function made(reference: string, fuses: () => Fuse): Promise<number> {
  let deaths = 0
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await work()
      } catch (error) {
        if ((error as Error).name !== 'Killed') throw error
        deaths++
      }
    }
  }
  let from = '0'
  for (let n = 1; ; n++) {
    const step = await alive(() => {
      let taken = 0
      const slice = { n, enough: () => ++taken >= 2 }
      const copy = new Package(office.gatherer('files', fuses()), bucket, reference, 1)
      return copy.gather('files', all(records.slice(Number(from))), slice, factsOf())
    })
    if (step.next === undefined) break
    from = step.next
  }
  let next: string | undefined
  for (;;) {
    const step = await alive(() =>
      new Package(office.packer(fuses()), bucket, reference, 1).assemble(facts(reference), signing, {
        ...(next === undefined ? {} : { from: next }),
        enough: () => true,
      }),
    )
    if (step.done) return deaths
    next = step.next
  }
}

async function expectWhole(reference: string): Promise<void> {
  const files = await unpacked(await fetched(office, reference))
  for (const [n, content] of contents.entries())
    expect(files.get(`data/files/content/files/file ${n}.jpg`)?.equals(content), `file ${n}`).toBe(true)
  expect([...files.keys()].filter((path) => path.startsWith('checksums/'))).toHaveLength(3)
}

describe('an instance that dies', () => {
  test('at any call is called again, and the copy is whole', async () => {
    // Each instance dies at its call number n, unless it has done its part before; the one after it lives.
    for (let n = 1; ; n++) {
      const reference = newReference()
      let turn = 0
      const deaths = await made(reference, () => (turn++ % 2 === 0 ? new Fuse(n) : new Fuse()))
      await expectWhole(reference)
      if (deaths === 0) {
        expect(n).toBeGreaterThan(5)
        break
      }
    }
  }, 300_000)

  test('at four fifths of an upload loses that part of it, not what came before', async () => {
    const reference = newReference()
    const large = [0, 1, 2, 3, 4].map((n) => file(`${n}.jpg`, randomBytes(8 * 2 ** 20), {}, String(n + 1)))
    const copy = (fuse?: Fuse) => new Package(office.gatherer('files', fuse), bucket, reference, 1)
    // Calls: the state, the upload's beginning, and of its five full parts the fourth is the last that gets through.
    await expect(copy(new Fuse(6)).gather('files', all(large), { n: 1, enough: never }, factsOf())).rejects.toThrow(
      'nobody heard',
    )
    const [upload] = await uploadsUnder(`segments/files/${reference}/`)
    expect(upload).toBeDefined()
    await copy().gather('files', all(large), { n: 1, enough: never }, factsOf())
    const files = await unpacked(await assembled(office, packageFacts([covered('files', 'content', 5)], { reference })))
    expect([...files.keys()].filter((path) => path.endsWith('.jpg'))).toHaveLength(5)
    // What the dead one had sent goes when the copy is deleted.
    await new Package(office.discarder(), bucket, reference, 1).discard()
    expect(await uploadsUnder('segments/')).not.toContainEqual(upload)
  })
})

describe('two copies at once', () => {
  test('of two requests, and of the same one twice, are each whole', async () => {
    const [one, two] = [newReference(), newReference()]
    await Promise.all([made(one, () => new Fuse()), made(two, () => new Fuse())])
    await Promise.all([assembled(office, facts(one)), assembled(office, facts(one)), assembled(office, facts(two))])
    await expectWhole(one)
    await expectWhole(two)
  })

  test('never mix: a segment that was written again meanwhile stops the one that meant the old one', async () => {
    const reference = newReference()
    await made(reference, () => new Fuse())
    const copy = new Package(office.packer(), bucket, reference, 1)
    const { next = '' } = await copy.assemble(facts(reference), signing, { enough: () => true })
    const Key = seriesKeys('files', reference, 1).segment(2)
    await office.everything.send(new PutObjectCommand({ Bucket: bucket, Key, Body: randomBytes(6_000_000) }))
    await expect(copy.assemble(facts(reference), signing, { from: next, enough: never })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    })
  })
})

describe('a copy that is deleted', () => {
  test('leaves nothing of any round, and others stay', async () => {
    const [gone, stays] = [newReference(), newReference()]
    for (const reference of [gone, stays])
      for (const round of [1, 2]) {
        await gather(office, reference, 'files', [file('a.txt', 'x')], { round })
        await assembled(office, packageFacts([covered('files', 'content', 1)], { reference }), round)
      }
    await new Package(office.discarder(), bucket, gone, 1).discard()
    const all = await keysUnder('')
    expect(all.filter((key) => key?.includes(gone))).toEqual([])
    expect(all).toContain(packageKey(stays, 2))
    // There is nothing to do, and that is no error.
    await new Package(office.discarder(), bucket, gone, 1).discard()
  })
})

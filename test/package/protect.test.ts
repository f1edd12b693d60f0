import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { BlobReader, configure, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPromise } from 'yauzl'
import { openArchive } from '../../bin/verify/archive.ts'
import { packageKey } from '../../package/keys.ts'
import { Package } from '../../package/package.ts'
import { cut, keysFrom, packed, wrongWith } from '../../package/passphrase.ts'
import { after, before } from '../../package/winzip-aes.ts'
import { Fuse, Killed } from '../../systems/contract-kit.ts'
import { long } from '../long.ts'
import { newReference } from './copy.ts'
import { bucket, type Office, openOffice } from './office.ts'

const passphrase = 'four Quiet "horses" on a hill'
let office: Office
const folder = mkdtempSync(join(tmpdir(), 'oblige-protect-'))
beforeAll(async () => {
  configure({ useWebWorkers: false })
  office = await openOffice()
})
afterAll(async () => {
  await office?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const packagedAt = '2026-03-03T10:00:00.000Z'

/** A copy of so many bytes, and its protected file, made in as many slices as it has parts. */
async function protectedCopy(content: Buffer) {
  const reference = newReference()
  await office.everything.send(new PutObjectCommand({ Bucket: bucket, Key: packageKey(reference, 1), Body: content }))
  const copy = new Package(office.protector(), bucket, reference, 1)
  // As they are kept between two calls.
  const kept = packed(await keysFrom(passphrase))
  let [from, slices, bytes] = [undefined as string | undefined, 0, 0]
  do {
    const slice = { enough: () => true, ...(from === undefined ? {} : { from }) }
    const done = await copy.protect({ bytes: content.length, packagedAt }, cut(kept), slice)
    from = done.next
    bytes = done.bytes ?? 0
    slices++
  } while (from !== undefined)
  const answer = await fetch(await new Package(office.giver(), bucket, reference, 1).address(60, 'copy.zip', true))
  return { reference, slices, bytes, zip: Buffer.from(await answer.arrayBuffer()) }
}

/** What zip.js, which knows nothing of our code, reads with a passphrase. */
async function opened(zip: Buffer, password: string) {
  const reader = new ZipReader(new BlobReader(new Blob([Uint8Array.from(zip)])))
  const [entry] = await reader.getEntries()
  if (!entry || entry.directory) throw new Error('there is no entry')
  return {
    name: entry.filename,
    at: entry.lastModDate,
    content: await entry.getData(new Uint8ArrayWriter(), { password, checkSignature: true }),
  }
}

test.each([
  ['less than a block of the cipher', 7, 1],
  ['whole blocks', 4096, 1],
  ['three parts, a slice each', 20_000_000, 3],
])(
  'a copy of %s opens with the passphrase in another program, byte for byte',
  async (_, size, slices) => {
    const content = randomBytes(size)
    const made = await protectedCopy(content)
    expect(made.slices).toBe(slices)
    expect(made.zip.length).toBe(made.bytes)
    const { name, content: read } = await opened(made.zip, passphrase)
    expect(name).toBe(`copy-${made.reference}.zip`)
    expect(createHash('sha256').update(read).digest('hex')).toBe(createHash('sha256').update(content).digest('hex'))
    expect(made.zip.includes(content.subarray(0, 7))).toBe(false)
  },
  60_000,
)

test('killed at any call and asked again, as its function asks, it is the same content', long, async () => {
  const content = randomBytes(9_000_000)
  const kept = packed(await keysFrom(passphrase))
  /** @returns calls until it was made, where nothing died */
  const made = async (at?: number): Promise<number> => {
    const reference = newReference()
    await office.everything.send(new PutObjectCommand({ Bucket: bucket, Key: packageKey(reference, 1), Body: content }))
    const fuses = [new Fuse(at), new Fuse()]
    let from: string | undefined
    for (;;) {
      const [fuse] = fuses
      const copy = new Package(office.protector(fuse), bucket, reference, 1)
      const slice = { enough: () => true, ...(from === undefined ? {} : { from }) }
      try {
        const { next, bytes } = await copy.protect({ bytes: content.length, packagedAt }, cut(kept), slice)
        from = next
        if (bytes === undefined) continue
        const file = await fetch(await new Package(office.giver(), bucket, reference, 1).address(60, 'copy.zip', true))
        const { content: read } = await opened(Buffer.from(await file.arrayBuffer()), passphrase)
        expect(content.equals(read)).toBe(true)
        return fuse?.calls ?? 0
      } catch (error) {
        if (error instanceof Killed) fuses.shift()
        else if (error instanceof Error && error.name === 'NoSuchUpload') from = undefined
        else throw error
      }
    }
  }
  const calls = await made()
  expect(calls).toBeGreaterThan(5)
  for (let at = 1; at <= calls; at++) await made(at)
})

test('no other passphrase opens it, and a byte that was changed is noticed', async () => {
  const { zip } = await protectedCopy(randomBytes(10_000))
  for (const wrong of ['four quiet "horses" on a hill', `${passphrase} `, 'x'])
    await expect(opened(zip, wrong)).rejects.toThrow()
  zip[5_000] = (zip[5_000] ?? 0) ^ 1
  await expect(opened(zip, passphrase)).rejects.toThrow()
})

test('two copies with the same passphrase have nothing in common', async () => {
  const content = Buffer.alloc(10_000, 'the same')
  const [one, other] = [await protectedCopy(content), await protectedCopy(content)]
  expect(one.zip.subarray(100, 1_000).equals(other.zip.subarray(100, 1_000))).toBe(false)
})

test('a copy of more than 4 GB is told of by zip64', async () => {
  const keys = await keysFrom(passphrase)
  const entry = { name: 'copy.zip', modified: new Date(packagedAt), size: 5 * 2 ** 30 }
  const file = join(folder, 'large.zip')
  // Where the content would be is a hole: only what says where it is is read.
  const front = before(entry, keys)
  writeFileSync(file, front)
  truncateSync(file, front.length + entry.size)
  writeFileSync(file, after(entry, keys, Buffer.alloc(10)), { flag: 'a' })
  const archive = await openPromise(file, { autoClose: false })
  for await (const { uncompressedSize, compressedSize, compressionMethod } of archive.eachEntry())
    expect({ uncompressedSize, compressedSize, compressionMethod }).toEqual({
      uncompressedSize: entry.size,
      compressedSize: entry.size + 28,
      compressionMethod: 99,
    })
  archive.close()
})

test('whoever verifies a protected copy is told to open it first', async () => {
  const { zip } = await protectedCopy(randomBytes(1_000))
  const file = join(folder, 'protected.zip')
  writeFileSync(file, zip)
  await expect(openArchive(file)).rejects.toThrow('protected with a passphrase')
})

test('a passphrase is long, and of signs that every program reads alike', () => {
  expect(wrongWith(passphrase)).toBeUndefined()
  expect(wrongWith('elevensigns')).toBe('length')
  expect(wrongWith('x'.repeat(100))).toBe('length')
  expect(wrongWith('drei grüne Äpfel')).toBe('signs')
  expect(wrongWith('a tab\tin between')).toBe('signs')
})

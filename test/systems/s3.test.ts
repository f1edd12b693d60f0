import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { S3Policy } from '../../policy/systems.ts'
import type { FileData } from '../../systems/contract.ts'
import { Fuse, laws, slice, type World } from '../../systems/contract-kit.ts'
import { S3System } from '../../systems/s3/s3.ts'
import { promise } from '../promise.ts'
import { bucket as name, openBucket, type Bucket as Store } from './bucket.ts'
import { copied, recordsIn } from './copied.ts'
import { House } from './house.ts'

let house: House
let store: Store
beforeAll(async () => {
  ;[house, store] = await Promise.all([House.open(), openBucket()])
})
afterAll(async () => {
  await store?.stop()
  house?.close()
})

const Bucket = name
const part: S3Policy = {
  kind: 's3',
  label: { en: 'Files' },
  bucket: Bucket,
  prefixes: [
    { prefix: 'accounts/{account}/', category: 'content' },
    { prefix: 'avatars/{account}/', category: 'identity' },
  ],
}
const canary = 'Iris Vane-Okonkwo'
/** Ten tags are all that an object can have: ours takes the place of one meanwhile. */
const tenTags = Array.from(
  { length: 10 },
  (_, n) => `${n === 9 ? 'author' : `tag${n}`}=${encodeURIComponent(n === 9 ? canary : `${n}`)}`,
).join('&')
const subject = { keys: { account: ['a-1'] } }
const system = (batch = 2) => new S3System('files', part, store.oblige(new Fuse()), house.places(new Fuse()), batch)

async function versions(prefix = '') {
  const page = await store.application.send(new ListObjectVersionsCommand({ Bucket, Prefix: prefix }))
  return { versions: page.Versions ?? [], markers: page.DeleteMarkers ?? [] }
}

async function emptied(): Promise<void> {
  const page = await versions()
  const Objects = [...page.versions, ...page.markers].map(({ Key, VersionId }) => ({ Key, VersionId }))
  if (Objects.length > 0) await store.application.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }))
}

const put = (Key: string, Body: string | Uint8Array, Tagging?: string) =>
  store.application.send(new PutObjectCommand({ Bucket, Key, Body, ...(Tagging ? { Tagging } : {}) }))

/** What lies under a person's prefix, by category. */
const fill: Readonly<Record<string, (id: string) => Promise<void>>> = {
  async content(id) {
    await put(`accounts/${id}/letter.txt`, `first draft of ${canary}`, tenTags)
    await put(`accounts/${id}/letter.txt`, `second draft of ${canary}`)
    await put(`accounts/${id}/scan.bin`, new Uint8Array([0, 255, 13, 10]), 'kind=scan&empty=')
    await store.application.send(new DeleteObjectCommand({ Bucket, Key: `accounts/${id}/scan.bin` }))
  },
  async identity(id) {
    for (const n of [1, 2, 3]) await put(`avatars/${id}/${n} ä+&.png`, `${canary} ${n}`, 'kind=avatar')
  },
}

/** A world of some of the prefixes. */
const worldOf = (prefixes: S3Policy['prefixes']): World => ({
  system: (fuse, batch) => new S3System('files', { ...part, prefixes }, store.oblige(fuse), house.places(fuse), batch),
  async seed() {
    await house.emptyVault()
    await emptied()
    for (const id of ['a-1', 'a-2']) for (const { category } of prefixes) await fill[category]?.(id)
  },
  subject,
  other: { keys: { account: ['a-2'] } },
  nobody: { keys: { account: ['a'] } },
  async seen(of) {
    const id = of.keys.account?.[0]
    const listed = []
    for (const { prefix } of prefixes)
      listed.push(...(await versions(prefix.replace('{account}', () => String(id)))).versions)
    const read = await Promise.all(
      listed.map(async ({ Key, VersionId }) => {
        try {
          const which = { Bucket, Key, VersionId }
          const { Body, ContentType } = await store.application.send(new GetObjectCommand(which))
          const { TagSet } = await store.application.send(new GetObjectTaggingCommand(which))
          const content = await Body?.transformToString('latin1')
          return [JSON.stringify([Key, VersionId, content, ContentType, TagSet])]
        } catch (error) {
          if (error instanceof Error && error.name === 'AccessDenied') return []
          throw error
        }
      }),
    )
    return read.flat()
  },
  async write() {
    await put('accounts/a-1/new.txt', 'written meanwhile')
  },
  kept: 'identity',
  erased: 'content',
  canary,
  vault: () => house.vaultText(),
})

const world = worldOf(part.prefixes)
/** Every law kills verbs in a small world; with OBLIGE_TEST_THOROUGH=1 in the whole one, which takes minutes. */
const small = process.env.OBLIGE_TEST_THOROUGH ? {} : { small: worldOf(part.prefixes.slice(0, 1)) }
const patience = 300_000
for (const { name, prove } of laws({ ...world, ...small })) test(name, prove, patience)

promise('N4', 'an erasure leaves no version of a file and no delete marker that still names it', async () => {
  await world.seed()
  await system().restrict(subject, slice('OB-TEST-0005'))
  await system().erase(subject, [], slice('OB-TEST-0005'))
  for (const prefix of ['accounts/a-1/', 'avatars/a-1/'])
    expect(await versions(prefix)).toEqual({ versions: [], markers: [] })
})

promise('N3', 'the application can neither read a restricted file nor take the tag off, nor put one on', async () => {
  await world.seed()
  await system().restrict(subject, slice('OB-TEST-0006'))
  const [first] = (await versions('accounts/a-1/')).versions
  const which = { Bucket, Key: first?.Key, VersionId: first?.VersionId }
  const untag = new PutObjectTaggingCommand({ ...which, Tagging: { TagSet: [] } })
  await expect(store.application.send(new GetObjectCommand(which))).rejects.toMatchObject({ name: 'AccessDenied' })
  await expect(store.application.send(untag)).rejects.toMatchObject({ name: 'AccessDenied' })
  await expect(put('accounts/a-1/x', 'x', 'oblige-restricted=x')).rejects.toMatchObject({ name: 'AccessDenied' })
})

test('a delete marker stays as it is through a restriction and a release', async () => {
  await world.seed()
  const before = (await versions('accounts/a-1/')).markers
  await system().restrict(subject, slice('OB-TEST-0007'))
  await system().release(subject, slice('OB-TEST-0007'))
  expect((await versions('accounts/a-1/')).markers).toEqual(before)
  expect(before).toHaveLength(1)
})

test("a key that reaches beyond its own folder is refused: somebody else's files could lie there", async () => {
  for (const account of ['', 'a-1/../a-2', 'a-1/b'])
    await expect(system().erase({ keys: { account: [account] } }, [], slice('OB-TEST-0008'))).rejects.toMatchObject({
      name: 'UnsafeKey',
    })
})

test('a file is streamed in an export, restricted or not', async () => {
  await world.seed()
  await system().restrict(subject, slice('OB-TEST-0009'))
  const contents: string[] = []
  for await (const { data } of system().export(subject)) {
    const pieces: Uint8Array[] = []
    for await (const piece of await (data as FileData).body()) pieces.push(piece)
    contents.push(Buffer.concat(pieces).toString('latin1'))
  }
  expect(contents).toHaveLength(6)
  expect(contents).toContain(`first draft of ${canary}`)
})

test('a copy made while files change, vanish and appear holds each as it was at one moment, and misses none that stayed', async () => {
  await house.emptyVault()
  await emptied()
  /** A file of one letter, too large to be read before its turn: with another letter in it, it would be torn. */
  const of = (letter: string) => Buffer.alloc(1_500_000, letter)
  for (const n of [1, 2, 3, 4]) await put(`accounts/a-1/${n}.txt`, of('a'))
  const writing: Promise<unknown>[] = []
  const files = await copied('files', 'content', system(1), subject, async (slice) => {
    // Written while the slice reads: nobody waits for it.
    if (slice <= 5) writing.push(put('accounts/a-1/2.txt', of('bcdef'[slice - 1] ?? '')))
    const [gone] = (await versions('accounts/a-1/3.txt')).versions
    if (slice === 1) {
      const which = { Bucket, Key: gone?.Key, VersionId: gone?.VersionId }
      await store.application.send(new DeleteObjectCommand(which))
    }
    if (slice === 2) await put('accounts/a-1/5.txt', of('z'))
  })
  await Promise.all(writing)
  const records = recordsIn(files) as ReadonlyArray<{ file: string; name: string; bytes: number; sha256: string }>
  for (const { file, bytes } of records) {
    const content = files.get(file) ?? Buffer.alloc(0)
    expect([content.length, bytes], file).toEqual([1_500_000, 1_500_000])
    expect(content.equals(of(String.fromCharCode(content[0] ?? 0))), file).toBe(true)
  }
  expect(new Set(records.map(({ name }) => name))).toEqual(new Set(['1.txt', '2.txt', '4.txt', '5.txt']))
})

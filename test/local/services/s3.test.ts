import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  DeleteObjectTaggingCommand,
  GetBucketAclCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  ListPartsCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { S3 } from '../../../local/s3/s3.ts'
import { clientSetting, serveAlone } from './serve-alone.ts'

const state = mkdtempSync(join(tmpdir(), 'oblige-s3-'))
const clock = { instant: () => '2026-03-29T01:30:00.000Z' }
const start = () => serveAlone(new S3({ state, clock, largest: 12_000_000 }))
let alone: Awaited<ReturnType<typeof start>>
let s3: S3Client

beforeAll(async () => {
  alone = await start()
  s3 = new S3Client(clientSetting(alone.url))
})
afterAll(async () => {
  s3.destroy()
  await alone.stop()
  rmSync(state, { recursive: true })
})

let made = 0
/** A new bucket that keeps versions. */
async function versioned(): Promise<string> {
  const Bucket = `versioned-${made++}`
  await s3.send(new CreateBucketCommand({ Bucket }))
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }))
  return Bucket
}
async function plain(): Promise<string> {
  const Bucket = `plain-${made++}`
  await s3.send(new CreateBucketCommand({ Bucket }))
  return Bucket
}
const put = (Bucket: string, Key: string, Body: string | Buffer, more: object = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }))
async function bytes(Bucket: string, Key: string, more: object = {}): Promise<Buffer> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, ...more }))
  return Buffer.from((await Body?.transformToByteArray()) ?? [])
}

test('every byte comes back, with its metadata, whether sent whole or as a stream in chunks', async () => {
  const Bucket = await plain()
  const content = randomBytes(3_000_000)
  const Key = 'ordner/Größe & 100% + "x" <y>.bin'
  await put(Bucket, Key, content, { ContentType: 'image/png', Metadata: { owner: 'a b' }, CacheControl: 'no-store' })
  expect((await bytes(Bucket, Key)).equals(content)).toBe(true)
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }))
  expect(head).toMatchObject({ ContentType: 'image/png', ContentLength: 3_000_000, CacheControl: 'no-store' })
  expect(head.Metadata).toEqual({ owner: 'a b' })
  expect(head.ChecksumCRC32).toMatch(/^.{6}==$/)
  expect(head.LastModified?.toISOString()).toBe(clock.instant())

  await s3.send(
    new PutObjectCommand({
      Bucket,
      Key: 'stream',
      Body: Readable.from([content.subarray(0, 70_001), content.subarray(70_001)]),
      ContentLength: content.length,
    }),
  )
  const { Body, ContentEncoding } = await s3.send(new GetObjectCommand({ Bucket, Key: 'stream' }))
  expect(Buffer.from((await Body?.transformToByteArray()) ?? []).equals(content)).toBe(true)
  expect(ContentEncoding).toBeUndefined()
})

test('an empty object is an object', async () => {
  const Bucket = await plain()
  await put(Bucket, 'empty', Buffer.alloc(0))
  expect((await bytes(Bucket, 'empty')).length).toBe(0)
})

test('a bucket can stand in the host name', async () => {
  const Bucket = await plain()
  await put(Bucket, 'a/b', 'hello')
  const port = new URL(alone.url).port
  const { request } = await import('node:http')
  const answered = await new Promise<string>((resolve, reject) =>
    request({ host: '127.0.0.1', port, path: '/a/b', headers: { host: `${Bucket}.localhost:${port}` } }, (answer) =>
      answer.setEncoding('utf8').on('data', resolve),
    )
      .on('error', reject)
      .end(),
  )
  expect(answered).toBe('hello')
})

test('ranges are cut out of the object, at its end too', async () => {
  const Bucket = await plain()
  await put(Bucket, 'ten', '0123456789')
  const range = async (Range: string) => (await bytes(Bucket, 'ten', { Range })).toString()
  expect(await range('bytes=2-4')).toBe('234')
  expect(await range('bytes=7-')).toBe('789')
  expect(await range('bytes=-3')).toBe('789')
  expect(await range('bytes=8-99')).toBe('89')
  await expect(range('bytes=10-')).rejects.toMatchObject({ name: 'InvalidRange', $metadata: { httpStatusCode: 416 } })
})

test('a versioned bucket keeps every version behind a delete marker, and gives each one up for good', async () => {
  const Bucket = await versioned()
  const { VersionId: first } = await put(Bucket, 'note', 'one')
  const { VersionId: second } = await put(Bucket, 'note', 'two')
  const marker = await s3.send(new DeleteObjectCommand({ Bucket, Key: 'note' }))
  expect(marker.DeleteMarker).toBe(true)
  await expect(bytes(Bucket, 'note')).rejects.toMatchObject({ name: 'NoSuchKey' })
  expect((await bytes(Bucket, 'note', { VersionId: first })).toString()).toBe('one')
  await expect(bytes(Bucket, 'note', { VersionId: marker.VersionId })).rejects.toMatchObject({
    name: 'MethodNotAllowed',
  })

  const listed = await s3.send(new ListObjectVersionsCommand({ Bucket }))
  expect(listed.Versions?.map(({ VersionId, IsLatest }) => [VersionId, IsLatest])).toEqual([
    [second, false],
    [first, false],
  ])
  expect(listed.DeleteMarkers).toMatchObject([{ VersionId: marker.VersionId, IsLatest: true, Key: 'note' }])

  const undone = await s3.send(new DeleteObjectCommand({ Bucket, Key: 'note', VersionId: marker.VersionId }))
  expect(undone.DeleteMarker).toBe(true)
  expect((await bytes(Bucket, 'note')).toString()).toBe('two')
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'note', VersionId: second }))
  expect((await bytes(Bucket, 'note')).toString()).toBe('one')
  await expect(bytes(Bucket, 'note', { VersionId: second })).rejects.toMatchObject({ name: 'NoSuchVersion' })
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'note', VersionId: first }))
  expect((await s3.send(new ListObjectVersionsCommand({ Bucket }))).Versions).toBeUndefined()
})

test('a bucket without versions overwrites and deletes; one whose versions are suspended keeps the older ones', async () => {
  const Bucket = await plain()
  expect((await put(Bucket, 'k', '1')).VersionId).toBeUndefined()
  await put(Bucket, 'k', '2')
  expect((await s3.send(new ListObjectVersionsCommand({ Bucket }))).Versions).toMatchObject([{ VersionId: 'null' }])
  const enable = (Status: 'Enabled' | 'Suspended') =>
    s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }))
  await enable('Enabled')
  const { VersionId } = await put(Bucket, 'k', '3')
  await enable('Suspended')
  expect((await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBe('Suspended')
  await put(Bucket, 'k', '4')
  const versions = (await s3.send(new ListObjectVersionsCommand({ Bucket }))).Versions
  expect(versions?.map((one) => one.VersionId)).toEqual(['null', VersionId])
  expect((await bytes(Bucket, 'k', { VersionId: 'null' })).toString()).toBe('4')
})

test('tags belong to a version, are at most ten, and are what IAM is told of reading, not of putting or deleting', async () => {
  const Bucket = await versioned()
  const { VersionId } = await put(Bucket, 'file', 'x', { Tagging: 'colour=deep%20blue&restricted=OB-1' })
  await put(Bucket, 'file', 'y')
  const tags = async (more: object = {}) =>
    (await s3.send(new GetObjectTaggingCommand({ Bucket, Key: 'file', ...more }))).TagSet
  expect(await tags()).toEqual([])
  expect(await tags({ VersionId })).toEqual([
    { Key: 'colour', Value: 'deep blue' },
    { Key: 'restricted', Value: 'OB-1' },
  ])
  const tag = (TagSet: { Key: string; Value: string }[], more: object = {}) =>
    s3.send(new PutObjectTaggingCommand({ Bucket, Key: 'file', Tagging: { TagSet }, ...more }))
  await tag([{ Key: 'a', Value: '<&>'.replace(/[<&>]/g, '-') }], { VersionId })
  expect(await tags({ VersionId })).toEqual([{ Key: 'a', Value: '---' }])
  await s3.send(new DeleteObjectTaggingCommand({ Bucket, Key: 'file', VersionId }))
  expect(await tags({ VersionId })).toEqual([])
  const eleven = Array.from({ length: 11 }, (_, i) => ({ Key: `k${i}`, Value: '' }))
  await expect(tag(eleven)).rejects.toMatchObject({ name: 'BadRequest' })
  await tag(eleven.slice(1))
  await expect(tag([{ Key: 'a<b', Value: '' }])).rejects.toMatchObject({ name: 'InvalidTag' })
  const twice = [
    { Key: 'a', Value: '' },
    { Key: 'a', Value: '1' },
  ]
  await expect(tag(twice)).rejects.toMatchObject({ name: 'InvalidTag' })

  await tag([{ Key: 'restricted', Value: 'OB-2' }])
  alone.asked()
  await bytes(Bucket, 'file')
  const resource = `arn:aws:s3:::${Bucket}/file`
  const context = { 's3:ExistingObjectTag/restricted': ['OB-2'] }
  expect(alone.asked()).toEqual([{ action: 's3:GetObject', resource, context }])
  await bytes(Bucket, 'file', { VersionId })
  expect(alone.asked()).toEqual([{ action: 's3:GetObjectVersion', resource, context: {} }])
  await tags()
  expect(alone.asked()).toEqual([{ action: 's3:GetObjectTagging', resource, context }])
  await put(Bucket, 'file', 'z', { Tagging: 't=1' })
  const request = { 's3:RequestObjectTag/t': ['1'], 's3:RequestObjectTagKeys': ['t'] }
  expect(alone.asked()).toEqual([
    { action: 's3:PutObject', resource, context: request },
    { action: 's3:PutObjectTagging', resource, context: request },
  ])
  await s3.send(
    new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'file' }, { Key: 'file', VersionId }] } }),
  )
  expect(alone.asked()).toEqual([
    { action: 's3:DeleteObject', resource },
    { action: 's3:DeleteObjectVersion', resource },
  ])
  await expect(bytes(Bucket, 'file')).rejects.toMatchObject({ name: 'NoSuchKey' })
  expect(alone.asked()).toEqual([
    { action: 's3:GetObject', resource, context: {} },
    { action: 's3:ListBucket', resource: `arn:aws:s3:::${Bucket}` },
  ])
  await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'u/1/' }))
  const list = { action: 's3:ListBucket', resource: `arn:aws:s3:::${Bucket}`, context: { 's3:prefix': ['u/1/'] } }
  expect(alone.asked()).toEqual([list])
})

test('a copy takes bytes, metadata and tags along, of an older version too, or replaces them', async () => {
  const Bucket = await versioned()
  const { VersionId } = await put(Bucket, 'a b', 'old', { Metadata: { m: '1' }, Tagging: 't=1' })
  await put(Bucket, 'a b', 'new')
  const from = `${Bucket}/a%20b?versionId=${VersionId}`
  const copied = await s3.send(new CopyObjectCommand({ Bucket, Key: 'a b', CopySource: from }))
  expect(copied.CopySourceVersionId).toBe(VersionId)
  const { Body, Metadata, TagCount } = await s3.send(new GetObjectCommand({ Bucket, Key: 'a b' }))
  expect([await Body?.transformToString(), Metadata, TagCount]).toEqual(['old', { m: '1' }, 1])
  const replaced = { Metadata: { m: '2' }, MetadataDirective: 'REPLACE', TaggingDirective: 'REPLACE' } as const
  await s3.send(new CopyObjectCommand({ Bucket, Key: 'c', CopySource: `${Bucket}/a%20b`, ...replaced }))
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'c' }))
  expect([head.Metadata, head.TagCount]).toEqual([{ m: '2' }, undefined])
  const onItself = new CopyObjectCommand({ Bucket, Key: 'c', CopySource: `${Bucket}/c` })
  await expect(s3.send(onItself)).rejects.toMatchObject({ name: 'InvalidRequest' })
})

test('a part can be copied from an object, by a range, as long as the object is the one that was meant', async () => {
  const Bucket = await versioned()
  const content = randomBytes(6_000_000)
  const { ETag } = await put(Bucket, 'a b', content)
  const target = { Bucket, Key: 'joined' }
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand(target))
  const copy = (PartNumber: number, CopySourceRange: string, CopySourceIfMatch = ETag) =>
    s3.send(
      new UploadPartCopyCommand({
        ...target,
        UploadId,
        PartNumber,
        CopySource: `${Bucket}/a%20b`,
        CopySourceRange,
        CopySourceIfMatch,
      }),
    )
  alone.asked()
  await copy(1, 'bytes=0-5499999')
  expect(alone.asked().map(({ action, resource }) => [action, resource])).toEqual([
    ['s3:GetObject', `arn:aws:s3:::${Bucket}/a b`],
    ['s3:PutObject', `arn:aws:s3:::${Bucket}/joined`],
  ])
  await copy(2, 'bytes=5500000-5999999')
  await copy(7, 'bytes=0-9')
  await expect(copy(3, 'bytes=5999999-6000000')).rejects.toMatchObject({ name: 'InvalidArgument' })
  await expect(copy(3, 'bytes=0-9', '"another"')).rejects.toMatchObject({ name: 'PreconditionFailed' })
  await expect(copy(0, 'bytes=0-9')).rejects.toMatchObject({ name: 'InvalidArgument' })

  const pages = [await s3.send(new ListPartsCommand({ ...target, UploadId, MaxParts: 2 }))]
  expect(alone.asked().at(-1)).toMatchObject({ action: 's3:ListMultipartUploadParts' })
  pages.push(
    await s3.send(new ListPartsCommand({ ...target, UploadId, PartNumberMarker: pages[0]?.NextPartNumberMarker })),
  )
  expect(
    pages.map(({ Parts, IsTruncated }) => [Parts?.map(({ PartNumber, Size }) => [PartNumber, Size]), IsTruncated]),
  ).toEqual([
    [
      [
        [1, 5_500_000],
        [2, 500_000],
      ],
      true,
    ],
    [[[7, 10]], false],
  ])
  const Parts = pages[0]?.Parts?.map(({ PartNumber, ETag }) => ({ PartNumber, ETag }))
  await s3.send(new CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload: { Parts } }))
  expect((await bytes(Bucket, 'joined')).equals(content)).toBe(true)
  // What lies in two parts is read as one.
  expect(
    (await bytes(Bucket, 'joined', { Range: 'bytes=5499990-5500009' })).equals(content.subarray(5_499_990, 5_500_010)),
  ).toBe(true)
})

test('uploads that nobody ended are listed by prefix, page by page, until they are aborted', async () => {
  const Bucket = await plain()
  const begin = (Key: string) => s3.send(new CreateMultipartUploadCommand({ Bucket, Key }))
  for (const Key of ['p/1', 'p/1', 'p/2', 'q']) await begin(Key)
  const found: (string | undefined)[] = []
  let markers: { KeyMarker?: string | undefined; UploadIdMarker?: string | undefined } | undefined = {}
  while (markers) {
    const page: ListMultipartUploadsCommandOutput = await s3.send(
      new ListMultipartUploadsCommand({ Bucket, Prefix: 'p/', MaxUploads: 1, ...markers }),
    )
    for (const { Key, UploadId } of page.Uploads ?? []) {
      found.push(Key)
      await s3.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }))
    }
    markers = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker } : undefined
  }
  expect(found).toEqual(['p/1', 'p/1', 'p/2'])
  const left = await s3.send(new ListMultipartUploadsCommand({ Bucket }))
  expect(left.Uploads?.map(({ Key }) => Key)).toEqual(['q'])
})

test('an object of parts can be larger than the most that is taken at a time, and its bytes go with it', async () => {
  const Bucket = await plain()
  const target = { Bucket, Key: 'large' }
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand(target))
  const Parts: CompletedPart[] = []
  const secret = Buffer.from(`canary of ${Bucket} in a part `)
  for (const PartNumber of [1, 2, 3]) {
    const Body = Buffer.alloc(5 * 2 ** 20, secret)
    const { ETag } = await s3.send(new UploadPartCommand({ ...target, UploadId, PartNumber, Body }))
    Parts.push({ ETag, PartNumber })
  }
  await s3.send(new CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload: { Parts } }))
  const { ContentLength } = await s3.send(new HeadObjectCommand(target))
  expect(ContentLength).toBe(15 * 2 ** 20)
  expect(ContentLength).toBeGreaterThan(12_000_000)
  await s3.send(new DeleteObjectCommand(target))
  expect(readFileSync(join(state, 's3.sqlite'), 'latin1').includes(secret.toString())).toBe(false)
})

test('more than a thousand keys and versions come in pages, even when each page is deleted before the next', async () => {
  const Bucket = await versioned()
  const keys = Array.from({ length: 520 }, (_, i) => `p/${String(i).padStart(4, '0')}`)
  for (let from = 0; from < keys.length; from += 40)
    await Promise.all(keys.slice(from, from + 40).flatMap((key) => [put(Bucket, key, 'a'), put(Bucket, key, 'b')]))
  await put(Bucket, 'q', 'other')

  const listed: (string | undefined)[] = []
  let ContinuationToken: string | undefined
  let pages = 0
  do {
    const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'p/', MaxKeys: 100, ContinuationToken }))
    listed.push(...(page.Contents ?? []).map(({ Key }) => Key))
    ContinuationToken = page.NextContinuationToken
    pages++
  } while (ContinuationToken)
  expect([listed, pages]).toEqual([keys, 6])

  const sizes: number[] = []
  let markers: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {}
  while (markers) {
    const page: ListObjectVersionsCommandOutput = await s3.send(
      new ListObjectVersionsCommand({ Bucket, Prefix: 'p/', ...markers }),
    )
    const Objects = (page.Versions ?? []).map(({ Key, VersionId }) => ({ Key, VersionId }))
    sizes.push(Objects.length)
    await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }))
    markers = page.IsTruncated
      ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
      : undefined
  }
  expect(sizes).toEqual([1000, 40])
  const left = await s3.send(new ListObjectVersionsCommand({ Bucket }))
  expect(left.Versions?.map(({ Key }) => Key)).toEqual(['q'])
})

test('a delimiter folds keys into common prefixes, which count as entries of a page', async () => {
  const Bucket = await plain()
  for (const key of ['a/1', 'a/2', 'b', 'c/1', 'c/d/2', 'ä/1']) await put(Bucket, key, 'x')
  const first = await s3.send(new ListObjectsV2Command({ Bucket, Delimiter: '/', MaxKeys: 2 }))
  expect([first.CommonPrefixes, first.Contents?.map(({ Key }) => Key)]).toEqual([[{ Prefix: 'a/' }], ['b']])
  const rest = await s3.send(
    new ListObjectsV2Command({ Bucket, Delimiter: '/', ContinuationToken: first.NextContinuationToken }),
  )
  expect(rest.CommonPrefixes).toEqual([{ Prefix: 'c/' }, { Prefix: 'ä/' }])
  const inside = await s3.send(new ListObjectsV2Command({ Bucket, Delimiter: '/', Prefix: 'c/', EncodingType: 'url' }))
  expect([inside.CommonPrefixes, inside.KeyCount]).toEqual([[{ Prefix: 'c/d/' }], 2])
})

test('an upload in parts becomes one object; an aborted one leaves nothing', async () => {
  const Bucket = await plain()
  const target = { Bucket, Key: 'large' }
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ ...target, ContentType: 'text/csv' }))
  const pieces = [randomBytes(5 * 1024 * 1024), randomBytes(1000)]
  const Parts: CompletedPart[] = []
  for (const [index, Body] of pieces.entries()) {
    const PartNumber = index + 1
    const { ETag } = await s3.send(new UploadPartCommand({ ...target, UploadId, PartNumber, Body }))
    Parts.push({ ETag, PartNumber })
  }
  const complete = (parts: typeof Parts) =>
    s3.send(new CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload: { Parts: parts } }))
  await expect(complete([...Parts].reverse())).rejects.toMatchObject({ name: 'InvalidPartOrder' })
  await expect(complete([{ ETag: '"0"', PartNumber: 1 }])).rejects.toMatchObject({ name: 'InvalidPart' })
  expect((await complete(Parts)).ETag).toMatch(/-2"$/)
  expect((await bytes(Bucket, 'large')).equals(Buffer.concat(pieces))).toBe(true)
  await expect(complete(Parts)).rejects.toMatchObject({ name: 'NoSuchUpload' })

  const second = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'none' }))
  const part = { Bucket, Key: 'none', UploadId: second.UploadId }
  await s3.send(new UploadPartCommand({ ...part, PartNumber: 1, Body: 'x' }))
  await s3.send(new AbortMultipartUploadCommand(part))
  await expect(s3.send(new UploadPartCommand({ ...part, PartNumber: 1, Body: 'x' }))).rejects.toMatchObject({
    name: 'NoSuchUpload',
  })
})

test('errors carry the codes of S3', async () => {
  const Bucket = await versioned()
  await put(Bucket, 'there', 'x')
  const code = (command: Promise<unknown>) =>
    command.then(
      () => 'fine',
      (error: { name: string; $metadata: { httpStatusCode: number } }) =>
        `${error.$metadata.httpStatusCode} ${error.name}`,
    )
  expect(await code(bytes('not-there', 'x'))).toBe('404 NoSuchBucket')
  expect(await code(bytes(Bucket, 'x'))).toBe('404 NoSuchKey')
  expect(await code(s3.send(new HeadObjectCommand({ Bucket, Key: 'x' })))).toBe('404 NotFound')
  expect(await code(s3.send(new HeadBucketCommand({ Bucket: 'not-there' })))).toBe('404 NotFound')
  expect(await code(bytes(Bucket, 'there', { VersionId: 'x' }))).toBe('400 InvalidArgument')
  expect(await code(bytes(Bucket, 'there', { VersionId: `${'0'.repeat(10)}${'a'.repeat(22)}` }))).toBe(
    '404 NoSuchVersion',
  )
  expect(await code(put(Bucket, 'there', 'y', { IfNoneMatch: '*' }))).toBe('412 PreconditionFailed')
  expect(await code(put(Bucket, 'big', Buffer.alloc(12_000_001)))).toBe('400 EntityTooLarge')
  expect(await code(put(Bucket, 'k'.repeat(1025), 'x'))).toBe('400 KeyTooLongError')
  expect(await code(put(Bucket, 'sum', 'x', { ChecksumCRC32: 'AAAAAA==' }))).toBe('400 BadDigest')
  const many = Array.from({ length: 1001 }, (_, i) => ({ Key: String(i) }))
  expect(await code(s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: many } })))).toBe('400 MalformedXML')
  expect(await code(s3.send(new CreateBucketCommand({ Bucket })))).toBe('409 BucketAlreadyOwnedByYou')
  expect(await code(s3.send(new CreateBucketCommand({ Bucket: 'No_Name' })))).toBe('400 InvalidBucketName')
  expect(await code(s3.send(new GetBucketPolicyCommand({ Bucket })))).toBe('404 NoSuchBucketPolicy')
  const unknown = s3.send(new GetBucketAclCommand({ Bucket }))
  await expect(unknown).rejects.toMatchObject({
    name: 'NotImplemented',
    message: expect.stringContaining('bucket acl'),
  })
})

test('a restart keeps buckets, versions, tags and policies', async () => {
  const Bucket = await versioned()
  const { VersionId } = await put(Bucket, 'kept', 'one', { Tagging: 't=1' })
  await put(Bucket, 'kept', 'two')
  const Policy = JSON.stringify({ Statement: [{ Effect: 'Deny' }] })
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }))
  s3.destroy()
  await alone.stop()
  const service = new S3({ state, clock })
  expect(service.resourcePolicy(`arn:aws:s3:::${Bucket}/kept`)).toEqual(JSON.parse(Policy))
  alone = await serveAlone(service)
  s3 = new S3Client(clientSetting(alone.url))
  expect((await bytes(Bucket, 'kept', { VersionId })).toString()).toBe('one')
  expect((await bytes(Bucket, 'kept')).toString()).toBe('two')
  expect((await s3.send(new GetBucketPolicyCommand({ Bucket }))).Policy).toBe(Policy)
  const names = (await s3.send(new ListBucketsCommand({}))).Buckets?.map(({ Name }) => Name)
  expect(names).toContain(Bucket)
})

test('what was accepted before a kill -9 is there, byte for byte, and nothing half written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'oblige-s3-killed-'))
  const writer = spawn(process.execPath, [join(import.meta.dirname, 's3-writer.ts'), folder], { stdio: 'pipe' })
  let said = ''
  const ended = new Promise((resolve) => writer.once('exit', resolve))
  writer.stdout.setEncoding('utf8').on('data', (piece: string) => {
    said += piece
    if (said.split('\n').length > 200) writer.kill('SIGKILL')
  })
  await ended
  const accepted = said.split('\n').filter((line) => line !== '').length
  expect(accepted).toBeGreaterThan(199)
  const service = new S3({ state: folder, clock })
  let found = 0
  for (let object = service.object('written', name(found)); object; object = service.object('written', name(found))) {
    expect(object.body.equals(Buffer.alloc(20_000, `${found},`)), name(found)).toBe(true)
    found++
  }
  // The last one may have been kept without its writer hearing of it.
  expect(found - accepted).toBeGreaterThanOrEqual(0)
  await service.stop()
  rmSync(folder, { recursive: true })
})
const name = (number: number) => String(number).padStart(6, '0')

test('nothing of a version that was deleted for good stays in the files', async () => {
  const Bucket = await versioned()
  const secret = `letter of ${Bucket} `.repeat(5000)
  const { VersionId } = await put(Bucket, 'letter', secret, { Metadata: { about: `canary-${Bucket}` } })
  const held = () => {
    const file = readFileSync(join(state, 's3.sqlite'), 'latin1')
    return [file.includes(`letter of ${Bucket}`), file.includes(`canary-${Bucket}`)]
  }
  expect(held()).toEqual([true, true])
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'letter', VersionId }))
  expect(held()).toEqual([false, false])
})

test('what a bucket locks nobody deletes before its time, version by version or many at once; a marker only hides it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'oblige-s3-lock-'))
  let now = '2026-03-01T00:00:00.000Z'
  const service = new S3({ state: folder, clock: { instant: () => now } })
  service.create('locked', true, 10)
  const served = await serveAlone(service)
  const client = new S3Client(clientSetting(served.url))
  try {
    const [Bucket, Key] = ['locked', 'a']
    const { VersionId } = await client.send(new PutObjectCommand({ Bucket, Key, Body: 'first' }))
    await client.send(new PutObjectCommand({ Bucket, Key, Body: 'second' }))
    const head = await client.send(new HeadObjectCommand({ Bucket, Key, VersionId }))
    expect([head.ObjectLockMode, head.ObjectLockRetainUntilDate?.toISOString()]).toEqual([
      'COMPLIANCE',
      '2026-03-11T00:00:00.000Z',
    ])
    const gone = () => client.send(new DeleteObjectCommand({ Bucket, Key, VersionId }))
    await expect(gone()).rejects.toThrow(expect.objectContaining({ name: 'AccessDenied' }))
    const many = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key, VersionId }] } }))
    expect(many.Errors).toEqual([expect.objectContaining({ Key, Code: 'AccessDenied' })])
    const { DeleteMarker, VersionId: marker } = await client.send(new DeleteObjectCommand({ Bucket, Key }))
    expect(DeleteMarker).toBe(true)
    await client.send(new DeleteObjectCommand({ Bucket, Key, VersionId: marker }))
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, VersionId }))
    expect(await Body?.transformToString()).toBe('first')
    now = '2026-03-11T00:00:00.001Z'
    await gone()
    await expect(client.send(new HeadObjectCommand({ Bucket, Key, VersionId }))).rejects.toThrow()
  } finally {
    client.destroy()
    await served.stop()
    rmSync(folder, { recursive: true })
  }
})

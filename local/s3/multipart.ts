import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock/clock.ts'
import { bodyOf } from './body.ts'
import { answer, bucketNamed, type Operations, ok } from './buckets.ts'
import { type Call, copySource } from './call.ts'
import {
  entityTooLarge,
  etagOf,
  etagOfParts,
  headersOf,
  ifMatch,
  ifNoneMatch,
  named,
  preconditionFailed,
  quoted,
  versionAsked,
} from './objects.ts'
import { invalidArgument, malformedXml, notImplemented, Refusal } from './refusal.ts'
import type { Store } from './store.ts'
import { tagsOfHeader } from './tags.ts'
import { read, textOf } from './xml.ts'

/** Most entries of a page (S3 API reference, ListParts and ListMultipartUploads). */
const mostOnPage = 1000
/** Smallest part but the last, bytes, and most parts (S3 user guide, "Amazon S3 multipart upload limits"). */
const [smallestPart, mostParts] = [5 * 1024 * 1024, 10_000]

/** Operations of an upload in parts. */
export function multipartOperations(store: Store, clock: Pick<Clock, 'instant'>, largest: number): Operations {
  const upload = ({ bucket, key, query }: Call) => {
    bucketNamed(store, bucket)
    const id = query.get('uploadId') ?? ''
    const row = store.one('SELECT * FROM uploads WHERE id = ? AND bucket = ? AND key = ?', id, bucket, key)
    if (row) return { id, headers: String(row.headers), tags: String(row.tags) }
    throw new Refusal(
      404,
      'NoSuchUpload',
      'The specified upload does not exist. It may have been aborted or completed.',
    )
  }
  const forget = (id: string) => {
    store.run('DELETE FROM parts WHERE upload = ?', id)
    store.run('DELETE FROM uploads WHERE id = ?', id)
  }

  return {
    CreateMultipartUpload: (call) => {
      bucketNamed(store, call.bucket)
      const id = randomBytes(24).toString('hex')
      const [headers, tags] = [headersOf(call), tagsOfHeader(call.headers['x-amz-tagging'])].map((o) =>
        JSON.stringify(o),
      )
      store.run('INSERT INTO uploads VALUES (?, ?, ?, ?, ?)', id, call.bucket, call.key, headers ?? '', tags ?? '')
      return answer('InitiateMultipartUploadResult', { Bucket: call.bucket, Key: call.key, UploadId: id })
    },

    UploadPart: (call) => {
      const { id } = upload(call)
      const number = numberOf(call)
      const { content, checksum } = bodyOf(call)
      if (content.length > largest) throw entityTooLarge()
      const etag = etagOf(content)
      store.run('INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?)', id, number, etag, content)
      return ok({ etag, ...checksum })
    },

    UploadPartCopy: (call) => {
      const { id } = upload(call)
      const number = numberOf(call)
      const source = versionAsked(store, copySource(call))
      const { headers } = call
      if (
        ifMatch(headers['x-amz-copy-source-if-match'], source.etag) ||
        ifNoneMatch(headers['x-amz-copy-source-if-none-match'], source.etag)
      )
        throw preconditionFailed()
      const { start, length } = partOf(headers['x-amz-copy-source-range'], source.size)
      if (length > largest) throw entityTooLarge()
      const content = store.bytes(source, start, length)
      const etag = etagOf(content)
      store.run('INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?)', id, number, etag, content)
      return answer('CopyPartResult', { ETag: etag, LastModified: clock.instant() })
    },

    ListParts: (call) => {
      const { id } = upload(call)
      const most = Math.min(numeric(call, 'max-parts', mostOnPage), mostOnPage)
      const after = numeric(call, 'part-number-marker', 0)
      const rows = store.all(
        'SELECT number, etag, length(bytes) AS size FROM parts WHERE upload = ? AND number > ? ORDER BY number LIMIT ?',
        id,
        after,
        most + 1,
      )
      const page = rows.slice(0, most)
      return answer('ListPartsResult', {
        Bucket: call.bucket,
        Key: call.key,
        UploadId: id,
        PartNumberMarker: after,
        NextPartNumberMarker: Number(page.at(-1)?.number ?? 0),
        MaxParts: most,
        IsTruncated: rows.length > most,
        Part: page.map(({ number, etag, size }) => ({
          PartNumber: Number(number),
          ETag: String(etag),
          Size: Number(size),
          LastModified: clock.instant(),
        })),
      })
    },

    ListMultipartUploads: (call) => {
      bucketNamed(store, call.bucket)
      if (call.query.has('delimiter')) throw notImplemented('ListMultipartUploads with a delimiter')
      const most = Math.min(numeric(call, 'max-uploads', mostOnPage), mostOnPage)
      const [prefix, key, id] = ['prefix', 'key-marker', 'upload-id-marker'].map((name) => call.query.get(name) ?? '')
      const rows = store
        .all('SELECT id, key FROM uploads WHERE bucket = ? ORDER BY key, id', call.bucket)
        .map((row) => ({ Key: String(row.key), UploadId: String(row.id) }))
        .filter((one) => one.Key.startsWith(prefix ?? ''))
        .filter((one) => one.Key > (key ?? '') || (one.Key === key && id !== '' && one.UploadId > (id ?? '')))
      const page = rows.slice(0, most)
      const last = page.at(-1)
      return answer('ListMultipartUploadsResult', {
        Bucket: call.bucket,
        Prefix: prefix,
        KeyMarker: key,
        UploadIdMarker: id,
        MaxUploads: most,
        IsTruncated: rows.length > most,
        ...(rows.length > most && last ? { NextKeyMarker: last.Key, NextUploadIdMarker: last.UploadId } : {}),
        Upload: page,
      })
    },

    CompleteMultipartUpload: (call) => {
      const { id, headers, tags } = upload(call)
      const parts = checkedParts(store, id, partsIn(call))
      const version = store.atOnce(() => {
        const added = {
          bucket: call.bucket,
          key: call.key,
          etag: etagOfParts(parts.map(({ etag }) => etag)),
          modified: clock.instant(),
          headers: JSON.parse(headers) as Record<string, string>,
          tags: JSON.parse(tags) as Record<string, string>,
        }
        const wanted = new Set(parts.map(({ number }) => number))
        for (const row of store.all('SELECT number FROM parts WHERE upload = ?', id))
          if (!wanted.has(Number(row.number)))
            store.run('DELETE FROM parts WHERE upload = ? AND number = ?', id, Number(row.number))
        store.run('DELETE FROM uploads WHERE id = ?', id)
        return store.compose(added, id, parts)
      })
      const location = `/${call.bucket}/${call.key}`
      const result = { Location: location, Bucket: call.bucket, Key: call.key, ETag: version.etag }
      return answer('CompleteMultipartUploadResult', result, named(store, version))
    },

    AbortMultipartUpload: (call) => {
      const { id } = upload(call)
      store.atOnce(() => forget(id))
      return ok({}, undefined, 204)
    },
  }
}

type Part = { readonly number: number; readonly etag: string }

function partsIn(call: Call): readonly Part[] {
  const root = read(bodyOf(call).content)
  const parts = root?.children.filter(({ name }) => name === 'Part') ?? []
  if (root?.name !== 'CompleteMultipartUpload' || parts.length === 0) throw malformedXml()
  return parts.map((part) => ({ number: Number(textOf(part, 'PartNumber')), etag: textOf(part, 'ETag') ?? '' }))
}

/** The parts that were asked for, with their sizes. @throws Refusal InvalidPartOrder, InvalidPart, EntityTooSmall */
function checkedParts(
  store: Store,
  upload: string,
  parts: readonly Part[],
): readonly (Part & { readonly size: number })[] {
  if (parts.some(({ number }, index) => number <= (parts[index - 1]?.number ?? 0)))
    throw new Refusal(400, 'InvalidPartOrder', 'The list of parts was not in ascending order.')
  return parts.map(({ number, etag }, index) => {
    const found = 'SELECT etag, length(bytes) AS size FROM parts WHERE upload = ? AND number = ?'
    const row = store.one(found, upload, number)
    if (!row || row.etag !== quoted(etag.replaceAll('"', '')))
      throw new Refusal(400, 'InvalidPart', 'One or more of the specified parts could not be found.')
    const size = Number(row.size)
    if (index < parts.length - 1 && size < smallestPart)
      throw new Refusal(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed object size.')
    return { number, etag, size }
  })
}

function numberOf({ query }: Call): number {
  const number = Number(query.get('partNumber'))
  if (Number.isInteger(number) && number >= 1 && number <= mostParts) return number
  throw invalidArgument(`Part number must be an integer between 1 and ${mostParts}, inclusive`)
}

function numeric({ query }: Call, name: string, otherwise: number): number {
  const value = Number(query.get(name) ?? otherwise)
  if (Number.isInteger(value) && value >= 0) return value
  throw invalidArgument(`Argument ${name} must be an integer from 0`)
}

/** The bytes that a copy of a part takes: `bytes=first-last`, both ends included and inside the source. */
function partOf(header: string | undefined, size: number): { start: number; length: number } {
  if (header === undefined) return { start: 0, length: size }
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(header) ?? []
  const [start, end] = [Number(first), Number(last)]
  if (first === undefined || start > end || end >= size)
    throw invalidArgument('The x-amz-copy-source-range value must be of the form bytes=first-last inside the source')
  return { start, length: end - start + 1 }
}

import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock/clock.ts'
import { bodyOf } from './body.ts'
import { answer, bucketNamed, type Operations, ok } from './buckets.ts'
import type { Call } from './call.ts'
import { entityTooLarge, etagOf, etagOfParts, headersOf, named, quoted } from './objects.ts'
import { invalidArgument, malformedXml, Refusal } from './refusal.ts'
import type { Store } from './store.ts'
import { tagsOfHeader } from './tags.ts'
import { read, textOf } from './xml.ts'

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
      const number = Number(call.query.get('partNumber'))
      if (!Number.isInteger(number) || number < 1 || number > mostParts)
        throw invalidArgument(`Part number must be an integer between 1 and ${mostParts}, inclusive`)
      const { content, checksum } = bodyOf(call)
      if (content.length > largest) throw entityTooLarge()
      const etag = etagOf(content)
      store.run('INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?)', id, number, etag, content)
      return ok({ etag, ...checksum })
    },

    CompleteMultipartUpload: (call) => {
      const { id, headers, tags } = upload(call)
      const content = joined(store, id, partsIn(call))
      if (content.bytes.length > largest) throw entityTooLarge()
      const version = store.atOnce(() => {
        forget(id)
        return store.add(
          {
            bucket: call.bucket,
            key: call.key,
            etag: content.etag,
            modified: clock.instant(),
            headers: JSON.parse(headers) as Record<string, string>,
            tags: JSON.parse(tags) as Record<string, string>,
          },
          content.bytes,
        )
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

function joined(store: Store, upload: string, parts: readonly Part[]): { bytes: Buffer; etag: string } {
  if (parts.some(({ number }, index) => number <= (parts[index - 1]?.number ?? 0)))
    throw new Refusal(400, 'InvalidPartOrder', 'The list of parts was not in ascending order.')
  const pieces = parts.map(({ number, etag }, index) => {
    const row = store.one('SELECT etag, bytes FROM parts WHERE upload = ? AND number = ?', upload, number)
    if (!row || row.etag !== quoted(etag.replaceAll('"', '')))
      throw new Refusal(400, 'InvalidPart', 'One or more of the specified parts could not be found.')
    const bytes = Buffer.from(row.bytes as Uint8Array)
    if (index < parts.length - 1 && bytes.length < smallestPart)
      throw new Refusal(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed object size.')
    return bytes
  })
  return { bytes: Buffer.concat(pieces), etag: etagOfParts(parts.map(({ etag }) => etag)) }
}

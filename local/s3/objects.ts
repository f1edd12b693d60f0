import { createHash, hash } from 'node:crypto'
import type { Clock } from '../clock/clock.ts'
import { bodyOf } from './body.ts'
import { answer, bucketNamed, type Operations, ok } from './buckets.ts'
import { type Call, copySource } from './call.ts'
import { invalidArgument, noSuchKey, Refusal } from './refusal.ts'
import { type Store, type Version, versionId } from './store.ts'
import { tagsOfHeader } from './tags.ts'

/**
 * Most bytes that the local S3 takes at a time, of an object or of a part: SQLite's largest value (SQLITE_MAX_LENGTH).
 * S3 takes 5 GB. An object of parts can be larger.
 */
export const largestObject = 1_000_000_000
/** Longest key, bytes of UTF-8 (S3 user guide, "Naming objects"). */
const longestKey = 1024

const kept =
  /^(content-(type|language|disposition)|cache-control|expires|x-amz-(meta-.+|server-side-encryption.*|website-redirect-location))$/
export const ifMatch = (header: string | undefined, etag: string | undefined) =>
  header !== undefined && !header.split(',').some((one) => ['*', etag].includes(one.trim()))
export const ifNoneMatch = (header: string | undefined, etag: string | undefined) =>
  header !== undefined && etag !== undefined && header.split(',').some((one) => ['*', etag].includes(one.trim()))
export const preconditionFailed = () =>
  new Refusal(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold')

/** What is kept of an upload's headers. @throws Refusal for a key that is too long */
export function headersOf({ headers, key }: Pick<Call, 'headers' | 'key'>): Record<string, string> {
  if (Buffer.byteLength(key) > longestKey) throw new Refusal(400, 'KeyTooLongError', 'Your key is too long')
  const encoding = (headers['content-encoding'] ?? '').replace(/\baws-chunked\b,?\s*/, '').replace(/,\s*$/, '')
  return {
    'content-type': 'binary/octet-stream',
    ...Object.fromEntries(Object.entries(headers).filter(([name]) => kept.test(name))),
    ...(encoding ? { 'content-encoding': encoding } : {}),
  }
}

const lockOf = (until: string | undefined): Record<string, string> =>
  until ? { 'x-amz-object-lock-mode': 'COMPLIANCE', 'x-amz-object-lock-retain-until-date': until } : {}

export const quoted = (etag: string) => `"${etag}"`
export const etagOf = (content: Buffer): string => quoted(hash('md5', content))
/** ETag of an object made of parts: the MD5 of their MD5s, and their number. */
export const etagOfParts = (etags: readonly string[]): string => {
  const digests = etags.map((etag) => Buffer.from(etag.replaceAll('"', ''), 'hex'))
  return quoted(`${createHash('md5').update(Buffer.concat(digests)).digest('hex')}-${etags.length}`)
}

/** The header that names a version; none in a bucket that never kept versions. */
export const named = (store: Store, version: Pick<Version, 'bucket' | 'id'>): Record<string, string> =>
  store.bucket(version.bucket)?.versioning ? { 'x-amz-version-id': version.id } : {}

/**
 * The version a call is about: the one in `versionId`, or the newest.
 * @throws Refusal NoSuchBucket, NoSuchKey, NoSuchVersion, MethodNotAllowed for a delete marker asked for by its id
 */
export function versionAsked(store: Store, target: { bucket: string; key: string; versionId?: string }): Version {
  bucketNamed(store, target.bucket)
  const id = target.versionId
  if (id !== undefined && !versionId(id)) throw invalidArgument('Invalid version id specified')
  const found = store.version(target.bucket, target.key, id)
  if (found && !found.marker) return found
  if (id !== undefined && !found) throw new Refusal(404, 'NoSuchVersion', 'The specified version does not exist.')
  if (!found) throw noSuchKey()
  const marker = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': found.id }
  if (id === undefined) throw noSuchKey(marker)
  throw new Refusal(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.', marker)
}

export const target = ({ bucket, key, query }: Call): { bucket: string; key: string; versionId?: string } => {
  const id = query.get('versionId')
  return { bucket, key, ...(id === null ? {} : { versionId: id }) }
}

/** Operations on one object. */
export function objectOperations(store: Store, clock: Pick<Clock, 'instant'>, largest: number): Operations {
  const described = (version: Version): Record<string, string> => ({
    ...version.headers,
    ...named(store, version),
    etag: version.etag,
    'last-modified': new Date(version.modified).toUTCString(),
    'accept-ranges': 'bytes',
    ...(Object.keys(version.tags).length ? { 'x-amz-tagging-count': String(Object.keys(version.tags).length) } : {}),
    ...lockOf(store.retainedUntil(version)),
  })

  const reading = (call: Call) => {
    const version = versionAsked(store, target(call))
    const headers = described(version)
    if (call.headers['x-amz-checksum-mode']?.toUpperCase() !== 'ENABLED' || call.headers.range !== undefined)
      for (const name of Object.keys(headers)) if (name.startsWith('x-amz-checksum-')) delete headers[name]
    for (const [name, value] of call.query)
      if (name.startsWith('response-')) headers[name.replace('response-', '')] = value
    if (ifMatch(call.headers['if-match'], version.etag)) throw preconditionFailed()
    return { version, headers, unchanged: ifNoneMatch(call.headers['if-none-match'], version.etag) }
  }

  return {
    PutObject: (call) => {
      bucketNamed(store, call.bucket)
      const { content, checksum } = bodyOf(call)
      if (content.length > largest) throw entityTooLarge()
      const found = store.version(call.bucket, call.key)
      const etag = found?.marker ? undefined : found?.etag
      if (call.headers['if-match'] !== undefined && etag === undefined) throw noSuchKey()
      if (ifMatch(call.headers['if-match'], etag) || ifNoneMatch(call.headers['if-none-match'], etag))
        throw preconditionFailed()
      const version = store.add(
        {
          bucket: call.bucket,
          key: call.key,
          etag: etagOf(content),
          modified: clock.instant(),
          headers: { ...headersOf(call), ...checksum },
          tags: tagsOfHeader(call.headers['x-amz-tagging']),
        },
        content,
      )
      return ok({ ...named(store, version), etag: version.etag, ...checksum })
    },

    GetObject: (call) => {
      const { version, headers, unchanged } = reading(call)
      if (unchanged) return ok(headers, undefined, 304)
      const range = rangeOf(call.headers.range, version.size)
      if (!range) return ok(headers, store.bytes(version))
      const { start, end } = range
      headers['content-range'] = `bytes ${start}-${end}/${version.size}`
      return ok(headers, store.bytes(version, start, end - start + 1), 206)
    },

    HeadObject: (call) => {
      const { version, headers, unchanged } = reading(call)
      if (unchanged) return ok(headers, undefined, 304)
      return ok({ ...headers, 'content-length': String(version.size) })
    },

    CopyObject: (call) => {
      bucketNamed(store, call.bucket)
      const from = copySource(call)
      const source = versionAsked(store, from)
      if (source.size > largest) throw entityTooLarge()
      const { headers } = call
      if (
        ifMatch(headers['x-amz-copy-source-if-match'], source.etag) ||
        ifNoneMatch(headers['x-amz-copy-source-if-none-match'], source.etag)
      )
        throw preconditionFailed()
      const replaced = headers['x-amz-metadata-directive'] === 'REPLACE'
      const onItself = from.bucket === call.bucket && from.key === call.key && from.versionId === undefined
      if (onItself && !replaced)
        throw new Refusal(
          400,
          'InvalidRequest',
          'This copy request is illegal: it copies an object to itself unchanged.',
        )
      const version = store.add(
        {
          bucket: call.bucket,
          key: call.key,
          etag: source.etag.includes('-') ? etagOf(store.bytes(source)) : source.etag,
          modified: clock.instant(),
          headers: replaced ? headersOf(call) : source.headers,
          tags: headers['x-amz-tagging-directive'] === 'REPLACE' ? tagsOfHeader(headers['x-amz-tagging']) : source.tags,
        },
        store.bytes(source),
      )
      const sourceId = store.bucket(from.bucket)?.versioning ? { 'x-amz-copy-source-version-id': source.id } : {}
      const result = { ETag: version.etag, LastModified: version.modified }
      return answer('CopyObjectResult', result, { ...named(store, version), ...sourceId })
    },

    DeleteObject: (call) => {
      bucketNamed(store, call.bucket)
      const { versionId: id, marker } = remove(store, target(call), clock.instant())
      return ok(
        { ...(id ? { 'x-amz-version-id': id } : {}), ...(marker ? { 'x-amz-delete-marker': 'true' } : {}) },
        undefined,
        204,
      )
    },
  }
}

export const entityTooLarge = () =>
  new Refusal(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.')

/** Removes a version for good, or hides the key behind a delete marker where the bucket keeps versions. */
export function remove(
  store: Store,
  { bucket, key, versionId: id }: { bucket: string; key: string; versionId?: string },
  now: string,
): { versionId?: string; marker: boolean } {
  const versioning = store.bucket(bucket)?.versioning
  if (id === undefined && versioning) return { versionId: store.mark(bucket, key, now).id, marker: true }
  if (id !== undefined && !versionId(id)) throw invalidArgument('Invalid version id specified')
  const found = store.version(bucket, key, id ?? 'null')
  const until = found && store.retainedUntil(found)
  if (until && until > now)
    throw new Refusal(403, 'AccessDenied', 'Access Denied because object protected by object lock.')
  if (found) store.remove(found)
  return { ...(id === undefined ? {} : { versionId: id }), marker: found?.marker ?? false }
}

/** One range of bytes, both ends included; none when the header is absent or means nothing (RFC 9110, 14.1.2). */
function rangeOf(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!found || found[0] === 'bytes=-') return undefined
  const [, first = '', last = ''] = found
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start <= end) return { start, end }
  throw new Refusal(416, 'InvalidRange', 'The requested range is not satisfiable', {
    'content-range': `bytes */${size}`,
  })
}

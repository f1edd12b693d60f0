import { answer, bucketNamed, type Operations } from './buckets.ts'
import { invalidArgument } from './refusal.ts'
import { orderOf, type Store, type Version } from './store.ts'

/** Most entries of a page (S3 API reference, ListObjectsV2 and ListObjectVersions). */
const mostOnPage = 1000
/** After every key that begins with the text before it. */
const last = '\u{10FFFF}'
/** Before a key's newest version. */
const newest = Number.MAX_SAFE_INTEGER

type Place = { readonly key: string; readonly order: number }
type Entry = { readonly version: Version } | { readonly prefix: string }
type Page = { readonly entries: readonly Entry[]; readonly more: boolean }

/** Operations that list a bucket. */
export function listingOperations(store: Store): Operations {
  return {
    ListObjectsV2: ({ bucket, query }) => {
      bucketNamed(store, bucket)
      const asked = askedOf(query)
      const token = query.get('continuation-token')
      const after = token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString()
      // After a key come the next keys, none of its older versions.
      const page = pageOf(store, bucket, asked, { key: after, order: 0 }, ({ latest, marker }) => latest && !marker)
      const end = page.entries.at(-1)
      return answer('ListBucketResult', {
        ...head(bucket, asked),
        KeyCount: page.entries.length,
        IsTruncated: page.more,
        ...(query.has('start-after') ? { StartAfter: asked.written(query.get('start-after') ?? '') } : {}),
        ...(token === null ? {} : { ContinuationToken: token }),
        ...(page.more && end ? { NextContinuationToken: Buffer.from(placeAfter(end).key).toString('base64url') } : {}),
        Contents: versionsOf(page).map((version) => ({
          Key: asked.written(version.key),
          ...described(version),
        })),
        CommonPrefixes: prefixesOf(page).map((prefix) => ({ Prefix: asked.written(prefix) })),
      })
    },

    ListObjectVersions: ({ bucket, query }) => {
      bucketNamed(store, bucket)
      const asked = askedOf(query)
      const [keyMarker, idMarker] = [query.get('key-marker') ?? '', query.get('version-id-marker')]
      if (idMarker && keyMarker === '')
        throw invalidArgument('A version-id marker cannot be specified without a key marker.')
      const from = { key: keyMarker, order: idMarker ? startOf(store, bucket, keyMarker, idMarker) : 0 }
      const page = pageOf(store, bucket, asked, from, () => true)
      const end = page.entries.at(-1)
      const rows = (markers: boolean) =>
        versionsOf(page)
          .filter(({ marker }) => marker === markers)
          .map((version) => ({
            Key: asked.written(version.key),
            VersionId: version.id,
            IsLatest: store.version(bucket, version.key)?.order === version.order,
            ...(markers ? { LastModified: version.modified } : described(version)),
          }))
      return answer('ListVersionsResult', {
        ...head(bucket, asked),
        KeyMarker: asked.written(keyMarker),
        VersionIdMarker: idMarker ?? '',
        IsTruncated: page.more,
        ...(page.more && end && 'version' in end
          ? { NextKeyMarker: asked.written(end.version.key), NextVersionIdMarker: end.version.id }
          : {}),
        ...(page.more && end && 'prefix' in end ? { NextKeyMarker: asked.written(placeAfter(end).key) } : {}),
        Version: rows(false),
        DeleteMarker: rows(true),
        CommonPrefixes: prefixesOf(page).map((prefix) => ({ Prefix: asked.written(prefix) })),
      })
    },
  }
}

type Asked = ReturnType<typeof askedOf>

function askedOf(query: URLSearchParams) {
  const most = Number(query.get('max-keys') ?? mostOnPage)
  if (!Number.isInteger(most) || most < 0) throw invalidArgument('Argument max-keys must be an integer from 0')
  const encoding = query.get('encoding-type')
  if (encoding !== null && encoding !== 'url') throw invalidArgument('Invalid Encoding Method specified in Request')
  return {
    most: Math.min(most, mostOnPage),
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    encoding,
    written: (key: string) => (encoding === 'url' ? encodeURIComponent(key).replaceAll('%2F', '/') : key),
  }
}

const head = (bucket: string, { most, prefix, delimiter, encoding, written }: Asked) => ({
  Name: bucket,
  Prefix: written(prefix),
  MaxKeys: most,
  ...(delimiter ? { Delimiter: written(delimiter) } : {}),
  ...(encoding ? { EncodingType: encoding } : {}),
})

const described = ({ modified, etag, size }: Version) => ({
  LastModified: modified,
  ETag: etag,
  Size: size,
  StorageClass: 'STANDARD',
})
const versionsOf = ({ entries }: Page) => entries.flatMap((entry) => ('version' in entry ? [entry.version] : []))
const prefixesOf = ({ entries }: Page) => entries.flatMap((entry) => ('prefix' in entry ? [entry.prefix] : []))

/** Where a list goes on after an entry. */
const placeAfter = (entry: Entry): Place =>
  'prefix' in entry ? { key: `${entry.prefix}${last}`, order: 0 } : entry.version

/** A marker's version may be deleted since: its id still says where it stood. */
const startOf = (store: Store, bucket: string, key: string, id: string): number =>
  orderOf(id) ?? store.version(bucket, key, id)?.order ?? newest

/** Walks a bucket from a place until a page is full. */
function pageOf(
  store: Store,
  bucket: string,
  { most, prefix, delimiter }: Asked,
  from: Place,
  wanted: (version: Version & { latest: boolean }) => boolean,
): Page {
  const entries: Entry[] = []
  if (most === 0) return { entries, more: false }
  let place: Place = from
  let key = from.order === 0 ? undefined : from.key
  // A prefix that lies behind the place is jumped to: its first key may be the prefix itself.
  if (Buffer.compare(Buffer.from(prefix), Buffer.from(from.key)) > 0)
    [place, key] = [{ key: prefix, order: newest }, undefined]
  for (;;) {
    const version = store.next(bucket, place)
    if (!version?.key.startsWith(prefix)) return { entries, more: false }
    const latest = version.key !== key
    key = version.key
    place = version
    if (!wanted({ ...version, latest })) continue
    if (entries.length === most) return { entries, more: true }
    const cut = delimiter === '' ? -1 : version.key.indexOf(delimiter, prefix.length)
    const entry = cut < 0 ? { version } : { prefix: version.key.slice(0, cut + delimiter.length) }
    entries.push(entry)
    if ('prefix' in entry) place = placeAfter(entry)
  }
}

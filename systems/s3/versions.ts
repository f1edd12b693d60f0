import { DeleteObjectsCommand, ListObjectVersionsCommand, type ObjectVersion, type S3Client } from '@aws-sdk/client-s3'

/** One version of an object; a delete marker has no content. `modified` is an ISO instant, `size` bytes. */
export type Version = {
  readonly key: string
  readonly versionId: string
  readonly marker: boolean
  readonly modified: string
  readonly size: number
  /** What a reader gets who names no version. */
  readonly current: boolean
}

/** Where a listing goes on after a version. */
export const after = ({ key, versionId }: Version): string => JSON.stringify([key, versionId])

/** Objects of one listing and of one DeleteObjects (S3 API reference). */
export const mostAtOnce = 1000
/** Tries for objects that S3 did not delete for a reason of the moment. */
const tries = 4

/** S3 would not delete an object; `code` is S3's own. */
class NotDeleted extends Error {
  override readonly name = 'NotDeleted'
  readonly code: string
  constructor(code: string) {
    super('an object was not deleted')
    this.code = code
  }
}

/** A page of everything that lies under a prefix: every version of every object, and delete markers. */
export async function versionsUnder(
  client: S3Client,
  bucket: string,
  prefix: string,
  limit: number,
  from?: string,
): Promise<{ readonly versions: readonly Version[]; readonly next?: string }> {
  const [KeyMarker, VersionIdMarker] = from === undefined ? [] : (JSON.parse(from) as [string, string])
  const page = await client.send(
    new ListObjectVersionsCommand({
      Bucket: bucket,
      Prefix: prefix,
      MaxKeys: Math.min(limit, mostAtOnce),
      ...(KeyMarker === undefined ? {} : { KeyMarker }),
      ...(VersionIdMarker === undefined ? {} : { VersionIdMarker }),
    }),
  )
  const one = (marker: boolean) => (entry: Partial<ObjectVersion>) => ({
    key: entry.Key ?? '',
    versionId: entry.VersionId ?? 'null',
    marker,
    modified: entry.LastModified?.toISOString() ?? '',
    size: entry.Size ?? 0,
    current: entry.IsLatest ?? false,
  })
  const versions = [...(page.Versions ?? []).map(one(false)), ...(page.DeleteMarkers ?? []).map(one(true))]
  const next = page.IsTruncated ? JSON.stringify([page.NextKeyMarker, page.NextVersionIdMarker]) : undefined
  return { versions, ...(next === undefined ? {} : { next }) }
}

/** Deletes versions and delete markers for good. @throws NotDeleted */
export async function deleteVersions(client: S3Client, bucket: string, versions: readonly Version[]): Promise<void> {
  let left = versions.map(({ key, versionId }) => ({ Key: key, VersionId: versionId }))
  for (let attempt = 1; left.length > 0; attempt++) {
    const { Errors = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: left, Quiet: true } }),
    )
    const [first] = Errors
    if (first && attempt === tries) throw new NotDeleted(first.Code ?? 'Unknown')
    left = Errors.map(({ Key = '', VersionId = 'null' }) => ({ Key, VersionId }))
  }
}

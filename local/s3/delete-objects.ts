import type { Clock } from '../clock/clock.ts'
import { bodyOf } from './body.ts'
import { answer, bucketNamed, type Operations } from './buckets.ts'
import type { Call } from './call.ts'
import { remove } from './objects.ts'
import { malformedXml, Refusal } from './refusal.ts'
import type { Store } from './store.ts'
import { read, textOf } from './xml.ts'

/** Most objects of one DeleteObjects (S3 API reference). */
const most = 1000

/** What a DeleteObjects wants to delete. @throws Refusal MalformedXML, for more than 1,000 too */
export function namedIn(call: Call): { quiet: boolean; objects: readonly { key: string; versionId?: string }[] } {
  const root = read(bodyOf(call).content)
  const objects = root?.children.filter(({ name }) => name === 'Object') ?? []
  if (root?.name !== 'Delete' || objects.length === 0 || objects.length > most) throw malformedXml()
  return {
    quiet: textOf(root, 'Quiet') === 'true',
    objects: objects.map((object) => {
      const [key, versionId] = [textOf(object, 'Key'), textOf(object, 'VersionId')]
      if (!key) throw malformedXml()
      return { key, ...(versionId ? { versionId } : {}) }
    }),
  }
}

/** DeleteObjects: each one is deleted or fails by itself. */
export function deleteOperations(store: Store, clock: Pick<Clock, 'instant'>): Operations {
  return {
    DeleteObjects: (call) => {
      bucketNamed(store, call.bucket)
      const { quiet, objects } = namedIn(call)
      const results = store.atOnce(() => objects.map((object) => deleted(store, call.bucket, object, clock.instant())))
      return answer('DeleteResult', {
        Deleted: quiet ? [] : results.flatMap((one) => ('deleted' in one ? [one.deleted] : [])),
        Error: results.flatMap((one) => ('error' in one ? [one.error] : [])),
      })
    },
  }
}

function deleted(store: Store, bucket: string, object: { key: string; versionId?: string }, now: string) {
  const { key: Key, versionId: VersionId } = object
  try {
    const { versionId, marker } = remove(store, { bucket, ...object }, now)
    return { deleted: { Key, VersionId, ...(marker ? { DeleteMarker: true, DeleteMarkerVersionId: versionId } : {}) } }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { error: { Key, VersionId, Code: error.code, Message: error.message } }
  }
}

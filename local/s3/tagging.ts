import { bodyOf } from './body.ts'
import { answer, type Operations, ok } from './buckets.ts'
import { named, target, versionAsked } from './objects.ts'
import type { Store } from './store.ts'
import { tagsOfBody } from './tags.ts'

/** Operations on the tags of an object's version. */
export function taggingOperations(store: Store): Operations {
  return {
    GetObjectTagging: (call) => {
      const version = versionAsked(store, target(call))
      const tags = Object.entries(version.tags).map(([Key, Value]) => ({ Key, Value }))
      return answer('Tagging', { TagSet: { Tag: tags } }, named(store, version))
    },
    PutObjectTagging: (call) => {
      const version = versionAsked(store, target(call))
      store.tag(version, tagsOfBody(bodyOf(call).content))
      return ok(named(store, version))
    },
    DeleteObjectTagging: (call) => {
      const version = versionAsked(store, target(call))
      store.tag(version, {})
      return ok(named(store, version), undefined, 204)
    },
  }
}

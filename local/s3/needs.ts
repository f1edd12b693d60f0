import type { Need } from '../gateway/service.ts'
import { bodyOf } from './body.ts'
import { type Call, copySource } from './call.ts'
import { namedIn } from './delete-objects.ts'
import { target } from './objects.ts'
import type { Store } from './store.ts'
import { type Tags, tagsOfBody, tagsOfHeader } from './tags.ts'

type Context = Readonly<Record<string, readonly string[]>>
type Object = { readonly bucket: string; readonly key: string; readonly versionId?: string }

const bucketArn = (bucket: string) => `arn:aws:s3:::${bucket}`
const objectArn = ({ bucket, key }: Object) => `arn:aws:s3:::${bucket}/${key}`

/** `s3:GetObject`, or `s3:GetObjectVersion` when a version is named: IAM tells them apart. */
const versioned = (verb: string, what: '' | 'Tagging', { versionId }: Object) =>
  `s3:${verb}Object${versionId === undefined ? '' : 'Version'}${what}`

/** IAM actions on a bucket by operation, where the two names differ or not. */
const onBucket: Readonly<Record<string, string>> = {
  CreateBucket: 's3:CreateBucket',
  HeadBucket: 's3:ListBucket',
  DeleteBucket: 's3:DeleteBucket',
  ListObjectsV2: 's3:ListBucket',
  ListObjectVersions: 's3:ListBucketVersions',
  ListMultipartUploads: 's3:ListBucketMultipartUploads',
  GetBucketVersioning: 's3:GetBucketVersioning',
  PutBucketVersioning: 's3:PutBucketVersioning',
  GetBucketPolicy: 's3:GetBucketPolicy',
  PutBucketPolicy: 's3:PutBucketPolicy',
  DeleteBucketPolicy: 's3:DeleteBucketPolicy',
}

/**
 * What IAM has to allow for a call, after "Actions, resources, and condition keys for Amazon S3" (Service
 * Authorization Reference). Tags of an existing object are context of reading and tagging, never of put and delete.
 * @throws Refusal where the call's body cannot be read
 */
export function needsOf(call: Call, store: Store): readonly Need[] {
  const { operation, bucket, key, headers, query } = call
  if (operation === 'ListBuckets') return [{ action: 's3:ListAllMyBuckets', resource: '*' }]
  const bucketAction = onBucket[operation]
  if (bucketAction) return [{ action: bucketAction, resource: bucketArn(bucket), context: listContext(query) }]

  const object = target(call)
  const existing = (of: Object) => existingTags(store, of)
  const tagging = (tags: Tags, of: Object): Need[] =>
    Object.keys(tags).length === 0
      ? []
      : [{ action: versioned('Put', 'Tagging', of), resource: objectArn(of), context: requestTags(tags) }]
  const upload = (): readonly Need[] => {
    const tags = tagsOfHeader(headers['x-amz-tagging'])
    const once = headers['if-none-match']
    const context = { ...requestTags(tags), ...(once === undefined ? {} : { 's3:if-none-match': [once] }) }
    const put = { action: 's3:PutObject', resource: objectArn(object), context }
    return [put, ...tagging(tags, object)]
  }

  switch (operation) {
    case 'GetObject':
    case 'HeadObject':
      return reading(store, object)
    case 'GetObjectTagging':
    case 'DeleteObjectTagging': {
      const verb = operation === 'GetObjectTagging' ? 'Get' : 'Delete'
      return [{ action: versioned(verb, 'Tagging', object), resource: objectArn(object), context: existing(object) }]
    }
    case 'PutObjectTagging': {
      const context = { ...existing(object), ...requestTags(tagsOfBody(bodyOf(call).content)) }
      return [{ action: versioned('Put', 'Tagging', object), resource: objectArn(object), context }]
    }
    case 'CopyObject': {
      const from = copySource(call)
      const replaced = headers['x-amz-tagging-directive'] === 'REPLACE'
      const source = { resource: objectArn(from), context: existing(from) }
      const copied = replaced ? {} : (store.version(from.bucket, from.key, from.versionId)?.tags ?? {})
      const readTags = Object.keys(copied).length ? [{ ...source, action: versioned('Get', 'Tagging', from) }] : []
      return [...reading(store, from), ...readTags, ...upload(), ...tagging(copied, object)]
    }
    case 'DeleteObject':
      return [{ action: versioned('Delete', '', object), resource: objectArn(object) }]
    case 'DeleteObjects':
      return namedIn(call).objects.map((one) => {
        const of = { bucket, ...one }
        return { action: versioned('Delete', '', of), resource: objectArn(of) }
      })
    case 'UploadPartCopy': {
      return [...reading(store, copySource(call)), ...upload()]
    }
    case 'ListParts':
      return [{ action: 's3:ListMultipartUploadParts', resource: objectArn({ bucket, key }) }]
    case 'AbortMultipartUpload':
      return [{ action: 's3:AbortMultipartUpload', resource: objectArn({ bucket, key }) }]
    default:
      // PutObject and every step of an upload in parts.
      return upload()
  }
}

/**
 * That an object is not there S3 tells only who may list its bucket; to others it denies the call (API reference,
 * "GetObject", Permissions). No prefix is asked for then, so a permission for one prefix does not count.
 */
function reading(store: Store, of: Object): readonly Need[] {
  const get = { action: versioned('Get', '', of), resource: objectArn(of), context: existingTags(store, of) }
  const found = store.version(of.bucket, of.key, of.versionId)
  const isTold = of.versionId !== undefined || store.bucket(of.bucket) === undefined
  return isTold || (found && !found.marker) ? [get] : [get, { action: 's3:ListBucket', resource: bucketArn(of.bucket) }]
}

function listContext(query: URLSearchParams): Context {
  const given = { 's3:prefix': 'prefix', 's3:delimiter': 'delimiter', 's3:max-keys': 'max-keys' }
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, parameter]) => {
      const value = query.get(parameter)
      return value === null ? [] : [[name, [value]]]
    }),
  )
}

function existingTags(store: Store, { bucket, key, versionId }: Object): Context {
  const tags = Object.entries(store.version(bucket, key, versionId)?.tags ?? {})
  return Object.fromEntries(tags.map(([tag, value]) => [`s3:ExistingObjectTag/${tag}`, [value]]))
}

function requestTags(tags: Tags): Context {
  const entries = Object.entries(tags)
  if (entries.length === 0) return {}
  return {
    ...Object.fromEntries(entries.map(([tag, value]) => [`s3:RequestObjectTag/${tag}`, [value]])),
    's3:RequestObjectTagKeys': entries.map(([tag]) => tag),
  }
}

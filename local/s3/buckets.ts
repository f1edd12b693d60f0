import type { Clock } from '../clock/clock.ts'
import type { HttpAnswer } from '../front/http-api.ts'
import { bodyOf } from './body.ts'
import type { Call } from './call.ts'
import { malformedXml, Refusal } from './refusal.ts'
import type { Bucket, Store } from './store.ts'
import { document, read, textOf, type XmlElements } from './xml.ts'

export type Operations = Readonly<Record<string, (call: Call) => HttpAnswer>>

export const ok = (headers: Record<string, string> = {}, body: Buffer = Buffer.alloc(0), status = 200): HttpAnswer => ({
  status,
  headers,
  body,
})
export const answer = (root: string, content: XmlElements, headers: Record<string, string> = {}): HttpAnswer =>
  ok({ 'content-type': 'application/xml', ...headers }, document(root, content))

/** The bucket. @throws Refusal NoSuchBucket */
export function bucketNamed(store: Store, name: string): Bucket {
  const bucket = store.bucket(name)
  if (!bucket) throw new Refusal(404, 'NoSuchBucket', 'The specified bucket does not exist')
  return bucket
}

/** Operations on buckets themselves. */
export function bucketOperations(store: Store, clock: Pick<Clock, 'instant'>): Operations {
  return {
    ListBuckets: () => {
      const buckets = store.buckets().map(({ name, created }) => ({ Name: name, CreationDate: created }))
      return answer('ListAllMyBucketsResult', { Owner: { ID: 'local' }, Buckets: { Bucket: buckets } })
    },
    CreateBucket: ({ bucket }) => {
      if (!/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/.test(bucket))
        throw new Refusal(400, 'InvalidBucketName', 'The specified bucket is not valid.')
      if (store.bucket(bucket))
        throw new Refusal(409, 'BucketAlreadyOwnedByYou', 'The bucket you tried to create is already owned by you.')
      store.run('INSERT INTO buckets (name, created) VALUES (?, ?)', bucket, clock.instant())
      return ok({ location: `/${bucket}` })
    },
    HeadBucket: ({ bucket }) => {
      bucketNamed(store, bucket)
      return ok()
    },
    DeleteBucket: ({ bucket }) => {
      bucketNamed(store, bucket)
      if (store.next(bucket, { key: '', order: 0 }))
        throw new Refusal(409, 'BucketNotEmpty', 'The bucket you tried to delete is not empty')
      store.run('DELETE FROM buckets WHERE name = ?', bucket)
      return ok({}, undefined, 204)
    },
    GetBucketVersioning: ({ bucket }) =>
      answer('VersioningConfiguration', { Status: bucketNamed(store, bucket).versioning }),
    PutBucketVersioning: (call) => {
      bucketNamed(store, call.bucket)
      const configuration = read(bodyOf(call).content)
      const status = configuration && textOf(configuration, 'Status')
      if (status !== 'Enabled' && status !== 'Suspended') throw malformedXml()
      store.run('UPDATE buckets SET versioning = ? WHERE name = ?', status, call.bucket)
      return ok()
    },
    GetBucketPolicy: ({ bucket }) => {
      const { policy } = bucketNamed(store, bucket)
      if (!policy) throw new Refusal(404, 'NoSuchBucketPolicy', 'The bucket policy does not exist')
      return ok({ 'content-type': 'application/json' }, Buffer.from(policy))
    },
    PutBucketPolicy: (call) => {
      bucketNamed(store, call.bucket)
      const policy = bodyOf(call).content.toString('utf8')
      if (!isPolicy(policy)) throw new Refusal(400, 'MalformedPolicy', 'Policies must be valid JSON with statements')
      store.run('UPDATE buckets SET policy = ? WHERE name = ?', policy, call.bucket)
      return ok({}, undefined, 204)
    },
    DeleteBucketPolicy: ({ bucket }) => {
      bucketNamed(store, bucket)
      store.run('UPDATE buckets SET policy = NULL WHERE name = ?', bucket)
      return ok({}, undefined, 204)
    },
  }
}

function isPolicy(source: string): boolean {
  try {
    const policy: unknown = JSON.parse(source)
    return typeof policy === 'object' && policy !== null && 'Statement' in policy && Array.isArray(policy.Statement)
  } catch {
    return false
  }
}

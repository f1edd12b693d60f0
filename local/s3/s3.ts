import { join } from 'node:path'
import type { Clock } from '../clock/clock.ts'
import type { HttpAnswer, HttpRequest } from '../front/http-api.ts'
import type { Need, PolicyDocument, Service } from '../gateway/service.ts'
import { bucketOperations, type Operations } from './buckets.ts'
import { callOf } from './call.ts'
import { deleteOperations } from './delete-objects.ts'
import { listingOperations } from './listing.ts'
import { multipartOperations } from './multipart.ts'
import { needsOf } from './needs.ts'
import { etagOf, headersOf, largestObject, objectOperations, remove } from './objects.ts'
import { notImplemented, Refusal, refused } from './refusal.ts'
import { Store } from './store.ts'
import { taggingOperations } from './tagging.ts'

export type S3Setting = {
  /** Folder of the state; it survives kill -9. */
  readonly state: string
  readonly clock: Pick<Clock, 'instant'>
  /** Most bytes of one upload, whole or a part; absent: 1 GB, the most that the store takes. */
  readonly largest?: number
}

/** Amazon S3. Ours, because s3rver keeps no versions, and erasing has to reach every version. */
export class S3 implements Service {
  readonly name = 's3'
  readonly #store: Store
  readonly #clock: Pick<Clock, 'instant'>
  readonly #operations: Operations
  /** Bucket policies by what is kept of them: each call asks for one. */
  readonly #policies = new Map<string, PolicyDocument>()

  constructor({ state, clock, largest = largestObject }: S3Setting) {
    this.#store = new Store(join(state, 's3.sqlite'))
    this.#clock = clock
    this.#operations = {
      ...bucketOperations(this.#store, clock),
      ...objectOperations(this.#store, clock, largest),
      ...deleteOperations(this.#store, clock),
      ...taggingOperations(this.#store),
      ...listingOperations(this.#store),
      ...multipartOperations(this.#store, clock, largest),
    }
  }

  /** A bucket of the template: made when it is not there yet, its versioning as given. @param retained days of Object Lock */
  create(bucket: string, versioned: boolean, retained?: number): void {
    if (retained !== undefined) this.#store.retention.set(bucket, retained)
    const [now, status] = [this.#clock.instant(), versioned ? 'Enabled' : null]
    this.#store.run('INSERT OR IGNORE INTO buckets (name, created) VALUES (?, ?)', bucket, now)
    this.#store.run('UPDATE buckets SET versioning = coalesce(?, versioning) WHERE name = ?', status, bucket)
  }

  /** The policy of a bucket of the template. */
  setPolicy(bucket: string, policy: PolicyDocument): void {
    this.#store.run('UPDATE buckets SET policy = ? WHERE name = ?', JSON.stringify(policy), bucket)
  }

  /** Puts an object, without asking IAM. */
  put(bucket: string, key: string, body: Buffer, type: string): void {
    const headers = headersOf({ headers: { 'content-type': type }, key })
    this.#store.add({ bucket, key, etag: etagOf(body), modified: this.#clock.instant(), headers, tags: {} }, body)
  }

  /** Deletes what was put more than so many days ago, as a lifecycle rule does. For buckets without versions. */
  expire(bucket: string, prefix: string, days: number): void {
    const before = new Date(Date.parse(this.#clock.instant()) - days * 86_400_000).toISOString()
    for (const key of this.#store.keysBefore(bucket, prefix, before)) remove(this.#store, { bucket, key }, before)
  }

  /** The newest version of an object, without asking IAM; undefined when there is none. */
  object(bucket: string, key: string): { body: Buffer; type: string } | undefined {
    const found = this.#store.version(bucket, key)
    if (!found || found.marker) return undefined
    return { body: this.#store.bytes(found), type: found.headers['content-type'] ?? '' }
  }

  async needs(request: HttpRequest): Promise<readonly Need[]> {
    const call = callOf(request)
    try {
      return needsOf(call, this.#store)
    } catch (error) {
      // What cannot be read needs nothing: `handle` refuses it for the same reason before it does anything.
      if (error instanceof Refusal) return []
      throw error
    }
  }

  resourcePolicy(resource: string): PolicyDocument | undefined {
    const bucket = /^arn:aws:s3:::([^/]+)/.exec(resource)?.[1]
    const policy = bucket === undefined ? undefined : this.#store.bucket(bucket)?.policy
    if (policy === undefined) return undefined
    const document = this.#policies.get(policy) ?? (JSON.parse(policy) as PolicyDocument)
    this.#policies.set(policy, document)
    return document
  }

  async handle(request: HttpRequest): Promise<HttpAnswer> {
    try {
      const call = callOf(request)
      const operation = this.#operations[call.operation]
      if (!operation) throw notImplemented(call.operation)
      return operation(call)
    } catch (error) {
      if (error instanceof Refusal) return refused(error, request.path)
      throw error
    }
  }

  denied(message: string): HttpAnswer {
    return refused(new Refusal(403, 'AccessDenied', message), '')
  }

  async stop(): Promise<void> {
    this.#store.close()
  }
}

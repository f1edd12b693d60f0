import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { DataRecord, Receipt } from '../systems/contract.ts'
import { assemble, seriesFor } from './assemble.ts'
import type { CopyFacts } from './content.ts'
import { discard } from './discard.ts'
import type { PackageFacts, Sign } from './facts.ts'
import { frontOf } from './front/front.ts'
import { linesOf } from './front/manifest.ts'
import { Gathering } from './gather.ts'
import { packageKey, protectedKey, seriesKeys } from './keys.ts'
import type { Place } from './objects.ts'
import type { EntryKeys } from './passphrase.ts'
import { protect } from './protect.ts'

export type { CopyFacts } from './content.ts'
export type { Covered, PackageFacts, Sign } from './facts.ts'

/**
 * A copy of a person's data as one zip in S3 (docs/package.md). Each system's records become segments, slice by slice;
 * segments are then put together without moving their bytes. Every method may be killed at any point and called again.
 * The bucket keeps no versions (else `discard` would only hide), encrypts by itself (with KMS, every caller needs
 * kms:GenerateDataKey and kms:Decrypt through S3), and should give up unfinished uploads by a lifecycle rule (here: after a week).
 */
export class Package {
  readonly #place: Place
  readonly #reference: string
  readonly #round: number

  /** @param round 1, and one more each time that a late system completes the copy; of every system the newest finished round counts */
  constructor(client: S3Client, bucket: string, reference: string, round: number) {
    this.#place = { client, bucket }
    this.#reference = reference
    this.#round = round
  }

  /**
   * One slice of one system's part. Stops after a record with `next` once `enough()`, or once the segment is large
   * (2 GB or 5,000 files); writes the segment, and what is known so far.
   *
   * May: s3:PutObject, s3:GetObject, s3:AbortMultipartUpload on `segments/SYSTEM/*`.
   * @param slice `n` counts from 1 without a gap; slice 1 begins the system's part of this round anew, and a slice that is repeated replaces itself
   * @returns `next` when records are left; receipts of the categories that the right is about (of a portable copy: only those that the person provided), records of this slice each
   * @throws what reading a record or a file throws; then nothing of this slice is there
   */
  gather(
    system: string,
    records: AsyncIterable<DataRecord>,
    slice: { readonly n: number; enough(): boolean },
    facts: CopyFacts,
  ): Promise<{ next?: string; receipts: readonly Receipt[] }> {
    const keys = seriesKeys(system, this.#reference, this.#round)
    return new Gathering(this.#place, keys, system, facts, slice).run(records)
  }

  /**
   * One slice of putting the package together, from the newest finished part of every system in this round or an
   * earlier one. A part that was not finished is left out: its coverage has to say `missing`.
   *
   * May: s3:GetObject on `segments/*`; s3:PutObject, s3:AbortMultipartUpload, s3:ListMultipartUploadParts on
   * `packages/*`; s3:ListBucket, held to no prefix (so that what is not there is not found instead of denied).
   * @param slice `from` is what the slice before gave; absent: from the beginning
   * @returns `next` when work is left, else `done`: bytes of the zip, files in it, SHA-256 of the manifest as it was signed
   * @throws when a system is `given` in the coverage and no part of it is finished; and NoSuchUpload when this package was completed by another call meanwhile (begin again without `from`)
   */
  async assemble(
    facts: PackageFacts,
    sign: Sign,
    slice: { readonly from?: string; enough(): boolean },
  ): Promise<{ next?: string; done?: { bytes: number; files: number; manifestSha256: string } }> {
    const request = { reference: this.#reference, round: this.#round }
    const series = await seriesFor(this.#place, request, facts)
    // What cannot be told of truly is not begun.
    linesOf(facts, series)
    let manifestSha256 = ''
    const front = async () => {
      const made = await frontOf(facts, this.#round, series, sign)
      manifestSha256 = made.manifestSha256
      return made
    }
    const { next, done } = await assemble(this.#place, request, series, front, slice)
    return { ...(next === undefined ? {} : { next }), ...(done ? { done: { ...done, manifestSha256 } } : {}) }
  }

  /**
   * One slice of encrypting the finished zip with a passphrase, into a second file. Called again it makes the same bytes:
   * keys belong to one copy alone.
   *
   * May: s3:GetObject, s3:PutObject, s3:ListMultipartUploadParts on `packages/*`.
   * @param plain `bytes` of the finished zip, and when it was put together
   * @param slice `from` is what the slice before gave; absent: from the beginning
   * @returns `next` when work is left, else the bytes of the protected file
   * @throws NoSuchUpload when it was completed by another call meanwhile (begin again without `from`)
   */
  protect(
    plain: { readonly bytes: number; readonly packagedAt: string },
    keys: EntryKeys,
    slice: { readonly from?: string; enough(): boolean },
  ): Promise<{ readonly next?: string; readonly bytes?: number }> {
    return protect(this.#place, this.#reference, { ...plain, round: this.#round }, keys, slice)
  }

  /**
   * Deletes everything of this reference but the protected file, as `discard` does.
   *
   * May: what `discard` may.
   */
  discardPlain(): Promise<void> {
    return discard(this.#place, this.#reference, protectedKey(this.#reference, this.#round))
  }

  /**
   * A presigned GET of the finished zip, or of the protected one, served as an attachment named `filename`. It is good
   * for `seconds`, at most as long as the credentials of who signs it, and for a download that begins by then.
   *
   * May (the credentials that sign, when the address is used): s3:GetObject on `packages/*`.
   */
  address(seconds: number, filename: string, isProtected = false): Promise<string> {
    const { client, bucket } = this.#place
    const key = isProtected ? protectedKey : packageKey
    const command = new GetObjectCommand({
      Bucket: bucket,
      Key: key(this.#reference, this.#round),
      ResponseContentDisposition: `attachment; filename="${filename.replace(/[^\w.-]/g, '_')}"`,
      ResponseContentType: 'application/zip',
      ResponseCacheControl: 'private, no-store',
    })
    return getSignedUrl(client, command, { expiresIn: seconds })
  }

  /**
   * Deletes everything of this reference: what systems gave, packages of all rounds, unfinished uploads.
   *
   * May: s3:ListBucket and s3:ListBucketMultipartUploads on the bucket;
   * s3:DeleteObject and s3:AbortMultipartUpload on `segments/*` and `packages/*`.
   */
  discard(): Promise<void> {
    return discard(this.#place, this.#reference)
  }
}

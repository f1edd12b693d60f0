import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3'
import type { Place } from './objects.ts'

/** Smallest part but the last, and the most that is copied at a time, bytes (S3 user guide, "Multipart upload limits": 5 MB to 5 GB, 10,000 parts). */
export const smallestPart = 5 * 2 ** 20
export const largestCopy = 256 * 2 ** 20

/** An object of S3 that is put together from parts, each numbered by its place: a part that is sent again replaces itself. */
export class Parts {
  readonly id: string
  readonly #place: Place
  readonly #target: { readonly Bucket: string; readonly Key: string; readonly UploadId: string }

  constructor(place: Place, key: string, id: string) {
    this.id = id
    this.#place = place
    this.#target = { Bucket: place.bucket, Key: key, UploadId: id }
  }

  static async begin(place: Place, key: string): Promise<Parts> {
    const { UploadId } = await place.client.send(
      new CreateMultipartUploadCommand({ Bucket: place.bucket, Key: key, ContentType: 'application/zip' }),
    )
    if (!UploadId) throw new Error('S3 began no upload')
    return new Parts(place, key, UploadId)
  }

  async send(number: number, body: Buffer): Promise<void> {
    await this.#place.client.send(new UploadPartCommand({ ...this.#target, PartNumber: number, Body: body }))
  }

  /** Copies bytes inside S3. @throws PreconditionFailed when the object is not the one that was meant */
  async copy(number: number, from: { key: string; etag: string }, at: number, length: number): Promise<void> {
    await this.#place.client.send(
      new UploadPartCopyCommand({
        ...this.#target,
        PartNumber: number,
        CopySource: `${this.#place.bucket}/${from.key}`,
        CopySourceRange: `bytes=${at}-${at + length - 1}`,
        CopySourceIfMatch: from.etag,
      }),
    )
  }

  /** Makes the object of the parts 1 to `last`. */
  async complete(last: number): Promise<void> {
    const parts: { PartNumber: number; ETag: string }[] = []
    let PartNumberMarker: string | undefined
    do {
      const page = await this.#place.client.send(new ListPartsCommand({ ...this.#target, PartNumberMarker }))
      for (const { PartNumber, ETag } of page.Parts ?? [])
        if (PartNumber !== undefined && ETag !== undefined && PartNumber <= last) parts.push({ PartNumber, ETag })
      PartNumberMarker = page.IsTruncated ? page.NextPartNumberMarker : undefined
    } while (PartNumberMarker !== undefined)
    if (parts.length !== last) throw new Error(`the upload has ${parts.length} of ${last} parts`)
    await this.#place.client.send(
      new CompleteMultipartUploadCommand({ ...this.#target, MultipartUpload: { Parts: parts } }),
    )
  }
}

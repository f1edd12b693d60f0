import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  type ListPartsCommandOutput,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3'
import type { Place } from './objects.ts'

/** Smallest part but the last, and the most that is copied at a time, bytes (S3 user guide, "Multipart upload limits": 5 MB to 5 GB, 10,000 parts). */
export const smallestPart = 5 * 2 ** 20
export const largestCopy = 256 * 2 ** 20

export type PartTag = { readonly PartNumber: number; readonly ETag: string }

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
    return new Parts(place, key, present(UploadId))
  }

  async send(number: number, body: Buffer): Promise<PartTag> {
    const part = { ...this.#target, PartNumber: number, Body: body }
    const { ETag } = await this.#place.client.send(new UploadPartCommand(part))
    return { PartNumber: number, ETag: present(ETag) }
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

  /** The parts 1 to `last`, whoever sent them. @throws when one is not there */
  async listed(last: number): Promise<readonly PartTag[]> {
    const parts: PartTag[] = []
    let PartNumberMarker: string | undefined
    do {
      const page: ListPartsCommandOutput = await this.#place.client.send(
        new ListPartsCommand({ ...this.#target, PartNumberMarker }),
      )
      for (const { PartNumber, ETag } of page.Parts ?? [])
        if (PartNumber !== undefined && PartNumber <= last) parts.push({ PartNumber, ETag: present(ETag) })
      PartNumberMarker = page.IsTruncated ? page.NextPartNumberMarker : undefined
    } while (PartNumberMarker !== undefined)
    if (parts.length !== last) throw new Error(`the upload has ${parts.length} of ${last} parts`)
    return parts
  }

  /** Makes the object. @returns its ETag */
  async complete(parts: readonly PartTag[]): Promise<string> {
    const { ETag } = await this.#place.client.send(
      new CompleteMultipartUploadCommand({ ...this.#target, MultipartUpload: { Parts: [...parts] } }),
    )
    return present(ETag)
  }

  async abort(): Promise<void> {
    await this.#place.client.send(new AbortMultipartUploadCommand(this.#target))
  }
}

function present(answered: string | undefined): string {
  if (answered === undefined) throw new Error('S3 answered without what was asked for')
  return answered
}

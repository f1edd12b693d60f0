import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { S3Client } from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { ZipFile } from 'yazl'
import { type Directory, endOfZip, longestEnd } from './directory.ts'

/** Bytes of a part under way, and how many at a time: what a segment holds in memory. 10,000 such parts are 84 GB. */
const [partBytes, partsAtOnce] = [8 * 2 ** 20, 2]
/** Bytes that go to the compressor at a time. */
const pieceBytes = 256 * 1024

export type Written = { readonly bytes: number; readonly sha256: string }
export type Closed = { readonly etag: string; readonly directory: Directory }

/** Content in pieces, for `Segment.add`. */
export function* pieces(content: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < content.length; at += pieceBytes) yield content.subarray(at, at + pieceBytes)
}

/**
 * A zip that goes to S3 while it is written; memory stays the same whatever its size. Until `close` nothing can be
 * seen under its key, and what stood there before stays.
 */
export class Segment {
  readonly #zip = new ZipFile()
  readonly #done: Promise<{ ETag?: string | undefined }>
  /** Rejects when the upload fails: nobody reads the zip any more, and adding would wait for ever. */
  readonly #broken: Promise<never>
  #entries = 0
  #bytes = 0
  #end = Buffer.alloc(0)

  constructor(client: S3Client, bucket: string, key: string) {
    const output = this.#zip.outputStream as Readable
    output.on('data', (piece: Buffer) => {
      this.#bytes += piece.length
      this.#end = Buffer.concat([this.#end, piece.subarray(-longestEnd)]).subarray(-longestEnd)
    })
    output.pause()
    const upload = new Upload({
      client,
      params: { Bucket: bucket, Key: key, Body: output, ContentType: 'application/zip' },
      partSize: partBytes,
      queueSize: partsAtOnce,
    })
    this.#done = upload.done()
    this.#broken = new Promise((_, reject) => {
      this.#done.catch(reject)
      this.#zip.on('error', reject)
    })
    // Whoever waits hears of it; nobody may be waiting just now.
    this.#broken.catch(() => {})
  }

  get entries(): number {
    return this.#entries
  }

  /** Bytes that were sent so far. */
  get bytes(): number {
    return this.#bytes
  }

  /**
   * One file. @param modified shown as the file's date @param compress false where nothing would be won
   * @throws what the content throws: then the segment has to be given up
   */
  async add(
    path: string,
    content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
    { modified, compress = true }: { modified: Date; compress?: boolean },
  ): Promise<Written> {
    const hash = createHash('sha256')
    let bytes = 0
    async function* counted() {
      for await (const piece of content) {
        hash.update(piece)
        bytes += piece.length
        yield piece
      }
    }
    const stream = Readable.from(counted(), { objectMode: false })
    const read = new Promise<void>((resolve, reject) => {
      stream.once('error', reject)
      stream.once('end', resolve)
    })
    this.#entries++
    this.#zip.addReadStream(stream, path, { mtime: modified, mode: 0o100644, compress })
    await Promise.race([read, this.#broken])
    return { bytes, sha256: hash.digest('hex') }
  }

  /** Ends the zip and makes it visible under its key. */
  async close(): Promise<Closed> {
    this.#zip.end()
    const { ETag } = await this.#done
    if (!ETag) throw new Error('S3 answered without an ETag')
    return { etag: ETag, directory: endOfZip(this.#end) }
  }

  /** Gives up: what was uploaded is deleted. */
  async giveUp(cause: unknown): Promise<void> {
    const output = this.#zip.outputStream as Readable
    output.destroy(cause instanceof Error ? cause : new Error('the segment was given up', { cause }))
    await this.#done.catch(() => {})
  }
}

import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { type Directory, endOfZip, longestEnd } from './directory.ts'
import type { Place } from './objects.ts'
import { Upload } from './upload.ts'

export type Written = { readonly bytes: number; readonly sha256: string }
export type Closed = { readonly etag: string; readonly directory: Directory }

/**
 * A zip that goes to S3 while it is written; memory stays the same whatever its size. Until `close` nothing can be
 * seen under its key, and what stood there before stays.
 */
export class Segment {
  readonly #zip = new ZipFile()
  readonly #upload: Upload
  /** Ends when the last byte of the zip was taken. Rejects when that fails: adding would wait for ever. */
  readonly #taken: Promise<void>
  #entries = 0
  #bytes = 0
  #end: Buffer = Buffer.alloc(0)

  constructor(place: Place, key: string) {
    this.#upload = new Upload(place, key)
    this.#taken = Promise.race([
      this.#take(),
      new Promise<never>((_, reject) => {
        this.#zip.on('error', reject)
      }),
    ])
    // Whoever waits hears of it; nobody may be waiting just now.
    this.#taken.catch(() => {})
  }

  get entries(): number {
    return this.#entries
  }

  /** Bytes that went out so far. */
  get bytes(): number {
    return this.#bytes
  }

  async #take(): Promise<void> {
    for await (const piece of this.#zip.outputStream as AsyncIterable<Buffer>) {
      this.#bytes += piece.length
      this.#end = piece.length >= longestEnd ? Buffer.from(piece.subarray(-longestEnd)) : this.#endWith(piece)
      await this.#upload.write(piece)
    }
  }

  #endWith = (piece: Buffer): Buffer => Buffer.concat([this.#end, piece]).subarray(-longestEnd)

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
    // The library keeps hold of every stream until the zip ends: what was read must not hang on it.
    let source: typeof content | undefined = content
    async function* counted() {
      for await (const piece of source ?? []) {
        hash.update(piece)
        bytes += piece.length
        yield piece
      }
      source = undefined
    }
    const stream = Readable.from(counted(), { objectMode: false })
    const read = new Promise<void>((resolve, reject) => {
      stream.once('error', reject)
      stream.once('end', resolve)
    })
    this.#entries++
    this.#zip.addReadStream(stream, path, { mtime: modified, mode: 0o100644, compress })
    await Promise.race([read, this.#taken])
    return { bytes, sha256: hash.digest('hex') }
  }

  /** Ends the zip and makes it visible under its key. */
  async close(): Promise<Closed> {
    this.#zip.end()
    await this.#taken
    return { etag: await this.#upload.end(), directory: endOfZip(this.#end) }
  }

  /** Gives up: what was uploaded is deleted; where even that fails, the bucket's rule for unfinished uploads does it. */
  async giveUp(cause: unknown): Promise<void> {
    const output = this.#zip.outputStream as Readable
    output.destroy(cause instanceof Error ? cause : new Error('the segment was given up', { cause }))
    await this.#taken.catch(() => {})
    await this.#upload.giveUp().catch(() => {})
  }
}

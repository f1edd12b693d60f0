import { type Directory, endOf } from './directory.ts'
import type { Place } from './objects.ts'
import { Upload } from './upload.ts'
import { type Content, type Kind, type Written, Zip } from './zip.ts'

export type Closed = { readonly etag: string; readonly directory: Directory }

/**
 * A zip that goes to S3 while it is written; memory stays the same whatever its size. Until `close` nothing can be
 * seen under its key, and what stood there before stays.
 */
export class Segment {
  readonly #upload: Upload
  readonly #zip: Zip

  constructor(place: Place, key: string) {
    this.#upload = new Upload(place, key)
    this.#zip = new Zip((piece) => this.#upload.write(piece))
  }

  get entries(): number {
    return this.#zip.entries
  }

  /** Bytes that went out so far. */
  get bytes(): number {
    return this.#zip.bytes
  }

  /** One file. @throws what the content throws: then the segment has to be given up */
  add(path: string, content: Content, kind: Kind): Promise<Written> {
    return this.#zip.add(path, content, kind)
  }

  /** Ends the zip and makes it visible under its key. */
  async close(): Promise<Closed> {
    const { content, directory } = this.#zip.list()
    await this.#upload.write(content)
    await this.#upload.write(endOf(directory))
    return { etag: await this.#upload.end(), directory }
  }

  /** Gives up: what was uploaded is deleted; where even that fails, the bucket's rule for unfinished uploads does it. */
  async giveUp(): Promise<void> {
    await this.#upload.giveUp().catch(() => {})
  }
}

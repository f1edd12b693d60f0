import { PutObjectCommand } from '@aws-sdk/client-s3'
import type { Place } from './objects.ts'
import { Parts, type PartTag } from './parts.ts'

/** Bytes of a part. Two are held in memory: one is filled while the other is sent. 10,000 of them are 84 GB. */
const partBytes = 8 * 2 ** 20

/**
 * Bytes of unknown number on their way to one object, in two buffers that are used again and again: nothing grows with
 * the object. (lib-storage's Upload does the same in fresh buffers for every part, which the allocator keeps.) What is
 * less than a part goes as a whole object. Nothing can be seen under the key before `end`.
 */
export class Upload {
  readonly #place: Place
  readonly #key: string
  readonly #sent: PartTag[] = []
  #parts: Parts | undefined
  #filling: Buffer | undefined
  #spare: Buffer | undefined
  #used = 0
  #flying: Promise<void> = Promise.resolve()

  constructor(place: Place, key: string) {
    this.#place = place
    this.#key = key
  }

  async write(piece: Uint8Array): Promise<void> {
    for (let at = 0; at < piece.length; ) {
      this.#filling ??= Buffer.allocUnsafeSlow(partBytes)
      const room = Math.min(partBytes - this.#used, piece.length - at)
      this.#filling.set(piece.subarray(at, at + room), this.#used)
      this.#used += room
      at += room
      if (this.#used === partBytes) await this.#turn()
    }
  }

  /** Sends what is full once what was sent before has arrived. */
  async #turn(): Promise<void> {
    await this.#flying
    const full = this.#filling
    if (!full) return
    this.#flying = this.#send(full.subarray(0, this.#used)).then(() => {
      this.#spare = full
    })
    // Whoever turns next hears of it.
    this.#flying.catch(() => {})
    this.#filling = this.#spare
    this.#spare = undefined
    this.#used = 0
  }

  async #send(body: Buffer): Promise<void> {
    this.#parts ??= await Parts.begin(this.#place, this.#key)
    this.#sent.push(await this.#parts.send(this.#sent.length + 1, body))
  }

  /** @returns the object's ETag */
  async end(): Promise<string> {
    const { client, bucket } = this.#place
    await this.#flying
    if (this.#parts) {
      if (this.#used > 0) await this.#turn()
      await this.#flying
      return await this.#parts.complete(this.#sent)
    }
    const Body = this.#filling?.subarray(0, this.#used) ?? Buffer.alloc(0)
    const command = new PutObjectCommand({ Bucket: bucket, Key: this.#key, Body, ContentType: 'application/zip' })
    const { ETag } = await client.send(command)
    if (!ETag) throw new Error('S3 answered without an ETag')
    return ETag
  }

  /** Deletes the parts that were sent. */
  async giveUp(): Promise<void> {
    await this.#flying.catch(() => {})
    await this.#parts?.abort()
  }
}

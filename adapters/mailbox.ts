import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3'

/** Where SES put the mails that came in, as they came. */
export class Mailbox {
  readonly #client: S3Client
  readonly #bucket: string

  constructor(bucket: string, client: S3Client = new S3Client({})) {
    this.#client = client
    this.#bucket = bucket
  }

  /**
   * A mail's bytes, up to 40 MB; undefined when it is not there, or not any more, or is larger than asked for.
   * @param messageId SES's name for it
   */
  async raw(messageId: string, atMost = Number.POSITIVE_INFINITY): Promise<Uint8Array | undefined> {
    try {
      const { Body, ContentLength = 0 } = await this.#client.send(
        new GetObjectCommand({ Bucket: this.#bucket, Key: `mails/${messageId}` }),
      )
      if (ContentLength > atMost) {
        await Body?.transformToWebStream().cancel()
        return undefined
      }
      return await Body?.transformToByteArray()
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  }
}

import { GetObjectCommand, ListObjectsV2Command, NoSuchKey, S3Client } from '@aws-sdk/client-s3'
import { type Instant, instant } from '../domain/time.ts'

const folder = 'mails/'
/** No mail: by it SES tries whether it may write, whenever a rule is made or changed that stores mails there. */
const setUp = 'AMAZON_SES_SETUP_NOTIFICATION'

/** A mail that is there: SES's name for it, and when it came. */
export type StoredMail = { readonly messageId: string; readonly came: Instant }

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
        new GetObjectCommand({ Bucket: this.#bucket, Key: `${folder}${messageId}` }),
      )
      if (ContentLength > atMost) {
        await Body?.transformToWebStream().cancel()
        return undefined
      }
      return await Body?.transformToByteArray()
    } catch (error) {
      if (error instanceof NoSuchKey || (isDenied(error) && !(await this.#has(messageId)))) return undefined
      throw error
    }
  }

  /**
   * Whether a mail is there. That it is not S3 tells only who may list the whole bucket, and denies it to all others (API
   * reference, "GetObject"): they may ask for a name that they know.
   */
  async #has(messageId: string): Promise<boolean> {
    const Key = `${folder}${messageId}`
    const { Contents = [] } = await this.#client.send(
      new ListObjectsV2Command({ Bucket: this.#bucket, Prefix: Key, MaxKeys: 1 }),
    )
    return Contents[0]?.Key === Key
  }

  /** Mails whose names come after one, 1,000 at most, by name: S3 knows no other order. */
  async after(messageId: string): Promise<{ readonly mails: readonly StoredMail[]; readonly isLast: boolean }> {
    const { Contents = [], IsTruncated } = await this.#client.send(
      new ListObjectsV2Command({ Bucket: this.#bucket, Prefix: folder, StartAfter: `${folder}${messageId}` }),
    )
    const mails = Contents.flatMap(({ Key, LastModified }) =>
      Key && LastModified && Key !== `${folder}${setUp}`
        ? [{ messageId: Key.slice(folder.length), came: instant(LastModified) }]
        : [],
    )
    return { mails, isLast: IsTruncated !== true }
  }
}

const isDenied = (error: unknown): boolean => error instanceof Error && error.name === 'AccessDenied'

import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'

/** So many mails of the newest are looked at: a run makes three, and others may write to the address too. */
const most = 30

/** The mails of the synthetic person, where SES puts them. */
export class OwnMails {
  readonly #client = new S3Client({})
  readonly #bucket: string
  readonly #prefix: string

  constructor(bucket: string, prefix: string) {
    this.#bucket = bucket
    this.#prefix = prefix
  }

  /** As they came, newest first. */
  async *newest(): AsyncGenerator<Uint8Array> {
    const found: { key: string; at: number }[] = []
    let from: string | undefined
    do {
      const page = await this.#client.send(
        new ListObjectsV2Command({ Bucket: this.#bucket, Prefix: this.#prefix, ContinuationToken: from }),
      )
      for (const { Key, LastModified } of page.Contents ?? [])
        if (Key) found.push({ key: Key, at: LastModified?.getTime() ?? 0 })
      from = page.NextContinuationToken
    } while (from)
    for (const { key } of found.sort((a, b) => b.at - a.at).slice(0, most)) {
      const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }))
      if (Body) yield await Body.transformToByteArray()
    }
  }
}

import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Anchor, Head } from '../domain/anchor.ts'
import type { Entry } from '../domain/history.ts'
import { anchorAt } from './anchors.ts'
import { entryKey } from './items.ts'

/** Keys of one BatchGetItem (DynamoDB's API reference). */
const batch = 100

type Places = {
  readonly table: string
  readonly bucket: string
  readonly dynamodb: DynamoDBClient
  readonly s3: S3Client
}

/** The anchors as they lie in their bucket, and what stands in the table where they say what stood there. */
export class KeptAnchors {
  readonly #at: Places

  constructor(at: Places) {
    this.#at = at
  }

  /** Keys of anchors after a key, 1,000 at most, in the order of their writing. */
  async after(key: string): Promise<{ readonly keys: readonly string[]; readonly more: boolean }> {
    const { Contents, IsTruncated } = await this.#at.s3.send(
      new ListObjectsV2Command({ Bucket: this.#at.bucket, Prefix: 'anchors/', StartAfter: key }),
    )
    return { keys: (Contents ?? []).flatMap(({ Key }) => (Key ? [Key] : [])), more: IsTruncated === true }
  }

  async at(key: string): Promise<Anchor> {
    return anchorAt(this.#at.s3, this.#at.bucket, key)
  }

  /** Which entry stands where each head was; of those that are gone, none. */
  async entriesAt(heads: readonly Head[]): Promise<ReadonlyMap<Head, Entry>> {
    const found = new Map<string, Entry>()
    const nameOf = (key: { readonly pk: string; readonly sk: string }) => `${key.pk} ${key.sk}`
    const keyOf = ({ reference, n }: Head) => entryKey(reference, n)
    const asked = heads.map((head) => marshall(keyOf(head)))
    while (asked.length > 0) {
      // What is compared was written a day ago or more.
      const page = await this.#at.dynamodb.send(
        new BatchGetItemCommand({ RequestItems: { [this.#at.table]: { Keys: asked.splice(0, batch) } } }),
      )
      for (const one of page.Responses?.[this.#at.table] ?? []) {
        const { entry, ...key } = unmarshall(one) as { pk: string; sk: string; entry: Entry }
        found.set(nameOf(key), entry)
      }
      asked.push(...(page.UnprocessedKeys?.[this.#at.table]?.Keys ?? []))
    }
    return new Map(
      heads.flatMap((head) => {
        const entry = found.get(nameOf(keyOf(head)))
        return entry ? [[head, entry] as const] : []
      }),
    )
  }
}

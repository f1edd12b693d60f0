import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { anchorKey, type Head, type Part } from '../domain/anchor.ts'
import { anchorsKey, named } from './items.ts'

/** How far anchoring has come: the part that is to be written next, and where its entries begin, if not at the day's first. */
export type Place = Part & { readonly from?: string }

/** Somebody else wrote the same part meanwhile: what they wrote is as good. */
export class AnchoredMeanwhile extends Error {
  override readonly name = 'AnchoredMeanwhile'
}

/** What was written to histories on a day, by the index `byDay` of the table of requests, and the bucket that keeps its anchors. */
export class Anchors {
  readonly #table: string
  readonly #bucket: string
  readonly #dynamodb: DynamoDBClient
  readonly #s3: S3Client

  constructor(
    places: { readonly table: string; readonly bucket: string },
    clients: { readonly dynamodb: DynamoDBClient; readonly s3: S3Client },
  ) {
    this.#table = places.table
    this.#bucket = places.bucket
    this.#dynamodb = clients.dynamodb
    this.#s3 = clients.s3
  }

  /** Undefined before the first day. */
  async place(): Promise<Place | undefined> {
    const { Item } = await this.#dynamodb.send(
      new GetItemCommand({ TableName: this.#table, Key: marshall(anchorsKey), ConsistentRead: true }),
    )
    return Item && (unmarshall(Item).place as Place)
  }

  /** A page of what was written on a day (UTC); `next`: where the one after it begins, when there is one. */
  async writtenOn(
    day: string,
    from?: string,
    limit?: number,
  ): Promise<{ readonly entries: readonly Head[]; readonly next?: string }> {
    const { Items, LastEvaluatedKey } = await this.#dynamodb.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'byDay',
        KeyConditionExpression: 'writtenOn = :day',
        ExpressionAttributeValues: marshall({ ':day': day }),
        ...(limit ? { Limit: limit } : {}),
        ...(from ? { ExclusiveStartKey: marshall(JSON.parse(from)) } : {}),
      }),
    )
    const entries = (Items ?? []).map((one) => {
      const { entry, ...key } = unmarshall(one) as { pk: string; entry: { n: number; hash: string } }
      return { reference: named(key).reference, n: entry.n, hash: entry.hash }
    })
    return { entries, ...(LastEvaluatedKey ? { next: JSON.stringify(unmarshall(LastEvaluatedKey)) } : {}) }
  }

  /** A part that is written again, after a crash, is another version of it: both stay. */
  async keep(part: Part, document: unknown): Promise<void> {
    await this.#s3.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: anchorKey(part),
        Body: JSON.stringify(document),
        ContentType: 'application/json',
      }),
    )
  }

  /** What comes next, if nobody has gone on since `before`. @throws AnchoredMeanwhile */
  async goOn(place: Place, before: Place | undefined): Promise<void> {
    const unchanged = before
      ? {
          ConditionExpression: '#p.#d = :day AND #p.part = :part',
          ExpressionAttributeNames: { '#p': 'place', '#d': 'day' },
          ExpressionAttributeValues: marshall({ ':day': before.day, ':part': before.part }),
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }
    try {
      await this.#dynamodb.send(
        new PutItemCommand({ TableName: this.#table, Item: marshall({ ...anchorsKey, place }), ...unchanged }),
      )
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) throw new AnchoredMeanwhile()
      throw error
    }
  }
}

import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { type Anchor, anchorKey, type Head, type Part } from '../domain/anchor.ts'
import { instant } from '../domain/time.ts'
import { anchorsKey, named } from './items.ts'

/** How far anchoring has come: the part that is to be written next, and where its entries begin, if not at the day's first. */
export type Place = Part & { readonly from?: string }

/** An entry in the index; `expires`: when it goes, in seconds since 1970, if that is known yet. */
type Written = {
  readonly pk: string
  readonly entry: { readonly n: number; readonly hash: string }
  readonly expires?: number
}

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
      const { entry, expires, ...key } = unmarshall(one) as Written
      const until = expires === undefined ? {} : { until: instant(expires * 1000) }
      return { reference: named(key).reference, n: entry.n, hash: entry.hash, ...until }
    })
    return { entries, ...(LastEvaluatedKey ? { next: JSON.stringify(unmarshall(LastEvaluatedKey)) } : {}) }
  }

  /**
   * Puts a part where none is yet, as the bucket's policy demands.
   * @returns the anchor that lies there now: that of an earlier try, if it got so far
   */
  async keep(part: Part, document: { readonly anchor: Anchor; readonly signature: unknown }): Promise<Anchor> {
    try {
      await this.#s3.send(
        new PutObjectCommand({
          Bucket: this.#bucket,
          Key: anchorKey(part),
          Body: JSON.stringify(document),
          ContentType: 'application/json',
          IfNoneMatch: '*',
        }),
      )
      return document.anchor
    } catch (error) {
      if (!(error instanceof Error && error.name === 'PreconditionFailed')) throw error
      return anchorAt(this.#s3, this.#bucket, anchorKey(part))
    }
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

/** What was signed, as it lies in the bucket. */
export async function anchorAt(s3: S3Client, bucket: string, key: string): Promise<Anchor> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
  return (JSON.parse((await Body?.transformToString()) ?? '') as { anchor: Anchor }).anchor
}

import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Announcement, Settled } from '../domain/announcement.ts'
import { announcedKey, announcementKey, seconds, toldKey } from './items.ts'

/** Whoever claimed somebody's letter and has not sent it so long after has died, in ms: a function runs 5 minutes at most. */
const abandoned = 6 * 60_000
/** How long it is known who was told of a version, in seconds: a year, far beyond any announcement. */
const aYear = 365 * 86_400
const aMonth = 31 * 86_400

/** under-way: somebody else is sending it this moment. enough: the day has had its letters. */
export type Claim = 'claimed' | 'settled' | 'under-way' | 'enough'

/** Changes of the privacy notice, how far they are announced, and who was told: once for each person, by keyed hash. */
export class Announcements {
  readonly #client: DynamoDBClient
  readonly #table: string

  constructor(table: string, client: DynamoDBClient) {
    this.#client = client
    this.#table = table
  }

  /** All of them, in the order of their versions' names, and behind which account the next page begins. */
  async all(): Promise<ReadonlyArray<Announcement & { readonly after?: string }>> {
    const found: Array<Announcement & { readonly after?: string }> = []
    for await (const page of paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: marshall({ ':pk': announcementKey('').pk }),
        ConsistentRead: true,
      },
    ))
      found.push(...(page.Items ?? []).map(fromItem))
    return found
  }

  /** Keeps a new one; one of that version that is there already stays, and is answered. */
  async begin(announcement: Announcement): Promise<Announcement> {
    const { told, ...rest } = announcement
    try {
      await this.#client.send(
        new PutItemCommand({
          TableName: this.#table,
          Item: marshall(
            { ...announcementKey(announcement.version), ...rest, ...told },
            { removeUndefinedValues: true },
          ),
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      )
      return announcement
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException && error.Item) return fromItem(error.Item)
      throw error
    }
  }

  /** A page of accounts is done: the next one begins behind it; without one everybody is told. Once, whoever says it first. */
  async goOn(version: string, from: string | undefined, next: string | undefined, now: string): Promise<void> {
    try {
      await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: marshall(announcementKey(version)),
          UpdateExpression: next === undefined ? 'SET doneAt = :now REMOVE #after' : 'SET #after = :next',
          ConditionExpression: `attribute_not_exists(doneAt) AND ${from === undefined ? 'attribute_not_exists(#after)' : '#after = :from'}`,
          ExpressionAttributeNames: { '#after': 'after' },
          ExpressionAttributeValues: marshall({
            ...(next === undefined ? { ':now': now } : { ':next': next }),
            ...(from === undefined ? {} : { ':from': from }),
          }),
        }),
      )
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  }

  /** Letters of a day (UTC), of all announcements. */
  async sentOn(utcDay: string): Promise<number> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: marshall(announcedKey(utcDay)), ConsistentRead: true }),
    )
    return Item ? Number(unmarshall(Item).letters) : 0
  }

  /** Before a letter is sent: nobody else sends it, and the day's count has room for it; both or neither. */
  async claim(version: string, hash: string, now: string, atMost: number): Promise<Claim> {
    const claimed = {
      Update: {
        TableName: this.#table,
        Key: marshall(toldKey(hash, version)),
        UpdateExpression: 'SET claimedAt = :now, expires = :expires',
        ConditionExpression:
          'attribute_not_exists(settled) AND (attribute_not_exists(claimedAt) OR claimedAt < :stale)',
        ExpressionAttributeValues: marshall({
          ':now': now,
          ':stale': new Date(Date.parse(now) - abandoned).toISOString(),
          ':expires': seconds(now) + aYear,
        }),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
      },
    }
    const counted = {
      Update: {
        TableName: this.#table,
        Key: marshall(announcedKey(now.slice(0, 10))),
        UpdateExpression: 'SET letters = if_not_exists(letters, :none) + :one, expires = :expires',
        ConditionExpression: 'attribute_not_exists(letters) OR letters < :most',
        ExpressionAttributeValues: marshall({
          ':none': 0,
          ':one': 1,
          ':most': atMost,
          ':expires': seconds(now) + aMonth,
        }),
      },
    }
    try {
      await this.#client.send(new TransactWriteItemsCommand({ TransactItems: [claimed, counted] }))
      return 'claimed'
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const [who, count] = error.CancellationReasons ?? []
      if (who?.Code === 'ConditionalCheckFailed')
        return who.Item && unmarshall(who.Item).settled ? 'settled' : 'under-way'
      if (count?.Code === 'ConditionalCheckFailed') return 'enough'
      throw error
    }
  }

  /** What came of it, and the announcement's count; a second time changes nothing. */
  async settle(version: string, hash: string, as: Settled, now: string): Promise<void> {
    const once = {
      Update: {
        TableName: this.#table,
        Key: marshall(toldKey(hash, version)),
        UpdateExpression: 'SET settled = :as, settledAt = :now, expires = :expires',
        ConditionExpression: 'attribute_not_exists(settled)',
        ExpressionAttributeValues: marshall({ ':as': as, ':now': now, ':expires': seconds(now) + aYear }),
      },
    }
    const counted = {
      Update: {
        TableName: this.#table,
        Key: marshall(announcementKey(version)),
        UpdateExpression: 'ADD #as :one',
        ExpressionAttributeNames: { '#as': as },
        ExpressionAttributeValues: marshall({ ':one': 1 }),
      },
    }
    try {
      await this.#client.send(new TransactWriteItemsCommand({ TransactItems: [once, counted] }))
    } catch (error) {
      const [who] = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : []
      if (who?.Code !== 'ConditionalCheckFailed') throw error
    }
  }

  /** The letter could not be sent now: whoever comes next may. The day's count keeps it, so that tries are bounded too. */
  async giveBack(version: string, hash: string): Promise<void> {
    try {
      await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: marshall(toldKey(hash, version)),
          UpdateExpression: 'REMOVE claimedAt',
          ConditionExpression: 'attribute_exists(claimedAt) AND attribute_not_exists(settled)',
        }),
      )
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  }
}

function fromItem(item: Record<string, unknown>): Announcement & { readonly after?: string } {
  const { pk: _, sk: __, sent, withheld, refused, ...rest } = unmarshall(item as Parameters<typeof unmarshall>[0])
  return { ...(rest as Omit<Announcement, 'told'>), told: { sent, withheld, refused } }
}

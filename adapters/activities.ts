import { createHmac } from 'node:crypto'
import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactionConflictException,
  type TransactWriteItem,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Activity } from '../domain/inactivity.ts'
import { Personal } from '../domain/personal.ts'
import type { Reference } from '../domain/reference.ts'
import type { Day } from '../domain/time.ts'
import { activityKey, removalsKey, seconds } from './items.ts'
import type { Mac } from './keys.ts'

/**
 * Partitions of the index of accounts by the day on which they are looked at. One takes 1,000 writes a second (DynamoDB
 * quota), and a day's first use of an account is two there, one out and one in: together they take 4,000 accounts a second.
 */
const partitions = 8
/** Items that one BatchGetItem reads at most (DynamoDB quota). */
const batch = 100
/** How often a write is tried that met a transaction on the same item. */
const tries = 5

/** Items of the round's own: how long they are kept, in seconds. */
const aMonth = 31 * 86_400

/** What is known of the use of accounts: one item each, by keyed hash, and a sparse index of when to look at them. */
export class Activities {
  readonly #client: DynamoDBClient
  readonly #table: string
  readonly #mac: Mac
  #secret: Promise<Buffer> | undefined

  constructor(table: string, mac: Mac, client: DynamoDBClient) {
    this.#table = table
    this.#mac = mac
    this.#client = client
  }

  /** What is known of accounts, in their order. Reads consistently, in batches. */
  async of(keys: readonly string[]): Promise<ReadonlyArray<Activity | undefined>> {
    const hashes = await Promise.all(keys.map((key) => this.#hash(key)))
    const asked = [...new Set(hashes)].map((hash) => marshall(activityKey(hash)))
    const found = new Map<string, Activity>()
    while (asked.length > 0) {
      const page = await this.#client.send(
        new BatchGetItemCommand({
          RequestItems: { [this.#table]: { Keys: asked.splice(0, batch), ConsistentRead: true } },
        }),
      )
      for (const item of page.Responses?.[this.#table] ?? []) found.set(String(unmarshall(item).pk), fromItem(item))
      asked.push(...(page.UnprocessedKeys?.[this.#table]?.Keys ?? []))
    }
    return hashes.map((hash) => found.get(activityKey(hash).pk))
  }

  /** Keeps a day of use, unless a later one is known. Answers what is known then. @param idleOn when to look at the account */
  async used(key: string, day: Day, idleOn: Day): Promise<Activity> {
    return this.#noted(key, day, idleOn, 'attribute_not_exists(#day) OR #day < :day', '')
  }

  /**
   * The account stays: it counts as used on a day, and no removal is under way. One that the company never reported stays
   * out: nobody would hear of its use.
   */
  async kept(key: string, day: Day, idleOn: Day): Promise<void> {
    try {
      await this.#noted(key, day, idleOn, '#day <= :day', ' REMOVE removal')
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  }

  async #noted(key: string, day: Day, idleOn: Day, condition: string, more: string, left = tries): Promise<Activity> {
    const hash = await this.#hash(key)
    try {
      const updated = await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: marshall(activityKey(hash)),
          UpdateExpression: `SET account = :key, #day = :day, idle = :idle, idleOn = :on${more}`,
          ConditionExpression: condition,
          ExpressionAttributeNames: { '#day': 'day' },
          ExpressionAttributeValues: marshall({ ':key': key, ':day': day, ':idle': partitionOf(hash), ':on': idleOn }),
          ReturnValues: 'ALL_NEW',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      )
      return fromItem(updated.Attributes ?? {})
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException && error.Item) return fromItem(error.Item)
      if (error instanceof TransactionConflictException && left > 0)
        return this.#noted(key, day, idleOn, condition, more, left - 1)
      throw error
    }
  }

  /** Who was erased leaves nothing here. */
  async forget(key: string): Promise<void> {
    const Key = marshall(activityKey(await this.#hash(key)))
    await this.#client.send(new DeleteItemCommand({ TableName: this.#table, Key }))
  }

  /** Accounts to look at on a day, those that wait longest first. The index may still have some that are done. */
  async due(on: Day, atMost: number): Promise<readonly Activity[]> {
    const pages = await Promise.all(Array.from({ length: partitions }, (_, n) => this.#dueIn(n, on, atMost)))
    const items = pages.flat().sort((a, b) => (a.idleOn < b.idleOn ? -1 : 1))
    return (await this.#whole(items.slice(0, atMost).map(({ pk }) => pk))).filter(
      ({ idleOn }) => idleOn !== undefined && idleOn <= on,
    )
  }

  async #dueIn(partition: number, on: Day, atMost: number) {
    const page = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'byIdleOn',
        KeyConditionExpression: 'idle = :idle AND idleOn <= :on',
        ExpressionAttributeValues: marshall({ ':idle': nameOf(partition), ':on': on }),
        Limit: atMost,
      }),
    )
    return (page.Items ?? []).map((item) => unmarshall(item) as { pk: string; idleOn: string })
  }

  /** As they are now, whatever the index says. */
  async #whole(pks: readonly string[]): Promise<readonly Activity[]> {
    const items = await Promise.all(
      pks.map((pk) =>
        this.#client.send(
          new GetItemCommand({ TableName: this.#table, Key: marshall({ pk, sk: 'activity' }), ConsistentRead: true }),
        ),
      ),
    )
    return items.flatMap(({ Item }) => (Item ? [fromItem(Item)] : []))
  }

  /** Looks at an account another day, unless it was used meanwhile. */
  async lookAgain({ key, day, idleOn }: Activity, on: Day): Promise<void> {
    try {
      await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: marshall(activityKey(await this.#hash(key.reveal()))),
          UpdateExpression: 'SET idleOn = :on',
          ConditionExpression: '#day = :day AND idleOn = :was',
          ExpressionAttributeNames: { '#day': 'day' },
          ExpressionAttributeValues: marshall({ ':on': on, ':day': day, ':was': idleOn }),
        }),
      )
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  }

  /** How many removals were scheduled on a day (UTC). */
  async scheduledOn(utcDay: string): Promise<number> {
    const found = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: marshall(removalsKey(utcDay)), ConsistentRead: true }),
    )
    return found.Item ? Number(unmarshall(found.Item).scheduled) : 0
  }

  /**
   * What a removal does to its accounts and to the day's count, for the transaction that saves its request: nothing of it
   * happens when one of them was used meanwhile, or the day has had enough. @param now ISO instant
   */
  async scheduling(
    all: readonly Activity[],
    reference: Reference,
    now: string,
    atMost: number,
  ): Promise<TransactWriteItem[]> {
    const counted: TransactWriteItem = {
      Update: {
        TableName: this.#table,
        Key: marshall(removalsKey(now.slice(0, 10))),
        UpdateExpression: 'SET scheduled = if_not_exists(scheduled, :none) + :one, expires = :expires',
        ConditionExpression: 'attribute_not_exists(scheduled) OR scheduled < :most',
        ExpressionAttributeValues: marshall({
          ':none': 0,
          ':one': 1,
          ':most': atMost,
          ':expires': seconds(now) + aMonth,
        }),
      },
    }
    const taken = all.map(
      async ({ key, day }): Promise<TransactWriteItem> => ({
        Update: {
          TableName: this.#table,
          Key: marshall(activityKey(await this.#hash(key.reveal()))),
          UpdateExpression: 'SET removal = :removal REMOVE idle, idleOn',
          ConditionExpression: '#day = :day AND attribute_not_exists(removal)',
          ExpressionAttributeNames: { '#day': 'day' },
          ExpressionAttributeValues: marshall({ ':removal': { reference, day }, ':day': day }),
        },
      }),
    )
    return [counted, ...(await Promise.all(taken))]
  }

  /** One secret for all accounts: a call of KMS when a function starts, and none for each account. */
  async #hash(key: string): Promise<string> {
    this.#secret ??= this.#mac.secretFor('activity')
    return createHmac('sha256', await this.#secret)
      .update(key)
      .digest('base64url')
  }
}

const nameOf = (partition: number): string => `idle#${partition}`
const partitionOf = (hash: string): string => nameOf((Buffer.from(hash, 'base64url')[0] ?? 0) % partitions)

function fromItem(item: Record<string, unknown>): Activity {
  const { account, day, idleOn, removal } = unmarshall(item as Parameters<typeof unmarshall>[0])
  return { key: new Personal(String(account)), day, ...(idleOn ? { idleOn } : {}), ...(removal ? { removal } : {}) }
}

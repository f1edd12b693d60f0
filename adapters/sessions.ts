import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { colleagueKey, colleaguesPartition, seconds, sessionKey, staffKey } from './items.ts'

/** Somebody of the company who is signed in on the desk. */
export type Session = {
  /** As histories name them (`staffOf`). */
  readonly staff: string
  readonly role: string
  /** Their address, as the provider verified it: shown to themselves, and to who looks up a name of a history. */
  readonly name: string
  /** What every form of theirs has to send along. */
  readonly csrf: string
  /** ISO instants. */
  readonly seenAt: string
  readonly endsAt: string
}

export type Colleague = Pick<Session, 'staff' | 'name' | 'role'>

/** How often a click is noted, in ms: a session that is used writes no more than that. */
const noted = 60_000

/** Sessions of the desk, in the table of requests. Only hashes of what their cookies hold are kept. */
export class Sessions {
  readonly #client: DynamoDBClient
  readonly #table: string

  constructor(table: string, client: DynamoDBClient) {
    this.#client = client
    this.#table = table
  }

  async begin(hash: string, session: Session): Promise<void> {
    await this.#put({ ...sessionKey(hash), ...session, expires: seconds(session.endsAt) })
    // Whose name it is in a history is to be told for as long as histories are read; who left is still somebody.
    const { staff, name, role, seenAt } = session
    await this.#put({ ...staffKey(staff), name, role, seenAt })
    await this.#put({ ...colleagueKey(staff), staff, name, role, seenAt })
  }

  /** A session that is not over, and its use noted. @param usedSince without a click since then it is over (ISO instant) */
  async use(hash: string, now: string, usedSince: string): Promise<Session | undefined> {
    const session = await this.#open(hash, now, usedSince)
    if (session && Date.parse(now) - Date.parse(session.seenAt) > noted) await this.#seen(hash, now)
    return session
  }

  /** Whether it is not over; no use of it is noted. */
  async isOpen(hash: string, now: string, usedSince: string): Promise<boolean> {
    return (await this.#open(hash, now, usedSince)) !== undefined
  }

  /** Counts a search by somebody's address; false: this session has had as many as it may, and this one is none. */
  async search(hash: string, most: number): Promise<boolean> {
    try {
      await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: marshall(sessionKey(hash)),
          UpdateExpression: 'ADD searches :one',
          ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(searches) OR searches < :most)',
          ExpressionAttributeValues: marshall({ ':one': 1, ':most': most }),
        }),
      )
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }

  async end(hash: string): Promise<void> {
    await this.#client.send(new DeleteItemCommand({ TableName: this.#table, Key: marshall(sessionKey(hash)) }))
  }

  /** Address of somebody whom a history names; nothing, where they never signed in. */
  async nameOf(staff: string): Promise<string | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: marshall(staffKey(staff)) }),
    )
    return Item && (unmarshall(Item).name as string)
  }

  /** Who signed in since an instant, by their address. */
  async colleagues(since: string): Promise<readonly Colleague[]> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: marshall({ ':pk': colleaguesPartition }),
      }),
    )
    return Items.map((one) => unmarshall(one) as Colleague & { readonly seenAt: string })
      .filter(({ seenAt }) => seenAt >= since)
      .map(({ staff, name, role }) => ({ staff, name, role }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  async #open(hash: string, now: string, usedSince: string): Promise<Session | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: marshall(sessionKey(hash)), ConsistentRead: true }),
    )
    const session = Item && (unmarshall(Item) as Session)
    return !session || now >= session.endsAt || session.seenAt <= usedSince ? undefined : session
  }

  async #seen(hash: string, now: string): Promise<void> {
    try {
      await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: marshall(sessionKey(hash)),
          UpdateExpression: 'SET seenAt = :now',
          // Signed out meanwhile, it stays so.
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: marshall({ ':now': now }),
        }),
      )
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  }

  async #put(item: Record<string, unknown>): Promise<void> {
    await this.#client.send(new PutItemCommand({ TableName: this.#table, Item: marshall(item) }))
  }
}

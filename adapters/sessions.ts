import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { attemptKey, seconds, sessionKey, staffKey } from './items.ts'

/** A sign-in that is under way at the provider: what its answer has to fit. */
export type Attempt = {
  readonly state: string
  readonly nonce: string
  /** RFC 7636. */
  readonly verifier: string
  /** The page that was asked for, such as /desk. */
  readonly back: string
}

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

  async attempt(hash: string, attempt: Attempt, until: string): Promise<void> {
    await this.#put({ ...attemptKey(hash), ...attempt, until, expires: seconds(until) })
  }

  /** The sign-in of a cookie, once: a second answer of the provider finds nothing. */
  async take(hash: string, now: string): Promise<Attempt | undefined> {
    const { Attributes } = await this.#client.send(
      new DeleteItemCommand({ TableName: this.#table, Key: marshall(attemptKey(hash)), ReturnValues: 'ALL_OLD' }),
    )
    const found = Attributes && (unmarshall(Attributes) as Attempt & { readonly until: string })
    return found && now < found.until ? found : undefined
  }

  async begin(hash: string, session: Session): Promise<void> {
    await this.#put({ ...sessionKey(hash), ...session, expires: seconds(session.endsAt) })
    // Whose name it is in a history is to be told for as long as histories are read; who left is still somebody.
    await this.#put({ ...staffKey(session.staff), name: session.name, role: session.role, seenAt: session.seenAt })
  }

  /** A session that is not over, and its use noted. @param usedSince without a click since then it is over (ISO instant) */
  async use(hash: string, now: string, usedSince: string): Promise<Session | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: marshall(sessionKey(hash)), ConsistentRead: true }),
    )
    const session = Item && (unmarshall(Item) as Session)
    if (!session || now >= session.endsAt || session.seenAt <= usedSince) return undefined
    if (Date.parse(now) - Date.parse(session.seenAt) > noted) await this.#seen(hash, now)
    return session
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

import { type DynamoDBClient, GetItemCommand, PutItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { type Day, dayOf, type Instant } from '../domain/time.ts'
import { readMailsOf, seconds, unreadPlace } from './items.ts'

/** How far one has come who looks for mails that nobody read. */
type Place = {
  /** Of what came before nothing is known. */
  readonly since: Instant
  /** SES's name for a mail that was looked at last; none: one begins anew. */
  readonly after?: string
}

/** Which of the mails that SES stored were read. A mail that came by two ways was stored twice: each has a mark of its own. */
export class ReadMails {
  readonly #client: DynamoDBClient
  readonly #table: string

  constructor(table: string, client: DynamoDBClient) {
    this.#client = client
    this.#table = table
  }

  /** @param came when SES took it @param until when nobody asks any more */
  async mark(messageId: string, came: Instant, until: Instant): Promise<void> {
    const key = { pk: readMailsOf(dayOf(came, 'UTC')), sk: messageId }
    await this.#client.send(
      new PutItemCommand({ TableName: this.#table, Item: marshall({ ...key, expires: seconds(until) }) }),
    )
  }

  /** SES's names for what was read of the mails that came on a day (UTC). */
  async of(day: Day): Promise<ReadonlySet<string>> {
    const read = new Set<string>()
    for await (const page of paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk',
        ProjectionExpression: 'sk',
        ExpressionAttributeValues: marshall({ ':pk': readMailsOf(day) }),
      },
    ))
      for (const one of page.Items ?? []) read.add(String(one.sk?.S))
    return read
  }

  /** Where to go on; the first time, from now on. */
  async place(now: Instant): Promise<Place> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: marshall(unreadPlace), ConsistentRead: true }),
    )
    if (Item) return unmarshall(Item) as Place
    const place = { since: now }
    await this.keepPlace(place)
    return place
  }

  async keepPlace({ since, after }: Place): Promise<void> {
    await this.#client.send(
      new PutItemCommand({
        TableName: this.#table,
        Item: marshall({ ...unreadPlace, since, ...(after === undefined ? {} : { after }) }),
      }),
    )
  }
}

import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { mailKey, seconds, tokenKey } from './items.ts'

/** A request that a mail opens: its reference is chosen before, so that a second try opens the same one. */
export type Opening = {
  readonly right: string
  readonly reference: string
  /** For the owner of an account that the mail names, who is not known to be its writer; nobody, where there is none. */
  readonly for?: 'account'
}

/** What is kept of a mail besides its bytes: what was decided and why. Nothing of what the mail says. */
export type KeptMail = {
  /** The same for every delivery of a mail. */
  readonly id: string
  /** SES's name for the first delivery, under which the bytes lie. */
  readonly messageId: string
  /** Verdicts of SES on it, for whoever reads it again. */
  readonly verdicts: Readonly<Record<string, string>>
  readonly receivedAt: string
  readonly plan: Readonly<Record<string, unknown>> & { readonly to: string }
  /** Why it was understood so: concepts and phrases of our own lexicon. */
  readonly because: ReadonlyArray<{ readonly concept: string; readonly phrase: string; readonly language: string }>
  readonly language?: string
  readonly opens: readonly Opening[]
  /** When everything that the plan asks for was done. */
  readonly doneAt?: string
  /** What somebody of the company decided; no rights: it is no request. */
  readonly decided?: { readonly at: string; readonly opens: readonly Opening[] }
  /** When what was decided had been done; until then it can be tried again. */
  readonly settledAt?: string
}

/** Mails that came in, in the table of requests; they go with the bytes. */
export class Mails {
  readonly #client: DynamoDBClient
  readonly #table: string

  constructor(table: string, client: DynamoDBClient) {
    this.#client = client
    this.#table = table
  }

  /** Keeps what was decided, the first time; answers what is kept: of two deliveries the plan of the first one counts. */
  async keep(mail: KeptMail, until: string): Promise<KeptMail> {
    try {
      await this.#client.send(
        new PutItemCommand({
          TableName: this.#table,
          Item: marshall({ ...mailKey(mail.id), ...mail, expires: seconds(until) }, { removeUndefinedValues: true }),
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      )
      return mail
    } catch (error) {
      const known = error instanceof ConditionalCheckFailedException ? await this.get(mail.id) : undefined
      if (!known) throw error
      return known
    }
  }

  async get(id: string): Promise<KeptMail | undefined> {
    const found = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: marshall(mailKey(id)), ConsistentRead: true }),
    )
    return found.Item && (unmarshall(found.Item) as KeptMail)
  }

  async done(id: string, now: string): Promise<void> {
    await this.#update(id, 'SET doneAt = :now', { ':now': now })
  }

  /** The first decision counts. Answers the one that does. */
  async decide(id: string, decided: NonNullable<KeptMail['decided']>): Promise<NonNullable<KeptMail['decided']>> {
    try {
      await this.#update(id, 'SET decided = :decided', { ':decided': decided }, 'attribute_not_exists(decided)')
      return decided
    } catch (error) {
      const known = error instanceof ConditionalCheckFailedException ? (await this.get(id))?.decided : undefined
      if (!known) throw error
      return known
    }
  }

  async settle(id: string, now: string): Promise<void> {
    await this.#update(id, 'SET settledAt = :now', { ':now': now })
  }

  /** A link that lets its holder decide on a mail. @param hash of its secret */
  async issueLink(hash: string, id: string, until: string): Promise<void> {
    await this.#client.send(
      new PutItemCommand({
        TableName: this.#table,
        Item: marshall({ ...tokenKey(hash), mail: id, expires: seconds(until) }),
      }),
    )
  }

  /** The mail that a link leads to; a link that is over leads nowhere, also while the table still holds it. */
  async linked(hash: string, now: string): Promise<KeptMail | undefined> {
    const found = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: marshall(tokenKey(hash)), ConsistentRead: true }),
    )
    const link = found.Item && (unmarshall(found.Item) as { mail?: string; expires: number })
    return link?.mail !== undefined && link.expires > seconds(now) ? this.get(link.mail) : undefined
  }

  async #update(id: string, change: string, values: Record<string, unknown>, condition = 'attribute_exists(pk)') {
    await this.#client.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: marshall(mailKey(id)),
        UpdateExpression: change,
        ConditionExpression: condition,
        ExpressionAttributeValues: marshall(values),
      }),
    )
  }
}

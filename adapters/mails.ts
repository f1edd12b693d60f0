import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type TransactWriteItem,
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
  /** What somebody of the company decided; no rights: it is no request, or spam. */
  readonly decided?: {
    readonly at: string
    readonly opens: readonly Opening[]
    readonly spam?: true
    /** Who it was, where they decided on the desk. */
    readonly by?: string
    /** What was decided and for whom, as a hash: whoever decides the same carries it on. */
    readonly form?: string
  }
  /** When a letter told the company's officer of it. */
  readonly toldAt?: string
  /** When what was decided had been done; until then it can be tried again. */
  readonly settledAt?: string
  /** Who of the company opened it on the desk, and when. */
  readonly looks?: ReadonlyArray<{ readonly by: string; readonly at: string }>
}

/** A note that is written with what answers a mail. */
type Answering = { readonly Update: NonNullable<TransactWriteItem['Update']> }

/** The part of the index `byDue` in which mails are that somebody has to decide on. */
const shelf = 'mail'

/** Mails that came in, in the table of requests; they go with the bytes. */
export class Mails {
  readonly #client: DynamoDBClient
  readonly #table: string

  constructor(table: string, client: DynamoDBClient) {
    this.#client = client
    this.#table = table
  }

  /**
   * Keeps what was decided, the first time; answers what is kept: of two deliveries the plan of the first one counts.
   * @param due when a mail that somebody has to decide on would have to be answered
   */
  async keep(mail: KeptMail, until: string, due: string): Promise<KeptMail> {
    const waits = mail.plan.to === 'decide' ? { open: shelf, due } : {}
    try {
      await this.#client.send(
        new PutItemCommand({
          TableName: this.#table,
          Item: marshall(
            { ...mailKey(mail.id), ...mail, ...waits, expires: seconds(until) },
            { removeUndefinedValues: true },
          ),
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

  /**
   * Which request that was there before answered an opening: its person heard where that stands, or got another link; and how
   * that is noted, once. Undefined: nothing is kept of the mail.
   */
  async opening(
    id: string,
    reference: string,
  ): Promise<{ readonly about?: string; readonly answers: (about: string) => Answering } | undefined> {
    const kept = (await this.get(id)) as Readonly<Record<string, unknown>> | undefined
    if (!kept) return undefined
    const name = `about#${reference}`
    const about = kept[name]
    return {
      ...(about === undefined ? {} : { about: String(about) }),
      answers: (by) => ({
        Update: {
          TableName: this.#table,
          Key: marshall(mailKey(id)),
          UpdateExpression: 'SET #about = :about',
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#about)',
          ExpressionAttributeNames: { '#about': name },
          ExpressionAttributeValues: marshall({ ':about': by }),
        },
      }),
    }
  }

  /** Notes that nothing has to be done for it, because another mail was answered the same moment. */
  async answeredBeside({ Update }: Answering): Promise<void> {
    try {
      await this.#client.send(new UpdateItemCommand(Update))
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  }

  async done(id: string, now: string): Promise<void> {
    await this.#update(id, 'SET doneAt = :now', { ':now': now })
  }

  /**
   * The first decision counts. Answers the one that does. @param abandoned one that was not carried out by then died, and
   * another may follow (ISO instant)
   */
  async decide(
    id: string,
    decided: NonNullable<KeptMail['decided']>,
    abandoned: string,
  ): Promise<NonNullable<KeptMail['decided']>> {
    try {
      // One that went by itself meanwhile does not come back as a decision about nothing, without an end.
      const first =
        'attribute_exists(pk) AND (attribute_not_exists(decided) OR (attribute_not_exists(settledAt) AND decided.#at < :abandoned))'
      const values = { ':decided': decided, ':abandoned': abandoned }
      await this.#update(id, 'SET decided = :decided', values, first, { '#at': 'at' })
      return decided
    } catch (error) {
      const known = error instanceof ConditionalCheckFailedException ? (await this.get(id))?.decided : undefined
      if (!known) throw error
      return known
    }
  }

  async settle(id: string, now: string): Promise<void> {
    await this.#update(id, 'SET settledAt = :now REMOVE #open, due', { ':now': now }, undefined, { '#open': 'open' })
  }

  /** Mails that somebody of the company has to decide on, the first to be answered first; at most so many. */
  async waiting(limit: number): Promise<ReadonlyArray<KeptMail & { readonly due: string }>> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'byDue',
        KeyConditionExpression: '#open = :mail',
        ExpressionAttributeNames: { '#open': 'open' },
        ExpressionAttributeValues: marshall({ ':mail': shelf }),
        Limit: limit,
      }),
    )
    return Items.map((one) => unmarshall(one) as KeptMail & { readonly due: string })
  }

  /** The officer was told of it. What went by itself meanwhile needs nothing. */
  async told(id: string, at: string): Promise<void> {
    try {
      await this.#update(id, 'SET toldAt = :at', { ':at': at })
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  }

  /** Notes who opened it. @returns false when there is no such mail */
  async looked(id: string, by: string, at: string): Promise<boolean> {
    try {
      const values = { ':none': [], ':look': [{ by, at }] }
      await this.#update(id, 'SET looks = list_append(if_not_exists(looks, :none), :look)', values)
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }

  /** A link that lets its holder decide on a mail. @param hash of its secret @param by who opened it on the desk */
  async issueLink(hash: string, id: string, until: string, by?: string): Promise<void> {
    await this.#client.send(
      new PutItemCommand({
        TableName: this.#table,
        Item: marshall({ ...tokenKey(hash), mail: id, ...(by ? { by } : {}), expires: seconds(until) }),
      }),
    )
  }

  /** The mail that a link leads to; a link that is over leads nowhere, also while the table still holds it. */
  async linked(hash: string, now: string): Promise<{ readonly kept: KeptMail; readonly by?: string } | undefined> {
    const found = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: marshall(tokenKey(hash)), ConsistentRead: true }),
    )
    const link = found.Item && (unmarshall(found.Item) as { mail?: string; by?: string; expires: number })
    const kept = link?.mail !== undefined && link.expires > seconds(now) ? await this.get(link.mail) : undefined
    return kept && { kept, ...(link?.by ? { by: link.by } : {}) }
  }

  async #update(
    id: string,
    change: string,
    values: Record<string, unknown>,
    condition = 'attribute_exists(pk)',
    names?: Record<string, string>,
  ) {
    await this.#client.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: marshall(mailKey(id)),
        UpdateExpression: change,
        ConditionExpression: condition,
        ...(names ? { ExpressionAttributeNames: names } : {}),
        ExpressionAttributeValues: marshall(values),
      }),
    )
  }
}

import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { Personal } from '../domain/personal.ts'
import { calledAgain, mailLetterKey, movesAt, seconds } from './items.ts'

/** A letter that a mail sets off, and that is about no request: its writer is asked something, or the company's officer. */
export type MailLetter = {
  /** The mail's own id (adapters/mails.ts). */
  readonly mail: string
  /** What it is called, the same for every delivery of the mail. */
  readonly id: string
  readonly letter: 'authority-needed' | 'mail-to-decide'
  readonly language: string
  readonly at: string
  /** The mail's writer, and the Message-ID that is answered. Absent: it goes to the officer, or it is out. */
  readonly to?: Personal<{ readonly address: string; readonly answers?: string }>
  readonly doneAt?: string
  /** As many went out that day as may: when it may be sent (ISO instant). */
  readonly heldUntil?: string
}

/** Such letters, in the outbox beside what is kept of their mail. */
export class MailLetters {
  readonly #client: DynamoDBClient
  readonly #table: string

  constructor(table: string, client: DynamoDBClient) {
    this.#client = client
    this.#table = table
  }

  /** Leaves it to be sent, once. @param until when it goes with its mail (ISO instant) */
  async leave(letter: MailLetter, until: string): Promise<void> {
    try {
      await this.#client.send(new PutItemCommand(this.#left(letter, seconds(until))))
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  }

  async of(mail: string, id: string): Promise<MailLetter | undefined> {
    return (await this.#item(mail, id))?.letter
  }

  /** It was sent, or need not be: who got it is forgotten. A second time changes nothing. */
  async done({ mail, id }: MailLetter, now: string): Promise<void> {
    await this.#change(mail, id, 'SET doneAt = :now REMOVE #to, moves, movesBy', { ':now': now }, { '#to': 'to' })
  }

  /** SES does not take it now: the round finds it there. */
  async putAside({ mail, id }: MailLetter, now: string): Promise<void> {
    const { moves, movesBy } = movesAt('letter', now)
    await this.#change(mail, id, 'SET moves = :moves, movesBy = :by', { ':moves': moves, ':by': movesBy })
  }

  /** The same for one that may not be sent on this day. @param until when it may (ISO instant) */
  async holdBack({ mail, id }: MailLetter, until: string): Promise<void> {
    const { moves, movesBy } = movesAt('held', until)
    await this.#change(mail, id, 'SET moves = :moves, movesBy = :by, heldUntil = :by', {
      ...{ ':moves': moves, ':by': movesBy },
    })
  }

  /** What was given up, or put aside, is left anew: at most once an hour. @returns whether it was */
  async leaveAgain(mail: string, id: string, now: string): Promise<boolean> {
    const found = await this.#item(mail, id)
    const again = calledAgain(id, now)
    if (!found || found.letter.doneAt || again === id) return false
    const done = this.#changing(mail, id, 'SET doneAt = :now REMOVE #to, moves, movesBy', { ':now': now })
    try {
      await this.#client.send(
        new TransactWriteItemsCommand({
          TransactItems: [
            { Put: this.#left({ ...found.letter, id: again, at: now }, found.expires) },
            { Update: { ...done, ExpressionAttributeNames: { '#to': 'to' } } },
          ],
        }),
      )
      return true
    } catch (error) {
      const isOver =
        error instanceof TransactionCanceledException &&
        error.CancellationReasons?.some(({ Code }) => Code === 'ConditionalCheckFailed')
      if (!isOver) throw error
      return false
    }
  }

  #left({ to, ...letter }: MailLetter, expires: number) {
    const left = { ...letter, ...movesAt('outbox', letter.at), ...(to ? { to: to.reveal() } : {}), expires }
    return {
      TableName: this.#table,
      Item: marshall({ ...mailLetterKey(letter.mail, letter.id), ...left }, { removeUndefinedValues: true }),
      ConditionExpression: 'attribute_not_exists(pk)',
    }
  }

  async #item(mail: string, id: string): Promise<{ letter: MailLetter; expires: number } | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({
        TableName: this.#table,
        Key: marshall(mailLetterKey(mail, id)),
        ConsistentRead: true,
      }),
    )
    if (!Item) return undefined
    const { pk: _, sk: __, moves: ___, movesBy: ____, expires, to, ...letter } = unmarshall(Item)
    return { letter: { ...letter, ...(to ? { to: new Personal(to) } : {}) } as MailLetter, expires: Number(expires) }
  }

  #changing(mail: string, id: string, change: string, values: Readonly<Record<string, string>>) {
    return {
      TableName: this.#table,
      Key: marshall(mailLetterKey(mail, id)),
      UpdateExpression: change,
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(doneAt)',
      ExpressionAttributeValues: marshall(values),
    }
  }

  async #change(
    mail: string,
    id: string,
    change: string,
    values: Readonly<Record<string, string>>,
    names?: Record<string, string>,
  ): Promise<void> {
    try {
      const changing = this.#changing(mail, id, change, values)
      await this.#client.send(
        new UpdateItemCommand({ ...changing, ...(names ? { ExpressionAttributeNames: names } : {}) }),
      )
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  }
}

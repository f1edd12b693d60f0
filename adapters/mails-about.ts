import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Beside } from './beside.ts'
import { type MailAbout, mailAboutKey, mailsAboutKey, seconds } from './items.ts'
import { item } from './table.ts'

/** Mails about a request that are kept with it of one day: a page of a request shows so many (docs/desk.md). */
const mailsADay = 20

/** Which mails came in about requests. */
export class MailsAbout {
  readonly #table: string
  readonly #beside: Beside

  constructor(table: string, client: DynamoDBClient) {
    this.#table = table
    this.#beside = new Beside(table, client)
  }

  /**
   * Keeps which mail came in about a request, for as long as the mail itself, and no longer than what is personal in the
   * request; a second time changes nothing. Anybody can send such mails: of one day (UTC) no more than `mailsADay` are kept.
   */
  async keep(reference: string, { ses, at, mail }: MailAbout, until: string): Promise<void> {
    const Put = {
      TableName: this.#table,
      Item: item({ ...mailAboutKey(reference, ses), ses, at, mail, expires: seconds(until) }),
      ConditionExpression: 'attribute_not_exists(pk)',
    }
    const Update = {
      TableName: this.#table,
      Key: item(mailsAboutKey(reference, at.slice(0, 10))),
      UpdateExpression: 'ADD mails :one SET expires = :expires',
      ConditionExpression: 'attribute_not_exists(mails) OR mails < :most',
      ExpressionAttributeValues: item({ ':one': 1, ':most': mailsADay, ':expires': seconds(until) }),
    }
    await this.#beside.writeWhileOpen(reference, { Put }, { Update })
  }
}

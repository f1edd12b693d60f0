import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { SetOffBy } from '../domain/letter-kinds.ts'
import { mailCountKey, seconds } from './items.ts'
import { item, Table } from './table.ts'

/** How many mails an address gets on a day (UTC), so that nobody can be flooded. */
export class MailCounts {
  readonly #table: Table

  constructor(table: string, client: DynamoDBClient) {
    this.#table = new Table(table, client)
  }

  /**
   * Counts a mail, of those that strangers can set off or of those that the address's owner can; a second try of the same
   * mail is not counted again.
   * @returns false when the day's limit is reached and the mail has to be withheld
   */
  count(hash: string, mail: string, now: string, limit: number, by: SetOffBy = 'anybody'): Promise<boolean> {
    // Looked at and counted in one: letters of several requests of one address are written side by side.
    return this.#table.change({
      Key: item(mailCountKey(hash, now.slice(0, 10), by)),
      UpdateExpression: 'ADD mails :mail SET expires = :expires',
      ConditionExpression: 'attribute_not_exists(mails) OR size(mails) < :limit OR contains(mails, :one)',
      ExpressionAttributeValues: item({
        ':mail': new Set([mail]),
        ':one': mail,
        ':limit': limit,
        ':expires': seconds(now) + 3 * 86_400,
      }),
    })
  }
}

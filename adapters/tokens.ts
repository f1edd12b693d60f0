import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { seconds, tokenKey } from './items.ts'
import { Table } from './table.ts'

export type Token = {
  readonly reference: string
  /** prove: mailed to a new address; decide: to the company's officer; carried-out: to a recipient; consent: to a guardian. */
  readonly purpose: 'confirm' | 'manage' | 'prove' | 'decide' | 'carried-out' | 'consent'
  /** Who of the company opened it on the desk, and the hash that names their session: it is over with that. */
  readonly by?: string
  readonly session?: string
  /** Of a guardian's link: to whom it was mailed (boundTo). */
  readonly to?: string
  /** Of a recipient's link: which notice it is about. */
  readonly cause?: string
  /** Seconds since 1970: afterwards the link leads nowhere. */
  readonly expires: number
  /** Afterwards a link that confirms only brings another one (ISO instant). */
  readonly provesUntil?: string
}

/** What links lead to, by the hashes of their secrets: the secrets themselves are not kept. */
export class Tokens {
  readonly #table: Table

  constructor(table: string, client: DynamoDBClient) {
    this.#table = new Table(table, client)
  }

  /** What a link leads to; an expired item that the table still holds counts as gone. `now` in ms. */
  async find(hash: string, now: number): Promise<Token | undefined> {
    const token = (await this.#table.get(tokenKey(hash))) as Token | undefined
    return token && token.expires * 1000 > now ? token : undefined
  }

  async issue(hash: string, token: Omit<Token, 'expires'>, until: string): Promise<void> {
    await this.#table.put({ ...tokenKey(hash), ...token, expires: seconds(until) })
  }
}

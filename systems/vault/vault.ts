import {
  QueryCommand,
  type QueryCommandOutput,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { type Item, inBatches, put, readAll, remove, writeAll } from './batches.ts'
import { DataKeys, type VaultPlaces } from './keys.ts'
import { chunksOf, grouped, type Kept, recordKey, rowKey, type Stored, unread } from './records.ts'
import { open, seal } from './seal.ts'

export type Places = VaultPlaces & { readonly vaultTable: string }
/** A page; `next` is where the following one begins. */
export type PageOf<T> = { readonly records: readonly T[]; readonly next?: string }

/** Items and bytes of one TransactWriteItems (quotas page of the DynamoDB developer guide); bytes with some room. */
const transactionItems = 100
const transactionBytes = 3_500_000

class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

/**
 * Where restricted records are kept: a table that only Oblige reads, each record under a data key.
 * Neither key names a person: pk hashes whose record it is, sk is reference#category#source#id#chunk.
 * Make one for each call (see DataKeys).
 */
export class Vault {
  readonly keys: DataKeys
  readonly #places: Places
  readonly #system: string

  constructor(places: Places, system: string) {
    this.keys = new DataKeys(places, system)
    this.#places = places
    this.#system = system
  }

  /** The partition of one key of a subject in this system. */
  async partition(owner: string, value: string): Promise<string> {
    return `${this.#system}#${await this.keys.hash('subject', owner, value)}`
  }

  /** Writes records; one that is there already under the same id is replaced. Ids are unique in `records`. */
  async store(records: readonly Stored[]): Promise<void> {
    // A few at a time: each may be as long as the source allows.
    for (const batch of inBatches(records, 25)) {
      const items = await Promise.all(batch.map((record) => this.#items(record)))
      await writeAll(this.#places.dynamodb, this.#places.vaultTable, items.flat().map(put))
    }
  }

  /**
   * Replaces a record that has no other copy, completely or not at all.
   * @returns false when it left the vault, or changed, since it was read @throws TooLarge beyond 3.5 MB sealed
   */
  async replace(record: Kept, data: string): Promise<boolean> {
    const items = await this.#items({ ...record, data })
    const bytes = items.reduce((sum, item) => sum + (item.sealed?.B?.length ?? 0), 0)
    const surplus = record.keys.slice(items.length)
    if (bytes > transactionBytes || items.length + surplus.length > transactionItems) throw new TooLarge('record')
    const TableName = this.#places.vaultTable
    const unchanged = {
      ConditionExpression: 'written = :written',
      ExpressionAttributeValues: { ':written': { S: record.written } },
    }
    try {
      await this.#places.dynamodb.send(
        new TransactWriteItemsCommand({
          TransactItems: [
            ...items.map((Item, n) => ({ Put: { TableName, Item, ...(n < record.keys.length ? unchanged : {}) } })),
            ...surplus.map((Key) => ({ Delete: { TableName, Key, ...unchanged } })),
          ],
        }),
      )
      return true
    } catch (error) {
      const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : []
      if (!reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) throw error
      return false
    }
  }

  /** Which of these records are there (at least their first row). */
  async existing(partition: string, headings: readonly string[]): Promise<ReadonlySet<string>> {
    const keys = headings.map((heading) => recordKey(partition, heading, 0))
    const found = await readAll(this.#places.dynamodb, this.#places.vaultTable, keys, ['sk'])
    return new Set(found.map((item) => item.sk?.S?.slice(0, -5) ?? ''))
  }

  async remove(records: ReadonlyArray<Pick<Kept, 'keys'>>): Promise<void> {
    const keys = records.flatMap((record) => record.keys)
    await writeAll(
      this.#places.dynamodb,
      this.#places.vaultTable,
      keys.map((key) => remove({ ...key })),
    )
  }

  /** A page of records without opening them; `prefix` is a beginning of reference#category#source#. */
  async headings(partition: string, prefix: string, limit?: number, from?: string): Promise<PageOf<Kept>> {
    const { items, next } = await this.#page(partition, prefix, limit, from, 'pk, sk, chunks, written')
    return { records: grouped(items), ...(next ? { next } : {}) }
  }

  /** A page of whole records, opened. Remains of one that was never whole, or whose key is destroyed, come without `data`. */
  async records(
    partition: string,
    prefix: string,
    limit?: number,
    from?: string,
  ): Promise<PageOf<Kept & { readonly data?: string }>> {
    const { items, next } = await this.#page(partition, prefix, limit, from)
    const sealed = new Map(items.map((item) => [item.sk?.S ?? '', item.sealed?.B ?? new Uint8Array()]))
    const records = await Promise.all(
      grouped(items).map(async (record) => {
        const key = await this.keys.find(record.reference, record.category)
        if (!record.whole || !key) return record
        const body = Buffer.concat(record.keys.map((row) => sealed.get(row.sk.S) ?? new Uint8Array()))
        return { ...record, data: await open(key, `${partition}#${record.heading}`, body) }
      }),
    )
    return { records, ...(next ? { next } : {}) }
  }

  async #items({ partition, heading, reference, category, data }: Stored): Promise<Item[]> {
    const key = await this.keys.make(reference, category)
    return chunksOf(partition, heading, await seal(key, `${partition}#${heading}`, data))
  }

  /** Rows of a page, read on to the end of the last record. */
  async #page(partition: string, prefix: string, limit?: number, from?: string, projection?: string) {
    const start = from === undefined ? undefined : { pk: { S: partition }, sk: { S: from } }
    const page = await this.#query(partition, prefix, limit, start, projection)
    const items = page.Items ?? []
    let last = page.LastEvaluatedKey
    while (last && unread(items) > 0) {
      const more = await this.#query(partition, prefix, unread(items), rowKey(last), projection)
      items.push(...(more.Items ?? []))
      last = more.LastEvaluatedKey
    }
    return { items, next: last?.sk?.S }
  }

  #query(
    partition: string,
    prefix: string,
    limit: number | undefined,
    from: Item | undefined,
    projection: string | undefined,
  ): Promise<QueryCommandOutput> {
    return this.#places.dynamodb.send(
      new QueryCommand({
        TableName: this.#places.vaultTable,
        KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :sk)' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: partition }, ...(prefix ? { ':sk': { S: prefix } } : {}) },
        ConsistentRead: true,
        ...(from ? { ExclusiveStartKey: from } : {}),
        ...(projection ? { ProjectionExpression: projection } : {}),
        ...(limit ? { Limit: limit } : {}),
      }),
    )
  }
}

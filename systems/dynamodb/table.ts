import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDbPolicy } from '../../policy/schema.ts'
import type { Moved, Place, Row } from '../rows/place.ts'
import { sideBySide } from '../side-by-side.ts'
import { type Item, put, readAll, remove, writeAll } from '../vault/batches.ts'
import { read, written } from './attributes.ts'
import { unchanged } from './unchanged.ts'

type TablePart = DynamoDbPolicy['tables'][number]

/** Single-item calls under way at a time: at 5 to 10 ms each some thousand rows a second, far below a table's first limits. */
const callsAtOnce = 16
/** How often a row may change under our hands before the batch is tried again later. */
const changesAtMost = 10

class KeepsChanging extends Error {
  override readonly name = 'KeepsChanging'
}

/** The items of one table that belong to one key of a subject, found by the partition key or by a secondary index. */
export class Table implements Place {
  readonly category: string
  readonly source: string
  readonly owner: string
  readonly value: string
  readonly #client: DynamoDBClient
  readonly #part: TablePart

  constructor(client: DynamoDBClient, part: TablePart, value: string) {
    this.category = part.category
    this.source = part.table
    this.owner = part.owner
    this.value = value
    this.#client = client
    this.#part = part
  }

  async count(): Promise<number> {
    let count = 0
    let from: Item | undefined
    do {
      const page = await this.#client.send(new QueryCommand({ ...this.#query(from), Select: 'COUNT' }))
      count += page.Count ?? 0
      from = page.LastEvaluatedKey
    } while (from)
    return count
  }

  async page(limit: number, from?: string): Promise<{ rows: readonly Row[]; next?: string }> {
    const page = await this.#client.send(
      new QueryCommand({ ...this.#query(from === undefined ? undefined : read(from)), Limit: limit }),
    )
    const found = page.Items ?? []
    // An index runs behind and may hold a part of the item only: the table itself has the last word.
    const items = this.#part.index ? await this.#own(found.map((item) => this.#keyOf(item))) : found
    const rows = items.map((item) => this.#row(item))
    return { rows, ...(page.LastEvaluatedKey ? { next: written(page.LastEvaluatedKey) } : {}) }
  }

  async take(rows: readonly Row[], keep: (rows: readonly Row[]) => Promise<void>): Promise<Moved> {
    await keep(rows)
    await sideBySide(rows, callsAtOnce, (row) => this.#remove(row, keep))
    return { blocked: [] }
  }

  async erase(rows: readonly Row[]): Promise<Moved> {
    await writeAll(this.#client, this.source, this.#keys(rows).map(remove))
    return { blocked: [] }
  }

  async overwrite(rows: readonly Row[]): Promise<Moved> {
    const there = new Set((await this.#own(this.#keys(rows))).map((item) => written(this.#keyOf(item))))
    await writeAll(
      this.#client,
      this.source,
      rows.filter((row) => there.has(row.key)).map((row) => put(read(row.data))),
    )
    return { blocked: [] }
  }

  async giveBack(rows: readonly Row[]): Promise<Moved> {
    const there = new Map(
      (await readAll(this.#client, this.source, this.#keys(rows))).map((item) => [written(this.#keyOf(item)), item]),
    )
    const absent = rows.filter((row) => !there.has(row.key))
    await writeAll(
      this.#client,
      this.source,
      absent.map((row) => put(read(row.data))),
    )
    const blocked = rows.filter((row) => {
      const item = there.get(row.key)
      return item !== undefined && !this.#isOwn(item)
    })
    return { blocked, ...(blocked.length > 0 ? { reason: 'KeyTaken' } : {}) }
  }

  async correct(rows: readonly Row[], field: string, value: string): Promise<number> {
    let count = 0
    await sideBySide(rows, callsAtOnce, async ({ data }) => {
      const item = read(data)
      const corrected = this.#correction(item[field], field, value)
      if (!corrected) return
      try {
        await this.#client.send(
          new UpdateItemCommand({
            TableName: this.source,
            Key: this.#keyOf(item),
            UpdateExpression: 'SET #field = :value',
            ConditionExpression: 'attribute_exists(#field)',
            ExpressionAttributeNames: { '#field': field },
            ExpressionAttributeValues: { ':value': corrected },
          }),
        )
        count++
      } catch (error) {
        // Removed meanwhile by the application: there is nothing to correct any more.
        if (!(error instanceof ConditionalCheckFailedException)) throw error
      }
    })
    return count
  }

  async corrected(data: string, field: string, value: string): Promise<string | undefined> {
    const item = read(data)
    const corrected = this.#correction(item[field], field, value)
    return corrected ? written({ ...item, [field]: corrected }) : undefined
  }

  /** Numbers beyond what JavaScript holds exactly stay text. */
  plain(data: string): unknown {
    const wrapNumbers = (digits: string) => (String(Number(digits)) === digits ? Number(digits) : digits)
    return unmarshall(read(data), { wrapNumbers })
  }

  /** Removes a row that is kept; what it was at that very moment is kept too, should it have changed. */
  async #remove(row: Row, keep: (rows: readonly Row[]) => Promise<void>): Promise<void> {
    let known = row
    for (let change = 0; change < changesAtMost; change++) {
      const now = await this.#removeIfStill(known)
      if (!now.row) return
      if (now.row.data !== known.data) await keep([now.row])
      if (now.removed) return
      known = now.row
    }
    throw new KeepsChanging('a row changes all the time')
  }

  async #removeIfStill(row: Row): Promise<{ removed: boolean; row?: Row }> {
    const item = read(row.data)
    try {
      const gone = await this.#client.send(
        new DeleteItemCommand({
          TableName: this.source,
          Key: this.#keyOf(item),
          ...unchanged(item, this.#part.partitionKey),
          ReturnValues: 'ALL_OLD',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      )
      return { removed: true, ...(gone.Attributes ? { row: this.#row(gone.Attributes) } : {}) }
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException) || !error.Item) throw error
      return { removed: false, row: this.#row(error.Item) }
    }
  }

  /** Text and numbers can be corrected; keys cannot, and nothing is added where there was nothing. */
  #correction(old: AttributeValue | undefined, field: string, value: string): AttributeValue | undefined {
    if (this.#keyNames.includes(field) || field === this.#part.index?.attribute) return undefined
    if (old?.S !== undefined) return { S: value }
    return old?.N === undefined ? undefined : { N: value }
  }

  /** Those that exist and belong to the subject: under a key that an index found, somebody else's may stand by now. */
  async #own(keys: readonly Item[]): Promise<Item[]> {
    return (await readAll(this.#client, this.source, keys)).filter((item) => this.#isOwn(item))
  }

  #isOwn(item: Item): boolean {
    return item[this.#part.index?.attribute ?? this.#part.partitionKey]?.S === this.value
  }

  #query(from: Item | undefined): QueryCommandInput {
    const { index, partitionKey } = this.#part
    return {
      TableName: this.source,
      KeyConditionExpression: '#owner = :owner',
      ExpressionAttributeNames: { '#owner': index?.attribute ?? partitionKey },
      ExpressionAttributeValues: { ':owner': { S: this.value } },
      ...(index ? { IndexName: index.name } : { ConsistentRead: true }),
      ...(from ? { ExclusiveStartKey: from } : {}),
    }
  }

  get #keyNames(): readonly string[] {
    return [this.#part.partitionKey, ...(this.#part.sortKey ? [this.#part.sortKey] : [])]
  }

  #keyOf = (item: Item): Item => Object.fromEntries(this.#keyNames.map((name) => [name, item[name] as AttributeValue]))
  #keys = (rows: readonly Row[]): Item[] => rows.map((row) => read(row.key))
  #row = (item: Item): Row => ({ key: written(this.#keyOf(item)), data: written(item) })
}

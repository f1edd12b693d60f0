import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  paginateQuery,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDbPolicy } from '../../policy/systems.ts'
import { type Place as Corrected, placeOf } from '../rows/corrected.ts'
import type { Moved, Place, Row } from '../rows/place.ts'
import { sideBySide } from '../side-by-side.ts'
import { type Item, put, readAll, remove, writeAll } from '../vault/batches.ts'
import { read, written } from './attributes.ts'
import { unchanged } from './unchanged.ts'

type TablePart = DynamoDbPolicy['tables'][number]

/** Single-item calls under way at a time: at 5 to 10 ms each some thousand rows a second, far below a table's first limits. */
const callsAtOnce = 16
/** Keys that an index gives at a time to look them up: one BatchGetItem's. */
const keysAtOnce = 100
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
    const counted: Pick<QueryCommandInput, 'Select' | 'Limit'> = this.#part.index
      ? { Limit: keysAtOnce }
      : { Select: 'COUNT' }
    // An index runs behind: what is gone from the table is not there, or what was erased a moment ago would count as left.
    for await (const page of paginateQuery({ client: this.#client }, { ...this.#query(undefined), ...counted }))
      count += this.#part.index
        ? (await this.#own((page.Items ?? []).map(this.#keyOf), true)).length
        : (page.Count ?? 0)
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
    const place = placeOf(field, this.#part)
    if (!place) return 0
    let count = 0
    await sideBySide(rows, callsAtOnce, async ({ data }) => {
      const item = read(data)
      const corrected = correction(item[place.name], place, value)
      if (!corrected) return
      try {
        await this.#client.send(
          new UpdateItemCommand({
            TableName: this.source,
            Key: this.#keyOf(item),
            UpdateExpression: 'SET #field = :value',
            // Only where the row is, and still theirs: an index runs behind.
            ConditionExpression: `#owner = :owner${place.completed ? '' : ' AND attribute_exists(#field)'}`,
            ExpressionAttributeNames: { '#field': place.name, '#owner': this.#ownerName },
            ExpressionAttributeValues: { ':value': corrected, ':owner': { S: this.value } },
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
    const place = placeOf(field, this.#part)
    const item = read(data)
    const corrected = place && correction(item[place.name], place, value)
    return corrected ? written({ ...item, [place.name]: corrected }) : undefined
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

  /** Those that exist and belong to the subject: under a key that an index found, somebody else's may stand by now. */
  async #own(keys: readonly Item[], namesOnly = false): Promise<Item[]> {
    const names = namesOnly ? [...new Set([...this.#keyNames, this.#ownerName])] : undefined
    return (await readAll(this.#client, this.source, keys, names)).filter((item) => this.#isOwn(item))
  }

  #isOwn(item: Item): boolean {
    return item[this.#ownerName]?.S === this.value
  }

  #query(from: Item | undefined): QueryCommandInput {
    const { index } = this.#part
    return {
      TableName: this.source,
      KeyConditionExpression: '#owner = :owner',
      ExpressionAttributeNames: { '#owner': this.#ownerName },
      ExpressionAttributeValues: { ':owner': { S: this.value } },
      ...(index ? { IndexName: index.name } : { ConsistentRead: true }),
      ...(from ? { ExclusiveStartKey: from } : {}),
    }
  }

  get #ownerName(): string {
    return this.#part.index?.attribute ?? this.#part.partitionKey
  }

  get #keyNames(): readonly string[] {
    return [this.#part.partitionKey, ...(this.#part.sortKey ? [this.#part.sortKey] : [])]
  }

  #keyOf = (item: Item): Item => Object.fromEntries(this.#keyNames.map((name) => [name, item[name] as AttributeValue]))
  #keys = (rows: readonly Row[]): Item[] => rows.map((row) => read(row.key))
  #row = (item: Item): Row => ({ key: written(this.#keyOf(item)), data: written(item) })
}

/** Text and numbers can be corrected, each as what it is. */
function correction(
  old: AttributeValue | undefined,
  { completed }: Corrected,
  value: string,
): AttributeValue | undefined {
  if (old?.N !== undefined) return { N: value }
  const isText = old?.S !== undefined
  const isMissing = old === undefined || old.NULL === true
  return isText || (completed && isMissing) ? { S: value } : undefined
}

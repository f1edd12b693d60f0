import { list, part, type Resource, text } from '../front/resource.ts'
import { type Input, JsonError } from '../protocol/json.ts'
import type { Call } from './call.ts'

type Partitions = { readonly table: string; readonly indexes: Readonly<Record<string, string>> }
type Item = Readonly<Record<string, unknown>>

/** DynamoDB deletes expired items "within a few days"; until then they can be read (developer guide, "TTL"). */
const afterMs = 48 * 60 * 60 * 1000
/** Items that are expired for longer are never deleted: five years (the same page). */
const neverAfterSeconds = 5 * 365 * 24 * 60 * 60

/** Tables of the template, and what has to be known of every table. */
export class Tables {
  readonly #call: Call
  /** Of tables of the template that have one: its attribute, and the attributes of the table's key. */
  readonly #timeToLive = new Map<string, { readonly attribute: string; readonly keys: readonly string[] }>()
  readonly #partitions = new Map<string, Promise<Partitions>>()

  constructor(call: Call) {
    this.#call = call
  }

  /** Makes a table of the template unless it is there from before. */
  async create({ name, properties }: Pick<Resource, 'name' | 'properties'>): Promise<void> {
    const ttl = part(properties, 'TimeToLiveSpecification')
    const keys = list(properties.KeySchema).map((key) => text(part(key).AttributeName))
    if (text(ttl.Enabled) === 'true') this.#timeToLive.set(name, { attribute: text(ttl.AttributeName), keys })
    const stream = part(properties, 'StreamSpecification')
    const indexes = (field: string) =>
      list(properties[field]).map((index) => {
        const { IndexName, KeySchema, Projection } = part(index)
        return { IndexName, KeySchema, Projection }
      })
    const [global, local] = [indexes('GlobalSecondaryIndexes'), indexes('LocalSecondaryIndexes')]
    try {
      await this.#call('CreateTable', {
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: properties.KeySchema,
        AttributeDefinitions: properties.AttributeDefinitions,
        ...(global.length ? { GlobalSecondaryIndexes: global } : {}),
        ...(local.length ? { LocalSecondaryIndexes: local } : {}),
        ...(stream.StreamViewType
          ? { StreamSpecification: { StreamEnabled: true, StreamViewType: stream.StreamViewType } }
          : {}),
      })
    } catch (error) {
      if (!(error instanceof Error && error.name === 'ResourceInUseException')) throw error
    }
  }

  /** Name of the partition key of a table, or of one of its indexes. @throws JsonError ResourceNotFoundException */
  async partitionKey(table: string, index?: string): Promise<string> {
    const known = this.#partitions.get(table) ?? this.#describe(table)
    this.#partitions.set(table, known)
    try {
      const { table: own, indexes } = await known
      return index === undefined ? own : (indexes[index] ?? '')
    } catch (error) {
      this.#partitions.delete(table)
      if (error instanceof Error && error.name === 'ResourceNotFoundException')
        throw new JsonError(error.name, 'Cannot do operations on a non-existent table')
      throw error
    }
  }

  /** A table that is made, changed or deleted may have other keys. */
  forget(table: string): void {
    this.#partitions.delete(table)
  }

  /**
   * Deletes what has been expired for two days at `now` (ms since the epoch). Answers how many items which tables lost.
   * Their stream records do not name TTL as the cause, as those of AWS do.
   */
  async expire(now: number): Promise<ReadonlyMap<string, number>> {
    const touched = new Map<string, number>()
    for (const [table, { attribute, keys }] of this.#timeToLive) {
      const deleted = await this.#expireIn(table, attribute, keys, Math.floor((now - afterMs) / 1000))
      if (deleted > 0) touched.set(table, deleted)
    }
    return touched
  }

  async #expireIn(table: string, attribute: string, keys: readonly string[], before: number): Promise<number> {
    const names = { ExpressionAttributeNames: { '#ttl': attribute } }
    const values = { ':before': { N: String(before) }, ':oldest': { N: String(before - neverAfterSeconds) } }
    const due = { ...names, ExpressionAttributeValues: values }
    let deleted = 0
    let from: unknown
    do {
      const page: Input = await this.#call('Scan', {
        TableName: table,
        FilterExpression: '#ttl BETWEEN :oldest AND :before',
        ...due,
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      })
      for (const item of list(page.Items) as Item[]) {
        const Key = Object.fromEntries(keys.map((key) => [key, item[key]]))
        deleted += await this.#deleteUnlessRenewed({ TableName: table, Key, ...due })
      }
      from = page.LastEvaluatedKey
    } while (from !== undefined)
    return deleted
  }

  async #deleteUnlessRenewed(item: Input): Promise<number> {
    try {
      await this.#call('DeleteItem', { ...item, ConditionExpression: '#ttl BETWEEN :oldest AND :before' })
      return 1
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return 0
      throw error
    }
  }

  async #describe(table: string): Promise<Partitions> {
    const described = part(await this.#call('DescribeTable', { TableName: table }), 'Table')
    const indexes = [...list(described.GlobalSecondaryIndexes), ...list(described.LocalSecondaryIndexes)]
    return {
      table: partitionIn(described),
      indexes: Object.fromEntries(indexes.map((index) => [text(part(index).IndexName), partitionIn(part(index))])),
    }
  }
}

const partitionIn = ({ KeySchema }: Item): string =>
  list(KeySchema)
    .map((key) => part(key))
    .filter(({ KeyType }) => KeyType === 'HASH')
    .map(({ AttributeName }) => text(AttributeName))[0] ?? ''

import { type AttributeValue, QueryCommand, type QueryCommandOutput } from '@aws-sdk/client-dynamodb'
import { DataKeys, type VaultPlaces } from './keys.ts'
import { open, seal } from './seal.ts'

export type Item = Record<string, AttributeValue>
export type RowKey = { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } }

/** One record in the vault; `keys` are its rows, more than one when it was too long for a single row. */
export type Sealed = {
  readonly reference: string
  readonly category: string
  readonly keys: readonly RowKey[]
  readonly data: string
}
export type Heading = Omit<Sealed, 'data'>

/** Bytes of ciphertext in a row: an item may have 400 KB, its key and attributes included. */
const chunkBytes = 350_000

/**
 * Where restricted records are kept: a table that only Oblige reads, each record under a data key.
 * Neither key names a person: pk hashes whose record it is, sk is reference#category#hash#chunk.
 * Make one for each call (see DataKeys).
 */
export class Vault {
  readonly keys: DataKeys
  readonly table: string
  readonly #places: VaultPlaces
  readonly #system: string

  constructor(places: VaultPlaces & { readonly vaultTable: string }, system: string) {
    this.keys = new DataKeys(places, system)
    this.table = places.vaultTable
    this.#places = places
    this.#system = system
  }

  /** The partition of one key of a subject in this system. */
  async partition(owner: string, value: string): Promise<string> {
    return `${this.#system}#${await this.keys.hash('subject', owner, value)}`
  }

  /** The rows that hold `data`: the same data gives the same keys, so that writing twice leaves one record. */
  async rows(partition: string, reference: string, category: string, data: string): Promise<Item[]> {
    const id = await this.keys.hash('record', data)
    const heading = `${reference}#${category}#${id}`
    const sealed = seal(await this.keys.make(reference, category), `${partition}#${heading}`, data)
    const chunks = Math.ceil(sealed.length / chunkBytes)
    return Array.from({ length: chunks }, (_, n) => ({
      pk: { S: partition },
      sk: { S: `${heading}#${String(n).padStart(4, '0')}` },
      chunks: { N: String(chunks) },
      sealed: { B: sealed.subarray(n * chunkBytes, (n + 1) * chunkBytes) },
    }))
  }

  /** A page of records without opening them; `prefix` is a beginning of reference#category#. */
  async headings(partition: string, prefix: string, from?: RowKey): Promise<{ records: Heading[]; next?: RowKey }> {
    const page = await this.#query(partition, prefix, from, 'pk, sk')
    const rows = (page.Items ?? []).map(rowKey)
    const next = page.LastEvaluatedKey
    return { records: grouped(rows), ...(next ? { next: rowKey(next) } : {}) }
  }

  /** A page of whole records, opened; at most about a megabyte of rows at a time. */
  async records(partition: string, prefix: string, from?: RowKey): Promise<{ records: Sealed[]; next?: RowKey }> {
    const page = await this.#query(partition, prefix, from)
    const items = page.Items ?? []
    // A record may be cut by the end of a page: read on until its last chunk.
    let last = page.LastEvaluatedKey
    while (last && missing(items) > 0) {
      const more = await this.#query(partition, prefix, rowKey(last), undefined, missing(items))
      items.push(...(more.Items ?? []))
      last = more.LastEvaluatedKey
    }
    const records: Sealed[] = []
    for (const heading of grouped(items.map(rowKey))) {
      const first = items.findIndex((item) => item.sk?.S === heading.keys[0]?.sk.S)
      const parts = items.slice(first, first + heading.keys.length).map((item) => item.sealed?.B ?? new Uint8Array())
      const key = await this.keys.find(heading.reference, heading.category)
      // A record without its key is erased already; only its rows wait to be removed.
      if (!key) continue
      const context = `${partition}#${heading.keys[0]?.sk.S.slice(0, -5)}`
      records.push({ ...heading, data: open(key, context, Buffer.concat(parts)) })
    }
    return { records, ...(last ? { next: rowKey(last) } : {}) }
  }

  /** Whether anything lies there. */
  async has(partition: string, prefix: string): Promise<boolean> {
    return ((await this.#query(partition, prefix, undefined, 'pk, sk', 1)).Items ?? []).length > 0
  }

  #query(
    partition: string,
    prefix: string,
    from?: RowKey,
    projection?: string,
    limit?: number,
  ): Promise<QueryCommandOutput> {
    return this.#places.dynamodb.send(
      new QueryCommand({
        TableName: this.table,
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

const rowKey = (item: Item): RowKey => ({ pk: { S: item.pk?.S ?? '' }, sk: { S: item.sk?.S ?? '' } })

/** How many chunks of the last record are not read yet. */
function missing(items: readonly Item[]): number {
  const last = items.at(-1)
  return last ? Number(last.chunks?.N) - 1 - Number(last.sk?.S?.slice(-4)) : 0
}

/** Rows as records: rows that differ only in their chunk belong together. A record counts where its first row is. */
function grouped(rows: readonly RowKey[]): Heading[] {
  const records = new Map<string, { reference: string; category: string; keys: RowKey[] }>()
  for (const row of rows) {
    const [reference = '', category = '', id = ''] = row.sk.S.split('#')
    const record = records.get(`${reference}#${category}#${id}`) ?? { reference, category, keys: [] }
    record.keys.push(row)
    records.set(`${reference}#${category}#${id}`, record)
  }
  return [...records.values()]
}

/** Whether these rows hold the beginning of the record: a page may start in its middle. */
export const begins = (record: Heading): boolean => record.keys[0]?.sk.S.endsWith('#0000') ?? false

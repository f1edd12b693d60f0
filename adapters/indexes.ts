import { type DynamoDBClient, paginateQuery, QueryCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Request } from '../domain/request.ts'
import { fromItem, type Mover, type Named, named, requestKey, type Shelf } from './items.ts'
import { item, Table } from './table.ts'

/** A place in a shelf of the index: between a request and what comes after it. */
export type Place = { readonly reference: string; readonly due: string }
export type QueueAsked = {
  readonly from?: Place
  readonly fits?: (request: Request) => boolean
  /** Requests of a page, and items that are read for it at most. */
  readonly limit?: number
  readonly atMost?: number
  /** The latest first. */
  readonly latest?: true
}

/**
 * What is found by the table's indexes, which may be a moment behind it: by when it is promised, by who asked, and by when it
 * should have moved.
 */
export class Indexes {
  readonly #table: Table

  constructor(table: string, client: DynamoDBClient) {
    this.#table = new Table(table, client)
  }

  /**
   * What is on a shelf of the index, the oldest promise first: a page of requests, and where the next begins. Only
   * so many items are read, whatever fits: then a page may be short, and there is a next one all the same.
   * @param from a reference and its promise, as `next` said
   */
  async queue(
    shelf: Shelf,
    { from, fits, limit = 25, atMost = 400, latest }: QueueAsked,
  ): Promise<{ readonly requests: readonly Request[]; readonly next?: Place }> {
    const found: Request[] = []
    let read = 0
    let at = from
    do {
      const page = await this.#table.client.send(
        new QueryCommand({
          TableName: this.#table.name,
          IndexName: 'byDue',
          KeyConditionExpression: '#open = :open',
          ExpressionAttributeNames: { '#open': 'open' },
          ExpressionAttributeValues: item({ ':open': shelf }),
          Limit: fits ? 100 : limit,
          ...(latest ? { ScanIndexForward: false } : {}),
          ...(at ? { ExclusiveStartKey: item({ ...requestKey(at.reference), open: shelf, due: at.due }) } : {}),
        }),
      )
      const items = (page.Items ?? []).map((one) => unmarshall(one))
      for (const one of items) {
        at = { reference: String(one.reference), due: String(one.due) }
        read += 1
        const request = fromItem(one)
        if (fits?.(request) ?? true) found.push(request)
        if (found.length === limit) break
      }
      const isOver = !page.LastEvaluatedKey && (items.length === 0 || items.at(-1)?.reference === at?.reference)
      if (isOver) return { requests: found }
    } while (found.length < limit && read < atMost)
    return { requests: found, ...(at ? { next: at } : {}) }
  }

  /** How many requests of a shelf are promised by an instant, counted up to `most`. */
  async countDueBy(shelf: Shelf | 'mail', until: string, most: number): Promise<number> {
    const { Count = 0 } = await this.#table.client.send(
      new QueryCommand({
        TableName: this.#table.name,
        IndexName: 'byDue',
        KeyConditionExpression: '#open = :open AND due <= :until',
        ExpressionAttributeNames: { '#open': 'open' },
        ExpressionAttributeValues: item({ ':open': shelf, ':until': until }),
        Select: 'COUNT',
        Limit: most,
      }),
    )
    return Count
  }

  /** Open requests promised by an instant, the most urgent first. */
  async openDueBy(until: string): Promise<readonly Request[]> {
    const found: Request[] = []
    for await (const request of this.owedBy(until)) found.push(request)
    return found
  }

  /** The same, one after the other: those that are promised later are not read. */
  async *owedBy(until: string): AsyncGenerator<Request> {
    yield* this.#onShelf('owed', until)
  }

  /** Every request that is not over, one after the other. */
  async *everyOpen(): AsyncGenerator<Request> {
    for (const shelf of ['owed', 'under-way', 'asked'] as const) yield* this.#onShelf(shelf)
  }

  async *#onShelf(shelf: Shelf, until = '9999'): AsyncGenerator<Request> {
    for await (const page of paginateQuery(
      { client: this.#table.client },
      {
        TableName: this.#table.name,
        IndexName: 'byDue',
        KeyConditionExpression: '#open = :open AND due <= :until',
        ExpressionAttributeNames: { '#open': 'open' },
        ExpressionAttributeValues: item({ ':open': shelf, ':until': until }),
      },
    ))
      yield* (page.Items ?? []).map((one) => fromItem(unmarshall(one)))
  }

  /**
   * What should have moved by an instant and has not, the longest overdue first: a page, and where the next begins. What only
   * waits is not read.
   */
  async overdue(
    moves: Mover,
    until: string,
    from?: string,
    limit = 50,
  ): Promise<{ found: readonly Named[]; next?: string }> {
    const { Items, LastEvaluatedKey } = await this.#table.client.send(
      new QueryCommand({
        TableName: this.#table.name,
        IndexName: 'byMove',
        KeyConditionExpression: 'moves = :moves AND movesBy <= :until',
        ExpressionAttributeValues: item({ ':moves': moves, ':until': until }),
        Limit: limit,
        ...(from ? { ExclusiveStartKey: item(JSON.parse(from)) } : {}),
      }),
    )
    return {
      found: (Items ?? []).map((one) => named(unmarshall(one))),
      ...(LastEvaluatedKey ? { next: JSON.stringify(unmarshall(LastEvaluatedKey)) } : {}),
    }
  }

  /** Every request that an address asked for, by its keyed hash, the latest first; at most a hundred. */
  async askedBy(hash: string): Promise<readonly Request[]> {
    const { Items = [] } = await this.#table.client.send(
      new QueryCommand({
        TableName: this.#table.name,
        IndexName: 'bySubject',
        KeyConditionExpression: 'subject = :s',
        ExpressionAttributeValues: item({ ':s': hash }),
        ScanIndexForward: false,
        Limit: 100,
      }),
    )
    return Items.map((one) => fromItem(unmarshall(one)))
  }

  /** Requests of the same address that were never confirmed, oldest first. */
  async unverifiedOf(hash: string): Promise<readonly Request[]> {
    return (await this.askedBefore(hash)).filter(({ status }) => status === 'unverified')
  }

  /** The same, and those of which the company could not tell who asked. */
  async askedBefore(hash: string): Promise<readonly Request[]> {
    const items = await this.#table.all({
      IndexName: 'bySubject',
      KeyConditionExpression: 'subject = :s',
      ExpressionAttributeValues: item({ ':s': hash }),
    })
    return items.map(fromItem).filter(({ status }) => status === 'unverified' || status === 'unidentified')
  }
}

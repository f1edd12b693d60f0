import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { About, Notice } from '../domain/notices.ts'
import type { Personal } from '../domain/personal.ts'
import type { Instant } from '../domain/time.ts'
import type { Processor } from '../recipients/contract.ts'
import { Beside } from './beside.ts'
import { fromNotice, namedKey, noticeKey, processorKey, seconds } from './items.ts'
import { Overtaken } from './requests.ts'
import { item } from './table.ts'

/** Which notice a recipient speaks of. */
export type Named = { readonly reference: string; readonly cause: string }

/** What recipients are told, under the request that it comes from; and what is known of processors. */
export class Notices {
  readonly #client: DynamoDBClient
  readonly #table: string
  readonly #beside: Beside

  constructor(table: string, client: DynamoDBClient) {
    this.#client = client
    this.#table = table
    this.#beside = new Beside(table, client)
  }

  /**
   * Keeps a new notice, and what it is called at the recipient; a second time, or once the request is over, changes nothing.
   * @param until of the name
   */
  async begin(reference: string, { about, ...notice }: Notice & { about: Personal<About> }, until: Instant) {
    const named: Named = { reference, cause: notice.cause }
    const put = (value: Record<string, unknown>) => ({
      Put: { TableName: this.#table, Item: item(value), ConditionExpression: 'attribute_not_exists(pk)' },
    })
    await this.#beside.writeWhileOpen(
      reference,
      put({ ...noticeKey(reference, notice.cause), ...notice, about: about.reveal() }),
      put({ ...namedKey(notice.id), ...named, expires: seconds(until) }),
    )
  }

  async find({ reference, cause }: Named): Promise<Notice | undefined> {
    const found = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: item(noticeKey(reference, cause)), ConsistentRead: true }),
    )
    return found.Item && fromNotice(unmarshall(found.Item))
  }

  /** Which notice a recipient knows by this id. */
  async named(id: string): Promise<Named | undefined> {
    const found = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: item(namedKey(id)), ConsistentRead: true }),
    )
    return found.Item && (unmarshall(found.Item) as Named)
  }

  /** Changes a notice if nobody else did since it was read; whoever it is about is forgotten with `knows`. @throws Overtaken */
  async change(
    reference: string,
    { cause, version }: Notice,
    change: Partial<Pick<Notice, 'state' | 'toldAt' | 'confirmedAt' | 'triedAt'>>,
    { knows }: { readonly knows: boolean },
  ): Promise<void> {
    const set = Object.entries({ ...change, version: version + 1 })
    const names = [...set.map(([name]) => name), ...(knows ? ['about'] : [])]
    try {
      await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: item(noticeKey(reference, cause)),
          UpdateExpression: `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}${knows ? ' REMOVE #about' : ''}`,
          ConditionExpression: '#version = :before',
          ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
          ExpressionAttributeValues: item({
            ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
            ':before': version,
          }),
        }),
      )
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) throw new Overtaken('the notice changed meanwhile')
      throw error
    }
  }

  /** What is known of a processor, also when it has to be asked anew. */
  async processor(domain: string): Promise<Processor | undefined> {
    const found = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: item(processorKey(domain)), ConsistentRead: true }),
    )
    return found.Item && (unmarshall(found.Item) as Processor)
  }

  async keepProcessor(domain: string, processor: Processor): Promise<void> {
    await this.#client.send(
      new PutItemCommand({ TableName: this.#table, Item: item({ ...processorKey(domain), ...processor }) }),
    )
  }
}

import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { type Count, type Figures, figuresOf } from '../domain/figures.ts'
import { type Day, daysAfter } from '../domain/time.ts'
import { countsPartition, dayKey, letterKey, seconds } from './items.ts'

/** How far the officer knows of what there was. */
export type Told = {
  /** The last day (in the company's time zone) whose figures the officer has. */
  readonly until?: Day
  /** Somebody is writing the letter; afterwards (ISO instant) they are taken for dead. */
  readonly writingUntil?: string
}

/**
 * Figures of days, from counts that were saved with the steps themselves (adapters/requests.ts): each under its request, so
 * that no step counts twice, and in the day's own partition, so that nothing has to be searched for.
 */
export class DailyFigures {
  readonly #client: DynamoDBClient
  readonly #table: string

  constructor(table: string, client: DynamoDBClient) {
    this.#table = table
    this.#client = client
  }

  /** Adds up a day that is over; again is the same. */
  async addUp(day: Day): Promise<Figures> {
    const counts = (await this.#all(countsPartition(day))).map(({ count }) => count as Count)
    const figures = figuresOf(counts)
    const item = { ...dayKey(day), day, figures }
    await this.#client.send(new PutItemCommand({ TableName: this.#table, Item: marshall(item) }))
    return figures
  }

  /** The figures of each day of a year that were added up. */
  async ofYear(year: number): Promise<ReadonlyArray<{ readonly day: Day; readonly figures: Figures }>> {
    const days = await this.#all(dayKey(`${year}-01-01` as Day).pk)
    return days.map(({ day, figures }) => ({ day: day as Day, figures: figures as Figures }))
  }

  /** The same of days in a row, the last included. */
  async ofDays(first: Day, last: Day): Promise<ReadonlyArray<{ readonly day: Day; readonly figures: Figures }>> {
    const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
    const years = await Promise.all(Array.from({ length: to - from + 1 }, (_, n) => this.ofYear(from + n)))
    return years.flat().filter(({ day }) => day >= first && day <= last)
  }

  /** The same of all days until one, by year back to the first of which there are figures. */
  async untilNow(last: Day): Promise<ReadonlyArray<{ readonly day: Day; readonly figures: Figures }>> {
    const days = []
    for (let year = Number(last.slice(0, 4)); ; year -= 1) {
      const those = await this.ofYear(year)
      // On the first of January nothing of the new year was added up yet.
      if (those.length === 0 && year < Number(last.slice(0, 4))) return days
      days.unshift(...those)
    }
  }

  async told(): Promise<Told> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: marshall(letterKey), ConsistentRead: true }),
    )
    return Item ? (unmarshall(Item) as Told) : {}
  }

  /** Claims the letter of a day. @returns false when it was written, or somebody else is writing it */
  async claim(day: Day, now: string, until: string): Promise<boolean> {
    return this.#set('SET writingUntil = :until', {
      condition:
        '(attribute_not_exists(#until) OR #until < :day) AND (attribute_not_exists(writingUntil) OR writingUntil <= :now)',
      values: { ':until': until, ':day': day, ':now': now },
      names: { '#until': 'until' },
    })
  }

  /** The officer has the figures until this day. */
  async wasTold(day: Day): Promise<void> {
    await this.#set('SET #until = :day REMOVE writingUntil', { values: { ':day': day }, names: { '#until': 'until' } })
  }

  /** Nobody is writing it any more, and it is not written. */
  async giveBack(): Promise<void> {
    await this.#set('REMOVE writingUntil', {})
  }

  async #set(
    update: string,
    {
      condition,
      values,
      names,
    }: { condition?: string; values?: Record<string, string>; names?: Record<string, string> },
  ): Promise<boolean> {
    try {
      await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: marshall(letterKey),
          UpdateExpression: update,
          ...(condition ? { ConditionExpression: condition } : {}),
          ...(names ? { ExpressionAttributeNames: names } : {}),
          ...(values ? { ExpressionAttributeValues: marshall(values) } : {}),
        }),
      )
      return true
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
      return false
    }
  }

  async #all(pk: string): Promise<Record<string, unknown>[]> {
    const found: Record<string, unknown>[] = []
    for await (const page of paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: marshall({ ':pk': pk }),
        ConsistentRead: true,
      },
    ))
      found.push(...(page.Items ?? []).map((one) => unmarshall(one)))
    return found
  }
}

/** How long a count stays once its day is over: longer than any round can be missing. */
const countsStay = 'P100D'

/** A step's counts as items: where they lie, and until when. */
export const countItems = (reference: string, counts: readonly Count[], day: Day) =>
  counts.map((count) => ({
    pk: countsPartition(day),
    sk: `${count.what}#${reference}`,
    count,
    expires: seconds(`${daysAfter(day, countsStay)}T00:00:00Z`),
  }))

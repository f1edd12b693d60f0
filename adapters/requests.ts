import {
  DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import type { Entry, Untold } from '../domain/history.ts'
import type { Answer } from '../domain/receipts.ts'
import { isClosed, type Request } from '../domain/request.ts'
import type { Step } from '../domain/step.ts'
import { dayOf } from '../domain/time.ts'
import type { Written } from '../domain/written.ts'
import type { Right } from '../policy/rights.ts'
import { Endings } from './endings.ts'
import { countItems } from './figures.ts'
import {
  certificateKey,
  effectKey,
  entryKey,
  fromEffect,
  fromInstruction,
  fromItem,
  fromNotice,
  fromTask,
  fromWritten,
  isQuestion,
  type Lock,
  type MailAbout,
  movesAt,
  personKey,
  type Question,
  requestKey,
  seconds,
  taskItem,
  toItem,
  untoldKey,
  type Whole,
  writtenItem,
} from './items.ts'
import { lockWrites } from './locks.ts'
import { item, Table } from './table.ts'

/** Somebody else changed the request since it was read: read again and decide again. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

/** The person already has an open request for the same right. */
export class AlreadyOpen extends Error {
  override readonly name = 'AlreadyOpen'
}

/** The request store: one DynamoDB table; a transition, its history entry and its effects are one transaction. */
export class Requests {
  readonly #table: Table
  readonly #endings: Endings

  constructor(table: string, client = new DynamoDBClient({}), endings = new Endings(table, client)) {
    this.#table = new Table(table, client)
    this.#endings = endings
  }

  /** Everything kept under a reference, or undefined. Reads consistently, page by page. */
  async load(reference: string): Promise<Whole | undefined> {
    const items = await this.#table.all({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: item({ ':pk': requestKey(reference).pk }),
      ConsistentRead: true,
    })
    const of = <T>(prefix: string) => items.filter((i) => String(i.sk).startsWith(prefix)) as T[]
    const [request] = of<Record<string, unknown>>('request')
    if (!request) return undefined
    const certificate = of<{ document: string }>('certificate')[0]?.document
    const [instruction] = of<Record<string, unknown>>('instruction')
    return {
      request: fromItem(request),
      history: of<{ entry: Entry }>('history#').map((i) => i.entry),
      untold: of<{ untold: Untold }>('untold#').map((i) => i.untold),
      answers: of<Answer>('answer#'),
      waiting: of<Record<string, unknown>>('outbox#').map(fromEffect),
      notices: of<Record<string, unknown>>('notice#').map(fromNotice),
      written: of<Record<string, unknown>>('written#').map(fromWritten),
      tasks: of<Record<string, unknown>>('task#').map(fromTask),
      mails: of<MailAbout>('mail#').toSorted((a, b) => (a.at < b.at ? -1 : 1)),
      ...(instruction ? { instruction: fromInstruction(instruction) } : {}),
      ...(certificate ? { certificate } : {}),
    }
  }

  /** The request alone, read consistently. */
  async request(reference: string): Promise<Request | undefined> {
    const found = await this.#table.get(requestKey(reference))
    return found && fromItem(found)
  }

  /**
   * Saves a step: the request (only if nobody changed it meanwhile), its history entry and its effects, or nothing.
   * @throws Overtaken, or AlreadyOpen when a second request of the same person is confirmed
   */
  async save(
    step: Step,
    extra: {
      readonly certificate?: string
      readonly ledger?: Record<string, unknown>
      /** What the step says that somebody of the company wrote. */
      readonly written?: Written
      /** What has to be so, or to become so, in the same transaction; of the same account and region. */
      readonly also?: readonly TransactWriteItem[]
    } = {},
  ): Promise<Request> {
    const { request, before, entry } = step
    const expires = step.keptUntil ? { expires: seconds(step.keptUntil) } : {}
    if (step.keptUntil && isClosed(request) && !(await this.#endings.keepUntil(step, seconds(step.keptUntil))))
      throw new Overtaken('the request changed meanwhile')
    await this.#endings.forGoodBefore(step)
    const unchanged =
      before.version === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#v = :v',
            ExpressionAttributeNames: { '#v': 'version' },
            ExpressionAttributeValues: item({ ':v': before.version }),
          }
    const put = (value: Record<string, unknown>, more = {}): TransactWriteItem => ({
      Put: { TableName: this.#table.name, Item: item(value), ...more },
    })
    const moves = step.movesBy ? movesAt('machine', step.movesBy) : {}
    const itself = put({ ...toItem(request), ...moves, ...expires }, unchanged)
    const lock = lockWrites(step, this.#table.name)
    const writes: TransactWriteItem[] = [
      itself,
      put(
        { ...entryKey(request.reference, entry.n), entry, writtenOn: dayOf(entry.at, 'UTC'), ...expires },
        { ConditionExpression: 'attribute_not_exists(pk)' },
      ),
      ...lock,
      ...(step.untold ? [put({ ...untoldKey(request.reference, entry.n), untold: step.untold, ...expires })] : []),
      ...step.effects.map((effect, i) => {
        const id = `${String(entry.n).padStart(6, '0')}-${i}`
        return put({
          ...effectKey(request.reference, id),
          reference: request.reference,
          id,
          effect,
          entry: entry.n,
          at: entry.at,
          ...movesAt('outbox', entry.at),
          ...expires,
        })
      }),
      ...(step.tasks ?? []).map((task) => put({ ...taskItem(task), ...expires })),
      ...countItems(request.reference, step.counts.of, step.counts.day).map((one) => put(one)),
      ...this.#endings.forGood(step),
      ...this.#stillUnderWay(step),
      ...(extra.certificate
        ? [put({ ...certificateKey(request.reference), document: extra.certificate, ...expires })]
        : []),
      ...(extra.ledger ? [put(extra.ledger)] : []),
      ...(extra.written ? [put({ ...writtenItem(request.reference, extra.written), ...expires })] : []),
      ...(extra.also ?? []),
    ]
    try {
      await this.#table.client.send(new TransactWriteItemsCommand({ TransactItems: writes }))
      return request
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const reasons = error.CancellationReasons?.map((reason) => reason.Code) ?? []
      // A reason for each write, in their order.
      const reasonOf = (one: TransactWriteItem) => reasons[writes.indexOf(one)]
      if (reasonOf(itself) === 'None' && lock.some((one) => reasonOf(one) === 'ConditionalCheckFailed'))
        throw new AlreadyOpen('the person already has an open request')
      if (reasons.some((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict'))
        throw new Overtaken('the request changed meanwhile')
      throw error
    }
  }

  /** Nothing is closed because the same is under way already, when that ended a moment ago: it is decided anew. */
  #stillUnderWay({ before, request }: Step): TransactWriteItem[] {
    if (request.status !== 'duplicate' || before.status === 'duplicate' || !request.person) return []
    return [this.stillOpen(request.person.hash, request.right, request.of)]
  }

  /**
   * For a step that rests on it: what of a person is open for a right is what it was when it was read; absent: nothing.
   * Where it is not, the step is overtaken.
   */
  stillOpen(hash: string, right: Right, reference: string | undefined): TransactWriteItem {
    const Key = item(personKey(hash, right))
    const is =
      reference === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#reference = :reference',
            ExpressionAttributeNames: { '#reference': 'reference' },
            ExpressionAttributeValues: item({ ':reference': reference }),
          }
    return { ConditionCheck: { TableName: this.#table.name, Key, ...is } }
  }

  /** What a guardian said of an account says nothing of another that comes after its erasure. */
  async forgetConsent(hash: string): Promise<void> {
    await this.#table.delete(personKey(hash, 'consent'))
  }

  /** The person's open requests by right: at most one for each; and those that controllers asked for, by names of their own. */
  async openOf(hash: string): Promise<Readonly<Partial<Record<Right | 'consent', string>>>> {
    return Object.fromEntries([...(await this.#locksOf(hash))].filter(([lock]) => !isQuestion(lock)))
  }

  /** N12: what the person was asked to approve and has not refused, by the company's file. */
  async questionsOf(hash: string): Promise<ReadonlyMap<Question, string>> {
    const locks = [...(await this.#locksOf(hash))]
    return new Map(locks.flatMap(([lock, reference]) => (isQuestion(lock) ? [[lock, reference]] : [])))
  }

  /** References by what keeps a second one out. */
  async #locksOf(hash: string): Promise<ReadonlyMap<Lock, string>> {
    const { pk, sk } = personKey(hash, '' as Lock)
    const items = await this.#table.all({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: item({ ':pk': pk, ':sk': sk }),
      ConsistentRead: true,
    })
    return new Map(items.map(({ right, reference }) => [right as Lock, String(reference)]))
  }
}

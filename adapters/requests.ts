import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
  TransactionConflictException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Effect } from '../domain/effect.ts'
import type { Entry, Untold } from '../domain/history.ts'
import type { LetterKind, SetOffBy } from '../domain/letter-kinds.ts'
import type { Answer } from '../domain/receipts.ts'
import type { Reference } from '../domain/reference.ts'
import { isClosed, type Request } from '../domain/request.ts'
import type { Step } from '../domain/step.ts'
import { dayOf } from '../domain/time.ts'
import type { Written } from '../domain/written.ts'
import type { Right } from '../policy/rights.ts'
import { Beside, type End } from './beside.ts'
import { countItems } from './figures.ts'
import {
  answerKey,
  calledAgain,
  certificateKey,
  effectKey,
  entryKey,
  evidenceKey,
  fromEffect,
  fromInstruction,
  fromItem,
  fromNotice,
  fromTask,
  fromWritten,
  heldKey,
  isQuestion,
  type LetterSaid,
  type Lock,
  type MailAbout,
  type Mover,
  mailAboutKey,
  mailCountKey,
  mailsAboutKey,
  movesAt,
  type Named,
  named,
  personalIn,
  personKey,
  type Question,
  questionOf,
  requestKey,
  type Shelf,
  seconds,
  taskItem,
  toItem,
  tokenKey,
  untoldKey,
  type Waiting,
  type Whole,
  writtenItem,
} from './items.ts'
import { Sessions } from './sessions.ts'

/** Somebody else changed the request since it was read: read again and decide again. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

/** More was kept under a request than gets its end at once: what has it now is not looked at again, so try again. */
export class StillEnding extends Error {
  override readonly name = 'StillEnding'
}

/** The person already has an open request for the same right. */
export class AlreadyOpen extends Error {
  override readonly name = 'AlreadyOpen'
}

/** Whether a second request of the same person for the same right would be one too many: of objections it never is. */
const isOpen = (request: Request): boolean =>
  request.right !== 'objection' &&
  request.status !== 'unverified' &&
  request.status !== 'withdrawing' &&
  !isClosed(request)

/**
 * Whether a file may lie beside a request that gets its end, also one that no step of it names: it is put there before its step
 * is saved, which may be refused. What has lost its person before has lost their files with them.
 */
const mayHaveFiles = (before: Request): boolean =>
  before.filed === true || (before.right !== 'disclosure' && 'person' in before && before.person !== undefined)

/** What keeps a second one out; whether a guardian consents is asked once, and known as long as the account is there. */
const lockOf = (request: Request): Lock | undefined => {
  if (request.status === 'approving' || request.status === 'approved') return questionOf(request.file)
  const isConsent = request.status === 'consenting' || request.status === 'consented'
  if (isConsent || (request.status === 'restored' && request.unconsented)) return 'consent'
  if (!isOpen(request) || request.right === 'disclosure') return undefined
  return request.controller ? `for ${request.controller}: ${request.reference}` : request.right
}

const item = (value: Record<string, unknown>) => marshall(value, { removeUndefinedValues: true })

/** Mails about a request that are kept with it of one day: a page of a request shows so many (docs/desk.md). */
const mailsADay = 20

/** Items of a request that get their end at once, and with one save: some seconds of a call that has two minutes. */
const endings = { atOnce: 25, most: 5_000 }

/** So many entries of a history lose their end at once: with all else of a step well below the hundred of a transaction. */
const endlessAtOnce = 50

/** Entries that were written with an end, of a request that a step proves. */
const endless = ({ before, request }: Step) =>
  before.version === 0 || before.status !== 'unverified' || request.status === 'unverified'
    ? []
    : Array.from({ length: before.historyLength }, (_, i) => entryKey(request.reference, i + 1))

const withoutEnd = (key: ReturnType<typeof entryKey>) => ({
  Key: item(key),
  UpdateExpression: 'REMOVE expires',
  ConditionExpression: 'attribute_exists(pk)',
})

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

/** A hold that outlived its request: why, and which request that was. */
export type KeptHold = { readonly reason: string; readonly reference: Reference }

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

/** The request store: one DynamoDB table; a transition, its history entry and its effects are one transaction. */
export class Requests {
  readonly #client: DynamoDBClient
  readonly #table: string
  readonly #beside: Beside
  readonly #mostEndings: number

  constructor(table: string, client: DynamoDBClient = new DynamoDBClient({}), mostEndings = endings.most) {
    this.#client = client
    this.#table = table
    this.#beside = new Beside(table, client)
    this.#mostEndings = mostEndings
  }

  /** Everything kept under a reference, or undefined. Reads consistently, page by page. */
  async load(reference: string): Promise<Whole | undefined> {
    const items = await this.#query({
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
    const found = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: item(requestKey(reference)), ConsistentRead: true }),
    )
    return found.Item && fromItem(unmarshall(found.Item))
  }

  /** One thing that was left to be done about it, read consistently. */
  async waiting(reference: string, id: string): Promise<Waiting | undefined> {
    const found = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: item(effectKey(reference, id)), ConsistentRead: true }),
    )
    return found.Item && fromEffect(unmarshall(found.Item))
  }

  /** What a link leads to; an expired item that the table still holds counts as gone. `now` in ms. */
  async token(hash: string, now: number): Promise<Token | undefined> {
    const found = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: item(tokenKey(hash)), ConsistentRead: true }),
    )
    const token = found.Item && (unmarshall(found.Item) as Token)
    return token && token.expires * 1000 > now ? token : undefined
  }

  /** Whether a session of the desk is not over. @param usedSince without a click since then it is (ISO instant) */
  async isSignedIn(session: string, now: string, usedSince: string): Promise<boolean> {
    return new Sessions(this.#table, this.#client).isOpen(session, now, usedSince)
  }

  async issueToken(hash: string, token: Omit<Token, 'expires'>, until: string): Promise<void> {
    await this.#client.send(
      new PutItemCommand({
        TableName: this.#table,
        Item: item({ ...tokenKey(hash), ...token, expires: seconds(until) }),
      }),
    )
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
    if (step.keptUntil && isClosed(request)) await this.#keepUntil(step, seconds(step.keptUntil))
    await this.#forGoodBefore(step)
    const unchanged =
      before.version === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#v = :v',
            ExpressionAttributeNames: { '#v': 'version' },
            ExpressionAttributeValues: item({ ':v': before.version }),
          }
    const put = (value: Record<string, unknown>, more = {}): TransactWriteItem => ({
      Put: { TableName: this.#table, Item: item(value), ...more },
    })
    const moves = step.movesBy ? movesAt('machine', step.movesBy) : {}
    const itself = put({ ...toItem(request), ...moves, ...expires }, unchanged)
    const lock = this.#personLock(step)
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
      ...this.#forGood(step),
      ...this.#stillUnderWay(step),
      ...(extra.certificate
        ? [put({ ...certificateKey(request.reference), document: extra.certificate, ...expires })]
        : []),
      ...(extra.ledger ? [put(extra.ledger)] : []),
      ...(extra.written ? [put({ ...writtenItem(request.reference, extra.written), ...expires })] : []),
      ...(extra.also ?? []),
    ]
    try {
      await this.#client.send(new TransactWriteItemsCommand({ TransactItems: writes }))
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
    return { ConditionCheck: { TableName: this.#table, Key, ...is } }
  }

  /** Once proven, nothing of a request vanishes by itself: what was written before loses its end, the latest in the step's transaction. */
  #forGood(step: Step): TransactWriteItem[] {
    return endless(step)
      .slice(-endlessAtOnce)
      .map((key) => ({ Update: { TableName: this.#table, ...withoutEnd(key) } }))
  }

  /**
   * A transaction takes a hundred items, and a history may have more entries: the older ones lose their end before the step is
   * saved. A crash in between loses nothing: the request is not confirmed yet, and whoever confirms it finds them so. The other
   * way round a confirmed request would lose its history. Of one that nobody confirms then, such entries stay; they say when a
   * link was asked for, and nothing of whom.
   */
  async #forGoodBefore(step: Step): Promise<void> {
    const older = endless(step).slice(0, -endlessAtOnce)
    for (let from = 0; from < older.length; from += endlessAtOnce)
      await Promise.all(older.slice(from, from + endlessAtOnce).map((key) => this.#change(withoutEnd(key))))
  }

  /** A file that was given as evidence goes before the request says that it is over. */
  async #forgetEvidence(reference: string): Promise<void> {
    const pieces = await this.#query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: item({ ':pk': evidenceKey(reference, '', 0).pk }),
      ProjectionExpression: 'pk, sk',
      ConsistentRead: true,
    })
    for (const { pk, sk } of pieces)
      await this.#client.send(new DeleteItemCommand({ TableName: this.#table, Key: item({ pk, sk }) }))
  }

  /**
   * Everything under a reference gets its end, in seconds since 1970; what was written about its person goes at once. The
   * request's own item gets it first: what is written beside it from then on sees the end (beside.ts), and what was written
   * before is found. What has its end already is left alone, so that of a request with very much under it each try goes on
   * where the one before stopped; the step that says it is over is saved when nothing is left.
   * @throws Overtaken, before anything goes; StillEnding when there is more than one try ends
   */
  async #keepUntil({ before, request: { reference, status } }: Step, expires: number): Promise<void> {
    await this.#end(reference, expires, before.version)
    if (mayHaveFiles(before)) await this.#forgetEvidence(reference)
    const items = await this.#query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: item({ ':pk': requestKey(reference).pk }),
      ProjectionExpression: 'pk, sk, expires, words, said, mail',
      // What was written a moment ago would stay for good.
      ConsistentRead: true,
    })
    // Nobody has to do by hand any more what was asked for a request that is over.
    const isOver = (sk: string) => status !== 'erasing-again' && sk.startsWith('task#')
    const isLeft = ({ sk, ...one }: Record<string, unknown>) =>
      sk !== requestKey(reference).sk &&
      (one.expires !== expires || isOver(String(sk)) || one[personalIn(String(sk)) ?? ''] !== undefined)
    const left = items.filter(isLeft)
    const ends = left.slice(0, this.#mostEndings)
    for (let from = 0; from < ends.length; from += endings.atOnce)
      await Promise.all(
        ends.slice(from, from + endings.atOnce).map(({ pk, sk }) => {
          const personal = personalIn(String(sk))
          return this.#change({
            Key: item({ pk, sk }),
            UpdateExpression: `SET expires = :expires${personal ? ` REMOVE ${personal}` : isOver(String(sk)) ? ' REMOVE #open' : ''}`,
            // What went by itself meanwhile does not come back empty.
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: item({ ':expires': expires }),
            ...(isOver(String(sk)) ? { ExpressionAttributeNames: { '#open': 'open' } } : {}),
          })
        }),
      )
    if (ends.length < left.length) throw new StillEnding('there is more to end')
  }

  /** The request's own item gets its end, if nobody changed it meanwhile. @throws Overtaken */
  async #end(reference: string, expires: number, version: number): Promise<void> {
    const isStill = await this.#change({
      Key: item(requestKey(reference)),
      UpdateExpression: 'SET expires = :expires',
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: item({ ':expires': expires, ':version': version }),
    })
    if (!isStill) throw new Overtaken('the request changed meanwhile')
  }

  /** Changes an item; at once again when a transaction that just ended held it. @returns whether its condition held */
  async #change(
    input: Omit<ConstructorParameters<typeof UpdateItemCommand>[0], 'TableName'>,
    left = 5,
  ): Promise<boolean> {
    try {
      await this.#client.send(new UpdateItemCommand({ ...input, TableName: this.#table }))
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      if (error instanceof TransactionConflictException && left > 0) return this.#change(input, left - 1)
      throw error
    }
  }

  /** One open request for each person and right: taken when confirmed, freed when closed or withdrawn. */
  #personLock({ before, request }: Step): TransactWriteItem[] {
    const hash = 'person' in before ? before.person?.hash : undefined
    // Whom the company believed to be somebody else's person is that one from then on.
    const next = ('person' in request ? request.person?.hash : undefined) ?? hash
    // What was not there before held nothing.
    const [had, has] = [before.version === 0 ? undefined : lockOf(before), lockOf(request)]
    if (!hash || !next || (had === has && hash === next)) return []
    const put = (right: Lock): TransactWriteItem => ({
      Put: {
        TableName: this.#table,
        Item: item({ ...personKey(next, right), right, reference: request.reference }),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    })
    const free = (right: Lock): TransactWriteItem => ({
      Delete: { TableName: this.#table, Key: item(personKey(hash, right)) },
    })
    return [...(has ? [put(has)] : []), ...(had ? [free(had)] : [])]
  }

  /** Keeps a hold for an erasure that the same person asks for later. @param until when nothing is left of it (ISO instant) */
  async keepHold(hash: string, hold: KeptHold, until: string): Promise<void> {
    await this.#client.send(
      new PutItemCommand({
        TableName: this.#table,
        Item: item({ ...heldKey(hash), ...hold, expires: seconds(until) }),
      }),
    )
  }

  /** What was kept so; an expired item that the table still holds counts as gone. @param now ISO instant */
  async keptHold(hash: string, now: string): Promise<KeptHold | undefined> {
    const { pk, sk } = heldKey(hash)
    const [kept] = await this.#query({
      KeyConditionExpression: 'pk = :pk AND sk = :sk',
      ExpressionAttributeValues: item({ ':pk': pk, ':sk': sk }),
      ConsistentRead: true,
    })
    return kept && Number(kept.expires) > seconds(now) ? (kept as KeptHold) : undefined
  }

  /** For the step that takes it over. */
  holdTakenOver(hash: string): TransactWriteItem {
    return { Delete: { TableName: this.#table, Key: item(heldKey(hash)) } }
  }

  /** What a guardian said of an account says nothing of another that comes after its erasure. */
  async forgetConsent(hash: string): Promise<void> {
    await this.#client.send(new DeleteItemCommand({ TableName: this.#table, Key: item(personKey(hash, 'consent')) }))
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
    const items = await this.#query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: item({ ':pk': pk, ':sk': sk }),
      ConsistentRead: true,
    })
    return new Map(items.map(({ right, reference }) => [right as Lock, String(reference)]))
  }

  /** Requests of the same address that were never confirmed, oldest first. */
  async unverifiedOf(hash: string): Promise<readonly Request[]> {
    return (await this.askedBefore(hash)).filter(({ status }) => status === 'unverified')
  }

  /** The same, and those of which the company could not tell who asked. */
  async askedBefore(hash: string): Promise<readonly Request[]> {
    const items = await this.#query({
      IndexName: 'bySubject',
      KeyConditionExpression: 'subject = :s',
      ExpressionAttributeValues: item({ ':s': hash }),
    })
    return items.map(fromItem).filter(({ status }) => status === 'unverified' || status === 'unidentified')
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

  /** Every request that is not over, one after the other; the index may be a moment behind the table. */
  async *everyOpen(): AsyncGenerator<Request> {
    for (const shelf of ['owed', 'under-way', 'asked'] as const) yield* this.#onShelf(shelf)
  }

  async *#onShelf(shelf: Shelf, until = '9999'): AsyncGenerator<Request> {
    for await (const page of paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
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
    const { Items, LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
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
      const page = await this.#client.send(
        new QueryCommand({
          TableName: this.#table,
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
    const { Count = 0 } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
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

  /** Every request that an address asked for, by its keyed hash, the latest first; at most a hundred. */
  async of(hash: string): Promise<readonly Request[]> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'bySubject',
        KeyConditionExpression: 'subject = :s',
        ExpressionAttributeValues: item({ ':s': hash }),
        ScanIndexForward: false,
        Limit: 100,
      }),
    )
    return Items.map((one) => fromItem(unmarshall(one)))
  }

  /** What was given up, or put aside, is left anew: at most once an hour. */
  async leaveAgain(waiting: Waiting, now: string): Promise<void> {
    const { reference, id, effect, heldBack } = waiting
    const again = calledAgain(id, now)
    if (again === id) return
    await this.leave(reference, again, effect, now, heldBack ? { heldBack } : {})
    await this.markDone(reference, id, now)
  }

  /** What a system answered; it vanishes with its request. */
  async saveAnswer(reference: string, answer: Answer): Promise<void> {
    await this.#beside.write(reference, (end) => ({
      Put: {
        TableName: this.#table,
        Item: item({ ...answerKey(reference, answer.system, answer.verb), ...answer, ...end }),
      },
    }))
  }

  async answer(reference: string, system: string, verb: Answer['verb']): Promise<Answer | undefined> {
    const found = await this.#client.send(
      new GetItemCommand({
        TableName: this.#table,
        Key: item(answerKey(reference, system, verb)),
        ConsistentRead: true,
      }),
    )
    return found.Item && (unmarshall(found.Item) as Answer)
  }

  /**
   * Leaves something to do about a request that no step asks for; under a name, so that a second time is none. It vanishes
   * with its request, and of one that is not there any more there is nothing to do.
   */
  async leave(
    reference: string,
    id: string,
    effect: Effect,
    now: string,
    more: Pick<Waiting, 'heldBack'> = {},
  ): Promise<void> {
    await this.#beside.write(reference, (end) => ({
      Put: { TableName: this.#table, ...this.#left(reference, id, effect, now, { ...end, ...more }) },
    }))
  }

  /**
   * The same for a letter to the request's person, who is not there any more once it is over.
   * @param also what is so in the same transaction; where it is not, there is nothing to do
   * @returns whether there is somebody who reads it
   */
  async leaveFor(
    reference: string,
    id: string,
    letter: LetterKind,
    now: string,
    also: readonly TransactWriteItem[] = [],
  ): Promise<boolean> {
    const effect = { kind: 'letter', letter } as const
    // What was never proven has an end by which it goes, and with it what is left about it.
    if ((await this.request(reference))?.status === 'unverified') {
      await this.leave(reference, id, effect, now)
      return true
    }
    const Put = { TableName: this.#table, ...this.#left(reference, id, effect, now, {}) }
    return (await this.#beside.writeWhileOpen(reference, { Put }, ...also)) !== 'over'
  }

  #left(reference: string, id: string, effect: Effect, now: string, more: End & Pick<Waiting, 'heldBack'>) {
    const left = { reference, id, effect, entry: 0, at: now, ...movesAt('outbox', now), ...more }
    return {
      Item: item({ ...effectKey(reference, id), ...left }),
      ConditionExpression: 'attribute_not_exists(pk)',
    }
  }

  /** A letter that SES does not take now is put aside: the round finds it there. What was done meanwhile stays as it is. */
  async putAside(reference: string, id: string, now: string): Promise<void> {
    await this.#change(this.#aside(reference, id, now))
  }

  /** The same for one that may not be sent on this day. @param until when it may (ISO instant) */
  async holdBack(reference: string, id: string, until: string): Promise<void> {
    const { UpdateExpression, ExpressionAttributeValues, ...aside } = this.#aside(reference, id, until)
    await this.#change({
      ...aside,
      UpdateExpression: `${UpdateExpression}, heldBack = :held`,
      ExpressionAttributeValues: { ...ExpressionAttributeValues, ...item({ ':held': true }) },
    })
  }

  #aside(reference: string, id: string, at: string) {
    const letters = movesAt('letter', at)
    return {
      Key: item(effectKey(reference, id)),
      UpdateExpression: 'SET moves = :moves, movesBy = :by',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(doneAt)',
      ExpressionAttributeValues: item({ ':moves': letters.moves, ':by': letters.movesBy }),
    }
  }

  /**
   * Keeps which mail came in about a request, for as long as the mail itself, and no longer than what is personal in the
   * request; a second time changes nothing. Anybody can send such mails: of one day (UTC) no more than `mailsADay` are kept.
   */
  async keepMail(reference: string, { ses, at, mail }: MailAbout, until: string): Promise<void> {
    const Put = {
      TableName: this.#table,
      Item: item({ ...mailAboutKey(reference, ses), ses, at, mail, expires: seconds(until) }),
      ConditionExpression: 'attribute_not_exists(pk)',
    }
    const Update = {
      TableName: this.#table,
      Key: item(mailsAboutKey(reference, at.slice(0, 10))),
      UpdateExpression: 'ADD mails :one SET expires = :expires',
      ConditionExpression: 'attribute_not_exists(mails) OR mails < :most',
      ExpressionAttributeValues: item({ ':one': 1, ':most': mailsADay, ':expires': seconds(until) }),
    }
    await this.#beside.writeWhileOpen(reference, { Put }, { Update })
  }

  /**
   * Marks an effect as done, with the mail that it became; a second time changes nothing. What the letter said is not kept
   * once the request is over, because what else is personal has gone.
   */
  async markDone(
    reference: string,
    id: string,
    now: string,
    { said, messageId }: { readonly messageId?: string; readonly said?: LetterSaid } = {},
  ): Promise<void> {
    const done = (words: LetterSaid | undefined) => ({
      Key: item(effectKey(reference, id)),
      UpdateExpression: `SET doneAt = :now${messageId ? ', messageId = :id' : ''}${words ? ', said = :said' : ''} REMOVE moves, movesBy`,
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(doneAt)',
      ExpressionAttributeValues: item({
        ':now': now,
        ...(messageId ? { ':id': messageId } : {}),
        ...(words ? { ':said': words } : {}),
      }),
    })
    const Update = { TableName: this.#table, ...done(said) }
    if (said && (await this.#beside.writeWhileOpen(reference, { Update })) !== 'over') return
    await this.#change(done(undefined))
  }

  /** Notes what became of a letter after it went out; the first word counts. */
  async note(reference: string, id: string, what: 'bouncedAt' | 'complainedAt', now: string): Promise<void> {
    await this.#change({
      Key: item(effectKey(reference, id)),
      UpdateExpression: 'SET #what = :now',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#what)',
      ExpressionAttributeNames: { '#what': what },
      ExpressionAttributeValues: item({ ':now': now }),
    })
  }

  /**
   * Counts a mail to an address on a day (UTC), of those that strangers can set off or of those that its owner can; a second
   * try of the same mail is not counted again.
   * @returns false when the day's limit is reached and the mail has to be withheld
   */
  async countMail(hash: string, mail: string, now: string, limit: number, by: SetOffBy = 'anybody'): Promise<boolean> {
    try {
      // Looked at and counted in one: letters of several requests of one address are written side by side.
      await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: item(mailCountKey(hash, now.slice(0, 10), by)),
          UpdateExpression: 'ADD mails :mail SET expires = :expires',
          ConditionExpression: 'attribute_not_exists(mails) OR size(mails) < :limit OR contains(mails, :one)',
          ExpressionAttributeValues: item({
            ':mail': new Set([mail]),
            ':one': mail,
            ':limit': limit,
            ':expires': seconds(now) + 3 * 86_400,
          }),
        }),
      )
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }

  async #query(input: Omit<QueryCommandInput, 'TableName'>): Promise<Record<string, unknown>[]> {
    const found: Record<string, unknown>[] = []
    for await (const page of paginateQuery({ client: this.#client }, { ...input, TableName: this.#table }))
      found.push(...(page.Items ?? []).map((one) => unmarshall(one)))
    return found
  }
}

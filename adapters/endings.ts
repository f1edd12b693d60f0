import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Request } from '../domain/request.ts'
import type { Step } from '../domain/step.ts'
import { entryKey, evidenceKey, personalIn, requestKey } from './items.ts'
import { item, Table } from './table.ts'

/** More was kept under a request than gets its end at once: what has it now is not looked at again, so try again. */
class StillEnding extends Error {
  override readonly name = 'StillEnding'
}

/**
 * Whether a file may lie beside a request that gets its end, also one that no step of it names: it is put there before its step
 * is saved, which may be refused. What has lost its person before has lost their files with them.
 */
const mayHaveFiles = (before: Request): boolean =>
  before.filed === true || (before.right !== 'disclosure' && 'person' in before && before.person !== undefined)

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

/** When what lies under a request goes: by itself, as long as nobody confirmed it; with its end, once it is over. */
export class Endings {
  readonly #table: Table
  readonly #most: number

  /** @param most items that get their end with one save */
  constructor(table: string, client: DynamoDBClient, most = endings.most) {
    this.#table = new Table(table, client)
    this.#most = most
  }

  /** Once proven, nothing of a request vanishes by itself: what was written before loses its end, the latest in the step's transaction. */
  forGood(step: Step): TransactWriteItem[] {
    return endless(step)
      .slice(-endlessAtOnce)
      .map((key) => ({ Update: { TableName: this.#table.name, ...withoutEnd(key) } }))
  }

  /**
   * A transaction takes a hundred items, and a history may have more entries: the older ones lose their end before the step is
   * saved. A crash in between loses nothing: the request is not confirmed yet, and whoever confirms it finds them so. The other
   * way round a confirmed request would lose its history. Of one that nobody confirms then, such entries stay; they say when a
   * link was asked for, and nothing of whom.
   */
  async forGoodBefore(step: Step): Promise<void> {
    const older = endless(step).slice(0, -endlessAtOnce)
    for (let from = 0; from < older.length; from += endlessAtOnce)
      await Promise.all(older.slice(from, from + endlessAtOnce).map((key) => this.#table.change(withoutEnd(key))))
  }

  /**
   * Everything under a reference gets its end, in seconds since 1970; what was written about its person goes at once. The
   * request's own item gets it first: what is written beside it from then on sees the end (beside.ts), and what was written
   * before is found. What has its end already is left alone, so that of a request with very much under it each try goes on
   * where the one before stopped; the step that says it is over is saved when nothing is left.
   * @returns false, before anything goes, when somebody changed the request meanwhile
   * @throws StillEnding when there is more than one try ends
   */
  async keepUntil({ before, request: { reference, status } }: Step, expires: number): Promise<boolean> {
    if (!(await this.#end(reference, expires, before.version))) return false
    if (mayHaveFiles(before)) await this.#forgetEvidence(reference)
    const items = await this.#table.all({
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
    const ends = left.slice(0, this.#most)
    for (let from = 0; from < ends.length; from += endings.atOnce)
      await Promise.all(
        ends.slice(from, from + endings.atOnce).map(({ pk, sk }) => {
          const personal = personalIn(String(sk))
          return this.#table.change({
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
    return true
  }

  /** A file that was given as evidence goes before the request says that it is over. */
  async #forgetEvidence(reference: string): Promise<void> {
    const pieces = await this.#table.all({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: item({ ':pk': evidenceKey(reference, '', 0).pk }),
      ProjectionExpression: 'pk, sk',
      ConsistentRead: true,
    })
    for (const { pk, sk } of pieces) await this.#table.delete({ pk: String(pk), sk: String(sk) })
  }

  /** The request's own item gets its end. @returns false when somebody changed it meanwhile */
  #end(reference: string, expires: number, version: number): Promise<boolean> {
    return this.#table.change({
      Key: item(requestKey(reference)),
      UpdateExpression: 'SET expires = :expires',
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: item({ ':expires': expires, ':version': version }),
    })
  }
}

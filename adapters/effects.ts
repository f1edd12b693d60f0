import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Effect } from '../domain/effect.ts'
import type { LetterKind } from '../domain/letter-kinds.ts'
import { Beside, type End } from './beside.ts'
import { calledAgain, effectKey, fromEffect, type LetterSaid, movesAt, requestKey, type Waiting } from './items.ts'
import { item, Table } from './table.ts'

/**
 * What is left to be done about requests, and what became of it. What follows from a step is saved with it (requests.ts); here
 * is added what no step asks for. The stream of the table brings all of it to the outbox.
 */
export class Effects {
  readonly #table: Table
  readonly #beside: Beside

  constructor(table: string, client: DynamoDBClient) {
    this.#table = new Table(table, client)
    this.#beside = new Beside(table, client)
  }

  /** One thing that was left to be done about a request, read consistently. */
  async find(reference: string, id: string): Promise<Waiting | undefined> {
    const found = await this.#table.get(effectKey(reference, id))
    return found && fromEffect(found)
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
      Put: { TableName: this.#table.name, ...this.#left(reference, id, effect, now, { ...end, ...more }) },
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
    if ((await this.#table.get(requestKey(reference)))?.status === 'unverified') {
      await this.leave(reference, id, effect, now)
      return true
    }
    const Put = { TableName: this.#table.name, ...this.#left(reference, id, effect, now, {}) }
    return (await this.#beside.writeWhileOpen(reference, { Put }, ...also)) !== 'over'
  }

  #left(reference: string, id: string, effect: Effect, now: string, more: End & Pick<Waiting, 'heldBack'>) {
    const left = { reference, id, effect, entry: 0, at: now, ...movesAt('outbox', now), ...more }
    return {
      Item: item({ ...effectKey(reference, id), ...left }),
      ConditionExpression: 'attribute_not_exists(pk)',
    }
  }

  /** What was given up, or put aside, is left anew: at most once an hour. */
  async leaveAgain(waiting: Waiting, now: string): Promise<void> {
    const { reference, id, effect, heldBack } = waiting
    const again = calledAgain(id, now)
    if (again === id) return
    await this.leave(reference, again, effect, now, heldBack ? { heldBack } : {})
    await this.markDone(reference, id, now)
  }

  /** A letter that SES does not take now is put aside: the round finds it there. What was done meanwhile stays as it is. */
  async putAside(reference: string, id: string, now: string): Promise<void> {
    await this.#table.change(this.#aside(reference, id, movesAt('letter', now)))
  }

  /** The same for one that may not be sent on this day. @param until when it may (ISO instant) */
  async holdBack(reference: string, id: string, until: string): Promise<void> {
    const { UpdateExpression, ExpressionAttributeValues, ...aside } = this.#aside(reference, id, movesAt('held', until))
    await this.#table.change({
      ...aside,
      UpdateExpression: `${UpdateExpression}, heldBack = :held`,
      ExpressionAttributeValues: { ...ExpressionAttributeValues, ...item({ ':held': true }) },
    })
  }

  #aside(reference: string, id: string, { moves, movesBy }: ReturnType<typeof movesAt>) {
    return {
      Key: item(effectKey(reference, id)),
      UpdateExpression: 'SET moves = :moves, movesBy = :by',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(doneAt)',
      ExpressionAttributeValues: item({ ':moves': moves, ':by': movesBy }),
    }
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
    const Update = { TableName: this.#table.name, ...done(said) }
    if (said && (await this.#beside.writeWhileOpen(reference, { Update })) !== 'over') return
    await this.#table.change(done(undefined))
  }

  /** Notes what became of a letter after it went out; the first word counts. */
  async note(reference: string, id: string, what: 'bouncedAt' | 'complainedAt', now: string): Promise<void> {
    await this.#table.change({
      Key: item(effectKey(reference, id)),
      UpdateExpression: 'SET #what = :now',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#what)',
      ExpressionAttributeNames: { '#what': what },
      ExpressionAttributeValues: item({ ':now': now }),
    })
  }
}

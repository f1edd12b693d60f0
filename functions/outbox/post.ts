import type { Effects } from '../../adapters/effects.ts'
import type { Waiting } from '../../adapters/items.ts'
import type { Mail } from '../../adapters/mail.ts'
import { mailOut } from '../entry/mail-out.ts'
import { oneByOne } from './order.ts'

/**
 * SES did not take a letter, and it was put aside: its daily quota is used up, sending is paused, or it refuses this one.
 * Nothing else waits for it.
 */
export class NotTaken extends Error {
  override readonly name = 'NotTaken'
}

/**
 * So long, in ms, a letter is tried by the stream, which holds up what was saved after it: longer than SES throttles for a
 * sending rate, which it counts by the second.
 */
const patienceMs = 120_000

type Left = {
  /** When it was left to be sent (ISO instant). */
  readonly at: string
  readonly now: string
  /** Notes that SES does not take it now. */
  readonly putAside: () => Promise<void>
}

/** Of a letter about a request. */
export const leftOf = ({ reference, id, at }: Waiting, effects: Effects, now: string): Left => ({
  ...{ at, now },
  putAside: () => effects.putAside(reference, id, now),
})

/** The way of every letter of the outbox to SES. */
export class Post {
  readonly #mail = mailOut()
  /**
   * Whatever else goes on side by side, letters are sent one after the other: SES grants so many a second (14 at first), and
   * what it refuses for that the client tries again after a pause, in which no other is sent.
   */
  readonly #inTurn = oneByOne()

  /** @returns its Message-ID @throws NotTaken when it was put aside; anything else: it is to be tried again now */
  async send(mail: Mail, { at, now, putAside }: Left): Promise<string> {
    try {
      return await this.#inTurn(() => this.#mail.send(mail))
    } catch (cause) {
      if (Date.parse(now) - Date.parse(at) < patienceMs) throw cause
      await putAside()
      throw new NotTaken('the letter was put aside', { cause })
    }
  }
}

import type { Aws } from '../places/places.ts'
import { signedCall } from './signed.ts'

/**
 * What Oblige answered about an account that was used. stays: its removal was under way and is undone. too-late: it is being
 * erased, or its person asked for that. not-told: Oblige could not be reached, and hears of it with the next report.
 */
export type Told = 'noted' | 'stays' | 'too-late' | 'not-told'

/** Accounts in one call (docs/inactivity.md). */
const most = 500

/** Tells Oblige when accounts were used: the only thing that the company's software has to do for it. */
export class Use {
  readonly #aws: Aws
  readonly #now: () => number
  /** What could not be told, by account: its latest use, ms since the epoch. */
  readonly #waiting = new Map<string, number>()

  /** @param aws with the permission of the output `UsePolicy` @param now ms since the epoch */
  constructor(aws: Aws, now: () => number) {
    this.#aws = aws
    this.#now = now
  }

  /** Somebody signs in: that never fails because of Oblige. */
  async signIn(account: string): Promise<Told> {
    try {
      return (await this.report([account])).get(account) ?? 'noted'
    } catch {
      return 'not-told'
    }
  }

  /** Reports that accounts are used now, and what could not be told before. @throws when Oblige does not take it */
  async report(accounts: readonly string[]): Promise<ReadonlyMap<string, Told>> {
    for (const account of accounts) this.#waiting.set(account, this.#now())
    const told = new Map<string, Told>()
    const all = [...this.#waiting]
    for (let from = 0; from < all.length; from += most) {
      const uses = all.slice(from, from + most)
      const { status, json } = await signedCall(this.#aws, this.#now(), 'POST', '/company/activity', {
        accounts: uses.map(([key, at]) => ({ key, at: new Date(at).toISOString() })),
      })
      if (status !== 200) throw new Error(`Oblige answered a report of use with ${status}`)
      const { stays, tooLate } = json as { stays: readonly string[]; tooLate: readonly string[] }
      for (const [key, at] of uses) {
        told.set(key, stays.includes(key) ? 'stays' : tooLate.includes(key) ? 'too-late' : 'noted')
        if (this.#waiting.get(key) === at) this.#waiting.delete(key)
      }
    }
    return told
  }
}

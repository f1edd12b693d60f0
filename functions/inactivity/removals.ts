import { randomBytes } from 'node:crypto'
import type { Activities } from '../../adapters/activities.ts'
import type { Directory } from '../../adapters/directory.ts'
import type { Mac } from '../../adapters/keys.ts'
import { AlreadyOpen, Overtaken, type Requests } from '../../adapters/requests.ts'
import { type Activity, type Fate, fateOf, foundInactive, type Inactivity, idleOn } from '../../domain/inactivity.ts'
import type { Person } from '../../domain/person.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import { dayOf, type Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { Subject } from '../../systems/contract.ts'

/** What a round works with. */
export type Ends = {
  readonly activities: Activities
  readonly mac: Mac
  readonly requests: Requests
  readonly directory: Directory
}
/** What is known of the person behind a due account. */
type Found = {
  readonly accounts: readonly Activity[]
  readonly directory: Parameters<typeof fateOf>[2]
  readonly person?: Person
  readonly language: string | undefined
}
/** What became of a due account; `overtaken`: it, or the day's count, changed meanwhile, and the next slice sees it anew. */
export type Outcome = 'remove' | 'used' | 'request-open' | 'nobody-to-tell' | 'forget' | 'overtaken'

/** Schedules the removal of accounts that nobody uses. */
export class Removals {
  readonly #ends: Ends
  readonly #inactivity: Inactivity

  constructor(ends: Ends, inactivity: Inactivity) {
    this.#ends = ends
    this.#inactivity = inactivity
  }

  /** What becomes of an account that is due; saved when this answers. @throws what stores throw: nothing has changed then */
  async of(due: Activity, now: Instant): Promise<Outcome> {
    const today = dayOf(now, policy.company.timeZone)
    const found = await this.#personOf(due, today)
    const open = found.person ? await this.#ends.requests.openOf(found.person.hash) : {}
    const fate = fateOf(found.accounts, open, found.directory, this.#inactivity, today)
    return this.#settle(due, fate, found, now)
  }

  async #settle(due: Activity, fate: Fate, found: Found, now: Instant): Promise<Outcome> {
    const { activities } = this.#ends
    switch (fate.do) {
      case 'forget':
        await activities.forget(due.key.reveal())
        return 'forget'
      case 'look-again':
        await activities.lookAgain(due, fate.on)
        return fate.because
      case 'remove':
        return this.#schedule(found, fate.lastUsed, now)
    }
  }

  /** The request, its person's lock, the day's count and the accounts: all at once, or nothing. */
  async #schedule({ accounts, person, language }: Found, lastUsed: Activity['day'], now: Instant): Promise<Outcome> {
    if (!person) throw new Error('nobody to tell: the removal should not have been decided')
    const { activities, requests } = this.#ends
    const known = policy.languages.find((one) => one === language) ?? policy.languages[0] ?? 'en'
    const about = { reference: reference(randomBytes(5)), language: known, person, lastUsed }
    const step = foundInactive(about, policy, this.#inactivity, now)
    const also = await activities.scheduling(accounts, about.reference, now, this.#inactivity.limits.aDay)
    try {
      await requests.save(step, { also })
      return 'remove'
    } catch (error) {
      if (error instanceof Overtaken || error instanceof AlreadyOpen) return 'overtaken'
      throw error
    }
  }

  /** Whose the account is, and all accounts of that person. One that was never reported counts as used today. */
  async #personOf(due: Activity, today: Activity['day']): Promise<Found> {
    const { directory, mac, activities } = this.#ends
    const kind = this.#inactivity.account
    const row = await directory.personOf(kind, due.key.reveal())
    if (!row?.address) return { accounts: [due], directory: row ? 'no-address' : 'no-account', language: row?.language }
    // The directory's index may be behind its table.
    const { subject: found, onBehalf } = await directory.found(row.address)
    const subject = withKey(found, kind, due.key.reveal())
    const keys = subject.keys[kind] ?? []
    const known = await activities.of(keys)
    const accounts = await Promise.all(
      keys.map((key, n) => known[n] ?? activities.used(key, today, idleOn(today, this.#inactivity, today))),
    )
    const person = {
      address: new Personal(row.address),
      hash: await mac.ofAddress(row.address),
      subject: new Personal(subject),
      ...(onBehalf ? { onBehalf: new Personal(onBehalf) } : {}),
    }
    return { accounts, directory: 'address', person, language: row.language }
  }
}

const withKey = (subject: Subject | undefined, kind: string, key: string): Subject => ({
  keys: { ...subject?.keys, [kind]: [...new Set([...(subject?.keys[kind] ?? []), key])] },
})

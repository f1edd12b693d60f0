import { daysLater } from './berlin.ts'
import type { Posted } from './mails.ts'
import type { Intent, Person } from './person.ts'
import type { Said } from './put-right.ts'

/** Something that must always hold did not. */
export class Violation extends Error {
  readonly rule: string
  constructor(rule: string, what: string) {
    super(`${rule}: ${what}`)
    this.name = 'Violation'
    this.rule = rule
  }
}

/** What people did about a request, as they know it themselves: begun when they pressed, answered when they saw it. */
export type Known = {
  readonly reference: string
  readonly person: Person
  readonly right: string
  /** When its ask reached the company, in ms. */
  readonly askedAt: number
  /** What its person does about it, when a mail asked. */
  readonly intent?: Intent
  confirmBegun?: number
  /** When that proved the address: of a link that ran out it does not. */
  provenAt?: number
  restoreBegun?: number
  /** A page said that everything comes back. */
  restoreAccepted?: number
  eraseNowBegun?: number
  withdrawBegun?: number
  /** What they said is right, when they first pressed that. */
  said?: Said
  /** What became of each of it, as last seen in the store. */
  items?: Readonly<Record<string, string>>
  /** What colleagues decided about it, each time that one pressed. */
  readonly decided: Array<Readonly<Record<string, string>>>
  /** Of the store, as last seen. */
  status?: string
  version?: number
  /** Letters by kind: the ids of the effects. */
  readonly letters: Map<string, Set<string>>
  fetched?: number
  /** When SES took the first reminder. */
  remindedAt?: number
  /** When the last link to confirm was taken by SES. */
  linkSentAt?: number
}

/** Oblige seen from outside: who asked for what, what they pressed, and what they therefore may count on. */
export class Model {
  readonly people: readonly Person[]
  readonly #byName = new Map<string, Person>()
  readonly #byAccount = new Map<string, Person>()
  readonly #byAddress = new Map<string, Person>()
  readonly known = new Map<string, Known>()
  /** Mails to info@, by their names. */
  readonly posted = new Map<string, Posted>()
  /** Letters that came back, by the ids that SES gave them. */
  readonly cameBack = new Set<string>()
  readonly #ofPerson = new Map<Person, Known[]>()
  /** Partitions of the vault, by whose data came there first. */
  readonly partitions = new Map<string, Person>()
  /** How far clocks of machines are off at most, in ms. */
  readonly skewMs: number

  constructor(people: readonly Person[], skewMs: number) {
    this.people = people
    this.skewMs = skewMs
    for (const person of people) {
      this.#byName.set(person.name, person)
      this.#byAddress.set(person.address, person)
      for (const account of person.accounts) this.#byAccount.set(account, person)
    }
  }

  byName(name: string): Person | undefined {
    return this.#byName.get(name)
  }

  byAddress(address: string): Person | undefined {
    return this.#byAddress.get(address)
  }

  byAccount(account: string | undefined): Person | undefined {
    return account === undefined ? undefined : this.#byAccount.get(account)
  }

  of(person: Person): readonly Known[] {
    return this.#ofPerson.get(person) ?? []
  }

  begun(known: Known): void {
    this.known.set(known.reference, known)
    this.#ofPerson.set(known.person, [...this.of(known.person), known])
  }

  /** The first instant at which a request can have become due for erasure: asks of the last two weeks count from the first. */
  earliestErasure(known: Known): number {
    return daysLater(daysLater(this.firstAsk(known), 60), -2)
  }

  promisedBy(known: Known): number {
    return daysLater(this.firstAsk(known), 60)
  }

  /** An ask that nobody confirmed and that is taken up again within 14 days keeps its date of receipt. */
  firstAsk(known: Known): number {
    const by = known.provenAt ?? known.confirmBegun ?? known.askedAt
    const before = this.of(known.person)
      .filter(({ right, provenAt, askedAt }) => right === known.right && (provenAt ?? Infinity) >= by && askedAt <= by)
      .map(({ askedAt }) => askedAt)
      .filter((at) => at >= daysLater(by, -14) - this.skewMs * 2)
    return Math.min(known.askedAt, ...before)
  }

  /** Whether what a request is about may be destroyed at an instant. */
  mayDestroy(known: Known, at: number): boolean {
    if (known.right !== 'erasure' || known.confirmBegun === undefined || known.restoreAccepted !== undefined)
      return false
    return known.eraseNowBegun !== undefined || at >= this.earliestErasure(known) - 2 * this.skewMs
  }
}

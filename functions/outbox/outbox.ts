import type { Activities } from '../../adapters/activities.ts'
import type { Effects } from '../../adapters/effects.ts'
import { required } from '../../adapters/environment.ts'
import type { Indexes } from '../../adapters/indexes.ts'
import type { LetterSaid, Waiting, Whole } from '../../adapters/items.ts'
import type { KeptHolds } from '../../adapters/kept-holds.ts'
import { executionOf, Machines } from '../../adapters/machines.ts'
import type { MailCounts } from '../../adapters/mail-counts.ts'
import type { Mailing } from '../../adapters/mailing.ts'
import type { Notices } from '../../adapters/notices.ts'
import type { Requests } from '../../adapters/requests.ts'
import type { Sent } from '../../adapters/sent.ts'
import { decide } from '../../domain/decide.ts'
import { idleOn } from '../../domain/inactivity.ts'
import { stillTrue } from '../../domain/letters.ts'
import { stoppedBy } from '../../domain/objection.ts'
import type { Person } from '../../domain/person.ts'
import { isClosed, type Request } from '../../domain/request.ts'
import { dayOf, type Instant, instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { askConsent } from '../entry/ask-consent.ts'
import type { Arns } from '../entry/machines.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'
import { AboutRequests } from './about-requests.ts'
import type { LetterWriter } from './letters.ts'
import { OtherRequests } from './other-requests.ts'
import { passOn } from './passed-on.ts'
import type { Post } from './post.ts'
import { ToColleagues } from './to-colleagues.ts'

export type Carried = 'done' | 'done-before' | 'overtaken' | 'withheld' | 'held-back' | 'gone'
export type Done = { readonly outcome: Carried; readonly messageId?: string; readonly said?: LetterSaid }
const done: Done = { outcome: 'done' }

/** Where what is carried out is kept. */
export type Stores = {
  readonly requests: Requests
  readonly effects: Effects
  readonly indexes: Indexes
  readonly holds: KeptHolds
  readonly counts: MailCounts
  readonly mailing: Mailing
  readonly sent: Sent
  readonly notices: Notices
  readonly activities: Activities
}

/** Carries out what decisions left to do: at least once, and what is no longer true not at all. */
export class Outbox {
  readonly #stores: Stores
  readonly #letters: AboutRequests
  readonly #colleagues: ToColleagues
  readonly #others: OtherRequests
  readonly #arns: Arns
  readonly #machines = new Machines()

  constructor(stores: Stores, writer: LetterWriter, arns: Arns, post: Post) {
    this.#stores = stores
    this.#letters = new AboutRequests(stores, writer, post)
    this.#colleagues = new ToColleagues(stores.effects, post)
    this.#others = new OtherRequests(stores.requests, stores.holds)
    this.#arns = arns
  }

  /** @throws NotTaken when the letter was put aside; anything else: it is to be tried again now */
  async carryOut(reference: string, id: string, now: Instant): Promise<Carried> {
    const waiting = await this.#stores.effects.find(reference, id)
    if (!waiting) return 'gone'
    const outcome = waiting.doneAt ? 'done-before' : await this.#carriedOut(waiting, now)
    // Somebody else does it the same moment, or changes something else: a colleague looks at it.
    await whileOvertaken(() => this.#forgetWhenTold(reference, now))
    return outcome
  }

  async #carriedOut(waiting: Waiting, now: Instant): Promise<Carried> {
    const { reference, id } = waiting
    const whole = await this.#stores.requests.load(reference)
    if (!whole) return 'gone'
    const { outcome, ...mail } = await this.#act(whole, waiting, now)
    if (outcome === 'held-back') return outcome
    await this.#stores.effects.markDone(reference, id, now, mail)
    return outcome
  }

  async #act(whole: Whole, waiting: Waiting, now: Instant): Promise<Done> {
    const { effect } = waiting
    const { request } = whole
    await this.#others.liftToo(whole, waiting, now)
    if (!stillTrue(effect, whole.request)) return { outcome: 'overtaken' }
    switch (effect.kind) {
      case 'start':
        // Before anything can go on to an erasure.
        if (effect.machine === 'erasure') await this.#others.takeHoldOver(waiting.reference, now)
        await this.#machines.start(this.#arns[effect.machine], executionOf(waiting), waiting.reference)
        return done
      case 'webhook':
        // A program that does not answer is called for days, by a machine of its own: nothing here waits for it.
        await this.#machines.startWebhook(required('WEBHOOKS_MACHINE'), waiting)
        return done
      // Who is told is the company: the person may be gone from the request by then.
      case 'undelivered':
        return this.#colleagues.tellOfficer(whole, effect, waiting, now)
      case 'proposal':
        return this.#colleagues.tellOfProposal(whole, waiting, now)
      case 'hold-news':
        return this.#colleagues.tellOfHold(whole, effect, waiting, now)
      case 'task':
        return this.#colleagues.askByHand(whole, effect, waiting, now)
    }
    const person = 'person' in request ? request.person : undefined
    if (!person) return { outcome: 'gone' }
    switch (effect.kind) {
      case 'letter':
        return this.#letters.send(whole, effect, person, waiting, now)
      case 'notice':
        return passOn(whole, effect, person, waiting, this.#stores.notices, now)
      case 'keep-hold':
        await this.#others.keepHold(request, person, effect.reason, waiting)
        return done
      case 'end-approvals':
        await this.#others.endApprovals(person, now)
        return done
      case 'ask-consent':
        await this.#askConsent(request, person, now)
        return done
      case 'suppress':
        await this.#suppress(request, person, instant(waiting.at))
        return done
      case 'activity':
        await this.#note(effect.as, person, now)
        return done
    }
  }

  /** N8: a guardian is asked whether they consent to the account of a child who asked for something. */
  async #askConsent({ reference, language }: Request, person: Person, now: Instant): Promise<void> {
    const { subject, onBehalf } = person
    const found = subject && { subject, ...(onBehalf ? { onBehalf } : {}) }
    const child = { person, language, source: `with ${reference}` }
    if (found) await askConsent({ ...child, found }, this.#stores.requests, now)
  }

  /** What the person objected to is marked for their address, as of when they said so. */
  async #suppress(request: Request, { hash }: Person, since: Instant): Promise<void> {
    const mark = { suppressed: true, since, by: 'form' } as const
    for (const what of stoppedBy(request)) await this.#stores.mailing.mark(hash, what, mark)
  }

  /** N6: the period begins anew for accounts that stay; who was erased leaves nothing. */
  async #note(as: 'used' | 'gone', person: Person, now: Instant): Promise<void> {
    const { inactivity, company } = policy
    if (!inactivity) return
    const today = dayOf(now, company.timeZone)
    for (const key of person.subject?.reveal().keys[inactivity.account] ?? []) {
      if (as === 'gone') await this.#stores.activities.forget(key)
      else await this.#stores.activities.kept(key, today, idleOn(today, inactivity, today))
    }
  }

  /** Once a closed request's last letter is out, the person's data leave it. */
  async #forgetWhenTold(reference: string, now: Instant): Promise<void> {
    // Of one that goes on nothing else is read, however much lies under it.
    const request = await this.#stores.requests.request(reference)
    if (!request || !isClosed(request) || !request.person) return
    const whole = await this.#stores.requests.load(reference)
    if (!whole || !isClosed(whole.request) || !whole.request.person || whole.waiting.some((one) => !one.doneAt)) return
    const decision = decide(whole.request, { type: 'told' }, policy, now)
    if (decision.kind !== 'refused') await this.#stores.requests.save(decision)
  }
}

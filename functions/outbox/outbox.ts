import { randomUUID } from 'node:crypto'
import type { Activities } from '../../adapters/activities.ts'
import type { Effects } from '../../adapters/effects.ts'
import { required } from '../../adapters/environment.ts'
import type { Indexes } from '../../adapters/indexes.ts'
import { calledFirst, type LetterSaid, type Waiting, type Whole } from '../../adapters/items.ts'
import type { KeptHolds } from '../../adapters/kept-holds.ts'
import { newToken, tokenPattern } from '../../adapters/keys.ts'
import { executionOf, Machines } from '../../adapters/machines.ts'
import type { Mail } from '../../adapters/mail.ts'
import type { MailCounts } from '../../adapters/mail-counts.ts'
import type { Mailing } from '../../adapters/mailing.ts'
import type { Notices } from '../../adapters/notices.ts'
import type { Requests } from '../../adapters/requests.ts'
import type { Sent, SentLetter } from '../../adapters/sent.ts'
import { decide } from '../../domain/decide.ts'
import type { Effect } from '../../domain/effect.ts'
import { idleOn } from '../../domain/inactivity.ts'
import { takesHoldOver } from '../../domain/legal-hold.ts'
import { factsOf } from '../../domain/letter-kinds.ts'
import { actOf, stillTrue } from '../../domain/letters.ts'
import { heardOf } from '../../domain/notices.ts'
import { stoppedBy } from '../../domain/objection.ts'
import type { Person } from '../../domain/person.ts'
import { Personal } from '../../domain/personal.ts'
import { isClosed, type Request } from '../../domain/request.ts'
import { isAsked } from '../../domain/tasks.ts'
import { dayBegins, dayOf, daysAfter, earlier, type Instant, instant, moved } from '../../domain/time.ts'
import { openProposal } from '../../domain/two-people.ts'
import { view } from '../../domain/view.ts'
import { compose } from '../../letters/compose.ts'
import type { Letter } from '../../letters/contract.ts'
import { policy } from '../../policy/in-force.ts'
import { readIn } from '../../policy/reader.ts'
import { nameOf } from '../../policy/wording/wording.ts'
import { askConsent } from '../entry/ask-consent.ts'
import type { Arns } from '../entry/machines.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'
import type { LetterWriter } from './letters.ts'
import type { Post } from './post.ts'
import { readerOf } from './reader.ts'

export type Carried = 'done' | 'done-before' | 'overtaken' | 'withheld' | 'held-back' | 'gone'
type Done = { readonly outcome: Carried; readonly messageId?: string; readonly said?: LetterSaid }

/** Where what is carried out is kept. */
type Stores = {
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
  readonly #writer: LetterWriter
  readonly #arns: Arns
  readonly #post: Post
  readonly #machines = new Machines()

  constructor(stores: Stores, writer: LetterWriter, arns: Arns, post: Post) {
    this.#stores = stores
    this.#writer = writer
    this.#arns = arns
    this.#post = post
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
    if (hasEverythingBack(whole, waiting)) await whileOvertaken(() => this.#liftToo(whole.request, now))
    if (!stillTrue(effect, whole.request)) return { outcome: 'overtaken' }
    if (effect.kind === 'start') {
      // Before anything can go on to an erasure.
      if (effect.machine === 'erasure') await whileOvertaken(() => this.#takeHoldOver(waiting.reference, now))
      await this.#machines.start(this.#arns[effect.machine], executionOf(waiting), waiting.reference)
      return { outcome: 'done' }
    }
    // A program that does not answer is called for days, by a machine of its own: nothing here waits for it.
    if (effect.kind === 'webhook') {
      await this.#machines.startWebhook(required('WEBHOOKS_MACHINE'), waiting)
      return { outcome: 'done' }
    }
    // Who is told is the company: the person may be gone from the request by then.
    if (effect.kind === 'undelivered') return this.#tellOfficer(whole, effect, waiting, now)
    if (effect.kind === 'proposal') return this.#tellOfProposal(whole, waiting, now)
    if (effect.kind === 'hold-news') return this.#tellOfHold(whole, effect, waiting, now)
    if (effect.kind === 'task') return this.#askByHand(whole, effect, waiting, now)
    const person = 'person' in whole.request ? whole.request.person : undefined
    if (!person) return { outcome: 'gone' }
    if (effect.kind === 'keep-hold') {
      const kept = { reason: effect.reason, reference: whole.request.reference }
      await this.#stores.holds.keep(person.hash, kept, holdKeptUntil(waiting))
      return { outcome: 'done' }
    }
    if (effect.kind === 'ask-consent') {
      const { subject, onBehalf } = person
      const child = { person, language: whole.request.language, source: `with ${waiting.reference}` }
      const found = subject && { subject, ...(onBehalf ? { onBehalf } : {}) }
      if (found) await askConsent({ ...child, found }, this.#stores.requests, now)
      return { outcome: 'done' }
    }
    if (effect.kind === 'suppress') {
      const { request } = whole
      const mark = { suppressed: true, since: instant(waiting.at), by: 'form' } as const
      for (const what of stoppedBy(request)) await this.#stores.mailing.mark(person.hash, what, mark)
      return { outcome: 'done' }
    }
    if (effect.kind === 'activity') {
      await this.#note(effect.as, person, now)
      return { outcome: 'done' }
    }
    if (effect.kind === 'end-approvals') {
      for (const question of (await this.#stores.requests.questionsOf(person.hash)).values())
        await whileOvertaken(() => this.#endApproval(question, now))
      return { outcome: 'done' }
    }
    return effect.kind === 'notice'
      ? this.#passOn(whole, effect, person, waiting, now)
      : this.#write(whole, effect, person, waiting, now)
  }

  /** N12: what the person approved, or was asked to, ends with a restriction or an erasure of their data. */
  async #endApproval(reference: string, now: Instant): Promise<void> {
    const request = await this.#stores.requests.request(reference)
    const decision = request && decide(request, { type: 'made-unavailable' }, policy, now)
    if (decision && decision.kind !== 'refused') await this.#stores.requests.save(decision)
  }

  /** N5: everything means everything: what was unavailable by an earlier wish of the person comes back too. */
  async #liftToo(restoring: Request, now: Instant): Promise<void> {
    const person = 'person' in restoring ? restoring.person : undefined
    const { restriction } = person ? await this.#stores.requests.openOf(person.hash) : {}
    const request = restriction === undefined ? undefined : await this.#stores.requests.request(restriction)
    const decision = request && decide(request, { type: 'restore-asked' }, policy, now)
    if (decision && decision.kind !== 'refused') await this.#stores.requests.save(decision)
  }

  /** N7: what a law asks to keep of a person is kept in their next erasure too. */
  async #takeHoldOver(reference: string, now: Instant): Promise<void> {
    const request = await this.#stores.requests.request(reference)
    if (!request || !takesHoldOver(request) || request.hold) return
    const { hash } = request.person
    const kept = await this.#stores.holds.find(hash, now)
    if (!kept) return
    const event = { type: 'hold-set', reason: kept.reason, from: kept.reference, salt: newToken() } as const
    const decision = decide(request, event, policy, now)
    if (decision.kind !== 'refused')
      await this.#stores.requests.save(decision, { also: [this.#stores.holds.takenOver(hash)] })
  }

  /** A held request ended, or a new one is held up by what was kept of it: others hear of it. */
  async #tellOfHold(
    { request, answers }: Whole,
    { news, reason }: Extract<Effect, { kind: 'hold-news' }>,
    waiting: Waiting,
    now: Instant,
  ): Promise<Done> {
    const letter = {
      kind: 'hold-news',
      request: view(request, answers, policy, now, false),
      ...{ news, reason, until: holdKeptUntil(waiting) },
      ...(policy.desk ? { link: `${policy.site}/desk/requests/${request.reference}` } : {}),
    } as const
    return this.#toColleague(request, waiting, now, { to: policy.company.officer, letter, thread: 'hold' })
  }

  async #write(
    whole: Whole,
    { letter: kind, written }: Extract<Effect, { kind: 'letter' }>,
    person: Person,
    waiting: Waiting,
    now: Instant,
  ): Promise<Done> {
    const { request } = whole
    const { to, hash, language, thread, asked } = readerOf(kind, request, person)
    if (kind === 'confirm-request') {
      if (!(await this.#isNeeded(request, waiting))) return { outcome: 'overtaken' }
      if (isRunOut(request, now)) {
        await this.#askAnew(request, now)
        return { outcome: 'overtaken' }
      }
    }
    const { setOffBy: by, waits, certificate } = factsOf(kind)
    const limit = policy.limits.mailsPerAddressAndDay
    // Only what can be set off without end is bounded: every other letter reaches the person who proved the address.
    if (by && !(await this.#stores.counts.count(hash, calledFirst(waiting.id) + waiting.reference, now, limit, by))) {
      if (!waits || (kind === 'confirm-request' && hasLink(whole, now))) return { outcome: 'withheld' }
      await this.#stores.effects.holdBack(
        request.reference,
        waiting.id,
        dayBegins(daysAfter(dayOf(now, 'UTC'), 'P1D'), 'UTC'),
      )
      return { outcome: 'held-back' }
    }
    const from = { whole, person, now, ...(written === undefined ? {} : { written }) }
    const letter = await this.#writer.write(kind, from)
    if (!letter) return { outcome: 'gone' }
    // The person reads in their own time; staff, guardians and others in the company's.
    const reading = to === person.address.reveal() ? readIn(person.country, now, policy) : policy
    const { subject, text, html } = compose(letter, language, reading)
    const before = whole.waiting.findLast(
      ({ effect, messageId }) =>
        effect.kind === 'letter' && messageId && readerOf(effect.letter, request, person).thread === thread,
    )?.messageId
    const answers = before ?? asked
    const attached = certificate && whole.certificate ? `certificate-${request.reference}.json` : undefined
    const messageId = await this.#send(waiting, now, {
      to,
      subject,
      text,
      html,
      letter: `${request.reference}.${calledFirst(waiting.id)}`,
      thread,
      ...(answers ? { answers } : {}),
      ...(attached && whole.certificate
        ? {
            attachment: {
              filename: attached,
              content: whole.certificate,
              contentType: 'application/json',
            },
          }
        : {}),
    })
    const isTheirs = thread === request.reference
    await this.#keepSent(messageId, waiting, now, isTheirs ? { hash } : {})
    const shown = withoutSecrets(text, letter)
    return { outcome: 'done', messageId, said: { to, subject, text: shown, ...(attached ? { attached } : {}) } }
  }

  /**
   * Whether a link to confirm is still to be sent. Of those that were held back one for each right is enough, the last that was
   * asked for: whatever it confirms counts from the first.
   */
  async #isNeeded(request: Request, { heldBack }: Waiting): Promise<boolean> {
    if (request.status !== 'unverified') return false
    if (!heldBack) return true
    const all = await this.#stores.indexes.unverifiedOf(request.person.hash)
    return !all.some((other) => other.right === request.right && isAfter(other, request))
  }

  /** Of a link that would be over before it comes another is asked for, as long as the request is there. */
  async #askAnew(request: Request, now: Instant): Promise<void> {
    const { periods, company } = policy
    const vanishes = moved(request.receivedAt, periods.unverified, company.timeZone)
    if (now >= vanishes) return
    const linkUntil = earlier(moved(now, periods.confirmLink, company.timeZone), vanishes)
    const decision = decide(request, { type: 'asked-again', linkUntil }, policy, now)
    if (decision.kind === 'step') await this.#stores.requests.save(decision)
  }

  #send({ reference, id, at }: Waiting, now: Instant, mail: Mail): Promise<string> {
    return this.#post.send(mail, { at, now, putAside: () => this.#stores.effects.putAside(reference, id, now) })
  }

  /** What comes back or is answered finds its request for as long as the link in the letter leads there. */
  #keepSent(
    messageId: string,
    { reference, id }: Waiting,
    now: Instant,
    to: Pick<SentLetter, 'hash' | 'recipient'>,
  ): Promise<void> {
    const until = moved(now, policy.periods.manageLink, policy.company.timeZone)
    return this.#stores.sent.keep(messageId, { reference, id, ...to }, until)
  }

  async #tellOfficer(
    { request, answers }: Whole,
    { what }: Extract<Effect, { kind: 'undelivered' }>,
    waiting: Waiting,
    now: Instant,
  ): Promise<Done> {
    const letter = { kind: 'undelivered', request: view(request, answers, policy, now, false), what } as const
    return this.#toColleague(request, waiting, now, { to: policy.company.officer, letter, thread: 'undelivered' })
  }

  /** A letter to somebody of the company, in a thread of its own; its link asks them to sign in, and opens nothing by itself. */
  async #toColleague(
    request: Request,
    waiting: Waiting,
    now: Instant,
    { to, letter, thread }: { readonly to: string; readonly letter: Letter; readonly thread: string },
  ): Promise<Done> {
    const { subject, text, html } = compose(letter, policy.languages[0] ?? 'en', policy)
    const messageId = await this.#send(waiting, now, {
      ...{ to, subject, text, html },
      letter: `${waiting.reference}.${calledFirst(waiting.id)}`,
      thread: `${waiting.reference}.${thread}`,
    })
    // What letters said goes with the person: of a request that has none any more nothing is kept.
    const isKept = 'person' in request && request.person
    return { outcome: 'done', messageId, ...(isKept ? { said: { to, subject, text } } : {}) }
  }

  /** What takes two people is proposed: others hear of it, as long as it can be confirmed. */
  async #tellOfProposal({ request, answers }: Whole, waiting: Waiting, now: Instant): Promise<Done> {
    const proposal = openProposal(request, now)
    if (!proposal) return { outcome: 'overtaken' }
    const letter = {
      kind: 'proposal',
      request: view(request, answers, policy, now, false),
      ...{ act: proposal.act, until: proposal.until },
      link: `${policy.site}/desk/requests/${request.reference}`,
    } as const
    return this.#toColleague(request, waiting, now, { to: policy.company.officer, letter, thread: 'proposal' })
  }

  /** Somebody of the company is asked to do by hand what no program does; what was done meanwhile is asked of nobody. */
  async #askByHand(
    { request, answers, tasks }: Whole,
    { task: id, news, to }: Extract<Effect, { kind: 'task' }>,
    waiting: Waiting,
    now: Instant,
  ): Promise<Done> {
    const task = tasks.find((one) => one.id === id)
    if (task?.state !== 'open' || !isAsked(task, request)) return { outcome: 'overtaken' }
    const letter = {
      kind: 'task',
      request: view(request, answers, policy, now, false),
      task: { system: task.system, verb: task.verb, due: task.due, asked: task.asked },
      news,
      link: `${policy.site}/desk/tasks/${task.reference}/${task.id}`,
    } as const
    return this.#toColleague(request, waiting, now, {
      to: to === 'officer' ? policy.company.officer : task.asked,
      letter,
      thread: `${task.id}${to ? `.${to}` : ''}`,
    })
  }

  /** Leaves a notice for a recipient; the machine that is started after it carries it out, however long that takes. */
  async #passOn(
    { request, notices }: Whole,
    effect: Extract<Effect, { kind: 'notice' }>,
    person: Person,
    { id: cause }: Waiting,
    now: Instant,
  ): Promise<Done> {
    const { recipient } = effect
    const told = policy.recipients[recipient]?.told
    const act = actOf(effect, request)
    const restriction = act === 'release' ? heardOf(notices, recipient) : undefined
    if (!told || (act === 'release' && !restriction)) return { outcome: 'gone' }
    const notice: Parameters<Notices['begin']>[1] = {
      id: randomUUID(),
      cause,
      recipient,
      act,
      since: now,
      state: 'waiting',
      version: 0,
      ...(restriction ? { takesBack: restriction.id } : {}),
      about: new Personal({
        ...(request.controller ? {} : { address: (person.formerAddress ?? person.address).reveal() }),
        keys: person.subject?.reveal().keys ?? {},
        corrections: corrected(request, recipient),
      }),
    }
    const until = moved(now, policy.periods.evidence, policy.company.timeZone)
    await this.#stores.notices.begin(request.reference, notice, until)
    return { outcome: 'done' }
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

/** The person took an erasure back by themselves: that it starts is left to do in the same transaction. A controller asks for its own data. */
const hasEverythingBack = ({ request, history }: Whole, { effect, entry }: Waiting): boolean =>
  effect.kind === 'start' &&
  effect.machine === 'restore' &&
  request.right === 'erasure' &&
  !request.controller &&
  history.some(({ n, event }) => n === entry && event === 'restore-asked')

/** How long a hold is kept for another request: as long as the history that says why. */
const holdKeptUntil = ({ at }: Waiting): Instant => moved(instant(at), policy.periods.evidence, policy.company.timeZone)

const links = new RegExp(`(/(?:requests|notices)/)${tokenPattern}`, 'g')

/** Whether the link that confirms a request is over; a controller's is not mailed, and has no end. */
/**
 * Whether a link to confirm went out that is as good as a new one. One more on the next day would go to and fro without an end
 * with a machine that answers every letter.
 */
const hasLink = ({ waiting }: Whole, now: Instant): boolean =>
  waiting.some(
    ({ effect, messageId, doneAt }) =>
      effect.kind === 'letter' &&
      effect.letter === 'confirm-request' &&
      messageId !== undefined &&
      doneAt !== undefined &&
      now < moved(instant(doneAt), policy.periods.confirmLink, policy.company.timeZone),
  )

const isRunOut = (request: Request, now: Instant): boolean =>
  request.status === 'unverified' && now >= request.linkUntil && !request.controller

/** Whether a request was asked for after another, which of two at once the reference decides. */
const isAfter = (one: Request, other: Request): boolean =>
  `${one.receivedAt} ${one.reference}` > `${other.receivedAt} ${other.reference}`

/** A letter as colleagues may see it: what it opens is for its reader alone. */
function withoutSecrets(text: string, letter: Letter): string {
  const plain = text.replaceAll(links, '$1…')
  return 'code' in letter ? plain.replaceAll(letter.code, '…') : plain
}

/** What was corrected of the data that a recipient got, as `Field: value`. */
function corrected(request: Request, recipient: string): readonly string[] {
  const items = 'items' in request ? request.items : []
  const stated = 'person' in request ? request.person?.stated?.reveal() : undefined
  return items

    .filter(({ field, state }) => state === 'corrected' && field in policy.correctable)
    .filter(({ category }) => policy.categories[category]?.recipients.includes(recipient))
    .map((item) => `${nameOf(item, policy.languages[0] ?? 'en', policy)}: ${stated?.[item.field] ?? ''}`)
}

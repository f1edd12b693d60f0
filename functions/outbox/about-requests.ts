import type { Effects } from '../../adapters/effects.ts'
import type { Indexes } from '../../adapters/indexes.ts'
import { calledFirst, type Waiting, type Whole } from '../../adapters/items.ts'
import { tokenPattern } from '../../adapters/keys.ts'
import type { MailCounts } from '../../adapters/mail-counts.ts'
import type { Requests } from '../../adapters/requests.ts'
import type { Sent, SentLetter } from '../../adapters/sent.ts'
import { decide } from '../../domain/decide.ts'
import type { Effect } from '../../domain/effect.ts'
import { factsOf } from '../../domain/letter-kinds.ts'
import type { Person } from '../../domain/person.ts'
import type { Request } from '../../domain/request.ts'
import { dayBegins, dayOf, daysAfter, earlier, type Instant, instant, moved } from '../../domain/time.ts'
import { compose } from '../../letters/compose.ts'
import type { Letter } from '../../letters/contract.ts'
import { policy } from '../../policy/in-force.ts'
import { readIn } from '../../policy/reader.ts'
import type { LetterWriter } from './letters.ts'
import type { Done, Stores } from './outbox.ts'
import { leftOf, type Post } from './post.ts'
import { readerOf } from './reader.ts'

/** Sends letters about requests to whoever reads them: their persons, and those of whom they need something. */
export class AboutRequests {
  readonly #requests: Requests
  readonly #effects: Effects
  readonly #indexes: Indexes
  readonly #counts: MailCounts
  readonly #sent: Sent
  readonly #writer: LetterWriter
  readonly #post: Post

  constructor({ requests, effects, indexes, counts, sent }: Stores, writer: LetterWriter, post: Post) {
    this.#requests = requests
    this.#effects = effects
    this.#indexes = indexes
    this.#counts = counts
    this.#sent = sent
    this.#writer = writer
    this.#post = post
  }

  async send(
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
    if (by && !(await this.#counts.count(hash, calledFirst(waiting.id) + waiting.reference, now, limit, by))) {
      if (!waits || (kind === 'confirm-request' && hasLink(whole, now))) return { outcome: 'withheld' }
      await this.#effects.holdBack(request.reference, waiting.id, dayBegins(daysAfter(dayOf(now, 'UTC'), 'P1D'), 'UTC'))
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
    const mail = {
      ...{ to, subject, text, html, thread },
      letter: `${request.reference}.${calledFirst(waiting.id)}`,
      ...(answers ? { answers } : {}),
      ...(attached && whole.certificate
        ? { attachment: { filename: attached, content: whole.certificate, contentType: 'application/json' } }
        : {}),
    }
    const messageId = await this.#post.send(mail, leftOf(waiting, this.#effects, now))
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
    const all = await this.#indexes.unverifiedOf(request.person.hash)
    return !all.some((other) => other.right === request.right && isAfter(other, request))
  }

  /** Of a link that would be over before it comes another is asked for, as long as the request is there. */
  async #askAnew(request: Request, now: Instant): Promise<void> {
    const { periods, company } = policy
    const vanishes = moved(request.receivedAt, periods.unverified, company.timeZone)
    if (now >= vanishes) return
    const linkUntil = earlier(moved(now, periods.confirmLink, company.timeZone), vanishes)
    const decision = decide(request, { type: 'asked-again', linkUntil }, policy, now)
    if (decision.kind === 'step') await this.#requests.save(decision)
  }

  /** What comes back or is answered finds its request for as long as the link in the letter leads there. */
  #keepSent(
    messageId: string,
    { reference, id }: Waiting,
    now: Instant,
    to: Pick<SentLetter, 'hash' | 'recipient'>,
  ): Promise<void> {
    const until = moved(now, policy.periods.manageLink, policy.company.timeZone)
    return this.#sent.keep(messageId, { reference, id, ...to }, until)
  }
}

const links = new RegExp(`(/(?:requests|notices)/)${tokenPattern}`, 'g')

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

/** Whether the link that confirms a request is over; a controller's is not mailed, and has no end. */
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

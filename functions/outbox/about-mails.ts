import { calledFirst } from '../../adapters/items.ts'
import { type Mac, newToken, tokenHash } from '../../adapters/keys.ts'
import type { MailCounts } from '../../adapters/mail-counts.ts'
import type { MailLetter, MailLetters } from '../../adapters/mail-letters.ts'
import type { KeptMail, Mails } from '../../adapters/mails.ts'
import { answerBy, dayBegins, dayOf, daysAfter, type Instant, instant, moved } from '../../domain/time.ts'
import type { Plan } from '../../intake/plan.ts'
import { compose } from '../../letters/compose.ts'
import type { Letter } from '../../letters/contract.ts'
import { policy } from '../../policy/in-force.ts'
import type { Language } from '../../policy/schema.ts'
import type { Carried } from './outbox.ts'
import type { Post } from './post.ts'

/** Mails that one letter tells of, which is as many as somebody reads; and of how many of those that wait it is known. */
const toldOfMany = 50
const readOfMany = 1_000

/** Sends letters that a mail sets off and that are about no request. */
export class AboutMails {
  readonly #letters: MailLetters
  readonly #mails: Mails
  readonly #counts: MailCounts
  readonly #mac: Mac
  readonly #post: Post

  constructor(letters: MailLetters, mails: Mails, counts: MailCounts, mac: Mac, post: Post) {
    this.#letters = letters
    this.#mails = mails
    this.#counts = counts
    this.#mac = mac
    this.#post = post
  }

  /** @throws NotTaken when the letter was put aside; anything else: it is to be tried again now */
  async carryOut(mail: string, id: string, now: Instant): Promise<Carried> {
    const letter = await this.#letters.of(mail, id)
    const kept = letter && (await this.#mails.get(mail))
    if (!letter || !kept) return 'gone'
    if (letter.doneAt) return 'done-before'
    const outcome =
      letter.letter === 'mail-to-decide'
        ? await this.#toOfficer(letter, kept, now)
        : await this.#toWriter(letter, kept, now)
    if (outcome === 'held-back') {
      const tomorrow = dayBegins(daysAfter(dayOf(now, 'UTC'), 'P1D'), 'UTC')
      await this.#letters.holdBack(letter, tomorrow)
    } else await this.#letters.done(letter, now)
    return outcome
  }

  /**
   * Whoever has the link decides; once somebody has, there is nothing to decide any more. Anybody can write mails that only a
   * person can decide on: of so many in a day there is a letter each, and on the next one letter tells of the others, those first
   * that are to be answered first. What it does not tell of waits for the one after; the desk lists all of them at once.
   */
  async #toOfficer(letter: MailLetter, kept: KeptMail, now: Instant): Promise<Carried> {
    if (kept.settledAt || kept.toldAt) return 'overtaken'
    if (letter.heldUntil) return now < letter.heldUntil ? 'held-back' : this.#ofMany(letter, kept, now)
    if (!(await this.#counts.count('officer', kept.id, now, policy.limits.mailsToDecideADay))) return 'held-back'
    const { why, guess } = kept.plan as Extract<Plan, { to: 'decide' }>
    const about = { kind: 'mail-to-decide', ...(await this.#toDecide(kept, now)), why, guess } as const
    const sent = await this.#send(letter, { to: policy.company.officer }, about, now)
    await this.#mails.told(kept.id, now)
    return sent
  }

  /** The first that was held back has the day's letter; the others are told of in it, or wait for the next. */
  async #ofMany(letter: MailLetter, kept: KeptMail, now: Instant): Promise<Carried> {
    if (!(await this.#counts.count('officer of many', kept.id, now, 1))) return 'held-back'
    const waiting = (await this.#mails.waiting(readOfMany)).filter(({ toldAt, settledAt }) => !toldAt && !settledAt)
    const others = waiting.filter(({ id }) => id !== kept.id)
    const told = [kept, ...others.slice(0, toldOfMany - 1)]
    const mails = []
    for (const one of told.toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))) {
      const { why } = one.plan as Extract<Plan, { to: 'decide' }>
      mails.push({ ...(await this.#toDecide(one, now)), why })
    }
    const more = others.length + 1 - told.length
    const desk = policy.desk ? { desk: `${policy.site}/desk` } : {}
    await this.#send(letter, { to: policy.company.officer }, { kind: 'mails-to-decide', mails, more, ...desk }, now)
    for (const { id } of told) await this.#mails.told(id, now)
    return 'done'
  }

  async #toDecide(kept: KeptMail, now: Instant) {
    const secret = newToken()
    await this.#mails.issueLink(tokenHash(secret), kept.id, moved(now, policy.periods.rawMail, policy.company.timeZone))
    const due = answerBy(instant(kept.receivedAt), policy)
    return { mail: nameOf(kept), link: `${policy.site}/mails/${secret}`, answerBy: due }
  }

  /** Who writes for somebody else is asked where that person can be reached; not more often than anybody can be made to be. */
  async #toWriter(letter: MailLetter, kept: KeptMail, now: Instant): Promise<Carried> {
    if (!letter.to) return 'gone'
    const { address: to, ...more } = letter.to.reveal()
    const hash = await this.#mac.ofAddress(to)
    const limit = policy.limits.mailsPerAddressAndDay
    if (!(await this.#counts.count(hash, `agent-${kept.id}`, now, limit))) return 'withheld'
    return this.#send(letter, { to, ...more }, { kind: 'authority-needed', mail: nameOf(kept) }, now)
  }

  async #send(
    letter: MailLetter,
    whom: { readonly to: string; readonly answers?: string },
    about: Letter,
    now: Instant,
  ): Promise<Carried> {
    const { subject, text, html } = compose(about, letter.language as Language, policy)
    const name = calledFirst(letter.id)
    const putAside = () => this.#letters.putAside(letter, now)
    await this.#post.send(
      { ...whom, subject, text, html, letter: name, thread: name },
      { at: letter.at, now, putAside },
    )
    return 'done'
  }
}

/** As letters name a mail: nothing of what it says. */
const nameOf = ({ messageId }: KeptMail): string => messageId.slice(0, 8)

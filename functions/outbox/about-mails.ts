import { calledFirst } from '../../adapters/items.ts'
import { type Mac, newToken, tokenHash } from '../../adapters/keys.ts'
import type { MailLetter, MailLetters } from '../../adapters/mail-letters.ts'
import type { KeptMail, Mails } from '../../adapters/mails.ts'
import type { Requests } from '../../adapters/requests.ts'
import { answerBy, type Instant, instant, moved } from '../../domain/time.ts'
import type { Plan } from '../../intake/plan.ts'
import { compose } from '../../letters/compose.ts'
import type { Letter } from '../../letters/contract.ts'
import { policy } from '../../policy/in-force.ts'
import type { Language } from '../../policy/schema.ts'
import type { Carried } from './outbox.ts'
import type { Post } from './post.ts'

/** Sends letters that a mail sets off and that are about no request. */
export class AboutMails {
  readonly #letters: MailLetters
  readonly #mails: Mails
  readonly #requests: Requests
  readonly #mac: Mac
  readonly #post: Post

  constructor(letters: MailLetters, mails: Mails, requests: Requests, mac: Mac, post: Post) {
    this.#letters = letters
    this.#mails = mails
    this.#requests = requests
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
    await this.#letters.done(letter, now)
    return outcome
  }

  /** Whoever has the link decides; once somebody has, there is nothing to decide any more. */
  async #toOfficer(letter: MailLetter, kept: KeptMail, now: Instant): Promise<Carried> {
    if (kept.settledAt) return 'overtaken'
    const secret = newToken()
    await this.#mails.issueLink(tokenHash(secret), kept.id, moved(now, policy.periods.rawMail, policy.company.timeZone))
    const { why, guess } = kept.plan as Extract<Plan, { to: 'decide' }>
    const link = `${policy.site}/mails/${secret}`
    const due = answerBy(instant(kept.receivedAt), policy)
    const about = { kind: 'mail-to-decide', mail: nameOf(kept), why, guess, link, answerBy: due } as const
    return this.#send(letter, { to: policy.company.officer }, about, now)
  }

  /** Who writes for somebody else is asked where that person can be reached; not more often than anybody can be made to be. */
  async #toWriter(letter: MailLetter, kept: KeptMail, now: Instant): Promise<Carried> {
    if (!letter.to) return 'gone'
    const { address: to, ...more } = letter.to.reveal()
    const hash = await this.#mac.ofAddress(to)
    const limit = policy.limits.mailsPerAddressAndDay
    if (!(await this.#requests.countMail(hash, `agent-${kept.id}`, now, limit))) return 'withheld'
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

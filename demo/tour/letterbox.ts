import { setTimeout as pause } from 'node:timers/promises'
import type { Mail } from '../../local/mail/mail.ts'

/** Milliseconds between two looks into the box, and the longest wait for one mail. */
const between = 50
const patience = 60_000

/** Every mail that was sent, told as it arrives. */
export class Letterbox {
  readonly #mails: () => Promise<readonly Mail[]>
  readonly #tell: (mail: Mail) => void
  #told = 0
  #open = true
  readonly #looking: Promise<void>

  constructor(mails: () => Promise<readonly Mail[]>, tell: (mail: Mail) => void) {
    this.#mails = mails
    this.#tell = tell
    this.#looking = this.#look()
  }

  /** Mails to an address so far, oldest first. */
  async to(address: string): Promise<readonly Mail[]> {
    return (await this.#mails()).filter((mail) => mail.to.includes(address))
  }

  /** Every mail so far, oldest first. */
  all(): Promise<readonly Mail[]> {
    return this.#mails()
  }

  /** Waits for a mail with this subject. @throws after a minute of real time */
  wait(address: string, subject: string): Promise<Mail> {
    return this.#await(address, subject, (one) => one === subject)
  }

  /** Waits for a mail about a request that the person did not make, whose reference only the mail says. @throws as `wait` */
  begins(address: string, title: string): Promise<Mail> {
    return this.#await(address, title, (one) => one.startsWith(`${title}: `))
  }

  async #await(address: string, what: string, isIt: (subject: string) => boolean): Promise<Mail> {
    const until = performance.now() + patience
    for (;;) {
      const mail = (await this.to(address)).findLast(({ subject }) => isIt(subject))
      if (mail) return mail
      if (performance.now() > until) throw new Error(`no mail "${what}" came within a minute`)
      await pause(between)
    }
  }

  /** Tells what has not been told yet, and looks no more. */
  async close(): Promise<void> {
    this.#open = false
    await this.#looking
    await this.#tellNew()
  }

  async #look(): Promise<void> {
    while (this.#open) {
      await this.#tellNew()
      await pause(between)
    }
  }

  async #tellNew(): Promise<void> {
    const mails = await this.#mails()
    for (const mail of mails.slice(this.#told)) this.#tell(mail)
    this.#told = mails.length
  }
}

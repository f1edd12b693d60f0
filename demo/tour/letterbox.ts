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

  /** Waits for a mail with this subject. @throws after a minute of real time */
  async wait(address: string, subject: string): Promise<Mail> {
    const until = performance.now() + patience
    for (;;) {
      const mail = (await this.to(address)).findLast((one) => one.subject === subject)
      if (mail) return mail
      if (performance.now() > until) throw new Error(`no mail "${subject}" came within a minute`)
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

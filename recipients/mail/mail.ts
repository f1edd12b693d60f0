import type { Heard, Message, Recipient } from '../contract.ts'

/** Writes to a recipient; where it confirms, and in which words, is not its matter. */
export type Writing = {
  notice(message: Message): Promise<void>
  reminder(id: string): Promise<void>
}

/** A recipient who reads mail: told by a letter, and done when somebody there says so by its link. */
export class ByMail implements Recipient {
  readonly #writing: Writing

  constructor(writing: Writing) {
    this.#writing = writing
  }

  async tell(message: Message): Promise<Heard> {
    await this.#writing.notice(message)
    return 'told'
  }

  async remind(id: string): Promise<void> {
    await this.#writing.reminder(id)
  }
}

import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { save, saved } from '../state/file.ts'
import { type Envelope, type Mail, mailOf } from './mail.ts'

/** Mails that SES accepted, one `.eml` each with its envelope beside it, numbered in their order. */
export class OutboxFolder {
  readonly #folder: string
  #next = 1

  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
  }

  /** Every mail that was kept, oldest first. */
  async load(): Promise<readonly Mail[]> {
    // The envelope is written last: a message without one was never accepted.
    const names = readdirSync(this.#folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.replace(/\.json$/, ''))
      .sort()
    this.#next = Number(names.at(-1) ?? 0) + 1
    const place = (name: string) => join(this.#folder, name)
    return await Promise.all(
      names.map((name) => mailOf(saved(place(`${name}.json`)) as Envelope, readFileSync(place(`${name}.eml`)))),
    )
  }

  add(envelope: Envelope, message: Buffer): void {
    const name = join(this.#folder, String(this.#next++).padStart(8, '0'))
    save(`${name}.eml`, message)
    save(`${name}.json`, JSON.stringify(envelope))
  }
}

import { tokenPattern } from '../../adapters/keys.ts'
import type { OwnMails } from '../../adapters/own-mails.ts'
import { parsed } from '../../intake/parse.ts'
import type { RequestView } from '../contract/request.ts'

/** An answer that is slower has failed a person too, in ms. */
const patienceMs = 15_000

const linkAhead = new RegExp(`^/requests/${tokenPattern}`)

export type Letter = { readonly link: string; readonly reference: string }

/** Somebody who uses the pages and reads their mail, by the same doors as everybody. */
export class Visitor {
  readonly #site: string
  readonly #mails: OwnMails

  constructor(site: string, mails: OwnMails) {
    this.#site = site
    this.#mails = mails
  }

  /** Sends the form. Answers the reference. @throws when it is not taken */
  async asks(address: string): Promise<string> {
    const answer = await this.#call('/requests', { address, right: 'restriction', language: 'en' })
    const { reference } = (await answer.json()) as { reference?: string }
    if (answer.status !== 202 || !reference) throw new Error(`the form was answered with ${answer.status}`)
    return reference
  }

  /**
   * Letters with a link to a request's page, newest first. Whoever writes such a mail can at most have a request of their own
   * confirmed: links lead to the company's own site, and what they open belongs to who has them.
   */
  async *letters(reference = ''): AsyncGenerator<Letter> {
    for await (const bytes of this.#mails.newest()) {
      const { email } = await parsed(Buffer.from(bytes))
      const about = /\bOB-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(email.subject ?? '')?.[0]
      const start = (email.text ?? '').indexOf(`${this.#site}/requests/`)
      const link = linkAhead.exec((email.text ?? '').slice(start + this.#site.length))?.[0]
      if (about && link && start >= 0 && about.includes(reference)) yield { link, reference: about }
    }
  }

  async sees(link: string): Promise<RequestView> {
    const answer = await this.#call(link)
    if (!answer.ok) throw new Error(`a page was answered with ${answer.status}`)
    return (await answer.json()) as RequestView
  }

  /** Presses a button of a link's page. @throws when it is not done */
  async presses(link: string, button: 'confirm' | 'restore'): Promise<void> {
    const answer = await this.#call(`${link}/${button}`, {})
    if (!answer.ok) throw new Error(`a button was answered with ${answer.status}`)
  }

  #call(path: string, fields?: Readonly<Record<string, string>>): Promise<Response> {
    return fetch(`${this.#site}${path}`, {
      headers: { accept: 'application/json', 'content-type': 'application/json', 'user-agent': 'Oblige canary' },
      signal: AbortSignal.timeout(patienceMs),
      ...(fields ? { method: 'POST', body: JSON.stringify(fields) } : {}),
    })
  }
}

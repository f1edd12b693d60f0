import { inventCompany } from '../../demo/company/invent.ts'
import { ada, ben } from '../../demo/company/known.ts'
import type { RequestView } from '../../functions/contract/request.ts'
import type { Cloud } from '../../local/cloud.ts'
import type { Mail } from '../../local/mail/mail.ts'

const html = { accept: 'text/html' }
/** Invented once: it takes half a second. */
const company = inventCompany()

/** Somebody who uses the pages and reads their mail, as a browser without JavaScript would. */
export class Person {
  readonly address: string
  readonly #cloud: Cloud

  constructor(cloud: Cloud, address: string) {
    this.#cloud = cloud
    this.address = address
  }

  /** Sends the form. Answers the reference. */
  async asks(right: RequestView['right'] = 'erasure', language: 'en' | 'de' = 'en'): Promise<string> {
    const answer = await fetch(`${this.#cloud.site}/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ address: this.address, right, language }),
    })
    const { reference } = (await answer.json()) as { reference?: string }
    if (answer.status !== 202 || !reference) throw new Error(`the form was answered with ${answer.status}`)
    await this.#cloud.clock.quiet()
    return reference
  }

  /** Mails to this address, oldest first; of one reference if named. */
  async mails(reference = ''): Promise<readonly Mail[]> {
    const all = await this.#cloud.mails()
    return all.filter((mail) => mail.to.includes(this.address) && mail.subject.includes(reference))
  }

  /** The path of the link in the newest mail. @throws when no mail has come */
  async link(reference = ''): Promise<string> {
    const mail = (await this.mails(reference)).at(-1)
    if (!mail) throw new Error(`no mail came about ${reference || 'anything'}`)
    return linkIn(mail)
  }

  /** Looks at a link's page. */
  async looks(link: string): Promise<{ status: number; page: string }> {
    const answer = await fetch(`${this.#cloud.site}${link}`, { headers: html })
    return { status: answer.status, page: await answer.text() }
  }

  /** The same as JSON. */
  async sees(link: string): Promise<RequestView> {
    return (await (await fetch(`${this.#cloud.site}${link}`)).json()) as RequestView
  }

  /** Presses a button of a link's page; whatever follows from it has happened when this answers. */
  async presses(
    link: string,
    button: 'confirm' | 'restore' | 'erase-now' | 'copy' | 'code' | 'withdraw',
  ): Promise<number> {
    const answer = await fetch(`${this.#cloud.site}${link}/${button}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: '',
    })
    await answer.arrayBuffer()
    await this.#cloud.clock.quiet()
    return answer.status
  }

  /** Sends a form of a link's page; whatever follows from it has happened when this answers. */
  async sends(link: string, form: string, fields: Readonly<Record<string, string>>, file?: File): Promise<number> {
    const parts = new FormData()
    for (const [name, value] of Object.entries(fields)) parts.append(name, value)
    if (file) parts.append('evidence', file)
    const answer = await fetch(`${this.#cloud.site}${link}/${form}`, {
      method: 'POST',
      body: file ? parts : new URLSearchParams(fields),
    })
    await answer.arrayBuffer()
    await this.#cloud.clock.quiet()
    return answer.status
  }

  /** Has a code mailed and types it. Answers where the copy lies, or why it cannot be fetched. */
  async fetches(link: string): Promise<{ status: number; address?: string; error?: string }> {
    await this.presses(link, 'code')
    return this.types(link, await this.code())
  }

  /** The code in the newest mail. @throws when it holds none */
  async code(): Promise<string> {
    const text = (await this.mails()).at(-1)?.text ?? ''
    const code = /^ {4}([0-9A-Z]{4}-[0-9A-Z]{4})$/m.exec(text)?.[1]
    if (!code) throw new Error('no code came')
    return code
  }

  async types(link: string, code: string): Promise<{ status: number; address?: string; error?: string }> {
    const answer = await fetch(`${this.#cloud.site}${link}/download`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    })
    return { ...((await answer.json()) as object), status: answer.status }
  }

  /** Asks and confirms. Answers the reference and the link to the request's page. */
  async asksAndConfirms(right?: RequestView['right']): Promise<{ reference: string; link: string }> {
    const reference = await this.asks(right)
    await this.presses(await this.link(reference), 'confirm')
    return { reference, link: await this.link(reference) }
  }
}

/** The path of the link in a mail: the mail names the public address, the test's cloud has another port. */
export function linkIn(mail: Mail): string {
  const link = /https?:\/\/\S+(\/requests\/[A-Za-z0-9_-]{43})/.exec(mail.text)?.[1]
  if (!link) throw new Error(`no link in '${mail.subject}'`)
  return link
}

/** Somebody who gets invoices, besides those that other tests use. */
export const owner = (nth: number) => {
  const { accounts, invoices } = company
  const others = new Set([ada.email, ben.email, ...Array.from({ length: 30 }, (_, n) => somebody(n).email)])
  const found = accounts.filter(({ id, email }) => !others.has(email) && invoices.some((one) => one.account_id === id))
  const { email = '' } = found[nth] ?? {}
  return { email, accounts: accounts.filter((one) => one.email === email).map(({ id }) => id) }
}

/** Addresses of everybody with files besides those that other tests use; who has two accounts is one person. */
const withFiles: readonly string[] = (() => {
  const { accounts, files } = company
  const owners = new Set(files.flatMap(({ key }) => key.split('/')))
  const known: readonly string[] = [ada.email, ben.email]
  const found = accounts.filter(({ id, email }) => !known.includes(email) && owners.has(id))
  return [...new Set(found.map(({ email }) => email))]
})()

/** Somebody of the company with files, besides those that other tests use. */
export const somebody = (nth: number) => {
  const email = withFiles[nth] ?? ''
  return { email, accounts: company.accounts.filter((one) => one.email === email).map(({ id }) => id) }
}

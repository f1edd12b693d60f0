import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Clock } from '../clock/clock.ts'
import type { HttpAnswer, HttpRequest } from '../front/http-api.ts'
import type { Need, Service } from '../gateway/service.ts'
import { type Asked, actions, askedOf, formOf, SesError } from './asked.ts'
import { openInbox } from './inbox.ts'
import { type Mail, mailOf } from './mail.ts'
import { stamped } from './message.ts'
import { OutboxFolder } from './outbox-folder.ts'

export type SesSetting = {
  readonly state: string
  readonly clock: Pick<Clock, 'instant'>
  readonly region: string
  readonly account: string
  /** Verified identities: addresses, and domains (with their subdomains). */
  readonly identities: readonly string[]
  readonly configurationSets?: readonly string[]
  /** Port of the inbox page; absent: a free one. */
  readonly inboxPort?: number
}

/** Amazon SES, its first API: takes what SES would, keeps each mail, and shows it in an inbox. */
export class Ses implements Service {
  readonly name = 'ses'
  /** URL of the page on which people read the mails. */
  readonly inbox: string
  readonly #setting: SesSetting
  readonly #folder: OutboxFolder
  readonly #page: Awaited<ReturnType<typeof openInbox>>
  readonly #mails: Mail[]
  #failing = { times: 0, code: '' }
  #sent: ((mail: Mail, configurationSet: string) => void) | undefined
  #underWay: ((mail: Mail, message: Buffer) => void) | undefined

  /** Starts it, with the mails that were kept. */
  static async start(setting: SesSetting): Promise<Ses> {
    const folder = new OutboxFolder(join(setting.state, 'mail'))
    return new Ses(setting, folder, await openInbox(setting.inboxPort ?? 0), await folder.load())
  }

  private constructor(
    setting: SesSetting,
    folder: OutboxFolder,
    page: Awaited<ReturnType<typeof openInbox>>,
    mails: readonly Mail[],
  ) {
    this.#setting = setting
    this.#folder = folder
    this.#page = page
    this.inbox = page.url
    this.#mails = [...mails]
    for (const mail of mails) page.show(mail)
  }

  /** Every mail that was accepted, oldest first. */
  mails(): readonly Mail[] {
    return [...this.#mails]
  }

  /** The next `times` mails are refused with this error, e.g. `Throttling`. */
  failNext(times: number, code: string): void {
    this.#failing = { times, code }
  }

  /** Called after each mail that was accepted with a configuration set. */
  onSent(listener: (mail: Mail, configurationSet: string) => void): void {
    this.#sent = listener
  }

  /** Called with each mail that was accepted, as it goes over the wire. */
  onItsWay(listener: (mail: Mail, message: Buffer) => void): void {
    this.#underWay = listener
  }

  async needs(request: HttpRequest): Promise<readonly Need[]> {
    const form = formOf(request)
    const action = form.get('Action') ?? ''
    if (!actions.includes(action)) throw new Error(`the local SES does not do ${action}`)
    let asked: Asked
    try {
      asked = await askedOf(form)
    } catch (error) {
      // What cannot be read needs nothing: `handle` refuses it for the same reason before it does anything.
      if (error instanceof SesError) return []
      throw error
    }
    const { source, displayName, recipients, configurationSet } = asked
    const context = {
      'ses:FromAddress': [source],
      'ses:Recipients': recipients,
      ...(displayName ? { 'ses:FromDisplayName': [displayName] } : {}),
    }
    const proven = recipients.flatMap((one) => this.#identityOf(one) ?? [])
    // Where a recipient is an identity of the account, SES asks for it like for the sender's.
    const resources = [...new Set([this.#identityOf(source) ?? source, ...proven])].map((one) => `identity/${one}`)
    if (configurationSet) resources.push(`configuration-set/${configurationSet}`)
    const { region, account } = this.#setting
    return resources.map((resource) => ({
      action: `ses:${action}`,
      resource: `arn:aws:ses:${region}:${account}:${resource}`,
      context,
    }))
  }

  async handle(request: HttpRequest): Promise<HttpAnswer> {
    const form = formOf(request)
    try {
      const action = form.get('Action') ?? ''
      if (!actions.includes(action)) throw new SesError('InvalidAction', `the local SES does not do ${action}`)
      if (this.#failing.times > 0) {
        this.#failing.times--
        throw new SesError(this.#failing.code, 'Sending fails, as it was told to.')
      }
      const id = await this.#send(await askedOf(form))
      const result = `<${action}Result><MessageId>${id}</MessageId></${action}Result>`
      return xml(200, `<${action}Response xmlns="${namespace}">${result}</${action}Response>`)
    } catch (error) {
      if (error instanceof SesError) return failure(400, error.name, error.message)
      throw error
    }
  }

  denied(message: string): HttpAnswer {
    return failure(403, 'AccessDenied', message)
  }

  stop(): Promise<void> {
    return this.#page.stop()
  }

  async #send({ source, authors, recipients, configurationSet, message }: Asked): Promise<string> {
    const { region, clock, configurationSets } = this.#setting
    const unverified = [...new Set([source, ...authors])].filter((one) => !this.#identityOf(one))
    if (unverified.length > 0) {
      const failed = `The following identities failed the check in region ${region.toUpperCase()}: ${unverified.join(', ')}`
      throw new SesError('MessageRejected', `Email address is not verified. ${failed}`)
    }
    if (configurationSet && configurationSets && !configurationSets.includes(configurationSet))
      throw new SesError('ConfigurationSetDoesNotExist', `Configuration set <${configurationSet}> does not exist.`)
    const id = `${randomBytes(8).toString('hex')}-${randomBytes(16).toString('hex')}-000000`
    const envelope = { id, at: clock.instant(), from: source, to: recipients }
    const host = region === 'us-east-1' ? 'email' : region
    const sent = stamped(message, `<${id}@${host}.amazonses.com>`, envelope.at)
    const mail = await mailOf(envelope, sent)
    this.#folder.add(envelope, sent)
    this.#mails.push(mail)
    this.#page.show(mail)
    this.#underWay?.(mail, sent)
    if (configurationSet) this.#sent?.(mail, configurationSet)
    return id
  }

  /** The verified identity that covers an address: itself, its domain, or a domain above. */
  #identityOf(address: string): string | undefined {
    const { identities } = this.#setting
    const domain = address.split('@')[1] ?? ''
    const covers = (identity: string) => domain === identity || domain.endsWith(`.${identity}`)
    return (
      identities.find((identity) => identity.toLowerCase() === address) ??
      identities.find((identity) => !identity.includes('@') && covers(identity.toLowerCase()))
    )
  }
}

const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/'
const xml = (status: number, body: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body: Buffer.from(body),
})
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const failure = (status: number, code: string, message: string): HttpAnswer =>
  xml(
    status,
    `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>${escaped(code)}</Code><Message>${escaped(message)}</Message></Error></ErrorResponse>`,
  )

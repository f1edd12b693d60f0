import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import MailComposer from 'nodemailer/lib/mail-composer'

export type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Left part of the Message-ID: the same for every try of one mail, so that mail programs show it once. */
  readonly id: string
  /** Left part of the Message-ID that this one answers. */
  readonly answers?: string
  readonly attachment?: { readonly filename: string; readonly content: string; readonly contentType: string }
}

/** Mail out by SES, as MIME of our own (RFC 5322): text and HTML, marked as sent by a machine (RFC 3834). */
export class MailOut {
  readonly #client: SESClient
  readonly #from: string
  readonly #name: string
  readonly #replyTo: string
  /** SES sends by it or not at all: it demands TLS. */
  readonly #configurationSet: string | undefined

  constructor(
    from: string,
    name: string,
    replyTo: string,
    region?: string,
    client: SESClient = new SESClient(region ? { region } : {}),
    configurationSet?: string,
  ) {
    this.#client = client
    this.#from = from
    this.#name = name
    this.#replyTo = replyTo
    this.#configurationSet = configurationSet
  }

  /** @throws what SES throws: the caller tries again. */
  async send(mail: Mail): Promise<void> {
    const domain = this.#from.split('@')[1]
    const composer = new MailComposer({
      from: { name: this.#name, address: this.#from },
      to: mail.to,
      replyTo: this.#replyTo,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.id}@${domain}>`,
      ...(mail.answers ? { inReplyTo: `<${mail.answers}@${domain}>`, references: `<${mail.answers}@${domain}>` } : {}),
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      ...(mail.attachment ? { attachments: [mail.attachment] } : {}),
      // Attachments are texts that we made: never a path or an address to read from.
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    const raw = await composer.compile().build()
    await this.#client.send(
      new SendRawEmailCommand({
        Source: this.#from,
        Destinations: [mail.to],
        RawMessage: { Data: raw },
        ...(this.#configurationSet ? { ConfigurationSetName: this.#configurationSet } : {}),
      }),
    )
  }
}

import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import MailComposer from 'nodemailer/lib/mail-composer'

export type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Names the letter, the same for every try: who got it twice can tell. */
  readonly letter: string
  /** Names the thread: mails of one thread are shown together. */
  readonly thread: string
  /** Message-ID, with its angle brackets, of the mail that this one answers. */
  readonly answers?: string
  readonly attachment?: { readonly filename: string; readonly content: string; readonly contentType: string }
}

/**
 * Mail out by SES, as MIME of our own (RFC 5322): text and HTML, marked as sent by a machine (RFC 3834). SES puts its own
 * Message-ID and Date in (Developer Guide, "Amazon SES header fields"), so threads hang on References.
 */
export class MailOut {
  readonly #client: SESClient
  readonly #from: string
  readonly #name: string
  readonly #replyTo: string
  /** SES sends by it or not at all: it demands TLS. */
  readonly #configurationSet: string | undefined
  readonly #region: string | undefined

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
    this.#region = region
  }

  /** Answers the Message-ID that SES gave it. @throws what SES throws: the caller tries again. */
  async send(mail: Mail): Promise<string> {
    const thread = `<${mail.thread}@${this.#from.split('@')[1]}>`
    const composer = new MailComposer({
      from: { name: this.#name, address: this.#from },
      to: mail.to,
      replyTo: this.#replyTo,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      ...(mail.answers ? { inReplyTo: mail.answers } : {}),
      references: mail.answers ? [thread, mail.answers] : [thread],
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'X-Oblige-Letter': mail.letter,
      },
      ...(mail.attachment ? { attachments: [mail.attachment] } : {}),
      // Attachments are texts that we made: never a path or an address to read from.
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    const raw = await composer.compile().build()
    const sent = await this.#client.send(
      new SendRawEmailCommand({
        Source: this.#from,
        Destinations: [mail.to],
        RawMessage: { Data: raw },
        ...(this.#configurationSet ? { ConfigurationSetName: this.#configurationSet } : {}),
      }),
    )
    const host = this.#region && this.#region !== 'us-east-1' ? this.#region : 'email'
    return `<${sent.MessageId}@${host}.amazonses.com>`
  }
}

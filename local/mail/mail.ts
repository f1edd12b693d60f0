import { isUtf8 } from 'node:buffer'
import { simpleParser } from 'mailparser'

/** A mail that SES accepted, as it went out. */
export type Mail = {
  /** SES's id. */
  readonly id: string
  /** When SES accepted it: ISO instant of the local clock. */
  readonly at: string
  /** Address of the envelope. */
  readonly from: string
  /** Addresses of the envelope. */
  readonly to: readonly string[]
  readonly subject: string
  /** The Message-ID that SES gave it, with its angle brackets. */
  readonly messageId: string
  /** By lower-case name, unfolded, as they were sent; of several with one name the first. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  readonly html: string
  readonly attachments: readonly Attachment[]
}
type Attachment = {
  readonly filename: string
  readonly contentType: string
  /** Text when the bytes are UTF-8, else base64. */
  readonly content: string
}

/** What SES knows of a mail besides its bytes. */
export type Envelope = Pick<Mail, 'id' | 'at' | 'from' | 'to'>

/** Reads a message (RFC 5322, MIME). */
export async function mailOf(envelope: Envelope, message: Buffer): Promise<Mail> {
  const parsed = await simpleParser(message, { skipImageLinks: true, skipTextToHtml: true })
  const headers = parsed.headerLines.map(({ key, line }) => [key, unfolded(line)] as const).reverse()
  return {
    ...envelope,
    subject: parsed.subject ?? '',
    messageId: parsed.messageId ?? '',
    headers: Object.fromEntries(headers),
    text: parsed.text ?? '',
    html: parsed.html || '',
    attachments: parsed.attachments.map(({ filename = '', contentType, content }) => ({
      filename,
      contentType,
      content: content.toString(isUtf8(content) ? 'utf8' : 'base64'),
    })),
  }
}

const unfolded = (line: string) =>
  line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n(?=[ \t])/g, '')
    .trim()

import type { Address, Email } from 'postal-mime'
import { attachmentsOf } from './attachments.ts'
import { automaticOf } from './automatic.ts'
import { bodyOf, letterOf, longestText } from './body.ts'
import { bounded, largest } from './bounds.ts'
import { mended } from './charset.ts'
import { originOf } from './forwards.ts'
import { authorsIn, clean, Headers, ids, parties, plainAddress } from './headers.ts'
import { type Damage, type Forwarded, type Mail, type Party, type Refused, sealed } from './mail.ts'
import { parsed } from './parse.ts'
import { parted } from './quotes.ts'
import { requestsNamed } from './requests-named.ts'
import { trustIn, type Verdicts } from './trust.ts'

/** What is known of a mail besides its bytes. */
export type Receipt = {
  /** SES's verdicts; without them nothing in the mail is trusted. */
  readonly verdicts?: Verdicts | undefined
  /** The address that our own letters come from: a mail from it is ours, and threads hang on its domain. */
  readonly sender?: string | undefined
  /** The company's shared mailboxes that pass mail on by a rule, e.g. info@; their word on who wrote counts a little. */
  readonly mailboxes?: readonly string[] | undefined
}

/**
 * Reads a raw mail (RFC 5322 and MIME). Never throws: what cannot be read comes back as `Refused`, with whatever its
 * headers said. Attachments are named and weighed, never opened.
 *
 * @param bytes the mail as SES stored it, up to 40 MB
 */
export async function readMail(bytes: Uint8Array, receipt: Receipt = {}): Promise<Mail | Refused> {
  const damage = new Set<Damage>()
  if (bytes.byteLength === 0) damage.add('empty')
  if (bytes.byteLength > largest) damage.add('too-large')
  const { bytes: kept, sizes, cutText, tooManyParts } = bounded(bytes)
  if (cutText) damage.add('cut')
  if (tooManyParts) damage.add('too-many-parts')
  const { email, refused: gaveUp, guessed, flat } = await parsed(kept)
  // Headers so long that the text was cut off with them: what it says is not known to be nothing.
  const refused = gaveUp ?? (cutText && isEmpty(email) ? 'headers-too-long' : undefined)
  if (flat) damage.add('no-parts')
  if (guessed) damage.add('charset')
  if (refused) damage.add(refused)

  const headers = new Headers(email.headers)
  const from = party(email.from)
  const subject = clean(mended(email.subject ?? ''))
  const raw = bodyOf(email)
  const body = mended(raw).slice(0, longestText)
  if (body !== raw) damage.add(raw.length > longestText ? 'cut' : 'charset')
  const { forwarded: inline, ...text } = parted(body, subject)
  const rule = originOf(headers, from)
  const forwarded = inline ?? (await attachedMail(email, text.own)) ?? rule
  const [inReplyTo, references] = [ids(email.inReplyTo), ids(email.references)]
  const envelope = {
    messageId: ids(email.messageId)[0],
    inReplyTo,
    references,
    from,
    sender: party(email.sender),
    replyTo: parties(email.replyTo),
    to: parties(email.to),
    cc: parties(email.cc),
    subject,
    date: dateOf(email.date),
    automatic: automaticOf({
      headers,
      contentTypes: email.attachments.map(({ mimeType }) => mimeType),
      fromAddress: from?.address ?? plainAddress(headers.first('from') ?? ''),
      own: receipt.sender,
      subject,
      text: text.own,
    }),
    requests: requestsNamed(
      {
        ids: [...inReplyTo, ...references],
        subject,
        own: text.own,
        quoted: `${text.quoted}\n${forwarded?.text ?? ''}`,
      },
      receipt.sender?.split('@')[1],
    ),
    trust: trustIn(receipt.verdicts, {
      forwarded: rule?.how ?? forwarded?.how,
      senders: authorsIn(headers),
      rewritten: rule !== undefined && rule.from?.address !== from?.address,
      ours: (receipt.mailboxes ?? []).some((one) => one.toLowerCase() === from?.address),
    }),
    damage: [...damage],
  }
  if (refused) return sealed({ ...envelope, refused })
  return sealed({
    ...envelope,
    text: { ...text, letter: letterOf(text.own, email) },
    forwarded,
    attachments: attachmentsOf(email.attachments, sizes),
  })
}

const isEmpty = ({ text, html, attachments }: Email): boolean => !text?.trim() && !html && attachments.length === 0

/** The mail that somebody attached with a word or two above it: one level, no further. */
async function attachedMail({ attachments }: Email, own: string): Promise<Forwarded | undefined> {
  const report = attachments.some(({ mimeType }) => /^message\/(?!rfc822)/.test(mimeType))
  if (report || own.length > 600) return undefined
  const inner = attachments.find(({ mimeType }) => mimeType === 'message/rfc822')
  if (!inner || typeof inner.content === 'string' || inner.content.byteLength > 512 * 1024) return undefined
  const { email, refused } = await parsed(Buffer.from(inner.content as ArrayBuffer))
  if (refused) return undefined
  const subject = clean(mended(email.subject ?? ''))
  const { own: fresh, forwarded } = parted(mended(bodyOf(email)).slice(0, longestText), subject)
  return {
    how: 'attached',
    from: party(email.from),
    subject,
    text: `${fresh}\n${forwarded?.text ?? ''}`.trim(),
  }
}

const party = (one: Address | undefined): Party | undefined => (one ? parties([one])[0] : undefined)

function dateOf(date: string | undefined): Date | undefined {
  const time = Date.parse(date ?? '')
  return Number.isNaN(time) ? undefined : new Date(time)
}

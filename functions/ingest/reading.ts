import { createHash } from 'node:crypto'
import type { Mail, Refused } from '../../intake/mail.ts'
import { readMail } from '../../intake/read.ts'
import type { Verdicts } from '../../intake/trust.ts'
import { type Whose, whoseIs } from '../../intake/whose.ts'
import { policy } from '../../policy/in-force.ts'

/** Addresses of the company's own, lower-case. */
const own = [
  ...[policy.mail.from, policy.mail.replyTo, policy.company.officer],
  ...(policy.mailbox?.addresses ?? []),
  ...(policy.mailbox?.forwardedFrom ?? []),
].map((address) => address.toLowerCase())

export type Read = { readonly mail: Mail | Refused; readonly whose: Whose }

/** Reads a mail as the company that gets it. */
export async function read(bytes: Uint8Array, verdicts: Verdicts): Promise<Read> {
  const mail = await readMail(bytes, {
    verdicts,
    sender: policy.mail.from,
    mailboxes: policy.mailbox?.forwardedFrom ?? [],
  })
  return { mail, whose: mail.refused === undefined ? whoseIs(mail, own) : { writer: undefined, owner: undefined } }
}

/**
 * The same for every delivery of a mail: what it says of itself, and what its writer wrote. A mail that comes by the
 * mailbox's rule and by another way too is one mail.
 */
export function identityOf({ mail, whose }: Read, bytes: Uint8Array): string {
  const hash = createHash('sha256')
  if (mail.refused === undefined && mail.messageId)
    hash.update(JSON.stringify([mail.messageId, whose.writer ?? '', mail.subject, mail.text.own]))
  else hash.update(bytes)
  return hash.digest('base64url')
}

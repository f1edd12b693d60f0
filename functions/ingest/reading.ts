import { createHash } from 'node:crypto'
import type { Sent } from '../../adapters/sent.ts'
import { isReference } from '../../domain/reference.ts'
import type { Instant } from '../../domain/time.ts'
import { type Mail, type Refused, sealed } from '../../intake/mail.ts'
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

/** Message-IDs of one mail that are looked up; more are no conversation. */
const mostIds = 10

/**
 * The mail with the request that it answers, where its writer's program kept nothing of our letter but the Message-ID that
 * SES gave it. It says which request is meant, never who writes.
 */
export async function threaded(one: Read, sent: Sent, now: Instant): Promise<Read> {
  const { mail } = one
  const { thread, recipient } = mail.requests
  if (thread.length > 0 || recipient) return one
  const ours = [...new Set([...mail.inReplyTo, ...mail.references.toReversed()])].filter((id) => bySes.test(id))
  for (const id of ours.slice(0, mostIds)) {
    const letter = await sent.of(id, now)
    if (letter && isReference(letter.reference)) {
      const requests = { ...mail.requests, thread: [letter.reference], recipient: letter.recipient }
      return { ...one, mail: sealed({ ...mail, requests }) }
    }
  }
  return one
}
/** Domains of the Message-IDs that SES makes (developer guide, "Amazon SES header fields"). */
const bySes = /^[\w.-]{1,128}@(email|[a-z]+-[a-z]+-\d)\.amazonses\.com$/

/**
 * The same for every delivery of a mail: what it says of itself, and what its writer wrote. A mail that comes by the
 * mailbox's rule and by another way too is one mail. Without a Message-ID its date names it; its bytes do not, because
 * each server on its way writes a line of its own above.
 */
export function identityOf({ mail, whose }: Read, bytes: Uint8Array): string {
  const hash = createHash('sha256')
  const name = mail.refused === undefined ? (mail.messageId ?? mail.date?.toISOString()) : undefined
  if (mail.refused === undefined && name !== undefined)
    hash.update(JSON.stringify([name, whose.writer ?? '', mail.subject, mail.text.own]))
  else hash.update(bytes)
  return hash.digest('base64url')
}

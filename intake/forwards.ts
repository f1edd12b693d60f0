import { first, type Headers, ids, partyIn } from './headers.ts'
import type { Forwarded, Party } from './mail.ts'

/**
 * Who wrote a mail that a shared mailbox's rule passed on. Google Groups and Workspace keep the writer in
 * X-Original-From or X-Original-Sender, Microsoft 365 and others set Resent-From or X-Forwarded-For; when From already
 * is the writer (plain redirection), only the trust is less.
 */
export function originOf(headers: Headers, from: Party | undefined): Forwarded | undefined {
  const named = ['x-original-from', 'x-original-sender', 'x-original-authentication-results'] as const
  for (const name of named.slice(0, 2)) {
    const origin = partyIn(first(headers, name) ?? '')
    if (origin && origin.address !== from?.address) return { how: 'rule', from: origin, subject: '', text: '' }
  }
  const passedOn = [
    'resent-from',
    'resent-to',
    'x-forwarded-to',
    'x-forwarded-for',
    'x-ms-exchange-forwarded',
    'x-google-group-id',
  ]
  if (!passedOn.some((name) => headers.has(name))) return undefined
  // A mailbox that writes itself into From keeps the writer in Reply-To.
  const replyTo = partyIn(first(headers, 'reply-to') ?? '')
  const resender = partyIn(first(headers, 'resent-from') ?? '')
  const rewritten = replyTo && (resender?.address === from?.address || / via /i.test(from?.name ?? ''))
  return { how: 'rule', from: rewritten ? replyTo : from, subject: '', text: '' }
}

/** Message ids of ours in a mail's References: a reply to a letter of ours. */
export const ownIds = (references: string, domain: string): string[] =>
  ids(references).filter((id) => id.toLowerCase().endsWith(`@${domain.toLowerCase()}`))

import { addressesIn, type Headers } from './headers.ts'
import type { Forwarded, Party } from './mail.ts'

/** Where groups and mailboxes that rewrite From keep the one who wrote. */
const origins = ['x-original-from', 'x-original-sender', 'x-forwarded-from'] as const

/** What is only found on a mail that another mailbox passed on. */
const traces = [
  'resent-from',
  'resent-to',
  'resent-sender',
  'x-forwarded-to',
  'x-forwarded-for',
  'x-forwarded-by',
  // Exchange marks what an inbox rule sends on, so that rules do not chase each other.
  'x-ms-exchange-inbox-rules-loop',
  'x-ms-exchange-generated-message-source',
  'x-google-group-id',
  'x-google-original-from',
  // Put in by the mailbox that a mail was delivered to first: what comes straight to SES has none.
  'delivered-to',
  'x-original-to',
] as const

/**
 * Who wrote a mail that a shared mailbox's rule passed on. Google Groups and Workspace keep the writer in
 * X-Original-From or X-Original-Sender, Gmail adds X-Forwarded-To and X-Forwarded-For, Microsoft 365 Resent-From or its
 * loop mark, other servers Delivered-To; ARC seals (RFC 8617) count the servers that passed it on. When From already is
 * the writer, as in plain redirection, only the trust is less. All of it can be written by anyone: see trust.ts.
 */
export function originOf(headers: Headers, from: Party | undefined): Forwarded | undefined {
  const by: string[] = [...origins, ...traces].filter((name) => headers.has(name))
  if (by.length === 0) return undefined
  // Seals alone say little: senders' own gateways also seal, Microsoft 365 everything that it sends.
  if (sealsOf(headers) > 1) by.push('arc-seal')
  for (const name of origins) {
    const origin = addressesIn(headers.first(name))[0]
    if (origin?.address && origin.address !== from?.address) return passedOn(origin, by)
  }
  // A mailbox that writes itself into From keeps the writer in Reply-To.
  const replyTo = addressesIn(headers.first('reply-to'))[0]
  const resender = addressesIn(headers.first('resent-from'))[0]
  const itself = [...addressesIn(headers.first('delivered-to')), ...(resender ? [resender] : [])]
  const rewritten = itself.some(({ address }) => address === from?.address) || / via /i.test(from?.name ?? '')
  return passedOn(rewritten && replyTo?.address ? replyTo : from, by)
}

const passedOn = (from: Party | undefined, by: readonly string[]): Forwarded => ({
  how: 'rule',
  from,
  subject: '',
  text: '',
  by,
})

function sealsOf(headers: Headers): number {
  const instances = headers.all('arc-seal').map((seal) => Number(/(?:^|;)\s*i\s*=\s*(\d{1,2})/.exec(seal)?.[1] ?? 0))
  return Math.max(0, ...instances)
}

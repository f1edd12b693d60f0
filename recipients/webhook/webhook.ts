import { createHmac } from 'node:crypto'
import * as z from 'zod/mini'
import { call } from '../https.ts'

/** `whsec_` and base64 of 24 to 64 bytes (Standard Webhooks, "Signature scheme"). */
const key = z.string().check(
  z.regex(/^whsec_[A-Za-z0-9+/]+={0,2}$/),
  z.refine((one) => {
    const { length } = bytesOf(one)
    return length >= 24 && length <= 64
  }),
)

/** How a program of the company is called. Its address stands here too: whoever knows it may send there. */
export const WebhookSecret = z.object({
  url: z.url({ protocol: /^https$/ }),
  key,
  /** The key before, while it is changed: both sign. */
  previous: z.optional(key),
  /** Certificates to trust there, PEM, when the authority is not a public one. */
  ca: z.optional(z.string()),
})
export type WebhookSecret = z.infer<typeof WebhookSecret>

/** What became of a request. Nothing in it is personal. */
export type News = {
  /** Names this call, the same in every try: who got it twice knows it by that. */
  readonly id: string
  readonly at: string
  readonly reference: string
  readonly right: string
  readonly event: string
  readonly status: string
}

/** It was not taken; it is sent again later. */
class NotTaken extends Error {
  override readonly name = 'NotTaken'
}
/** 410: it wants no more of these (Standard Webhooks, "Disabling an endpoint"). */
class Gone extends Error {
  override readonly name = 'Gone'
}

/** Sends news once. A redirect is not followed. @param now ms @param patience ms @throws NotTaken, Gone, NotReached */
export async function send(news: News, secret: WebhookSecret, now: number, patience?: number): Promise<void> {
  const { id, at, ...data } = news
  const body = JSON.stringify({ type: `request.${news.status}`, timestamp: at, data })
  const { status } = await call({
    method: 'POST',
    url: new URL(secret.url),
    headers: { 'content-type': 'application/json', ...signedWith(secret, id, Math.floor(now / 1000), body) },
    body,
    ca: secret.ca,
    own: true,
    ...(patience === undefined ? {} : { patience }),
  })
  if (status === 410) throw new Gone('the program wants no more')
  if (status < 200 || status > 299) throw new NotTaken(`answered with status ${status}`)
}

/** The headers of Standard Webhooks: one signature for each key, over id, time and body. @param timestamp seconds since 1970 */
export function signedWith(
  { key, previous }: Pick<WebhookSecret, 'key' | 'previous'>,
  id: string,
  timestamp: number,
  body: string,
) {
  const signatures = [key, ...(previous ? [previous] : [])].map((one) => {
    const signature = createHmac('sha256', bytesOf(one)).update(`${id}.${timestamp}.${body}`).digest('base64')
    return `v1,${signature}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signatures.join(' ') }
}

const bytesOf = (one: string): Buffer => Buffer.from(one.replace(/^whsec_/, ''), 'base64')

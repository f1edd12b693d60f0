import type { Whole } from '../../adapters/items.ts'
import { tokenHash } from '../../adapters/keys.ts'
import type { Requests, Token } from '../../adapters/requests.ts'
import type { Instant } from '../../domain/time.ts'
import { view } from '../../domain/view.ts'
import { policy } from '../../policy/in-force.ts'
import type { RequestView } from '../contract.ts'
import { type Answer, Refused } from './http.ts'

export type Linked = { readonly token: Token; readonly whole: Whole; readonly seen: RequestView }

const unknown: Answer = { status: 404, json: { error: 'unknown-link' }, page: { kind: 'link-unknown' } }

/**
 * The request behind a link, as its holder may see it: the link that confirms shows and does less than the one
 * sent to the proven address. @throws Refused for links that are unknown, altered, or over
 */
export async function linked(secret: string, requests: Requests, now: Instant): Promise<Linked> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(secret)) throw new Refused(unknown)
  const token = await requests.token(tokenHash(secret), Date.parse(now))
  const whole = token && (await requests.load(token.reference))
  if (!token || !whole) throw new Refused(unknown)
  return { token, whole, seen: seenBy(token, whole, now) }
}

/** What the holder of a link sees of its request now. */
export function seenBy(token: Token, whole: Whole, now: Instant): RequestView {
  const seen = view(whole.request, whole.answers, policy, now, whole.certificate !== undefined)
  const actions = seen.actions.filter((action) => (action === 'confirm') === (token.purpose === 'confirm'))
  return { ...seen, actions }
}

/** The request's page; after a form a browser is sent back to the link's own address. */
export const shown = (request: RequestView, secret: string, language: Answer['language'], after?: 'form'): Answer => ({
  status: 200,
  json: request,
  page: { kind: 'request', request, token: secret },
  ...(language ? { language } : {}),
  ...(after ? { seeOther: `/requests/${secret}` } : {}),
})

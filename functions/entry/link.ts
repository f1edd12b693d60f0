import * as z from 'zod/mini'
import type { Whole } from '../../adapters/items.ts'
import { tokenHash } from '../../adapters/keys.ts'
import type { Requests, Token } from '../../adapters/requests.ts'
import type { Instant } from '../../domain/time.ts'
import { view } from '../../domain/view.ts'
import { policy } from '../../policy/in-force.ts'
import type { RequestView } from '../contract.ts'
import { type Answer, type Call, Refused } from './http.ts'

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
  const status = seen.status === 'unverified' && !proves(token, now) ? 'expired' : seen.status
  return { ...seen, status, actions }
}

/** Whether a link still proves the address: one that ran out only brings another, also when that one is valid. */
export const proves = (token: Token, now: Instant): boolean =>
  token.purpose === 'confirm' && (token.provesUntil === undefined || now < token.provesUntil)

/** The fields of every button on a request's page. */
export const Pressed = z.object({ language: z.optional(z.enum(['en', 'de'])) })
export type Pressed = z.infer<typeof Pressed>

/** The request's page, in the language that was asked for or the request's own. */
export const shown = (request: RequestView, secret: string, language: Answer['language']): Answer => ({
  status: 200,
  json: request,
  page: { kind: 'request', request, token: secret },
  ...(language ? { language } : {}),
})

/** The same after a button: a browser is sent back to the link's own address, in the language it had. */
export const shownAfter = (request: RequestView, { token, body }: Call<Pressed>, own: Answer['language']): Answer => ({
  ...shown(request, token, body.language ?? own),
  seeOther: `/requests/${token}${body.language ? `?lang=${body.language}` : ''}`,
})

import * as z from 'zod/mini'
import { isToken } from '../../adapters/keys.ts'
import { isReference } from '../../domain/reference.ts'
import { instant, promisedBy, shifted } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { rights } from '../../policy/rights.ts'
import { askOf } from '../../web/frame.ts'
import { type Answer, type Call, endpoint } from '../entry/http.ts'

/** A week in ms: no two clocks differ by it, nor the ends of two months. */
const slackMs = 7 * 86_400_000

/** What the address of the page "Request received" says (web/ask.ts). */
const Received = z.object({
  reference: z.string().check(z.refine(isReference)),
  right: z.enum(rights),
  by: z.iso.datetime(),
})

/** Pages with forms that have addresses of their own, which lie below the page's. */
const pages: readonly RegExp[] = [
  /^\/desk\/requests\/[\w-]+(?=\/)/,
  /^\/desk\/tasks\/[\w-]+\/[\w-]+(?=\/)/,
  /^\/desk(?=\/(?:search|sign-out|mails\/[\w-]+)$)/,
  /^\/desk\/[a-z]+(?=\/$)/,
]
/** The page of a link: its secret stands last, and for its forms there is more below. */
const ofLink = /^\/(?:requests|mails|mailing|notices)\/([^/]*)/

/**
 * What a browser gets that opens an address where there is no page, by going back to it or restoring its windows: of `/requests`
 * what came of sending the form, else the form; of a button the page on which it stands; else that there is nothing. No request
 * is read, so whoever writes such an address learns nothing; and no later day can be written there than the one that is promised.
 */
export const handler = endpoint('no-page', z.object({}), async (call): Promise<Answer> => {
  const { path, query, language, now } = call
  if (path !== '/requests') return leadOn(call)
  const { success, data } = Received.safeParse(query)
  if (!success || instant(data.by) > promisedBy(data.right, shifted(now, slackMs), policy))
    return elsewhere(askOf(language, policy))
  const received = { reference: data.reference, right: data.right, promisedBy: instant(data.by) }
  return { status: 200, json: received, page: { kind: 'received', ...received } }
})

function leadOn({ path, query, language }: Call<object>): Answer {
  const [link, secret = ''] = ofLink.exec(path) ?? []
  if (link !== undefined && !isToken(secret))
    return { status: 404, json: { error: 'unknown-link' }, page: { kind: 'link-unknown' } }
  const page = link ?? pages.map((one) => one.exec(path)?.[0]).find((found) => found !== undefined)
  if (page === undefined) return { status: 404, json: { error: 'no-such-address' }, page: { kind: 'missing' } }
  return elsewhere(`${page}${query.lang ? `?lang=${language}` : ''}`)
}

/** There is nothing to read, for programs; a browser is sent to where its form is. */
const elsewhere = (seeOther: string): Answer => ({
  status: 404,
  json: { error: 'only-sent' },
  page: { kind: 'missing' },
  seeOther,
})

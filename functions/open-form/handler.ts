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

/**
 * What a browser gets that opens the address of a form: of `/requests` what came of sending it, else the form; of a button
 * the page on which it stands. No request is read, so whoever writes such an address learns nothing; and no later day can be
 * written there than the one that is promised.
 */
export const handler = endpoint('open-form', z.object({}), async (call): Promise<Answer> => {
  const { token, query, language, now } = call
  if (token !== '') return buttonOf(call)
  const { success, data } = Received.safeParse(query)
  if (!success || instant(data.by) > promisedBy(data.right, shifted(now, slackMs), policy))
    return elsewhere(askOf(language, policy))
  const received = { reference: data.reference, right: data.right, promisedBy: instant(data.by) }
  return { status: 200, json: received, page: { kind: 'received', ...received } }
})

const buttonOf = ({ token, query, language }: Call<object>): Answer =>
  isToken(token)
    ? elsewhere(`/requests/${token}${query.lang ? `?lang=${language}` : ''}`)
    : { status: 404, json: { error: 'unknown-link' }, page: { kind: 'link-unknown' } }

/** There is nothing to read, for programs; a browser is sent to where its form is. */
const elsewhere = (seeOther: string): Answer => ({
  status: 404,
  json: { error: 'only-sent' },
  page: { kind: 'missing' },
  seeOther,
})

import * as z from 'zod/mini'
import { policy } from '../../policy/in-force.ts'
import { Language } from '../../policy/languages.ts'
import { rights } from '../../policy/rights.ts'
import { Callback } from '../../recipients/opendsr/words.ts'
import { Answered as ApprovalAnswered } from '../approve/shape.ts'
import { Answered as ConsentAnswered } from '../consent/shape.ts'
import { Wish } from '../copy/shape.ts'
import { Decided } from '../decide/shape.ts'
import { Decision } from '../decide-mail/shape.ts'
import { Typed as CodeTyped } from '../download/shape.ts'
import { Pressed } from '../entry/shapes.ts'
import { Typed as PassphraseTyped } from '../protect/shape.ts'
import { Asked as CodeAsked } from '../send-code/shape.ts'
import { Said as Stated } from '../state/shape.ts'
import { Ask } from '../submit/shape.ts'
import { Ended } from '../unsubscribe/shape.ts'
import { leads, type Operation, type Operations, ofBodies, Refusal, says, shows } from './operation.ts'
import { Mail, Request } from './requests.ts'
import { list, optional, text } from './words.ts'

const lang = z.optional(Language)
const notFound = shows('The link is unknown, altered or over', Refusal)
const onlySent = says('Nothing is to be read there: a form is sent there', Refusal)
const notNow = shows('Not possible now; `request` says how it stands', Refusal)

/** What whoever holds a link that is no person's own sees: no more than whether there is something to do. */
const Open = z.object({ reference: text, state: z.enum(['open', 'done', 'over']) })
const uses = Request.def.options[0].shape.uses
const items = Request.def.options[0].shape.items

/** What the company's officer sees behind a link: as much as the decision needs. */
const ToDecide = z.union([
  z.object({ reference: text, status: text }),
  z.object({ reference: text, uses: uses.def.innerType }),
  z.object({ reference: text, items: items.def.innerType }),
  z.object({
    reference: text,
    promisedBy: text,
    waits: optional(z.enum(['company', 'systems', 'law', 'time', 'person'])),
    longerUntil: optional(text),
  }),
])

const Received = z.object({
  reference: text,
  right: z.enum(rights),
  status: z.literal('unverified'),
  receivedAt: text,
  promisedBy: text,
})
/** How the request stands, with the address of the other one that began. */
const Begun = z.union([
  z.extend(Request.def.options[0], { link: text }),
  z.extend(Request.def.options[1], { link: text }),
])
const Fetch = z.object({ address: text, until: text, bytes: z.int() })
const List = z.object({ list: text, suppressed: z.boolean(), since: optional(text) })
const Notice = z.object({
  reference: text,
  recipient: text,
  act: z.enum(['restrict', 'release', 'rectify', 'erase']),
  state: z.enum(['open', 'done', 'over']),
  at: optional(text),
})
/** docs/certificate.md */
const Certificate = z.looseObject({})
/** docs/history.md */
export const History = z.looseObject({ history: z.looseObject({ reference: text }), signature: z.looseObject({}) })
const Keys = z.object({ keys: list(z.looseObject({ kty: text, kid: text })) })
const Words = z.catchall(z.object({ en: text }), text)
const Announced = z.object({ version: text, from: text, announcedAt: text, summary: Words, url: Words })

/** A link's page. */
const looks = (does: string, json: z.ZodMiniType, more = ''): Operation => ({
  does,
  more: `A GET changes nothing: mail scanners follow links. ${more}`.trim(),
  query: { lang },
  answers: { 200: shows('As it stands', json), 404: notFound },
})

/** A button of such a page. */
const presses = (does: string, body: z.ZodMiniType, json: z.ZodMiniType = Request): Operation => ({
  does,
  body,
  answers: { 200: shows('Done, or done before', json), 303: leads, ...ofBodies(true), 404: notFound, 409: notNow },
})

const file = (does: string, json: z.ZodMiniType): Operation => ({
  does,
  answers: { 200: { ...says('The file', json), file: 'application/json' }, 404: notFound },
})

/** Forms and links of the public pages. */
export const ofPeople: Operations = {
  'POST /requests': {
    does: 'Ask for a right',
    more: 'The answer is the same for every address, known or not. A link comes by mail; nothing else happens before it is confirmed.',
    body: Ask,
    answers: {
      200: shows(
        'Nothing was sent yet: `step` asked for a page before',
        z.object({ address: text, right: z.enum(rights) }),
      ),
      202: shows('Received', Received),
      303: leads,
      ...ofBodies(true),
    },
  },
  'GET /requests': {
    does: 'Look at what came of asking, or be led to the form',
    more: 'Everything that it says stands in its address, where a browser is sent after the form: nothing is read.',
    query: { lang, reference: optional(text), right: z.optional(z.enum(rights)), by: optional(text) },
    answers: {
      200: shows('Received', z.object({ reference: text, right: z.enum(rights), promisedBy: text })),
      303: leads,
      404: onlySent,
    },
  },
  'GET /requests/{token}/{form}': {
    does: 'Open the address of a button: a browser is led to the page on which it stands',
    query: { lang },
    answers: { 303: leads, 404: shows('The link cannot be one, or there is nothing to read for a program', Refusal) },
  },
  'GET /requests/{token}': {
    ...looks(
      'Look at a request',
      z.union([Request, Open, ToDecide]),
      'What it says depends on whom the link was sent to.',
    ),
    query: {
      lang,
      confirm: z.optional(z.literal('erase-now')),
      code: z.optional(z.literal('sent')),
      for: z.optional(z.literal('protect')),
    },
  },
  'POST /requests/{token}/confirm': presses('Confirm a request: the address is proven', Pressed),
  'POST /requests/{token}/restore': presses('Get everything back', Pressed),
  'POST /requests/{token}/erase-now': presses('Waive the rest of the grace period', Pressed),
  'POST /requests/{token}/withdraw': presses('Take a request back', Pressed),
  'POST /requests/{token}/copy': presses('Ask for a copy from the page of another request', Wish, Begun),
  'POST /requests/{token}/suspend': presses(
    'Make everything unavailable while an objection is weighed',
    Pressed,
    Begun,
  ),
  'POST /requests/{token}/code': presses('Have a code mailed, with which a copy is fetched', CodeAsked),
  'POST /requests/{token}/download': presses(
    'Fetch a copy with a code: where it lies for a few minutes',
    CodeTyped,
    Fetch,
  ),
  'POST /requests/{token}/protect': presses('Have a copy encrypted with a passphrase', PassphraseTyped),
  'POST /requests/{token}/state': {
    ...presses('Say what is right, why one objects, who one is, or who the guardian is', Stated),
    more: 'Fields are those of the policy; `evidence` is a file, in a form of parts alone.',
  },
  'POST /requests/{token}/prove': presses('Prove a new address, over the link that was mailed there', Pressed, Open),
  'POST /requests/{token}/consent': presses('Answer as a guardian', ConsentAnswered, Open),
  'POST /requests/{token}/approve': presses('Answer whether data may go to a third party', ApprovalAnswered),
  'POST /requests/{token}/decide': {
    ...presses('Decide as the company’s officer', Decided, ToDecide),
    more: 'By field, `apply` or one of the policy’s reasons; of an objection by `use-` and category, `stop` or a reason.',
  },
  'GET /requests/{token}/certificate': file('Fetch the signed certificate', Certificate),
  'GET /requests/{token}/history': file('Fetch the signed history', History),
  'GET /requests/{token}/evidence': {
    does: 'Fetch a person’s evidence as the company’s officer',
    answers: { 200: { does: 'The file as it was given', file: 'application/octet-stream' }, 404: notFound },
  },
  'GET /mailing/{token}': looks('Look at a link that ends mails', List),
  'POST /mailing/{token}': {
    ...presses('End the mails of a list, or of all (RFC 8058)', Ended, List),
    more: 'No sign-in, no question, no redirect; the same again changes nothing.',
  },
  'GET /notices/{token}': looks('Look at what a recipient is to confirm', Notice),
  'POST /notices/{token}': presses('Confirm as a recipient', Pressed, Notice),
  'GET /.well-known/jwks.json': {
    does: 'Fetch the keys that certificates and histories are checked with (RFC 7517)',
    answers: { 200: { ...says('The keys', Keys), file: 'application/jwk-set+json' } },
  },
  ...(policy.mailbox
    ? {
        'GET /mails/{token}': looks('Look at a mail that somebody of the company decides on', Mail),
        'POST /mails/{token}': presses('Decide on a mail', Decision, Mail),
      }
    : {}),
  ...(policy.announcements
    ? {
        'GET /notice': {
          does: 'Which privacy notice holds, and what will change',
          answers: {
            200: says(
              'For any page of the company',
              z.object({ current: z.nullable(Announced), coming: list(Announced) }),
            ),
          },
        },
      }
    : {}),
  'POST /opendsr/callbacks': {
    does: 'Say as a processor how far a request is (OpenDSR 2.0, section 8.6)',
    more: 'Signed by the processor’s certificate; nothing is fetched for it.',
    body: Callback,
    answers: {
      202: says('It counts, also a second time', z.object({ subject_request_id: text })),
      ...ofBodies(false),
      401: says('The domain is no recipient’s, or its certificate is not known', Refusal),
      404: says('There is no such request', Refusal),
    },
  },
}

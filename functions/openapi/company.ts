import * as z from 'zod/mini'
import { policy } from '../../policy/in-force.ts'
import type { Scope } from '../../policy/programs.ts'
import { Uses } from '../activity/shape.ts'
import { Asked as Announcing } from '../announcement/shape.ts'
import { Asked as Approving } from '../ask-approval/shape.ts'
import { Restored } from '../backup-restored/shape.ts'
import { Reported as Child, Ended as NoChild } from '../child/shape.ts'
import { Reported as Disclosed } from '../disclosure/shape.ts'
import { Addresses, Nothing } from '../entry/shapes.ts'
import { Doubting, Longer } from '../extend/shape.ts'
import { Papers } from '../hold/shape.ts'
import { Choice } from '../mailing-subscriptions/shape.ts'
import { Asked as UsesAsked } from '../use-check/shape.ts'
import { type Operation, type Operations, ofBodies, Refusal, says } from './operation.ts'
import { History } from './people.ts'
import { list, optional, text } from './words.ts'

const noSuch = says('There is no such request', Refusal)
const notNow = says('Not possible: `error` says why', Refusal)

const call = (does: string, body: z.ZodMiniType, json: z.ZodMiniType, scope: Scope = 'act'): Operation => ({
  does,
  scope,
  body,
  answers: { 200: says('Done, or done before', json), ...ofBodies(false), 404: noSuch, 409: notNow },
})
const asks = (does: string, json: z.ZodMiniType): Operation => ({
  does,
  scope: 'read',
  answers: { 200: says('As it stands', json), 409: notNow },
})

const Stands = { reference: text, status: text }
const Held = z.object({ ...Stands, hold: z.nullable(z.object({ reason: text, since: text })) })
const Doubted = z.nullable(z.object({ why: text, questions: list(text) }))
const answers = ['approved', 'not-answered', 'not-approved', 'withdrawn', 'expired', 'unavailable'] as const
const Checked = z.object({
  reference: text,
  approved: z.boolean(),
  answer: z.enum(answers),
  at: optional(text),
  to: z.object({ name: text, address: optional(text), country: optional(text) }),
  purpose: text,
  categories: list(text),
  holdsUntil: text,
})
const Restoring = z.object({
  system: z.nullable(text),
  reportedAt: z.nullable(text),
  all: z.boolean(),
  left: z.int(),
})
const Announcement = z.object({
  version: text,
  from: text,
  mail: z.boolean(),
  announcedAt: text,
  doneAt: z.nullable(text),
  sent: z.int(),
  withheld: z.int(),
  refused: z.int(),
})
const Links = z.object({
  list: text,
  links: list(
    z.object({
      address: text,
      link: text,
      headers: z.object({ 'List-Unsubscribe': text, 'List-Unsubscribe-Post': text }),
    }),
  ),
})

/** What the company's own programs and staff call (docs/staff.md, docs/mailing.md), by what comes after /company, and after /programs for who comes with a token. */
export const ofCompany: Operations = {
  'POST /mailing/check': call(
    'Ask which addresses get nothing of a list',
    Addresses,
    z.object({ list: text, suppressed: list(z.object({ address: text, since: text, by: text })) }),
    'read',
  ),
  'POST /mailing/links': call('Make the headers that end mails by one click', Addresses, Links),
  'POST /mailing/subscriptions': call(
    'Say what a person chose in the account settings',
    Choice,
    z.object({ list: text, suppressed: z.boolean(), since: optional(text) }),
  ),
  'POST /uses/check': call(
    'Ask whose data may not be used for a purpose',
    UsesAsked,
    z.object({ category: text, stopped: list(z.object({ address: text, since: text })) }),
    'read',
  ),
  'POST /disclosures': call(
    'Ask a person whether their data may go to a third party',
    Approving,
    z.object({ reference: text, answer: z.enum(answers), answerBy: optional(text), holdsUntil: text }),
  ),
  'POST /disclosures/{reference}/check': call('Ask whether something may be passed on now', Nothing, Checked, 'read'),
  'POST /disclosures/{reference}/disclosed': call(
    'Say what was passed on',
    Disclosed,
    z.object({ reference: text, disclosed: list(z.object({ at: text, categories: list(text) })) }),
  ),
  'POST /children': call(
    'Report that an account is a child’s',
    Child,
    z.object({ reference: text, status: z.nullable(text) }),
  ),
  'DELETE /requests/{reference}/child': call('Say that it is no child’s account', NoChild, z.object(Stands)),
  'POST /requests/{reference}/hold': call('Hold up an erasure', Papers, Held),
  'DELETE /requests/{reference}/hold': call('End a hold', Papers, Held),
  'POST /requests/{reference}/lift': call(
    'End a restriction, after the person was told',
    Nothing,
    z.object({ ...Stands, liftAt: optional(z.nullable(text)) }),
  ),
  'POST /requests/{reference}/extend': call(
    'Take two months more for an answer',
    Longer,
    z.object({ ...Stands, longer: z.nullable(text), promisedBy: text }),
  ),
  'POST /requests/{reference}/doubt': call(
    'Have the person asked who they are',
    Doubting,
    z.object({ ...Stands, doubt: Doubted, promisedBy: text }),
  ),
  'GET /requests/{reference}/history': asks('Read the history of a request, signed', History),
  'POST /backup-restored': call('Say that a backup was restored', Restored, Restoring),
  'GET /backup-restored': asks('Ask how far a restored backup is made good', Restoring),
  'GET /figures': {
    does: 'Fetch the figures of a year',
    scope: 'read',
    query: { year: z.string().check(z.regex(/^2\d{3}$/)) },
    answers: {
      200: { does: 'CSV (RFC 4180) of the days that are over', file: 'text/csv' },
      400: says('No such year', Refusal),
    },
  },
  ...(policy.inactivity
    ? {
        'POST /activity': call(
          'Say when accounts were used',
          Uses,
          z.object({ noted: z.int(), stays: list(text), tooLate: list(text), inTheFuture: list(text) }),
        ),
      }
    : {}),
  ...(policy.announcements
    ? {
        'POST /announcement': call('Announce a change of the privacy notice', Announcing, Announcement),
        'GET /announcement': asks('Ask how far changes are announced', z.object({ announcements: list(Announcement) })),
      }
    : {}),
}

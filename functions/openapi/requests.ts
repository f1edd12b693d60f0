import * as z from 'zod/mini'
import { rights } from '../../policy/rights.ts'
import type { MailView } from '../contract/mail.ts'
import type { ApprovalView, AskedView } from '../contract/request.ts'
import { type Every, list, optional, type Same, text } from './words.ts'

const at = text
/** GDPR Art. 12(5)(b), 11(2). */
export const whyTurnedDown = z.enum(['manifestly-unfounded', 'excessive', 'not-identifiable'])

const standing = {
  reference: text,
  at,
  receivedAt: at,
  country: optional(text),
  entered: optional(z.enum(['phone', 'letter', 'chat'])),
  confirmedAt: optional(at),
  inactive: optional(z.object({ lastUsed: text, available: optional(z.literal(true)) })),
  eraseAt: optional(at),
  promisedBy: at,
  closedAt: optional(at),
  doubt: optional(z.object({ why: text, questions: list(text) })),
  named: optional(z.literal(true)),
  stops: optional(list(z.object({ why: text, sentAt: at, answeredAt: at }))),
  askAgainUntil: optional(at),
  hold: optional(z.object({ reason: text, since: at })),
  child: optional(z.literal(true)),
  unconsented: optional(z.literal(true)),
  guardian: optional(z.literal('asked')),
  ground: optional(z.enum(['accuracy', 'unlawful', 'claims', 'objection'])),
  liftAt: optional(at),
  byCompany: optional(z.literal(true)),
  turnedDown: optional(z.object({ why: whyTurnedDown, at })),
  backupsUntil: optional(at),
  copy: optional(
    z.object({
      bytes: z.int(),
      packagedAt: at,
      availableUntil: at,
      downloadsLeft: z.int(),
      passphrase: optional(z.enum(['under-way', 'needed'])),
    }),
  ),
  copyAgainUntil: optional(at),
  erased: optional(z.literal(true)),
  undeliveredAt: optional(at),
  waitsUntil: optional(at),
  items: optional(
    list(
      z.object({
        field: text,
        category: text,
        state: z.enum([
          ...(['proving', 'unproven', 'deciding', 'correcting', 'corrected', 'not-held'] as const),
          ...(['noting', 'noted', 'declined', 'withdrawn'] as const),
        ]),
        reason: optional(text),
      }),
    ),
  ),
  uses: optional(
    list(z.object({ category: text, state: z.enum(['open', 'stopped', 'goes-on']), reason: optional(text) })),
  ),
  longer: optional(z.enum(['complex', 'many'])),
  evidence: optional(z.int()),
  coverage: list(
    z.object({
      system: text,
      category: text,
      field: optional(text),
      outcome: z.enum([
        ...(['restricted', 'released', 'erased', 'kept', 'copied', 'unsubscribed'] as const),
        ...(['corrected', 'noted', 'not-found', 'pending'] as const),
      ]),
      count: z.int(),
      exception: optional(text),
      until: optional(at),
      statedBy: optional(text),
    }),
  ),
  recipients: optional(
    list(
      z.object({
        recipient: text,
        act: z.enum(['restrict', 'release', 'rectify', 'erase']),
        toldAt: optional(at),
        confirmedAt: optional(at),
        accepted: optional(z.literal(true)),
        givenUp: optional(z.literal(true)),
      }),
    ),
  ),
  kept: list(z.object({ category: text, exception: text, until: at })),
  actions: list(
    z.enum([
      ...(['confirm', 'restore', 'erase-now', 'certificate', 'copy', 'download'] as const),
      ...(['protect', 'state', 'suspend', 'approve', 'withdraw'] as const),
    ]),
  ),
}

const Asked = z.object({
  ...standing,
  right: z.enum(rights),
  status: z.enum([
    ...(['unverified', 'expired', 'restricting', 'grace', 'restoring', 'restored', 'erasing', 'erased'] as const),
    ...(['not-found', 'duplicate', 'holding', 'held', 'lifting', 'lifted', 'superseded'] as const),
    ...(['gathering', 'ready', 'discarding', 'discarded', 'withdrawing', 'withdrawn'] as const),
    ...(['stopping', 'stopped', 'stating', 'proving', 'deciding', 'correcting', 'unchanged'] as const),
    ...(['corrected', 'declined', 'identifying', 'checking', 'unidentified', 'consenting'] as const),
    'turned-down',
    ...(['consented', 'unfounded', 'objecting', 'weighing', 'upheld', 'refused', 'dropped'] as const),
  ]),
})

const Approval = z.object({
  ...standing,
  right: z.literal('disclosure'),
  status: z.enum(['approving', 'approved', 'unapproved', 'approval-ended']),
  disclosure: z.object({
    to: z.object({ name: text, address: optional(text), country: optional(text) }),
    purpose: text,
    by: text,
    file: text,
    categories: list(text),
    holdsUntil: at,
    approvedAt: optional(at),
    why: optional(z.enum(['no', 'silence', 'withdrawn', 'over', 'unavailable'])),
    checks: z.int(),
    checkedAt: optional(at),
    disclosed: list(z.object({ at, categories: list(text) })),
  }),
})

/** A request as its person sees it. */
export const Request = z.union([Asked, Approval])

/** A mail that somebody of the company decides on. */
export const Mail = z.object({
  mail: text,
  at,
  receivedAt: at,
  answerBy: at,
  why: z.enum([
    ...(['unsure', 'damaged', 'other-right', 'complaint', 'addition'] as const),
    ...(['recipient', 'whose', 'guardian', 'agent'] as const),
  ]),
  guess: list(z.enum(rights)),
  because: list(z.object({ concept: text, phrase: text })),
  reference: optional(text),
  trust: z.enum(['none', 'some', 'aligned', 'refused']),
  said: optional(z.object({ from: text, subject: text, text, attachments: list(text) })),
  owner: optional(text),
  decided: optional(z.object({ at, rights: list(text), spam: optional(z.literal(true)) })),
})

/** The compiler refuses what the functions answer and this does not describe, and the other way round. @public */
export type AsAnswered = Every<
  [Same<Omit<AskedView, 'disclosure'>, typeof Asked>, Same<ApprovalView, typeof Approval>, Same<MailView, typeof Mail>]
>

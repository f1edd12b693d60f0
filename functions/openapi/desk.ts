import * as z from 'zod/mini'
import { promises } from '../../policy/promises.ts'
import { rights } from '../../policy/rights.ts'
import type { AskView, DeskDisclosure, DisclosuresView } from '../contract/desk/disclosures.ts'
import type { PromisesView } from '../contract/desk/figures.ts'
import type { EnterView, MailLine, QueueLine, QueueView } from '../contract/desk/queue.ts'
import type { ProcessingRecord } from '../contract/desk/record.ts'
import type { DeskPersonal, DeskRequest } from '../contract/desk/request.ts'
import type { DeskTask, TasksView } from '../contract/desk/tasks.ts'
import { Mail, Request, whyTurnedDown } from './requests.ts'
import { type Every, list, optional, type Same, text } from './words.ts'

const worded = ['turn-down', 'refuse-objection', 'decline-correction'] as const
const takesTwo = ['unhold', 'lift', ...worded] as const

export const Line = z.object({
  reference: text,
  right: z.enum([...rights, 'disclosure']),
  status: text,
  receivedAt: text,
  promisedBy: text,
  language: text,
  country: optional(text),
  pressing: optional(z.enum(['overdue', 'at-risk', 'soon'])),
  waitsFor: z.enum(['company', 'systems', 'law', 'time', 'person']),
  channel: z.enum(['form', 'mail', 'link', 'controller', 'company', 'nobody', 'phone', 'letter', 'chat']),
})

const LineOfMail = z.object({
  id: text,
  receivedAt: text,
  answerBy: text,
  why: Mail.shape.why,
  guess: list(z.enum(rights)),
  language: optional(text),
})

export const Queue = z.object({
  at: text,
  lines: list(Line),
  mails: list(LineOfMail),
  chosen: z.object({
    right: optional(text),
    waits: optional(text),
    status: optional(text),
    channel: optional(text),
    language: optional(text),
    age: optional(text),
  }),
  counts: z.object({ overdue: z.int(), soon: z.int(), most: z.int() }),
  next: optional(text),
})

const Personal = z.object({
  address: text,
  formerAddress: optional(text),
  account: optional(text),
  keys: optional(z.record(text, text)),
  writer: optional(text),
  written: optional(z.record(text, text)),
  stated: optional(z.record(text, text)),
  letters: optional(z.record(text, z.object({ to: text, subject: text, text, attached: optional(text) }))),
  mails: optional(
    z.record(
      text,
      z.object({
        from: text,
        subject: text,
        text,
        trust: Mail.shape.trust,
        files: list(z.object({ name: text, bytes: z.int(), tooLarge: optional(z.literal(true)) })),
      }),
    ),
  ),
})

const template = z.enum(['under-way', 'which-data', 'your-mail', 'own-words'])

const LineOfTask = z.object({
  id: text,
  reference: text,
  system: text,
  verb: z.enum(['restrict', 'release', 'erase', 'erase-again', 'export', 'unsubscribe', 'rectify']),
  asked: text,
  since: text,
  due: text,
  state: z.enum(['open', 'answered', 'cannot', 'over']),
  overdue: optional(z.literal(true)),
})

export const Tasks = z.object({
  at: text,
  whose: z.enum(['mine', 'all']),
  lines: list(LineOfTask),
  next: optional(text),
})

/** What somebody is asked to do by hand; with whose data it is about after a look. */
export const Task = z.object({
  line: LineOfTask,
  at: text,
  right: z.enum([...rights, 'disclosure']),
  status: text,
  promisedBy: text,
  parts: list(z.object({ category: text, field: optional(text), mayKeep: optional(text) })),
  mayAnswer: z.boolean(),
  colleagues: list(z.object({ staff: text, name: text })),
  mayLook: z.boolean(),
  stated: optional(
    z.object({
      at: text,
      by: text,
      who: optional(text),
      outcome: z.enum(['done', 'nothing', 'cannot']),
      reason: optional(text),
      file: optional(text),
      receipts: list(z.object({ category: text, field: optional(text), outcome: text, count: z.number() })),
    }),
  ),
  personal: optional(
    z.object({
      address: optional(text),
      keys: z.record(text, text),
      right: list(z.object({ field: text, value: text })),
    }),
  ),
})

/** What a person is asked to approve, and what came of it. */
const Disclosure = z.object({
  reference: text,
  status: z.enum(['approving', 'approved', 'unapproved', 'approval-ended']),
  file: text,
  categories: list(text),
  askedAt: text,
  answerBy: optional(text),
  remindedAt: optional(text),
  approvedAt: optional(text),
  holdsUntil: text,
  closedAt: optional(text),
  why: optional(z.enum(['no', 'silence', 'withdrawn', 'over', 'unavailable'])),
  checks: z.int(),
  checkedAt: optional(text),
  disclosed: list(z.object({ at: text, categories: list(text) })),
  terms: optional(
    z.object({
      to: z.object({ name: text, address: optional(text), country: optional(text) }),
      purpose: text,
      by: text,
    }),
  ),
})

export const Disclosures = z.object({
  at: text,
  which: z.enum(['open', 'over']),
  lines: list(Disclosure),
  mayAsk: z.boolean(),
  next: optional(text),
})

/** What the form of a question about a disclosure needs to know. */
export const Ask = z.object({
  today: text,
  latest: text,
  wrong: list(
    z.enum([
      ...(['address', 'name', 'place', 'country', 'purpose', 'categories'] as const),
      ...(['until', 'by', 'file', 'theirs'] as const),
    ]),
  ),
})

/** A request as somebody of the company sees it. */
export const Seen = z.object({
  line: Line,
  request: optional(Request),
  acts: list(
    z.enum([
      ...(['decide', 'doubt', 'extend', 'hold', 'unhold', 'lift', 'child', 'no-child', 'link'] as const),
      ...(['confirm', 'decline'] as const),
    ]),
  ),
  disclosure: optional(Disclosure),
  told: list(
    z.object({
      recipient: text,
      act: z.enum(['restrict', 'release', 'rectify', 'erase']),
      state: z.enum(['waiting', 'told', 'accepted', 'confirmed', 'overtaken', 'given-up']),
      since: text,
      toldAt: optional(text),
      triedAt: optional(text),
      confirmedAt: optional(text),
      next: optional(text),
    }),
  ),
  proposal: optional(
    z.object({
      act: z.enum(takesTwo),
      by: text,
      at: text,
      until: text,
      file: optional(text),
      why: optional(whyTurnedDown),
      decisions: optional(z.record(z.string(), text)),
      written: optional(z.int()),
      who: optional(text),
    }),
  ),
  takesTwo: list(z.enum(takesTwo)),
  certified: z.boolean(),
  mayLook: z.boolean(),
  longerUntil: optional(text),
  hold: optional(z.object({ reason: text, since: text })),
  byHand: z.object({
    failing: list(text),
    tasks: list(LineOfTask),
    mayRetry: z.boolean(),
    mayHandOver: z.boolean(),
  }),
  letters: list(
    z.object({
      id: text,
      what: text,
      at: text,
      sentAt: optional(text),
      notSent: optional(z.literal(true)),
      bouncedAt: optional(text),
      complainedAt: optional(text),
    }),
  ),
  mails: list(z.object({ id: text, at: text, gone: optional(z.literal(true)) })),
  history: list(
    z.object({
      n: z.int(),
      at: text,
      event: text,
      to: text,
      detail: optional(text),
      who: optional(text),
      untold: optional(z.literal(true)),
    }),
  ),
  whole: z.boolean(),
  written: list(
    z.object({
      n: z.int(),
      at: text,
      who: optional(text),
      template: optional(template),
      proposes: optional(z.enum(worded)),
      gone: optional(z.literal(true)),
    }),
  ),
  canWrite: list(template),
  canTurnDown: list(whyTurnedDown),
  canNote: z.boolean(),
  personal: optional(Personal),
})

/** What the form of a request on somebody's behalf needs to know. */
export const Enter = z.object({
  today: text,
  earliest: text,
  once: text,
  wrong: list(z.enum(['channel', 'on', 'right', 'address', 'theirs', 'said'])),
})

const ids = promises.map(({ id }) => id) as unknown as (typeof promises)[number]['id'][]

const besides = list(z.object({ what: z.enum(['processing-objection', 'mails']), overdue: z.int(), atRisk: z.int() }))

export const Promises = z.object({
  at: text,
  since: text,
  until: optional(text),
  mostCounted: z.int(),
  promises: list(
    z.object({
      id: z.enum(ids),
      article: optional(text),
      keeping: z.enum(['kept', 'at-risk', 'broken', 'open', 'uncounted', 'not-made']),
      counts: optional(
        z.object({
          received: z.int(),
          finished: z.int(),
          late: z.int(),
          overdue: z.int(),
          atRisk: z.int(),
          median: optional(z.number()),
          most: optional(z.number()),
        }),
      ),
      tests: list(z.object({ sentence: text, file: text })),
    }),
  ),
  besides,
})

export const PolicyVersions = z.object({
  versions: list(
    z.object({
      hash: text,
      since: optional(text),
      over: optional(z.literal(true)),
      until: optional(text),
      changes: optional(list(z.object({ path: text, from: optional(z.any()), to: optional(z.any()) }))),
    }),
  ),
  more: z.boolean(),
})

export const Figures = z.object({
  at: text,
  since: text,
  until: optional(text),
  mostCounted: z.int(),
  months: list(z.object({ month: text, received: z.int(), settled: z.int(), late: z.int(), open: z.int() })),
  needed: list(
    z.object({
      kind: z.enum([...rights, 'unused-account', 'child-account']),
      finished: z.int(),
      median: optional(z.number()),
      most: optional(z.number()),
      promised: optional(text),
      promisedDays: optional(z.number()),
    }),
  ),
  promises: list(z.object({ id: z.enum(ids), inTime: z.int(), atRisk: z.int(), broken: z.int() })),
  besides,
})

/** A text of the policy in its languages. */
const Words = z.catchall(z.object({ en: text }), text)

export const Record = z.object({
  controller: z.object({
    name: text,
    address: text,
    mail: text,
    officer: text,
    authority: z.object({ name: text, url: text }),
  }),
  processing: list(
    z.object({
      category: text,
      data: Words,
      purpose: Words,
      source: Words,
      recipients: list(text),
      systems: list(z.object({ label: Words, region: text })),
      kept: list(z.object({ basis: Words, period: text })),
    }),
  ),
  recipients: list(
    z.object({
      recipient: text,
      name: text,
      role: Words,
      country: text,
      abroad: z.boolean(),
      safeguard: optional(Words),
    }),
  ),
  controllers: list(text),
  regions: z.object({ home: text, mail: text }),
  periods: z.object({
    erasure: text,
    backups: text,
    unused: optional(z.object({ after: text, grace: text })),
    evidence: text,
    copies: text,
    unconfirmed: text,
    mails: optional(text),
  }),
})

/** As in requests.ts. @public */
export type AsAnswered = Every<
  [
    Same<QueueLine, typeof Line>,
    Same<MailLine, typeof LineOfMail>,
    Same<QueueView, typeof Queue>,
    Same<DeskPersonal, typeof Personal>,
    Same<Omit<DeskRequest, 'request'>, z.ZodMiniType<Omit<z.output<typeof Seen>, 'request'>>>,
    Same<TasksView, typeof Tasks>,
    Same<DeskTask, typeof Task>,
    Same<EnterView, typeof Enter>,
    Same<DeskDisclosure, typeof Disclosure>,
    Same<DisclosuresView, typeof Disclosures>,
    Same<AskView, typeof Ask>,
    Same<PromisesView, typeof Promises>,
    Same<ProcessingRecord, typeof Record>,
  ]
>

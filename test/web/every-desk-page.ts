import { recordOf } from '../../domain/record.ts'
import type { DeskDisclosure } from '../../functions/contract/desk/disclosures.ts'
import type { FiguresView, PromisesView } from '../../functions/contract/desk/figures.ts'
import type { QueueLine, QueueView } from '../../functions/contract/desk/queue.ts'
import type { DeskRequest } from '../../functions/contract/desk/request.ts'
import type { DeskTask, TaskLine } from '../../functions/contract/desk/tasks.ts'
import { compose } from '../../letters/compose.ts'
import { promises } from '../../policy/promises.ts'
import { ask } from '../../web/desk/asking.ts'
import { disclosures as disclosuresPage } from '../../web/desk/disclosures.ts'
import { enter } from '../../web/desk/enter.ts'
import { figures } from '../../web/desk/figures.ts'
import type { Colleague } from '../../web/desk/frame.ts'
import type { DeskPage, DeskPages } from '../../web/desk/page.ts'
import { policyVersions } from '../../web/desk/policy.ts'
import { promises as promisesPage } from '../../web/desk/promises.ts'
import { found, queue as queuePage } from '../../web/desk/queue.ts'
import { record } from '../../web/desk/record.ts'
import { request } from '../../web/desk/request.ts'
import { task as taskPage } from '../../web/desk/task.ts'
import { tasks as tasksPage } from '../../web/desk/tasks.ts'
import { preview } from '../../web/desk/write.ts'
import { company, views } from './seen.ts'

const named = (role: Colleague['role']): Colleague => ({
  name: `${role}@papyra.example.com`,
  role,
  csrf: 'c'.repeat(43),
})
const { grace, held, deciding } = views
const { at } = grace

const line = (view: {
  reference: string
  right: QueueLine['right']
  status: string
  receivedAt: string
  promisedBy: string
}) => ({
  reference: view.reference,
  right: view.right,
  status: view.status,
  receivedAt: view.receivedAt,
  promisedBy: view.promisedBy,
  language: 'de',
  channel: 'mail' as const,
})
const inGrace: QueueLine = { ...line(grace), waitsFor: 'time', country: 'DE' }
const lines: readonly QueueLine[] = [
  { ...inGrace, pressing: 'overdue', waitsFor: 'systems' },
  { ...line(deciding), waitsFor: 'company', pressing: 'soon' },
  { ...line(held), waitsFor: 'systems', pressing: 'at-risk' },
  { ...inGrace, right: 'disclosure', status: 'approving', waitsFor: 'person' },
]
const counts = { overdue: 1, soon: 2, most: 1000 }
const mails: QueueView['mails'] = [
  {
    id: 'm'.repeat(43),
    receivedAt: at,
    answerBy: grace.promisedBy,
    why: 'unsure',
    guess: ['access', 'erasure'],
    language: 'de',
  },
  { id: 'n'.repeat(43), receivedAt: at, answerBy: grace.promisedBy, why: 'complaint', guess: [] },
]
const queue: QueueView = { at, lines, mails, chosen: {}, counts, next: `${at}~${grace.reference}` }

const staff = 'officer 1f0c9a52'
const once = 'o'.repeat(43)
const seen: DeskRequest = {
  line: inGrace,
  request: grace,
  acts: ['hold'],
  certified: true,
  mayLook: true,
  byHand: { failing: [], tasks: [], mayRetry: true, mayHandOver: true },
  told: [],
  takesTwo: ['unhold'],
  letters: [
    { id: '000001-0', what: 'confirm-request', at, sentAt: at },
    { id: '000003-0', what: 'restricted', at, sentAt: at, bouncedAt: at, complainedAt: at },
    { id: '000004-0', what: 'reminder', at },
    { id: '000005-0', what: 'link-again', at, notSent: true },
  ],
  mails: [
    { id: 'ses-1', at },
    { id: 'ses-2', at, gone: true },
  ],
  history: [
    { n: 1, at, event: 'received', to: 'unverified' },
    { n: 2, at, event: 'confirmed', to: 'restricting' },
    { n: 3, at, event: 'looked', to: 'grace', detail: `by ${staff}`, who: 'officer@papyra.example.com' },
    { n: 4, at, event: 'noted', to: 'grace', detail: `by ${staff}`, who: 'officer@papyra.example.com', untold: true },
  ],
  whole: true,
  written: [],
  canWrite: [],
  canTurnDown: [],
  canNote: false,
}
const task: TaskLine = {
  id: 'erase.archive',
  reference: grace.reference,
  system: 'archive',
  verb: 'erase',
  asked: 'agent@papyra.example.com',
  since: at,
  due: grace.promisedBy,
  state: 'open',
}
const byHand: DeskTask = {
  line: task,
  at,
  right: 'erasure',
  status: 'erasing',
  promisedBy: grace.promisedBy,
  parts: [{ category: 'paper' }, { category: 'payment', mayKeep: 'invoices' }],
  mayAnswer: true,
  colleagues: [{ staff: 'officer 3f9a2c71', name: 'officer@papyra.example.com' }],
  mayLook: true,
}
const tasks: readonly TaskLine[] = [
  { ...task, overdue: true },
  { ...task, id: 'restrict.files', system: 'files', verb: 'restrict', state: 'cannot' },
  { ...task, id: 'export.archive', verb: 'export' },
]
const written = '<script>alert(1)</script>\nThe post is not mine.'

const question: DeskDisclosure = {
  reference: grace.reference,
  ...{ status: 'approving', file: '2026/41', categories: ['identity', 'content'] },
  ...{ askedAt: at, answerBy: grace.promisedBy, remindedAt: at, holdsUntil: grace.promisedBy },
  ...{ checks: 0, disclosed: [] },
  terms: {
    to: { name: 'Museum of <b>Letters</b>', address: 'Quay 1, Hamburg', country: 'DE' },
    purpose: written,
    by: 'Public relations',
  },
}
const approval: DeskDisclosure = {
  ...question,
  ...{ status: 'approved', approvedAt: at, checks: 2, checkedAt: at },
  disclosed: [{ at, categories: ['content'] }],
}
const { terms: _, ...withoutTerms } = approval
const { request: __, ...alone } = seen
const ofDisclosure: DeskRequest = {
  ...alone,
  line: { ...inGrace, right: 'disclosure', status: 'approved', waitsFor: 'person' },
}

const late = { received: 1204, finished: 1118, late: 3, overdue: 1, atRisk: 2, median: 0, most: 58 }
const none = { received: 0, finished: 0, late: 0, overdue: 0, atRisk: 0 }
const keptAs: Readonly<Record<string, Pick<PromisesView['promises'][number], 'keeping' | 'counts'>>> = {
  N1: { keeping: 'kept', counts: { ...late, late: 0, overdue: 0, atRisk: 0 } },
  N2: { keeping: 'at-risk', counts: { ...none, received: 4, finished: 3, atRisk: 1 } },
  N3: { keeping: 'open', counts: none },
  N4: { keeping: 'broken', counts: late },
  N6: { keeping: 'not-made' },
}
const promised: PromisesView = {
  at,
  since: '2025-03-01',
  until: '2026-02-05',
  mostCounted: 1000,
  promises: promises.map(({ id, ...law }) => ({
    id,
    ...('article' in law ? { article: law.article } : {}),
    ...(keptAs[id] ?? { keeping: 'uncounted' }),
    tests:
      id === 'N18'
        ? []
        : [{ sentence: 'what nobody proved is <b>none</b>', file: 'test/domain/a-very-long-name.test.ts' }],
  })),
  besides: [
    { what: 'processing-objection', overdue: 1, atRisk: 0 },
    { what: 'mails', overdue: 2, atRisk: 1 },
  ],
}

const counted: FiguresView = {
  ...{ at, since: '2025-03-01', until: '2026-02-05', mostCounted: 1000, besides: promised.besides },
  months: Array.from({ length: 12 }, (_, n) => ({
    month: `${n < 10 ? 2025 : 2026}-${String(((n + 2) % 12) + 1).padStart(2, '0')}`,
    received: n * 17,
    settled: n * 13 + 5,
    late: n === 7 ? 3 : 0,
    open: 1208 + n * (n - 4) * 9,
  })),
  needed: [
    { kind: 'access', finished: 1118, median: 0, most: 3, promised: 'P1M', promisedDays: 28 },
    { kind: 'rectification', finished: 4, promised: 'P1M', promisedDays: 28 },
    { kind: 'objection', finished: 40, median: 12, most: 41, promised: 'P1M', promisedDays: 28 },
    { kind: 'erasure', finished: 611, median: 57, most: 58, promised: 'P60D', promisedDays: 60 },
    { kind: 'child-account', finished: 2 },
  ],
  promises: [
    { id: 'N1', inTime: 1118, atRisk: 0, broken: 0 },
    { id: 'N2', inTime: 3, atRisk: 1, broken: 0 },
    { id: 'N3', inTime: 0, atRisk: 0, broken: 0 },
    { id: 'N4', inTime: 1115, atRisk: 2, broken: 4 },
  ],
}

/** How each is made; each function of the desk knows its own alone. */
export const deskPages: Required<DeskPages> = {
  ...{ queue: queuePage, found, request, enter, promises: promisesPage, figures, policy: policyVersions },
  ...{ record, tasks: tasksPage, task: taskPage, preview, disclosures: disclosuresPage, ask },
}

/** Every page of the desk, by a name for the reader of a report or of a folder of pictures. */
export const everyDeskPage: Readonly<Record<string, DeskPage>> = {
  'desk queue': { kind: 'queue', queue, colleague: named('officer') },
  'desk queue, nothing owed': {
    kind: 'queue',
    queue: { at, lines: [], mails: [], chosen: {}, counts: { overdue: 0, soon: 0, most: 1000 } },
    colleague: named('auditor'),
  },
  'desk queue, filtered': {
    kind: 'queue',
    queue: {
      at,
      lines: [],
      mails,
      chosen: {
        right: 'erasure',
        waits: 'company',
        status: 'deciding',
        channel: 'letter',
        language: 'de',
        age: 'P14D',
      },
      counts: { overdue: 1000, soon: 3, most: 1000 },
    },
    colleague: named('agent'),
  },
  'desk found': { kind: 'found', lines, at, colleague: named('agent') },
  'desk found nothing': { kind: 'found', lines: [], at, colleague: named('officer') },
  'desk request': { kind: 'request', once, seen, colleague: named('officer') },
  'desk request, looked at': {
    kind: 'request',
    once,
    seen: {
      ...seen,
      acts: ['decide', 'extend', 'unhold', 'lift'],
      longerUntil: grace.promisedBy,
      hold: { reason: 'claim', since: at },
      personal: {
        address: 'ada.quill@example.org',
        formerAddress: 'ada@example.org',
        account: 'quill@example.org',
        writer: 'agent@example.org',
        keys: { account: 'a-0001, a-0002' },
        stated: { statement: written, grounds: written, phone: '+49 30 1234' },
      },
    },
    colleague: named('officer'),
    refused: 'no-file',
  },
  'desk request, for an auditor': {
    kind: 'request',
    once,
    seen: { ...seen, acts: [], mayLook: false, whole: false },
    colleague: named('auditor'),
  },
  'desk request, nothing to do': {
    kind: 'request',
    once,
    seen: {
      ...seen,
      acts: [],
      mayLook: false,
      letters: [],
      line: { ...inGrace, right: 'disclosure', status: 'approving' },
    },
    colleague: named('agent'),
    refused: 'too-late',
  },
  'desk disclosures': {
    kind: 'disclosures',
    view: { at, which: 'open', lines: [question, approval], mayAsk: true, next: 'x' },
    colleague: named('officer'),
  },
  'desk disclosures, over, for an auditor': {
    kind: 'disclosures',
    view: {
      ...{ at, which: 'over', mayAsk: false },
      lines: (['no', 'silence', 'withdrawn', 'over', 'unavailable'] as const).map((why) => {
        const { terms: _, answerBy: __, ...one } = question
        const isNo = why === 'no' || why === 'silence'
        return { ...one, status: isNo ? ('unapproved' as const) : ('approval-ended' as const), why, closedAt: at }
      }),
    },
    colleague: named('auditor'),
  },
  'desk disclosures, none': {
    kind: 'disclosures',
    view: { at, which: 'open', lines: [], mayAsk: false },
    colleague: named('agent'),
  },
  'desk ask': {
    kind: 'ask',
    view: { today: '2026-02-06', latest: '2026-08-04', wrong: [] },
    typed: {},
    colleague: named('officer'),
  },
  'desk ask, all wrong': {
    kind: 'ask',
    view: {
      ...{ today: '2026-02-06', latest: '2026-08-04' },
      wrong: ['address', 'name', 'place', 'country', 'purpose', 'categories', 'until', 'by', 'file', 'theirs'],
    },
    typed: { address: 'x', name: written, purpose: written, 'data-content': 'on', theirs: 'de' },
    colleague: named('officer'),
  },
  'desk ask, no account': {
    kind: 'ask',
    view: { today: '2026-02-06', latest: '2026-08-04', wrong: [] },
    typed: { address: 'ada@example.org' },
    refused: 'no-such-account',
    colleague: named('officer'),
  },
  'desk request, a disclosure': {
    kind: 'request',
    once,
    seen: { ...ofDisclosure, disclosure: approval },
    done: 'asked',
    colleague: named('officer'),
  },
  'desk request, a disclosure, for an auditor': {
    kind: 'request',
    once,
    seen: { ...ofDisclosure, acts: [], mayLook: false, disclosure: withoutTerms },
    colleague: named('auditor'),
  },
  'desk request, recipients': {
    kind: 'request',
    once,
    seen: {
      ...seen,
      told: (['waiting', 'told', 'accepted', 'confirmed', 'overtaken', 'given-up'] as const).map((state, n) => ({
        recipient: n % 2 === 0 ? 'payment-provider' : 'no-longer-in-the-policy',
        ...{ act: 'erase' as const, state, since: at },
        ...(state === 'waiting' ? { triedAt: at, next: at } : { toldAt: at }),
        ...(state === 'told' ? { triedAt: at, next: grace.promisedBy } : {}),
        ...(state === 'confirmed' ? { confirmedAt: at } : {}),
      })),
    },
    colleague: named('agent'),
  },
  'desk enter': {
    kind: 'enter',
    view: { today: '2026-02-06', earliest: '2026-01-14', once, wrong: [] },
    typed: {},
    colleague: named('agent'),
  },
  'desk enter, all wrong': {
    kind: 'enter',
    view: {
      ...{ today: '2026-02-06', earliest: '2026-01-14', once },
      wrong: ['channel', 'on', 'right', 'address', 'theirs', 'said'],
    },
    typed: { on: '2025-01-01', right: 'rectification', address: written, theirs: 'de', child: 'on', said: written },
    colleague: named('officer'),
  },
  'desk request, with notes': {
    kind: 'request',
    once,
    seen: {
      ...seen,
      acts: ['doubt', 'hold', 'child', 'no-child', 'link'],
      written: [
        { n: 3, at, who: 'agent@papyra.example.com' },
        { n: 4, at, template: 'which-data' },
        { n: 5, at, gone: true },
      ],
      canWrite: ['under-way', 'which-data', 'your-mail', 'own-words'],
      canNote: true,
    },
    colleague: named('agent'),
    done: 'noted',
  },
  'desk request, with notes, looked at': {
    kind: 'request',
    once,
    seen: {
      ...seen,
      written: [
        { n: 3, at, who: 'agent@papyra.example.com' },
        { n: 4, at, template: 'which-data' },
      ],
      personal: { address: 'ada.quill@example.org', written: { 3: written, 4: written } },
    },
    colleague: named('officer'),
    refused: 'no-words',
  },
  'desk request, with its mails, looked at': {
    kind: 'request',
    once,
    seen: {
      ...seen,
      request: { ...views.deciding, evidence: 120_000 },
      personal: {
        address: 'ada.quill@example.org',
        letters: {
          '000003-0': {
            to: 'ada.quill@example.org',
            ...compose(
              { kind: 'restricted', request: grace, link: 'https://privacy.example.com/requests/…' },
              'en',
              company,
            ),
            attached: 'certificate-OB-0410-6105.json',
          },
        },
        mails: {
          'ses-1': {
            from: '"<b>Ada</b>" <ada.quill@example.org>',
            subject: 'Delete <img src=x onerror=alert(1)> me',
            text: written,
            trust: 'aligned',
            files: [
              { name: '"><script>alert(1)</script>.pdf', bytes: 120_000 },
              { name: 'film.mp4', bytes: 30_000_000, tooLarge: true },
            ],
          },
        },
      },
    },
    colleague: named('officer'),
  },
  'desk preview': {
    kind: 'preview',
    of: 'write',
    reference: grace.reference,
    letter: {
      ...compose(
        { kind: 'from-the-desk', request: views.gathering, template: 'which-data', words: written, link: 'https://…' },
        'de',
        company,
      ),
      language: 'de',
    },
    sends: { template: 'which-data', words: written, once },
    colleague: named('agent'),
  },
  'desk request, to be turned down': {
    kind: 'request',
    seen: { ...seen, canTurnDown: ['manifestly-unfounded', 'excessive', 'not-identifiable'] },
    colleague: named('officer'),
    once,
    refused: 'no-why',
  },
  'desk preview, turned down': {
    kind: 'preview',
    of: 'turn-down',
    reference: grace.reference,
    letter: {
      ...compose(
        {
          kind: 'turned-down',
          request: views['turned down, being restored'],
          answer: written,
          link: 'https://…',
        },
        'en',
        company,
      ),
      language: 'en',
    },
    sends: { why: 'excessive', words: written },
    colleague: named('officer'),
  },
  'desk request, entered': {
    kind: 'request',
    once,
    seen: {
      ...seen,
      line: { ...inGrace, status: 'unverified', waitsFor: 'person' },
      request: { ...views.unverified, entered: 'phone' },
      acts: ['link'],
    },
    colleague: named('agent'),
    done: 'entered',
  },
  ...Object.fromEntries(
    (['officer', 'deputy'] as const).map((name) => [
      `desk request, proposed by the ${name}`,
      {
        kind: 'request' as const,
        once,
        seen: {
          ...seen,
          acts: ['confirm' as const, 'decline' as const],
          hold: { reason: 'claim', since: at },
          proposal: {
            ...{ act: 'unhold' as const, by: staff, who: `${name}@papyra.example.com`, file: '2026/17' },
            ...{ at, until: grace.promisedBy },
          },
        },
        colleague: named('officer'),
      },
    ]),
  ),
  ...Object.fromEntries(
    (['unread', 'read'] as const).map((how) => [
      `desk request, to be turned down by two, ${how}`,
      {
        kind: 'request' as const,
        once,
        seen: {
          ...seen,
          acts: ['confirm' as const, 'decline' as const],
          proposal: {
            ...{ act: 'turn-down' as const, by: staff, who: 'deputy@papyra.example.com', why: 'excessive' as const },
            ...{ written: 9, at, until: grace.promisedBy },
          },
          written: [{ n: 9, at, who: 'deputy@papyra.example.com', proposes: 'turn-down' as const }],
          ...(how === 'read' ? { personal: { address: 'ada.quill@example.org', written: { 9: written } } } : {}),
        },
        colleague: named('officer'),
        ...(how === 'read' ? { done: 'proposed' } : { refused: 'look-first' }),
      },
    ]),
  ),
  'desk request, an objection to be refused by two': {
    kind: 'request',
    once,
    seen: {
      ...seen,
      line: { ...seen.line, right: 'processing-objection', status: 'weighing' },
      request: views.weighing,
      acts: ['decide', 'confirm', 'decline'],
      takesTwo: ['refuse-objection'],
      proposal: {
        ...{ act: 'refuse-objection', by: staff, who: 'deputy@papyra.example.com', written: 9 },
        ...{ at, until: grace.promisedBy, decisions: { technical: 'stop', 'public-posts': 'compelling' } },
      },
      personal: { address: 'ada.quill@example.org', written: { 9: written } },
    },
    colleague: named('officer'),
  },
  'desk request, a correction to be declined by two': {
    kind: 'request',
    once,
    seen: {
      ...seen,
      line: { ...seen.line, right: 'rectification', status: 'deciding' },
      request: views.deciding,
      acts: ['decide', 'confirm', 'decline'],
      takesTwo: ['decline-correction'],
      proposal: {
        ...{ act: 'decline-correction', by: staff, who: 'deputy@papyra.example.com', written: 9 },
        ...{ at, until: grace.promisedBy, decisions: { 'billing-name': 'as-issued', statement: 'apply' } },
      },
    },
    colleague: named('officer'),
  },
  'desk preview, turned down by two': {
    kind: 'preview',
    of: 'turn-down',
    reference: grace.reference,
    letter: { subject: 'We will not do what you asked for', text: written, language: 'en' },
    sends: { why: 'excessive', words: written },
    isForTwo: true,
    colleague: named('officer'),
  },
  'desk request, systems fail': {
    kind: 'request',
    once,
    seen: { ...seen, byHand: { failing: ['files', 'business'], tasks, mayRetry: true, mayHandOver: true } },
    colleague: named('officer'),
  },
  'desk tasks': { kind: 'tasks', tasks: { at, whose: 'all', lines: tasks, next: 'x' }, colleague: named('officer') },
  'desk tasks, none': { kind: 'tasks', tasks: { at, whose: 'mine', lines: [] }, colleague: named('agent') },
  'desk task': { kind: 'task', task: byHand, colleague: named('agent') },
  'desk task, not said': {
    kind: 'task',
    task: {
      ...byHand,
      line: { ...task, overdue: true, state: 'cannot' },
      stated: {
        ...{ at, by: staff, who: 'officer@papyra.example.com', outcome: 'cannot', reason: 'other', file: '2026/17' },
        receipts: [{ category: 'paper', outcome: 'failed', count: 0 }],
      },
      personal: { address: 'ada.quill@example.org', keys: { folder: 'P-2024-017' }, right: [] },
    },
    colleague: named('agent'),
    problem: 'no-count',
    typed: { outcome: 'done', 'count-0': '', 'kept-1': written },
  },
  'desk task, of a copy': {
    kind: 'task',
    task: {
      ...byHand,
      line: { ...task, id: 'export.archive', verb: 'export' },
      ...{ right: 'access', status: 'gathering', parts: [{ category: 'paper' }] },
    },
    colleague: named('officer'),
  },
  'desk task, of a correction, looked at': {
    kind: 'task',
    task: {
      ...byHand,
      line: { ...task, id: 'rectify.archive.3', verb: 'rectify' },
      ...{ right: 'rectification', status: 'correcting' },
      parts: [
        { category: 'identity', field: 'last-name' },
        { category: 'paper', field: 'statement' },
      ],
      personal: {
        address: 'ada.quill@example.org',
        keys: {},
        right: [
          { field: 'last-name', value: '<b>Quill</b>' },
          { field: 'statement', value: written },
        ],
      },
    },
    colleague: named('agent'),
  },
  'desk task, done, for an auditor': {
    kind: 'task',
    task: {
      ...byHand,
      line: { ...task, state: 'answered' },
      ...{ mayAnswer: false, mayLook: false, colleagues: [] },
      stated: { at, by: staff, outcome: 'done', receipts: [{ category: 'paper', outcome: 'done', count: 3 }] },
    },
    colleague: named('auditor'),
  },
  'desk promises': { kind: 'promises', promises: promised, colleague: named('auditor') },
  'desk promises, nothing counted yet': {
    kind: 'promises',
    promises: {
      at,
      since: promised.since,
      mostCounted: 1,
      promises: promised.promises.map((one) => ({ ...one, keeping: 'uncounted' as const })),
      besides: [],
    },
    colleague: named('officer'),
  },
  'desk figures': { kind: 'figures', figures: counted, colleague: named('auditor') },
  'desk figures, nothing counted yet': {
    kind: 'figures',
    figures: {
      ...{ at, since: counted.since, mostCounted: 0, needed: [], besides: [] },
      months: counted.months.map((one) => ({ ...one, received: 0, settled: 0, late: 0, open: 0 })),
      promises: counted.promises.map((one) => ({ ...one, inTime: 0, atRisk: 0, broken: 0 })),
    },
    colleague: named('officer'),
  },
  'desk policy': {
    kind: 'policy',
    policy: {
      versions: [
        {
          ...{ hash: 'a1'.repeat(32), since: at },
          changes: [
            { path: 'periods.erasure', from: 'P60D', to: 'P30D' },
            { path: 'languages', from: ['en'], to: ['en', 'de'] },
            { path: 'eraseNow', from: false, to: true },
            { path: 'recipients.shop', to: { name: '<i>Shop</i>', kind: 'mail', to: 'privacy@shop.example' } },
            { path: 'minors', from: { age: 16 } },
          ],
        },
        { hash: 'b2'.repeat(32), since: '2025-03-01T09:00:00.000Z', over: true, until: at },
      ],
      more: false,
    },
    colleague: named('auditor'),
  },
  'desk record': { kind: 'record', record: recordOf(company), at, colleague: named('auditor') },
  'desk record, of a policy with less': {
    kind: 'record',
    record: {
      ...recordOf({ ...company, regions: { home: 'eu-central-1', mail: 'eu-west-1' }, systems: {}, recipients: {} }),
      controllers: [],
    },
    at,
    colleague: named('officer'),
  },
  'desk signed out': { kind: 'trouble', why: 'signed-out' },
  'desk not your role': { kind: 'trouble', why: 'not-your-role', colleague: named('agent') },
}

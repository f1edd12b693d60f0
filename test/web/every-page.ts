import type { MailView } from '../../functions/contract/mail.ts'
import type { Policy } from '../../policy/schema.ts'
import type { Page } from '../../web/pages.ts'
import { company, throughConfirmLink, token, views } from './seen.ts'

/** The address typed into the form: the only personal value that a page may show. */
export const typed = 'ada.quill@example.org'

const nothingSaid = { values: {}, wrong: {}, about: 'identity', isEmpty: true } as const
/** What the company's officer reads: as text, whatever it is. */
const said = { 'billing-name': 'Quill & Daughters', statement: '<script>alert(1)</script>\nThe post is not mine.' }
const grounds = 'I was stalked: <script>alert(1)</script>\nMy device and place must not be watched.'
const { at, reference } = views['copy unverified']
/** A mail on which somebody of the company decides. */
export const mailToDecide: MailView = {
  mail: '1f0c9a52',
  at,
  receivedAt: at,
  answerBy: views['copy unverified'].promisedBy,
  why: 'unsure',
  guess: ['access'],
  because: [
    { concept: 'copy', phrase: 'a copy of' },
    { concept: 'data', phrase: 'personal data' },
  ],
  reference,
  trust: 'some',
  said: {
    from: `Ada Quill <${typed}>`,
    subject: 'A question',
    text: 'What do you keep?\n\nAnd a line that does not end, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    attachments: ['passport.jpg', 'letter.pdf'],
  },
  owner: typed,
}
const { said: _, owner: __, reference: ___, ...notKept } = { ...mailToDecide, because: [], guess: [] }

/** What a recipient is asked to confirm. */
const told = { reference: views.erased.reference, recipient: 'payments', act: 'erase' } as const

/** Every page there is, by a name for the reader of a report or of a folder of pictures. */
export const everyPage: Readonly<Record<string, Page>> = {
  home: { kind: 'home' },
  ask: { kind: 'ask' },
  'ask with what was typed': { kind: 'ask', address: typed },
  'ask, nothing typed': { kind: 'ask', problem: 'address', address: '' },
  'ask, mistyped': { kind: 'ask', problem: 'address', address: 'ada.quill at example' },
  'ask for erasure': { kind: 'ask', right: 'erasure' },
  check: { kind: 'check', right: 'erasure', address: typed },
  'check, copy': { kind: 'check', right: 'access', address: typed },
  'received, copy': {
    kind: 'received',
    right: 'access',
    reference: views['copy unverified'].reference,
    promisedBy: views['copy unverified'].promisedBy,
  },
  'check, restriction': { kind: 'check', right: 'restriction', address: typed },
  'received, restriction': {
    kind: 'received',
    right: 'restriction',
    reference: views['restriction unverified'].reference,
    promisedBy: views['restriction unverified'].promisedBy,
  },
  'check, objection': { kind: 'check', right: 'objection', address: typed },
  'received, objection': {
    kind: 'received',
    right: 'objection',
    reference: views['objection unverified'].reference,
    promisedBy: views['objection unverified'].promisedBy,
  },
  mailing: { kind: 'mailing', list: 'newsletter', token },
  'mailing, stopped': { kind: 'mailing', list: 'newsletter', token, since: views.stopped.at },
  'check, correction': { kind: 'check', right: 'rectification', address: typed },
  'received, correction': {
    kind: 'received',
    right: 'rectification',
    reference: views['rectification unverified'].reference,
    promisedBy: views['rectification unverified'].promisedBy,
  },
  'stating, nothing said': { kind: 'request', request: views.stating, token, typed: nothingSaid },
  'stating, mistyped': {
    kind: 'request',
    request: views.stating,
    token,
    typed: {
      values: { phone: 'none', email: 'ada at example', 'first-name': '<b>Ada</b>', statement: 'too long' },
      wrong: { phone: 'malformed', email: 'malformed', statement: 'too-long', evidence: 'too-long' },
      about: 'payment',
      isEmpty: false,
    },
  },
  'stating through the confirm link': { kind: 'request', request: throughConfirmLink('stating'), token },
  'prove a new address': { kind: 'prove', reference: views.proving.reference, state: 'open', token },
  'prove a new address, done': { kind: 'prove', reference: views.proving.reference, state: 'done', token },
  'prove a new address, over': { kind: 'prove', reference: views.proving.reference, state: 'over', token },
  decide: { kind: 'decide', request: { ...views.deciding, evidence: 1_234_567 }, token, stated: said },
  'decide, undecided': {
    kind: 'decide',
    request: views.deciding,
    token,
    stated: said,
    problem: 'undecided',
    decided: { 'billing-name': 'as-issued', answer: 'We looked at it.' },
  },
  'decide, by mail alone': {
    kind: 'decide',
    request: views.deciding,
    token,
    stated: said,
    problem: 'two-people',
    decided: { 'billing-name': 'as-issued', answer: 'We looked at it.' },
  },
  'decide, proposed': {
    kind: 'decide',
    request: views.deciding,
    token,
    stated: said,
    proposedUntil: views.deciding.promisedBy,
  },
  'decide, decided': { kind: 'decide', request: views.declined, token, stated: {} },
  'check, processing objection': { kind: 'check', right: 'processing-objection', address: typed },
  'received, processing objection': {
    kind: 'received',
    right: 'processing-objection',
    reference: views['processing objection unverified'].reference,
    promisedBy: views['processing objection unverified'].promisedBy,
  },
  'consenting, wrong guardian': { kind: 'request', request: views.consenting, token, guardian: 'mum at home' },
  'guardian asked': {
    kind: 'guardian',
    reference: views.consenting.reference,
    state: 'open',
    token,
    until: views.consenting.waitsUntil ?? '',
  },
  'guardian consented': { kind: 'guardian', reference: views.consenting.reference, state: 'done', token },
  'guardian, over': { kind: 'guardian', reference: views.consenting.reference, state: 'over', token },
  'identifying, nothing': {
    kind: 'request',
    request: views.identifying,
    token,
    answered: { answers: {}, problem: { what: 'empty', question: 'account' } },
  },
  'identifying, wrong address': {
    kind: 'request',
    request: views.identifying,
    token,
    answered: { answers: { account: 'ada' }, problem: { what: 'wrongAddress', question: 'account' } },
  },
  'check identity': { kind: 'check-identity', request: views.checking, token, answers: { account: 'ada@x.example' } },
  'check identity, unknown': {
    kind: 'check-identity',
    request: views.checking,
    token,
    answers: { portal: '<b>quill</b>' },
    problem: 'unknown',
    account: 'nobody@x.example',
  },
  'check identity, done': { kind: 'check-identity', request: views.gathering, token, answers: {} },
  'objecting, no use': {
    kind: 'request',
    request: views.objecting,
    token,
    objected: { uses: [], grounds, problem: 'noUse' },
  },
  'objecting, no grounds': {
    kind: 'request',
    request: views.objecting,
    token,
    objected: { uses: ['technical'], grounds: '', problem: 'noGrounds' },
  },
  'objecting, too long': {
    kind: 'request',
    request: views.objecting,
    token,
    objected: { uses: ['technical'], grounds, problem: 'wrong' },
  },
  weigh: { kind: 'weigh', request: views.weighing, token, grounds, longerUntil: views['weighing, longer'].promisedBy },
  deadline: {
    kind: 'deadline',
    request: views.gathering,
    token,
    waits: 'systems',
    longerUntil: views['weighing, longer'].promisedBy,
  },
  'deadline, longer': { kind: 'deadline', request: views['gathering, longer'], token, waits: 'systems' },
  'deadline, over': { kind: 'deadline', request: views.erased, token },
  'request, longer': { kind: 'request', request: views['gathering, longer'], token },
  'weigh, undecided': {
    kind: 'weigh',
    request: views['weighing, longer'],
    token,
    grounds,
    problem: 'undecided',
    decided: { 'use-technical': 'stop', answer: 'We looked at it.' },
  },
  'weigh, no answer': {
    kind: 'weigh',
    request: views.weighing,
    token,
    grounds,
    problem: 'answer',
    decided: { 'use-technical': 'stop', 'use-public-posts': 'compelling' },
  },
  'weigh, by mail alone': {
    kind: 'weigh',
    request: views.weighing,
    token,
    grounds,
    problem: 'two-people',
    decided: { answer: 'We looked at it.' },
  },
  'weigh, proposed': {
    kind: 'weigh',
    request: views.weighing,
    token,
    grounds,
    proposedUntil: views.weighing.promisedBy,
  },
  'weigh, decided': { kind: 'weigh', request: views.refused, token, grounds: '' },
  'held, erasure first': { kind: 'request', request: views.held, token, problem: 'erasure-first' },
  code: { kind: 'code', request: views.ready, token },
  'code, wrong': { kind: 'code', request: views.ready, token, problem: 'wrong' },
  'code, over': { kind: 'code', request: views.ready, token, problem: 'over' },
  download: {
    kind: 'download',
    request: views.ready,
    token,
    address: 'https://packages.example.com/packages/OB-0G40-R40M/1.zip?X-Amz-Signature=0123',
    until: views.ready.copy?.availableUntil ?? '',
  },
  'download, protected': {
    kind: 'download',
    request: views['ready, protected'],
    token,
    address: 'https://packages.example.com/packages/OB-0G40-R40M/1-protected.zip?X-Amz-Signature=0123',
    until: views.ready.copy?.availableUntil ?? '',
  },
  passphrase: { kind: 'protect', request: views.ready, token },
  ...Object.fromEntries(
    (['wrong', 'over', 'length', 'signs', 'unlike'] as const).map((problem) => [
      `passphrase, ${problem}`,
      { kind: 'protect', request: views.ready, token, problem },
    ]),
  ),
  received: {
    kind: 'received',
    right: 'erasure',
    reference: views.unverified.reference,
    promisedBy: views.unverified.promisedBy,
  },
  ...Object.fromEntries(Object.entries(views).map(([name, request]) => [name, { kind: 'request', request, token }])),
  'grace through the confirm link': { kind: 'request', request: throughConfirmLink('grace'), token },
  'erased through the confirm link': { kind: 'request', request: throughConfirmLink('erased'), token },
  'erase now': { kind: 'erase-now', request: views.grace, token },
  'mail to decide': { kind: 'mail', mail: mailToDecide, token },
  'mail to decide, nothing chosen': {
    kind: 'mail',
    mail: mailToDecide,
    token,
    problem: 'nothing-chosen',
    chosen: { rights: [], owner: typed },
  },
  'mail to decide, mistyped': {
    kind: 'mail',
    mail: mailToDecide,
    token,
    problem: 'wrong-address',
    chosen: { rights: ['erasure'], owner: 'ada.quill at example' },
  },
  'mail decided': {
    kind: 'mail',
    mail: { ...mailToDecide, decided: { at, rights: ['access'] } },
    token,
  },
  'mail decided, no request': { kind: 'mail', mail: { ...mailToDecide, decided: { at, rights: [] } }, token },
  'mail decided, spam': { kind: 'mail', mail: { ...mailToDecide, decided: { at, rights: [], spam: true } }, token },
  'mail not kept': { kind: 'mail', mail: notKept, token },
  'recipients told': {
    kind: 'request',
    request: {
      ...views.erased,
      recipients: [
        { recipient: 'payments', act: 'restrict', toldAt: at, confirmedAt: at },
        { recipient: 'payments', act: 'erase', toldAt: at, givenUp: true },
        { recipient: 'sign-in', act: 'erase' },
        { recipient: 'analytics', act: 'erase', toldAt: at, accepted: true },
      ],
    },
    token,
  },
  confirming: { kind: 'confirming', ...told, state: 'open', token },
  'confirming, done': { kind: 'confirming', ...told, state: 'done', at, token },
  'confirming, over': { kind: 'confirming', ...told, state: 'over', token },
  'unknown link': { kind: 'link-unknown' },
  error: { kind: 'error' },
  missing: { kind: 'missing' },
}

/** Of a company where each refusal of an item takes two people: its pages say so before a decision. */
export const byTwo: Policy = {
  ...company,
  ...(company.desk
    ? { desk: { ...company.desk, twoPeople: { acts: ['refuse-objection', 'decline-correction'], within: 'P2D' } } }
    : {}),
}
export const everyPageByTwo: Readonly<Record<string, Page>> = {
  'decide, where a refusal takes two': everyPage.decide as Page,
  'weigh, where a refusal takes two': everyPage.weigh as Page,
}

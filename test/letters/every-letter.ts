import { moved } from '../../domain/time.ts'
import type { Letter } from '../../letters/contract.ts'
import { other, receivedAt } from '../domain/sample.ts'
import { company, token, views } from '../web/seen.ts'

const link = `https://privacy.example.com/requests/${token}`

/** Every letter Oblige sends, in everything it can have to say. */
export const everyLetter: Readonly<Record<string, Letter>> = {
  'confirm request': {
    kind: 'confirm-request',
    request: views.unverified,
    link,
    until: moved(receivedAt, company.periods.confirmLink, company.company.timeZone),
  },
  restricted: { kind: 'restricted', request: views.grace, link },
  'restricted, partly': { kind: 'restricted', request: views['grace partly'], link },
  reminder: { kind: 'reminder', request: views['grace reminded'], link },
  'reminder, partly': {
    kind: 'reminder',
    request: { ...views['grace partly'], at: views['grace reminded'].at },
    link,
  },
  'takes longer, restoring': { kind: 'takes-longer', request: views.restoring, link },
  'takes longer, erasing': { kind: 'takes-longer', request: views.erasing, link },
  restored: { kind: 'restored', request: views.restored, link },
  erased: { kind: 'erased', request: views.erased, link },
  'not found': { kind: 'not-found', request: views['not-found'], link },
  duplicate: { kind: 'duplicate', request: views.duplicate, other, link },
  'confirm request, copy': {
    kind: 'confirm-request',
    request: views['copy unverified'],
    link,
    until: moved(receivedAt, company.periods.confirmLink, company.company.timeZone),
  },
  'confirm request, portable copy': {
    kind: 'confirm-request',
    request: views['portable copy unverified'],
    link,
    until: moved(receivedAt, company.periods.confirmLink, company.company.timeZone),
  },
  'confirm request, restriction': {
    kind: 'confirm-request',
    request: views['restriction unverified'],
    link,
    until: moved(receivedAt, company.periods.confirmLink, company.company.timeZone),
  },
  held: { kind: 'held', request: views.held, link },
  'held, partly': { kind: 'held', request: views['held partly'], link },
  lifted: { kind: 'lifted', request: views.lifted, link },
  'takes longer, lifting': { kind: 'takes-longer', request: views.lifting, link },
  'restriction not found': { kind: 'not-found', request: views['restriction not found'], link },
  'copy ready': { kind: 'copy-ready', request: views.ready, link },
  'copy ready, portable': { kind: 'copy-ready', request: views['ready, portable'], link },
  'copy ready, partly': { kind: 'copy-ready', request: views['ready partly'], link },
  'copy expires soon': { kind: 'copy-expires-soon', request: views.ready, link },
  'copy deleted': { kind: 'copy-deleted', request: views.discarded, link },
  'confirm request, objection': {
    kind: 'confirm-request',
    request: views['objection unverified'],
    link,
    until: moved(receivedAt, company.periods.confirmLink, company.company.timeZone),
  },
  'mailing stopped': { kind: 'mailing-stopped', request: views.stopped, link },
  withdrawn: { kind: 'withdrawn', request: views.withdrawn, link },
  'download code': {
    kind: 'download-code',
    request: views.ready,
    link,
    code: '7K3M-92QF',
    until: moved(receivedAt, company.periods.downloadCode, company.company.timeZone),
  },
  'confirm request, correction': {
    kind: 'confirm-request',
    request: views['rectification unverified'],
    link,
    until: moved(receivedAt, company.periods.confirmLink, company.company.timeZone),
  },
  'rectification not found': { kind: 'not-found', request: views['rectification not found'], link },
  'state what is right': { kind: 'state-what-is-right', request: views.stating, link },
  'prove new address': {
    kind: 'prove-new-address',
    request: views.proving,
    link,
    until: moved(receivedAt, company.periods.statement, company.company.timeZone),
  },
  'address changed': { kind: 'address-changed', request: views.corrected },
  corrected: { kind: 'corrected', request: views.corrected, link },
  'not all corrected': {
    kind: 'not-all-corrected',
    request: views.declined,
    link,
    answer: 'The invoices stay as they were issued; the next one names you as you wish.',
  },
  'nothing corrected': { kind: 'nothing-corrected', request: views.unchanged, link },
  'takes longer, correcting': { kind: 'takes-longer', request: views.correcting, link },
  'decision needed': { kind: 'decision-needed', request: views.deciding, link },
  'rectification notice': {
    kind: 'rectification-notice',
    request: views.corrected,
    recipient: 'payments',
    identifiers: ['ada.quill@example.org', 'a-17'],
    corrections: ['Last name: Quill'],
  },
  'copy not found': { kind: 'not-found', request: views['copy not found'], link },
  'recipient notice': {
    kind: 'recipient-notice',
    request: views.erased,
    recipient: 'payments',
    identifiers: ['ada.quill@example.org', 'a-17'],
  },
}

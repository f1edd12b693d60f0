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
  'recipient notice': {
    kind: 'recipient-notice',
    request: views.erased,
    recipient: 'payments',
    identifiers: ['ada.quill@example.org', 'a-17'],
  },
}

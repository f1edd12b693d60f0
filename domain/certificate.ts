import type { Policy } from '../policy/schema.ts'
import { heardOf, type Notice, toldOf } from './notices.ts'
import type { Answer } from './receipts.ts'
import type { Request } from './request.ts'
import type { Instant } from './time.ts'
import { view } from './view.ts'

/** What the person holds in the end: what was asked, promised and done, without a word that is personal. */
export function certificateOf(
  request: Request,
  answers: readonly Answer[],
  policy: Policy,
  notices: readonly Notice[] = [],
) {
  if (request.status !== 'erased') throw new Error(`no certificate for a request that is ${request.status}`)
  const seen = view(request, answers, policy, request.closedAt, true)
  const pending = seen.coverage.find((line) => line.outcome === 'pending')
  if (pending) throw new Error(`no certificate while ${pending.system} is pending`)
  const told = toldOf('erase', policy)
  return {
    v: 1,
    reference: request.reference,
    right: request.right,
    ...(request.child ? { ground: 'child' as const } : {}),
    company: policy.company.name,
    receivedAt: request.receivedAt,
    ...(request.inactive
      ? { because: 'inactivity' as const, lastUsed: request.inactive.lastUsed }
      : { confirmedAt: request.confirmedAt }),
    erasedAt: request.closedAt as Instant,
    promisedBy: request.promisedBy,
    coverage: seen.coverage,
    recipients: Object.entries(policy.recipients).map(([id, { name }]) => ({
      id,
      name,
      ...restrictionAt(id, notices),
      ...(told.includes(id) ? { noticeQueuedAt: request.closedAt } : {}),
    })),
    backupsUntil: seen.backupsUntil,
    historyHash: request.historyHash,
    historyLength: request.historyLength,
  }
}

/**
 * What a person holds of a correction: which fields were corrected in which system, what was not and why, and where what
 * they said is kept; neither the old values nor the new ones.
 */
export function correctionCertificateOf(request: Request, answers: readonly Answer[], policy: Policy) {
  if (request.status !== 'corrected' && request.status !== 'declined')
    throw new Error(`no certificate of a correction for a request that is ${request.status}`)
  const seen = view(request, answers, policy, request.closedAt, true)
  const pending = seen.coverage.find((line) => line.outcome === 'pending')
  if (pending) throw new Error(`no certificate while ${pending.system} is pending`)
  const corrected = request.items.filter(({ state, field }) => state === 'corrected' && field in policy.correctable)
  const told = toldOf(
    'rectify',
    policy,
    corrected.map(({ category }) => category),
  )
  const keptHere = 'statement' in request && request.statement !== undefined
  return {
    v: 1,
    reference: request.reference,
    right: request.right,
    company: policy.company.name,
    receivedAt: request.receivedAt,
    confirmedAt: request.confirmedAt,
    answeredAt: request.closedAt as Instant,
    promisedBy: request.promisedBy,
    items: request.items.map(({ field, category, state, reason }) => ({
      field,
      category,
      outcome: state,
      ...(reason ? { reason } : {}),
      ...(state === 'noted' ? { statement: 'kept-with-records' as const } : {}),
      ...(state === 'declined' && keptHere ? { statement: 'kept-with-request' as const } : {}),
    })),
    coverage: seen.coverage,
    recipients: told.map((id) => ({
      id,
      name: policy.recipients[id]?.name ?? id,
      noticeQueuedAt: request.closedAt as Instant,
    })),
    historyHash: request.historyHash,
    historyLength: request.historyLength,
  }
}

/** When a recipient was told that the data are restricted, and confirmed it, as far as that is known now. */
function restrictionAt(recipient: string, notices: readonly Notice[]) {
  const { toldAt, confirmedAt } = heardOf(notices, recipient) ?? {}
  return toldAt ? { restriction: { toldAt, ...(confirmedAt ? { confirmedAt } : {}) } } : {}
}

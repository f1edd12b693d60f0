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

/** When a recipient was told that the data are restricted, and confirmed it, as far as that is known now. */
function restrictionAt(recipient: string, notices: readonly Notice[]) {
  const { toldAt, confirmedAt } = heardOf(notices, recipient) ?? {}
  return toldAt ? { restriction: { toldAt, ...(confirmedAt ? { confirmedAt } : {}) } } : {}
}

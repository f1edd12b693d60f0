import type { Policy } from '../policy/schema.ts'
import type { Answer } from './receipts.ts'
import type { Request } from './request.ts'
import type { Instant } from './time.ts'
import { view } from './view.ts'

/** What the person holds in the end: what was asked, promised and done, without a word that is personal. */
export function certificateOf(request: Request, answers: readonly Answer[], policy: Policy) {
  if (request.status !== 'erased') throw new Error(`no certificate for a request that is ${request.status}`)
  const seen = view(request, answers, policy, request.closedAt, true)
  const pending = seen.coverage.find((line) => line.outcome === 'pending')
  if (pending) throw new Error(`no certificate while ${pending.system} is pending`)
  return {
    v: 1,
    reference: request.reference,
    right: request.right,
    company: policy.company.name,
    receivedAt: request.receivedAt,
    confirmedAt: request.confirmedAt,
    erasedAt: request.closedAt as Instant,
    promisedBy: request.promisedBy,
    coverage: seen.coverage,
    recipients: Object.entries(policy.recipients).map(([id, { name, notify }]) => ({
      id,
      name,
      ...(notify ? { noticeQueuedAt: request.closedAt } : {}),
    })),
    backupsUntil: seen.backupsUntil,
    historyHash: request.historyHash,
    historyLength: request.historyLength,
  }
}

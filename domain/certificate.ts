import type { RequestView } from '../functions/contract/request.ts'
import type { Policy } from '../policy/schema.ts'
import type { Effect } from './effect.ts'
import type { Entry } from './history.ts'
import { heardOf, type Notice, toldOf } from './notices.ts'
import type { Answer } from './receipts.ts'
import type { In, Request } from './request.ts'
import type { Instant } from './time.ts'
import { view } from './view.ts'

/** What a certificate is made of besides the request: what systems answered, what happened, and which letters went out when. */
export type Signing = {
  readonly answers: readonly Answer[]
  readonly history: readonly Entry[]
  readonly waiting: ReadonlyArray<{ readonly effect: Effect; readonly at: string; readonly doneAt?: string }>
  readonly notices: readonly Notice[]
}

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
    recipients: named(told, policy).map((one) => ({ ...one, noticeQueuedAt: request.closedAt as Instant })),
    historyHash: request.historyHash,
    historyLength: request.historyLength,
  }
}

/** What a person holds of a restriction: since when their data are unavailable, or who ended that, when and after which notice. */
export function restrictionCertificateOf(request: Request, signing: Signing, policy: Policy) {
  if (request.status !== 'held' && request.status !== 'lifted')
    throw new Error(`no certificate of a restriction for a request that is ${request.status}`)
  const { answers, history, waiting, notices } = signing
  const coverage = settled(view(request, answers, policy, request.confirmedAt, true).coverage)
  const settlings = history.filter(({ event }) => event === 'restriction-settled')
  // An answer with systems that were still to come names them.
  const whole = settlings.find(({ detail }) => detail === undefined)
  const [first] = settlings
  const notice = waiting.findLast(({ effect }) => effect.kind === 'letter' && effect.letter === 'to-be-lifted')
  return {
    v: 1,
    reference: request.reference,
    right: request.right,
    ...(request.ground ? { ground: request.ground } : {}),
    company: policy.company.name,
    receivedAt: request.receivedAt,
    confirmedAt: request.confirmedAt,
    promisedBy: request.promisedBy,
    ...(whole ? { restrictedAt: whole.at } : {}),
    ...(request.status === 'lifted'
      ? {
          liftedAt: request.closedAt as Instant,
          liftedBy: request.byCompany ? ('company' as const) : ('person' as const),
          ...(request.byCompany && notice?.doneAt ? { noticeSentAt: notice.doneAt } : {}),
        }
      : {}),
    coverage,
    recipients: named(toldOf('restrict', policy), policy).map((one) => ({
      ...one,
      ...(first ? { noticeQueuedAt: first.at } : {}),
      ...restrictionAt(one.id, notices),
    })),
    historyHash: request.historyHash,
    historyLength: request.historyLength,
  }
}

/** What a person holds of an objection to mailing: off which lists, since when, and what systems said of them. */
export function objectionCertificateOf(request: Request, { answers, waiting }: Signing, policy: Policy) {
  if (request.status !== 'stopped')
    throw new Error(`no certificate of an objection for a request that is ${request.status}`)
  return {
    ...ofObjection(request, waiting, policy),
    lists: request.lists,
    coverage: settled(view(request, answers, policy, request.closedAt, true).coverage),
  }
}

/** What a person holds of an objection that was weighed: which uses stop, and which go on and why. */
export function weighingCertificateOf(request: Request, { waiting }: Signing, policy: Policy) {
  if (request.status !== 'upheld' && request.status !== 'refused')
    throw new Error(`no certificate of an objection for a request that is ${request.status}`)
  return {
    ...ofObjection(request, waiting, policy),
    uses: request.uses.map(({ category, state, reason }) => ({
      category,
      outcome: state,
      ...(reason ? { reason } : {}),
    })),
  }
}

const ofObjection = (
  request: In<'stopped'> | In<'upheld'> | In<'refused'>,
  waiting: Signing['waiting'],
  policy: Policy,
) => {
  const since = waiting.find(({ effect }) => effect.kind === 'suppress')?.at
  return {
    v: 1,
    reference: request.reference,
    right: request.right,
    company: policy.company.name,
    receivedAt: request.receivedAt,
    confirmedAt: request.confirmedAt,
    promisedBy: request.promisedBy,
    answeredAt: request.closedAt as Instant,
    ...(since ? { stoppedSince: since } : {}),
    historyHash: request.historyHash,
    historyLength: request.historyLength,
  }
}

function settled(coverage: RequestView['coverage']): RequestView['coverage'] {
  const pending = coverage.find((line) => line.outcome === 'pending')
  if (pending) throw new Error(`no certificate while ${pending.system} is pending`)
  return coverage
}

/** Recipients by their names, in the policy's order. */
const named = (told: readonly string[], { recipients }: Policy) =>
  Object.entries(recipients)
    .filter(([id]) => told.includes(id))
    .map(([id, { name }]) => ({ id, name }))

/** When a recipient was told that the data are restricted, and confirmed it, as far as that is known now. */
function restrictionAt(recipient: string, notices: readonly Notice[]) {
  const { toldAt, confirmedAt } = heardOf(notices, recipient) ?? {}
  return toldAt ? { restriction: { toldAt, ...(confirmedAt ? { confirmedAt } : {}) } } : {}
}

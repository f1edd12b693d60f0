import type { ApprovalView, RequestView } from '../functions/contract/request.ts'
import type { Policy } from '../policy/schema.ts'
import type { Receipt } from '../systems/contract.ts'
import { canBeProtected, copyAgainUntil, isBeingProtected, isKeptForAnother } from './copy.ts'
import { type Item, workOn } from './correction.ts'
import { isOfDisclosure, type OfDisclosure } from './disclosure.ts'
import { backupsUntil } from './erased.ts'
import { askAgainUntil } from './identity.ts'
import { isTold } from './legal-hold.ts'
import type { Notice } from './notices.ts'
import { type Answer, categoriesFor, type Verb } from './receipts.ts'
import { isBeingDone } from './rectification.ts'
import { type In, isClosed, isCopy, isUncertified, type Request } from './request.ts'
import { type Instant, moved } from './time.ts'

/** A request as its person sees it at `now`: everything true at that moment, nothing personal. */
export function view(
  asked: Request,
  answers: readonly Answer[],
  policy: Policy,
  now: Instant,
  certificate: boolean,
  notices: readonly Notice[] = [],
): RequestView {
  // What a backup brought back, or a law need not have any longer, goes without the person having to do with it.
  const request: Request = asked.status === 'erasing-again' ? { ...asked, status: 'erased' } : asked
  const expired = request.status === 'unverified' && now >= request.linkUntil
  const lines = coverage(request, answers, policy)
  return {
    reference: request.reference,
    ...(isOfDisclosure(request)
      ? { right: request.right, status: request.status, disclosure: disclosureOf(request) }
      : { right: request.right, status: expired ? 'expired' : request.status }),
    at: now,
    receivedAt: request.receivedAt,
    promisedBy: request.promisedBy,
    ...('person' in request && request.person?.country ? { country: request.person.country } : {}),
    ...(request.entered ? { entered: request.entered } : {}),
    coverage: lines,
    kept: keptLonger(request, lines, policy),
    actions: actions(request, policy, now, certificate && !isUncertified(request)),
    ...('inactive' in request && request.inactive
      ? { inactive: request.inactive }
      : 'confirmedAt' in request
        ? { confirmedAt: request.confirmedAt }
        : {}),
    ...('eraseAt' in request && !isOverdueOnHold(request, now)
      ? {
          ...(request.unconsented ? {} : { eraseAt: request.eraseAt }),
          backupsUntil: backupsUntil(request.status === 'erased' ? request.closedAt : request.promisedBy, policy),
        }
      : {}),
    ...('hold' in request && request.hold && isTold(request.hold.reason, policy) ? { hold: request.hold } : {}),
    ...('child' in request ? { child: true as const } : {}),
    ...('unconsented' in request ? { unconsented: true as const } : {}),
    ...('guardian' in request ? { guardian: request.guardian } : {}),
    ...('ground' in request && request.ground ? { ground: request.ground } : {}),
    ...('liftAt' in request && request.liftAt ? { liftAt: request.liftAt } : {}),
    ...('byCompany' in request ? { byCompany: true as const } : {}),
    ...('turnedDown' in request && request.turnedDown ? { turnedDown: request.turnedDown } : {}),
    ...(isClosed(request) ? { closedAt: request.closedAt } : {}),
    ...(request.status === 'discarded' && request.person ? { copyAgainUntil: copyAgainUntil(request, policy) } : {}),
    ...('erased' in request ? { erased: true as const } : {}),
    ...('items' in request ? { items: request.items } : {}),
    ...('uses' in request ? { uses: request.uses } : {}),
    ...(request.longer && !isClosed(request) ? { longer: request.longer } : {}),
    ...('evidence' in request && request.evidence ? { evidence: request.evidence.bytes } : {}),
    ...(request.status === 'identifying' || request.status === 'checking' ? { doubt: request.doubt } : {}),
    ...(request.status === 'unverified' && request.person.mail?.reveal().named ? { named: true as const } : {}),
    ...(request.stops ? { stops: request.stops } : {}),
    ...(request.status === 'unidentified' ? { askAgainUntil: askAgainUntil(request, policy) } : {}),
    ...waitsUntil(request),
    ...(notices.length > 0 ? { recipients: recipientsOf(notices) } : {}),
    ...(request.status === 'ready' ? { copy: copyOf(request, policy) } : {}),
  }
}

/** Who else was told what, and what they answered (GDPR Art. 19): nothing that is no longer so. */
const recipientsOf = (notices: readonly Notice[]): NonNullable<RequestView['recipients']> =>
  notices
    .filter(({ state }) => state !== 'overtaken')
    .map(({ recipient, act, state, toldAt, confirmedAt }) => ({
      recipient,
      act,
      ...(toldAt ? { toldAt } : {}),
      ...(confirmedAt ? { confirmedAt } : {}),
      ...(state === 'accepted' ? { accepted: true as const } : {}),
      ...(state === 'given-up' ? { givenUp: true as const } : {}),
    }))

function disclosureOf(request: OfDisclosure): ApprovalView['disclosure'] {
  const { categories, file, holdsUntil, checks, checkedAt, disclosed } = request
  return {
    ...request.terms.reveal(),
    ...{ categories, file, holdsUntil, checks, disclosed },
    ...(checkedAt ? { checkedAt } : {}),
    ...('approvedAt' in request ? { approvedAt: request.approvedAt } : {}),
    ...('why' in request ? { why: request.why } : {}),
  }
}

function waitsUntil(request: Request): { waitsUntil?: Instant } {
  if (request.status === 'approving') return { waitsUntil: request.answerBy }
  if (request.status === 'identifying') return { waitsUntil: request.answerBy }
  if (request.status === 'consenting') return { waitsUntil: request.consentBy }
  if (request.status === 'stating' || request.status === 'objecting') return { waitsUntil: request.statedBy }
  const isProving = 'provenBy' in request && request.items.some(({ state }) => state === 'proving')
  return isProving ? { waitsUntil: request.provenBy } : {}
}

/** An erasure that waits beyond its moment has none that could be told. */
const isOverdueOnHold = (request: Extract<Request, { eraseAt: Instant }>, now: Instant): boolean =>
  'hold' in request && request.hold !== undefined && now >= request.eraseAt

const copyOf = (request: In<'ready'>, policy: Policy): NonNullable<RequestView['copy']> => ({
  bytes: request.bytes,
  packagedAt: request.packagedAt,
  availableUntil: request.availableUntil,
  downloadsLeft: policy.limits.downloads - request.downloads,
  ...(request.protectAskedAt ? { passphrase: request.protectedAt ? ('needed' as const) : ('under-way' as const) } : {}),
})

function actions(request: Request, policy: Policy, now: Instant, certificate: boolean): RequestView['actions'] {
  switch (request.status) {
    case 'unverified':
      return ['confirm']
    case 'identifying':
      return now < request.answerBy ? ['state'] : []
    case 'consenting':
      return now < request.consentBy ? ['state', 'erase-now', 'copy'] : []
    case 'holding':
      return ['restore', 'copy']
    case 'held':
      return ['restore', 'copy', ...(certificate ? (['certificate'] as const) : [])]
    case 'restricting':
      if (request.unconsented) return ['copy']
      return now < request.eraseAt || request.hold ? ['restore', 'copy'] : []
    case 'grace':
      if (request.unconsented) return now < request.eraseAt ? ['copy'] : []
      if (request.hold) return ['restore', 'copy']
      return now < request.eraseAt ? ['restore', ...(policy.eraseNow ? (['erase-now'] as const) : []), 'copy'] : []
    case 'gathering':
      return ['withdraw']
    case 'ready':
      if (now >= request.availableUntil) return []
      if (isBeingProtected(request) || request.downloads >= policy.limits.downloads) return ['withdraw']
      return canBeProtected(request, policy) ? ['download', 'protect', 'withdraw'] : ['download', 'withdraw']
    case 'discarded':
      return request.person && isKeptForAnother(request, policy, now) ? ['copy'] : []
    case 'stating':
      return now < request.statedBy ? ['state', 'withdraw'] : []
    case 'proving':
    case 'deciding':
      return ['withdraw']
    case 'objecting':
      return now < request.statedBy ? ['state', 'suspend', 'withdraw'] : []
    case 'weighing':
      return ['suspend', 'withdraw']
    case 'approving':
      return now < request.answerBy ? ['approve'] : []
    case 'approved':
      return now < request.holdsUntil ? ['withdraw'] : []
    case 'corrected':
    case 'declined':
    case 'erased':
    case 'lifted':
    case 'stopped':
    case 'upheld':
    case 'refused':
      return certificate ? ['certificate'] : []
    default:
      return []
  }
}

const latest: Record<string, Exclude<Verb, 'rectify' | 'erase-again'>> = {
  stopping: 'unsubscribe',
  stopped: 'unsubscribe',
  restoring: 'release',
  restored: 'release',
  lifting: 'release',
  lifted: 'release',
  'turned-down': 'release',
  erasing: 'erase',
  erased: 'erase',
}
const done = {
  restrict: 'restricted',
  release: 'released',
  erase: 'erased',
  check: 'erased',
  export: 'copied',
  unsubscribe: 'unsubscribed',
} as const

/** What was answered before says nothing any more. */
const withoutAnswers: readonly Request['status'][] = ['superseded', 'withdrawing', 'withdrawn']

/** Nothing was made unavailable, so no system was asked for anything before the erasure. */
const isUntouched = (request: Request): boolean =>
  'inactive' in request &&
  request.inactive?.available === true &&
  ['grace', 'restoring', 'restored'].includes(request.status)

/** Every system and every category of the policy, never fewer: what it answered to the verb that counts now. */
function coverage(request: Request, answers: readonly Answer[], policy: Policy): RequestView['coverage'] {
  if (['identifying', 'checking', 'unidentified'].includes(request.status)) return []
  if (!('confirmedAt' in request) || withoutAnswers.includes(request.status) || isUntouched(request)) return []
  if (request.right === 'processing-objection') return []
  // What was never made unavailable did not come back; and of a copy or a correction nothing is left.
  if (request.status === 'turned-down' && !answers.some(({ verb }) => verb === 'release')) return []
  // Nobody was found: no system was asked, and the address is off every list all the same.
  if (request.status === 'stopped' && !answers.some(({ verb }) => verb === 'unsubscribe')) return []
  if (request.right === 'rectification') return 'items' in request ? corrections(request, answers, policy) : []
  const verb = isCopy(request.right) ? 'export' : (latest[request.status] ?? 'restrict')
  const receiptOf = (system: string, category: string, to: Verb) =>
    answers.find((a) => a.system === system && a.verb === to)?.receipts.find((r) => r.category === category)
  return Object.keys(policy.systems).flatMap((system) => {
    const answer = answers.find((a) => a.system === system && a.verb === verb)
    return categoriesFor(request.right, system, policy).map((category) => {
      const receipt = receiptOf(system, category, verb)
      if (!receipt || receipt.outcome === 'failed' || !answer?.done) {
        return { system, category, outcome: 'pending' as const, count: receipt?.count ?? 0 }
      }
      // A call that died after its work and before its note finds nothing when it runs again: what the
      // restriction counted before is what was undone or erased since.
      const count =
        verb === 'restrict' || verb === 'export' || verb === 'unsubscribe'
          ? receipt.count
          : Math.max(receipt.count, receiptOf(system, category, 'restrict')?.count ?? 0)
      // What somebody states counts as they state it.
      if (answer.by) return { ...statedLine(receipt, system, verb, request, policy), statedBy: answer.by }
      if (receipt.outcome === 'kept') return { system, category, count, ...kept(receipt.exception, request, policy) }
      return { system, category, outcome: count > 0 ? done[verb] : ('not-found' as const), count }
    })
  })
}

function statedLine(
  { category, count, outcome, exception }: Receipt,
  system: string,
  verb: keyof typeof done,
  request: Request,
  policy: Policy,
): RequestView['coverage'][number] {
  return outcome === 'kept'
    ? { system, category, count, ...kept(exception, request, policy) }
    : { system, category, outcome: count > 0 ? done[verb] : 'not-found', count }
}

/** Every place in which something was to be corrected, or a statement to be kept. */
function corrections(
  request: Extract<Request, { items: readonly Item[] }>,
  answers: readonly Answer[],
  policy: Policy,
): RequestView['coverage'] {
  return Object.keys(policy.systems).flatMap((system) => {
    const answer = answers.find((one) => one.system === system && one.verb === 'rectify')
    const hasAnswered = answer?.done && (!('round' in request) || answer.round === request.round)
    const lines = request.items.flatMap((item) =>
      workOn(item, system, policy).map(({ category, field }) => {
        const receipt = answer?.receipts.find((one) => one.category === category && one.field === field)
        const done = item.state === 'noting' || item.state === 'noted' ? ('noted' as const) : ('corrected' as const)
        const isPending = isBeingDone(item) && (!hasAnswered || receipt?.outcome === 'failed')
        const settled = receipt?.outcome === 'done' ? done : ('not-found' as const)
        return {
          system,
          category,
          field,
          outcome: isPending ? ('pending' as const) : settled,
          count: receipt?.count ?? 0,
          ...(answer?.by && !isPending ? { statedBy: answer.by } : {}),
        }
      }),
    )
    // Several things that were declined are kept as one statement.
    const isSame = (one: (typeof lines)[number]) => (other: typeof one) =>
      one.category === other.category && one.field === other.field
    return lines.filter((line, n) => lines.findIndex(isSame(line)) === n)
  })
}

const erasing: readonly Request['status'][] = ['restricting', 'grace', 'erasing']

/** Told before the erasure as after it: only what the person has records of, and only while erasure is the plan. */
function keptLonger(request: Request, lines: RequestView['coverage'], policy: Policy): RequestView['kept'] {
  if (request.status === 'erased') return request.kept
  if (!erasing.includes(request.status)) return []
  return policy.retention
    .filter(({ category }) => lines.some((line) => line.category === category && line.count > 0))
    .map(({ id, category, period }) => ({
      category,
      exception: id,
      until: moved(request.promisedBy, period, policy.company.timeZone),
    }))
}

function kept(id: string | undefined, request: Request, policy: Policy) {
  if (request.status === 'erased') {
    const kept = request.kept.find(({ exception }) => exception === id)
    // What it no longer names was erased at its end.
    return kept
      ? { outcome: 'kept' as const, exception: kept.exception, until: kept.until }
      : { outcome: 'erased' as const }
  }
  const exception = policy.retention.find((e) => e.id === id)
  if (!exception) return { outcome: 'kept' as const }
  const until = moved(request.promisedBy, exception.period, policy.company.timeZone)
  return { outcome: 'kept' as const, exception: exception.id, until }
}

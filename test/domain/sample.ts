import { decide, received } from '../../domain/decide.ts'
import { disclosureAsked } from '../../domain/disclosure.ts'
import type { Event } from '../../domain/event.ts'
import type { Count } from '../../domain/figures.ts'
import type { Entry } from '../../domain/history.ts'
import type { Doubt } from '../../domain/identity.ts'
import type { Values } from '../../domain/person.ts'
import { Personal } from '../../domain/personal.ts'
import { type Answer, categoriesOf, type Verb } from '../../domain/receipts.ts'
import { reference } from '../../domain/reference.ts'
import type { In, Request, Status } from '../../domain/request.ts'
import { itemsOf } from '../../domain/statement.ts'
import type { Step } from '../../domain/step.ts'
import { type Day, type Instant, instant } from '../../domain/time.ts'
import type { WhyTurnedDown } from '../../domain/turned-down.ts'
import type { Act } from '../../policy/recipients.ts'
import type { Right } from '../../policy/rights.ts'
import type { Policy } from '../../policy/schema.ts'
import { policy } from '../sample-policy.ts'

export const address = 'ada.quill@example.org'
/** A Friday morning in Berlin, before the clocks change: the 60 days cross the change. */
export const receivedAt = instant('2026-02-06T08:30:00Z')
export const other = reference(new Uint8Array([9, 9, 9, 9, 9]))

export const confirmed: Event = {
  type: 'confirmed',
  found: { subject: new Personal({ keys: { account: ['a-17'], email: [address] } }) },
  firstReceivedAt: receivedAt,
}
export const restricted: Event = { type: 'restriction-settled', outstanding: [] }
export const released: Event = { type: 'release-settled', outstanding: [] }
export const erased: Event = { type: 'erasure-settled', outstanding: [] }
export const momentReached: Event = { type: 'moment-reached' }
export const restoreAsked: Event = { type: 'restore-asked' }
export const eraseNowAsked: Event = { type: 'erase-now-asked' }
export const certified: Event = { type: 'certified', kept: ['invoices'] }
export const keptLongEnough: Event = { type: 'kept-long-enough' }
export const backupRestored: Event = { type: 'backup-restored' }
export const told: Event = { type: 'told' }
export const erasedMeanwhile: Event = { type: 'erased-meanwhile' }
export const gathered: Event = { type: 'gathered', outstanding: [] }
export const packaged: Event = { type: 'packaged', package: { round: 1, bytes: 123_456_789, files: 214 } }
export const codeAsked: Event = { type: 'code-asked' }
export const codeWrong: Event = { type: 'code-wrong' }
export const downloaded: Event = { type: 'downloaded' }
/** What a person says of the sample's fields, and what becomes of it. */
const stated = (values: Values): Event => ({
  type: 'stated',
  items: itemsOf(values, 'payment', policy),
  stated: new Personal(values),
})
export const saysAll = stated({
  name: 'Ada Quill',
  address: 'ada@example.org',
  payer: 'A. Quill',
  statement: 'It is A.',
})
const proposed: Event = { type: 'proposed', said: new Personal('It is A.') }
export const addressProven: Event = { type: 'address-proven' }
export const granted: Event = { type: 'decided', decisions: { payer: 'apply', statement: 'apply' } }
export const refusedIt: Event = { type: 'decided', decisions: { payer: 'correct', statement: 'correct' } }
export const corrected: Event = {
  type: 'rectification-settled',
  outstanding: [],
  held: [
    { category: 'identity', field: 'name' },
    { category: 'identity', field: 'address' },
    { category: 'payment', field: 'payer' },
    { category: 'payment', field: 'statement' },
  ],
}
export const discarded: Event = { type: 'discarded' }
export const mailingSettled: Event = { type: 'mailing-settled', outstanding: [] }
export const reported: Event = {
  type: 'reported',
  found: { subject: new Personal({ keys: { account: ['a-17'], email: [address] } }) },
  source: 'by the company, file 2026/17',
}
export const guardianNamed: Event = { type: 'guardian-named', guardian: new Personal('grown.up@example.org') }
export const consentGiven: Event = { type: 'consent-given' }
export const consentRefused: Event = { type: 'consent-refused' }
const reportEnded: Event = { type: 'report-ended', file: '2026/17' }
export const approvalGiven: Event = { type: 'approval-given' }
export const approvalRefused: Event = { type: 'approval-refused' }
export const approvalChecked: Event = { type: 'approval-checked', available: true }
export const madeUnavailable: Event = { type: 'made-unavailable' }
export const disclosedIt: Event = {
  type: 'disclosed',
  disclosed: { at: instant('2026-02-06T08:31:00Z'), categories: ['content'] },
}
export const objected: Event = {
  type: 'objected',
  uses: ['content', 'identity'],
  grounds: new Personal('I am known in my town.'),
}
export const upheldIt: Event = { type: 'weighed', decisions: { content: 'stop', identity: 'stop' } }
export const goesOn: Event = {
  type: 'weighed',
  decisions: { content: 'stop', identity: 'compelling' },
  answer: new Personal('Without a name nobody can answer you.'),
}
export const extendedIt: Event = { type: 'extended', why: 'complex' }
export const holdSet: Event = { type: 'hold-set', reason: 'claim', file: '2026/17' }
export const holdEnded: Event = { type: 'hold-ended', file: '2026/17' }
export const activeAgain: Event = { type: 'active-again' }
export const askedFor: Event = { type: 'asked-for' }
export const liftAnnounced: Event = { type: 'lift-announced' }
export const liftDue: Event = { type: 'lift-due', told: true }
export const protectAsked: Event = { type: 'protect-asked' }
export const protectedNow: Event = { type: 'protected', bytes: 123_456_999 }
export const withdrawAsked: Event = { type: 'withdraw-asked' }
export const turnedDownAs = (why: WhyTurnedDown, words = 'It is the tenth of this month.'): Event => ({
  type: 'turned-down',
  why,
  answer: new Personal(words),
})

/** The step an event leads to. @throws when it is refused: then the test's premise is wrong. */
export function stepped(request: Request, event: Event, now: Instant, by: Policy = policy): Step {
  const decision = decide(request, event, by, now)
  if (decision.kind === 'refused') throw new Error(`${event.type} was refused in ${request.status}: ${decision.reason}`)
  return decision
}

/** N12: what a person approved ends when their data become unavailable. */
export const endApprovals = { kind: 'end-approvals' }

/** What passes an act on to whom the sample policy tells. */
export const toldTo = (act: Act) => [
  { kind: 'notice', recipient: 'payments', act },
  { kind: 'start', machine: 'recipients' },
]

/** Why somebody of the company doubts who asks. */
export const doubt: Doubt = { why: 'other', questions: ['account', 'portal'] }
export const doubtedIt: Event = { type: 'doubted', doubt }
export const identityAnswered: Event = {
  type: 'identity-answered',
  answers: new Personal({ account: address, portal: 'quill' }),
}
export const identified: Event = {
  type: 'identified',
  found: { subject: new Personal({ keys: { account: ['a-17'], email: [address] } }) },
  account: { address: new Personal('ada@account.example'), hash: 'hash-of-the-account' },
}
export const notIdentified: Event = { type: 'not-identified' }

export const begun = (
  now: Instant = receivedAt,
  by: Policy = policy,
  right: Right = 'erasure',
  more: { readonly doubt?: Doubt } = {},
): Step =>
  received(
    {
      reference: reference(new Uint8Array([1, 2, 3, 4, 5])),
      right,
      language: 'en',
      person: { address: new Personal(address), hash: 'keyed-hash' },
      ...more,
    },
    by,
    now,
  )

/** N12: the company asks whether files may go to a museum. */
export const askedToDisclose = (now: Instant = receivedAt, by: Policy = policy, until = '2026-05-06'): Step => {
  const step = disclosureAsked(
    {
      reference: reference(new Uint8Array([1, 2, 3, 4, 5])),
      language: 'en',
      file: '2026/41',
      person: { address: new Personal(address), hash: 'keyed-hash' },
      terms: new Personal({
        to: { name: 'Museum of Letters', address: 'Quay 1, Hamburg', country: 'DE' },
        purpose: 'An exhibition of letters',
        by: 'Public relations',
      }),
      categories: ['content', 'identity'],
      until: until as Day,
    },
    by,
    now,
  )
  if (step.kind === 'refused') throw new Error(`the question was refused: ${step.reason}`)
  return step
}
const ofDisclosure: readonly Status[] = ['approving', 'approved', 'unapproved', 'approval-ended']

/** When the copy of a request that lived is deleted. */
const availableUntil = instant('2026-02-20T08:33:00Z')
const rights: Partial<Record<Status, Right>> = {
  stopping: 'objection',
  stopped: 'objection',
  ...Object.fromEntries(
    ['objecting', 'weighing', 'upheld', 'refused', 'dropped'].map((status) => [status, 'processing-objection']),
  ),
  ...Object.fromEntries(
    ['gathering', 'ready', 'discarding', 'discarded', 'withdrawing', 'withdrawn'].map((status) => [status, 'access']),
  ),
  ...Object.fromEntries(
    ['holding', 'held', 'lifting', 'lifted', 'superseded'].map((status) => [status, 'restriction']),
  ),
  ...Object.fromEntries(
    ['stating', 'proving', 'deciding', 'correcting', 'unchanged', 'corrected', 'declined'].map((status) => [
      status,
      'rectification',
    ]),
  ),
}

const minutesLater = (minutes: number) => instant(new Date(receivedAt).getTime() + minutes * 60_000)

/** The way to a status; each event comes a minute after the one before, where none says when. */
const ways: Record<Status, ReadonlyArray<Event | { readonly event: Event; readonly at: Instant }>> = {
  unverified: [],
  restricting: [confirmed],
  grace: [confirmed, restricted],
  restoring: [confirmed, restricted, restoreAsked],
  erasing: [confirmed, restricted, eraseNowAsked],
  restored: [confirmed, restricted, restoreAsked, released],
  erased: [confirmed, restricted, eraseNowAsked, erased, certified],
  'erasing-again': [confirmed, restricted, eraseNowAsked, erased, certified, backupRestored],
  'not-found': [{ type: 'confirmed', found: 'nobody', firstReceivedAt: receivedAt }],
  holding: [confirmed],
  held: [confirmed, restricted, certified],
  lifting: [confirmed, restricted, restoreAsked],
  lifted: [confirmed, restricted, restoreAsked, released, certified],
  superseded: [confirmed, restricted, erasedMeanwhile],
  gathering: [confirmed],
  ready: [confirmed, gathered, packaged],
  discarding: [confirmed, gathered, packaged, { event: momentReached, at: availableUntil }],
  discarded: [confirmed, gathered, packaged, { event: momentReached, at: availableUntil }, discarded],
  withdrawing: [confirmed, gathered, packaged, withdrawAsked],
  withdrawn: [confirmed, gathered, packaged, withdrawAsked, discarded],
  stopping: [confirmed],
  stopped: [confirmed, mailingSettled, certified],
  stating: [confirmed],
  proving: [confirmed, stated({ address: 'ada@example.org' })],
  deciding: [confirmed, stated({ payer: 'A. Quill' })],
  correcting: [confirmed, stated({ name: 'Ada Quill' })],
  unchanged: [confirmed, withdrawAsked],
  corrected: [confirmed, stated({ name: 'Ada Quill' }), corrected, certified],
  declined: [confirmed, stated({ name: 'Ada Quill', payer: 'A. Quill' }), corrected, refusedIt, corrected, certified],
  identifying: [confirmed],
  checking: [confirmed, identityAnswered],
  unidentified: [confirmed, identityAnswered, notIdentified],
  consenting: [reported],
  consented: [reported, guardianNamed, consentGiven],
  unfounded: [reported, reportEnded],
  objecting: [confirmed],
  weighing: [confirmed, objected],
  upheld: [confirmed, objected, upheldIt, certified],
  refused: [confirmed, objected, goesOn, certified],
  dropped: [confirmed, withdrawAsked],
  'turned-down': [confirmed, restricted, turnedDownAs('excessive'), released],
  approving: [],
  approved: [approvalGiven],
  unapproved: [approvalRefused],
  'approval-ended': [approvalGiven, withdrawAsked],
  duplicate: [{ type: 'confirmed', found: { duplicateOf: other }, firstReceivedAt: receivedAt }],
}
export const statuses = Object.keys(ways) as readonly Status[]

const doubted: readonly Status[] = ['identifying', 'checking', 'unidentified']

/** A request that came to a status the way requests do, and what it left on the way: its history, and counts for the figures. */
export function lived<S extends Status>(
  status: S,
  right: Right = rights[status] ?? 'erasure',
): { request: In<S>; history: readonly Entry[]; counts: readonly Count[] } {
  let step = ofDisclosure.includes(status)
    ? askedToDisclose()
    : begun(receivedAt, policy, right, doubted.includes(status) ? { doubt } : {})
  const history = [step.entry]
  const counts: Count[] = [...step.counts.of]
  for (const [i, way] of ways[status].entries()) {
    const { event, at } = 'event' in way ? way : { event: way, at: minutesLater(i + 1) }
    step = stepped(step.request, event, at < step.entry.at ? step.entry.at : at)
    history.push(step.entry)
    counts.push(...step.counts.of)
  }
  if (step.request.status !== status) throw new Error(`the way to ${status} leads to ${step.request.status}`)
  return { request: step.request as In<S>, history, counts }
}

export const requestIn = <S extends Status>(status: S, right?: Right): In<S> => lived(status, right).request

/** What every system of the sample policy answers that found two records of each category and did everything. */
export const answersTo = (verb: Verb): readonly Answer[] =>
  Object.keys(policy.systems).map((system) => ({
    ...{ system, verb, done: true, at: receivedAt },
    receipts: categoriesOf(system, policy).map((category) => ({ category, outcome: 'done', count: 2 })),
  }))

/** An instant a number of milliseconds away. */
export const shifted = (from: Instant, ms: number): Instant => instant(new Date(from).getTime() + ms)
export const justBefore = (at: Instant): Instant => shifted(at, -1)

const taskAnswered = {
  type: 'task-answered',
  task: {
    id: 'restrict.files',
    reference: other,
    system: 'files',
    verb: 'restrict',
    asked: 'archive@example.com',
    since: receivedAt,
    due: receivedAt,
    remindedAt: receivedAt,
    state: 'answered',
  },
} as const satisfies Event

const taskReassigned: Event = {
  type: 'task-reassigned',
  task: { ...taskAnswered.task, asked: 'agent@example.com', state: 'open' },
  to: 'agent 00000000',
}

/** One event of every type, as it would do the most from any status. */
export const events: readonly Event[] = [
  { type: 'asked-again', linkUntil: instant('2026-02-10T08:30:00Z') },
  confirmed,
  restricted,
  erased,
  released,
  momentReached,
  restoreAsked,
  eraseNowAsked,
  certified,
  told,
  erasedMeanwhile,
  keptLongEnough,
  backupRestored,
  gathered,
  packaged,
  codeAsked,
  codeWrong,
  downloaded,
  discarded,
  withdrawAsked,
  protectAsked,
  protectedNow,
  mailingSettled,
  reported,
  guardianNamed,
  consentGiven,
  consentRefused,
  reportEnded,
  approvalGiven,
  approvalRefused,
  approvalChecked,
  disclosedIt,
  madeUnavailable,
  objected,
  upheldIt,
  extendedIt,
  doubtedIt,
  identityAnswered,
  identified,
  notIdentified,
  saysAll,
  proposed,
  addressProven,
  granted,
  corrected,
  holdSet,
  holdEnded,
  liftAnnounced,
  liftDue,
  activeAgain,
  askedFor,
  taskAnswered,
  taskReassigned,
  { type: 'tried-again', system: 'files' },
  { type: 'handed-over', system: 'files' },
  { type: 'act-proposed', act: 'unhold', file: '1', by: 'officer 00000000' },
  { type: 'proposal-declined', by: 'officer 00000000' },
  turnedDownAs('excessive'),
]

import demo from '../../demo/policy.ts'
import { type Item, workOn } from '../../domain/correction.ts'
import type { Event } from '../../domain/event.ts'
import type { Answer, Verb } from '../../domain/receipts.ts'
import { categoriesOf } from '../../domain/receipts.ts'
import type { Request, Status } from '../../domain/request.ts'
import { type Day, extended, type Instant, moved } from '../../domain/time.ts'
import type { WhyTurnedDown } from '../../domain/turned-down.ts'
import { view } from '../../domain/view.ts'
import type { Use } from '../../domain/weighing.ts'
import type { ApprovalView, AskedView, RequestView } from '../../functions/contract/request.ts'
import type { Right } from '../../policy/rights.ts'
import {
  discarded,
  erasedMeanwhile,
  liftAnnounced,
  momentReached,
  receivedAt,
  requestIn,
  restricted,
  shifted,
  stepped,
  turnedDownAs,
} from '../domain/sample.ts'

export const company = demo
/** As long as a link's secret is; it opens nothing. */
export const token = 'a'.repeat(43)

const records: Readonly<Record<string, number>> = {
  identity: 1,
  technical: 214,
  content: 1287,
  payment: 12,
  newsletter: 0,
}
const outcomes = {
  restrict: 'done',
  release: 'done',
  erase: 'done',
  check: 'done',
  'erase-again': 'done',
  export: 'done',
  unsubscribe: 'done',
  rectify: 'done',
} as const

/** What every system of the demo company answered to a verb; `silent` ones have not answered. */
const answersTo = (verb: Verb, silent: readonly string[] = []): readonly Answer[] =>
  Object.keys(company.systems)
    .filter((system) => !silent.includes(system))
    .map((system) => ({
      system,
      verb,
      done: true,
      at: receivedAt,
      receipts: categoriesOf(system, company).map((category) => {
        const count = records[category] ?? 6
        const exception = company.retention.find((one) => one.category === category)
        if (verb === 'erase' && exception) return { category, outcome: 'kept' as const, count, exception: exception.id }
        return { category, outcome: count > 0 ? outcomes[verb] : ('not-found' as const), count }
      }),
    }))

const later = (days: number): Instant => moved(shifted(receivedAt, 5 * 60_000), `P${days}D`, company.company.timeZone)

const seen = (
  status: Status,
  days: number,
  answers: readonly Answer[] = [],
  certificate = false,
  right?: Right,
): AskedView => asAsked(view(requestIn(status, right), answers, company, later(days), certificate))

function asAsked(seen: RequestView): AskedView {
  if (seen.right === 'disclosure') throw new Error('the company asked for it')
  return seen
}

/** A correction of the company's own fields, in which every system but the silent ones has answered. */
function rectified(
  status: 'proving' | 'deciding' | 'correcting' | 'corrected' | 'declined',
  items: readonly Item[],
  silent: readonly string[] = [],
): RequestView {
  const request = { ...requestIn(status), items } as Request
  const answers = Object.keys(company.systems)
    .filter((system) => !silent.includes(system))
    .map((system): Answer => {
      const receipts = items.flatMap((item) =>
        workOn(item, system, company).map((one) => ({
          ...one,
          ...(item.state === 'not-held'
            ? { outcome: 'not-found' as const, count: 0 }
            : { outcome: 'done' as const, count: 1 }),
        })),
      )
      return { system, verb: 'rectify', done: true, round: 1, at: receivedAt, receipts }
    })
  return view(request, answers, company, later(2), status === 'corrected' || status === 'declined')
}

const onHold = (reason: string) =>
  stepped(requestIn('grace'), { type: 'hold-set', reason, file: '2026/17', salt: 'salt' }, later(2), company).request

/** A request on the day after the company decided not to act on it. */
const turnedDown = (status: Status, why: WhyTurnedDown, silent: readonly string[] = []): AskedView => {
  const { request } = stepped(requestIn(status), turnedDownAs(why), later(1))
  const answers = status === 'grace' ? [...answersTo('restrict'), ...answersTo('release', silent)] : []
  return asAsked(view(request, answers, company, later(1), false))
}

/** A removal for inactivity that came to a status. */
function unused(status: 'grace' | 'restored' | 'erased', available = false): Request {
  const inactive = { lastUsed: '2025-08-09' as Day, ...(available ? { available: true as const } : {}) }
  return { ...requestIn(status), inactive }
}

/** A copy that was put together at once and can be fetched for two weeks. */
const copy = { bytes: 123_456_789, packagedAt: later(0), availableUntil: later(14), downloadsLeft: 5 }

/** A copy of data that an erasure took before its time was over. */
const outlived = stepped(requestIn('ready'), erasedMeanwhile, later(1)).request

/** A child's account for which nobody consented in time. */
const withoutConsent = stepped(
  stepped(requestIn('consenting'), momentReached, later(15)).request,
  restricted,
  later(15),
).request

/** Why the demo company doubts, and what it asks. */
const doubt = { why: 'another-writes', questions: ['account', 'portal'] } as const

/** Uses of the company's that a person objects to. */
const uses = (technical: Use['state'], posts: Use['state']): readonly Use[] => [
  { category: 'technical', state: technical, ...(technical === 'goes-on' ? { reason: 'claims' } : {}) },
  { category: 'public-posts', state: posts, ...(posts === 'goes-on' ? { reason: 'compelling' } : {}) },
]

/** N12: a question of the company's, as its person sees it. */
function approval(request: Request, days: number): ApprovalView {
  const seen = view(request, [], company, later(days), false)
  if (seen.right !== 'disclosure') throw new Error('a person asked for it')
  return seen
}
const approved = requestIn('approved')
const passedOn: Request = {
  ...approved,
  checks: 3,
  checkedAt: later(2),
  disclosed: [
    { at: later(1), categories: ['content', 'identity'] },
    { at: later(2), categories: ['content'] },
  ],
}
const closing = (event: Event, days: number, from: Request = requestIn('approving')) =>
  stepped(from, event, later(days), company).request

/** A request as its person sees it, in everything it can be: the domain's own views of requests that lived. */
export const views = {
  unverified: seen('unverified', 0),
  expired: seen('unverified', 9),
  restricting: seen('restricting', 0, answersTo('restrict', ['business'])),
  grace: seen('grace', 3, answersTo('restrict')),
  'grace partly': seen('grace', 1, answersTo('restrict', ['files', 'business'])),
  'grace reminded': seen('grace', 28, answersTo('restrict')),
  'grace last day': seen('grace', 57, answersTo('restrict')),
  'grace over': seen('grace', 58, answersTo('restrict')),
  restoring: seen('restoring', 4, [...answersTo('restrict'), ...answersTo('release', ['business'])]),
  restored: seen('restored', 4, [...answersTo('restrict'), ...answersTo('release')]),
  erasing: seen('erasing', 58, [...answersTo('restrict'), ...answersTo('erase', ['files'])]),
  erased: seen('erased', 2, [...answersTo('restrict'), ...answersTo('erase')], true),
  'not-found': seen('not-found', 0),
  duplicate: seen('duplicate', 0),
  'restriction unverified': seen('unverified', 0, [], false, 'restriction'),
  holding: seen('holding', 0, answersTo('restrict', ['business'])),
  held: seen('held', 3, answersTo('restrict'), true),
  'held partly': seen('held', 1, answersTo('restrict', ['files'])),
  lifting: seen('lifting', 4, [...answersTo('restrict'), ...answersTo('release', ['business'])]),
  lifted: seen('lifted', 4, [...answersTo('restrict'), ...answersTo('release')], true),
  superseded: seen('superseded', 60, answersTo('restrict')),
  'grace on hold': view(onHold('claim'), answersTo('restrict'), company, later(70), false),
  'grace on hold, not told': view(onHold('order'), answersTo('restrict'), company, later(70), false),
  'held with a ground': { ...seen('held', 3, answersTo('restrict')), ground: 'accuracy' },
  'held, to be lifted': view(
    stepped(requestIn('held'), liftAnnounced, later(3)).request,
    answersTo('restrict'),
    company,
    later(4),
    false,
  ),
  'lifted by the company': {
    ...seen('lifted', 20, [...answersTo('restrict'), ...answersTo('release')], true),
    byCompany: true,
  },
  'restriction not found': seen('not-found', 0, [], false, 'restriction'),
  'copy unverified': seen('unverified', 0, [], false, 'access'),
  'portable copy unverified': seen('unverified', 0, [], false, 'portability'),
  gathering: seen('gathering', 0, answersTo('export', ['files'])),
  ready: seen('ready', 0, answersTo('export')),
  'ready, portable': seen('ready', 0, answersTo('export'), false, 'portability'),
  'ready partly': seen('ready', 1, answersTo('export', ['business'])),
  'ready, fetched too often': {
    ...seen('ready', 3, answersTo('export')),
    actions: ['withdraw'],
    copy: { ...copy, downloadsLeft: 0 },
  },
  'ready, being protected': {
    ...seen('ready', 0, answersTo('export')),
    actions: ['withdraw'],
    copy: { ...copy, passphrase: 'under-way' },
  },
  'ready, protected': {
    ...seen('ready', 0, answersTo('export')),
    actions: ['download', 'withdraw'],
    copy: { ...copy, passphrase: 'needed' },
  },
  discarding: seen('discarding', 15, answersTo('export')),
  discarded: seen('discarded', 15, answersTo('export')),
  'discarding, erased': asAsked(view(outlived, answersTo('export'), company, later(1), false)),
  'discarded, erased': asAsked(
    view(stepped(outlived, discarded, later(1)).request, answersTo('export'), company, later(1), false),
  ),
  'discarded, later': seen('discarded', 60, answersTo('export')),
  'objection unverified': seen('unverified', 0, [], false, 'objection'),
  stopping: seen('stopping', 0),
  stopped: seen('stopped', 0, answersTo('unsubscribe'), true),
  'stopped, nobody found': seen('stopped', 0, [], true),
  withdrawing: seen('withdrawing', 1),
  withdrawn: seen('withdrawn', 1),
  'rectification unverified': seen('unverified', 0, [], false, 'rectification'),
  'rectification not found': seen('not-found', 0, [], false, 'rectification'),
  stating: seen('stating', 1),
  'stating, over': seen('stating', 20),
  proving: rectified('proving', [{ field: 'email', category: 'identity', state: 'proving' }]),
  deciding: rectified('deciding', [
    { field: 'phone', category: 'identity', state: 'corrected' },
    { field: 'billing-name', category: 'payment', state: 'deciding' },
    { field: 'statement', category: 'public-posts', state: 'deciding' },
  ]),
  correcting: rectified('correcting', [{ field: 'email', category: 'identity', state: 'correcting' }], ['business']),
  corrected: rectified('corrected', [
    { field: 'last-name', category: 'identity', state: 'corrected' },
    { field: 'email', category: 'identity', state: 'corrected' },
  ]),
  declined: rectified('declined', [
    { field: 'phone', category: 'identity', state: 'corrected' },
    { field: 'billing-name', category: 'payment', state: 'noted', reason: 'as-issued' },
    { field: 'statement', category: 'public-posts', state: 'declined', reason: 'unproven' },
    { field: 'first-name', category: 'identity', state: 'not-held' },
    { field: 'email', category: 'identity', state: 'unproven' },
  ]),
  unchanged: seen('unchanged', 15),
  'corrected, then erased': view({ ...requestIn('superseded'), right: 'rectification' }, [], company, later(60), false),
  'processing objection unverified': seen('unverified', 0, [], false, 'processing-objection'),
  'processing objection not found': seen('not-found', 0, [], false, 'processing-objection'),
  consenting: seen('consenting', 1),
  'consenting, asked': { ...seen('consenting', 1), guardian: 'asked' },
  'consenting, over': seen('consenting', 20),
  consented: seen('consented', 3),
  unfounded: seen('unfounded', 3),
  'grace without consent': view(withoutConsent, answersTo('restrict'), company, later(15), false),
  'restored, consented': { ...seen('restored', 4), unconsented: true },
  'erased, a child’s': { ...seen('erased', 2, [...answersTo('restrict'), ...answersTo('erase')], true), child: true },
  identifying: { ...seen('identifying', 1), doubt },
  'identifying, over': { ...seen('identifying', 40), doubt },
  checking: { ...seen('checking', 1), doubt },
  unidentified: seen('unidentified', 3),
  'turned down, being restored': turnedDown('grace', 'excessive', ['business']),
  'turned down': seen('turned-down', 4, [...answersTo('restrict'), ...answersTo('release')]),
  'turned down, a copy': turnedDown('gathering', 'manifestly-unfounded'),
  'turned down, a copy deleted': asAsked(
    view(
      stepped(stepped(requestIn('gathering'), turnedDownAs('excessive'), later(1)).request, discarded, later(1))
        .request,
      [],
      company,
      later(1),
      false,
    ),
  ),
  'turned down, asked who': turnedDown('identifying', 'excessive'),
  'turned down, objection': turnedDown('weighing', 'not-identifiable'),
  'unidentified, later': seen('unidentified', 60),
  objecting: seen('objecting', 1),
  'objecting, over': seen('objecting', 20),
  weighing: { ...seen('weighing', 3), uses: uses('open', 'open') },
  'weighing, longer': {
    ...seen('weighing', 3),
    uses: uses('open', 'open'),
    longer: 'complex',
    promisedBy: extended(receivedAt, company),
  },
  'gathering, longer': {
    ...seen('gathering', 3, answersTo('export', ['files'])),
    longer: 'many',
    promisedBy: extended(receivedAt, company),
  },
  upheld: { ...seen('upheld', 3, [], true), uses: uses('stopped', 'stopped') },
  refused: { ...seen('refused', 3, [], true), uses: uses('stopped', 'goes-on') },
  'refused completely': { ...seen('refused', 3), uses: uses('goes-on', 'goes-on') },
  dropped: seen('dropped', 20),
  'objected, then erased': view(
    { ...requestIn('superseded'), right: 'processing-objection' },
    [],
    company,
    later(60),
    false,
  ),
  inactive: view(unused('grace'), answersTo('restrict'), company, later(3), false),
  'inactive partly': view(unused('grace'), answersTo('restrict', ['files']), company, later(3), false),
  'inactive, available': view(unused('grace', true), [], company, later(3), false),
  'inactive, stays': view(
    unused('restored'),
    [...answersTo('restrict'), ...answersTo('release')],
    company,
    later(4),
    false,
  ),
  'inactive, erased': view(
    unused('erased'),
    [...answersTo('restrict'), ...answersTo('erase')],
    company,
    later(60),
    true,
  ),
  'inactive, on hold': view(
    stepped(unused('grace'), { type: 'hold-set', reason: 'claim', file: '2026/17' }, later(2), company).request,
    answersTo('restrict'),
    company,
    later(3),
    false,
  ),
  'copy not found': seen('not-found', 0, [], false, 'access'),
  approving: approval(requestIn('approving'), 1),
  'approving, over': approval(requestIn('approving'), 15),
  approved: approval(approved, 1),
  'approved, passed on': approval(passedOn, 3),
  'approved, asked once': approval({ ...passedOn, checks: 1, disclosed: [] }, 3),
  'unapproved, no': approval(requestIn('unapproved'), 1),
  'unapproved, silence': approval(closing(momentReached, 15), 15),
  'unapproved, unavailable': approval(closing({ type: 'made-unavailable' }, 3), 3),
  'approval ended, withdrawn': approval(closing({ type: 'withdraw-asked' }, 4, passedOn), 4),
  'approval ended, over': approval(closing(momentReached, 90, passedOn), 90),
  'approval ended, unavailable': approval(closing({ type: 'made-unavailable' }, 4, approved), 4),
} satisfies Record<string, RequestView>

export type Seen = keyof typeof views

/** The same, through the link that only confirms. */
export const throughConfirmLink = (name: Seen): RequestView => ({
  ...views[name],
  actions: views[name].actions.filter((action) => action === 'confirm'),
})

import { describe, expect, test } from 'vitest'
import { copyAgainUntil } from '../../domain/copy.ts'
import { backupsUntil } from '../../domain/erased.ts'
import type { Answer } from '../../domain/receipts.ts'
import type { Request, Status } from '../../domain/request.ts'
import { moved } from '../../domain/time.ts'
import { view } from '../../domain/view.ts'
import { policy } from '../sample-policy.ts'
import { answersTo, receivedAt, requestIn, shifted } from './sample.ts'

const soon = shifted(receivedAt, 600_000)
const zone = policy.company.timeZone
const seen = (request: Request, answers: readonly Answer[] = [], certificate = true) =>
  view(request, answers, policy, soon, certificate)
/** What the page of every request has. */
const always = 'reference right status at receivedAt promisedBy coverage kept actions'.split(' ')

/** What else a page shows in a status, and what it offers. */
const pages: Record<Status, readonly [shows: string, offers: string]> = {
  unverified: ['', 'confirm'],
  restricting: ['confirmedAt eraseAt backupsUntil', 'restore copy'],
  grace: ['confirmedAt eraseAt backupsUntil', 'restore erase-now copy'],
  restoring: ['confirmedAt eraseAt backupsUntil', ''],
  erasing: ['confirmedAt eraseAt backupsUntil', ''],
  restored: ['confirmedAt eraseAt backupsUntil closedAt', ''],
  erased: ['confirmedAt eraseAt backupsUntil closedAt', 'certificate'],
  'erasing-again': ['confirmedAt eraseAt backupsUntil closedAt', 'certificate'],
  'not-found': ['closedAt', ''],
  holding: ['confirmedAt', 'restore copy'],
  held: ['confirmedAt', 'restore copy certificate'],
  lifting: ['confirmedAt', ''],
  lifted: ['confirmedAt closedAt', 'certificate'],
  superseded: ['confirmedAt closedAt', ''],
  gathering: ['confirmedAt', 'withdraw'],
  ready: ['confirmedAt copy', 'download protect withdraw'],
  discarding: ['confirmedAt', ''],
  discarded: ['confirmedAt closedAt copyAgainUntil', 'copy'],
  withdrawing: ['confirmedAt', ''],
  withdrawn: ['confirmedAt closedAt', ''],
  stopping: ['confirmedAt', ''],
  stopped: ['confirmedAt closedAt', 'certificate'],
  stating: ['confirmedAt waitsUntil', 'state withdraw'],
  proving: ['confirmedAt items waitsUntil', 'withdraw'],
  deciding: ['confirmedAt items', 'withdraw'],
  correcting: ['confirmedAt items', ''],
  unchanged: ['confirmedAt closedAt items', ''],
  corrected: ['confirmedAt closedAt items', 'certificate'],
  declined: ['confirmedAt closedAt items', 'certificate'],
  identifying: ['confirmedAt doubt stops waitsUntil', 'state'],
  checking: ['confirmedAt doubt stops', ''],
  unidentified: ['confirmedAt closedAt stops askAgainUntil', ''],
  consenting: ['waitsUntil', 'state erase-now copy'],
  consented: ['closedAt', ''],
  unfounded: ['closedAt', ''],
  objecting: ['confirmedAt waitsUntil', 'state suspend withdraw'],
  weighing: ['confirmedAt uses', 'suspend withdraw'],
  upheld: ['confirmedAt closedAt uses', 'certificate'],
  refused: ['confirmedAt closedAt uses', 'certificate'],
  dropped: ['confirmedAt closedAt', ''],
  'turned-down': ['confirmedAt turnedDown closedAt', ''],
  approving: ['disclosure waitsUntil', 'approve'],
  approved: ['disclosure', 'withdraw'],
  unapproved: ['disclosure closedAt', ''],
  'approval-ended': ['disclosure closedAt', ''],
  duplicate: ['closedAt', ''],
}

test.each(Object.entries(pages) as ReadonlyArray<[Status, (typeof pages)[Status]]>)(
  'the page of a request that is %s shows what there is of it as it is, and offers what can be done',
  (status, [shows, offers]) => {
    const request = requestIn(status) as Request & Record<string, unknown>
    const page = seen(request) as ReturnType<typeof seen> & Record<string, unknown>
    const more = Object.keys(page).filter((one) => !always.includes(one))
    expect([more.join(' '), page.actions.join(' ')]).toEqual([shows, offers])
    expect(seen(request, [], false).actions).toEqual(page.actions.filter((one) => one !== 'certificate'))
    for (const one of more) if (one in request) expect(page[one]).toEqual(request[one])
    if ('confirmedAt' in request) expect(page).not.toHaveProperty('confirmedAt', undefined)
  },
)

describe('a page shows what only some requests have:', () => {
  test.each<[string, Request]>([
    ['inactive', { ...requestIn('grace'), inactive: { lastUsed: '2025-08-09' } } as Request],
    ['ground', { ...requestIn('restricting'), ground: 'objection' } as unknown as Request],
    ['liftAt', { ...requestIn('held'), liftAt: soon } as Request],
    ['longer', { ...requestIn('deciding'), longer: { why: 'complex', until: soon } } as unknown as Request],
    ['hold', { ...requestIn('grace'), hold: { reason: 'claim', file: '2026/17', since: soon } } as Request],
  ])('%s, as it is', (field, request) => {
    const { [field]: value, ...without } = request as Request & Record<string, unknown>
    expect(seen(request)).toHaveProperty(field, value)
    expect(seen(without as unknown as Request)).not.toHaveProperty(field)
    // Also as a field that is there, and empty.
    expect(seen({ ...without, [field]: undefined } as unknown as Request)).not.toHaveProperty(field)
  })

  test.each(['child', 'unconsented', 'byCompany'])('%s, as a yes', (field) => {
    expect(seen({ ...requestIn('grace'), [field]: true } as Request)).toHaveProperty(field, true)
    expect(seen(requestIn('grace'))).not.toHaveProperty(field)
  })

  test('an unused account’s notice in the place of a proof of the address', () => {
    const inactive = { lastUsed: '2025-08-09', available: true }
    expect(seen({ ...requestIn('grace'), inactive } as unknown as Request)).not.toHaveProperty('confirmedAt')
  })

  test('no hold of which nobody is told, or that the policy does not know any more', () => {
    for (const reason of ['order', 'of-old'])
      expect(
        seen({ ...requestIn('grace'), hold: { reason, file: '2026/17', since: soon } } as Request),
      ).not.toHaveProperty('hold')
  })

  test('no moment of erasure that is over, and that a dispute put off', () => {
    const { eraseAt, ...grace } = requestIn('grace')
    const hold = { reason: 'order', file: '2026/17', since: soon } as const
    const at = (now: typeof soon, more: object) =>
      view({ ...grace, eraseAt, ...more } as Request, [], policy, now, false)
    expect(at(eraseAt, { hold })).not.toHaveProperty('eraseAt')
    expect(at(eraseAt, { hold })).not.toHaveProperty('backupsUntil')
    expect(at(shifted(eraseAt, -1), { hold })).toHaveProperty('eraseAt', eraseAt)
    expect(at(eraseAt, {})).toHaveProperty('eraseAt', eraseAt)
    expect(at(eraseAt, { hold: undefined })).toHaveProperty('eraseAt', eraseAt)
  })

  test('no delay of what is over', () => {
    const longer = { why: 'complex', until: soon }
    expect(seen({ ...requestIn('declined'), longer } as unknown as Request)).not.toHaveProperty('longer')
  })

  test('until when backups may hold it: from the end that was promised, and then from the one that was', () => {
    const [grace, erased] = [requestIn('grace'), requestIn('erased')]
    expect(seen(grace).backupsUntil).toBe(backupsUntil(grace.promisedBy, policy))
    expect(seen(erased).backupsUntil).toBe(backupsUntil(erased.closedAt, policy))
  })

  test('until when a copy that was deleted can be had again, by whom it can', () => {
    const request = requestIn('discarded')
    expect(seen(request).copyAgainUntil).toBe(copyAgainUntil(request, policy))
    const { person: _, ...nobody } = request
    expect(seen(nobody as Request)).not.toHaveProperty('copyAgainUntil')
  })

  test('when an approval was looked at', () => {
    const approved = requestIn('approved')
    expect(seen({ ...approved, checkedAt: soon })).toHaveProperty('disclosure.checkedAt', soon)
    const { checkedAt: _, ...never } = { checkedAt: soon, ...approved }
    expect(seen(never as typeof approved)).not.toHaveProperty('disclosure.checkedAt')
  })

  test('no certificate that is still to be signed', () => {
    expect(seen({ ...requestIn('erased'), uncertified: true } as Request).actions).toEqual([])
  })

  test('until when the address of one of several corrections can be proven', () => {
    const proving = requestIn('proving')
    const [item] = proving.items
    const settled = { ...item, field: 'name', state: 'noted' } as typeof item & object
    expect(seen({ ...proving, items: [settled, ...proving.items] } as Request)).toHaveProperty(
      'waitsUntil',
      proving.provenBy,
    )
    expect(seen({ ...proving, items: [settled] } as Request)).not.toHaveProperty('waitsUntil')
  })
})

describe('of each system a page shows', () => {
  const verbs = ['restrict', 'release', 'erase', 'check', 'export', 'unsubscribe', 'rectify'] as const
  const outcomesOf = (request: Request, answers: readonly Answer[]) => [
    ...new Set(seen(request, answers).coverage.map(({ outcome }) => outcome)),
  ]

  test.each([
    ['restricting', 'restrict', 'restricted'],
    ['grace', 'restrict', 'restricted'],
    ['held', 'restrict', 'restricted'],
    ['restoring', 'release', 'released'],
    ['restored', 'release', 'released'],
    ['lifting', 'release', 'released'],
    ['lifted', 'release', 'released'],
    ['turned-down', 'release', 'released'],
    ['erasing', 'erase', 'erased'],
    ['erased', 'erase', 'erased'],
    ['gathering', 'export', 'copied'],
    ['ready', 'export', 'copied'],
    ['discarded', 'export', 'copied'],
  ] as const)('of one that is %s what was answered to %s, and to nothing else', (status, verb, outcome) => {
    const request = requestIn(status)
    expect(outcomesOf(request, answersTo(verb))).toEqual([outcome])
    for (const another of verbs)
      if (another !== verb) expect(outcomesOf(request, answersTo(another))).not.toContain(outcome)
  })

  test.each([
    ...(['identifying', 'checking', 'unidentified', 'superseded', 'withdrawing', 'withdrawn'] as const),
    ...(['objecting', 'weighing', 'upheld', 'refused', 'dropped', 'unverified', 'not-found'] as const),
    ...(['stating', 'consenting', 'approved'] as const),
  ])('nothing of one that is %s, whatever was answered', (status) => {
    expect(seen(requestIn(status), verbs.flatMap(answersTo)).coverage).toEqual([])
  })

  const restrictedThen = (verb: 'release' | 'erase' | 'check', more: Partial<Answer['receipts'][number]>) => [
    ...answersTo('restrict'),
    ...answersTo(verb).map((one) => ({ ...one, receipts: one.receipts.map((receipt) => ({ ...receipt, ...more })) })),
  ]
  const counts = (request: Request, answers: readonly Answer[]) => [
    ...new Set(seen(request, answers).coverage.map(({ outcome, count }) => `${outcome} ${count}`)),
  ]

  test('what was restricted before counts as erased or given back, also by a call that found nothing any more', () => {
    const gone = { outcome: 'not-found', count: 0 } as const
    expect(counts(requestIn('erased'), restrictedThen('erase', gone))).toEqual(['erased 2'])
    expect(counts(requestIn('restored'), restrictedThen('release', gone))).toEqual(['released 2'])
    expect(counts(requestIn('erased'), restrictedThen('erase', { count: 3 }))).toEqual(['erased 3'])
    expect(counts(requestIn('erased'), restrictedThen('erase', { count: 1 }))).toEqual(['erased 2'])
    const nothing = restrictedThen('erase', gone).slice(Object.keys(policy.systems).length)
    expect(counts(requestIn('erased'), nothing)).toEqual(['not-found 0'])
  })

  test('of a copy what is in the copy, whatever was restricted meanwhile', () => {
    const none = answersTo('export').map((one) => ({
      ...one,
      receipts: one.receipts.map((receipt) => ({ ...receipt, outcome: 'not-found' as const, count: 0 })),
    }))
    expect(counts(requestIn('ready'), [...answersTo('restrict'), ...none])).toEqual(['not-found 0'])
  })

  test('as pending what failed, what is not done, and what nobody answered, with what was found so far', () => {
    const pending = (change: (one: Answer) => Answer) => counts(requestIn('erasing'), answersTo('erase').map(change))
    expect(
      pending((one) => ({ ...one, receipts: one.receipts.map((each) => ({ ...each, outcome: 'failed' as const })) })),
    ).toEqual(['pending 2'])
    expect(pending((one) => ({ ...one, done: false }))).toEqual(['pending 2'])
    expect(pending((one) => ({ ...one, receipts: [] }))).toEqual(['pending 0'])
    expect(counts(requestIn('erasing'), [])).toEqual(['pending 0'])
    const [first, ...rest] = answersTo('erase')
    const lines = seen(requestIn('erasing'), rest).coverage.map(({ system, outcome }) => `${system} ${outcome}`)
    expect(new Set(lines)).toEqual(
      new Set([`${first?.system} pending`, ...rest.map(({ system }) => `${system} erased`)]),
    )
  })

  test('who stated it, where no program did: it counts as it was stated', () => {
    const by = { role: 'archive', at: soon } as unknown as Answer['by']
    const stated = (verb: 'restrict' | 'erase') => answersTo(verb).map((one) => ({ ...one, by: by as never }))
    expect(seen(requestIn('grace'), stated('restrict')).coverage.every((line) => 'statedBy' in line)).toBe(true)
    expect(seen(requestIn('grace'), answersTo('restrict')).coverage.some((line) => 'statedBy' in line)).toBe(false)
    expect(counts(requestIn('erased'), [...answersTo('restrict'), ...stated('erase')])).toEqual(['erased 2'])
    const zero = stated('erase').map((one) => ({
      ...one,
      receipts: one.receipts.map((each) => ({ ...each, count: 0 })),
    }))
    expect(counts(requestIn('erased'), [...answersTo('restrict'), ...zero])).toEqual(['not-found 0'])
  })

  test('an unused account that stayed available was touched by nobody before its erasure', () => {
    const unused = (status: 'grace' | 'restoring' | 'restored' | 'erasing', available: boolean) =>
      outcomesOf(
        {
          ...requestIn(status),
          inactive: { lastUsed: '2025-08-09', ...(available ? { available } : {}) },
        } as unknown as Request,
        verbs.flatMap(answersTo),
      )
    for (const status of ['grace', 'restoring', 'restored'] as const) expect(unused(status, true)).toEqual([])
    expect(unused('grace', false)).toEqual(['restricted'])
    expect(unused('restored', false)).toEqual(['released'])
    expect(unused('erasing', true)).toEqual(['erased'])
    expect(
      outcomesOf({ ...requestIn('grace'), inactive: undefined } as unknown as Request, answersTo('restrict')),
    ).toEqual(['restricted'])
  })
})

describe('what a law keeps longer is told before the erasure as after it,', () => {
  const kept = (request: Request, answers: readonly Answer[]) => seen(request, answers).kept
  const only = (category: string, count: number) =>
    answersTo('restrict').map((one) => ({
      ...one,
      receipts: one.receipts.map((each) => ({ ...each, count: each.category === category ? count : 0 })),
    }))
  const law = (request: Request) => [
    { category: 'payment', exception: 'invoices', until: moved(request.promisedBy, 'P10Y', zone) },
  ]

  test('of whom there is some of it, and while erasure is the plan', () => {
    for (const status of ['restricting', 'grace'] as const) {
      const request = requestIn(status)
      expect(kept(request, answersTo('restrict'))).toEqual(law(request))
      expect(kept(request, only('payment', 1))).toEqual(law(request))
      expect(kept(request, only('payment', 0))).toEqual([])
      expect(kept(request, only('identity', 1))).toEqual([])
      expect(kept(request, [])).toEqual([])
    }
    expect(kept(requestIn('erasing'), answersTo('erase'))).toEqual(law(requestIn('erasing')))
    for (const status of ['held', 'restoring', 'restored'] as const)
      expect(kept(requestIn(status), [...answersTo('restrict'), ...answersTo('release')])).toEqual([])
  })

  test('and of what is erased as it was decided then', () => {
    const { kept: decided, ...erased } = requestIn('erased')
    expect(decided.length).toBeGreaterThan(0)
    expect(kept({ ...erased, kept: decided }, [])).toEqual(decided)
    expect(kept({ ...erased, kept: [] }, answersTo('erase'))).toEqual([])
  })
})

describe('of a correction each place is shown', () => {
  const declined = requestIn('declined')
  const [name] = declined.items
  const lines = (request: Request, answers: readonly Answer[]) => seen(request, answers).coverage
  const answer = (receipts: Answer['receipts'], more: object = {}): Answer =>
    ({ ...{ system: 'accounts', verb: 'rectify', done: true, at: soon }, receipts, ...more }) as Answer

  test('with what its system says of it, and not of another', () => {
    const items = [name, { ...name, field: 'phone' }] as typeof declined.items
    const receipts: Answer['receipts'] = [
      { category: 'content', field: 'name', outcome: 'not-found', count: 0 },
      { category: 'identity', field: 'phone', outcome: 'done', count: 3 },
      { category: 'identity', field: 'name', outcome: 'done', count: 1 },
    ]
    const expected = [
      { system: 'accounts', category: 'identity', field: 'name', outcome: 'corrected', count: 1 },
      { system: 'accounts', category: 'identity', field: 'phone', outcome: 'corrected', count: 3 },
    ]
    expect(lines({ ...declined, items }, [answer(receipts)])).toEqual(expected)
    // What it answered before, to another call, says nothing.
    const before = answer([{ category: 'identity', field: 'name', outcome: 'done', count: 9 }], { verb: 'restrict' })
    expect(lines({ ...declined, items }, [before, answer(receipts)])).toEqual(expected)
  })

  test('once, where several statements are kept in it', () => {
    const statement = { category: 'payment', field: 'statement', outcome: 'done', count: 1 } as const
    const [payer] = declined.items.filter(({ state }) => state === 'noted')
    const items = [payer, { ...payer, field: 'name-on-it' }]
    expect(lines({ ...declined, items } as Request, [answer([statement], { system: 'billing' })])).toEqual([
      { system: 'billing', category: 'payment', field: 'statement', outcome: 'noted', count: 1 },
    ])
  })
})

import { describe, expect, test } from 'vitest'
import {
  certificateOf,
  correctionCertificateOf,
  objectionCertificateOf,
  restrictionCertificateOf,
  type Signing,
  weighingCertificateOf,
} from '../../domain/certificate.ts'
import type { Notice } from '../../domain/notices.ts'
import { Personal } from '../../domain/personal.ts'
import type { Day } from '../../domain/time.ts'
import { policy } from '../sample-policy.ts'
import {
  answersTo,
  begun,
  certified,
  confirmed,
  lived,
  receivedAt,
  released,
  requestIn,
  restoreAsked,
  shifted,
  stepped,
} from './sample.ts'

const soon = shifted(receivedAt, 600_000)
const signing = (more: Partial<Signing> = {}): Signing => ({
  answers: [],
  history: [],
  waiting: [],
  notices: [],
  ...more,
})
const told: Notice = {
  ...{ id: 'n', cause: '000007-0', version: 1, recipient: 'payments' },
  ...{ act: 'restrict', state: 'told', since: soon, toldAt: soon },
}

test('nothing is certified that was not done', () => {
  const grace = requestIn('grace')
  expect(() => certificateOf(grace, [], policy)).toThrow('no certificate for a request that is grace')
  for (const certify of [objectionCertificateOf, weighingCertificateOf, restrictionCertificateOf])
    expect(() => certify(grace, signing(), policy)).toThrow(/no certificate of an? \w+ for a request that is grace/)
  expect(() => correctionCertificateOf(grace, [], policy)).toThrow('no certificate of a correction')
})

test('nothing is certified while a system has not answered', () => {
  const [first, ...others] = answersTo('erase')
  expect(() => certificateOf(requestIn('erased'), others, policy)).toThrow(`while ${first?.system} is pending`)
  const correcting = {
    ...requestIn('corrected'),
    items: [{ field: 'name', category: 'identity', state: 'correcting' }],
  }
  expect(() => correctionCertificateOf(correcting as ReturnType<typeof requestIn<'corrected'>>, [], policy)).toThrow(
    'while accounts is pending',
  )
  expect(() => restrictionCertificateOf(requestIn('held'), signing(), policy)).toThrow('while accounts is pending')
})

describe('the certificate of an erasure', () => {
  test('says of an account that nobody used when it was used last, and that nobody had to ask', () => {
    const inactive = { lastUsed: '2025-08-09' as Day }
    const certificate = certificateOf({ ...requestIn('erased'), inactive }, answersTo('erase'), policy)
    expect(certificate).toMatchObject({ because: 'inactivity', lastUsed: '2025-08-09' })
    expect(certificate).not.toHaveProperty('confirmedAt')
    expect(certificateOf(requestIn('erased'), answersTo('erase'), policy)).toHaveProperty('confirmedAt')
  })

  test('says of each recipient when it heard of the restriction, and whether it confirmed that', () => {
    const payments = (notices: Signing['notices']) =>
      certificateOf(requestIn('erased'), answersTo('erase'), policy, notices).recipients.find(
        ({ id }) => id === 'payments',
      )
    expect(payments([])).not.toHaveProperty('restriction')
    expect(payments([told])).toMatchObject({ name: 'Example Pay', restriction: { toldAt: soon } })
    expect(payments([{ ...told, state: 'confirmed', confirmedAt: soon }])).toMatchObject({
      restriction: { toldAt: soon, confirmedAt: soon },
    })
  })

  test('names each recipient, and which of them is told of it from its end on', () => {
    const erased = requestIn('erased')
    const certificate = certificateOf(erased, answersTo('erase'), policy)
    expect(certificate).not.toHaveProperty('ground')
    expect(certificate.recipients).toEqual([
      { id: 'hosting', name: 'Example Cloud' },
      { id: 'payments', name: 'Example Pay', noticeQueuedAt: erased.closedAt },
    ])
    expect(certificate.coverage.every(({ outcome }) => outcome === 'erased')).toBe(true)
  })
})

describe('the certificate of a restriction', () => {
  test('says what the person needs it for, where they said so', () => {
    const { request, history } = lived('held')
    const of = (held: typeof request) =>
      restrictionCertificateOf(held, signing({ answers: answersTo('restrict'), history }), policy)
    expect(of(request)).not.toHaveProperty('ground')
    expect(of({ ...request, ground: 'claims' })).toMatchObject({ ground: 'claims', restrictedAt: expect.any(String) })
  })

  test('that ended before anything was restricted does not say that it was', () => {
    const holding = stepped(begun(receivedAt, policy, 'restriction').request, confirmed, soon)
    const lifting = stepped(holding.request, restoreAsked, soon)
    const lifted = stepped(lifting.request, released, soon)
    const history = [holding, lifting, lifted].map(({ entry }) => entry)
    const certificate = restrictionCertificateOf(
      stepped(lifted.request, certified, soon).request,
      signing({ answers: answersTo('release'), history }),
      policy,
    )
    expect(certificate).toMatchObject({ liftedAt: soon, liftedBy: 'person' })
    expect(certificate).not.toHaveProperty('restrictedAt')
    expect(certificate.recipients).toEqual([{ id: 'payments', name: 'Example Pay' }])
  })
})

describe('the certificate of a correction', () => {
  const declined = requestIn('declined')
  const done: Signing['answers'] = ['accounts', 'billing'].map((system) => ({
    ...{ system, verb: 'rectify', done: true, at: soon, round: 1 },
    receipts: [
      { category: 'identity', field: 'name', outcome: 'done', count: 1 },
      { category: 'payment', field: 'statement', outcome: 'done', count: 1 },
    ],
  }))

  test('says of each thing what became of it and why, and where what the person said of it is kept', () => {
    const [name, payer] = declined.items as [(typeof declined.items)[number], (typeof declined.items)[number]]
    const items = (one: typeof declined) => correctionCertificateOf(one, done, policy).items
    expect(items(declined)).toEqual([
      { field: 'name', category: 'identity', outcome: 'corrected' },
      {
        field: 'payer',
        category: 'payment',
        outcome: 'noted',
        reason: 'correct',
        statement: 'kept-with-records',
      },
    ])
    const refused = { ...declined, items: [name, { ...payer, state: 'declined' as const }] }
    expect(items(refused)[1]).toEqual({ field: 'payer', category: 'payment', outcome: 'declined', reason: 'correct' })
    const withStatement = { ...refused, statement: new Personal('It is A.') } as unknown as typeof declined
    expect(items(withStatement).map((one) => 'statement' in one && one.statement)).toEqual([false, 'kept-with-request'])
    const empty = { ...refused, statement: undefined } as unknown as typeof declined
    expect(items(empty)[1]).not.toHaveProperty('statement')
  })
})

test('the certificate of a lifted restriction says when its person was told before, where the company lifted it', () => {
  const { request, history } = lived('lifted')
  const waiting = (letter: 'to-be-lifted' | 'lifted', kind: 'letter' | 'start' = 'letter') =>
    ({ effect: { kind, letter }, at: soon, doneAt: shifted(soon, letter === 'lifted' ? 2 : 1) }) as never
  const sent = shifted(soon, 1)
  const of = (more: object, list: Signing['waiting']) =>
    restrictionCertificateOf(
      { ...request, ...more },
      signing({ answers: answersTo('release'), history, waiting: list }),
      policy,
    )
  const byCompany = { byCompany: true }
  const told = [waiting('to-be-lifted'), waiting('lifted'), waiting('lifted', 'start')]
  expect(of(byCompany, told)).toMatchObject({ liftedBy: 'company', noticeSentAt: sent })
  expect(of({}, told)).not.toHaveProperty('noticeSentAt')
  expect(of(byCompany, [waiting('lifted')])).not.toHaveProperty('noticeSentAt')
  expect(of(byCompany, [])).not.toHaveProperty('noticeSentAt')
})

test('a restriction counts from the first answer of all systems, and notices from the first answer of any', () => {
  const { request, history } = lived('held')
  const [settled] = history.filter(({ event }) => event === 'restriction-settled')
  if (!settled) throw new Error('it was never settled')
  const part = { ...settled, detail: 'billing', at: shifted(soon, -2) }
  const whole = { ...settled, at: shifted(soon, -1) }
  const certificate = restrictionCertificateOf(
    request,
    signing({ answers: answersTo('restrict'), history: [part, whole] }),
    policy,
  )
  expect(certificate.restrictedAt).toBe(whole.at)
  expect(certificate.recipients).toMatchObject([{ id: 'payments', noticeQueuedAt: part.at }])
})

test('the certificate of an objection that was weighed says what stops since when, and why the rest goes on', () => {
  const waiting = [
    { effect: { kind: 'letter', letter: 'objection-refused' }, at: shifted(soon, 9) },
    { effect: { kind: 'suppress' }, at: soon },
  ] as Signing['waiting']
  expect(weighingCertificateOf(requestIn('refused'), signing({ waiting }), policy)).toMatchObject({
    stoppedSince: soon,
    uses: [
      { category: 'identity', outcome: 'goes-on', reason: 'compelling' },
      { category: 'content', outcome: 'stopped' },
    ],
  })
  expect(weighingCertificateOf(requestIn('upheld'), signing(), policy).uses).toEqual([
    { category: 'identity', outcome: 'stopped' },
    { category: 'content', outcome: 'stopped' },
  ])
})

test('the certificate of an objection says since when mails stop only where it stopped them itself', () => {
  const stopped = requestIn('stopped')
  const waiting = [{ effect: { kind: 'suppress' }, at: soon } as const]
  expect(objectionCertificateOf(stopped, signing({ waiting }), policy)).toMatchObject({ stoppedSince: soon })
  // Who clicked in a mail had stopped them by that.
  expect(objectionCertificateOf(stopped, signing(), policy)).not.toHaveProperty('stoppedSince')
})

test('a certificate has nothing personal in it', () => {
  const request = { ...requestIn('erased'), person: { address: new Personal('ada.quill@example.org'), hash: 'h' } }
  expect(JSON.stringify(certificateOf(request, answersTo('erase'), policy))).not.toMatch(/quill|personal/i)
})

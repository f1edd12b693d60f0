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

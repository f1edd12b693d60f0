import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import canonicalize from 'canonicalize'
import {
  certificateOf,
  correctionCertificateOf,
  objectionCertificateOf,
  restrictionCertificateOf,
  weighingCertificateOf,
} from '../../domain/certificate.ts'
import { type Answer, categoriesOf } from '../../domain/receipts.ts'
import { derToRaw, jwkOf } from '../../functions/certify/jose.ts'
import { lived, receivedAt, requestIn } from '../domain/sample.ts'
import { policy } from '../sample-policy.ts'

export const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
export type Pair = ReturnType<typeof newKey>

/** The published half of keys, as `GET /.well-known/jwks.json` answers. */
export const published = (...pairs: readonly Pair[]) => ({ keys: pairs.map(({ publicKey }) => jwkOf(publicKey)) })

/** What a request of the domain states once it is erased. */
export function certificate() {
  const request = requestIn('erased')
  const answers = Object.entries({
    accounts: [{ category: 'identity', outcome: 'done', count: 2 }],
    files: [
      { category: 'content', outcome: 'done', count: 7 },
      { category: 'identity', outcome: 'not-found', count: 0 },
    ],
    billing: [{ category: 'payment', outcome: 'kept', count: 15, exception: 'invoices' }],
  } as const).map(
    ([system, receipts]): Answer => ({ system, verb: 'erase', done: true, at: request.closedAt, receipts }),
  )
  return certificateOf(request, answers, { ...policy, company: { ...policy.company, name: 'Müller & Söhne “Büro”' } })
}

/** What a correction states once it is answered. */
export function correction() {
  const request = requestIn('declined')
  const answer = (system: string, category: string, field: string): Answer => ({
    ...{ system, verb: 'rectify', done: true, at: request.closedAt },
    receipts: [{ category, field, outcome: 'done', count: 2 }],
  })
  return correctionCertificateOf(
    request,
    [answer('accounts', 'identity', 'name'), answer('billing', 'payment', 'statement')],
    policy,
  )
}

const answered = (system: string, verb: Answer['verb'], category: string): Answer => ({
  ...{ system, verb, done: true, at: receivedAt },
  receipts: [{ category, outcome: 'done', count: 2 }],
})
const suppressed = { effect: { kind: 'suppress' }, at: receivedAt } as const
const nothingMore = { answers: [], history: [], waiting: [suppressed], notices: [] }

/** What a restriction states when the company has ended it. */
export function restriction() {
  const { request, history } = lived('lifted')
  const announced = { effect: { kind: 'letter', letter: 'to-be-lifted' }, at: receivedAt, doneAt: receivedAt } as const
  const answers = Object.keys(policy.systems).map(
    (system): Answer => ({
      ...{ system, verb: 'release', done: true, at: receivedAt },
      receipts: categoriesOf(system, policy).map((category) => ({ category, outcome: 'done', count: 2 })),
    }),
  )
  const signing = { answers, history, waiting: [announced], notices: [] }
  return restrictionCertificateOf({ ...request, byCompany: true }, signing, policy)
}

/** What an objection to news and offers states. */
export const mailing = () =>
  objectionCertificateOf(
    requestIn('stopped'),
    { ...nothingMore, answers: [answered('billing', 'unsubscribe', 'newsletter')] },
    policy,
  )

/** What an objection to other uses states where some go on. */
export const weighing = () => weighingCertificateOf(requestIn('refused'), nothingMore, policy)

/** Signed the way functions/certify signs: a DER signature over the digest, as KMS gives it. */
export function signed<T>(what: T, { privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject }) {
  const jwk = jwkOf(publicKey)
  const der = sign('sha256', Buffer.from(canonicalize(what) ?? ''), { key: privateKey, dsaEncoding: 'der' })
  return {
    certificate: what,
    signature: { alg: 'ES256', kid: jwk.kid, value: derToRaw(der).toString('base64url'), jwk },
  }
}

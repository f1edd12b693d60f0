import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import canonicalize from 'canonicalize'
import { certificateOf, correctionCertificateOf } from '../../domain/certificate.ts'
import type { Answer } from '../../domain/receipts.ts'
import { derToRaw, jwkOf } from '../../functions/certify/jose.ts'
import { requestIn } from '../domain/sample.ts'
import { policy } from '../sample-policy.ts'

export const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
export type Pair = ReturnType<typeof newKey>

/** The published half of keys, as `GET /keys` answers. */
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

/** Signed the way functions/certify signs: a DER signature over the digest, as KMS gives it. */
export function signed<T>(what: T, { privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject }) {
  const jwk = jwkOf(publicKey)
  const der = sign('sha256', Buffer.from(canonicalize(what) ?? ''), { key: privateKey, dsaEncoding: 'der' })
  return {
    certificate: what,
    signature: { alg: 'ES256', kid: jwk.kid, value: derToRaw(der).toString('base64url'), jwk },
  }
}

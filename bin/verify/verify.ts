import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Document, Key } from './read.ts'

export type Verdict =
  /** Unchanged, and signed by a key that the company publishes. */
  | { readonly kind: 'valid'; readonly certificate: Document['certificate']; readonly kid: string }
  /** Unchanged since it was signed with the key inside it; whose key that is, nobody compared. */
  | { readonly kind: 'unproved'; readonly certificate: Document['certificate']; readonly kid: string }
  | { readonly kind: 'altered' }
  /** Signed well, but not by a published key. */
  | { readonly kind: 'another-key'; readonly kid: string }

/**
 * Checks the signature (ES256, RFC 7518) over the certificate in canonical form (RFC 8785). The key inside proves
 * only that nothing changed since somebody signed: whoever forges a certificate puts their own key into it.
 * @param published the company's keys; without them the best answer is `unproved`
 */
export function verify({ certificate, signature }: Document, published?: readonly Key[]): Verdict {
  const { jwk, kid } = signature
  const named = jwk.kid === kid && thumbprint(jwk) === kid
  if (!named || !signedBy(jwk, certificate, signature.value)) return { kind: 'altered' }
  if (!published) return { kind: 'unproved', certificate, kid }
  // The thumbprint is a hash of the key itself: the same name is the same key.
  return published.some((key) => thumbprint(key) === kid)
    ? { kind: 'valid', certificate, kid }
    : { kind: 'another-key', kid }
}

/** RFC 7638: what a key's name has to be. */
const thumbprint = ({ crv, kty, x, y }: Key): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')

function signedBy({ kty, crv, x, y }: Key, certificate: unknown, value: string): boolean {
  const text = canonicalize(certificate)
  if (text === undefined) return false
  try {
    const key = createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' })
    return verifySignature(
      'sha256',
      Buffer.from(text),
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(value, 'base64url'),
    )
  } catch {
    // A point that is not on the curve signs nothing.
    return false
  }
}

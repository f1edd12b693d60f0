import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import type { SigningKey } from '../../adapters/keys.ts'

export type SigningJwk = {
  readonly kty: 'EC'
  readonly crv: 'P-256'
  readonly x: string
  readonly y: string
  readonly alg: 'ES256'
  readonly use: 'sig'
  readonly kid: string
}

/** The public key as a JWK (RFC 7517) named by its thumbprint (RFC 7638). @throws for any other curve */
export function jwkOf(key: KeyObject): SigningJwk {
  const { kty, crv, x, y } = key.export({ format: 'jwk' })
  if (kty !== 'EC' || crv !== 'P-256' || !x || !y) throw new Error('the signing key is not on P-256')
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
  return { kty, crv, x, y, alg: 'ES256', use: 'sig', kid }
}

/** A DER ECDSA signature as r and s of 32 bytes each, as ES256 (RFC 7518, 3.4) wants it. */
export function derToRaw(der: Uint8Array): Buffer {
  const integer = (at: number): { readonly bytes: Buffer; readonly next: number } => {
    const length = der[at + 1] ?? 0
    const bytes = Buffer.from(der.subarray(at + 2, at + 2 + length))
    const short = bytes.subarray(Math.max(0, bytes.length - 32))
    return { bytes: Buffer.concat([Buffer.alloc(32 - short.length), short]), next: at + 2 + length }
  }
  const r = integer(2)
  return Buffer.concat([r.bytes, integer(r.next).bytes])
}

export type Signature = {
  readonly alg: 'ES256'
  readonly kid: string
  readonly value: string
  readonly jwk: SigningJwk
}

/** Signs a SHA-256 digest (32 bytes), with the public half beside the signature. */
export async function signedBy(key: SigningKey, digest: Uint8Array): Promise<Signature> {
  const jwk = jwkOf(createPublicKey({ key: Buffer.from(await key.publicKey()), format: 'der', type: 'spki' }))
  return { alg: 'ES256', kid: jwk.kid, value: derToRaw(await key.sign(digest)).toString('base64url'), jwk }
}

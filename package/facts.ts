import type { CopyRight } from '../policy/rights.ts'
import type { Language, Policy } from '../policy/schema.ts'

/** What a package says about itself. */
export type PackageFacts = {
  readonly reference: string
  readonly right: CopyRight
  readonly language: Language
  readonly policy: Policy
  /** ISO instants: when the request came in, and when the package is put together. */
  readonly receivedAt: string
  readonly at: string
  /** What every system answered for every category. `found`: records; `reason`: why it is missing, never a value. */
  readonly coverage: readonly Covered[]
}

export type Covered = {
  readonly system: string
  readonly category: string
  readonly found: number
  readonly outcome: 'given' | 'none' | 'missing'
  readonly reason?: string
  /** Given by somebody of the company by hand: their role and number. */
  readonly statedBy?: string
}

/** ES256 over a SHA-256 digest: `value` is r and s in base64url, `kid` the thumbprint of `jwk` (RFC 7638). */
type Signature = {
  readonly alg: 'ES256'
  readonly kid: string
  readonly value: string
  readonly jwk: JsonWebKey
}
export type Sign = (digest: Uint8Array) => Promise<Signature>

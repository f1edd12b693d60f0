import { createHash, randomBytes } from 'node:crypto'
import { GenerateMacCommand, GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms'

/** A link's secret: 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What 256 bits look like in base64url, for a pattern that finds them in a text. */
export const tokenPattern = '[A-Za-z0-9_-]{43}'
const token = new RegExp(`^${tokenPattern}$`)
/** Whether this can be a secret or a hash of ours: anything else need not be looked for. */
export const isToken = (text: string): boolean => token.test(text)

/** What the store keeps of a link's secret. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Binds a link to whom it was mailed: who has the link can tell the address, and the store alone cannot. */
export const boundTo = (token: string, address: string): string =>
  createHash('sha256').update(`${token}:${address.trim().toLowerCase()}`).digest('base64url')

/** Crockford's base 32: no letter or digit that is taken for another. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code that a person reads in a mail and types: 40 random bits in two groups, e.g. `7K3M-92QF`. */
export function newCode(): string {
  const typed = Array.from(randomBytes(8), (byte) => signs[byte % 32]).join('')
  return `${typed.slice(0, 4)}-${typed.slice(4)}`
}

/** What the store keeps of a code: a hash bound to its request, the same however the code was typed. */
export const codeHash = (reference: string, typed: string): string => {
  const code = typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')
  return createHash('sha256').update(`${reference}:${code}`).digest('base64url')
}

/** Keyed hashes of addresses: without the KMS key nobody can test a guess. */
export class Mac {
  readonly #client: KMSClient
  readonly #key: string

  constructor(key: string, client: KMSClient = new KMSClient({})) {
    this.#client = client
    this.#key = key
  }

  /** HMAC-SHA-256 by KMS over the address in lower case, base64url. */
  async ofAddress(address: string): Promise<string> {
    return (await this.#of(address.trim().toLowerCase())).toString('base64url')
  }

  /**
   * A key of 32 bytes for one purpose, always the same. Whatever is hashed as an address is in lower case: a text that begins with
   * a capital is none, so that no key is ever kept as a hash.
   */
  async secretFor(purpose: string): Promise<Buffer> {
    return this.#of(`Purpose: ${purpose}`)
  }

  async #of(text: string): Promise<Buffer> {
    const mac = await this.#client.send(
      new GenerateMacCommand({
        KeyId: this.#key,
        MacAlgorithm: 'HMAC_SHA_256',
        Message: Buffer.from(text),
      }),
    )
    if (!mac.Mac) throw new Error('KMS answered without a MAC')
    return Buffer.from(mac.Mac)
  }
}

/** The key that signs certificates: ECDSA on P-256, private half inside KMS. */
export class SigningKey {
  readonly #client: KMSClient
  readonly #key: string

  constructor(key: string, client: KMSClient = new KMSClient({})) {
    this.#client = client
    this.#key = key
  }

  /** DER signature over a SHA-256 digest (32 bytes). */
  async sign(digest: Uint8Array): Promise<Uint8Array> {
    const signed = await this.#client.send(
      new SignCommand({ KeyId: this.#key, Message: digest, MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' }),
    )
    if (!signed.Signature) throw new Error('KMS answered without a signature')
    return signed.Signature
  }

  /** DER SubjectPublicKeyInfo. */
  async publicKey(): Promise<Uint8Array> {
    const found = await this.#client.send(new GetPublicKeyCommand({ KeyId: this.#key }))
    if (!found.PublicKey) throw new Error('KMS answered without a public key')
    return found.PublicKey
  }
}

import { createHash, randomBytes } from 'node:crypto'
import { GenerateMacCommand, GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms'

/** A link's secret: 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What the store keeps of a link's secret. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')

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
    const mac = await this.#client.send(
      new GenerateMacCommand({
        KeyId: this.#key,
        MacAlgorithm: 'HMAC_SHA_256',
        Message: Buffer.from(address.trim().toLowerCase()),
      }),
    )
    if (!mac.Mac) throw new Error('KMS answered without a MAC')
    return Buffer.from(mac.Mac).toString('base64url')
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

import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import type { Mac } from './keys.ts'

/** Whose mails of which list a link ends. */
export type Subscription = { readonly address: string; readonly list: string }

const algorithm = 'aes-256-gcm'
/** Bytes (NIST SP 800-38D). */
const [ivBytes, tagBytes] = [12, 16]

/**
 * The secrets of links that end mails. A link holds what it is about, sealed: nothing has to be kept for every mail that a
 * company sends, nobody can read or guess one, and it is good for as long as the list exists. The same subscription has
 * the same link: its first bytes are drawn from the content by a key of their own, so that no two contents share them.
 */
export class MailingLinks {
  readonly #mac: Mac
  #keys: Promise<{ readonly seal: Uint8Array; readonly iv: Uint8Array }> | undefined

  constructor(mac: Mac) {
    this.#mac = mac
  }

  async sealed({ address, list }: Subscription): Promise<string> {
    const keys = await this.#derived()
    const content = JSON.stringify([address.trim().toLowerCase(), list])
    const iv = createHmac('sha256', keys.iv).update(content).digest().subarray(0, ivBytes)
    const cipher = createCipheriv(algorithm, keys.seal, iv)
    return Buffer.concat([iv, cipher.update(content), cipher.final(), cipher.getAuthTag()]).toString('base64url')
  }

  /** Nothing when it is not one of ours, or was altered. */
  async opened(secret: string): Promise<Subscription | undefined> {
    const bytes = Buffer.from(secret, 'base64url')
    if (bytes.length <= ivBytes + tagBytes) return undefined
    const { seal } = await this.#derived()
    const decipher = createDecipheriv(algorithm, seal, bytes.subarray(0, ivBytes))
    decipher.setAuthTag(bytes.subarray(-tagBytes))
    try {
      const content = Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()])
      const [address, list] = JSON.parse(content.toString())
      return { address, list }
    } catch {
      return undefined
    }
  }

  /** Two keys drawn from one that KMS makes once for each running function. */
  #derived() {
    this.#keys ??= this.#mac.secretFor('mailing-links').then(
      (secret) => {
        const key = (what: string) => new Uint8Array(hkdfSync('sha256', secret, '', what, 32))
        return { seal: key('seal'), iv: key('iv') }
      },
      (error) => {
        this.#keys = undefined
        throw error
      },
    )
    return this.#keys
  }
}

import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPublicKey,
  hash,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { p256 } from '@noble/curves/nist.js'
import { JsonError } from '../protocol/json.ts'

export const specs = ['SYMMETRIC_DEFAULT', 'HMAC_256', 'ECC_NIST_P256'] as const
export type Spec = (typeof specs)[number]
export type Context = Readonly<Record<string, string>>

/** What a key may be used for. */
export const usageOf = (spec: Spec) =>
  ({ SYMMETRIC_DEFAULT: 'ENCRYPT_DECRYPT', HMAC_256: 'GENERATE_VERIFY_MAC', ECC_NIST_P256: 'SIGN_VERIFY' })[spec]

/** New key material: 256 bits. */
export const newMaterial = (spec: Spec): Buffer =>
  spec === 'ECC_NIST_P256' ? Buffer.from(p256.utils.randomSecretKey()) : randomBytes(32)

const [ivBytes, tagBytes] = [12, 16]

/** What a ciphertext begins with: a version, and which key it needs. */
export const mark = (arn: string): Buffer =>
  Buffer.concat([Buffer.of(1), createHash('sha256').update(arn).digest().subarray(0, 16)])
const markBytes = mark('').length

export const markOf = (ciphertext: Buffer): Buffer => ciphertext.subarray(0, markBytes)

const bound = (beginning: Buffer, context: Context): Buffer =>
  Buffer.concat([beginning, Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))))])

/** AES-256-GCM, the encryption context and the key's name authenticated. */
export function encrypt(arn: string, material: Buffer, plaintext: Buffer, context: Context): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', material, iv).setAAD(bound(mark(arn), context))
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Buffer.concat([mark(arn), iv, cipher.getAuthTag(), sealed])
}

/** @throws JsonError InvalidCiphertextException for another context, and for what was altered */
export function decrypt(material: Buffer, ciphertext: Buffer, context: Context): Buffer {
  const start = markBytes + ivBytes + tagBytes
  const [iv, tag] = [ciphertext.subarray(markBytes, markBytes + ivBytes), ciphertext.subarray(start - tagBytes, start)]
  try {
    const decipher = createDecipheriv('aes-256-gcm', material, iv, { authTagLength: tagBytes })
    decipher.setAAD(bound(markOf(ciphertext), context)).setAuthTag(tag)
    return Buffer.concat([decipher.update(ciphertext.subarray(start)), decipher.final()])
  } catch {
    throw new JsonError('InvalidCiphertextException', '')
  }
}

export const macOf = (material: Buffer, message: Buffer): Buffer =>
  createHmac('sha256', material).update(message).digest()

export const sameMac = (material: Buffer, message: Buffer, mac: Buffer): boolean => {
  const right = macOf(material, message)
  return right.length === mac.length && timingSafeEqual(right, mac)
}

export const sha256 = (message: Buffer): Buffer => hash('sha256', message, 'buffer')

// Node signs messages, never a digest that is given; KMS does both. Hence noble's P-256, which takes digests.
const ecdsa = { prehash: false, lowS: false, format: 'der' } as const

/** ECDSA over a digest of 32 bytes, DER. */
export const sign = (material: Buffer, digest: Buffer): Buffer => Buffer.from(p256.sign(digest, material, ecdsa))

export function verify(material: Buffer, digest: Buffer, signature: Buffer): boolean {
  try {
    return p256.verify(signature, digest, p256.getPublicKey(material), ecdsa)
  } catch {
    // Not even a signature in DER.
    return false
  }
}

/** DER SubjectPublicKeyInfo. */
export function publicKey(material: Buffer): Buffer {
  const point = Buffer.from(p256.getPublicKey(material, false))
  const half = (from: number) => point.subarray(from, from + 32).toString('base64url')
  const key = { kty: 'EC', crv: 'P-256', x: half(1), y: half(33) }
  return createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'der' })
}

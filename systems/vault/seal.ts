import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'

const cipher = 'aes-256-gcm'
/** Bytes, NIST SP 800-38D. */
const ivLength = 12
const tagLength = 16

/** Compressed, then encrypted with AES-256-GCM under a 32-byte key; bound to `context`, so that it opens nowhere else. */
export function seal(key: Uint8Array, context: string, plain: string): Buffer {
  const iv = randomBytes(ivLength)
  const gcm = createCipheriv(cipher, key, iv).setAAD(Buffer.from(context))
  const body = Buffer.concat([gcm.update(gzipSync(plain)), gcm.final()])
  return Buffer.concat([iv, gcm.getAuthTag(), body])
}

/** What `seal` got. @throws when a bit, the key or the context differs. */
export function open(key: Uint8Array, context: string, sealed: Uint8Array): string {
  const iv = sealed.subarray(0, ivLength)
  const tag = sealed.subarray(ivLength, ivLength + tagLength)
  const gcm = createDecipheriv(cipher, key, iv, { authTagLength: tagLength })
    .setAAD(Buffer.from(context))
    .setAuthTag(tag)
  return gunzipSync(Buffer.concat([gcm.update(sealed.subarray(ivLength + tagLength)), gcm.final()])).toString('utf8')
}

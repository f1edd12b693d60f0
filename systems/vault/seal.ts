import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

const cipher = 'aes-256-gcm'
/** Bytes, NIST SP 800-38D. */
const ivLength = 12
const tagLength = 16

/** Compressed, then encrypted with AES-256-GCM under a 32-byte key; bound to `context`, so that it opens nowhere else. */
export async function seal(key: Uint8Array, context: string, plain: string): Promise<Buffer> {
  const iv = randomBytes(ivLength)
  const gcm = createCipheriv(cipher, key, iv).setAAD(Buffer.from(context))
  const body = gcm.update(await promisify(gzip)(plain))
  return Buffer.concat([iv, body, gcm.final(), gcm.getAuthTag()])
}

/** What `seal` got. @throws when a bit, the key or the context differs. */
export async function open(key: Uint8Array, context: string, sealed: Uint8Array): Promise<string> {
  const gcm = createDecipheriv(cipher, key, sealed.subarray(0, ivLength), { authTagLength: tagLength })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(-tagLength))
  const body = gcm.update(sealed.subarray(ivLength, -tagLength))
  return (await promisify(gunzip)(Buffer.concat([body, gcm.final()]))).toString('utf8')
}

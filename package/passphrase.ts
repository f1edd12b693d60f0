import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'

const derived = promisify(pbkdf2)

/** Iterations, and bytes of salt, keys and check, of AES-256 in a zip (WinZip, "AES Encryption Information", III and IV). The format fixes them. */
const iterations = 1_000
const lengths = { salt: 16, cipher: 32, authentication: 32, check: 2 }

/** Characters of a passphrase: a thousand iterations slow a guess down but little, so length has to; 7-Zip takes 99 at most. */
const shortest = 12
const longest = 99

/** What encrypts one entry of a zip, once. The passphrase cannot be had from it but by guessing. */
export type EntryKeys = {
  readonly salt: Buffer
  readonly cipher: Buffer
  readonly authentication: Buffer
  /** By it a program tells a wrong passphrase at once. */
  readonly check: Buffer
}

/** Why a passphrase is none; undefined when it is one. Programs disagree on how to read letters beyond ASCII. */
export function wrongWith(passphrase: string): 'length' | 'signs' | undefined {
  if (passphrase.length < shortest || passphrase.length > longest) return 'length'
  return /^[\x20-\x7e]+$/.test(passphrase) ? undefined : 'signs'
}

/** Keys for one entry, from a passphrase and a fresh salt (PBKDF2 with HMAC-SHA-1, RFC 8018). */
export async function keysFrom(passphrase: string, salt: Buffer = randomBytes(lengths.salt)): Promise<EntryKeys> {
  const { cipher, authentication, check } = lengths
  const key = await derived(passphrase, salt, iterations, cipher + authentication + check, 'sha1')
  return cut(Buffer.concat([salt, key]))
}

/** The keys as bytes to keep, and from such. */
export const packed = ({ salt, cipher, authentication, check }: EntryKeys): Buffer =>
  Buffer.concat([salt, cipher, authentication, check])

export function cut(bytes: Uint8Array): EntryKeys {
  const all = Buffer.from(bytes)
  const [cipher, authentication, check] = [lengths.salt, lengths.salt + lengths.cipher, all.length - lengths.check]
  return {
    salt: all.subarray(0, cipher),
    cipher: all.subarray(cipher, authentication),
    authentication: all.subarray(authentication, check),
    check: all.subarray(check),
  }
}

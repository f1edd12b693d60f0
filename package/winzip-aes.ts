import { createCipheriv, createHash } from 'node:crypto'
import { createSHA1, type IHasher } from 'hash-wasm'
import { dosTime, endOf } from './directory.ts'
import type { EntryKeys } from './passphrase.ts'

/**
 * A zip with one entry, encrypted as WinZip's AE-2 with AES-256 ("AES Encryption Information: Encryption Specification
 * AE-1 and AE-2", version 1.04) and stored: it can be begun, continued and ended in different processes.
 */

const [block, authenticationBytes] = [16, 10]
/** Bytes that are encrypted at a time, whole blocks. */
const atOnce = 4096 * block
/** Version to extract: 5.1 (APPNOTE 4.4.3.2); flag 0: encrypted; method 99: see the extra field; a 32-bit field that says: zip64. */
const [version, encrypted, method, elsewhere] = [51, 1, 99, 0xffff_ffff]

/** Encrypts or decrypts bytes that begin at a block of the entry. @param at offset of them, a multiple of 16 */
export function crypt(content: Buffer, { cipher: key }: EntryKeys, at: number): Buffer {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false)
  const done = Buffer.alloc(Math.ceil(content.length / block) * block)
  content.copy(done)
  // WinZip counts blocks from 1, little-endian in 128 bits; Node's CTR mode counts big-endian.
  const counters = new Uint32Array(Math.min(atOnce, done.length) / 4)
  for (let from = 0; from < done.length; from += atOnce) {
    const length = Math.min(atOnce, done.length - from)
    const first = (at + from) / block + 1
    for (let n = 0; n < length / block; n++) {
      counters[4 * n] = first + n
      counters[4 * n + 1] = Math.floor((first + n) / 2 ** 32)
    }
    mix(done.subarray(from, from + length), cipher.update(new Uint8Array(counters.buffer, 0, length)))
  }
  return done.subarray(0, content.length)
}

/** Exclusive or of two buffers of whole blocks into the first, four bytes at a time. */
function mix(into: Buffer, other: Buffer): void {
  const words = (one: Buffer) => new Uint32Array(one.buffer, one.byteOffset, one.length / 4)
  const [a, b] = [words(into), words(other)]
  for (let n = 0; n < a.length; n++) a[n] = (a[n] ?? 0) ^ (b[n] ?? 0)
}

/** Authenticates what was encrypted (HMAC-SHA-1, RFC 2104). Node's own cannot be put away and taken up again. */
export class Authentication {
  readonly #inner: IHasher
  readonly #outerPad: Buffer

  private constructor(inner: IHasher, outerPad: Buffer) {
    this.#inner = inner
    this.#outerPad = outerPad
  }

  /** @param state of an earlier one, from `saved` */
  static async of({ authentication }: EntryKeys, state?: Uint8Array): Promise<Authentication> {
    const padded = (value: number) =>
      Buffer.from(Buffer.alloc(64, value).map((byte, n) => byte ^ (authentication[n] ?? 0)))
    const inner = await createSHA1()
    if (state) inner.load(state)
    else inner.init().update(padded(0x36))
    return new Authentication(inner, padded(0x5c))
  }

  update(content: Buffer): void {
    this.#inner.update(content)
  }

  get saved(): Uint8Array {
    return this.#inner.save()
  }

  /** The code that stands after the content. Nothing can be added any more. */
  code(): Buffer {
    const inner = this.#inner.digest('binary')
    return createHash('sha1').update(this.#outerPad).update(inner).digest().subarray(0, authenticationBytes)
  }
}

export type Entry = {
  readonly name: string
  readonly modified: Date /** Bytes of the content. */
  readonly size: number
}

/** What stands before the encrypted content. */
export const before = (entry: Entry, { salt, check }: EntryKeys): Buffer =>
  Buffer.concat([header(entry, 'local'), salt, check])

/** What stands after it: its code, the list of the one file, the end. */
export function after(entry: Entry, keys: EntryKeys, code: Buffer): Buffer {
  const list = header(entry, 'central')
  const offset = before(entry, keys).length + entry.size + code.length
  return Buffer.concat([code, list, endOf({ offset, bytes: list.length, entries: 1 })])
}

/** A file header (APPNOTE 4.3.7 and 4.3.12): they tell the same in almost the same order. */
function header({ name, modified, size }: Entry, kind: 'local' | 'central'): Buffer {
  const stored = size + 16 + 2 + authenticationBytes
  const large = stored >= elsewhere
  const extra = Buffer.concat([...(large ? [zip64(size, stored)] : []), aes])
  const [time, date] = dosTime(modified)
  const common = Buffer.alloc(26)
  for (const [n, value] of [version, encrypted, method, time, date].entries()) common.writeUInt16LE(value, 2 * n)
  // AE-2 has no CRC: the code stands for it.
  common.writeUInt32LE(0, 10)
  common.writeUInt32LE(large ? elsewhere : stored, 14)
  common.writeUInt32LE(large ? elsewhere : size, 18)
  common.writeUInt16LE(Buffer.byteLength(name), 22)
  common.writeUInt16LE(extra.length, 24)
  if (kind === 'local') return Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), extra])
  // Made by 6.3 on Unix; no comment, disk 0, a usual file that its owner alone reads, at the beginning of the zip.
  const made = Buffer.from([63, 3])
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(0o100600 * 2 ** 16, 6)
  return Buffer.concat([Buffer.from('PK\x01\x02'), made, common, rest, Buffer.from(name), extra])
}

/** The extra field of AES: AE-2, 256 bits, stored. */
const aes = Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, 0, 0])

function zip64(size: number, stored: number): Buffer {
  const field = Buffer.from([1, 0, 16, 0, ...new Array<number>(16).fill(0)])
  field.writeBigUInt64LE(BigInt(size), 4)
  field.writeBigUInt64LE(BigInt(stored), 12)
  return field
}

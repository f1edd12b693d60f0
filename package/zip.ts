import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'
import { type Directory, dosTime, flags, recordOf } from './directory.ts'

export type Content = Iterable<Uint8Array> | AsyncIterable<Uint8Array>
export type Written = { readonly bytes: number; readonly sha256: string }
/** @param modified shown as the file's date @param compress false where nothing would be won @param size as far as it is known, bytes */
export type Kind = { readonly modified: Date; readonly compress?: boolean; readonly size?: number }

/** Bytes that come out of the compression at a time. Node's 16 KB mean four times as many turns of the event loop. */
const chunkSize = 64 * 1024
/** From here on sizes may not fit into 32 bits any more: what cannot be compressed grows a little (RFC 1951, 3.2.4). */
const large = 2 ** 32 - 4 * 2 ** 20

/**
 * A zip that is written from its beginning to its end, to wherever `write` takes it (APPNOTE 6.3.10). What follows from
 * a file's content stands behind it, so nothing is held but one line of the list for each file.
 */
export class Zip {
  readonly #write: (piece: Uint8Array) => Promise<void>
  readonly #list: Buffer[] = []
  #bytes = 0

  constructor(write: (piece: Uint8Array) => Promise<void>) {
    this.#write = write
  }

  get entries(): number {
    return this.#list.length
  }

  /** Bytes so far, without the list. */
  get bytes(): number {
    return this.#bytes
  }

  /** One file; the next one begins when it has ended. @throws what the content throws: then the zip is of no use */
  async add(path: string, content: Content, { modified, compress = true, size = 0 }: Kind): Promise<Written> {
    const [offset, method, zip64] = [this.#bytes, compress ? 8 : 0, size >= large]
    await this.#put(localHeader(path, modified, method, zip64))
    const from = this.#bytes
    const hash = createHash('sha256')
    let [bytes, crc] = [0, 0]
    async function* seen() {
      for await (const piece of content) {
        hash.update(piece)
        crc = crc32(piece, crc)
        bytes += piece.length
        yield piece
      }
    }
    const put = async (pieces: AsyncIterable<Uint8Array>) => {
      for await (const piece of pieces) await this.#put(piece)
    }
    await (compress ? pipeline(seen, createDeflateRaw({ chunkSize }), put) : put(seen()))
    const stored = this.#bytes - from
    if (!zip64 && Math.max(bytes, stored) >= 2 ** 32 - 1) throw new Error('a file is larger than was said')
    await this.#put(descriptor(crc, stored, bytes, zip64))
    this.#list.push(recordOf({ path, modified, method, crc, size: bytes, stored, offset }))
    return { bytes, sha256: hash.digest('hex') }
  }

  /** The list of all files, as it stands behind them, and where that is. */
  list(): { readonly content: Buffer; readonly directory: Directory } {
    const content = Buffer.concat(this.#list)
    return { content, directory: { offset: this.#bytes, bytes: content.length, entries: this.entries } }
  }

  async #put(piece: Uint8Array): Promise<void> {
    this.#bytes += piece.length
    await this.#write(piece)
  }
}

/** What stands before a file (4.3.7). One that may be large says so here (4.5.3), for whoever reads without the list. */
function localHeader(path: string, modified: Date, method: number, zip64: boolean): Buffer {
  const name = Buffer.from(path)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  const [time, date] = dosTime(modified)
  for (const [n, value] of [zip64 ? 45 : 20, flags, method, time, date].entries())
    header.writeUInt16LE(value, 4 + 2 * n)
  if (zip64) header.fill(0xff, 18, 26)
  header.writeUInt16LE(name.length, 26)
  const extra = zip64 ? Buffer.from([1, 0, 16, 0, ...new Array<number>(16).fill(0)]) : Buffer.alloc(0)
  header.writeUInt16LE(extra.length, 28)
  return Buffer.concat([header, name, extra])
}

/** What stands behind it (4.3.9). */
function descriptor(crc: number, stored: number, bytes: number, zip64: boolean): Buffer {
  const all = Buffer.alloc(zip64 ? 24 : 16)
  all.writeUInt32LE(0x08074b50, 0)
  all.writeUInt32LE(crc, 4)
  if (zip64) for (const [n, value] of [stored, bytes].entries()) all.writeBigUInt64LE(BigInt(value), 8 + 8 * n)
  else for (const [n, value] of [stored, bytes].entries()) all.writeUInt32LE(value, 8 + 4 * n)
  return all
}

import { Transform } from 'node:stream'
import zlib, { type ZlibOptions } from 'node:zlib'

type Done = (error: Error | null, result?: Buffer) => void

/** Answers as Node's do, never before the caller has gone on. */
const at = (work: (given: Buffer | string) => Buffer) => (given: Buffer | string, done: Done) =>
  process.nextTick(() => {
    let result: Buffer
    try {
      result = work(given)
    } catch (error) {
      return done(error as Error)
    }
    return done(null, result)
  })

/**
 * Node compresses in threads, which end when the machine has time for them: beside a call that only waits for a service, the
 * simulation's clock would go on or not, as the load will have it. Here it is done at once, and the same bytes come out.
 */
export const withoutThreads = {
  crc32: zlib.crc32,
  gzip: at((given) => zlib.gzipSync(given)),
  gunzip: at((given) => zlib.gunzipSync(given)),
  gzipSync: zlib.gzipSync,
  gunzipSync: zlib.gunzipSync,
  /** Of a whole content: what comes here is small. */
  createDeflateRaw: (options: ZlibOptions): Transform => {
    const pieces: Buffer[] = []
    return new Transform({
      transform: (piece: Buffer, _encoding, next) => {
        pieces.push(piece)
        next()
      },
      flush: (end) => end(null, zlib.deflateRawSync(Buffer.concat(pieces), options)),
    })
  },
}

import { createHash, randomUUID } from 'node:crypto'
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { S3Client } from '@aws-sdk/client-s3'

/** Bytes of a block that takes no room when it is all zeros. */
const block = 64 * 1024
const zeros = Buffer.alloc(block)

type Extent = { readonly file: number; readonly at: number; readonly length: number }
type Stored = { readonly etag: string; readonly extents: readonly Extent[] }
type Asked = {
  method: string
  path: string
  query: Record<string, string>
  headers: Record<string, string>
  body?: unknown
}

/**
 * As much of S3 as a package needs, inside the process: it stands in for S3 only where gigabytes of zeros would be too
 * much for a disk or for a test's time. Parts are files with holes; a copied part refers to bytes instead of moving them.
 */
export class SparseS3 {
  readonly client: S3Client
  /** Bytes that were sent. */
  sent = 0
  readonly #folder = mkdtempSync(join(tmpdir(), 'oblige-sparse-'))
  readonly #objects = new Map<string, Stored>()
  readonly #uploads = new Map<string, Map<number, Stored>>()
  #files = 0

  constructor() {
    mkdirSync(this.#folder, { recursive: true })
    this.client = new S3Client({
      region: 'eu-central-1',
      forcePathStyle: true,
      credentials: { accessKeyId: 'sparse', secretAccessKey: 'sparse' },
      requestHandler: { handle: async (request: Asked) => ({ response: await this.#answer(request) }) } as never,
    })
  }

  async #answer({ method, path, query, headers, body }: Asked) {
    const key = path.split('/').slice(2).map(decodeURIComponent).join('/')
    const upload = query.uploadId
    if (method === 'GET' && 'uploadId' in query) return xml(this.#listed(upload ?? ''))
    if (method === 'GET') return this.#read(key, headers.range)
    if (method === 'POST' && 'uploads' in query) {
      const id = randomUUID()
      this.#uploads.set(id, new Map())
      return xml(`<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`)
    }
    if (method === 'POST' && upload) return xml(this.#complete(key, upload))
    const copied = headers['x-amz-copy-source']
    if (method === 'PUT' && upload && copied) {
      const [, first = 0, last = 0] =
        /bytes=(\d+)-(\d+)/.exec(headers['x-amz-copy-source-range'] ?? '')?.map(Number) ?? []
      const source = this.#objects.get(copied.split('/').slice(1).join('/'))
      const stored = { etag: `"${randomUUID()}"`, extents: cut(source?.extents ?? [], first, last - first + 1) }
      this.#uploads.get(upload)?.set(Number(query.partNumber), stored)
      return xml(`<CopyPartResult><ETag>${stored.etag}</ETag></CopyPartResult>`)
    }
    if (method === 'PUT') {
      const stored = this.#store(await bytesOf(body))
      if (upload) this.#uploads.get(upload)?.set(Number(query.partNumber), stored)
      else this.#objects.set(key, stored)
      return answer(200, { etag: stored.etag })
    }
    throw new Error(`not done here: ${method} ${path}`)
  }

  #store(content: Buffer): Stored {
    this.sent += content.length
    const file = openSync(join(this.#folder, String(++this.#files)), 'w')
    writeSparse(file, content, 0)
    ftruncateSync(file, content.length)
    closeSync(file)
    const etag = `"${createHash('md5').update(String(this.#files)).digest('hex')}"`
    return { etag, extents: [{ file: this.#files, at: 0, length: content.length }] }
  }

  #complete(key: string, upload: string): string {
    const parts = [...(this.#uploads.get(upload) ?? [])].toSorted(([a], [b]) => a - b)
    this.#uploads.delete(upload)
    const etag = `"${randomUUID()}-${parts.length}"`
    this.#objects.set(key, { etag, extents: parts.flatMap(([, { extents }]) => extents) })
    return `<CompleteMultipartUploadResult><ETag>${etag}</ETag></CompleteMultipartUploadResult>`
  }

  #listed(upload: string): string {
    const parts = [...(this.#uploads.get(upload) ?? [])].toSorted(([a], [b]) => a - b)
    const each = parts.map(([n, { etag }]) => `<Part><PartNumber>${n}</PartNumber><ETag>${etag}</ETag></Part>`)
    return `<ListPartsResult><IsTruncated>false</IsTruncated>${each.join('')}</ListPartsResult>`
  }

  #read(key: string, range: string | undefined) {
    const stored = this.#objects.get(key)
    if (!stored) return xml('<Error><Code>NoSuchKey</Code></Error>', 404)
    const size = sizeOf(stored)
    const [, first = 0, last = size - 1] = /bytes=(\d+)-(\d+)/.exec(range ?? '')?.map(Number) ?? []
    const content = [...this.#bytes(cut(stored.extents, first, last - first + 1))]
    return answer(range ? 206 : 200, { etag: stored.etag }, Buffer.concat(content))
  }

  *#bytes(extents: readonly Extent[]): Iterable<Buffer> {
    for (const { file, at, length } of extents) {
      const open = openSync(join(this.#folder, String(file)), 'r')
      for (let done = 0; done < length; done += block) {
        const piece = Buffer.alloc(Math.min(block, length - done))
        readSync(open, piece, 0, piece.length, at + done)
        yield piece
      }
      closeSync(open)
    }
  }

  /** Writes an object as a file with holes. @returns its bytes */
  save(key: string, path: string): number {
    const stored = this.#objects.get(key)
    if (!stored) throw new Error(`there is no ${key}`)
    const file = openSync(path, 'w')
    let at = 0
    for (const piece of this.#bytes(stored.extents)) {
      writeSparse(file, piece, at)
      at += piece.length
    }
    ftruncateSync(file, at)
    closeSync(file)
    return at
  }

  stop(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

function writeSparse(file: number, content: Buffer, at: number): void {
  for (let from = 0; from < content.length; from += block) {
    const piece = content.subarray(from, from + block)
    if (!piece.equals(zeros.subarray(0, piece.length))) writeSync(file, piece, 0, piece.length, at + from)
  }
}

const sizeOf = ({ extents }: Stored) => extents.reduce((sum, { length }) => sum + length, 0)

function cut(extents: readonly Extent[], start: number, length: number): readonly Extent[] {
  const found: Extent[] = []
  let at = 0
  for (const extent of extents) {
    const from = Math.max(start, at)
    const until = Math.min(start + length, at + extent.length)
    if (from < until) found.push({ file: extent.file, at: extent.at + from - at, length: until - from })
    at += extent.length
  }
  return found
}

async function bytesOf(body: unknown): Promise<Buffer> {
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  if (typeof body === 'string' || body === undefined) return Buffer.from(body ?? '')
  const pieces: Buffer[] = []
  for await (const piece of body as Readable) pieces.push(Buffer.from(piece as Uint8Array))
  return Buffer.concat(pieces)
}

const answer = (statusCode: number, headers: Record<string, string>, body: Buffer = Buffer.alloc(0)) => ({
  statusCode,
  headers: { ...headers, 'content-length': String(body.length) },
  body: Readable.from(body.length > 0 ? [body] : []),
})
const xml = (text: string, status = 200) => answer(status, { 'content-type': 'application/xml' }, Buffer.from(text))

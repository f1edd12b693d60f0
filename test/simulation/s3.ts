import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { S3 } from '../../local/s3/s3.ts'
import type { Time } from './time.ts'
import type { HttpRequest, Service } from './wire.ts'

/** Where packages lie, as infra/packages.ts makes it: no versions. */
const bucket = 'packages'
/** Where SES puts mails. */
const mailbox = 'mails'

/** The local cloud's S3, without its gateway: it answers at once, and by the simulation's clock. */
export class Files implements Service {
  readonly throttled = 'SlowDown'
  readonly #s3: S3
  readonly #folder: string

  constructor(time: Time) {
    this.#folder = mkdtempSync(join(tmpdir(), 'oblige-simulation-'))
    this.#s3 = new S3({ state: this.#folder, clock: { instant: () => time.instant() } })
    for (const one of [bucket, mailbox]) this.#s3.create(one, false)
  }

  operationOf = ({ method, path }: HttpRequest): string => `${method} ${path}`

  error = (status: number, name: string) => ({
    status,
    headers: { 'content-type': 'application/xml' },
    body: Buffer.from(`<Error><Code>${name}</Code><Message>${name}</Message></Error>`),
  })

  async handle({ request }: { readonly request: HttpRequest }) {
    const { method, path, query = {}, headers } = request
    const { status, ...answer } = await this.#s3.handle({
      ...{ method, path, sourceIp: '127.0.0.1' },
      query: new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value ?? '')])).toString(),
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
      body: bytesOf(request.body),
    })
    // A content is read as it comes; everything else is a text.
    const isContent = method === 'GET' && path.split('/').length > 2 && !('uploadId' in query)
    return {
      status,
      headers: answer.headers,
      body: isContent && status < 300 ? Readable.from([answer.body]) : answer.body,
    }
  }

  /** Keys of all objects that there are. */
  async keys(): Promise<readonly string[]> {
    const query = { 'list-type': '2' }
    const { body } = await this.handle({ request: { method: 'GET', path: `/${bucket}`, query, headers: {} } })
    return [...String(body).matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = '']) => key)
  }

  /** A whole object, or nothing. */
  read(key: string): Buffer | undefined {
    return this.#s3.object(bucket, key)?.body
  }

  /** SES stores a mail under its own name for it. */
  receive(id: string, raw: string): void {
    this.#s3.put(mailbox, `mails/${id}`, Buffer.from(raw), 'message/rfc822')
  }

  /** What infra's lifecycle rule does with mails, after periods.rawMail. */
  expire(days: number): void {
    this.#s3.expire(mailbox, 'mails/', days)
  }

  end(): void {
    void this.#s3.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

function bytesOf(body: unknown): Buffer {
  if (body === undefined || body === null) return Buffer.alloc(0)
  if (typeof body === 'string') return Buffer.from(body)
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  throw new Error('the simulation reads no streamed bodies')
}

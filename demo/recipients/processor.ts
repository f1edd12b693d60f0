import { createSign, randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import { type Authority, type Certified, certified } from './certificate.ts'
import { type Heard, type Said, type Served, serve } from './serve.ts'

/** A request as OpenDSR 2.0 has it, with the three acts beyond it that this processor knows. */
const Asked = z.object({
  regulation: z.enum(['gdpr', 'ccpa']),
  subject_request_id: z.uuidv4(),
  subject_request_type: z.enum(['erasure', 'restriction', 'release', 'rectification']),
  submitted_time: z.iso.datetime(),
  subject_identities: z
    .array(
      z.object({
        identity_type: z.enum(['email', 'controller_customer_id']),
        identity_value: z.string(),
        identity_format: z.enum(['raw', 'sha256']),
      }),
    )
    .check(z.minLength(1)),
  api_version: z.literal('2.0'),
  status_callback_urls: z.array(z.url()).check(z.minLength(1)),
  extensions: z.optional(z.record(z.string(), z.record(z.string(), z.unknown()))),
})
type Asked = z.infer<typeof Asked>

export type Kept = {
  readonly asked: Asked
  /** The body as it came. */
  readonly encoded: string
  status: 'pending' | 'in_progress' | 'completed' | 'cancelled'
}

/** How long it takes to do what it is asked, in ms, when it works by itself. */
const aMoment = 300
/** What every request of this controller is said to take, in ms. */
const expected = 7 * 86_400_000

/** A small processor that speaks OpenDSR 2.0 on this machine, with a key and a certificate of its own. */
export class Processor {
  readonly requests = new Map<string, Kept>()
  /** What it wants to see in `Authorization`. */
  readonly authorization = `Bearer ${randomBytes(16).toString('hex')}`
  readonly domain: string
  /** Whether it does by itself what it is asked, in a moment. */
  byItself = true
  /** Whether it is done the moment it is asked how far it is, and says so before it answers. */
  callsFirst = false
  /** Whether it answers at all. */
  isDown = false
  readonly #certified: Certified
  readonly #centre: string
  #served: Served | undefined

  /** @param centre where the company's privacy centre is on this machine: its public address leads nowhere here */
  constructor(domain: string, authority: Authority, centre: string) {
    this.domain = domain
    this.#certified = certified(domain, authority)
    this.#centre = centre
  }

  async start(): Promise<void> {
    this.#served = await serve(this.#certified, (heard) => this.#answer(heard))
  }

  async stop(): Promise<void> {
    this.byItself = false
    await this.#served?.stop()
  }

  /** What it signs with, PEM. */
  get certificates(): string {
    return this.#certified.pem
  }

  /** Where its paths begin. */
  get endpoint(): string {
    return `${this.#served?.url}/v2`
  }

  /** Does what it was asked, and says so. Answers the status that the controller answered with. */
  async completes(id: string): Promise<number> {
    const kept = this.requests.get(id)
    if (!kept) throw new Error(`nobody asked for ${id}`)
    kept.status = 'completed'
    const [url = ''] = kept.asked.status_callback_urls
    return this.says(JSON.stringify({ ...this.#standing(kept), status_callback_url: url }), url)
  }

  /** Sends a callback, signed with its key or as `how` says. Answers the status. */
  async says(body: string, url: string, how: { readonly signature?: string; readonly domain?: string } = {}) {
    const answer = await fetch(`${this.#centre}${new URL(url).pathname}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'X-OpenDSR-Processor-Domain': how.domain ?? this.domain,
        'X-OpenDSR-Signature': how.signature ?? this.#signed(body),
      },
      body,
    })
    await answer.arrayBuffer()
    return answer.status
  }

  #signed(body: string): string {
    return createSign('RSA-SHA256').update(body).sign(this.#certified.key, 'base64')
  }

  async #answer({ method, path, headers, body }: Heard): Promise<Said> {
    if (this.isDown) return { status: 503, body: '{}' }
    if (path === '/v2/cert.pem') return { status: 200, body: this.#certified.pem }
    if (headers.authorization !== this.authorization) return { status: 401, body: '{}' }
    if (method === 'GET' && path === '/v2/discovery') return { status: 200, body: JSON.stringify(this.#discovery()) }
    if (method === 'POST' && path === '/v2/requests') return this.#receives(body)
    const kept = this.requests.get(path.replace('/v2/requests/', ''))
    if (!kept) return refusal(404, 'there is no such request')
    if (method === 'GET') {
      const standing = this.#standing(kept)
      if (this.callsFirst && kept.status === 'pending') await this.completes(kept.asked.subject_request_id)
      return this.#signs(200, standing)
    }
    if (method !== 'DELETE' || kept.status !== 'pending') return refusal(400, 'it cannot be cancelled any more')
    kept.status = 'cancelled'
    const { subject_request_id } = kept.asked
    return this.#signs(202, { controller_id: 'papyra', subject_request_id, received_time: new Date().toISOString() })
  }

  #discovery() {
    const identity = (identity_type: string, identity_format: string) => ({ identity_type, identity_format })
    return {
      api_version: '2.0',
      supported_identities: [identity('email', 'sha256'), identity('controller_customer_id', 'raw')],
      supported_subject_request_types: Asked.shape.subject_request_type.options,
      processor_certificate: `${this.endpoint}/cert.pem`,
    }
  }

  #receives(body: string): Said {
    const read = Asked.safeParse(JSON.parse(body))
    if (!read.success) return refusal(400, read.error.issues.map(({ path }) => path.join('.')).join(', '))
    const { subject_request_id: id } = read.data
    if (this.requests.has(id)) return refusal(409, 'it is there already')
    const kept: Kept = { asked: read.data, encoded: Buffer.from(body).toString('base64'), status: 'pending' }
    this.requests.set(id, kept)
    // A centre that is closed meanwhile asks when it is open again.
    if (this.byItself)
      setTimeout(() => {
        if (this.byItself && kept.status === 'pending') this.completes(id).catch(() => undefined)
      }, aMoment)
    const { request_status: _, ...standing } = this.#standing(kept)
    return this.#signs(201, { ...standing, received_time: new Date().toISOString(), encoded_request: kept.encoded })
  }

  #standing({ asked, status }: Kept) {
    return {
      controller_id: 'papyra',
      subject_request_id: asked.subject_request_id,
      request_status: status,
      expected_completion_time: new Date(Date.parse(asked.submitted_time) + expected).toISOString(),
      api_version: '2.0',
    }
  }

  #signs(status: number, value: object): Said {
    const body = JSON.stringify(value)
    const headers = { 'X-OpenDSR-Processor-Domain': this.domain, 'X-OpenDSR-Signature': this.#signed(body) }
    return { status, headers, body }
  }
}

const refusal = (code: number, message: string): Said => ({
  status: code,
  body: JSON.stringify({ error: { code, message } }),
})

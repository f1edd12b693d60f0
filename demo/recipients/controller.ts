import { randomBytes, randomUUID } from 'node:crypto'
import { isSigned, signedAs, trusted } from '../../recipients/opendsr/signature.ts'
import { type Authority, type Certified, certified } from './certificate.ts'
import { type Served, serve } from './serve.ts'

type Identity = { readonly identity_type: string; readonly identity_value: string; readonly identity_format: string }
export type Answer = { readonly status: number; readonly json: Record<string, unknown>; readonly location: string }

/** Somebody on whose behalf the demo company holds accounts: asks for its people by OpenDSR 2.0, and hears of them. */
export class Controller {
  /** What it sends in `Authorization`. */
  readonly authorization = `Bearer ${randomBytes(24).toString('hex')}`
  /** What it was told by callbacks, oldest first: the id, the status and where it was told. */
  readonly heard: Array<{ readonly id: string; readonly status: string; readonly url: string }> = []
  /** Whether it answers callbacks at all. */
  isDown = false
  readonly #own: Certified
  readonly #authority: Authority
  readonly #domain: string
  readonly #centre: string
  #served: Served | undefined

  /** @param domain of the company that it asks @param centre where its privacy centre is on this machine */
  constructor(domain: string, authority: Authority, centre: string) {
    this.#domain = domain
    this.#authority = authority
    this.#centre = centre
    this.#own = certified('opendsr.harbour.example.org', authority)
  }

  async start(): Promise<void> {
    this.#served = await serve(this.#own, ({ headers, body }) => {
      if (this.isDown) return { status: 503, body: '{}' }
      const { domain, signature } = signedAs(headers)
      if (domain !== this.#domain || !isSigned(this.#certificate ?? '', Buffer.from(body), signature))
        return { status: 403, body: '{}' }
      const said = JSON.parse(body) as Record<string, string>
      this.heard.push({
        id: said.subject_request_id ?? '',
        status: said.request_status ?? '',
        url: said.status_callback_url ?? '',
      })
      return { status: 202, body: '{}' }
    })
  }

  async stop(): Promise<void> {
    await this.#served?.stop()
  }

  /** Where it takes callbacks. */
  get origin(): string {
    return this.#served?.url ?? ''
  }

  get callback(): string {
    return `${this.origin}/callbacks`
  }

  /** Its certificate authority, PEM. */
  get ca(): string {
    return this.#authority.pem
  }

  #certificate: string | undefined

  /** Reads what the company says of itself, and keeps its certificate once that is proven. */
  async discovers(): Promise<Record<string, unknown>> {
    const { json } = await this.calls('GET', '/opendsr/discovery')
    const answer = await fetch(`${this.#centre}${new URL(String(json.processor_certificate)).pathname}`)
    const pem = await answer.text()
    trusted(pem, this.#domain, this.#authority.pem, Date.now())
    this.#certificate = pem
    return json
  }

  /** A request about somebody, with a new id unless one is given; `more` replaces fields of it. */
  asking(type: string, identities: readonly Identity[], more: Readonly<Record<string, unknown>> = {}) {
    return {
      regulation: 'gdpr',
      subject_request_id: randomUUID() as string,
      subject_request_type: type,
      submitted_time: new Date().toISOString(),
      subject_identities: identities,
      api_version: '2.0',
      status_callback_urls: [this.callback],
      ...more,
    }
  }

  /** One call; the answer's signature is checked where the protocol asks for one. @throws when it is wrong */
  async calls(method: string, path: string, body?: unknown, as = this.authorization): Promise<Answer> {
    const answer = await fetch(`${this.#centre}${path}`, {
      method,
      redirect: 'manual',
      headers: { authorization: as, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = Buffer.from(await answer.arrayBuffer())
    const { domain, signature } = signedAs(Object.fromEntries(answer.headers))
    const about = path !== '/opendsr/discovery' && [200, 201, 202].includes(answer.status)
    if (about && !(domain === this.#domain && isSigned(this.#certificate ?? '', text, signature)))
      throw new Error(`the answer to ${method} is not signed by ${this.#domain}`)
    // The firewall in front answers as to a browser.
    const isJson = text.length > 0 && !answer.headers.get('content-type')?.startsWith('text/html')
    return {
      status: answer.status,
      json: (isJson ? JSON.parse(text.toString('utf8')) : {}) as Record<string, unknown>,
      location: answer.headers.get('location') ?? '',
    }
  }
}

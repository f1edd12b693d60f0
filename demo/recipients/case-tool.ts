import { createHmac, randomBytes } from 'node:crypto'
import { type Authority, certified } from './certificate.ts'
import { type Heard, type Said, type Served, serve } from './serve.ts'

type News = {
  readonly type: string
  readonly timestamp: string
  readonly data: Readonly<Record<'reference' | 'right' | 'event' | 'status', string>>
}

/** Stands in for a tool of the company that hears of requests by webhook, and takes only what is signed (Standard Webhooks). */
export class CaseTool {
  /** What it took, each once, by its id. */
  readonly heard = new Map<string, News>()
  /** What it answers to whatever comes; absent: it takes what is signed. */
  says: Said | undefined
  readonly key = `whsec_${randomBytes(32).toString('base64')}`
  readonly #authority: Authority
  #served: Served | undefined

  constructor(authority: Authority) {
    this.#authority = authority
  }

  async start(): Promise<void> {
    this.#served = await serve(certified('case-tool.example.org', this.#authority), (heard) => this.#answer(heard))
  }

  async stop(): Promise<void> {
    await this.#served?.stop()
  }

  /** How it is called: what the company puts into the secret. */
  get secret() {
    return { url: `${this.#served?.url}/hooks/oblige`, key: this.key, ca: this.#authority.pem }
  }

  #answer({ method, headers, body }: Heard): Said {
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature = '' } = headers
    if (this.says) return this.says
    const expected = createHmac('sha256', Buffer.from(this.key.slice('whsec_'.length), 'base64'))
      .update(`${id}.${at}.${body}`)
      .digest('base64')
    const isTheirs = String(signature).split(' ').includes(`v1,${expected}`)
    if (method !== 'POST' || !isTheirs) return { status: 401, body: '{}' }
    this.heard.set(String(id), JSON.parse(body) as News)
    return { status: 204, body: '' }
  }
}

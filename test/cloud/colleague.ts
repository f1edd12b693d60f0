import { TOTP } from 'otpauth'
import { colleagues } from '../../demo/people/colleagues.ts'
import policy from '../../demo/policy.ts'
import type { Cloud } from '../../local/cloud.ts'

type Seen = { readonly status: number; readonly location: string; readonly page: string; readonly headers: Headers }

/** Somebody of the company with a browser without JavaScript: it keeps cookies, and follows no redirect by itself. */
export class AtTheDesk {
  readonly cookies = new Map<string, string>()
  readonly #provider = new Map<string, string>()
  readonly #cloud: Cloud
  readonly #email: string
  csrf = ''

  constructor(cloud: Cloud, email: string) {
    this.#cloud = cloud
    this.#email = email
  }

  /** Begins at the desk, signs in at the provider, and comes back. Answers what the desk said then. */
  async signsIn(back = '/desk'): Promise<Seen> {
    const begun = await this.gets(`/desk/sign-in?back=${encodeURIComponent(back)}`)
    return await this.gets(await this.returnsFrom(begun.location))
  }

  /** Goes to the provider and proves who they are. Answers the path by which it sends them back to the desk. */
  async returnsFrom(provider: string): Promise<string> {
    const { origin } = new URL(provider)
    const asked = await this.#at(provider)
    // Whoever is signed in there already is sent back at once.
    if (asked.location.startsWith(policy.site)) return asked.location.slice(policy.site.length)
    const form = new URL(asked.location, origin).href
    const found = colleagues.find(({ email }) => email === this.#email)
    const { authenticator, password = '' } = found ?? {}
    const code = authenticator ? codeOf(authenticator, this.#cloud.clock.now()) : ''
    let seen = await this.#at(form, new URLSearchParams({ email: this.#email, password, code }))
    while (seen.location.startsWith(origin)) seen = await this.#at(seen.location)
    if (!seen.location.startsWith(policy.site))
      throw new Error(`the provider did not send anybody back: ${seen.status}`)
    return seen.location.slice(policy.site.length)
  }

  async gets(path: string, accept = 'text/html'): Promise<Seen> {
    return await this.#here(path, { headers: { accept } })
  }

  async json<Body>(path: string): Promise<Body> {
    return JSON.parse((await this.gets(path, 'application/json')).page) as Body
  }

  /** Sends a form, with the session's token unless another one is given. */
  async sends(
    path: string,
    fields: Readonly<Record<string, string>> = {},
    headers: Record<string, string> = {},
  ): Promise<Seen> {
    return await this.#here(path, {
      method: 'POST',
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ csrf: this.csrf, ...fields }),
    })
  }

  /** Sends a form of parts, such as one with a file. */
  async sendsParts(path: string, form: FormData): Promise<Seen> {
    return await this.#here(path, { method: 'POST', headers: { accept: 'text/html' }, body: form })
  }

  async #here(path: string, init: RequestInit): Promise<Seen> {
    const seen = await asked(`${this.#cloud.site}${path}`, init, this.cookies)
    this.csrf = /name="csrf" value="([^"]+)"/.exec(seen.page)?.[1] ?? this.csrf
    return seen
  }

  async #at(url: string, form?: URLSearchParams): Promise<Seen> {
    return await asked(url, form ? { method: 'POST', body: form } : {}, this.#provider)
  }
}

const codeOf = (secret: string, timestamp: number) => new TOTP({ secret }).generate({ timestamp })

async function asked(url: string, init: RequestInit, jar: Map<string, string>): Promise<Seen> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await fetch(url, {
    ...init,
    redirect: 'manual',
    headers: { ...init.headers, ...(cookie ? { cookie } : {}) },
  })
  for (const set of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
    if (value === '' || /max-age=0\b/i.test(set)) jar.delete(name)
    else jar.set(name, value)
  }
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? '',
    page: await answer.text(),
    headers: answer.headers,
  }
}

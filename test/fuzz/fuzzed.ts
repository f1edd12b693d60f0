import fc from 'fast-check'
import { signed } from '../../demo/application/signed.ts'
import policy from '../../demo/policy.ts'
import { AtTheDesk } from '../cloud/colleague.ts'
import type { House } from '../cloud/house.ts'
import { Person, somebody } from '../cloud/person.ts'
import { tokenOf } from '../cloud/tokens.ts'
import { type Call, type Caller, calls, ownToken } from './calls.ts'

/** What an answer says of the inside: a frame of a stack, a path, a name of AWS or of a library, a variable. */
const inside = [
  /\n\s+at .*[:(]/,
  /node:internal|node_modules|index\.mjs|\/var\/task|\/tmp\/|\.ts:\d/,
  /ZodError|DynamoDB|ConditionalCheckFailed|ValidationException|AccessDeniedException|SyntaxError|TypeError/,
  /arn:aws:/,
]

type Part = { readonly name: string; readonly email: string; readonly reference: string; readonly link: string }
type Report = { readonly calls: number; readonly statuses: ReadonlyMap<number, number> }

/** People and staff in a house, and what is sent to it in their names. */
export class Fuzzed {
  readonly #house: House
  readonly #desk = new Map<string, AtTheDesk>()
  readonly #parts: Part[] = []
  readonly #programs = new Map<string, { accessKeyId: string; secretAccessKey: string }>()
  readonly #tokens = new Map<string, string>()
  /** Links, and references, of all: of whoever calls, and of others. */
  readonly #secrets: string[] = []
  /** What nobody may read in an answer but its owner. */
  readonly #secretOf = new Map<string, string>()
  #victim: Part | undefined

  constructor(house: House) {
    this.#house = house
  }

  /** Two people with an open request each, one more whose link nobody of them has, and everybody of the company. */
  async prepare(): Promise<void> {
    const { cloud } = this.#house
    for (const [n, name] of ['ann', 'bob', 'victim'].entries()) {
      const { email } = somebody(260 + n)
      const { reference, link } = await new Person(cloud, email).asksAndConfirms(n === 1 ? 'restriction' : 'erasure')
      this.#parts.push({ name, email, reference, link: link.replace('/requests/', '') })
    }
    this.#victim = this.#parts.at(-1)
    for (const role of ['officer', 'agent', 'auditor']) {
      const colleague = new AtTheDesk(cloud, `${role}@papyra.example.com`)
      await colleague.signsIn()
      await colleague.gets('/desk')
      this.#desk.set(role, colleague)
      this.#secretOf.set(colleague.csrf, role)
      for (const cookie of colleague.cookies.values()) this.#secretOf.set(cookie, role)
    }
    for (const [name, managed] of [
      ['staff', /Staff|Disclosures|Audit|Figures|Uses/],
      ['mailer', /Mailing/],
      ['stranger', /^$/],
    ] as const) {
      const statements = cloud.resources
        .ofType('AWS::IAM::ManagedPolicy')
        .filter(({ logicalId }) => managed.test(logicalId))
        .flatMap(({ properties }) => (properties.PolicyDocument as { Statement: readonly object[] }).Statement)
      this.#programs.set(name, cloud.principal(`fuzz ${name}`, statements))
    }
    const may = { reporting: 'oblige/read', 'case-tool': 'oblige/read oblige/act' }
    for (const [name, scope] of Object.entries(may)) {
      const token = await tokenOf(this.#house.office.people, name, scope)
      this.#tokens.set(name, token)
      this.#secretOf.set(token, name)
    }
    for (const { name, reference, link } of this.#parts) {
      this.#secrets.push(reference, ...(name === 'victim' ? [] : [link]))
      this.#secretOf.set(link, name)
    }
  }

  /** Sends so many calls. @throws what fast-check found, with the seed and the smallest call */
  async run(numRuns: number, seed: number): Promise<Report> {
    const statuses = new Map<number, number>()
    let sent = 0
    await fc.assert(
      fc.asyncProperty(calls(this.#secrets), async (call) => {
        const { status, text, headers } = await this.#send(call)
        sent += 1
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        this.#judge(call, status, text, headers)
      }),
      { numRuns, seed },
    )
    await this.#house.cloud.clock.quiet()
    return { calls: sent, statuses }
  }

  async #send({
    method,
    path,
    as,
    headers,
    body: given,
  }: Call): Promise<{ status: number; text: string; headers: Headers }> {
    const { cloud } = this.#house
    const { csrf = '' } = this.#desk.get(as) ?? {}
    const body = given && Buffer.from(given.toString('latin1').replace(ownToken, csrf), 'latin1')
    const init: RequestInit = { method, redirect: 'manual', ...(body ? { body: new Uint8Array(body) } : {}) }
    const program = this.#programs.get(as)
    if (path.startsWith('/company') && program) {
      const aws = { endpoint: cloud.gateway, region: policy.regions.home, credentials: program }
      const { authorization: _, ...rest } = headers
      const answer = await signed(aws, cloud.clock.now(), method, path, body, rest)
      return { status: answer.status, text: await answer.text(), headers: answer.headers }
    }
    const atTheApi = /^\/(company|programs)\//.test(path)
    const answer = await fetch(`${atTheApi ? cloud.gateway : cloud.site}${path}`, {
      ...init,
      headers: { ...headers, ...this.#proof(as, method) },
    })
    return { status: answer.status, text: await answer.text(), headers: answer.headers }
  }

  #proof(as: Caller, method: string): Record<string, string> {
    const token = this.#tokens.get(as)
    if (token) return { authorization: `Bearer ${token}` }
    const colleague = this.#desk.get(as)
    if (!colleague) return as === 'stranger' ? { cookie: `__Host-oblige-desk=${'A'.repeat(43)}; a=b; =; "` } : {}
    const cookie = [...colleague.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return { cookie, ...(method === 'POST' ? { 'sec-fetch-site': 'same-origin' } : {}) }
  }

  #judge({ route, path, as, body }: Call, status: number, text: string, headers: Headers): void {
    const wrong = (what: string): never => {
      throw new Error(`${route} answered ${status}: ${what}`)
    }
    if (status >= 500) wrong('a failure')
    const all = `${text}\n${[...headers].map((one) => one.join(': ')).join('\n')}`
    // The policy names the company's own stream.
    const told = inside.find((pattern) => pattern.test(text) && route !== 'GET /desk/policy.json')
    if (told) wrong(`says ${told} of the inside`)
    if (/<script|onerror=|javascript:alert/i.test(text) && headers.get('content-type')?.startsWith('text/html'))
      wrong('runs what was sent')
    for (const [secret, owner] of this.#secretOf)
      if (owner !== as && all.includes(secret) && !path.includes(secret)) wrong(`tells a secret of ${owner}`)
    const { email = '' } = this.#victim ?? {}
    const mayLook = (as === 'officer' || as === 'agent') && route.endsWith('/look')
    if (all.includes(email) && !mayLook && !body?.includes(email)) wrong('tells who somebody is')
    const [difference] = this.#house.described.differences
    if (difference) wrong(`not as described: ${difference}`)
  }
}

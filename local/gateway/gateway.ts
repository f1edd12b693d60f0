import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock/clock.ts'
import type { HttpAnswer, HttpRequest } from '../front/http-api.ts'
import { Dropped } from '../front/server.ts'
import { account } from '../template/assembly.ts'
import { credentialOf } from './credential.ts'
import { type Context, globMatches } from './iam/conditions.ts'
import { decide, type Principal, type Verdict } from './iam/decide.ts'
import { type Statement, statementsIn } from './iam/statement.ts'
import { Usage } from './iam/usage.ts'
import { type Flaw, flawOf, isPresigned } from './presigned.ts'
import { refusedHere } from './refusal.ts'
import type { Need, PolicyDocument, Service } from './service.ts'
import { isSigned } from './signed.ts'

export type AccessKey = { readonly accessKeyId: string; readonly secretAccessKey: string }
/** A call that was carried out, or is about to be. */
type Call = { readonly principal: string; readonly needs: readonly Need[] }
export type Hook = (call: Call) => void | Promise<void>
/** A call that was not allowed, or that the local cloud does not do. */
export type Denial = {
  readonly at: string
  readonly principal: string
  readonly action: string
  readonly resource: string
  readonly why: string
}
/** A permission that was taken away from whoever calls. */
export type Withheld = {
  /** The function, machine or schedule, or the service by its name, e.g. `ses.amazonaws.com`. */
  readonly principal: string
  readonly action: string
  /** ARN; `*` is any text. */
  readonly resource: string
}
export type GatewaySetting = {
  readonly clock: Clock
  readonly services: readonly Service[]
  /** Further things that a call needs because of where its data lie, e.g. the key of an encrypted bucket. */
  also?(needs: readonly Need[]): readonly Need[]
}

const flaws: Readonly<Record<Flaw, readonly [number, string, string]>> = {
  expired: [403, 'AccessDenied', 'Request has expired'],
  'not-yet': [403, 'AccessDenied', 'Request is not yet valid'],
  malformed: [400, 'AuthorizationQueryParametersError', 'Query-string authentication is not as it should be'],
  'other-signature': [403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match'],
}

/** The one door to all AWS services of the local cloud: who calls, may they, then the service. */
export class Gateway {
  readonly usage = new Usage()
  readonly denied: Denial[] = []
  readonly #setting: GatewaySetting
  readonly #principals = new Map<string, Principal>()
  readonly #keys = new Map<string, AccessKey>()
  readonly #secrets = new Map<string, string>()
  /** By document: services answer with the one that they keep. */
  readonly #policies = new WeakMap<PolicyDocument, readonly Statement[]>()
  readonly #hooks = new Set<Hook>()
  readonly #withheld = new Set<Withheld>()
  readonly #ways = new Set<Hook>()

  constructor(setting: GatewaySetting) {
    this.#setting = setting
  }

  /** The principal's access key, its own for as long as the local cloud runs. */
  keyOf(principal: Principal): AccessKey {
    const known = this.#keys.get(principal.arn)
    if (known && this.#principals.get(known.accessKeyId) === principal) return known
    // DynamoDB Local takes letters and digits only.
    const key = {
      accessKeyId: `AKIA${randomBytes(8).toString('hex').toUpperCase()}`,
      secretAccessKey: randomBytes(20).toString('hex'),
    }
    this.#keys.set(principal.arn, key)
    this.#principals.set(key.accessKeyId, principal)
    this.#secrets.set(key.accessKeyId, key.secretAccessKey)
    return key
  }

  /** Called after each call that was carried out, before the caller hears of it. */
  onCall(hook: Hook): () => void {
    this.#hooks.add(hook)
    return () => this.#hooks.delete(hook)
  }

  /**
   * Takes a permission away while the cloud runs, as somebody could who edits policies: no statement of the principal's
   * role or of the resource's policy allows it any more. Answers how to give it back.
   */
  withhold(permission: Withheld): () => void {
    this.#withheld.add(permission)
    return () => this.#withheld.delete(permission)
  }

  /** Called before each call that is allowed; throwing drops the connection, and nothing was carried out. */
  beforeCall(hook: Hook): () => void {
    this.#ways.add(hook)
    return () => this.#ways.delete(hook)
  }

  /** Whether IAM lets the principal do it; what it decided is counted and kept. */
  check(principal: Principal, need: Need, region: string): Verdict {
    const service = this.#setting.services.find(({ name }) => need.action.startsWith(`${name}:`))
    const policy = this.#policyOf(service, need)
    const context = this.#context(principal, need, region)
    const verdict = this.#isWithheld(principal, need)
      ? decide({ ...principal, statements: denying(principal.statements) }, need, context, policy && denying(policy))
      : decide(principal, need, context, policy)
    if (verdict.allowed) this.usage.count(verdict.by, need.action, need.resource)
    else this.refuse(principal.name, need, verdict.why)
    return verdict
  }

  /** Answers an AWS call. The clock does not jump meanwhile. */
  handle(request: HttpRequest): Promise<HttpAnswer> {
    return this.#setting.clock.during(`${request.method} at the gateway`, async () => {
      const answer = await this.#answer(request)
      // The SDK corrects its clock by this header: it has to be the clock that its functions see.
      return { ...answer, headers: { ...answer.headers, date: new Date(this.#setting.clock.now()).toUTCString() } }
    })
  }

  async #answer(request: HttpRequest): Promise<HttpAnswer> {
    const credential = credentialOf(request)
    if (!credential) return refusedHere('s3', 403, 'AccessDenied', 'The request is not signed.')
    const { accessKeyId, service: scope, region } = credential
    const service = this.#setting.services.find(({ name }) => name === scope)
    const principal = this.#principals.get(accessKeyId)
    if (!service) {
      const why = `the local cloud has no service ${scope}`
      this.refuse(principal?.name ?? 'unknown', { action: `${scope}:*`, resource: '*' }, why)
      return refusedHere(scope, 501, 'UnknownOperationException', why)
    }
    if (!principal) return service.denied('The security token included in the request is invalid.')
    // Who has an address is not who signed it: there the signature decides, and its time.
    if (isPresigned(request)) {
      const flaw = flawOf(request, this.#secrets.get(accessKeyId) ?? '', this.#setting.clock.now())
      if (flaw) return refusedHere(scope, ...flaws[flaw])
    }
    if (service.checksSignatures && !isSigned(request, this.#secrets.get(accessKeyId) ?? '', this.#setting.clock.now()))
      return service.denied('The request is not signed as it should be.')
    let needs: readonly Need[]
    try {
      needs = await service.needs(request)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      this.refuse(principal.name, { action: `${scope}:*`, resource: '*' }, why)
      return refusedHere(scope, 501, 'UnknownOperationException', why)
    }
    for (const need of [...needs, ...(this.#setting.also?.(needs) ?? [])]) {
      const verdict = this.check(principal, need, region)
      if (!verdict.allowed) return service.denied(verdict.why)
    }
    const call = { principal: principal.name, needs }
    await tell(this.#ways, call)
    const answer = await service.handle(request, principal)
    if (answer.status < 400) await tell(this.#hooks, call)
    return answer
  }

  #isWithheld({ name, arn }: Principal, need: Need): boolean {
    return [...this.#withheld].some(
      ({ principal, action, resource }) =>
        (principal === name || principal === arn) && action === need.action && globMatches(resource, need.resource),
    )
  }

  #policyOf(service: Service | undefined, { resource }: Need): readonly Statement[] | undefined {
    const document = service?.resourcePolicy?.(resource)
    if (!document) return undefined
    const known = this.#policies.get(document) ?? statementsIn(document, 'policy of the resource')
    this.#policies.set(document, known)
    return known
  }

  #context(principal: Principal, { context = {} }: Need, region: string): Context {
    const { clock } = this.#setting
    const all = new Map<string, readonly string[]>([
      ['aws:currenttime', [clock.instant()]],
      ['aws:epochtime', [String(Math.floor(clock.now() / 1000))]],
      ['aws:principalarn', [principal.roleArn ?? principal.arn]],
      ['aws:principalisawsservice', [String(principal.kind === 'service')]],
      ['aws:requestedregion', [region]],
      ['aws:resourceaccount', [account]],
      // The gateway stands where AWS's TLS endpoints do, and is reached on this machine only.
      ['aws:securetransport', ['true']],
      ['aws:viaawsservice', ['false']],
    ])
    if (principal.kind !== 'service') {
      all.set('aws:principalaccount', [account])
      all.set('aws:principaltype', [principal.kind === 'role' ? 'AssumedRole' : 'User'])
      if (principal.kind === 'user') all.set('aws:username', [principal.name])
    }
    for (const [key, values] of Object.entries(context)) all.set(key.toLowerCase(), values)
    return all
  }

  /** Keeps what was refused, here or by whoever decides beside the gateway. */
  refuse(principal: string, { action, resource }: Need, why: string): void {
    this.denied.push({ at: this.#setting.clock.instant(), principal, action, resource, why })
  }
}

const denying = (statements: readonly Statement[]) => statements.filter(({ effect }) => effect === 'Deny')

async function tell(hooks: Iterable<Hook>, call: Call): Promise<void> {
  try {
    for (const hook of hooks) await hook(call)
  } catch (error) {
    throw new Dropped('a hook dropped the connection', { cause: error })
  }
}

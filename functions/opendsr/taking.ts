import { randomBytes } from 'node:crypto'
import type { Directory, Found } from '../../adapters/directory.ts'
import type { Instructions } from '../../adapters/instructions.ts'
import type { Mac } from '../../adapters/keys.ts'
import { Overtaken, type Requests } from '../../adapters/requests.ts'
import { decide, received } from '../../domain/decide.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import { isClosed, type Request } from '../../domain/request.ts'
import { joined, type OnBehalf, united } from '../../domain/subject.ts'
import { type Instant, moved } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { Asked } from '../../recipients/opendsr/words.ts'
import type { Subject } from '../../systems/contract.ts'
import { knownAs } from '../entry/subject.ts'

/** Longest that RFC 5321 allows of an address. */
const longest = 254

type Whose = {
  readonly address: string
  readonly subject?: Subject
  readonly onBehalf?: OnBehalf
  /** Nothing is found because what is held for the controller is unavailable. */
  readonly away?: true
}

/** What a controller asks for becomes a request: whose data they are is the controller's to prove (GDPR Art. 28). */
export class Taking {
  readonly #requests: Requests
  readonly #instructions: Instructions
  readonly #directory: Directory
  readonly #mac: Mac

  constructor(requests: Requests, instructions: Instructions, directory: Directory, mac: Mac) {
    this.#requests = requests
    this.#instructions = instructions
    this.#directory = directory
    this.#mac = mac
  }

  /** @param digest of the body: an id that is used again has to say the same. A call that died is taken up where it stopped */
  async take(
    controller: string,
    asked: Asked,
    digest: string,
    now: Instant,
  ): Promise<{ readonly request: Request } | { readonly wrong: string }> {
    const { subject_request_id: id, subject_request_type: right, status_callback_urls: callbacks } = asked
    const known = await this.#instructions.find(controller, id)
    if (known && known.digest !== digest) return { wrong: 'the subject_request_id was used for something else' }
    const before = known && (await this.#requests.request(known.reference))
    if (before && before.status !== 'unverified') return { request: before }
    const whose = await this.#whose(controller, asked)
    if (!whose) return { wrong: 'none of the identities is of a type and format that discovery names' }
    const { address, away } = whose
    if (away)
      return { wrong: 'the account is unavailable for another request at the moment: ask again when that is over' }
    const hash = await this.#mac.ofAddress(address)
    const open = before ?? (await this.#receive(controller, id, right, { address, hash }, digest, callbacks, now))
    const found = knownAs(whose) ?? 'nobody'
    const decision = decide(open, { type: 'confirmed', found, firstReceivedAt: open.receivedAt }, policy, now)
    if (decision.kind === 'refused') throw new Error(`an instruction was refused: ${decision.reason}`)
    return { request: await this.#requests.save(decision, { also: [this.#instructions.confirmed(open.reference)] }) }
  }

  async #receive(
    controller: string,
    id: string,
    right: Asked['subject_request_type'],
    { address, hash }: { readonly address: string; readonly hash: string },
    digest: string,
    callbacks: readonly string[],
    now: Instant,
  ): Promise<Request> {
    const person = { address: new Personal(address), hash }
    const language = policy.languages[0] ?? 'en'
    const ask = { reference: reference(randomBytes(5)), right, controller, language, person }
    const step = received(ask, policy, now, true)
    const until = moved(step.request.promisedBy, policy.periods.evidence, policy.company.timeZone)
    const also = this.#instructions.newly(
      { controller, id, callbacks: [...new Set(callbacks)], said: {} },
      { reference: ask.reference, digest },
      { until, unconfirmedUntil: step.keptUntil ?? until },
    )
    try {
      return await this.#requests.save(step, { also })
    } catch (error) {
      // The same was sent twice at once: one of them receives it.
      const other = error instanceof Overtaken ? await this.#instructions.find(controller, id) : undefined
      const request = other?.digest === digest ? await this.#requests.request(other.reference) : undefined
      if (!request) throw error
      return request
    }
  }

  /** The accounts that the controller may speak of, of all identities that are understood; undefined: none is. */
  async #whose(controller: string, { subject_identities }: Asked): Promise<Whose | undefined> {
    const { attribute = '', controllers = {} } = policy.processor ?? {}
    const holds = controllers[controller]?.holds ?? []
    const held = [{ attribute, values: holds }]
    const [[account, column] = ['', '']] = Object.entries(policy.directory.keys)
    let first: string | undefined
    const found: Found[] = []
    const addresses: string[] = []
    const accounts: string[] = []
    for (const { identity_type: type, identity_value: value, identity_format: format } of subject_identities) {
      if (format !== 'raw' || value.length > longest) continue
      if (type === 'email') {
        const address = value.trim().toLowerCase()
        first ??= address
        addresses.push(address)
        found.push(await this.#directory.found(address, held))
      }
      if (type === 'controller_customer_id') {
        const { address } = (await this.#directory.personOf(account, value)) ?? {}
        first ??= address ?? value
        accounts.push(value)
        if (address === undefined) continue
        // The person may have other accounts, which this one is not about.
        const only = [...held, { attribute: column, values: [value] }]
        found.push(await this.#directory.found(address.toLowerCase(), only))
      }
    }
    if (first === undefined) return undefined
    const subject = united(found.map((one) => one.subject))
    const onBehalf = joined(found.map((one) => one.onBehalf))
    if (subject) return { address: first, subject, ...(onBehalf ? { onBehalf } : {}) }
    const away = (await this.#ofAddresses(addresses, holds)) || (await this.#ofAccounts(accounts, holds))
    return { address: first, ...(away ? { away } : {}) }
  }

  /** Whether an open request of the person is about accounts of the controller. Of anybody else's it is no business of its. */
  async #ofAddresses(addresses: readonly string[], holds: readonly string[]): Promise<boolean> {
    for (const address of addresses) {
      const open = Object.values(await this.#requests.openOf(await this.#mac.ofAddress(address)))
      const requests = await Promise.all(open.map((one) => this.#requests.request(one)))
      if (requests.some((one) => one && heldFor(one, holds).length > 0)) return true
    }
    return false
  }

  /** The same by account: no directory says whose one is that is unavailable, so what is open is looked through. */
  async #ofAccounts(accounts: readonly string[], holds: readonly string[]): Promise<boolean> {
    if (accounts.length === 0) return false
    for await (const one of this.#requests.everyOpen())
      if (!isClosed(one) && heldFor(one, holds).some((account) => accounts.includes(account))) return true
    return false
  }
}

/** The accounts that a request is about and that are held for one of these. */
function heldFor(request: Request, holds: readonly string[]): readonly string[] {
  const onBehalf = 'person' in request ? request.person?.onBehalf?.reveal() : undefined
  return holds.flatMap((one) => onBehalf?.[one] ?? [])
}

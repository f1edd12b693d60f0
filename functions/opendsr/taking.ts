import { randomBytes } from 'node:crypto'
import type { Directory } from '../../adapters/directory.ts'
import type { Instructions } from '../../adapters/instructions.ts'
import type { Mac } from '../../adapters/keys.ts'
import { Overtaken, type Requests } from '../../adapters/requests.ts'
import { decide, received } from '../../domain/decide.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { united } from '../../domain/subject.ts'
import { type Instant, moved } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { Asked } from '../../recipients/opendsr/words.ts'
import type { Subject } from '../../systems/contract.ts'

/** Longest that RFC 5321 allows of an address. */
const longest = 254

type Whose = { readonly address: string; readonly subject?: Subject }

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
    const { address, subject } = whose
    const hash = await this.#mac.ofAddress(address)
    if (!subject && Object.keys(await this.#requests.openOf(hash)).length > 0)
      return { wrong: 'the account is unavailable for another request at the moment: ask again when that is over' }
    const open = before ?? (await this.#receive(controller, id, right, { address, hash }, digest, callbacks, now))
    const found = subject ? { subject: new Personal(subject) } : ('nobody' as const)
    const decision = decide(open, { type: 'confirmed', found, firstReceivedAt: open.receivedAt }, policy, now)
    if (decision.kind === 'refused') throw new Error(`an instruction was refused: ${decision.reason}`)
    return { request: await this.#requests.save(decision) }
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
      until,
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
    const held = [{ attribute, values: controllers[controller]?.holds ?? [] }]
    const [[account, column] = ['', '']] = Object.entries(policy.directory.keys)
    let first: string | undefined
    const subjects: (Subject | undefined)[] = []
    for (const { identity_type: type, identity_value: value, identity_format: format } of subject_identities) {
      if (format !== 'raw' || value.length > longest) continue
      if (type === 'email') {
        const address = value.trim().toLowerCase()
        first ??= address
        subjects.push((await this.#directory.found(address, held)).subject)
      }
      if (type === 'controller_customer_id') {
        const { address } = (await this.#directory.personOf(account, value)) ?? {}
        first ??= address ?? value
        if (address === undefined) continue
        // The person may have other accounts, which this one is not about.
        const only = [...held, { attribute: column, values: [value] }]
        subjects.push((await this.#directory.found(address.toLowerCase(), only)).subject)
      }
    }
    if (first === undefined) return undefined
    const subject = united(subjects)
    return { address: first, ...(subject ? { subject } : {}) }
  }
}

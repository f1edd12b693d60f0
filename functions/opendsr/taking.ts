import { randomBytes } from 'node:crypto'
import type { Directory } from '../../adapters/directory.ts'
import type { Indexes } from '../../adapters/indexes.ts'
import type { Instructions } from '../../adapters/instructions.ts'
import type { Mac } from '../../adapters/keys.ts'
import { Overtaken, type Requests } from '../../adapters/requests.ts'
import { decide, received } from '../../domain/decide.ts'
import type { Known, Person } from '../../domain/person.ts'
import { Personal } from '../../domain/personal.ts'
import { type Reference, reference } from '../../domain/reference.ts'
import { isClosed, type Request } from '../../domain/request.ts'
import { joined, united } from '../../domain/subject.ts'
import { type Instant, moved } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { Asked } from '../../recipients/opendsr/words.ts'
import { knownAs } from '../entry/subject.ts'

/** Longest that RFC 5321 allows of an address. */
const longest = 254

/**
 * away: nothing is found because what is held for the controller is unavailable; several: its accounts are of more than one
 * address; not-understood: no identity is of a type and format that discovery names.
 */
type Whose = { readonly address: string; readonly known: Known } | 'nobody' | 'away' | 'several' | 'not-understood'

const wrong: Record<'away' | 'several' | 'not-understood', string> = {
  away: 'the account is unavailable for another request at the moment: ask again when that is over',
  several: 'the identities lead to accounts of more than one address: ask for each address by itself',
  'not-understood': 'none of the identities is of a type and format that discovery names',
}

/** What a controller asks for becomes a request: whose data they are is the controller's to prove (GDPR Art. 28). */
export class Taking {
  readonly #requests: Requests
  readonly #indexes: Indexes
  readonly #instructions: Instructions
  readonly #directory: Directory
  readonly #mac: Mac

  constructor(requests: Requests, indexes: Indexes, instructions: Instructions, directory: Directory, mac: Mac) {
    this.#requests = requests
    this.#indexes = indexes
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
    if (whose === 'away' || whose === 'several' || whose === 'not-understood') return { wrong: wrong[whose] }
    const ref = reference(randomBytes(5))
    const person = await this.#personOf(whose, ref)
    const open =
      before ?? (await this.#receive(controller, id, right, { reference: ref, person }, digest, callbacks, now))
    if (open.status !== 'unverified') return { request: open }
    // A call that died was about somebody: what is done is never about anybody else.
    if (whose !== 'nobody' && open.person.hash !== person.hash)
      return { wrong: 'the account changed since this was first asked: ask again under another id' }
    const found = whose === 'nobody' ? whose : whose.known
    const decision = decide(open, { type: 'confirmed', found, firstReceivedAt: open.receivedAt }, policy, now)
    if (decision.kind === 'refused') throw new Error(`an instruction was refused: ${decision.reason}`)
    return { request: await this.#requests.save(decision, { also: [this.#instructions.confirmed(open.reference)] }) }
  }

  /** Of whom nothing is held for the controller, nothing is kept: whoever has that address has nothing to do with the request. */
  async #personOf(whose: Exclude<Whose, keyof typeof wrong>, ref: Reference): Promise<Person> {
    if (whose === 'nobody') return { address: new Personal(''), hash: ref }
    return { address: new Personal(whose.address), hash: await this.#mac.ofAddress(whose.address) }
  }

  async #receive(
    controller: string,
    id: string,
    right: Asked['subject_request_type'],
    whose: { readonly reference: Reference; readonly person: Person },
    digest: string,
    callbacks: readonly string[],
    now: Instant,
  ): Promise<Request> {
    const ask = { ...whose, right, controller, language: policy.languages[0] ?? 'en' }
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

  /**
   * The accounts that the controller may speak of, of all identities that are understood. Whose they are says the directory,
   * of what is held for the controller alone: an identity beside them may be anybody's.
   */
  async #whose(controller: string, { subject_identities }: Asked): Promise<Whose> {
    const { attribute = '', controllers = {} } = policy.processor ?? {}
    const holds = controllers[controller]?.holds ?? []
    const held = [{ attribute, values: holds }]
    const [[account, column] = ['', '']] = Object.entries(policy.directory.keys)
    const of = new Map<string, Known>()
    const addresses: string[] = []
    const accounts: string[] = []
    const look = async (address: string, only: Parameters<Directory['found']>[1]) => {
      const { subject, onBehalf } = await this.#directory.found(address, only)
      const before = of.get(address)
      const known = knownAs({
        subject: united([before?.subject.reveal(), subject]),
        onBehalf: joined([before?.onBehalf?.reveal(), onBehalf]),
      })
      if (known) of.set(address, known)
    }
    for (const { identity_type: type, identity_value: value, identity_format: format } of subject_identities) {
      if (format !== 'raw' || value.length > longest) continue
      if (type === 'email') {
        const address = value.trim().toLowerCase()
        addresses.push(address)
        await look(address, held)
      }
      if (type === 'controller_customer_id') {
        accounts.push(value)
        const { address } = (await this.#directory.personOf(account, value)) ?? {}
        // The person may have other accounts, which this one is not about.
        if (address !== undefined)
          await look(address.trim().toLowerCase(), [...held, { attribute: column, values: [value] }])
      }
    }
    if (addresses.length + accounts.length === 0) return 'not-understood'
    const [first, ...others] = [...of].map(([address, known]) => ({ address, known }))
    // What a request is about is shown to who proves its address: it may not be of two.
    if (first) return others.length > 0 ? 'several' : first
    const away = (await this.#ofAddresses(addresses, holds)) || (await this.#ofAccounts(accounts, holds))
    return away ? 'away' : 'nobody'
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
    for await (const one of this.#indexes.everyOpen())
      if (!isClosed(one) && heldFor(one, holds).some((account) => accounts.includes(account))) return true
    return false
  }
}

/** The accounts that a request is about and that are held for one of these. */
function heldFor(request: Request, holds: readonly string[]): readonly string[] {
  const onBehalf = 'person' in request ? request.person?.onBehalf?.reveal() : undefined
  return holds.flatMap((one) => onBehalf?.[one] ?? [])
}

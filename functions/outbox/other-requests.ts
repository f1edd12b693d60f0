import type { Waiting, Whole } from '../../adapters/items.ts'
import type { KeptHolds } from '../../adapters/kept-holds.ts'
import { newToken } from '../../adapters/keys.ts'
import type { Requests } from '../../adapters/requests.ts'
import { decide } from '../../domain/decide.ts'
import { takesHoldOver } from '../../domain/legal-hold.ts'
import type { Person } from '../../domain/person.ts'
import type { Request } from '../../domain/request.ts'
import { type Instant, instant, moved } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'

/** What happens to one request of a person because of another. */
export class OtherRequests {
  readonly #requests: Requests
  readonly #holds: KeptHolds

  constructor(requests: Requests, holds: KeptHolds) {
    this.#requests = requests
    this.#holds = holds
  }

  /** N12: what the person approved, or was asked to, ends with a restriction or an erasure of their data. */
  async endApprovals({ hash }: Person, now: Instant): Promise<void> {
    for (const question of (await this.#requests.questionsOf(hash)).values())
      await whileOvertaken(() => this.#endApproval(question, now))
  }

  async #endApproval(reference: string, now: Instant): Promise<void> {
    const request = await this.#requests.request(reference)
    const decision = request && decide(request, { type: 'made-unavailable' }, policy, now)
    if (decision && decision.kind !== 'refused') await this.#requests.save(decision)
  }

  /** N5: everything means everything: what was unavailable by an earlier wish of the person comes back too. */
  async liftToo(whole: Whole, waiting: Waiting, now: Instant): Promise<void> {
    if (hasEverythingBack(whole, waiting)) await whileOvertaken(() => this.#lift(whole.request, now))
  }

  async #lift(restoring: Request, now: Instant): Promise<void> {
    const person = 'person' in restoring ? restoring.person : undefined
    const { restriction } = person ? await this.#requests.openOf(person.hash) : {}
    const request = restriction === undefined ? undefined : await this.#requests.request(restriction)
    const decision = request && decide(request, { type: 'restore-asked' }, policy, now)
    if (decision && decision.kind !== 'refused') await this.#requests.save(decision)
  }

  /** N7: what a law asks to keep of a person is kept in their next erasure too. */
  keepHold({ reference }: Request, { hash }: Person, reason: string, waiting: Waiting): Promise<void> {
    return this.#holds.keep(hash, { reason, reference }, holdKeptUntil(waiting))
  }

  /** The next erasure takes over what was kept so, before anything can go on. */
  takeHoldOver(reference: string, now: Instant): Promise<void> {
    return whileOvertaken(() => this.#takeHoldOver(reference, now))
  }

  async #takeHoldOver(reference: string, now: Instant): Promise<void> {
    const request = await this.#requests.request(reference)
    if (!request || !takesHoldOver(request) || request.hold) return
    const { hash } = request.person
    const kept = await this.#holds.find(hash, now)
    if (!kept) return
    const event = { type: 'hold-set', reason: kept.reason, from: kept.reference, salt: newToken() } as const
    const decision = decide(request, event, policy, now)
    if (decision.kind !== 'refused') await this.#requests.save(decision, { also: [this.#holds.takenOver(hash)] })
  }
}

/** The person took an erasure back by themselves: that it starts is left to do in the same transaction. A controller asks for its own data. */
const hasEverythingBack = ({ request, history }: Whole, { effect, entry }: Waiting): boolean =>
  effect.kind === 'start' &&
  effect.machine === 'restore' &&
  request.right === 'erasure' &&
  !request.controller &&
  history.some(({ n, event }) => n === entry && event === 'restore-asked')

/** How long a hold is kept for another request: as long as the history that says why. */
export const holdKeptUntil = ({ at }: Waiting): Instant =>
  moved(instant(at), policy.periods.evidence, policy.company.timeZone)

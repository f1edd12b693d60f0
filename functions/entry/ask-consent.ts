import { randomBytes } from 'node:crypto'
import { AlreadyOpen, type Requests } from '../../adapters/requests.ts'
import { decide, received } from '../../domain/decide.ts'
import type { Known, Person } from '../../domain/person.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'

type Child = {
  readonly person: Pick<Person, 'address' | 'hash'>
  readonly found: Known
  readonly language: Request['language']
  /** Where the company learnt it; never personal. */
  readonly source: string
}

/** A guardian is asked whether they consent to an account, once: answers the reference under which that is or was done. */
export async function askConsent(
  { person, found, language, source }: Child,
  requests: Requests,
  now: Instant,
): Promise<string> {
  const { address, hash } = person
  const { consent: known } = await requests.openOf(hash)
  if (known) return known
  const ask = { reference: reference(randomBytes(5)), right: 'erasure', language, person: { address, hash } } as const
  const asked = await requests.save(received(ask, policy, now, true))
  const reported = decide(asked, { type: 'reported', found, source }, policy, now)
  if (reported.kind === 'refused') throw new Error(`a report was refused: ${reported.reason}`)
  try {
    return (await requests.save(reported)).reference
  } catch (error) {
    // Two reports at once: one of them began it.
    const { consent } = error instanceof AlreadyOpen ? await requests.openOf(hash) : {}
    if (!consent) throw error
    return consent
  }
}

/** What everybody who got data from the company can be told (GDPR Art. 19), whatever the way. */

import type { About } from '../domain/notices.ts'
import type { Instant } from '../domain/time.ts'
import type { Act } from '../policy/recipients.ts'

export type Message = {
  /** The same for every try: a v4 UUID. */
  readonly id: string
  readonly act: Act
  readonly about: About
  /** When the person asked. */
  readonly askedAt: Instant
  /** Of a release: the id of the restriction that it takes back. */
  readonly takesBack?: string
}

/**
 * told: it knows, and will say when it is done; accepted: it took it on, and will say nothing more; confirmed: it is done;
 * refused: it cannot or will not, and asking again would give the same answer. Never `confirmed` for what was only handed on.
 */
export type Heard = 'told' | 'accepted' | 'confirmed' | 'refused'

/**
 * Every call may be killed at any point and made again. What cannot be done now throws, and is tried again later; an error
 * says nothing of the person.
 */
export interface Recipient {
  /** Hands on what is to be done; the same message twice is one. */
  tell(message: Message): Promise<Heard>
  /** How far it is; absent where nobody can be asked. */
  ask?(id: string): Promise<Heard>
  /** Says once more what was told; absent where asking does. */
  remind?(id: string): Promise<void>
}

/** What a processor says of itself, as it was checked. */
export type Processor = {
  readonly types: readonly string[]
  /** `type format`. */
  readonly identities: readonly string[]
  /** PEM, the first its own. */
  readonly certificates: string
  /** Afterwards it is asked anew. */
  readonly until: Instant
}

/** The values by which a recipient knows a person. @param of `address`, or a key of the subject */
export const knownBy = ({ address, keys }: About, of: string): readonly string[] =>
  of === 'address' ? (address === undefined ? [] : [address]) : (keys[of] ?? [])

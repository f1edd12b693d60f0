import type { Directory } from '../../adapters/directory.ts'
import type { Requests } from '../../adapters/requests.ts'
import type { Person } from '../../domain/person.ts'
import type { Request } from '../../domain/request.ts'
import type { Instant } from '../../domain/time.ts'
import { hasMinor } from './children.ts'

/**
 * Whether a person's data may be thought of at all (N12): the directory knows the address, and nothing of it is restricted
 * or being erased. `child`: a guardian's consent is needed, or was.
 */
export async function availabilityOf(
  { address, hash }: Pick<Person, 'address' | 'hash'>,
  directory: Directory,
  requests: Requests,
  now: Instant,
): Promise<'available' | 'unavailable' | 'child' | 'nobody'> {
  const { erasure, restriction, consent } = await requests.openOf(hash)
  const request = erasure === undefined ? undefined : await requests.request(erasure)
  if (restriction !== undefined || (request && !isUntouched(request))) return 'unavailable'
  const { subject, holders } = await directory.found(address.reveal())
  if (!subject) return 'nobody'
  return consent !== undefined || hasMinor(holders, now) ? 'child' : 'available'
}

/** N6: by the policy the data of an account that nobody uses stay where they are until they are erased. */
const isUntouched = (request: Request): boolean => request.status === 'grace' && request.inactive?.available === true

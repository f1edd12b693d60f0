import type { Directory } from '../../adapters/directory.ts'
import type { Requests } from '../../adapters/requests.ts'
import { united } from '../../domain/subject.ts'
import type { Subject } from '../../systems/contract.ts'

/**
 * Whose a proven address is, or nothing. The directory's own row may be unavailable by now: what it said to an open
 * request of the person still holds.
 */
export async function subjectOf(
  address: string,
  open: readonly string[],
  directory: Directory,
  requests: Requests,
): Promise<Subject | undefined> {
  const others = await Promise.all(open.map((reference) => requests.request(reference)))
  const known = others.map((one) => (one && 'person' in one ? one.person?.subject?.reveal() : undefined))
  return united([await directory.subjectOf(address), ...known])
}

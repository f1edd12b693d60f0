import type { Directory } from '../../adapters/directory.ts'
import type { Requests } from '../../adapters/requests.ts'
import type { Holder } from '../../domain/minor.ts'
import { united } from '../../domain/subject.ts'
import type { Subject } from '../../systems/contract.ts'

/** Whose a proven address is, or nothing. */
export const subjectOf = async (...of: Parameters<typeof foundOf>): Promise<Subject | undefined> =>
  (await foundOf(...of)).subject

/**
 * Whose a proven address is, or nothing. The directory's own row may be unavailable by now: what it said to an open
 * request of the person still holds.
 */
export async function foundOf(
  address: string,
  open: readonly string[],
  directory: Directory,
  requests: Requests,
): Promise<{
  readonly subject: Subject | undefined
  readonly country?: string
  readonly holders: readonly Holder[]
}> {
  const others = await Promise.all(open.map((reference) => requests.request(reference)))
  const known = others.map((one) => (one && 'person' in one ? one.person?.subject?.reveal() : undefined))
  const { subject, ...rest } = await directory.found(address)
  return { subject: united([subject, ...known]), ...rest }
}

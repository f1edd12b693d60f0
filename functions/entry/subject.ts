import type { Directory } from '../../adapters/directory.ts'
import type { Requests } from '../../adapters/requests.ts'
import type { Holder } from '../../domain/minor.ts'
import type { Known } from '../../domain/person.ts'
import { Personal } from '../../domain/personal.ts'
import { joined, type OnBehalf, united } from '../../domain/subject.ts'
import type { Subject } from '../../systems/contract.ts'

/** What the directory answered, as a request keeps it; undefined: the address is nobody's. */
export const knownAs = ({
  subject,
  onBehalf,
}: {
  readonly subject?: Subject | undefined
  readonly onBehalf?: OnBehalf | undefined
}): Known | undefined =>
  subject && { subject: new Personal(subject), ...(onBehalf ? { onBehalf: new Personal(onBehalf) } : {}) }

/**
 * Whose a proven address is, or nothing. The directory's own row may be unavailable by now: what it said to an open
 * request of the person still holds.
 */
export async function foundOf(
  address: string,
  open: readonly string[],
  directory: Directory,
  requests: Requests,
): Promise<{ readonly known: Known | undefined; readonly country?: string; readonly holders: readonly Holder[] }> {
  const others = await Promise.all(open.map((reference) => requests.request(reference)))
  const before = others.flatMap((one) => (one && 'person' in one && one.person ? [one.person] : []))
  const { subject, onBehalf, ...rest } = await directory.found(address)
  const known = knownAs({
    subject: united([subject, ...before.map((person) => person.subject?.reveal())]),
    onBehalf: joined([onBehalf, ...before.map((person) => person.onBehalf?.reveal())]),
  })
  return { known, ...rest }
}

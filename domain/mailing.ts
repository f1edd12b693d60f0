import type { Instant } from './time.ts'

/**
 * One click in a mail, the form of the privacy centre, the company's account settings, the erasure of everything, or a
 * mail that was called spam.
 */
type Way = 'one-click' | 'form' | 'account' | 'erasure' | 'complaint'

/** What was last said about mails to an address, and when it was said. */
export type Mark = { readonly suppressed: boolean; readonly since: Instant; readonly by: Way }

/** Of every list at once; no list of a policy has this name. */
export const everyList = 'all'

/** The name under which a use of data is marked that a person had stopped (GDPR Art. 21(1)); no list can have it. */
export const use = (category: string): string => `use:${category}`

/** What is known of one address, by list or use; nothing personal stands in it. */
export type Marks = Readonly<Record<string, Mark>>

/**
 * Why nothing of a list may go to an address, or nothing when it may (GDPR Art. 21(3)). The latest word counts: who
 * subscribes again after an objection to everything gets that list, and no other.
 */
export function suppression(marks: Marks, list: string): Mark | undefined {
  const [about, every] = [marks[list], marks[everyList]]
  const latest = about && (!every || about.since > every.since) ? about : every
  return latest?.suppressed ? latest : undefined
}

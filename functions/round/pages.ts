import type { Instant } from '../../domain/time.ts'

/** One page of a job: what it found there is done when it answers where the next page begins, if there is one. */
export type Job = (from: string | undefined, now: Instant) => Promise<string | undefined>

/** Page after page until there is none or the time is over. @returns where the next slice begins, or undefined at the end */
export async function inPages(
  job: Job,
  from: string,
  now: Instant,
  isOver: () => boolean,
): Promise<string | undefined> {
  let next = await job(from === '' ? undefined : from, now)
  while (next !== undefined && !isOver()) next = await job(next, now)
  return next
}

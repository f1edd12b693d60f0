import type { Named } from '../../adapters/items.ts'
import { sideBySide } from '../../systems/side-by-side.ts'

/** What the stream tells of: an effect of a request, or of a mail that came in, and its number in the shard. */
export type Told = Named & { readonly number: string }

/**
 * Requests that are worked on at the same time. What one waits for, an answer of the table or of Step Functions, holds up no
 * other, and ten calls at once are far from any quota.
 */
const atOnce = 10

/**
 * Does what is told: for each request in its order, for several requests side by side.
 *
 * @param isDone whether one went well; after one that did not, nothing more is done for its request
 * @returns those that did not go well
 */
export async function eachInItsOrder(
  all: readonly Told[],
  isDone: (one: Told) => Promise<boolean>,
): Promise<readonly Told[]> {
  const failed: Told[] = []
  const ofRequests = [...Map.groupBy(all, ({ reference }) => reference).values()]
  await sideBySide(ofRequests, atOnce, async (ofOne) => {
    for (const one of ofOne) {
      if (await isDone(one)) continue
      failed.push(one)
      return
    }
  })
  return failed
}

/** Makes a queue: work begins once all that was given before has ended, however it ended. */
export function oneByOne(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
}

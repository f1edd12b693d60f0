import type { Ledger } from '../../adapters/ledger.ts'
import type { Requests } from '../../adapters/requests.ts'
import { nextEnd, stillKept } from '../../domain/erased.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { Job } from './pages.ts'
import { tried } from './tried.ts'

/** N7: what a law need not have any longer is erased; whom neither a law nor a backup holds leaves the ledger. */
export const endOfKeeping =
  (requests: Requests, ledger: Ledger): Job =>
  async (from, now) => {
    const { lines, next } = await ledger.dueBy(now, from)
    for (const { reference } of lines) await lookAt(reference, now, requests, ledger)
    return next
  }

async function lookAt(reference: string, now: Instant, requests: Requests, ledger: Ledger): Promise<void> {
  const request = await requests.request(reference)
  // Another day: what is being erased again is looked at when it is done.
  if (request?.status === 'erasing-again') return
  if (request?.status !== 'erased') return await ledger.forget(reference)
  if (stillKept(request.kept, now).length < request.kept.length)
    return await tried(requests, reference, { type: 'kept-long-enough' }, now)
  const end = nextEnd(request, policy, now)
  await (end ? ledger.dueAgain(reference, end) : ledger.forget(reference))
}

import type { Requests } from '../../adapters/requests.ts'
import { atRiskBy, pressing } from '../../domain/deadline.ts'
import { kindOf } from '../../domain/figures.ts'
import type { Pressed } from '../../domain/promises.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'

/** So many requests that are overdue or at risk are looked at; there should be none. */
export const mostCounted = 1000

/** What is overdue or at risk now, out of the index: who has time left is not read. */
export async function whatPresses(requests: Requests, now: Instant): Promise<readonly Pressed[]> {
  const pressed: Pressed[] = []
  let read = 0
  for await (const request of requests.owedBy(atRiskBy(now, policy))) {
    const why = pressing(request, policy, now)
    // What the company asks a person is owed to nobody.
    if (why && request.right !== 'disclosure') pressed.push({ kind: kindOf(request, request.right), why })
    read += 1
    if (read === mostCounted) break
  }
  return pressed
}

import { Overtaken, type Requests } from '../../adapters/requests.ts'
import { decide } from '../../domain/decide.ts'
import type { Request } from '../../domain/request.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'

/** The request with one more entry in its history, or undefined when it is no longer to be fetched. */
export async function noted(
  requests: Requests,
  request: Request,
  type: 'downloaded' | 'code-wrong',
  now: Instant,
): Promise<Request | undefined> {
  const decision = decide(request, { type }, policy, now)
  if (decision.kind === 'refused') return undefined
  try {
    return await requests.save(decision)
  } catch (error) {
    const newer = error instanceof Overtaken && (await requests.request(request.reference))
    if (!newer) throw error
    return noted(requests, newer, type, now)
  }
}

import type { Requests } from '../../adapters/requests.ts'
import { decide } from '../../domain/decide.ts'
import type { Request } from '../../domain/request.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { whileOvertaken } from './while-overtaken.ts'

/** The request with one more entry in its history, or undefined when it is no longer to be fetched. */
export const noted = (
  requests: Requests,
  { reference }: Request,
  type: 'downloaded' | 'code-wrong',
  now: Instant,
): Promise<Request | undefined> =>
  whileOvertaken(async () => {
    const request = await requests.request(reference)
    const decision = request && decide(request, { type }, policy, now)
    return !decision || decision.kind === 'refused' ? undefined : requests.save(decision)
  })

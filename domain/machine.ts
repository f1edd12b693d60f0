import type { AdvanceInput, AdvanceOutput } from '../functions/contract.ts'
import type { Policy } from '../policy/schema.ts'
import type { Request } from './request.ts'
import { isClosed } from './request.ts'
import { type Instant, nextMoment } from './time.ts'

/** What a state machine does next for a request: the store is the truth, the machine only keeps the time. */
export function nextForMachine(
  request: Request,
  after: AdvanceInput['event'],
  policy: Policy,
  now: Instant,
): AdvanceOutput {
  return {
    v: 1,
    to: next(request, after),
    at: request.status === 'grace' ? nextMoment(request.eraseAt, now, policy) : now,
  }
}

function next(request: Request, after: AdvanceInput['event']): AdvanceOutput['to'] {
  if (isClosed(request)) return request.person ? 'strip' : 'end'
  switch (request.status) {
    case 'unverified':
      return 'end'
    case 'restricting':
      return 'restrict'
    case 'grace':
      return request.outstanding.length > 0 && after !== 'restriction-settled' ? 'restrict-rest' : 'wait'
    case 'restoring':
      return 'release'
    case 'erasing':
      if (request.erasedAt) return 'certify'
      return request.outstanding.length > 0 ? 'erase-rest' : 'erase'
  }
}

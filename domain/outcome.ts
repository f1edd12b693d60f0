import type { Policy } from '../policy/schema.ts'
import type { Effect } from './effect.ts'
import type { Event } from './event.ts'
import type { LetterKind } from './letter-kinds.ts'
import type { Request } from './request.ts'

export type Refusal = {
  readonly kind: 'refused'
  readonly reason:
    | 'not-possible-now'
    | 'too-late'
    | 'link-expired'
    | 'switched-off'
    | 'fetched-too-often'
    | 'on-hold'
    | 'notice-running'
    | 'reason-needed'
    | 'not-approved-then'
    | 'too-long'
    | 'two-people'
}

/** What an event makes of a request, before it is an entry of its history. */
export type Outcome =
  | {
      readonly request: Request
      readonly effects?: readonly Effect[]
      readonly detail?: string
      /** Salt of what the person is not told of it. */
      readonly untold?: string
    }
  | Refusal

/** What it makes of it where nothing can refuse it. */
export type Taken = Exclude<Outcome, Refusal>

export const effectsOf = ({ effects = [] }: Taken): readonly Effect[] => effects

/** The same, with who of the company did it in the history. */
export const saidBy = (by: string, outcome: Taken): Taken => ({
  ...outcome,
  detail: [outcome.detail, `by ${by}`].filter((one) => one !== undefined).join(', '),
})

/** What the person may not be told of. @throws without a salt: then nothing is saved, and nothing told */
export function untold({ salt }: Event): { readonly untold: string } {
  if (!salt) throw new Error('what a person is not told of needs a salt')
  return { untold: salt }
}

export const refused = (reason: Refusal['reason']): Refusal => ({ kind: 'refused', reason })
export const letter = (kind: LetterKind): Effect => ({ kind: 'letter', letter: kind })

/** N6: a sign of life of the person, or that there is nobody any more; nothing where nobody asks for it. */
export const activity = (as: 'used' | 'gone', policy: Policy): readonly Effect[] =>
  policy.inactivity ? [{ kind: 'activity', as }] : []

/** Systems that are late: those that fail, and those where somebody has not done in time what they were asked. */
export const lateIn = (outstanding: readonly string[], inTime: readonly string[] = []): readonly string[] =>
  outstanding.filter((system) => !inTime.includes(system))

/** The same, of what a request waits for. */
export const lateOf = (request: Request): readonly string[] =>
  'outstanding' in request ? lateIn(request.outstanding, request.awaits?.systems) : []

/** The person is told once that it takes longer: of who does it by hand and is in time nobody had thought otherwise. */
const firstDelay = (request: Request, outstanding: readonly string[], inTime?: readonly string[]): readonly Effect[] =>
  lateOf(request).length === 0 && lateIn(outstanding, inTime).length > 0 ? [letter('takes-longer')] : []

/** What the history says of systems that are still being asked. */
export const waitingFor = (outstanding: readonly string[]): { readonly detail?: string } =>
  outstanding.length > 0 ? { detail: `waiting for ${outstanding.join(', ')}` } : {}

/** Some systems have not done it: they are asked again, and the person hears once that it takes longer. @param inTime of what is done by hand */
export const stillAsked = (
  request: Extract<Request, { readonly outstanding: readonly string[] }>,
  outstanding: readonly string[],
  inTime?: readonly string[],
): Taken => ({
  request: { ...request, outstanding },
  effects: firstDelay(request, outstanding, inTime),
  ...waitingFor(outstanding),
})

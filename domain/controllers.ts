import type { Effect } from './effect.ts'
import { again, pauses } from './notices.ts'
import type { Request } from './request.ts'
import { type Instant, instant, moved } from './time.ts'

/** How far a request is, in OpenDSR's words (section 8). */
export type Standing = 'pending' | 'in_progress' | 'completed' | 'cancelled'

/** What a controller asked for, and what it heard since. */
export type Instruction = {
  readonly controller: string
  /** What the controller calls it: a v4 UUID. */
  readonly id: string
  /** Where it wants to hear of each change. */
  readonly callbacks: readonly string[]
  /** The standing that each of them was told last; absent: what the answer to the request itself said. */
  readonly said: Readonly<Record<string, Standing>>
  /** The change that is being told: since when, and the last try. */
  readonly telling?: { readonly standing: Standing; readonly since: Instant; readonly triedAt: Instant }
}

/** How long a controller is told what it does not hear: it can ask at any time. */
const givenUpAfter = 'P7D'

/**
 * Pending: it can still be cancelled; restrictions are no work of OpenDSR's. What nobody is found for is completed: there
 * is nothing left to do.
 */
export function standingOf(request: Request): Standing {
  switch (request.status) {
    case 'unverified':
    case 'restricting':
    case 'grace':
      return 'pending'
    case 'restored':
    case 'withdrawn':
      return 'cancelled'
    case 'erased':
    case 'erasing-again':
    case 'not-found':
    case 'ready':
    case 'discarding':
    case 'discarded':
      return 'completed'
    default:
      return 'in_progress'
  }
}

/** The person has a controller of their own to hear from: it is told by callbacks, whenever the standing changes. */
export function forController(before: Request, after: Request, effects: readonly Effect[]): readonly Effect[] {
  const kept = effects.filter(({ kind }) => kind !== 'letter' && kind !== 'undelivered' && kind !== 'ask-consent')
  const tells = kept.some((one) => one.kind === 'start' && one.machine === 'recipients')
  if (tells || standingOf(before) === standingOf(after)) return kept
  return [...kept, { kind: 'start', machine: 'recipients' }]
}

/** Callbacks that have not heard how far the request is. */
export const unheard = ({ callbacks, said }: Instruction, standing: Standing): readonly string[] =>
  callbacks.filter((url) => (said[url] ?? 'pending') !== standing)

/** Whether callbacks are to be told now, or when they are tried again; nothing: all were, or it was tried for long enough. */
export function tellingDue(
  instruction: Instruction,
  request: Request,
  timeZone: string,
  now: Instant,
): 'now' | { readonly at: Instant } | undefined {
  const standing = standingOf(request)
  if (unheard(instruction, standing).length === 0) return undefined
  const { telling } = instruction
  if (telling?.standing !== standing) return 'now'
  const end = moved(telling.since, givenUpAfter, timeZone)
  const at = again(telling.since, telling.triedAt, pauses.waiting)
  if (telling.triedAt >= end || at >= end) return undefined
  return now >= at ? 'now' : { at: instant(at) }
}

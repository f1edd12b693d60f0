import type { Policy } from '../policy/schema.ts'
import { isOwed, waitsFor } from './deadline.ts'
import { refused, saidBy } from './outcome.ts'
import type { Personal } from './personal.ts'
import { isClosed, isCopy, type Request } from './request.ts'
import { type Decision, step } from './step.ts'
import type { Instant } from './time.ts'
import type { Worded } from './two-people.ts'

/** Letters for which the policy's wording has the sentences (policy/wording/written.ts); `own-words` has none. */
export const templates = ['under-way', 'which-data', 'your-mail', 'own-words'] as const
export type Template = (typeof templates)[number]

/** What somebody of the company noted or wrote, by the entry of the history that says so. */
export type Written = {
  readonly n: number
  readonly at: Instant
  readonly by: string
  /** Absent: a note, for the company alone, or what was proposed. */
  readonly template?: Template
  /** What another person of the company has to confirm before its person reads these words. */
  readonly proposes?: Worded
  /** In their own words; absent: it was gone with what is personal in the request. */
  readonly words?: Personal<string>
  /** The form that it came by: pressed twice, it is one. */
  readonly form?: string
}

/** A request whose person has proven who they are, and is still there. */
const isAtWork = (request: Request): boolean =>
  request.status !== 'unverified' && !isClosed(request) && request.person !== undefined

/**
 * What can truly be written now, in the person's thread. Whom a controller asked for hears from the controller, and of a
 * disclosure the company asks.
 */
export function templatesFor(request: Request, now: Instant): readonly Template[] {
  if (!isAtWork(request) || request.right === 'disclosure' || request.controller) return []
  // What says "you asked us" is true only where somebody did.
  const isAsked = !('inactive' in request && request.inactive) && !('unconsented' in request)
  const isBeingDone = isAsked && isOwed(request) && ['company', 'systems'].includes(waitsFor(request))
  return templates.filter((one) => {
    if (one === 'under-way') return isBeingDone && now < request.promisedBy
    // Of an erasure or a restriction nothing can be left out.
    return one === 'which-data' ? isBeingDone && isCopy(request.right) && now < request.promisedBy : true
  })
}

/** Whether something can be noted: as long as there is anything personal, with which it goes. */
export const canBeNoted = isAtWork

/** Somebody of the company writes to the person; nothing else changes. */
export function wrote(request: Request, template: Template, by: string, policy: Policy, now: Instant): Decision {
  if (!templatesFor(request, now).includes(template)) return refused('not-possible-now')
  const effects = [{ kind: 'letter', letter: 'from-the-desk', written: request.historyLength + 1 }] as const
  return step(request, saidBy(by, { request, effects, detail: template }), 'wrote', policy, now)
}

/** Somebody of the company leaves a note for the others; nothing else changes. Its person reads that there is one, and not whose. */
export function noted(request: Request, by: string, salt: string, policy: Policy, now: Instant): Decision {
  if (!canBeNoted(request)) return refused('not-possible-now')
  return step(request, saidBy(by, { request, untold: salt }), 'noted', policy, now)
}

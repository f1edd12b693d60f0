import { createHash } from 'node:crypto'
import type { DeskPolicy } from '../policy/desk.ts'
import type { Policy } from '../policy/schema.ts'
import { canBeExtended } from './deadline.ts'
import { canBeDoubted } from './identity.ts'
import { leadsTo } from './lifecycle.ts'
import { canBeSentAgain } from './link-again.ts'
import { canBeReported } from './minor.ts'
import { refused, saidBy } from './outcome.ts'
import type { Request } from './request.ts'
import { type Decision, step } from './step.ts'
import type { Instant } from './time.ts'
import { openProposal } from './two-people.ts'

/** Who works on the desk. The auditor sees what was done and when, and nothing about whom. */
export type Role = 'officer' | 'agent' | 'auditor'
export const roles = ['officer', 'agent', 'auditor'] as const satisfies readonly Role[]

/** What somebody may do there, and who; the table of docs/desk.md. */
export const duties = {
  /** The queue, and of a request everything that is not personal. */
  see: ['officer', 'agent', 'auditor'],
  /** Finds requests by a person's address. */
  search: ['officer', 'agent'],
  /** What is personal in a request; each look is in its history. */
  look: ['officer', 'agent'],
  /** Files that came with mails, or as evidence; each that is fetched is in the history. */
  fetch: ['officer', 'agent'],
  /** Enters a request for who asked by phone, letter or chat. */
  enter: ['officer', 'agent'],
  /** Corrections, objections, and who asks. */
  decide: ['officer', 'agent'],
  /** Doubts who asks, and has them asked. */
  doubt: ['officer', 'agent'],
  extend: ['officer', 'agent'],
  /** Writes to the person, and leaves notes for colleagues. */
  write: ['officer', 'agent'],
  /** Has the person's link sent again, to the address that the request writes to. */
  link: ['officer', 'agent'],
  hold: ['officer'],
  unhold: ['officer'],
  lift: ['officer'],
  /** Turns a request down as a whole (GDPR Art. 12(5)(b), 11(2)). */
  'turn-down': ['officer'],
  /** Confirms or declines what another officer proposed, where it takes two. */
  confirm: ['officer'],
  decline: ['officer'],
  /** Reports that an account is a child's, or that it is none. */
  child: ['officer'],
  'no-child': ['officer'],
  /** Asks a person whether their data may go to a third party. */
  ask: ['officer'],
  /** Says what was done by hand. */
  state: ['officer', 'agent'],
  /** Gives what is to be done by hand to a colleague. */
  reassign: ['officer', 'agent'],
  /** Has a system that fails asked again at once, or has its part done by hand. */
  retry: ['officer'],
  'hand-over': ['officer'],
} as const satisfies Readonly<Record<string, readonly Role[]>>
export type Duty = keyof typeof duties

export const may = (role: Role, duty: Duty): boolean => (duties[duty] as readonly Role[]).includes(role)

/** What can be done to a request by pressing a button. */
export const acts = [
  'decide',
  'doubt',
  'extend',
  'hold',
  'unhold',
  'lift',
  'child',
  'no-child',
  'link',
  'confirm',
  'decline',
] as const satisfies readonly Duty[]
export type DeskAct = (typeof acts)[number]

/** The role of whoever is in these groups of the provider, the one that may most; nothing: they have no business here. */
export const roleOf = (groups: readonly string[], { roles: named }: Pick<DeskPolicy, 'roles'>): Role | undefined =>
  roles.find((role) => groups.includes(named[role]))

/**
 * How the history names somebody of the company: by role and a number that only the desk can tell whose it is, because
 * people read their histories too. @param subject the provider's own id of them
 */
export const staffOf = (role: Role, issuer: string, subject: string): string =>
  `${role} ${createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('hex')
    .slice(0, 8)}`

/** What a role can do to a request now: what the table of transitions allows, and not more than the role may. */
export const actsOn = (request: Request, role: Role, now: Instant): readonly DeskAct[] =>
  acts.filter((act) => may(role, act) && isPossible(act, request, now))

function isPossible(act: DeskAct, request: Request, now: Instant): boolean {
  const hold = 'hold' in request && request.hold !== undefined
  const proposal = openProposal(request, now)
  if (proposal?.act === act) return false
  switch (act) {
    case 'confirm':
    case 'decline':
      return proposal !== undefined && leadsTo(request.status, 'act-proposed').length > 0
    case 'decide':
      return request.status === 'deciding' || request.status === 'weighing' || request.status === 'checking'
    case 'doubt':
      return canBeDoubted(request) && leadsTo(request.status, 'doubted').length > 0
    case 'extend':
      return canBeExtended(request, now)
    case 'hold':
      return !hold && leadsTo(request.status, 'hold-set').length > 0
    case 'unhold':
      return hold && leadsTo(request.status, 'hold-ended').length > 0
    case 'lift':
      return request.status === 'held' && (request.liftAt === undefined || request.liftAt <= now)
    case 'child':
      return canBeReported(request)
    case 'link':
      return canBeSentAgain(request)
    case 'no-child':
      return leadsTo(request.status, 'report-ended').length > 0
  }
}

/** Somebody of the company looks at what is personal: the history says who and when, and nothing else changes. */
export function looked(request: Request, by: string, policy: Policy, now: Instant): Decision {
  if (!('person' in request && request.person)) return refused('not-possible-now')
  return step(request, saidBy(by, { request }), 'looked', policy, now)
}

/** Somebody of the company fetches a file that came along: the history says who, when and which. @param what never its name; undefined: there is none */
export function fetched(
  request: Request,
  what: string | undefined,
  by: string,
  policy: Policy,
  now: Instant,
): Decision {
  if (what === undefined || !('person' in request && request.person)) return refused('not-possible-now')
  return step(request, saidBy(by, { request, detail: what }), 'fetched', policy, now)
}

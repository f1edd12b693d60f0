import { isDeepStrictEqual } from 'node:util'
import type { Policy } from '../policy/schema.ts'
import type { Decided, Event } from './event.ts'
import type { Entry } from './history.ts'
import { isTold } from './legal-hold.ts'
import { type Outcome, type Refusal, refused, type Taken, untold } from './outcome.ts'
import type { Values } from './person.ts'
import type { Personal } from './personal.ts'
import type { Request } from './request.ts'
import { earlier, type Instant, moved } from './time.ts'
import { groundsLeft, turnedDownBy, type WhyTurnedDown } from './turned-down.ts'

/** Something that takes two people: who proposed it and when, until when it can be confirmed. */
export type Proposal = Proposed & { readonly by: string; readonly at: Instant; readonly until: Instant }
type Proposed =
  /** `file`: where its papers are. */
  | { readonly act: 'unhold' | 'lift'; readonly file?: string }
  /** `written`: the entry of the history that says who proposed it, and so wrote what its person is to read. */
  | { readonly act: 'turn-down'; readonly why: WhyTurnedDown; readonly written: number }
  | { readonly act: 'refuse-objection' | 'decline-correction'; readonly decisions: Values; readonly written: number }
/** What is decided with words for its person. */
export type Worded = Exclude<Proposal['act'], 'unhold' | 'lift'>

/**
 * What cannot be undone, by what happens when it is done: the end of a hold, and of a restriction once its person was told;
 * and of decisions that its person is told at once those that they would not have wanted.
 */
const acts = {
  unhold: 'hold-ended',
  lift: 'lift-announced',
  'turn-down': 'turned-down',
  'refuse-objection': 'weighed',
  'decline-correction': 'decided',
} as const satisfies Record<Proposal['act'], Event['type']>

/** What is decided as the person wants it. */
const granted = { 'refuse-objection': 'stop', 'decline-correction': 'apply' } as const

function actOf(event: Event): Proposal['act'] | undefined {
  const act = (Object.keys(acts) as Proposal['act'][]).find((one) => acts[one] === event.type)
  const isAllGranted =
    'decisions' in event && Object.values(event.decisions).every((one) => Object.values<string>(granted).includes(one))
  return isAllGranted ? undefined : act
}

/** Whether the policy asks for two people of the desk to do something of a kind. */
export const asksForTwo = (act: Proposal['act'], { desk }: Pick<Policy, 'desk'>): boolean =>
  desk?.twoPeople?.acts.includes(act) ?? false

/** Which act that takes two people by the policy this would be, if any. */
export function takesTwo(event: Event, policy: Pick<Policy, 'desk'>): Proposal['act'] | undefined {
  const act = actOf(event)
  return act && asksForTwo(act, policy) ? act : undefined
}

/** What one person proposed and another has not answered, as long as it can be done and there is time for it. */
export function openProposal(request: Request, now: Instant): Proposal | undefined {
  const { proposal } = request
  return proposal && now < proposal.until && isPossible(proposal, request) ? proposal : undefined
}

/** Who it is, whatever their role was at the time. */
const numberOf = (staff: string): string | undefined => /^(?:officer|agent|auditor) ([0-9a-f]{8})$/.exec(staff)?.[1]

const isWorded = (act: Proposal['act']): act is Worded => act !== 'unhold' && act !== 'lift'

/**
 * The refusal of what one person of the desk would do alone. Programs of the company are not at the desk; what is decided
 * with words that a second person has to read is decided there alone, and not over a link that was mailed.
 */
export function byOneAlone(request: Request, event: Event, policy: Policy, now: Instant): Refusal | undefined {
  const act = takesTwo(event, policy)
  const second = event.by === undefined ? undefined : numberOf(event.by)
  if (!act || (second === undefined && !isWorded(act))) return undefined
  const proposal = openProposal(request, now)
  const isSecond = second !== undefined && proposal !== undefined && numberOf(proposal.by) !== second
  return isSecond && isAsProposed(proposal, event) ? undefined : refused('two-people')
}

/** What is done is what was proposed: with the same papers, or the same decision in the words of the same entry. */
function isAsProposed(proposal: Proposal, event: Event): boolean {
  const { by: _, handed: __, salt: ___, ...said } = event
  const { answer: ____, ...done } = { answer: undefined, ...said }
  return isDeepStrictEqual(done, doneBy(proposal))
}

/**
 * Whether somebody has seen what they would confirm, or proposed it: what the person says and is to read lies with what is
 * personal, and each look at that is in the history.
 */
export const hasRead = (proposal: Proposal, history: readonly Entry[], staff: string): boolean =>
  !('written' in proposal) ||
  proposal.by === staff ||
  history.some(({ n, event, detail }) => n > proposal.written && event === 'looked' && detail === `by ${staff}`)

/** Whether it is what was proposed, or another decision instead of it. */
export const settles = (event: Event, { proposal }: Request): boolean =>
  proposal !== undefined && acts[proposal.act] === event.type

/** What was proposed is done, or is to be proposed anew: nothing is left of it. */
export function withoutProposal<Next extends Request>(request: Next): Next {
  const { proposal: _, ...kept } = { proposal: undefined, ...request }
  return kept as unknown as Next
}

type OfProposal = Extract<Event, { type: 'act-proposed' | 'proposal-declined' }>
export const isOfProposal = (event: Event): event is OfProposal =>
  event.type === 'act-proposed' || event.type === 'proposal-declined'

type Next = (request: Request, event: Event, policy: Policy, now: Instant) => Outcome

/**
 * The first person proposes, and nothing happens but that others hear of it; another declines, or the first takes it back.
 * @param next what the story of the request makes of an event: what could not be decided now is not proposed
 */
export function nextOfProposal(request: Request, event: OfProposal, policy: Policy, now: Instant, next: Next): Outcome {
  const open = openProposal(request, now)
  if (event.type === 'proposal-declined')
    return open
      ? { request: withoutProposal(request), detail: open.act, ...ofSecret(open.act, request, event, policy) }
      : refused('not-possible-now')
  const { by } = event
  const within = policy.desk?.twoPeople?.within
  const act = 'decision' in event ? takesTwo(event.decision, policy) : event.act
  if (open || by === undefined || !within || !act || !asksForTwo(act, policy)) return refused('not-possible-now')
  const proposed = { by, at: now, until: moved(now, within, policy.company.timeZone) }
  if ('decision' in event) {
    const outcome = next(request, event.decision, policy, now)
    if ('kind' in outcome) return outcome
    return asProposed(request, decisionProposed(event.decision, act as Worded, request, policy, proposed))
  }
  const proposal = { ...proposed, act: event.act, ...(event.file ? { file: event.file } : {}) }
  if (!isPossible(proposal, request)) return refused('not-possible-now')
  return { ...asProposed(request, proposal), ...ofSecret(proposal.act, request, event, policy) }
}

type By = Pick<Proposal, 'by' | 'at' | 'until'>

function decisionProposed(decision: Decided, act: Worded, request: Request, policy: Policy, proposed: By): Proposal {
  const written = request.historyLength + 1
  if (decision.type !== 'turned-down')
    return { ...proposed, act: act as Exclude<Worded, 'turn-down'>, decisions: decision.decisions, written }
  const { why } = decision
  const until = earlier(proposed.until, turnedDownBy(why, request, policy) ?? proposed.until)
  return { ...proposed, until, act: 'turn-down', why, written }
}

/** That a hold is to end says that there is one. */
const ofSecret = (act: Proposal['act'], request: Request, event: OfProposal, policy: Policy) =>
  act === 'unhold' && 'hold' in request && request.hold && !isTold(request.hold.reason, policy) ? untold(event) : {}

const asProposed = (request: Request, proposal: Proposal): Taken => ({
  request: { ...request, proposal },
  effects: [{ kind: 'proposal' }],
  detail: [proposal.act, ...reasonsOf(proposal)].join(', '),
})

function reasonsOf(proposal: Proposal): readonly string[] {
  if ('decisions' in proposal) return Object.entries(proposal.decisions).map(([of, decision]) => `${of} ${decision}`)
  if ('why' in proposal) return [proposal.why]
  return proposal.file ? [`file ${proposal.file}`] : []
}

function isPossible(proposal: Proposal, request: Request): boolean {
  switch (proposal.act) {
    case 'unhold':
      return 'hold' in request && request.hold !== undefined
    case 'lift':
      return request.status === 'held' && request.liftAt === undefined
    case 'turn-down':
      return groundsLeft(request).includes(proposal.why)
    case 'refuse-objection':
      return request.status === 'weighing'
    case 'decline-correction':
      return 'items' in request && request.items.some(({ state }) => state === 'deciding')
  }
}

/** What is done when it is confirmed, but for its words. */
function doneBy(proposal: Proposal) {
  switch (proposal.act) {
    case 'unhold':
      return { type: 'hold-ended', file: proposal.file ?? '' } as const
    case 'lift':
      return { type: 'lift-announced' } as const
    case 'turn-down':
      return { type: 'turned-down', why: proposal.why, written: proposal.written } as const
    case 'refuse-objection':
      return { type: 'weighed', decisions: proposal.decisions, written: proposal.written } as const
    case 'decline-correction':
      return { type: 'decided', decisions: proposal.decisions, written: proposal.written } as const
  }
}

/** What the second person does, as it was proposed. @param answer its words; absent: there are none, or they are gone */
export function confirming(proposal: Proposal, answer?: Personal<string>): Event | undefined {
  const done = doneBy(proposal)
  switch (done.type) {
    case 'turned-down':
      return answer && { ...done, answer }
    case 'weighed':
    case 'decided':
      return { ...done, ...(answer ? { answer } : {}) }
    default:
      return done
  }
}

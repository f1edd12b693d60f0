import type { Policy } from '../policy/schema.ts'
import { type Outcome, refused } from './outcome.ts'
import type { Personal } from './personal.ts'
import type { Entry, Event, Proposal, Refusal, Request } from './request.ts'
import { earlier, type Instant, moved } from './time.ts'
import { groundsLeft, notTurnedDown, turnedDownBy } from './turned-down.ts'

/**
 * What cannot be undone, by what happens when it is done: the end of a hold, and of a restriction once its person was told;
 * and that a request is not acted on, of which its person is told at once.
 */
const acts = { unhold: 'hold-ended', lift: 'lift-announced', 'turn-down': 'turned-down' } as const satisfies Record<
  Proposal['act'],
  Event['type']
>

const actOf = (type: Event['type']): Proposal['act'] | undefined =>
  (Object.keys(acts) as Proposal['act'][]).find((act) => acts[act] === type)

/** Whether the policy asks for two people of the desk to do something. */
export function takesTwo(event: Pick<Event, 'type'>, { desk }: Pick<Policy, 'desk'>): Proposal['act'] | undefined {
  const act = actOf(event.type)
  return act && desk?.twoPeople?.acts.includes(act) ? act : undefined
}

/** What one person proposed and another has not answered, as long as it can be done and there is time for it. */
export function openProposal(request: Request, now: Instant): Proposal | undefined {
  const { proposal } = request
  return proposal && now < proposal.until && isPossible(proposal, request) ? proposal : undefined
}

/** Who it is, whatever their role was at the time. */
const numberOf = (staff: string): string | undefined => /^(?:officer|agent|auditor) ([0-9a-f]{8})$/.exec(staff)?.[1]

/**
 * The refusal of what one person of the desk would do alone. Programs of the company are not at the desk; what is decided
 * with words that a second person has to read is decided there alone.
 */
export function byOneAlone(request: Request, event: Event, policy: Policy, now: Instant): Refusal | undefined {
  const act = takesTwo(event, policy)
  const second = event.by === undefined ? undefined : numberOf(event.by)
  if (!act || (second === undefined && act !== 'turn-down')) return undefined
  const proposal = openProposal(request, now)
  const isSecond = second !== undefined && proposal !== undefined && numberOf(proposal.by) !== second
  return isSecond && isAsProposed(proposal, event) ? undefined : refused('two-people')
}

/** What is done is what was proposed, with the same papers, or on the same ground and in the same words. */
function isAsProposed(proposal: Proposal, event: Event): boolean {
  if (proposal.act !== actOf(event.type)) return false
  if (proposal.act === 'turn-down')
    return event.type === 'turned-down' && event.why === proposal.why && event.written === proposal.written
  return event.type !== 'hold-ended' || event.file === proposal.file
}

/**
 * Whether somebody has seen what they would confirm, or wrote it: words that the person is to read lie with what is
 * personal, and each look at that is in the history.
 */
export const hasRead = (proposal: Proposal, history: readonly Entry[], staff: string): boolean =>
  proposal.act !== 'turn-down' ||
  proposal.by === staff ||
  history.some(({ n, event, detail }) => n > proposal.written && event === 'looked' && detail === `by ${staff}`)

/** What was proposed is done, or is to be proposed anew: nothing is left of it. */
export function withoutProposal<Next extends Request>(request: Next): Next {
  const { proposal: _, ...kept } = { proposal: undefined, ...request }
  return kept as unknown as Next
}

type OfProposal = Extract<Event, { type: 'act-proposed' | 'proposal-declined' }>
export const isOfProposal = (event: Event): event is OfProposal =>
  event.type === 'act-proposed' || event.type === 'proposal-declined'

/** The first person proposes, and nothing happens but that others hear of it; another declines, or the first takes it back. */
export function nextOfProposal(request: Request, event: OfProposal, policy: Policy, now: Instant): Outcome {
  const open = openProposal(request, now)
  if (event.type === 'proposal-declined')
    return open ? { request: withoutProposal(request), detail: open.act } : refused('not-possible-now')
  const { by } = event
  const within = policy.desk?.twoPeople?.within
  if (open || by === undefined || !within || !takesTwo({ type: acts[event.act] }, policy))
    return refused('not-possible-now')
  const proposed = { by, at: now, until: moved(now, within, policy.company.timeZone) }
  if (event.act === 'turn-down') {
    const { act, why } = event
    const refusal = notTurnedDown(why, request, policy, now)
    if (refusal) return refusal
    const until = earlier(proposed.until, turnedDownBy(why, request, policy) ?? proposed.until)
    const proposal: Proposal = { ...proposed, until, act, why, written: request.historyLength + 1 }
    return { request: { ...request, proposal }, effects: [{ kind: 'proposal' }], detail: `${act}, ${why}` }
  }
  const { act, file } = event
  const proposal: Proposal = { ...proposed, act, ...(file ? { file } : {}) }
  if (!isPossible(proposal, request)) return refused('not-possible-now')
  return {
    request: { ...request, proposal },
    effects: [{ kind: 'proposal' }],
    detail: file ? `${act}, file ${file}` : act,
  }
}

function isPossible(proposal: Proposal, request: Request): boolean {
  switch (proposal.act) {
    case 'unhold':
      return 'hold' in request && request.hold !== undefined
    case 'lift':
      return request.status === 'held' && request.liftAt === undefined
    case 'turn-down':
      return groundsLeft(request).includes(proposal.why)
  }
}

/** What the second person does, as it was proposed. @param words of what was proposed with words; absent: they are gone */
export function confirming(proposal: Proposal, words?: Personal<string>): Event | undefined {
  switch (proposal.act) {
    case 'unhold':
      return { type: 'hold-ended', file: proposal.file ?? '' }
    case 'lift':
      return { type: 'lift-announced' }
    case 'turn-down':
      return words && { type: 'turned-down', why: proposal.why, answer: words, written: proposal.written }
  }
}

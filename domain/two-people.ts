import type { Policy } from '../policy/schema.ts'
import { type Outcome, refused } from './outcome.ts'
import type { Event, Proposal, Refusal, Request } from './request.ts'
import { type Instant, moved } from './time.ts'

/** What cannot be undone, by what happens when it is done: the end of a hold, and of a restriction once its person was told. */
const acts = { unhold: 'hold-ended', lift: 'lift-announced' } as const satisfies Record<Proposal['act'], Event['type']>

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
  return proposal && now < proposal.until && isPossible(proposal.act, request) ? proposal : undefined
}

/** Who it is, whatever their role was at the time. */
const numberOf = (staff: string): string | undefined => /^(?:officer|agent|auditor) ([0-9a-f]{8})$/.exec(staff)?.[1]

/** The refusal of what one person of the desk would do alone; programs of the company are not at the desk. */
export function byOneAlone(request: Request, event: Event, policy: Policy, now: Instant): Refusal | undefined {
  const act = takesTwo(event, policy)
  const second = event.by === undefined ? undefined : numberOf(event.by)
  if (!act || second === undefined) return undefined
  const proposal = openProposal(request, now)
  const isSame = proposal?.act === act && (event.type !== 'hold-ended' || event.file === proposal.file)
  return isSame && numberOf(proposal.by) !== second ? undefined : refused('two-people')
}

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
  const { act, file, by } = event
  const within = policy.desk?.twoPeople?.within
  if (open || by === undefined || !within || !takesTwo({ type: acts[act] }, policy)) return refused('not-possible-now')
  if (!isPossible(act, request)) return refused('not-possible-now')
  const until = moved(now, within, policy.company.timeZone)
  return {
    request: { ...request, proposal: { act, by, at: now, until, ...(file ? { file } : {}) } },
    effects: [{ kind: 'proposal' }],
    detail: file ? `${act}, file ${file}` : act,
  }
}

const isPossible = (act: Proposal['act'], request: Request): boolean =>
  act === 'unhold'
    ? 'hold' in request && request.hold !== undefined
    : request.status === 'held' && request.liftAt === undefined

/** What the second person does, as it was proposed. */
export const confirming = ({ act, file = '' }: Proposal): Event =>
  act === 'unhold' ? { type: 'hold-ended', file } : { type: 'lift-announced' }

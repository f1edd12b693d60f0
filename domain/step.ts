import type { Policy } from '../policy/schema.ts'
import { forController } from './controllers.ts'
import type { Effect } from './effect.ts'
import { type Count, countsOf } from './figures.ts'
import { beginning, digestOf, type Entry, type Happened, sealed, type Untold } from './history.ts'
import { holdKept, isTold, keepingHold } from './legal-hold.ts'
import { beginnings } from './lifecycle.ts'
import { movesBy } from './machine.ts'
import { effectsOf, type Refusal, type Taken } from './outcome.ts'
import { type In, isClosed, type Request } from './request.ts'
import type { Task } from './tasks.ts'
import { type Day, dayOf, erasureMoments, type Instant, later, moved, promisedBy } from './time.ts'
import { webhooksOf } from './webhooks.ts'

export type Step = {
  readonly kind: 'step'
  readonly before: Request
  readonly request: Request
  readonly entry: Entry
  readonly untold?: Untold
  readonly effects: readonly Effect[]
  /** What is to be done by hand: new, answered, or over. */
  readonly tasks?: readonly Task[]
  /** What it adds to the figures, and of which day. */
  readonly counts: { readonly day: Day; readonly of: readonly Count[] }
  /** When a machine should have moved it on; absent: none has to. */
  readonly movesBy?: Instant
  /** When everything under the reference may vanish; absent: it stays. */
  readonly keptUntil?: Instant
}
export type Decision = Step | Refusal

export type Ask = Pick<
  In<'unverified'>,
  'reference' | 'right' | 'controller' | 'language' | 'person' | 'ground' | 'child' | 'doubt' | 'entered'
> & {
  /** Where it came before it was entered. */
  readonly receivedAt?: Instant
}

/** How long an erasure takes from receipt: as promised to people, or as agreed with who asks instead of them. */
export const erasureOf = ({ controller }: Pick<Ask, 'controller'>, { periods, processor }: Policy): string =>
  (controller && processor?.controllers[controller]?.erasure) || periods.erasure

const isCanary = ({ person }: Ask, { canary }: Policy): boolean =>
  canary !== undefined && person.address.reveal().toLowerCase() === canary.address.toLowerCase()

/** A request before anything has happened to it. */
export function blank(ask: Ask, policy: Policy, now: Instant): Omit<In<'unverified'>, 'linkUntil'> {
  const { receivedAt = now, ...asked } = ask
  return {
    v: 1,
    ...asked,
    ...(isCanary(ask, policy) ? { canary: true as const } : {}),
    status: 'unverified',
    version: 0,
    receivedAt,
    promisedBy:
      ask.right === 'erasure'
        ? erasureMoments(receivedAt, policy, erasureOf(ask, policy)).promisedBy
        : promisedBy(ask.right, receivedAt, policy),
    historyHash: beginning,
    historyLength: 0,
  }
}

/** What an outcome changes: the next version, its entry of the history, what has to happen next, and how long it is kept. */
export function step(before: Request, outcome: Taken, event: Happened, policy: Policy, now: Instant): Step {
  const n = before.historyLength + 1
  const hold = holdKept(before, outcome.request)
  const stays = hold && isTold(hold.reason, policy) ? [`hold ${hold.reason} stays`] : []
  const detail = [...stays, ...(outcome.detail ? [outcome.detail] : [])].join(', ')
  const says = { event, ...(detail ? { detail } : {}) }
  const untold = outcome.untold === undefined ? undefined : { n, ...says, salt: outcome.untold }
  const entry = sealed({
    n,
    at: now,
    // As of any note: what happened is not to be seen from the kind of entry either.
    ...(untold ? { event: 'noted' as const, digest: digestOf(untold) } : says),
    from: beginnings.some(([beginning]) => beginning === event) ? 'none' : before.status,
    to: outcome.request.status,
    previous: before.historyHash,
  })
  const request = {
    ...outcome.request,
    // Who asked stays who asked, whatever an outcome picks of the request.
    ...(before.controller ? { controller: before.controller } : {}),
    ...(before.canary ? { canary: before.canary } : {}),
    ...(before.entered ? { entered: before.entered } : {}),
    // A file that somebody gave goes with the request.
    ...(before.filed ? { filed: before.filed } : {}),
    version: before.version + 1,
    historyHash: entry.hash,
    historyLength: entry.n,
  }
  const until = keptUntil(request, event, policy, now)
  const moves = movesBy(request, policy, now)
  const effects = hold ? keepingHold(hold, effectsOf(outcome)) : effectsOf(outcome)
  return {
    kind: 'step',
    before,
    request,
    entry,
    ...(untold ? { untold } : {}),
    effects: [
      ...(request.controller ? forController(before, request, effects) : heeded(effects, request)),
      ...endOfApprovals(before, request, policy),
      ...webhooksOf(before, request, event, policy),
    ],
    counts: { day: dayOf(now, policy.company.timeZone), of: countsOf(before, request, event, now) },
    ...(moves ? { movesBy: moves } : {}),
    ...(until ? { keptUntil: until } : {}),
  }
}

/** Third parties got nothing of the synthetic person, and have nobody to look for every day. */
const heeded = (effects: readonly Effect[], { canary }: Request): readonly Effect[] =>
  canary
    ? effects.filter((one) => one.kind !== 'notice' && !(one.kind === 'start' && one.machine === 'recipients'))
    : effects

/**
 * N12: what a person approved does not outlive a restriction or an erasure of their data. A controller speaks for some of their
 * accounts alone.
 */
function endOfApprovals(before: Request, request: Request, { disclosures }: Policy): readonly Effect[] {
  const isBegun =
    request.status === 'restricting' ||
    request.status === 'holding' ||
    (request.status === 'erasing' && request.inactive?.available === true)
  const wasBegun = before.version > 0 && before.status === request.status
  return disclosures && !request.controller && isBegun && !wasBegun ? [{ kind: 'end-approvals' }] : []
}

/** What was never proven vanishes by itself; the evidence of what was done stays as long as the policy says. */
function keptUntil(request: Request, event: Happened, policy: Policy, now: Instant): Instant | undefined {
  const { unverified, evidence } = policy.periods
  const zone = policy.company.timeZone
  if (request.status === 'unverified') return moved(request.receivedAt, unverified, zone)
  if ((request.status === 'erased' || request.status === 'erasing-again') && !request.person) {
    const end = request.kept.reduce((last, { until }) => later(last, until), event === 'told' ? request.closedAt : now)
    return moved(end, evidence, zone)
  }
  // What the company asks or reports after the person was told is kept no longer than the rest.
  const isOver = event === 'told' || event === 'erased-meanwhile' || request.right === 'disclosure'
  return isOver && isClosed(request) && !request.person ? moved(request.closedAt, evidence, zone) : undefined
}

import type { Policy } from '../policy/schema.ts'
import { nowCertified } from './certified.ts'
import { nextOfUnverified, proven } from './confirmation.ts'
import { isKeptForAnother, nextOfCopy } from './copy.ts'
import { extendedBy } from './deadline.ts'
import { isOfDisclosure, nextOfDisclosure } from './disclosure.ts'
import { cameBy } from './entered.ts'
import { nextOfErased } from './erased.ts'
import { nextOfErasure } from './erasure.ts'
import type { Event } from './event.ts'
import { nextOfHold } from './hold.ts'
import { doubted, isKeptToAskAgain, nextOfIdentity } from './identity.ts'
import { heldTo, leadsTo } from './lifecycle.ts'
import { nextOfConsent } from './minor.ts'
import { nextOfObjection } from './objection.ts'
import { letter, type Outcome, refused, saidBy } from './outcome.ts'
import { nextOfRectification } from './rectification.ts'
import { type In, isClosed, isUncertified, type Request } from './request.ts'
import { type Ask, blank, type Decision, type Step, step } from './step.ts'
import { isOfTask, nextOfTask, withTasks } from './tasks.ts'
import { type Instant, moved } from './time.ts'
import { turnedDown } from './turned-down.ts'
import { byOneAlone, isOfProposal, nextOfProposal, settles, withoutProposal } from './two-people.ts'
import { nextOfWeighing } from './weighing.ts'

/**
 * A request as it is received, not yet verified, with its first history entry and the mail that asks to confirm; who
 * wrote a mail for somebody else hears of it too. An ask that comes over a link to a proven address (`proven`) needs no
 * mail: it is confirmed next. @param by who of the company entered it
 */
export function received(ask: Ask, policy: Policy, now: Instant, proven = false, by?: string): Step {
  const mail = ask.person.mail?.reveal()
  const request: In<'unverified'> = {
    ...blank(ask, policy, now),
    linkUntil: moved(now, policy.periods.confirmLink, policy.company.timeZone),
  }
  const letters = mail?.writer ? [letter('confirm-request'), letter('passed-on')] : [letter('confirm-request')]
  const came = ask.controller ? `for ${ask.controller}` : mail ? 'by mail' : cameBy(request, policy)
  const outcome = { request, effects: proven ? [] : letters, ...(came ? { detail: came } : {}) }
  return step(request, by === undefined ? outcome : saidBy(by, outcome), 'received', policy, now)
}

/**
 * The one place where a request changes: the next request, its history entry and what has to happen next,
 * or a refusal with its reason. Pure: the same input gives the same decision.
 */
export function decide(request: Request, event: Event, policy: Policy, now: Instant): Decision {
  if (leadsTo(request.status, event.type).length === 0)
    return refused(isTooLate(request, event) ? 'too-late' : 'not-possible-now')
  const alone = byOneAlone(request, event, policy, now)
  if (alone) return alone
  const outcome = settledProposal(handedOver(next(request, event, policy, now), event), request, event)
  if ('kind' in outcome) return outcome
  heldTo(request.status, event.type, outcome.request.status)
  const decision = step(request, event.by === undefined ? outcome : saidBy(event.by, outcome), event.type, policy, now)
  const isOfOne = event.type === 'task-answered' || event.type === 'task-reassigned'
  const tasks = isOfOne ? [event.task] : (event.handed?.tasks ?? [])
  return tasks.length > 0 ? { ...decision, tasks } : decision
}

/** What was proposed is done, or decided otherwise: nothing is left that another could confirm. */
const settledProposal = (outcome: Outcome, before: Request, event: Event): Outcome =>
  'kind' in outcome || !settles(event, before) ? outcome : { ...outcome, request: withoutProposal(outcome.request) }

/** Once every system was asked, what is left by hand is asked of somebody, in the same step. */
function handedOver(outcome: Outcome, { handed }: Event): Outcome {
  if ('kind' in outcome || !handed) return outcome
  return {
    ...outcome,
    request: withTasks(outcome.request, handed),
    effects: [...(outcome.effects ?? []), ...handed.effects],
  }
}

/** What is being erased or deleted cannot be had back, nor its request withdrawn; nor what was decided or done. */
const isTooLate = ({ status }: Request, { type }: Event): boolean =>
  (status === 'erasing' && ['restore-asked', 'active-again', 'withdraw-asked', 'hold-set'].includes(type)) ||
  ((status === 'discarding' || status === 'upheld' || status === 'refused') && type === 'withdraw-asked') ||
  (status === 'unapproved' && type === 'approval-given')

/** What the story of a request makes of an event; by itself it lets nothing happen either that the table leaves out. */
export function next(request: Request, event: Event, policy: Policy, now: Instant): Outcome {
  if (event.type === 'extended') return extendedBy(request, event, policy, now)
  if (event.type === 'doubted') return doubted(request, event, policy, now)
  if (event.type === 'turned-down') return turnedDown(request, event, policy, now)
  if (isOfTask(event)) return nextOfTask(request, event, policy)
  if (isOfProposal(event)) return nextOfProposal(request, event, policy, now, next)
  if (request.status === 'holding' || request.status === 'held' || request.status === 'lifting')
    return nextOfHold(request, event, policy, now)
  if (request.status === 'consenting') return nextOfConsent(request, event, policy, now)
  if (request.status === 'identifying' || request.status === 'checking')
    return nextOfIdentity(request, event, policy, now, proven)
  if (request.status === 'stopping') return nextOfObjection(request, event, now)
  if (request.status === 'objecting' || request.status === 'weighing')
    return nextOfWeighing(request, event, policy, now)
  if (
    request.status === 'stating' ||
    request.status === 'proving' ||
    request.status === 'deciding' ||
    request.status === 'correcting'
  )
    return nextOfRectification(request, event, policy, now)
  if (isOfDisclosure(request) && event.type !== 'told') return nextOfDisclosure(request, event, policy, now)
  if ((request.status === 'erased' || request.status === 'erasing-again') && event.type !== 'told')
    return nextOfErased(request, event, policy, now)
  if (event.type === 'told') return told(request, policy, now)
  if (event.type === 'certified' && isUncertified(request)) return nowCertified(request)
  if (request.status === 'unverified') return nextOfUnverified(request, event, policy, now)
  if (
    request.status === 'restricting' ||
    request.status === 'grace' ||
    request.status === 'restoring' ||
    request.status === 'erasing'
  )
    return nextOfErasure(request, event, policy, now)
  return request.status === 'gathering' ||
    request.status === 'ready' ||
    request.status === 'discarding' ||
    request.status === 'withdrawing'
    ? nextOfCopy(request, event, policy, now)
    : refused('not-possible-now')
}

/** What is closed loses its person once they were told, unless it has to be known for a while whom to tell more. */
const told = (request: Request, policy: Policy, now: Instant): Outcome =>
  isClosed(request) &&
  request.person &&
  !isKeptForAnother(request, policy, now) &&
  !isKeptToAskAgain(request, policy, now) &&
  !isUncertified(request)
    ? { request: withoutPerson(request) }
    : refused('not-possible-now')

function withoutPerson(request: Extract<Request, { closedAt: Instant }>): Request {
  const { person: _, ...kept } = request
  return kept
}

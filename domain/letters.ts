import type { Act } from '../policy/schema.ts'
import { isTrue } from './notices.ts'
import { type Effect, type LetterKind, type Request, type Status, type Vital, vital } from './request.ts'
import { isTurnedDown } from './turned-down.ts'

/** What the company's officer reads, and not the person. */
export const toOfficer = (letter: LetterKind): boolean =>
  letter === 'decision-needed' ||
  letter === 'objection-to-weigh' ||
  letter === 'identity-to-check' ||
  letter === 'approval-news'

/** Confirmed and not closed yet. */
const underWay: readonly Status[] = [
  ...(['restricting', 'grace', 'restoring', 'erasing', 'holding', 'held', 'lifting'] as const),
  ...(['gathering', 'ready', 'discarding', 'stopping', 'stating', 'proving', 'deciding', 'correcting'] as const),
  ...(['objecting', 'weighing', 'consenting', 'approving', 'approved', 'identifying', 'checking'] as const),
]

export const isUnderWay = (status: Status): boolean => underWay.includes(status)

/**
 * What somebody of the company writes is theirs to say, whatever became of the request in that second; that an owner was asked
 * stays so, and who hears it must not learn what they did.
 */
const trueIn: Record<Exclude<LetterKind, 'from-the-desk' | 'passed-on'>, readonly Status[]> = {
  'confirm-request': ['unverified'],
  restricted: ['grace'],
  inactive: ['grace'],
  reminder: ['grace'],
  'takes-longer': ['restoring', 'erasing', 'lifting', 'correcting'],
  restored: ['restored'],
  'turned-down': ['restoring', 'lifting', 'withdrawing', 'turned-down'],
  'available-again': ['turned-down'],
  'identity-needed': ['identifying'],
  'identity-to-check': ['checking'],
  'identity-accepted': underWay,
  unidentified: ['unidentified'],
  'consent-needed': ['consenting'],
  'guardian-asked': ['consenting'],
  consented: ['consented', 'restored'],
  'consent-missing': ['grace'],
  'report-ended': ['unfounded'],
  erased: ['erased', 'erasing-again'],
  'not-found': ['not-found'],
  duplicate: ['duplicate'],
  held: ['held'],
  lifted: ['lifted'],
  'copy-ready': ['ready'],
  'copy-expires-soon': ['ready'],
  'download-code': ['ready'],
  'copy-protected': ['ready'],
  'copy-deleted': ['discarded'],
  withdrawn: ['withdrawn'],
  'mailing-stopped': ['stopped'],
  'state-grounds': ['objecting'],
  'objection-to-weigh': ['weighing'],
  'answer-takes-longer': ['weighing', 'deciding', 'correcting', 'gathering', 'ready', 'holding', 'held'],
  'objection-upheld': ['upheld'],
  'objection-refused': ['refused'],
  'objection-dropped': ['dropped'],
  'approval-asked': ['approving'],
  'approval-given': ['approved'],
  'approval-refused': ['unapproved'],
  'approval-ended': ['approval-ended'],
  'approval-news': ['approved', 'unapproved', 'approval-ended'],
  'state-what-is-right': ['stating'],
  'prove-new-address': ['proving', 'deciding', 'correcting'],
  'new-address-stated': ['proving', 'deciding', 'correcting'],
  'decision-needed': ['deciding', 'correcting'],
  'address-changed': ['corrected', 'declined'],
  corrected: ['corrected'],
  'not-all-corrected': ['declined'],
  'nothing-corrected': ['unchanged'],
  'on-hold': ['restricting', 'grace'],
  'hold-ended': ['restricting', 'grace', 'erasing'],
  'to-be-lifted': ['held'],
  'where-it-stands': underWay,
  'link-again': underWay,
}

const startedIn: Record<Exclude<Extract<Effect, { kind: 'start' }>['machine'], 'recipients'>, readonly Status[]> = {
  erasure: ['consenting', 'restricting', 'grace', 'erasing'],
  // What is over is signed by it.
  restore: ['restoring', 'lifting', 'lifted'],
  restriction: ['holding', 'held'],
  export: ['gathering', 'ready', 'discarding', 'withdrawing'],
  objection: ['stopping', 'objecting', 'weighing', 'stopped', 'upheld', 'refused'],
  rectification: ['stating', 'proving', 'deciding', 'correcting', 'corrected', 'declined'],
  'erasing-again': ['erasing-again'],
  disclosure: ['approving', 'approved'],
  identity: ['identifying', 'checking'],
}

type Machine = keyof typeof startedIn

/** The state machine that carries out what a status stands for, if one does. */
export const machineFor = (status: Status): Machine | undefined =>
  (Object.keys(startedIn) as Machine[]).find((machine) => startedIn[machine].includes(status))

/** Whether what an effect would say or start is still so: what was overtaken meanwhile is never sent. */
export function stillTrue(effect: Effect, request: Request): boolean {
  switch (effect.kind) {
    case 'letter':
      if (effect.letter === 'from-the-desk') return request.status !== 'unverified'
      if (effect.letter === 'passed-on') return true
      return trueIn[effect.letter].includes(request.status) && stillNeeded(effect.letter, request)
    case 'notice':
      return isTrue(actOf(effect, request), request)
    case 'task':
    case 'proposal':
    case 'suppress':
    case 'ask-consent':
    case 'end-approvals':
    case 'undelivered':
    case 'keep-hold':
    case 'hold-news':
    case 'activity':
    // It was so, whatever is so now.
    case 'webhook':
      return true
    case 'start':
      // Recipients are asked whether they did it long after a request is closed.
      return effect.machine === 'recipients' || startedIn[effect.machine].includes(request.status)
  }
}

/** What a notice is of. */
export const actOf = ({ act }: Extract<Effect, { kind: 'notice' }>, { right }: Request): Act =>
  act ?? (right === 'rectification' ? 'rectify' : 'erase')

function stillNeeded(letter: LetterKind, request: Request): boolean {
  switch (letter) {
    case 'turned-down':
      return isTurnedDown(request)
    case 'takes-longer':
      return 'outstanding' in request && request.outstanding.length > 0
    case 'inactive':
      return 'inactive' in request && request.inactive !== undefined
    case 'prove-new-address':
    case 'new-address-stated':
      return 'items' in request && request.items.some(({ state }) => state === 'proving')
    case 'decision-needed':
      return 'items' in request && request.items.some(({ state }) => state === 'deciding')
    case 'on-hold':
      return 'hold' in request && request.hold !== undefined
    case 'to-be-lifted':
      return 'liftAt' in request && request.liftAt !== undefined
    default:
      return true
  }
}

/** What of an effect has to arrive at somebody; nothing: it may get lost. */
export function hasToArrive(effect: Effect): Vital | 'notice' | undefined {
  if (effect.kind === 'notice') return 'notice'
  return effect.kind === 'letter' ? vital.find((one) => one === effect.letter) : undefined
}

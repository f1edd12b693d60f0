import type { Act } from '../policy/recipients.ts'
import type { Effect } from './effect.ts'
import { factsOf, isVital, type LetterKind, underWay, type Vital } from './letter-kinds.ts'
import { isTrue } from './notices.ts'
import type { Request, Status } from './request.ts'

/** What the company's officer reads, and not the person. */
export const toOfficer = (letter: LetterKind): boolean => factsOf(letter).to === 'officer'

export const isUnderWay = (status: Status): boolean => underWay.includes(status)

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
      return isSo(effect.letter, request)
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

function isSo(letter: LetterKind, request: Request): boolean {
  const { trueIn, onlyIf } = factsOf(letter)
  return (trueIn === 'any' || trueIn.includes(request.status)) && (onlyIf?.(request) ?? true)
}

/** What of an effect has to arrive at somebody; nothing: it may get lost. */
export function hasToArrive(effect: Effect): Vital | 'notice' | undefined {
  if (effect.kind === 'notice') return 'notice'
  return effect.kind === 'letter' && isVital(effect.letter) ? effect.letter : undefined
}

import type { Effect, LetterKind, Request, Status } from './request.ts'

const trueIn: Record<LetterKind, readonly Status[]> = {
  'confirm-request': ['unverified'],
  restricted: ['grace'],
  reminder: ['grace'],
  'takes-longer': ['restoring', 'erasing', 'lifting'],
  restored: ['restored'],
  erased: ['erased'],
  'not-found': ['not-found'],
  duplicate: ['duplicate'],
  held: ['held'],
  lifted: ['lifted'],
  'copy-ready': ['ready'],
  'copy-expires-soon': ['ready'],
  'download-code': ['ready'],
  'copy-deleted': ['discarded'],
  withdrawn: ['withdrawn'],
  'mailing-stopped': ['stopped'],
}

const startedIn: Record<Extract<Effect, { kind: 'start' }>['machine'], readonly Status[]> = {
  erasure: ['restricting', 'grace', 'erasing'],
  restore: ['restoring', 'lifting'],
  restriction: ['holding', 'held'],
  export: ['gathering', 'ready', 'discarding', 'withdrawing'],
  objection: ['stopping'],
}

/** Whether what an effect would say or start is still so: what was overtaken meanwhile is never sent. */
export function stillTrue(effect: Effect, request: Request): boolean {
  switch (effect.kind) {
    case 'letter':
      return trueIn[effect.letter].includes(request.status) && stillLate(effect.letter, request)
    case 'notice':
      return request.status === 'erased'
    case 'suppress':
      return true
    case 'start':
      return startedIn[effect.machine].includes(request.status)
  }
}

const stillLate = (letter: LetterKind, request: Request): boolean =>
  letter !== 'takes-longer' || ('outstanding' in request && request.outstanding.length > 0)

import type { Effect, LetterKind, Request, Status } from './request.ts'

const trueIn: Record<LetterKind, readonly Status[]> = {
  'confirm-request': ['unverified'],
  restricted: ['grace'],
  reminder: ['grace'],
  'takes-longer': ['restoring', 'erasing'],
  restored: ['restored'],
  erased: ['erased'],
  'not-found': ['not-found'],
  duplicate: ['duplicate'],
}

/** Whether what an effect would say or start is still so: what was overtaken meanwhile is never sent. */
export function stillTrue(effect: Effect, request: Request): boolean {
  switch (effect.kind) {
    case 'letter':
      return trueIn[effect.letter].includes(request.status) && stillLate(effect.letter, request)
    case 'notice':
      return request.status === 'erased'
    case 'start':
      return effect.machine === 'restore'
        ? request.status === 'restoring'
        : ['restricting', 'grace', 'erasing'].includes(request.status)
  }
}

const stillLate = (letter: LetterKind, request: Request): boolean =>
  letter !== 'takes-longer' || ('outstanding' in request && request.outstanding.length > 0)

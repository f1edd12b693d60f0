import type { Effect } from './effect.ts'
import { letter, type Outcome } from './outcome.ts'
import { correctionTold } from './rectification.ts'
import type { Certifiable, In } from './request.ts'

/** The certificate is signed: the person is told, and has it with the letter. */
export function nowCertified({ uncertified: _, ...request }: Certifiable): Outcome {
  return { request, effects: lettersOf(request) }
}

function lettersOf(request: Omit<Certifiable, 'uncertified'>): readonly Effect[] {
  switch (request.status) {
    case 'held':
      return [letter('held')]
    case 'lifted':
      return [letter('lifted')]
    case 'stopped':
      return [letter('mailing-stopped')]
    case 'upheld':
      return [letter('objection-upheld')]
    case 'refused':
      return [letter('objection-refused')]
    case 'corrected':
    case 'declined':
      return correctionTold(request as In<'corrected'> | In<'declined'>)
  }
}

import type { Language } from '../schema.ts'
import { turnedDownDe } from './turned-down-de.ts'
import { type TurnedDownWording, turnedDownEn } from './turned-down-en.ts'

const wordings: Record<Language, TurnedDownWording> = { en: turnedDownEn, de: turnedDownDe }

type Meanwhile = keyof TurnedDownWording['meanwhile']

/** What becomes of what was done for a request, or has become of it, as is true while it stands so. */
export function meanwhileOf({
  status,
  right,
  coverage,
}: {
  readonly status: string
  readonly right: string
  readonly coverage: readonly unknown[]
}): Meanwhile {
  if (status === 'restoring' || status === 'lifting') return 'back'
  if (status === 'withdrawing') return 'deleted'
  if (right === 'access' || right === 'portability') return 'isDeleted'
  return coverage.length > 0 ? 'isBack' : 'nothing'
}

/** What is said of a request that the company does not act on, in letters and on its person’s page. */
export const turnedDownWordingOf = (language: Language): TurnedDownWording => wordings[language]

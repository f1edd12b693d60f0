import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import { holdsWordingOf } from '../policy/wording/holds.ts'
import { moment } from '../policy/wording/wording.ts'
import type { Block } from './blocks.ts'
import type { Letter } from './contract.ts'

/** To the company's officer: a hold that outlived its request, and what comes of it. */
export function holdNews(
  { news, reason, until, link }: Extract<Letter, { kind: 'hold-news' }>,
  language: Language,
  policy: Policy,
): { readonly title: string; readonly blocks: readonly Block[] } {
  const { title, what, next, button } = holdsWordingOf(language)[news]
  const known = policy.holds[reason]?.reason
  return {
    title,
    blocks: [
      { paragraph: what(known ? inLanguage(known, language) : reason) },
      { paragraph: next(moment(until, language, policy)) },
      ...(link ? [{ button, link }] : []),
    ],
  }
}

import type { Language, Policy } from '../policy/schema.ts'
import { meanwhileOf, turnedDownWordingOf } from '../policy/wording/turned-down.ts'
import { day, wordingOf } from '../policy/wording/wording.ts'
import type { Block } from './blocks.ts'
import type { Letter } from './contract.ts'
import { coverage } from './facts.ts'

/** Why the company does not do what was asked, and what the person can do about it (GDPR Art. 12(4)); and that all is back. */
export function turnedDown(
  letter: Extract<Letter, { kind: 'turned-down' | 'available-again' }>,
  language: Language,
  policy: Policy,
): { readonly title: string; readonly blocks: readonly Block[] } {
  const { letters, why, meanwhile, again, rights } = turnedDownWordingOf(language)
  const { request, link } = letter
  if (letter.kind === 'available-again') {
    const { title, done, button } = letters.availableAgain
    return {
      title,
      blocks: [
        { paragraph: done },
        ...(request.coverage.length > 0 ? [coverage(request, language, policy)] : []),
        { button, link },
      ],
    }
  }
  const { title, asked, words, button } = letters.turnedDown
  const { name, url } = policy.company.authority
  return {
    title,
    blocks: [
      {
        paragraph: asked(
          wordingOf(language).pages.rights[request.right].name,
          day(request.receivedAt, language, policy),
        ),
      },
      ...(request.turnedDown ? [{ paragraph: why[request.turnedDown.why] }] : []),
      { paragraph: words },
      ...letter.answer
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph) => ({ paragraph })),
      { paragraph: meanwhile[meanwhileOf(request)] },
      { paragraph: rights(`${name} (${url})`) },
      { paragraph: again },
      { button, link },
    ],
  }
}

import type { Language, Policy } from '../policy/schema.ts'
import { moment, wordingOf } from '../policy/wording/wording.ts'
import { writtenWordingOf } from '../policy/wording/written.ts'
import type { Block } from './blocks.ts'
import type { Letter } from './contract.ts'

/** What somebody of the company writes to a person: the sentences of its template, and their own words as paragraphs. */
export function fromTheDesk(
  { request, template, words, link }: Extract<Letter, { kind: 'from-the-desk' }>,
  language: Language,
  policy: Policy,
): { readonly title: string; readonly blocks: readonly Block[] } {
  const { [template]: said, button, reply } = writtenWordingOf(language).letters
  const own = words.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '')
  return {
    title: said.title,
    blocks: [
      {
        paragraph: said.before(
          wordingOf(language).pages.rights[request.right].name,
          moment(request.promisedBy, language, policy),
        ),
      },
      ...own.map((paragraph) => ({ paragraph })),
      ...(said.after === undefined ? [] : [{ paragraph: said.after }]),
      { button, link },
      { paragraph: reply },
    ],
  }
}

import type { Language, Policy } from '../policy/schema.ts'
import { deadlinesWordingOf } from '../policy/wording/deadlines.ts'
import { objectionWordingOf } from '../policy/wording/objection.ts'
import { moment } from '../policy/wording/wording.ts'
import type { Block } from './blocks.ts'
import type { Letter } from './contract.ts'

/** To the person: that it takes longer, which of the law's two reasons there is, and until when (GDPR Art. 12(3)). */
export function takesLonger(
  { request, link }: Extract<Letter, { kind: 'answer-takes-longer' }>,
  language: Language,
  policy: Policy,
): { readonly title: string; readonly blocks: readonly Block[] } {
  const { title, button, ...said } = deadlinesWordingOf(language).longer
  return {
    title,
    blocks: [
      ...(request.right === 'disclosure' ? [] : [{ paragraph: said.asked[request.right] }]),
      { paragraph: said.why(objectionWordingOf(language).longer[request.longer ?? 'complex']) },
      { paragraph: said.by(moment(request.promisedBy, language, policy)) },
      { paragraph: request.actions.includes('suspend') ? said.suspend : said.meanwhile },
      { button, link },
    ],
  }
}

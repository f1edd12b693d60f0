import type { Language, Policy } from '../policy/schema.ts'
import { minorsWordingOf } from '../policy/wording/minors.ts'
import { moment } from '../policy/wording/wording.ts'
import type { Block } from './blocks.ts'
import type { Letter } from './contract.ts'
import { coverage, kept, waitingFor } from './facts.ts'

type MinorsLetter = Extract<
  Letter,
  { kind: 'consent-needed' | 'guardian-asked' | 'consented' | 'consent-missing' | 'report-ended' }
>

/** What is written about a child's account, to its holder and to a guardian. */
export function aboutChild(
  { kind, request, link }: MinorsLetter,
  language: Language,
  policy: Policy,
): { readonly title: string; readonly blocks: readonly Block[] } {
  const words = minorsWordingOf(language).letters
  const { name } = policy.company
  const until = moment(request.waitsUntil ?? request.promisedBy, language, policy)
  switch (kind) {
    case 'consent-needed': {
      const { title, button, ...said } = words.needed
      return {
        title,
        blocks: [
          { paragraph: said.asked(name, policy.minors?.age ?? 16) },
          { paragraph: said.how },
          { button, link },
          { paragraph: said.until(until) },
          { paragraph: said.choice },
          { paragraph: said.wrong },
        ],
      }
    }
    case 'guardian-asked': {
      const { title, button, ...said } = words.guardian
      return {
        title,
        blocks: [
          { paragraph: said.asked(name) },
          { button, link },
          { paragraph: said.until(until) },
          { paragraph: said.notYou },
        ],
      }
    }
    case 'consented': {
      const { title, button, ...said } = words.consented
      const done = request.status === 'restored' ? said.back : said.done
      return { title, blocks: [{ paragraph: done }, { paragraph: said.again }, { button, link }] }
    }
    case 'consent-missing': {
      const { title, button, ...said } = words.missing
      const waiting = waitingFor(request, language, policy)
      const stays = kept(request, language, policy)
      return {
        title,
        blocks: [
          { paragraph: said.done },
          coverage(request, language, policy),
          ...(waiting ? [{ paragraph: said.notYet(waiting) }] : []),
          { paragraph: said.complete(moment(request.promisedBy, language, policy)) },
          { paragraph: said.after },
          ...(stays.length > 0 ? [{ paragraph: said.kept }, { list: stays }] : []),
          ...(request.actions.includes('copy') ? [{ paragraph: said.copy }] : []),
          { button, link },
        ],
      }
    }
    case 'report-ended': {
      const { title, button, ...said } = words.ended
      return { title, blocks: [{ paragraph: said.done }, { button, link }] }
    }
  }
}

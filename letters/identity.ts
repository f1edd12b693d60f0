import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import { identityWordingOf, questionsOf } from '../policy/wording/identity.ts'
import { moment, wordingOf } from '../policy/wording/wording.ts'
import type { Block } from './blocks.ts'
import type { Letter } from './contract.ts'

type IdentityLetter = Extract<
  Letter,
  { kind: 'identity-needed' | 'identity-to-check' | 'identity-accepted' | 'unidentified' }
>

/** What is written while it is not certain who asks (GDPR Art. 12(6)). */
export function aboutIdentity(
  letter: IdentityLetter,
  language: Language,
  policy: Policy,
): { readonly title: string; readonly blocks: readonly Block[] } {
  const words = identityWordingOf(language).letters
  const { request } = letter
  const right = wordingOf(language).pages.rights[request.right].name
  const at = (instant: string | undefined) => moment(instant ?? request.promisedBy, language, policy)
  const why = policy.identity?.doubts[request.doubt?.why ?? '']
  switch (letter.kind) {
    case 'identity-needed': {
      const { title, button, ...said } = words.needed
      return {
        title,
        blocks: [
          { paragraph: said.asked(right) },
          ...(why ? [{ paragraph: said.why(inLanguage(why, language)) }] : []),
          { paragraph: said.questions },
          { list: questionsOf(request.doubt?.questions ?? [], language, policy).map(({ text }) => text) },
          { button, link: letter.link },
          { paragraph: said.until(at(request.waitsUntil)) },
          { paragraph: said.clock(at(request.stops?.at(-1)?.sentAt), at(request.promisedBy)) },
          { paragraph: said.noCard },
        ],
      }
    }
    case 'identity-to-check': {
      const { title, button, ...said } = words.toCheck
      return {
        title,
        blocks: [
          { paragraph: said.asked(right) },
          { paragraph: said.by(at(request.promisedBy)) },
          { button, link: letter.link },
          { paragraph: said.how },
        ],
      }
    }
    case 'identity-accepted': {
      const { title, ...said } = words.accepted
      return { title, blocks: [{ paragraph: said.done(right) }, { paragraph: said.why }, { paragraph: said.notYou }] }
    }
    case 'unidentified': {
      const { title, button, ...said } = words.unidentified
      const { name, url } = policy.company.authority
      return {
        title,
        blocks: [
          { paragraph: said.done(right) },
          { paragraph: said.again(at(request.askAgainUntil)) },
          { button, link: letter.link },
          { paragraph: said.rights(name, url) },
        ],
      }
    }
  }
}

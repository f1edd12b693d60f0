import { meanwhileOf, turnedDownWordingOf } from '../policy/wording/turned-down.ts'
import { day, wordingOf } from '../policy/wording/wording.ts'
import { coverage } from './facts.ts'
import { content, paragraphs, type Writers } from './writer.ts'

/** Why the company does not do what was asked, and what the person can do about it (GDPR Art. 12(4)); and that all is back. */
export const turnedDown = {
  'turned-down': ({ request, link, answer }, language, policy) => {
    const { letters, why, meanwhile, again, rights } = turnedDownWordingOf(language)
    const { title, asked, words, button } = letters.turnedDown
    const { name, url } = policy.company.authority
    return content(
      title,
      asked(wordingOf(language).pages.rights[request.right].name, day(request.receivedAt, language, policy)),
      request.turnedDown && why[request.turnedDown.why],
      words,
      paragraphs(answer),
      meanwhile[meanwhileOf(request)],
      rights(`${name} (${url})`),
      again,
      { button, link },
    )
  },
  'available-again': ({ request, link }, language, policy) => {
    const { title, done, button } = turnedDownWordingOf(language).letters.availableAgain
    return content(title, done, request.coverage.length > 0 && coverage(request, language, policy), { button, link })
  },
} satisfies Partial<Writers>

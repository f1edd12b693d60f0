import { inLanguage } from '../policy/schema.ts'
import { holdsWordingOf } from '../policy/wording/holds.ts'
import { lettersWordingOf } from '../policy/wording/letters.ts'
import { moment } from '../policy/wording/wording.ts'
import { content, type Writers } from './writer.ts'

/** What is written while a law has the company keep data that were to be erased (GDPR Art. 17(3)). */
export const legalHold = {
  'on-hold': ({ request, link }, language, policy) => {
    const { title, button, ...said } = lettersWordingOf(language).onHold
    const law = request.hold && policy.holds[request.hold.reason]
    return content(
      title,
      request.inactive ? said.inactive.why : said.why,
      law && said.reason(inLanguage(law.reason, language)),
      said.meanwhile,
      { button, link },
    )
  },
  'hold-ended': ({ link }, language) => {
    const { title, button, ...said } = lettersWordingOf(language).holdEnded
    return content(title, said.done, { button, link })
  },
  /** To the company's officer: a hold that outlived its request, and what comes of it. */
  'hold-news': ({ news, reason, until, link }, language, policy) => {
    const { title, what, next, button } = holdsWordingOf(language)[news]
    const known = policy.holds[reason]?.reason
    return content(
      title,
      what(known ? inLanguage(known, language) : reason),
      next(moment(until, language, policy)),
      link && { button, link },
    )
  },
} satisfies Partial<Writers>

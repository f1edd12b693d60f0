import type { AskedView } from '../functions/contract/request.ts'
import { inLanguage, type Language } from '../policy/schema.ts'
import { identityWordingOf, questionsOf } from '../policy/wording/identity.ts'
import { moment, wordingOf } from '../policy/wording/wording.ts'
import { content, type Writers } from './writer.ts'

/** What is written while it is not certain who asks (GDPR Art. 12(6)). */
export const identity = {
  'identity-needed': ({ request, link }, language, policy) => {
    const { title, button, ...said } = identityWordingOf(language).letters.needed
    const { doubt, stops, waitsUntil, promisedBy } = request
    const why = policy.identity?.doubts[doubt?.why ?? '']
    const at = (instant = promisedBy) => moment(instant, language, policy)
    return content(
      title,
      said.asked(rightOf(request, language)),
      why && said.why(inLanguage(why, language)),
      said.questions,
      { list: questionsOf(doubt?.questions ?? [], language, policy).map(({ text }) => text) },
      { button, link },
      said.until(at(waitsUntil)),
      said.clock(at(stops?.at(-1)?.sentAt), at(promisedBy)),
      said.noCard,
    )
  },
  'identity-to-check': ({ request, link }, language, policy) => {
    const { title, button, ...said } = identityWordingOf(language).letters.toCheck
    return content(
      title,
      said.asked(rightOf(request, language)),
      said.by(moment(request.promisedBy, language, policy)),
      { button, link },
      said.how,
    )
  },
  'identity-accepted': ({ request }, language) => {
    const { title, ...said } = identityWordingOf(language).letters.accepted
    return content(title, said.done(rightOf(request, language)), said.why, said.notYou)
  },
  unidentified: ({ request, link }, language, policy) => {
    const { title, button, ...said } = identityWordingOf(language).letters.unidentified
    const { name, url } = policy.company.authority
    return content(
      title,
      said.done(rightOf(request, language)),
      said.again(moment(request.askAgainUntil ?? request.promisedBy, language, policy)),
      { button, link },
      said.rights(name, url),
    )
  },
} satisfies Partial<Writers>

const rightOf = ({ right }: AskedView, language: Language): string => wordingOf(language).pages.rights[right].name

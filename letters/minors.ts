import { minorsWordingOf } from '../policy/wording/minors.ts'
import { moment } from '../policy/wording/wording.ts'
import { coverage, kept, waitingFor } from './facts.ts'
import { content, listed, type Writers } from './writer.ts'

/** What is written about a child's account, to its holder and to a guardian. */
export const minors = {
  'consent-needed': ({ request, link }, language, policy) => {
    const { title, button, ...said } = minorsWordingOf(language).letters.needed
    return content(
      title,
      said.asked(policy.company.name, policy.minors?.age ?? 16),
      said.how,
      { button, link },
      said.until(moment(request.waitsUntil ?? request.promisedBy, language, policy)),
      said.choice,
      said.wrong,
    )
  },
  'guardian-asked': ({ request, link }, language, policy) => {
    const { title, button, ...said } = minorsWordingOf(language).letters.guardian
    const until = moment(request.waitsUntil ?? request.promisedBy, language, policy)
    return content(title, said.asked(policy.company.name), { button, link }, said.until(until), said.notYou)
  },
  consented: ({ request, link }, language) => {
    const { title, button, ...said } = minorsWordingOf(language).letters.consented
    return content(title, request.status === 'restored' ? said.back : said.done, said.again, { button, link })
  },
  'consent-missing': ({ request, link }, language, policy) => {
    const { title, button, ...said } = minorsWordingOf(language).letters.missing
    const waiting = waitingFor(request, language, policy)
    return content(
      title,
      said.done,
      coverage(request, language, policy),
      waiting && said.notYet(waiting),
      said.complete(moment(request.promisedBy, language, policy)),
      said.after,
      listed(said.kept, kept(request, language, policy)),
      request.actions.includes('copy') && said.copy,
      { button, link },
    )
  },
  'report-ended': ({ link }, language) => {
    const { title, button, ...said } = minorsWordingOf(language).letters.ended
    return content(title, said.done, { button, link })
  },
} satisfies Partial<Writers>

import { lettersWordingOf } from '../policy/wording/letters.ts'
import { moment } from '../policy/wording/wording.ts'
import { certificate, coverage, waitingFor } from './facts.ts'
import { content, type Writers } from './writer.ts'

/** What is written while data are unavailable for as long as their person wants. */
export const restriction = {
  held: ({ request, link }, language, policy) => {
    const { title, button, ...said } = lettersWordingOf(language).held
    const waiting = waitingFor(request, language, policy)
    return content(
      waiting ? said.partly : title,
      said.done(moment(request.receivedAt, language, policy)),
      coverage(request, language, policy),
      waiting && said.notYet(waiting),
      said.undo,
      certificate(request, language),
      { button, link },
    )
  },
  'to-be-lifted': ({ request, link }, language, policy) => {
    const { title, button, ...said } = lettersWordingOf(language).toBeLifted
    const when = moment(request.liftAt ?? request.promisedBy, language, policy)
    return content(title, said.when(when), said.against, { button, link })
  },
  lifted: ({ request, link }, language, policy) => {
    const { title, button, ...said } = lettersWordingOf(language).lifted
    return content(
      title,
      request.byCompany ? said.byUs : said.done,
      coverage(request, language, policy),
      said.again,
      certificate(request, language),
      { button, link },
    )
  },
} satisfies Partial<Writers>

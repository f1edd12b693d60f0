import { deadlinesWordingOf } from '../policy/wording/deadlines.ts'
import { lettersWordingOf } from '../policy/wording/letters.ts'
import { objectionWordingOf } from '../policy/wording/objection.ts'
import { moment } from '../policy/wording/wording.ts'
import { waitingFor } from './facts.ts'
import { content, type Writers } from './writer.ts'

/** What is written when something takes longer. */
export const deadlines = {
  /** Which of the law's two reasons there is, and until when (GDPR Art. 12(3)). */
  'answer-takes-longer': ({ request, link }, language, policy) => {
    const { title, button, ...said } = deadlinesWordingOf(language).longer
    return content(
      title,
      request.right !== 'disclosure' && said.asked[request.right],
      said.why(objectionWordingOf(language).longer[request.longer ?? 'complex']),
      said.by(moment(request.promisedBy, language, policy)),
      request.actions.includes('suspend') ? said.suspend : said.meanwhile,
      { button, link },
    )
  },
  /** What is decided and under way: where it is not done yet. */
  'takes-longer': ({ request, link }, language, policy) => {
    const { title, button, ...said } = lettersWordingOf(language).takesLonger
    const { status, promisedBy } = request
    const by = moment(promisedBy, language, policy)
    const waiting = waitingFor(request, language, policy)
    return content(
      title,
      status === 'restoring' || status === 'lifting'
        ? said.restoring
        : status === 'correcting'
          ? said.correcting(by)
          : said.erasing(by),
      waiting && said.where(waiting),
      { button, link },
    )
  },
} satisfies Partial<Writers>

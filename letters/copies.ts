import { lettersWordingOf } from '../policy/wording/letters.ts'
import { moment, size } from '../policy/wording/wording.ts'
import { coverage, waitingFor } from './facts.ts'
import { content, type Writers } from './writer.ts'

/** What is written about a copy, from the day when it can be fetched until it is deleted. */
export const copies = {
  /** What every system gave, what is missing yet, how large it is and until when it can be fetched, with which proof. */
  'copy-ready': ({ request, link }, language, policy) => {
    const { title, button, ...said } = lettersWordingOf(language).copyReady
    const waiting = waitingFor(request, language, policy)
    const { copy, right, receivedAt, promisedBy } = request
    const until = moment(copy?.availableUntil ?? promisedBy, language, policy)
    return content(
      waiting ? said.partly : title,
      said.done(moment(receivedAt, language, policy)),
      coverage(request, language, policy),
      waiting && said.notYet(waiting),
      said.fetch(size(copy?.bytes ?? 0, language), until),
      said.proof,
      { button, link },
      said.open,
      (right === 'access' || right === 'portability') && said.what[right],
    )
  },
  'copy-expires-soon': ({ request, link }, language, policy) => {
    const { title, button, ...said } = lettersWordingOf(language).copyExpiresSoon
    const until = moment(request.copy?.availableUntil ?? request.promisedBy, language, policy)
    return content(title, said.until(until), said.again, { button, link })
  },
  'download-code': ({ code, until, link }, language, policy) => {
    const { title, button, ...said } = lettersWordingOf(language).downloadCode
    return content(
      title,
      said.asked,
      { code },
      said.until(moment(until, language, policy)),
      { button, link },
      said.notYou,
    )
  },
  'copy-protected': ({ request, link }, language, policy) => {
    const { title, button, ...said } = lettersWordingOf(language).copyProtected
    const { bytes = 0, availableUntil = request.promisedBy } = request.copy ?? {}
    return content(
      title,
      said.done,
      said.open,
      said.lost,
      said.fetch(size(bytes, language), moment(availableUntil, language, policy)),
      { button, link },
      said.notYou,
    )
  },
  'copy-deleted': ({ request, link }, language, policy) => {
    const { title, button, outlived, ...said } = lettersWordingOf(language).copyDeleted
    if (request.erased) return content(title, outlived.why, outlived.again, { button: outlived.button, link })
    const again = request.copyAgainUntil
    return content(title, said.done, again && said.again(moment(again, language, policy)), { button, link })
  },
  withdrawn: ({ link }, language) => {
    const { title, button, ...said } = lettersWordingOf(language).withdrawn
    return content(title, said.done, said.again, { button, link }, said.notYou)
  },
} satisfies Partial<Writers>

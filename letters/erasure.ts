import { toldOf } from '../domain/notices.ts'
import type { RequestView } from '../functions/contract/request.ts'
import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import { lettersWordingOf } from '../policy/wording/letters.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { date, day, moment, wordingOf } from '../policy/wording/wording.ts'
import { coverage, kept, recipientNames, waitingFor } from './facts.ts'
import { content, listed, type Writers } from './writer.ts'

/** What is written while data are erased, with 60 days to bring them back, and at the end. */
export const erasure = {
  /** What was done, and what is not done yet; until when it can be undone; what stays. */
  restricted: ({ request, link }, language, policy) => {
    const { title, button, ...said } = lettersWordingOf(language).restricted
    const waiting = waitingFor(request, language, policy)
    const held = onHold(request, language, policy)
    const { eraseAt, promisedBy, actions } = request
    return content(
      waiting ? said.partly : title,
      said.done(moment(request.receivedAt, language, policy)),
      coverage(request, language, policy),
      waiting && said.notYet(waiting),
      held ?? said.undo(moment(eraseAt ?? promisedBy, language, policy)),
      held === undefined && said.complete(moment(promisedBy, language, policy)),
      listed(said.kept, kept(request, language, policy)),
      actions.includes('erase-now') && said.early,
      actions.includes('copy') && said.copy,
      { button, link },
    )
  },

  /** Why the account is to be removed, what was done so far, and how to keep it. */
  inactive: ({ request, link }, language, policy) => {
    const { title, button, ...said } = lettersWordingOf(language).inactive
    const waiting = waitingFor(request, language, policy)
    const { lastUsed = '', available } = request.inactive ?? {}
    const { eraseAt, promisedBy } = request
    return content(
      title,
      said.unused(policy.company.name, date(lastUsed, language, policy)),
      available ? said.available : said.unavailable,
      !available && coverage(request, language, policy),
      waiting && said.notYet(waiting),
      said.keep(moment(eraseAt ?? promisedBy, language, policy)),
      said.complete(moment(promisedBy, language, policy)),
      listed(said.kept, kept(request, language, policy)),
      request.actions.includes('copy') && said.copy,
      { button, link },
    )
  },

  reminder: ({ request, link }, language, policy) => {
    const { title, button, ...said } = wordsFor(request, lettersWordingOf(language).reminder)
    const waiting = waitingFor(request, language, policy)
    const { eraseAt, promisedBy } = request
    return content(
      title,
      waiting ? said.partly(waiting) : request.inactive?.available ? said.inactive.available : said.still,
      said.undo(moment(eraseAt ?? promisedBy, language, policy)),
      said.complete(moment(promisedBy, language, policy)),
      said.nothing,
      { button, link },
    )
  },

  restored: ({ request, link }, language, policy) => {
    const { title, button, ...said } = wordsFor(request, lettersWordingOf(language).restored)
    const where = request.coverage.length > 0 && coverage(request, language, policy)
    return content(title, said.done, where, said.again, { button, link })
  },

  /** What was erased, what stays and why, who is told, and what backups still hold. */
  erased: ({ request, link }, language, policy) => {
    const { title, button, ...said } = wordsFor(request, lettersWordingOf(language).erased)
    const told = recipientNames(toldOf('erase', policy), policy)
    const { closedAt, at, backupsUntil } = request
    return content(
      title,
      said.done(moment(closedAt ?? at, language, policy)),
      coverage(request, language, policy),
      listed(said.kept, kept(request, language, policy)),
      told && said.recipients(told),
      backupsUntil && wordingOf(language).backups(day(backupsUntil, language, policy)),
      said.certificate,
      said.forget,
      { button, link },
    )
  },
} satisfies Partial<Writers>

/** What is said of a removal that nobody asked for, where that is something else. */
const wordsFor = <Words extends { readonly inactive: object }>(request: RequestView, words: Words): Words =>
  request.inactive ? { ...words, ...words.inactive } : words

/** That an erasure waits, since when and why; nothing when it does not. */
function onHold({ hold }: RequestView, language: Language, policy: Policy): string | undefined {
  const law = hold && policy.holds[hold.reason]
  return (
    law &&
    pagesWordingOf(language).request.onHold(inLanguage(law.reason, language), moment(hold.since, language, policy))
  )
}

import type { RequestView } from '../functions/contract/request.ts'
import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import { lettersWordingOf } from '../policy/wording/letters.ts'
import { objectionWordingOf, useOf } from '../policy/wording/objection.ts'
import { moment } from '../policy/wording/wording.ts'
import { certificate, coverage } from './facts.ts'
import { onlyForTwo } from './two-people.ts'
import { content, listed, type Writers } from './writer.ts'

/** What is written about objections: to news and offers, which end at once, and to uses that have to be weighed. */
export const objection = {
  'mailing-stopped': ({ request, link }, language, policy) => {
    const { title, button, ...said } = lettersWordingOf(language).mailingStopped
    return content(
      title,
      said.done(policy.company.name),
      request.coverage.length > 0 && coverage(request, language, policy),
      said.still,
      said.again,
      certificate(request, language),
      { button, link },
    )
  },

  'state-grounds': ({ request, link }, language, policy) => {
    const { title, button, ...said } = objectionWordingOf(language).letters.stateGrounds
    const until = moment(request.waitsUntil ?? request.promisedBy, language, policy)
    return content(title, said.asked, { button, link }, said.until(until), said.how)
  },
  'objection-to-weigh': ({ request, link }, language, policy) => {
    const { title, button, ...said } = objectionWordingOf(language).letters.toWeigh
    return content(
      title,
      said.asked,
      { list: (request.uses ?? []).map(({ category }) => useOf(category, language, policy)) },
      said.by(moment(request.promisedBy, language, policy)),
      { button, link },
      said.how,
      onlyForTwo('refuse-objection', language, policy),
    )
  },
  /** What stops; what goes on and why, if anything does. */
  'objection-upheld': ({ request, link, answer }, language, policy) => {
    const { upheld, refused, decided } = objectionWordingOf(language).letters
    return content(
      upheld.title,
      upheld.done(moment(request.closedAt ?? request.at, language, policy)),
      { list: uses(request, language, policy) },
      listed(refused.why, reasons(request, language, policy)),
      answer && decided.words,
      answer,
      upheld.still,
      decided.suspended,
      decided.forget,
      certificate(request, language),
      { button: decided.button, link },
    )
  },
  /** What goes on and why, and what the person can do about it (GDPR Art. 12(4)). */
  'objection-refused': ({ request, link, answer }, language, policy) => {
    const { refused, decided } = objectionWordingOf(language).letters
    const { name, url } = policy.company.authority
    return content(
      refused.title,
      refused.done,
      { list: uses(request, language, policy) },
      listed(refused.why, reasons(request, language, policy)),
      answer && decided.words,
      answer,
      decided.suspended,
      decided.forget,
      certificate(request, language),
      { button: decided.button, link },
      refused.rights(name, url),
    )
  },
  'objection-dropped': ({ link }, language) => {
    const { title, button, ...said } = objectionWordingOf(language).letters.dropped
    return content(title, said.done, said.again, { button, link })
  },
} satisfies Partial<Writers>

const uses = (request: RequestView, language: Language, policy: Policy): readonly string[] =>
  (request.uses ?? []).map(
    ({ category, state }) => `${useOf(category, language, policy)}: ${objectionWordingOf(language).state[state]}`,
  )

const reasons = (request: RequestView, language: Language, policy: Policy): readonly string[] =>
  (request.uses ?? []).flatMap(({ category, reason }) => {
    const text = reason === undefined ? undefined : policy.reasonsToRefuse[reason]
    return text ? [`${useOf(category, language, policy)}: ${inLanguage(text, language)}`] : []
  })

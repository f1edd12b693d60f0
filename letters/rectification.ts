import { toldOf } from '../domain/notices.ts'
import type { RequestView } from '../functions/contract/request.ts'
import type { Policy } from '../policy/schema.ts'
import { lettersWordingOf } from '../policy/wording/letters.ts'
import { moment, nameOf } from '../policy/wording/wording.ts'
import { coverage, items, reasons, recipientNames } from './facts.ts'
import { onlyForTwo } from './two-people.ts'
import { content, listed, type Writers } from './writer.ts'

/** What is written about mistakes in data: what is right, whose the new address is, who decides, and what became of it. */
export const rectification = {
  'state-what-is-right': ({ request, link }, language, policy) => {
    const { title, button, ...said } = lettersWordingOf(language).stateWhatIsRight
    const until = moment(request.waitsUntil ?? request.promisedBy, language, policy)
    return content(title, said.asked, { button, link }, said.until(until), said.how)
  },
  'prove-new-address': ({ until, link }, language, policy) => {
    const { title, button, ...said } = lettersWordingOf(language).proveNewAddress
    return content(
      title,
      said.asked(policy.company.name),
      { button, link },
      said.until(moment(until, language, policy)),
      said.notYou,
    )
  },
  'new-address-stated': ({ link }, language) => {
    const { title, button, ...said } = lettersWordingOf(language).newAddressStated
    return content(title, said.done, said.notYou, { button, link })
  },
  'address-changed': (_, language) => {
    const { title, ...said } = lettersWordingOf(language).addressChanged
    return content(title, said.done, said.notYou)
  },

  'decision-needed': ({ request, link }, language, policy) => {
    const { title, button, ...said } = lettersWordingOf(language).decisionNeeded
    const open = (request.items ?? []).filter(({ state }) => state === 'deciding')
    return content(
      title,
      said.asked,
      { list: open.map((item) => nameOf(item, language, policy)) },
      said.by(moment(request.promisedBy, language, policy)),
      { button, link },
      said.how,
      onlyForTwo('decline-correction', language, policy),
    )
  },

  /** What was changed where, and who is told of it. */
  corrected: ({ request, link, answer }, language, policy) => {
    const { corrected, erased } = lettersWordingOf(language)
    const { title, button, ...said } = corrected
    const told = toldOfCorrection(request, policy)
    return content(
      title,
      said.done(moment(request.closedAt ?? request.at, language, policy)),
      { list: items(request, language, policy) },
      request.coverage.length > 0 && coverage(request, language, policy),
      answer && said.words,
      answer,
      told && said.recipients(told),
      erased.certificate,
      said.forget,
      { button, link },
    )
  },
  /** What was not changed and why, what was, and what the person can do about it. */
  'not-all-corrected': ({ request, link, answer }, language, policy) => {
    const { notAllCorrected, corrected, erased } = lettersWordingOf(language)
    const { title, button, ...said } = notAllCorrected
    const told = toldOfCorrection(request, policy)
    const { name, url } = policy.company.authority
    const has = (state: 'noted' | 'declined') => (request.items ?? []).some((item) => item.state === state)
    const somewhere = request.coverage.length > 0
    return content(
      title,
      said.done,
      { list: items(request, language, policy) },
      listed(said.why, reasons(request, language, policy)),
      answer && said.words,
      answer,
      has('noted') && said.noted,
      has('declined') && said.kept,
      somewhere && said.where,
      somewhere && coverage(request, language, policy),
      told && corrected.recipients(told),
      erased.certificate,
      { button, link },
      said.rights(name, url),
    )
  },
  'nothing-corrected': ({ link }, language) => {
    const { title, button, ...said } = lettersWordingOf(language).nothingCorrected
    return content(title, said.done, said.again, { button, link })
  },
} satisfies Partial<Writers>

/** Who is told of what was corrected, by name. */
function toldOfCorrection(request: RequestView, policy: Policy): string {
  const corrected = (request.items ?? []).filter(
    ({ state, field }) => state === 'corrected' && field in policy.correctable,
  )
  const categories = corrected.map(({ category }) => category)
  return recipientNames(toldOf('rectify', policy, categories), policy)
}

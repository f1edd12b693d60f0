import type { ApprovalView } from '../functions/contract/request.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { dataOf, disclosureWordingOf, linesOf } from '../policy/wording/disclosure.ts'
import { moment } from '../policy/wording/wording.ts'
import type { Block } from './blocks.ts'
import { content, listed, type Writers } from './writer.ts'

/** What is written about a disclosure that a person is asked to approve (N12): to them, and to the company's officer. */
export const disclosure = {
  'approval-asked': ({ request, link }, language, policy) => {
    const { title, button, ...said } = disclosureWordingOf(language).letters.asked
    return content(
      title,
      said.asked(policy.company.name, request.disclosure.to.name),
      terms(request, language, policy),
      said.free,
      said.until(moment(request.waitsUntil ?? request.at, language, policy)),
      { button, link },
      said.later,
    )
  },
  'approval-given': ({ request, link }, language, policy) => {
    const { title, button, ...said } = disclosureWordingOf(language).letters.given
    return content(
      title,
      said.done(moment(request.disclosure.approvedAt ?? request.at, language, policy)),
      terms(request, language, policy),
      said.withdraw,
      { button, link },
      said.notYou,
    )
  },
  'approval-refused': ({ request, link }, language) => {
    const { title, button, ...said } = disclosureWordingOf(language).letters.refused
    const { to, why } = request.disclosure
    const because = why === 'no' || why === 'silence' ? why : 'unavailable'
    return content(title, said.why[because](to.name), said.nothing, { button, link })
  },
  'approval-ended': ({ request, link }, language, policy) => {
    const { title, button, ...said } = disclosureWordingOf(language).letters.ended
    const { to, why } = request.disclosure
    const because = why === 'withdrawn' || why === 'over' ? why : 'unavailable'
    const before = passedOn(request, language, policy)
    return content(
      title,
      said.why[because](to.name, moment(request.closedAt ?? request.at, language, policy)),
      listed(said.before, before),
      before.length > 0 ? said.other(to.name) : said.nothing,
      { button, link },
    )
  },
  /** To the company's officer: what is so now. */
  'approval-news': ({ request }, language, policy) => {
    const { title, ...said } = disclosureWordingOf(language).letters.news
    const { file, why } = request.disclosure
    const which = request.status === 'approval-ended' ? 'ended' : why === undefined ? 'approved' : 'unapproved'
    return content(
      title[which],
      said.file(file),
      why === undefined ? said.approved : said.why[why],
      terms(request, language, policy),
    )
  },
} satisfies Partial<Writers>

const terms = ({ disclosure }: ApprovalView, language: Language, policy: Policy): Block => ({
  facts: [{ group: disclosureWordingOf(language).terms.title, lines: linesOf(disclosure, language, policy) }],
})

const passedOn = ({ disclosure }: ApprovalView, language: Language, policy: Policy): readonly string[] =>
  disclosure.disclosed.map(({ at, categories }) =>
    disclosureWordingOf(language).page.passedOnAt(moment(at, language, policy), dataOf(categories, language, policy)),
  )

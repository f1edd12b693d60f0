import type { ApprovalView } from '../functions/contract/request.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { dataOf, disclosureWordingOf, linesOf } from '../policy/wording/disclosure.ts'
import { moment } from '../policy/wording/wording.ts'
import type { Block } from './blocks.ts'
import type { Letter } from './contract.ts'

type Content = { readonly title: string; readonly blocks: readonly Block[] }
type Approvals = Extract<
  Letter,
  { kind: 'approval-asked' | 'approval-given' | 'approval-refused' | 'approval-ended' | 'approval-news' }
>

/** What is written about a disclosure that a person is asked to approve (N12): to them, and to the company's officer. */
export function disclosure(letter: Approvals, language: Language, policy: Policy): Content {
  const words = disclosureWordingOf(language).letters
  const { request } = letter
  const { to } = request.disclosure
  const at = (instant: string | undefined) => moment(instant ?? request.at, language, policy)
  switch (letter.kind) {
    case 'approval-asked': {
      const { title, button, ...said } = words.asked
      return {
        title,
        blocks: [
          { paragraph: said.asked(policy.company.name, to.name) },
          terms(request, language, policy),
          { paragraph: said.free },
          { paragraph: said.until(at(request.waitsUntil)) },
          { button, link: letter.link },
          { paragraph: said.later },
        ],
      }
    }
    case 'approval-given': {
      const { title, button, ...said } = words.given
      return {
        title,
        blocks: [
          { paragraph: said.done(at(request.disclosure.approvedAt)) },
          terms(request, language, policy),
          { paragraph: said.withdraw },
          { button, link: letter.link },
          { paragraph: said.notYou },
        ],
      }
    }
    case 'approval-refused': {
      const { title, button, ...said } = words.refused
      return {
        title,
        blocks: [
          { paragraph: said.why[whyNot(request)](to.name) },
          { paragraph: said.nothing },
          { button, link: letter.link },
        ],
      }
    }
    case 'approval-ended': {
      const { title, button, ...said } = words.ended
      const before = passedOn(request, language, policy)
      return {
        title,
        blocks: [
          { paragraph: said.why[whyEnded(request)](to.name, at(request.closedAt)) },
          ...(before.length > 0
            ? [{ paragraph: said.before }, { list: before }, { paragraph: said.other(to.name) }]
            : [{ paragraph: said.nothing }]),
          { button, link: letter.link },
        ],
      }
    }
    case 'approval-news':
      return news(request, language, policy)
  }
}

/** To the company's officer: what is so now. */
function news(request: ApprovalView, language: Language, policy: Policy): Content {
  const { title, ...said } = disclosureWordingOf(language).letters.news
  const { file, why } = request.disclosure
  const which = request.status === 'approval-ended' ? 'ended' : why === undefined ? 'approved' : 'unapproved'
  return {
    title: title[which],
    blocks: [
      { paragraph: said.file(file) },
      { paragraph: why === undefined ? said.approved : said.why[why] },
      terms(request, language, policy),
    ],
  }
}

const terms = ({ disclosure }: ApprovalView, language: Language, policy: Policy): Block => ({
  facts: [{ group: disclosureWordingOf(language).terms.title, lines: linesOf(disclosure, language, policy) }],
})

const whyNot = ({ disclosure: { why } }: ApprovalView) => (why === 'no' || why === 'silence' ? why : 'unavailable')
const whyEnded = ({ disclosure: { why } }: ApprovalView) =>
  why === 'withdrawn' || why === 'over' ? why : 'unavailable'

const passedOn = ({ disclosure }: ApprovalView, language: Language, policy: Policy): readonly string[] =>
  disclosure.disclosed.map(({ at, categories }) =>
    disclosureWordingOf(language).page.passedOnAt(moment(at, language, policy), dataOf(categories, language, policy)),
  )

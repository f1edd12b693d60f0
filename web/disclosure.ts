import type { ApprovalView } from '../functions/contract/request.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { dataOf, disclosureWordingOf, linesOf } from '../policy/wording/disclosure.ts'
import { mailboxWordingOf } from '../policy/wording/mailbox.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { distance, moment } from '../policy/wording/wording.ts'
import type { Content } from './frame.ts'
import { type Html, hidden, html } from './html.ts'
import { addressOf } from './linked.ts'
import { stepList } from './timeline.ts'

type Linked = { readonly request: ApprovalView; readonly token: string }

/** N12: who would get which data for what; two answers of the same weight; and, later, what was approved and its end. */
export function disclosure({ request, token }: Linked, language: Language, policy: Policy): Content {
  const pages = pagesWordingOf(language)
  const words = disclosureWordingOf(language)
  const { heading, texts } = standing(request, language, policy)
  return {
    heading,
    elsewhere: (other) => addressOf(token, other),
    main: html`<p class="eyebrow">${pages.request.reference} <span class="reference">${request.reference}</span></p>
<h1>${heading}</h1>
${texts.map((text) => html`<p class="lead">${text}</p>`)}
${request.undeliveredAt !== undefined && html`<p class="lead">${mailboxWordingOf(language).cameBack(moment(request.undeliveredAt, language, policy))}</p>`}
<section aria-labelledby="terms">
<h2 id="terms">${words.terms.title}</h2>
<dl class="answers said">${linesOf(request.disclosure, language, policy).map(
      ({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
    )}</dl>
</section>
${acts({ request, token }, language, policy)}
${request.disclosure.approvedAt !== undefined && passedOn(request, language, policy)}
<section aria-labelledby="timeline">
<h2 id="timeline">${pages.request.timeline}</h2>
${stepList(stepsOf(request, language), request.at, language, policy)}
</section>`,
  }
}

function standing(request: ApprovalView, language: Language, policy: Policy) {
  const words = disclosureWordingOf(language).page
  const { to, approvedAt, why } = request.disclosure
  const at = (instant: string | undefined) => moment(instant ?? request.at, language, policy)
  const closed = at(request.closedAt)
  switch (request.status) {
    case 'approving':
      return {
        heading: words.asked,
        texts: request.actions.includes('approve')
          ? [words.askedText(policy.company.name, to.name), words.free]
          : [words.over],
      }
    case 'approved':
      return { heading: words.approved, texts: [words.approvedText(at(approvedAt))] }
    case 'unapproved':
      return {
        heading: words.refused,
        texts: [words.refusedWhy[why === 'no' || why === 'silence' ? why : 'unavailable'](closed)],
      }
    case 'approval-ended':
      return {
        heading: words.ended,
        texts: [words.endedWhy[why === 'withdrawn' || why === 'over' ? why : 'unavailable'](closed)],
      }
  }
}

function acts({ request, token }: Linked, language: Language, policy: Policy): Html | false {
  const words = disclosureWordingOf(language).page
  const address = `/requests/${encodeURIComponent(token)}`
  if (request.actions.includes('approve')) {
    const until = request.waitsUntil ?? request.at
    const answer = (one: 'yes' | 'no') =>
      html`<form action="${address}/approve" method="post">${hidden({ language, answer: one })}<button>${words[one]}</button></form>`
    return html`<div class="acts">
<p class="until">${words.until} <strong><time datetime="${until}">${moment(until, language, policy)}</time></strong> <span>(${distance(until, request.at, language, policy)})</span></p>
${answer('yes')}
${answer('no')}
</div>`
  }
  if (request.actions.includes('withdraw'))
    return html`<div class="acts">
<p>${words.withdrawText}</p>
<form action="${address}/withdraw" method="post">${hidden({ language })}<button>${words.withdraw}</button></form>
</div>`
  return false
}

function passedOn({ disclosure }: ApprovalView, language: Language, policy: Policy): Html {
  const words = disclosureWordingOf(language).page
  const { disclosed, checks, checkedAt } = disclosure
  return html`<section aria-labelledby="passed-on">
<h2 id="passed-on">${words.passedOn}</h2>
${
  disclosed.length > 0
    ? html`<ul>${disclosed.map(
        ({ at, categories }) =>
          html`<li>${words.passedOnAt(moment(at, language, policy), dataOf(categories, language, policy))}</li>`,
      )}</ul>`
    : html`<p>${words.nothing}</p>`
}
${checkedAt !== undefined && html`<p>${words.checks(checks, moment(checkedAt, language, policy))}</p>`}
</section>`
}

function stepsOf(request: ApprovalView, language: Language): Parameters<typeof stepList>[0] {
  const words = disclosureWordingOf(language).page
  const { approvedAt, holdsUntil } = request.disclosure
  const asked = { what: words.receivedAt, at: request.receivedAt, state: 'done' } as const
  const said = { what: words.said, at: approvedAt, state: 'done' } as const
  switch (request.status) {
    case 'approving':
      return [asked, { what: words.answerBy, at: request.waitsUntil, state: 'now' }]
    case 'approved':
      return [asked, said, { what: words.holdsUntil, at: holdsUntil, state: 'ahead' }]
    case 'unapproved':
      return [asked, { what: words.closed, at: request.closedAt, state: 'done' }]
    case 'approval-ended':
      return [asked, said, { what: words.endedAt, at: request.closedAt, state: 'done' }]
  }
}

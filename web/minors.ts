import type { RequestView } from '../functions/contract/request.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { minorsWordingOf } from '../policy/wording/minors.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { distance, moment } from '../policy/wording/wording.ts'
import { wishForCopy } from './copy.ts'
import type { Content } from './frame.ts'
import { type Html, hidden, html } from './html.ts'
import { addressOf, type Linked } from './linked.ts'
import { problemAbove } from './problem.ts'

/** What stands above the form when the address cannot be a guardian's. */
export const guardianProblem = (named: string | undefined, language: Language): Html | false =>
  named !== undefined &&
  problemAbove(language, html`<p><a href="#guardian">${minorsWordingOf(language).page.wrong}</a></p>`)

/** For the holder of a child's account: name a guardian, or have everything erased without asking anybody. */
export function consenting(
  { request, token }: Linked,
  named: string | undefined,
  language: Language,
  policy: Policy,
): Html | false {
  if (!request.actions.includes('state')) return false
  const words = minorsWordingOf(language).page
  const act = `/requests/${encodeURIComponent(token)}`
  const until = request.waitsUntil ?? request.at
  return html`<div class="acts">
<p class="until">${words.until} <strong><time datetime="${until}">${moment(until, language, policy)}</time></strong> <span>(${distance(until, request.at, language, policy)})</span></p>
</div>
<form action="${act}/state" method="post" novalidate>
<div class="field${named === undefined ? '' : ' wrong'}">
<p class="question"><label for="guardian">${words.label}</label></p>
<p class="hint" id="hint">${words.hint}</p>
${named !== undefined && html`<p class="error" id="error"><span class="unseen">${pagesWordingOf(language).error}: </span>${words.wrong}</p>`}
<input id="guardian" name="guardian" type="email" inputmode="email" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="254" required aria-describedby="hint${named === undefined ? '' : ' error'}"${named === undefined ? '' : html` aria-invalid="true"`} value="${named ?? ''}">
</div>
${hidden({ language })}
<button>${words.button}</button>
</form>
<div class="acts">
<p>${words.copyText}</p>
${wishForCopy(token, 'access', language, words.copy)}
<p>${words.eraseText}</p>
<form action="${act}/erase-now" method="post">${hidden({ language })}<button class="quiet">${words.erase}</button></form>
</div>`
}

export type GuardianPage = {
  readonly reference: string
  readonly state: 'open' | 'done' | 'over'
  readonly token: string
  readonly until?: string
}

/** For a guardian: no more than the question, and two answers. */
export function guardian(
  { reference, state, token, until }: GuardianPage,
  language: Language,
  policy: Policy,
): Content {
  const words = minorsWordingOf(language).guardian
  const heading = { open: words.title, done: words.done, over: words.over }[state]
  const text = { open: words.text(policy.company.name), done: words.doneText, over: words.overText }[state]
  const answer = (consent: 'yes' | 'no') =>
    html`<form action="/requests/${encodeURIComponent(token)}/consent" method="post">${hidden({ language, consent })}<button${consent === 'no' && html` class="quiet"`}>${words[consent]}</button></form>`
  return {
    heading,
    elsewhere: (other) => addressOf(token, other),
    main: html`<p class="eyebrow">${pagesWordingOf(language).request.reference} <span class="reference">${reference}</span></p>
<h1>${heading}</h1>
<p class="lead">${text}</p>
${
  state === 'open' &&
  html`<p>${words.who}</p>
${until !== undefined && html`<p>${words.until} <strong><time datetime="${until}">${moment(until, language, policy)}</time></strong></p>`}
<div class="acts">
${answer('yes')}
${answer('no')}
</div>`
}`,
  }
}

/** The question on the form: what is asked for is done in any case. */
export const childQuestion = (language: Language, { minors }: Policy): Html | false =>
  minors !== undefined &&
  html`<div class="option">
<input type="checkbox" id="child" name="child" value="on" aria-describedby="child-more">
<label for="child">${minorsWordingOf(language).ask}</label>
<p class="hint" id="child-more">${minorsWordingOf(language).askMore(minors.age)}</p>
</div>`

/** Heading and meaning of a child's account in question. */
export function consentStanding(request: RequestView, language: Language, policy: Policy) {
  const words = minorsWordingOf(language).page
  const closed = moment(request.closedAt ?? request.at, language, policy)
  switch (request.status) {
    case 'consented':
      return { heading: words.consented, texts: [words.consentedText(closed)] }
    case 'unfounded':
      return { heading: words.unfounded, texts: [words.unfoundedText(closed)] }
    default: {
      const isOver = request.waitsUntil === undefined || request.at >= request.waitsUntil
      const more = isOver ? words.over : request.guardian && words.asked
      return { heading: words.consenting, texts: [words.consentingText, ...(more ? [more] : [])] }
    }
  }
}

import { inLanguage, type Language, type Policy, statement } from '../policy/schema.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { moment, nameOf, size } from '../policy/wording/wording.ts'
import type { Content } from './frame.ts'
import { type Html, hidden, html } from './html.ts'
import { addressOf, type Linked } from './linked.ts'
import { longer } from './longer.ts'
import { problemAbove } from './problem.ts'
import { itemList } from './state.ts'
import { onTheDesk, proposed, takesIfNot } from './two-people.ts'

export type Deciding = Linked & {
  /** By field, as the person typed it. */
  readonly stated: Readonly<Record<string, string>>
  /** Until when the company may take longer, while it may still say so. */
  readonly longerUntil?: string
  /** It takes two people: it is proposed, and can be confirmed until then. */
  readonly proposedUntil?: string
  readonly problem?: 'undecided' | 'answer' | 'two-people'
  /** What was chosen before something was found wrong. */
  readonly decided?: Readonly<Record<string, string>>
}

/** For the company's officer: what a person says is right, as text, and a decision with its reason for each. */
export function decide(page: Deciding, language: Language, policy: Policy): Content {
  const { request, token, stated, problem, decided } = page
  const words = pagesWordingOf(language)
  const open = (request.items ?? []).filter(({ state }) => state === 'deciding')
  const heading = open.length > 0 ? words.decide.title : words.decide.nothing
  if (open.length > 0 && page.proposedUntil !== undefined) return proposed(page, page.proposedUntil, language, policy)
  const wrong = problem === 'two-people' ? undefined : problem
  const error = wrong && { undecided: words.decide.undecided, answer: words.decide.answerWrong }[wrong]
  const undecided = open.find(({ field }) => !decided?.[field]) ?? open[0]
  const first = problem === 'answer' ? 'answer' : `${undecided?.field}-apply`
  return {
    heading,
    wrong: error !== undefined,
    elsewhere: (other) => addressOf(token, other),
    main: html`${error && problemAbove(language, html`<p><a href="#${first}">${error}</a></p>`)}
${problem === 'two-people' && onTheDesk(request, language)}
<p class="eyebrow">${words.request.reference} <span class="reference">${request.reference}</span></p>
<h1>${heading}</h1>
${
  open.length === 0
    ? html`<p class="lead">${words.decide.nothingText}</p>${itemList(request, language, policy)}`
    : html`<p class="lead">${words.decide.lead}</p>
<p>${words.decide.by} <strong><time datetime="${request.promisedBy}">${moment(request.promisedBy, language, policy)}</time></strong></p>
<h2>${words.decide.said}</h2>
<dl class="answers said">${open.map((item) => html`<div><dt>${nameOf(item, language, policy)}</dt><dd>${stated[item.field] ?? ''}</dd></div>`)}</dl>
${request.evidence !== undefined && html`<p><a href="/requests/${encodeURIComponent(token)}/evidence" download rel="noreferrer">${words.decide.evidence(size(request.evidence, language))}</a></p><p class="hint">${words.decide.evidenceHint}</p>`}
<form action="/requests/${encodeURIComponent(token)}/decide" method="post" novalidate>
${open.map((item) => question(item, decided, problem === 'undecided', language, policy))}
<div class="field${problem === 'answer' ? ' wrong' : ''}">
<p><label for="answer">${words.decide.answer}</label></p>
<p class="hint" id="hint">${words.decide.answerHint(policy.limits.statement)}</p>
<textarea id="answer" name="answer" rows="4" maxlength="${policy.limits.statement}" aria-describedby="hint"${problem === 'answer' ? html` aria-invalid="true"` : ''}>${decided?.answer ?? ''}</textarea>
</div>
${hidden({ language })}
${takesIfNot('decline-correction', language, policy)}
<button>${words.decide.button}</button>
</form>
${page.longerUntil !== undefined && longer(token, page.longerUntil, language, policy)}`
}`,
  }
}

function question(
  item: { readonly field: string; readonly category: string },
  decided: Deciding['decided'],
  isAsked: boolean,
  language: Language,
  policy: Policy,
): Html {
  const words = pagesWordingOf(language).decide
  const option = (value: string, text: string) =>
    html`<div class="option"><input type="radio" id="${item.field}-${value}" name="${item.field}" value="${value}"${decided?.[item.field] === value && html` checked`}><label for="${item.field}-${value}">${text}</label></div>`
  const isOpen = isAsked && !decided?.[item.field]
  return html`<fieldset role="radiogroup"${isOpen ? html` class="wrong" aria-invalid="true" aria-describedby="${item.field}-error"` : ''}>
<legend>${words.question(nameOf(item, language, policy))}</legend>
${isOpen && html`<p class="error" id="${item.field}-error"><span class="unseen">${pagesWordingOf(language).error}: </span>${words.undecided}</p>`}
${option('apply', item.field === statement ? words.done : words.apply)}
${Object.entries(policy.reasonsToDecline).map(([id, reason]) => option(id, words.decline(inLanguage(reason, language))))}
</fieldset>`
}

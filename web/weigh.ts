import type { RequestView } from '../functions/contract/request.ts'
import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import { objectionWordingOf, useOf } from '../policy/wording/objection.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { moment } from '../policy/wording/wording.ts'
import type { Content } from './frame.ts'
import { type Html, hidden, html } from './html.ts'
import { addressOf, type Linked } from './linked.ts'
import { longer } from './longer.ts'
import { useList } from './objection.ts'
import { problemAbove } from './problem.ts'
import { onTheDesk, proposed, takesIfNot } from './two-people.ts'

export type Weighing = Linked & {
  /** As the person typed them. */
  readonly grounds: string
  /** Until when the company may take longer, while it may still say so. */
  readonly longerUntil?: string
  /** It takes two people: it is proposed, and can be confirmed until then. */
  readonly proposedUntil?: string
  readonly problem?: 'undecided' | 'answer' | 'two-people'
  /** What was chosen before something was found wrong. */
  readonly decided?: Readonly<Record<string, string>>
}

/** For the company's officer: which uses a person objects to and why, as text, and a decision with its reason for each. */
export function weigh(page: Weighing, language: Language, policy: Policy): Content {
  const { request, token, grounds, problem, decided } = page
  const words = objectionWordingOf(language).decide
  const pages = pagesWordingOf(language)
  const isOpen = request.status === 'weighing'
  const heading = isOpen ? words.title : words.nothing
  if (isOpen && page.proposedUntil !== undefined) return proposed(page, page.proposedUntil, language, policy)
  const wrong = problem === 'two-people' ? undefined : problem
  const error = wrong && { undecided: words.undecided, answer: words.answerWrong }[wrong]
  const uses = request.uses ?? []
  const undecided = uses.find(({ category }) => !decided?.[`use-${category}`]) ?? uses[0]
  const first = problem === 'answer' ? 'answer' : `${undecided?.category}-stop`
  return {
    heading,
    wrong: error !== undefined,
    elsewhere: (other) => addressOf(token, other),
    main: html`${error && problemAbove(language, html`<p><a href="#${first}">${error}</a></p>`)}
${problem === 'two-people' && onTheDesk(request, language)}
<p class="eyebrow">${pages.request.reference} <span class="reference">${request.reference}</span></p>
<h1>${heading}</h1>
${
  isOpen
    ? html`<p class="lead">${words.lead}</p>
<p>${words.by} <strong><time datetime="${request.promisedBy}">${moment(request.promisedBy, language, policy)}</time></strong></p>
<h2 id="grounds">${words.said}</h2>
<pre class="letter" tabindex="0" role="region" aria-labelledby="grounds">${grounds}</pre>
<form action="/requests/${encodeURIComponent(token)}/decide" method="post" novalidate>
${uses.map((use) => question(use, decided, problem === 'undecided', language, policy))}
<p class="hint">${words.stopHint}</p>
<div class="field${problem === 'answer' ? ' wrong' : ''}">
<p><label for="answer">${words.answer}</label></p>
<p class="hint" id="hint">${words.answerHint(policy.limits.statement)}</p>
${problem === 'answer' && html`<p class="error" id="error"><span class="unseen">${pages.error}: </span>${error}</p>`}
<textarea id="answer" name="answer" rows="4" maxlength="${policy.limits.statement}" aria-describedby="hint${problem === 'answer' ? ' error' : ''}"${problem === 'answer' ? html` aria-invalid="true"` : ''}>${decided?.answer ?? ''}</textarea>
</div>
${hidden({ language })}
${takesIfNot('refuse-objection', language, policy)}
<button>${words.button}</button>
</form>
${page.longerUntil !== undefined && longer(token, page.longerUntil, language, policy)}`
    : html`<p class="lead">${words.nothingText}</p>${useList(request, language, policy)}`
}`,
  }
}

function question(
  { category }: NonNullable<RequestView['uses']>[number],
  decided: Weighing['decided'],
  isAsked: boolean,
  language: Language,
  policy: Policy,
): Html {
  const words = objectionWordingOf(language).decide
  const name = `use-${category}`
  const option = (value: string, text: string) =>
    html`<div class="option"><input type="radio" id="${category}-${value}" name="${name}" value="${value}"${decided?.[name] === value && html` checked`}><label for="${category}-${value}">${text}</label></div>`
  const isOpen = isAsked && !decided?.[name]
  return html`<fieldset role="radiogroup"${isOpen ? html` class="wrong" aria-invalid="true" aria-describedby="${category}-error"` : ''}>
<legend>${words.question(useOf(category, language, policy))}</legend>
${isOpen && html`<p class="error" id="${category}-error"><span class="unseen">${pagesWordingOf(language).error}: </span>${words.undecided}</p>`}
${option('stop', words.stop)}
${Object.entries(policy.reasonsToRefuse).map(([id, reason]) => option(id, words.goOn(inLanguage(reason, language))))}
</fieldset>`
}

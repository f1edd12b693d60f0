import type { RequestView } from '../functions/contract/request.ts'
import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import { objectionWordingOf, useOf } from '../policy/wording/objection.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { distance, moment } from '../policy/wording/wording.ts'
import { askOf } from './frame.ts'
import { type Html, hidden, html } from './html.ts'
import type { Asked, Linked } from './linked.ts'
import { problemAbove } from './problem.ts'

/** What was chosen and typed, and what is wrong with it. */
export type Objected = {
  readonly uses: readonly string[]
  readonly grounds: string
  readonly problem: 'noUse' | 'noGrounds' | 'wrong'
}

/** Heading and meaning of an objection that has to be weighed. */
export function objectionStanding(
  request: RequestView,
  language: Language,
  policy: Policy,
): { readonly heading: string; readonly texts: readonly string[] } {
  const { page: words, longer } = objectionWordingOf(language)
  const closed = moment(request.closedAt ?? request.at, language, policy)
  switch (request.status) {
    case 'objecting': {
      const isOver = request.waitsUntil === undefined || request.at >= request.waitsUntil
      const text = isOver ? words.objectingOver : words.objectingText
      return { heading: words.objecting, texts: request.actions.includes('state') ? [] : [text] }
    }
    case 'upheld':
      return { heading: words.upheld, texts: [words.upheldText(closed), words.tooLate] }
    case 'refused':
      return { heading: words.refused, texts: [words.refusedText(closed), words.tooLate] }
    case 'dropped':
      return { heading: words.dropped, texts: [words.droppedText(closed)] }
    default: {
      const by = moment(request.promisedBy, language, policy)
      return {
        heading: words.weighing,
        texts: [words.weighingText, ...(request.longer ? [words.longerText(longer[request.longer], by)] : [])],
      }
    }
  }
}

/** What stands above the form when something is missing in it. */
export function objectionProblem(objected: Objected | undefined, language: Language, policy: Policy): Html | false {
  return (
    objected !== undefined &&
    problemAbove(
      language,
      html`<p><a href="#${objected.problem === 'noUse' ? 'uses' : 'grounds'}">${problemText(objected.problem, language, policy)}</a></p>`,
    )
  )
}

function problemText(problem: Objected['problem'], language: Language, policy: Policy): string {
  const words = objectionWordingOf(language).form
  return problem === 'wrong' ? words.wrong(policy.limits.statement) : words[problem]
}

/** The form: which uses, of those that the policy names, and the person's reasons. */
export function objecting(
  { request, token }: Linked,
  objected: Objected | undefined,
  language: Language,
  policy: Policy,
): Html {
  const words = objectionWordingOf(language).form
  const { statement: limit } = policy.limits
  const until = request.waitsUntil ?? request.at
  const noUse = objected?.problem === 'noUse'
  const noGrounds = objected !== undefined && !noUse
  const error = (id: string) =>
    objected &&
    html`<p class="error" id="${id}"><span class="unseen">${pagesWordingOf(language).error}: </span>${problemText(objected.problem, language, policy)}</p>`
  return html`<div class="acts">
<p class="until">${words.until} <strong><time datetime="${until}">${moment(until, language, policy)}</time></strong> <span>(${distance(until, request.at, language, policy)})</span></p>
</div>
<p>${words.lead}</p>
<form class="stating" action="/requests/${encodeURIComponent(token)}/state" method="post" novalidate>
<fieldset id="uses" tabindex="-1"${noUse && html` class="wrong" aria-describedby="uses-error"`}>
<legend>${words.which}</legend>
${noUse && error('uses-error')}
${Object.keys(policy.categories).map(
  (category) => html`<div class="option">
<input type="checkbox" id="use-${category}" name="use-${category}" value="on"${objected?.uses.includes(category) && html` checked`}>
<label for="use-${category}">${useOf(category, language, policy)}</label>
</div>`,
)}
</fieldset>
<div class="field${noGrounds ? ' wrong' : ''}">
<p><label for="grounds">${words.grounds}</label></p>
<p class="hint" id="hint-grounds">${words.groundsHint(limit)}</p>
${noGrounds && error('error-grounds')}
<textarea id="grounds" name="grounds" rows="6" maxlength="${limit}" aria-describedby="hint-grounds${noGrounds ? ' error-grounds' : ''}"${noGrounds ? html` aria-invalid="true"` : ''}>${objected?.grounds ?? ''}</textarea>
</div>
${hidden({ language })}
<button>${words.button}</button>
</form>`
}

/** Every use that the person objects to, what became of it and why. */
export function useList({ uses = [] }: RequestView, language: Language, policy: Policy): Html | false {
  const words = objectionWordingOf(language)
  const why = (id: string | undefined) => {
    const text = id === undefined ? undefined : policy.reasonsToRefuse[id]
    return text && html`. ${words.reason}: ${inLanguage(text, language)}`
  }
  return (
    uses.length > 0 &&
    html`<section aria-labelledby="objected">
<h2 id="objected">${words.page.uses}</h2>
<ul>${uses.map(({ category, state, reason }) => html`<li>${useOf(category, language, policy)}: ${words.state[state]}${why(reason)}</li>`)}</ul>
</section>`
  )
}

/** While it is open: unavailable until it is decided (GDPR Art. 18(1)(d)), or taken back; afterwards another one. */
export function objectionActs({ request, token }: Asked, language: Language, policy: Policy): Html | false {
  const words = objectionWordingOf(language).page
  if (request.closedAt !== undefined && request.status !== 'superseded')
    return html`<p><a href="${askOf(language, policy, request.right)}">${words.again}</a></p>`
  const press = (act: string, says: string, button: string) =>
    html`<p>${says}</p><form action="/requests/${encodeURIComponent(token)}/${act}" method="post">${hidden({ language })}<button class="quiet">${button}</button></form>`
  return (
    request.actions.includes('withdraw') &&
    html`<div class="acts">
${press('suspend', words.suspendText, words.suspend)}
${press('withdraw', words.withdrawText, words.withdraw)}
</div>`
  )
}

import type { RequestView } from '../functions/contract/request.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { moment } from '../policy/wording/wording.ts'
import type { Content } from './frame.ts'
import { hidden, html } from './html.ts'
import { addressOf, type Linked } from './linked.ts'
import { problemAbove } from './problem.ts'

/** The code that was mailed: what is wrong with what was typed stands above and at the field. */
export function code(
  { request, token, problem }: Linked & { readonly problem?: 'wrong' | 'over' },
  language: Language,
  policy: Policy,
): Content {
  const words = pagesWordingOf(language)
  const act = `/requests/${encodeURIComponent(token)}`
  const error = problem && words.code[problem]
  return {
    heading: words.code.title,
    wrong: error !== undefined,
    elsewhere: (other) => addressOf(token, other, 'code=sent&'),
    main: html`${error && problemAbove(language, html`<p><a href="#code">${error}</a></p>`)}
<p class="eyebrow">${words.request.reference} <span class="reference">${request.reference}</span></p>
<form action="${act}/download" method="post" novalidate>
<h1><label for="code">${words.code.title}</label></h1>
<div class="field${error ? ' wrong' : ''}">
<p class="hint" id="hint">${words.code.hint}</p>
${error && html`<p class="error" id="error"><span class="unseen">${words.error}: </span>${error}</p>`}
<input class="code" id="code" name="code" type="text" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" maxlength="40" required aria-describedby="hint${error ? ' error' : ''}"${error ? html` aria-invalid="true"` : ''}>
</div>
${hidden({ language })}
<button>${words.code.next}</button>
</form>
<h2>${words.code.none}</h2>
<p>${words.code.limit(policy.limits.mailsPerAddressAndDay)}</p>
<form action="${act}/code" method="post">${hidden({ language })}<button class="quiet">${words.code.again}</button></form>
<p><a href="${addressOf(token, language)}">${words.code.back}</a></p>`,
  }
}

/** The copy itself, for a short time. */
export function download(
  { request, token, address, until }: Linked & { readonly address: string; readonly until: string },
  language: Language,
  policy: Policy,
): Content {
  const words = pagesWordingOf(language)
  return {
    heading: words.download.title,
    main: html`<p class="eyebrow">${words.request.reference} <span class="reference">${request.reference}</span></p>
<h1>${words.download.title}</h1>
<p><a class="button" href="${address}" download rel="noreferrer">${words.download.button}</a></p>
<p>${words.download.until(moment(until, language, policy))}</p>
<h2>${words.download.how}</h2>
<ol class="steps">${words.download[request.copy?.passphrase ? 'protectedSteps' : 'steps'].map((step) => html`<li>${step}</li>`)}</ol>
<p><a href="${addressOf(token, language)}">${words.download.back}</a></p>`,
  }
}

/** Buttons for each kind of copy, the fuller one first. */
export const wishForCopy = (token: string, right: RequestView['right'], language: Language, button: string) =>
  html`<form action="/requests/${encodeURIComponent(token)}/copy" method="post">${hidden({ language, right })}<button class="quiet">${button}</button></form>`

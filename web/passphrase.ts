import type { Language, Policy } from '../policy/schema.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import type { Content } from './frame.ts'
import { hidden, html } from './html.ts'
import { addressOf, type Linked } from './linked.ts'
import { problemAbove } from './problem.ts'

/** What is wrong: with the code, or with the passphrase. */
export type PassphraseProblem = 'wrong' | 'over' | 'length' | 'signs' | 'unlike'

const fieldOf = (problem: PassphraseProblem) =>
  problem === 'wrong' || problem === 'over' ? 'code' : problem === 'unlike' ? 'again' : 'passphrase'

/** A passphrase for the copy, twice, with the code that was mailed. What was typed is never shown again. */
export function protect(
  { request, token, problem }: Linked & { readonly problem?: PassphraseProblem },
  language: Language,
  policy: Policy,
): Content {
  const words = pagesWordingOf(language)
  const act = `/requests/${encodeURIComponent(token)}`
  const said = problem && { ...words.code, ...words.protect.problems }[problem]
  const wrong = problem && fieldOf(problem)
  const field = (id: 'code' | 'passphrase' | 'again', label: string, hint: string | false) => {
    const error = wrong === id && said
    return html`<div class="field${error ? ' wrong' : ''}">
<label for="${id}">${label}</label>
${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
${error && html`<p class="error" id="error"><span class="unseen">${words.error}: </span>${error}</p>`}
${
  id === 'code'
    ? html`<input class="code" id="code" name="code" type="text" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" maxlength="40" required aria-describedby="code-hint${error ? ' error' : ''}"${error ? html` aria-invalid="true"` : ''}>`
    : html`<input id="${id}" name="${id}" type="password" autocomplete="new-password" minlength="12" maxlength="99" required${hint || error ? html` aria-describedby="${[hint && `${id}-hint`, error && 'error'].filter(Boolean).join(' ')}"` : ''}${error ? html` aria-invalid="true"` : ''}>`
}
</div>`
  }
  return {
    heading: words.protect.title,
    wrong: problem !== undefined,
    elsewhere: (other) => addressOf(token, other, 'code=sent&for=protect&'),
    main: html`${said && problemAbove(language, html`<p><a href="#${wrong ?? 'code'}">${said}</a></p>`)}
<p class="eyebrow">${words.request.reference} <span class="reference">${request.reference}</span></p>
<h1>${words.protect.title}</h1>
<p class="lead">${words.protect.lead}</p>
<ul>${words.protect.facts.map((fact) => html`<li>${fact}</li>`)}</ul>
<form action="${act}/protect" method="post" novalidate>
${field('code', words.code.label, words.code.hint)}
${field('passphrase', words.protect.passphrase, words.protect.hint)}
${field('again', words.protect.again, false)}
${hidden({ language })}
<button>${words.protect.button}</button>
</form>
<h2>${words.code.none}</h2>
<p>${words.code.limit(policy.limits.mailsPerAddressAndDay)}</p>
<form action="${act}/code" method="post">${hidden({ language, for: 'protect' })}<button class="quiet">${words.code.again}</button></form>
<p><a href="${addressOf(token, language)}">${words.code.back}</a></p>`,
  }
}

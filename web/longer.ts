import type { Language, Policy } from '../policy/schema.ts'
import { objectionWordingOf } from '../policy/wording/objection.ts'
import { moment } from '../policy/wording/wording.ts'
import { type Html, hidden, html } from './html.ts'

/** For the officer: GDPR Art. 12(3) knows two reasons to take longer, and only these. @param until what it would be then */
export function longer(token: string, until: string, language: Language, policy: Policy): Html {
  const words = objectionWordingOf(language).decide
  return html`<section aria-labelledby="longer">
<h2 id="longer">${words.longer}</h2>
<p>${words.longerText(moment(until, language, policy))}</p>
${(['complex', 'many'] as const).map(
  (why) =>
    html`<form action="/requests/${encodeURIComponent(token)}/decide" method="post">${hidden({ language, extend: why })}<button class="quiet">${words.longerWhy[why]}</button></form>`,
)}
</section>`
}

import type { PromisesView } from '../../functions/contract/desk/figures.ts'
import type { Language } from '../../policy/schema.ts'
import { deskPromisesWordingOf } from '../../policy/wording/desk-promises.ts'
import { type Html, html } from '../html.ts'

/** What is overdue or at risk of which no promise speaks. */
export function alsoDue(besides: PromisesView['besides'], language: Language): Html {
  const { besides: words, counts } = deskPromisesWordingOf(language)
  return html`<section aria-labelledby="besides"><h2 id="besides">${words.title}</h2>
<p>${words.lead} <a href="/desk?lang=${language}">${words.queue}</a></p>
${besides.map(
  ({ what, ...counted }) => html`<h3>${words[what]}</h3>
<dl class="numbers">${(['overdue', 'atRisk'] as const).map(
    (name) => html`<div><dt>${counts[name]}</dt><dd>${counted[name].toLocaleString(language)}</dd></div>`,
  )}</dl>`,
)}</section>`
}

import type { DeskRequest } from '../../functions/contract.ts'
import type { Language, Policy } from '../../policy/schema.ts'
import { twoPeopleWordingOf } from '../../policy/wording/two-people.ts'
import { moment } from '../../policy/wording/wording.ts'
import { type Html, html } from '../html.ts'
import { type Colleague, form } from './frame.ts'

/** What one person proposed: another confirms or declines it, and whoever proposed it can take it back. */
export function proposal(
  { line, acts, proposal: found }: DeskRequest,
  colleague: Colleague,
  language: Language,
  policy: Policy,
): Html | false {
  if (!found) return false
  const { what, page: words } = twoPeopleWordingOf(language)
  const to = `/desk/requests/${line.reference}`
  const at = (instant: string) => html`<time datetime="${instant}">${moment(instant, language, policy)}</time>`
  const fact = (name: string, value: Html | string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  const isOwn = found.who === colleague.name
  return html`<section aria-labelledby="proposal"><h2 id="proposal">${words.title(what[found.act])}</h2>
<dl class="answers">
${fact(words.by, html`${found.by}${found.who !== undefined && html` <span class="hint">${found.who}</span>`}`)}
${fact(words.at, at(found.at))}
${fact(words.until, at(found.until))}
${found.file !== undefined && fact(words.file, found.file)}
</dl>
${acts.includes('confirm') && html`<p>${isOwn ? words.own : words.other}</p>`}
${acts.includes('confirm') && !isOwn && form(`${to}/confirm`, colleague, language, html`<button class="danger">${words.confirm}</button>`)}
${acts.includes('decline') && form(`${to}/decline`, colleague, language, html`<button class="quiet">${isOwn ? words.takeBack : words.decline}</button>`)}
</section>`
}

import type { DeskRequest } from '../../functions/contract/desk/request.ts'
import type { Language, Policy } from '../../policy/schema.ts'
import { deskDisclosuresWordingOf } from '../../policy/wording/desk-disclosures.ts'
import { moment } from '../../policy/wording/wording.ts'
import { type Html, html } from '../html.ts'

/** What recipients were told, when they were reminded, and what they answered (GDPR Art. 19). */
export function told({ told: all }: DeskRequest, language: Language, policy: Policy): Html | false {
  if (all.length === 0) return false
  const { told: words } = deskDisclosuresWordingOf(language)
  const at = (instant: string | undefined) =>
    instant !== undefined && html`<time datetime="${instant}">${moment(instant, language, policy)}</time>`
  const answer = ({ state, confirmedAt }: DeskRequest['told'][number]) =>
    state === 'confirmed' ? words.states.confirmed(moment(confirmedAt ?? '', language, policy)) : words.states[state]
  return html`<section aria-labelledby="told"><h2 id="told">${words.title}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${words.caption}"><table>
<caption class="unseen">${words.caption}</caption>
<thead><tr>${(['who', 'act', 'since', 'told', 'tried', 'state', 'next'] as const).map((one) => html`<th scope="col">${words.columns[one]}</th>`)}</tr></thead>
<tbody>${all.map(
    (one) => html`<tr>
<th scope="row">${policy.recipients[one.recipient]?.name ?? one.recipient}</th>
<td>${words.acts[one.act]}</td>
<td>${at(one.since)}</td>
<td>${at(one.toldAt)}</td>
<td>${at(one.triedAt)}</td>
<td>${answer(one)}</td>
<td>${at(one.next)}</td>
</tr>`,
  )}</tbody></table></div>
</section>`
}

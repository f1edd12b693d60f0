import type { RequestView } from '../functions/contract/request.ts'
import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { statedByPerson } from '../policy/wording/stated.ts'
import { day, nameOf, wordingOf } from '../policy/wording/wording.ts'
import { labelOf } from './frame.ts'
import { type Html, html } from './html.ts'

/** What each system answered, category by category: every one of the policy, also where nothing was found. */
export function coverage(request: RequestView, language: Language, policy: Policy): Html | false {
  if (request.coverage.length === 0) return false
  const words = wordingOf(language)
  const pages = pagesWordingOf(language)
  const systems = [...new Set(request.coverage.map(({ system }) => system))]
  return html`<section aria-labelledby="where">
<h2 id="where">${pages.request.where}</h2>
<table>
<thead class="unseen"><tr><th scope="col">${pages.request.data}</th><th scope="col">${pages.request.answer}</th></tr></thead>
${systems.map(
  (system) => html`<tbody>
<tr class="system"><th scope="rowgroup" colspan="2">${labelOf(policy.systems, system, language)}</th></tr>
${request.coverage
  .filter((line) => line.system === system)
  .map(
    ({ category, field, outcome, count, statedBy }) => html`<tr>
<th scope="row">${field === undefined ? labelOf(policy.categories, category, language) : nameOf({ category, field }, language, policy)}${count > 0 && html` <span class="count">${words.records(count)}</span>`}</th>
<td><span class="outcome ${outcome}">${words.outcome[outcome]}</span>${statedBy !== undefined && html` <span class="count">${statedByPerson[language]}</span>`}</td>
</tr>`,
  )}
</tbody>`,
)}
</table>
</section>`
}

/** The systems that have not done their part yet, by name. */
export const pending = (request: RequestView, language: Language, policy: Policy): string =>
  [
    ...new Set(
      request.coverage
        .filter(({ outcome }) => outcome === 'pending')
        .map(({ system }) => labelOf(policy.systems, system, language)),
    ),
  ].join('; ')

/** N7: what this person has that stays, why, and until when. */
export function keptList(request: RequestView, language: Language, policy: Policy): Html | false {
  return (
    request.kept.length > 0 &&
    html`<ul>${request.kept.map(({ category, exception, until }) => {
      const basis = policy.retention.find(({ id }) => id === exception)?.basis
      return html`<li>${wordingOf(language).keptBecause(
        labelOf(policy.categories, category, language),
        basis ? inLanguage(basis, language) : '',
        day(until, language, policy),
      )}</li>`
    })}</ul>`
  )
}

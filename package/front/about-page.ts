import { wordingOfPackage } from '../../policy/wording/package.ts'
import { html, type Value } from '../../web/html.ts'
import type { PackageFacts } from '../facts.ts'
import { aboutData } from './about.ts'
import { page } from './frame.ts'

/** What is done with the data, who gets them, how long they are kept, and the person's rights: about.json to be read. */
export function aboutPage(facts: PackageFacts): string {
  const about = aboutData(facts)
  const words = wordingOfPackage(facts.language).about
  const table = (name: string, head: readonly string[], rows: readonly (readonly Value[])[]): Value => html`
<div class="wide" role="region" aria-label="${name}" tabindex="0"><table>
<thead><tr>${head.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((one) => html`<td>${one}</td>`)}</tr>`)}</tbody>
</table></div>`
  const { controller, officer, complaint } = about
  return page(
    facts.language,
    words.title,
    words.categories,
    html`<header>
<p class="company">${controller.name}</p>
<h1>${words.title}</h1>
<p><a href="index.html">${words.back}</a></p>
</header>
<main id="main" tabindex="-1">
<h2>${words.controller}</h2>
<p>${controller.address}</p>
<p>${words.officer}: <a href="mailto:${officer}">${officer}</a></p>
<h2>${words.categories}</h2>
${table(
  words.categories,
  [words.category, words.purpose, words.source, words.recipients, words.kept],
  about.categories.map((one) => [
    one.label,
    one.purpose,
    one.source,
    one.recipients.join(', ') || words.nobody,
    one.kept.map((rule, n) => [n > 0 && html`<br>`, rule]),
  ]),
)}
<p>${about.backups}</p>
<h2>${words.recipientsTitle}</h2>
${table(
  words.recipientsTitle,
  [words.recipient, words.role, words.country, words.safeguard],
  about.recipients.map(({ name, role, country, safeguard }) => [name, role, country, safeguard]),
)}
<h2>${words.decisions}</h2>
<p>${about.automatedDecisions}</p>
<h2>${words.rights}</h2>
<ul>${about.rights.map((one) => html`<li>${one}</li>`)}</ul>
<p>${about.use.text} <a href="${about.use.site}">${about.use.site}</a></p>
<p>${complaint.text} <a href="${complaint.url}">${complaint.url}</a></p>
</main>`,
  )
}

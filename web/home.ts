import { rights } from '../policy/rights.ts'
import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { duration } from '../policy/wording/wording.ts'
import { askOf, type Content, homeOf, labelOf } from './frame.ts'
import { html } from './html.ts'

/** The first page: what can be asked here, how it goes, how long it takes, and which data it is about. */
export function home(language: Language, policy: Policy): Content {
  const words = pagesWordingOf(language)
  const { erasure, erasureLead } = policy.periods
  const { replyTo } = policy.mail
  return {
    heading: words.home.title,
    elsewhere: (other) => homeOf(other, policy),
    main: html`<div class="opening">
<h1>${words.home.title}</h1>
<p class="lead">${words.home.lead(policy.company.name)}</p>
<p>${words.home.need}</p>
<p><a class="button" href="${askOf(language, policy)}">${words.home.start}</a></p>
<p class="hint">${words.free}</p>
</div>
<h2>${words.home.wishes}</h2>
<ul class="wishes">${rights.map(
      (right) =>
        html`<li><a href="${askOf(language, policy, right)}">${words.rights[right].name}</a><p>${words.rights[right].more}</p></li>`,
    )}</ul>
<h2>${words.home.how}</h2>
<ol class="steps">${words.home.steps.map(([what, more]) => html`<li><strong>${what}.</strong> ${more}</li>`)}</ol>
<h2>${words.home.time}</h2>
<p>${words.home.copy(duration(policy.periods.answer, language), duration(policy.periods.package, language))}</p>
<p>${words.home.grace(duration(erasure, language), duration(erasureLead, language))}</p>
${policy.eraseNow && html`<p>${words.home.graceNow}</p>`}
<h2>${words.home.what}</h2>
<dl class="map">${Object.values(policy.categories).map(
      (category) => html`<div>
<dt>${inLanguage(category.label, language)}</dt>
<dd><span>${words.home.purpose}:</span> ${inLanguage(category.purpose, language)}</dd>
<dd><span>${words.home.source}:</span> ${inLanguage(category.source, language)}</dd>
<dd><span>${words.home.recipients}:</span> ${category.recipients.map((id) => policy.recipients[id]?.name ?? id).join(', ') || words.home.nobody}</dd>
</div>`,
    )}</dl>
${
  policy.retention.length > 0 &&
  html`<h2>${words.home.keep}</h2>
<ul>${policy.retention.map(
    ({ category, basis, period }) =>
      html`<li>${words.home.keepFor(labelOf(policy.categories, category, language), inLanguage(basis, language), duration(period, language))}</li>`,
  )}</ul>`
}
<h2>${words.home.otherTitle}</h2>
<p>${words.home.other} <a href="mailto:${replyTo}">${replyTo}</a></p>`,
  }
}

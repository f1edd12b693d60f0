import type { DeskDisclosure, DisclosuresView } from '../../functions/contract/desk/disclosures.ts'
import type { Language, Policy } from '../../policy/schema.ts'
import { deskDisclosuresWordingOf } from '../../policy/wording/desk-disclosures.ts'
import { dataOf, disclosureWordingOf, linesOf } from '../../policy/wording/disclosure.ts'
import { day, distance, moment } from '../../policy/wording/wording.ts'
import { type Html, html } from '../html.ts'
import type { Colleague, DeskContent } from './frame.ts'

export type DisclosuresPage = { readonly view: DisclosuresView; readonly colleague: Colleague }

/** What people are asked to approve, and what came of it (N12). */
export function disclosures({ view, colleague }: DisclosuresPage, language: Language, policy: Policy): DeskContent {
  const { list: words } = deskDisclosuresWordingOf(language)
  const { which, lines, mayAsk, next } = view
  const other = (one: DisclosuresView['which']) =>
    html`<a href="/desk/disclosures?which=${one}&amp;lang=${language}"${one === which && html` aria-current="page"`}>${words[one]}</a>`
  return {
    heading: words.title,
    colleague,
    main: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${mayAsk && html`<p><a class="button" href="/desk/disclosures/ask?lang=${language}">${words.ask}</a></p>`}
<nav aria-label="${words.which}"><p class="views">${other('open')}${other('over')}</p></nav>
${lines.length > 0 ? table(lines, view.at, language, policy) : html`<p class="lead">${words.none[which]}</p>`}
${next !== undefined && html`<p><a class="button" href="/desk/disclosures?${new URLSearchParams({ which, from: next, lang: language }).toString()}">${words.next}</a></p>`}`,
  }
}

function table(lines: readonly DeskDisclosure[], at: string, language: Language, policy: Policy): Html {
  const { list: words } = deskDisclosuresWordingOf(language)
  const isNamed = lines.some(({ terms }) => terms)
  const end = ({ closedAt, answerBy, holdsUntil }: DeskDisclosure) => closedAt ?? answerBy ?? holdsUntil
  return html`<div class="wide" tabindex="0" role="region" aria-label="${words.caption}"><table class="queue">
<caption class="unseen">${words.caption}</caption>
<thead><tr><th scope="col">${words.columns.request}</th><th scope="col">${words.columns.file}</th>${isNamed && html`<th scope="col">${words.columns.to}</th>`}<th scope="col">${words.columns.answer}</th><th scope="col">${words.columns.until}</th></tr></thead>
<tbody>${lines.map(
    (line) => html`<tr>
<th scope="row"><a class="reference" href="/desk/requests/${line.reference}?lang=${language}">${line.reference}</a></th>
<td>${line.file}</td>
${isNamed && html`<td>${line.terms?.to.name ?? ''}</td>`}
<td>${answerTo(line, language)}</td>
<td><time datetime="${end(line)}">${day(end(line), language, policy)}</time> <span class="hint">${distance(end(line), at, language, policy)}</span></td>
</tr>`,
  )}</tbody></table></div>`
}

function answerTo({ status, why }: DeskDisclosure, language: Language): string {
  const { answers } = deskDisclosuresWordingOf(language)
  return status === 'approving' || status === 'approved' ? answers[status] : answers[why ?? 'no']
}

/** On the page of one: its terms, the answer, who asked whether it may be passed on, and what went. */
export function disclosure(one: DeskDisclosure, language: Language, policy: Policy): Html {
  const { one: words } = deskDisclosuresWordingOf(language)
  const at = (instant: string) => html`<time datetime="${instant}">${moment(instant, language, policy)}</time>`
  const fact = (name: string, value: Html | string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  const when = (name: string, instant: string | undefined) => instant !== undefined && fact(name, at(instant))
  const checked = one.checkedAt && `, ${words.last(moment(one.checkedAt, language, policy))}`
  return html`<section aria-labelledby="asked"><h2 id="asked">${words.title}</h2>
<p class="hint">${words.only}</p>
<dl class="answers">
${fact(words.answer, answerTo(one, language))}
${fact(words.file, one.file)}
${
  one.terms
    ? linesOf({ ...one, ...one.terms }, language, policy).map(({ name, value }) => fact(name, value))
    : html`${fact(disclosureWordingOf(language).terms.data, dataOf(one.categories, language, policy))}`
}
${when(words.asked, one.askedAt)}
${when(words.reminded, one.remindedAt)}
${when(words.answerBy, one.answerBy)}
${when(words.approved, one.approvedAt)}
${!one.closedAt && when(one.approvedAt ? words.holds : words.wouldHold, one.holdsUntil)}
${when(words.closed, one.closedAt)}
${fact(words.checks, `${words.times(one.checks)}${checked ?? ''}`)}
</dl>
${!one.terms && html`<p class="hint">${words.hidden}</p>`}
<h3>${words.went}</h3>
${
  one.disclosed.length > 0
    ? html`<ul>${one.disclosed.map(({ at: went, categories }) => html`<li>${at(went)}: ${dataOf(categories, language, policy)}</li>`)}</ul>`
    : html`<p>${words.nothing}</p>`
}
</section>`
}

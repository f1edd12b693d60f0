import type { MailLine, QueueLine, QueueView } from '../../functions/contract/desk/queue.ts'
import { rights } from '../../policy/rights.ts'
import type { Language, Policy } from '../../policy/schema.ts'
import { deadlinesWordingOf } from '../../policy/wording/deadlines.ts'
import { deskWordingOf } from '../../policy/wording/desk.ts'
import { disclosureWordingOf } from '../../policy/wording/disclosure.ts'
import { mailboxWordingOf } from '../../policy/wording/mailbox.ts'
import { day, distance, duration, wordingOf } from '../../policy/wording/wording.ts'
import { type Html, hidden, html } from '../html.ts'
import { type Colleague, type DeskContent, form } from './frame.ts'

/** How long ago a request came at the least, to be chosen. */
export const ages = ['P7D', 'P14D', 'P21D', 'P30D', 'P60D'] as const
/** Statuses in which something is owed to somebody: no others are in the queue. */
const owedIn = [
  ...(['checking', 'restricting', 'grace', 'restoring', 'erasing', 'holding', 'held'] as const),
  ...(['gathering', 'ready', 'stopping', 'weighing', 'deciding', 'correcting', 'consenting'] as const),
]
const channels = ['form', 'mail', 'phone', 'letter', 'chat', 'link', 'controller', 'company', 'nobody'] as const

export type QueuePage = { readonly queue: QueueView; readonly colleague: Colleague }
export type FoundPage = { readonly lines: readonly QueueLine[]; readonly at: string; readonly colleague: Colleague }

/** What people call a right here. */
export const nameOfRight = (right: QueueLine['right'], language: Language): string =>
  right === 'disclosure' ? disclosureWordingOf(language).name : wordingOf(language).pages.rights[right].name

/** What is owed to people, the oldest promise first. */
export function queue({ queue, colleague }: QueuePage, language: Language, policy: Policy): DeskContent {
  const words = deskWordingOf(language).queue
  const isFiltered = Object.keys(queue.chosen).length > 0
  return {
    heading: words.title,
    colleague,
    main: html`<h1>${words.title}</h1>
${counts(queue, language)}
${mails(queue.mails, colleague, language, policy)}
${search(colleague, language)}
${filter(queue.chosen, language, policy)}
${
  queue.lines.length > 0
    ? lines(queue.lines, queue.at, language, policy)
    : html`<p class="lead">${isFiltered ? words.noneFits : words.none}</p>`
}
${queue.next !== undefined && html`<p><a class="button" href="/desk?${new URLSearchParams({ ...queue.chosen, from: queue.next, lang: language }).toString()}">${words.next}</a></p>`}`,
  }
}

/** What was found by a reference or an address. */
export function found({ lines: all, at, colleague }: FoundPage, language: Language, policy: Policy): DeskContent {
  const words = deskWordingOf(language).search
  return {
    heading: words.title,
    colleague,
    main: html`<h1>${words.title}</h1>
${all.length > 0 ? lines(all, at, language, policy) : html`<p class="lead">${words.none}</p>`}
${search(colleague, language)}`,
  }
}

function counts({ counts: { overdue, soon, most } }: QueueView, language: Language): Html {
  const words = deskWordingOf(language).queue.counts
  const number = (n: number) => (n >= most ? words.atLeast(most) : String(n))
  return html`<ul class="counts">
<li${overdue > 0 && html` class="overdue"`}><strong>${number(overdue)}</strong> ${words.overdue}</li>
<li><strong>${number(soon)}</strong> ${words.soon}</li>
</ul>`
}

/** Mails that nobody else can decide on; opening one is noted with it. */
function mails(all: readonly MailLine[], colleague: Colleague, language: Language, policy: Policy): Html | false {
  if (all.length === 0) return false
  const { mails: words } = deskWordingOf(language)
  const { why: whys } = mailboxWordingOf(language).letters.mailToDecide
  return html`<section aria-labelledby="mails"><h2 id="mails">${words.title(all.length)}</h2>
<ul class="mails">${all.map(
    ({ id, receivedAt, answerBy, why, guess }, n) => html`<li>
<p><strong>${guess.length > 0 ? guess.map((right) => nameOfRight(right, language)).join('; ') : words.noGuess}</strong> <span class="hint">${words.came} <time datetime="${receivedAt}">${day(receivedAt, language, policy)}</time>, ${words.by} <time datetime="${answerBy}">${day(answerBy, language, policy)}</time></span></p>
<p>${whys[why]}</p>
${colleague.role !== 'auditor' && form(`/desk/mails/${id}`, colleague, language, html`<button class="quiet">${words.open(n + 1)}</button>`)}
</li>`,
  )}</ul></section>`
}

function search(colleague: Colleague, language: Language): Html {
  const words = deskWordingOf(language).search
  return form(
    '/desk/search',
    colleague,
    language,
    html`<p><label for="sought">${words.label}</label></p>
<p class="hint" id="sought-hint">${colleague.role === 'auditor' ? words.hintAuditor : words.hint}</p>
<p class="inline"><input id="sought" name="sought" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="254" aria-describedby="sought-hint"><button>${words.button}</button></p>`,
    'search',
  )
}

function filter(chosen: QueueView['chosen'], language: Language, policy: Policy): Html {
  const { queue: words, waits, languages, statuses } = deskWordingOf(language)
  const select = (name: keyof QueueView['chosen'], label: string, options: ReadonlyArray<readonly [string, string]>) =>
    html`<span class="narrowing"><label for="${name}">${label}</label> <select id="${name}" name="${name}"><option value="">${words.all}</option>${options.map(
      ([value, text]) => html`<option value="${value}"${chosen[name] === value && html` selected`}>${text}</option>`,
    )}</select></span>`
  return html`<form action="/desk" method="get" class="filter"><fieldset><legend>${words.filter}</legend>
<p class="inline">${select(
    'right',
    words.right,
    rights.map((right) => [right, nameOfRight(right, language)]),
  )}
${select(
  'waits',
  words.waits,
  (['company', 'systems', 'law', 'time', 'person'] as const).map((one) => [one, waits[one]]),
)}
${select(
  'status',
  words.status,
  owedIn.map((one) => [one, statuses[one] ?? one]),
)}
${select(
  'channel',
  words.channel,
  channels.map((one) => [one, deadlinesWordingOf(language).daily.channels[one]]),
)}
${select(
  'age',
  words.age,
  ages.map((one) => [one, words.older(duration(one, language))]),
)}
${select(
  'language',
  words.language,
  policy.languages.map((one) => [one, languages[one]]),
)}
<button class="quiet">${words.apply}</button></p></fieldset>
${hidden({ lang: language })}
</form>`
}

/** Its roles are said, because on a phone its rows are lists (desk.css), and tables that are shown otherwise lose theirs in some browsers. */
function lines(all: readonly QueueLine[], at: string, language: Language, policy: Policy): Html {
  const { queue: words, statuses, waits, pressing } = deskWordingOf(language)
  return html`<div class="wide" tabindex="0" role="region" aria-label="${words.caption}"><table class="queue" role="table">
<caption class="unseen">${words.caption}</caption>
<thead role="rowgroup"><tr role="row">${[words.columns.reference, words.columns.right, words.columns.status, words.columns.waits, words.columns.by].map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}</tr></thead>
<tbody role="rowgroup">${all.map(
    (line) => html`<tr role="row">
<th scope="row" role="rowheader"><a class="reference" href="/desk/requests/${line.reference}?lang=${language}">${line.reference}</a></th>
<td role="cell">${nameOfRight(line.right, language)}</td>
<td role="cell">${statuses[line.status] ?? line.status}</td>
<td role="cell" data-column="${words.columns.waits}">${waits[line.waitsFor]}</td>
<td role="cell" data-column="${words.columns.by}"><time datetime="${line.promisedBy}">${day(line.promisedBy, language, policy)}</time> <span class="hint">${distance(line.promisedBy, at, language, policy)}</span>${line.pressing && html` <span class="pressing ${line.pressing}">${pressing[line.pressing]}</span>`}</td>
</tr>`,
  )}</tbody></table></div>`
}

import { inLanguage } from '../../policy/schema.ts'
import type { Text } from '../../policy/shapes.ts'
import { wordingOfPackage } from '../../policy/wording/package.ts'
import { moment } from '../../policy/wording/wording.ts'
import { html, type Value } from '../../web/html.ts'
import type { PackageFacts } from '../facts.ts'
import type { Source } from '../series.ts'
import { page } from './frame.ts'
import type { Series } from './front.ts'
import { dayOf, monthOf, size } from './in-words.ts'
import { type Line, linesOf } from './manifest.ts'
import { bar, strip } from './picture.ts'
import { shownSource } from './shown-source.ts'

/** Bytes of records that the page shows, of all sources together: a phone opens it. */
const mostShown = 2 * 2 ** 20

/** What a person opens first: what is held where, how much and since when, and the first records of everything. */
export function indexPage(facts: PackageFacts, series: Series): string {
  const { policy, language, right, reference, receivedAt, at } = facts
  const words = wordingOfPackage(language).index
  const label = (text: Text | undefined, otherwise: string) => (text ? inLanguage(text, language) : otherwise)
  const systemName = (system: string) => label(policy.systems[system]?.label, system)
  const categoryName = (category: string) => label(policy.categories[category]?.label, category)
  const lines = linesOf(facts, series)
  const sourcesOf = ({ system, category }: Line) =>
    series.get(system)?.index.sources.filter((one) => one.category === category && one.records > 0) ?? []
  const all = lines.flatMap(sourcesOf)
  const budget = Math.floor(mostShown / Math.max(1, all.length))
  const title = right === 'access' ? words.title : words.portable
  const company = policy.company.name
  const whole = lines.every(({ outcome }) => outcome !== 'missing')
  const said = right === 'portability' ? words.portability : whole ? words.access : words.accessInPart

  const section = (system: string): Value => {
    const own = lines.filter((line) => line.system === system && line.outcome !== 'none')
    if (own.length === 0) return ''
    return html`<section aria-labelledby="system-${system}">
<h2 id="system-${system}">${systemName(system)}</h2>
${own.map((line) => {
  const { purpose, source } = policy.categories[line.category] ?? {}
  return html`<h3>${categoryName(line.category)}</h3>
<p class="where">${words.purpose}: ${label(purpose, '')}. ${words.from}: ${label(source, '')}.</p>
${line.outcome === 'missing' && html`<p class="none">${words.notYet}</p>`}
${sourcesOf(line).map((one) => shownSource(one, system, facts, budget))}`
})}
</section>`
  }

  return page(
    language,
    `${title} · ${company}`,
    words.skip,
    html`<header>
<p class="company">${company}</p>
<h1>${title}</h1>
<p>${said(company)}</p>
<dl class="facts">
<div><dt>${words.reference}</dt><dd>${reference}</dd></div>
<div><dt>${words.asked}</dt><dd>${moment(receivedAt, language, policy)}</dd></div>
<div><dt>${words.made}</dt><dd>${moment(at, language, policy)}</dd></div>
</dl>
<p><a href="about.html">${words.about}</a></p>
</header>
<main id="main" tabindex="-1">
${notes(facts, lines, systemName, categoryName)}
<h2 id="held">${words.overview}</h2>
<p class="where">${words.overviewHint}</p>
<ul class="held" aria-labelledby="held">${lines.map((line) =>
      held(line, sourcesOf(line), lines, facts, `${systemName(line.system)}: ${categoryName(line.category)}`),
    )}</ul>
<div class="find" hidden>
<label for="search">${words.searchLabel}</label>
<input id="search" type="search" autocomplete="off">
<p id="hits" role="status" data-words="${words.hits}"></p>
</div>
${Object.keys(policy.systems).map(section)}
</main>
<footer>
<h2>${words.machine}</h2>
<p>${words.formats}</p>
<p>${words.manifest}</p>
<p><a href="manifest.json">manifest.json</a> · <a href="about.json">about.json</a></p>
</footer>`,
  )
}

/** What a reader has to know before anything else: what is missing, what differs, what was taken out. */
function notes(
  { language, policy, right }: PackageFacts,
  lines: readonly Line[],
  systemName: (system: string) => string,
  categoryName: (category: string) => string,
): Value {
  const { index: words } = wordingOfPackage(language)
  const named = (line: Line) => [categoryName(line.category), systemName(line.system)] as const
  const missing = lines.filter(({ outcome }) => outcome === 'missing')
  const different = lines.filter(({ outcome, found, included }) => outcome !== 'missing' && found !== included)
  const redacted = lines.reduce((sum, line) => sum + line.redacted, 0)
  const left = Object.entries(policy.categories).filter(([, { provided }]) => right === 'portability' && !provided)
  return [
    missing.length > 0 &&
      html`<section class="note" aria-labelledby="missing"><h2 id="missing">${words.missingTitle}</h2>
<ul>${missing.map((line) => html`<li>${words.missing(...named(line))}</li>`)}</ul>
<p>${words.missingNext}</p></section>`,
    different.map((line) => html`<p class="note">${words.difference(...named(line), line.found, line.included)}</p>`),
    redacted > 0 && html`<p class="note">${words.redacted(redacted)}</p>`,
    left.length > 0 &&
      html`<p class="note">${words.notPartOf(left.map(([category]) => categoryName(category)).join(', '))}</p>`,
  ]
}

/** One line of the overview, with its pictures; what they show stands in words in it. */
function held(
  { outcome, included, files }: Line,
  sources: readonly Source[],
  lines: readonly Line[],
  { policy, language }: PackageFacts,
  name: string,
): Value {
  const { index: words, ...count } = wordingOfPackage(language)
  if (included === 0)
    return html`<li><div class="what"><strong>${name}</strong> <span class="none">${outcome === 'missing' ? words.notYet : words.nothing}</span></div></li>`
  const months: Record<string, number> = {}
  for (const source of sources)
    for (const [month, n] of Object.entries(source.months)) months[month] = (months[month] ?? 0) + n
  const known = Object.keys(months).toSorted()
  const [from, to] = [known[0], known.at(-1)]
  const earliest = sources.flatMap((one) => one.earliest ?? []).toSorted()[0]
  const bytes = sources.reduce((sum, one) => sum + one.bytes, 0)
  const amount = [
    files === included ? count.files(files) : count.records(included),
    size(bytes, language),
    earliest ? words.since(dayOf(earliest, language, policy)) : words.undated,
  ]
  return html`<li>
<div class="what"><strong>${name}</strong> <span>${amount.join(' · ')}</span></div>
${bar(
  included,
  lines.reduce((sum, line) => sum + line.included, 0),
)}
${from && to && from !== to && [strip(months, from, to), html`<div class="months"><span>${monthOf(from, language)}</span> <span>${monthOf(to, language)}</span></div>`]}
</li>`
}

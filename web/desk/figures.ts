import type { FiguresView } from '../../functions/contract/desk/figures.ts'
import type { Language, Policy } from '../../policy/schema.ts'
import { deadlinesWordingOf } from '../../policy/wording/deadlines.ts'
import { deskFiguresWordingOf } from '../../policy/wording/desk-figures.ts'
import { deskPromisesWordingOf } from '../../policy/wording/desk-promises.ts'
import { date, duration, wordingOf } from '../../policy/wording/wording.ts'
import { type Html, html } from '../html.ts'
import { alsoDue } from './besides.ts'
import { bars, course, shares, spans } from './charts.ts'
import type { Colleague, DeskContent } from './frame.ts'

export type FiguresPage = { readonly figures: FiguresView; readonly colleague: Colleague }

/** Twelve months as charts, each with its table, and as files. */
export function figures({ figures: view, colleague }: FiguresPage, language: Language, policy: Policy): DeskContent {
  const words = deskFiguresWordingOf(language)
  const { since, until, mostCounted } = view
  const on = (day: string) => date(day, language, policy)
  const pressing = view.promises.reduce((sum, { atRisk, broken }) => sum + atRisk + broken, 0)
  const years = [...new Set([since.slice(0, 4), (until ?? since).slice(0, 4)])]
  return {
    heading: words.title,
    colleague,
    main: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p class="hint">${until ? words.since(on(since), on(until)) : words.nothingYet(on(since))}</p>
${pressing >= mostCounted && html`<p class="problem">${deskPromisesWordingOf(language).capped(mostCounted)}</p>`}
${came(view, language)}
${needed(view, language)}
${kept(view, language)}
${alsoDue(view.besides, language)}
${open(view, language)}
<p>${words.files} ${years.map((year) => html`<a href="/desk/figures.csv?year=${year}">${words.year(year)}</a>, `)}<a href="/desk/figures.json">${words.json}</a></p>`,
  }
}

type Cell = string | Html
/** A heading, what it tells, the picture, and the same numbers as a table, whose first column names the row. */
const section = (
  id: string,
  { title, more }: { readonly title: string; readonly more: string },
  picture: Html,
  columns: readonly string[],
  rows: readonly (readonly [Cell, ...Cell[]])[],
): Html => html`<section class="charted"><h2 id="${id}">${title}</h2>
<p>${more}</p>
${picture}
<div class="numbers" tabindex="0" role="region" aria-labelledby="${id}"><table class="numbers"><thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map(([name, ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>
</section>`

const inMonths = (month: string, style: 'short' | 'narrow', language: Language): string =>
  new Intl.DateTimeFormat(language, {
    month: style,
    ...(style === 'short' ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(new Date(`${month}-15T12:00:00Z`))
const monthsOf = ({ months }: FiguresView, language: Language) => ({
  language,
  months: months.map(({ month }) => [month, inMonths(month, 'narrow', language)] as const),
})
const monthCell = (month: string, language: Language): Html =>
  html`<time datetime="${month}">${inMonths(month, 'short', language)}</time>`

function came(view: FiguresView, language: Language): Html {
  const { came: words, month: monthWord } = deskFiguresWordingOf(language)
  const number = (n: number) => n.toLocaleString(language)
  const sum = (of: 'received' | 'settled') => number(view.months.reduce((so, one) => so + one[of], 0))
  return section(
    'came',
    words,
    bars(
      { id: 'came', title: words.title, said: words.chart(sum('received'), sum('settled')) },
      monthsOf(view, language),
      [
        { name: 'received', words: words.received, values: view.months.map(({ received }) => received) },
        { name: 'done', words: words.done, values: view.months.map(({ settled }) => settled) },
      ],
    ),
    [monthWord, words.received, words.done, words.late],
    view.months.map(({ month, received, settled, late }) => [
      ...([monthCell(month, language), number(received), number(settled), number(late)] as const),
    ]),
  )
}

function open(view: FiguresView, language: Language): Html {
  const { open: words, month: monthWord } = deskFiguresWordingOf(language)
  const number = (n = 0) => n.toLocaleString(language)
  const values = view.months.map(({ open }) => open)
  return section(
    'open',
    words,
    course(
      { id: 'open', title: words.title, said: words.chart(number(values[0]), number(values.at(-1))) },
      monthsOf(view, language),
      values,
      words.open,
    ),
    [monthWord, words.open],
    view.months.map(({ month, open }) => [monthCell(month, language), number(open)]),
  )
}

function needed({ needed: all }: FiguresView, language: Language): Html {
  const { needed: words } = deskFiguresWordingOf(language)
  const { days } = deskPromisesWordingOf(language)
  const nameOf = (kind: (typeof all)[number]['kind']) =>
    kind === 'unused-account' || kind === 'child-account'
      ? deadlinesWordingOf(language).daily.kinds[kind]
      : wordingOf(language).pages.rights[kind].name
  if (all.length === 0) return html`<section><h2 id="needed">${words.title}</h2><p>${words.none}</p></section>`
  const within = (whole: number | undefined) => (whole === undefined ? words.few : days(whole))
  const promise = (period: string | undefined) => (period ? duration(period, language) : words.depends)
  return section(
    'needed',
    words,
    spans(
      { id: 'needed', title: words.title, said: words.chart(all.length.toLocaleString(language)) },
      all.map(({ kind, median, most, promised, promisedDays }) => ({
        name: nameOf(kind),
        words: promised ? words.label(within(most), promise(promised)) : within(most),
        // Done after no whole day is done within a day.
        ...(median === undefined ? {} : { notch: median + 1 }),
        ...(most === undefined ? {} : { end: most + 1 }),
        ...(promisedDays === undefined ? {} : { bound: promisedDays }),
      })),
      words.caption,
      words.axis,
    ),
    [words.kind, words.finished, words.median, words.most, words.promised],
    all.map(({ kind, finished, median, most, promised }) => [
      ...([nameOf(kind), finished.toLocaleString(language), within(median), within(most), promise(promised)] as const),
    ]),
  )
}

function kept({ promises }: FiguresView, language: Language): Html {
  const { kept: words } = deskFiguresWordingOf(language)
  const number = (n: number) => n.toLocaleString(language)
  const titleOf = (id: (typeof promises)[number]['id']) => deskPromisesWordingOf(language).promises[id].title
  const parts = ['inTime', 'atRisk', 'broken'] as const
  const sum = (of: (typeof parts)[number]) => number(promises.reduce((so, one) => so + one[of], 0))
  const told = (one: (typeof promises)[number]) => {
    const some = parts.filter((part) => one[part] > 0).map((part) => `${number(one[part])} ${words.short[part]}`)
    return some.length > 0 ? some.join(', ') : words.none
  }
  return section(
    'kept',
    words,
    shares(
      { id: 'kept', title: words.title, said: words.chart(sum('inTime'), sum('atRisk'), sum('broken')) },
      promises.map((one) => ({
        name: titleOf(one.id),
        words: told(one),
        parts: { inTime: one.inTime, atRisk: one.atRisk, broken: one.broken },
      })),
      words.caption,
    ),
    [words.promise, ...parts.map((part) => words.caption[part])],
    promises.map((one) => [titleOf(one.id), ...parts.map((part) => number(one[part]))]),
  )
}

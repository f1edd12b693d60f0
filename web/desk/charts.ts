import { scaleBand, scaleLinear } from 'd3-scale'
import { area, line, stack, stackOffsetExpand } from 'd3-shape'
import { type Html, html } from '../html.ts'

/**
 * Charts as SVG that a page carries: no script draws them, and no style stands in them (docs/decisions/0032-charts.md).
 * Positions across are percentages of the page's width and heights are pixels, so that no letter is ever stretched. Colours
 * are the style sheet's, by class. Whatever they show stands in a table, too.
 */
type Chart = {
  /** Names the picture, and its title and words for those who do not see it: once on a page. */
  readonly id: string
  readonly title: string
  readonly said: string
}

/** Of charts by month: values stand on the line at `floor`, above which `ceiling` is the most; names of months stand below. */
const [ceiling, floor, height] = [14, 174, 198]
/** Where months begin, in percent: to the left stand the numbers of the scale. */
const left = 11
/** Of rows: a name, a line of words that a phone has room for, and a bar below. */
const [row, barAt, bar] = [76, 44, 14]

const percent = (n: number): string => `${Math.round(n * 100) / 100}%`

const figure = ({ id, title, said }: Chart, high: number, legend: Html, drawn: readonly (Html | readonly Html[])[]) =>
  html`<figure class="chart">
<figcaption>${legend}</figcaption>
<svg role="img" aria-labelledby="${id}-title ${id}-said" width="100%" height="${high}">
<title id="${id}-title">${title}</title>
<desc id="${id}-said">${said}</desc>
${drawn}
</svg>
</figure>`

/** What a class of marks means, as words beside a sample. */
const legendOf = (named: Readonly<Record<string, string>>): Html =>
  html`${Object.entries(named).map(([name, words]) => html`<span class="key ${name}">${words}</span> `)}`

type Months = {
  /** Each with its name for the axis. */
  readonly months: readonly (readonly [month: string, name: string])[]
  readonly language: string
}

/** What all charts by month share: the two scales, and both axes. @param most the highest value */
function byMonth({ months, language }: Months, most: number) {
  const x = scaleBand(
    months.map(([month]) => month),
    [left, 100],
  ).paddingInner(0.25)
  const y = scaleLinear([0, Math.max(1, most)], [floor, ceiling]).nice(4)
  const ticks = y.ticks(4).filter((tick) => Number.isInteger(tick))
  const short = new Intl.NumberFormat(language, { notation: 'compact' })
  const middle = (month: string) => (x(month) ?? 0) + x.bandwidth() / 2
  const axes = [
    ...ticks.map(
      (
        tick,
      ) => html`<line class="${tick === 0 ? 'floor' : 'grid'}" x1="${percent(left - 1)}" x2="100%" y1="${y(tick)}" y2="${y(tick)}"/>
<text class="value" x="${percent(left - 2)}" y="${y(tick)}" dy="0.32em">${short.format(tick)}</text>`,
    ),
    ...months.map(
      ([month, name]) => html`<text class="month" x="${percent(middle(month))}" y="${height - 6}">${name}</text>`,
    ),
  ]
  return { x, y, middle, axes }
}

/** Bars side by side in each month. @param series class of its marks, words, and a value for each month */
export function bars(
  chart: Chart,
  all: Months,
  series: readonly { readonly name: string; readonly words: string; readonly values: readonly number[] }[],
): Html {
  const { x, y, axes } = byMonth(all, Math.max(...series.flatMap(({ values }) => values)))
  const within = scaleBand(
    series.map(({ name }) => name),
    [0, x.bandwidth()],
  ).paddingInner(0.12)
  const drawn = all.months.flatMap(([month], n) =>
    series.map(({ name, values }) => {
      const top = y(values[n] ?? 0)
      return html`<rect class="part ${name}" x="${percent((x(month) ?? 0) + (within(name) ?? 0))}" y="${top}" width="${percent(within.bandwidth())}" height="${floor - top}"/>`
    }),
  )
  return figure(chart, height, legendOf(Object.fromEntries(series.map(({ name, words }) => [name, words]))), [
    axes,
    drawn,
  ])
}

/** A line over the months, and what is below it filled. */
export function course(chart: Chart, all: Months, values: readonly number[], words: string): Html {
  const { y, middle, axes } = byMonth(all, Math.max(...values))
  const points = all.months.map(([month], n) => [middle(month), y(values[n] ?? 0)] as [number, number])
  const below = area<[number, number]>()
    .y0(floor)
    .y1(([, top]) => top)
  // Its own picture, a hundred wide and stretched to the page; the line keeps its width (vector-effect).
  return figure(chart, height, legendOf({ open: words }), [
    axes,
    html`<svg width="100%" height="${height}" viewBox="0 0 100 ${height}" preserveAspectRatio="none">
<path class="below" d="${below(points) ?? ''}"/>
<path class="course" d="${line()(points) ?? ''}"/>
</svg>`,
    points.map(([across, top]) => html`<circle class="point" cx="${percent(across)}" cy="${top}" r="3.5"/>`),
  ])
}

type Row = { readonly name: string; readonly words: string }
const nameOf = ({ name, words }: Row, n: number): Html =>
  html`<text class="row" x="0" y="${n * row + 17}">${name}</text><text x="0" y="${n * row + 35}">${words}</text>`

/** A row for each name: how far it went, a notch on the way, and the line that was not to be crossed. */
export function spans(
  chart: Chart,
  rows: readonly (Row & { readonly notch?: number; readonly end?: number; readonly bound?: number })[],
  legend: Readonly<Record<string, string>>,
  unit: string,
): Html {
  const x = scaleLinear([0, Math.max(1, ...rows.flatMap(({ end = 0, bound = 0 }) => [end, bound]))], [0, 100]).nice(4)
  const high = rows.length * row
  const axis = x.ticks(4).map((tick, n, all) => {
    const anchor = n === 0 ? 'first' : n === all.length - 1 && x(tick) === 100 ? 'last' : 'month'
    return html`<line class="grid" x1="${percent(x(tick))}" x2="${percent(x(tick))}" y1="0" y2="${high}"/>
<text class="${anchor}" x="${percent(x(tick))}" y="${high + 18}">${n === 0 ? `${tick} ${unit}` : tick}</text>`
  })
  return figure(chart, high + 26, legendOf(legend), [
    axis,
    rows.map(({ notch, end, bound, ...named }, n) => {
      const top = n * row
      return html`${nameOf(named, n)}
${end !== undefined && html`<rect class="part most" x="0" y="${top + barAt}" width="${percent(x(end))}" height="${bar}"/>`}
${notch !== undefined && html`<line class="median" x1="${percent(x(notch))}" x2="${percent(x(notch))}" y1="${top + barAt - 3}" y2="${top + barAt + bar + 3}"/>`}
${bound !== undefined && html`<line class="promised" x1="${percent(x(bound))}" x2="${percent(x(bound))}" y1="${top + barAt - 5}" y2="${top + barAt + bar + 5}"/>`}`
    }),
  ])
}

/** A row for each name: how its whole divides. What has no whole has no bar. @param legend words by class, in the order of the parts */
export function shares<Part extends string>(
  chart: Chart,
  rows: readonly (Row & { readonly parts: Readonly<Record<Part, number>> })[],
  legend: Readonly<Record<Part, string>>,
): Html {
  const x = scaleLinear([0, 1], [0, 100])
  const names = Object.keys(legend) as Part[]
  const stacked = stack<(typeof rows)[number], Part>()
    .keys(names)
    .value(({ parts }, name) => parts[name])
    .offset(stackOffsetExpand)([...rows])
  return figure(chart, rows.length * row, legendOf(legend), [
    rows.map(nameOf),
    stacked.flatMap((series) =>
      series.flatMap(([from, to], n) =>
        // However small it is, it is seen: its outline has a width of its own.
        (rows[n]?.parts[series.key] ?? 0) > 0
          ? [
              html`<rect class="part ${series.key}" x="${percent(x(from))}" y="${n * row + barAt}" width="${percent(x(to) - x(from))}" height="${bar}"/>`,
            ]
          : [],
      ),
    ),
  ])
}

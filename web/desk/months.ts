import type { PromisesView } from '../../functions/contract.ts'
import type { Language } from '../../policy/schema.ts'
import { deskPromisesWordingOf } from '../../policy/wording/desk-promises.ts'
import { type Html, html } from '../html.ts'

type Months = PromisesView['months']
/** Of the picture, in pixels: bars stand on the line at `floor`, below which months are named. */
const [ceiling, floor, height] = [24, 164, 188]

/** What came and what was done in each month: a picture, and the same numbers as a table. */
export function months(all: Months, language: Language): Html {
  const words = deskPromisesWordingOf(language).months
  const number = (n: number) => n.toLocaleString(language)
  const named = (month: string, style: 'short' | 'narrow') =>
    new Intl.DateTimeFormat(language, {
      month: style,
      ...(style === 'short' ? { year: 'numeric' } : {}),
      timeZone: 'UTC',
    }).format(new Date(`${month}-15T12:00:00Z`))
  return html`<section aria-labelledby="months"><h2 id="months">${words.title}</h2>
<p>${words.more}</p>
${picture(all, (month) => named(month, 'narrow'), language)}
<table class="numbers"><thead><tr><th scope="col">${words.month}</th><th scope="col">${words.received}</th><th scope="col">${words.done}</th><th scope="col">${words.late}</th></tr></thead>
<tbody>${all.map(
    ({ month, received, settled, late }) =>
      html`<tr><th scope="row"><time datetime="${month}">${named(month, 'short')}</time></th><td>${number(received)}</td><td>${number(settled)}</td><td>${number(late)}</td></tr>`,
  )}</tbody></table>
</section>`
}

/** Positions are percentages of the page's width and heights are pixels, so that nothing on it is stretched. */
function picture(all: Months, named: (month: string) => string, language: Language): Html {
  const words = deskPromisesWordingOf(language).months
  const highest = Math.max(1, ...all.flatMap(({ received, settled }) => [received, settled]))
  const sum = (of: 'received' | 'settled') => all.reduce((so, one) => so + one[of], 0)
  const slot = 100 / all.length
  const bar = (n: number, value: number, offset: number, name: string) => {
    const high = Math.round((value / highest) * (floor - ceiling))
    return html`<rect class="${name}" x="${((n + offset) * slot).toFixed(2)}%" y="${floor - high}" width="${(0.3 * slot).toFixed(2)}%" height="${high}"/>`
  }
  return html`<figure class="months">
<figcaption><span class="received">${words.received}</span> <span class="done">${words.done}</span></figcaption>
<svg role="img" aria-label="${words.chart(sum('received'), sum('settled'))}" width="100%" height="${height}">
<text x="0" y="${ceiling - 8}">${highest.toLocaleString(language)}</text>
<line class="most" x1="0" x2="100%" y1="${ceiling}" y2="${ceiling}"/>
${all.map(({ received, settled }, n) => [bar(n, received, 0.18, 'received'), bar(n, settled, 0.52, 'done')])}
<line class="floor" x1="0" x2="100%" y1="${floor}" y2="${floor}"/>
${all.map(({ month }, n) => html`<text class="month" x="${((n + 0.5) * slot).toFixed(2)}%" y="${height - 6}">${named(month)}</text>`)}
</svg>
</figure>`
}

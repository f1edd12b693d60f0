import type { PromisesView } from '../../functions/contract/desk/figures.ts'
import type { Language, Policy } from '../../policy/schema.ts'
import { deskPromisesWordingOf } from '../../policy/wording/desk-promises.ts'
import type { Promised } from '../../policy/wording/desk-promises-en.ts'
import { date, duration } from '../../policy/wording/wording.ts'
import { type Html, html } from '../html.ts'
import { alsoDue } from './besides.ts'
import type { Colleague, DeskContent } from './frame.ts'

export type PromisesPage = { readonly promises: PromisesView; readonly colleague: Colleague }
type One = PromisesView['promises'][number]

/** What was promised, how it is kept as far as figures tell, and the tests that prove it. */
export function promises({ promises: view, colleague }: PromisesPage, language: Language, policy: Policy): DeskContent {
  const words = deskPromisesWordingOf(language)
  const { since, until, mostCounted } = view
  const promised = promisedBy(policy, language)
  const on = (day: string) => date(day, language, policy)
  const pressing = view.promises.reduce((sum, { counts }) => sum + (counts ? counts.overdue + counts.atRisk : 0), 0)
  return {
    heading: words.title,
    colleague,
    main: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p class="hint">${until ? words.since(on(since), on(until)) : words.nothingYet(on(since))}</p>
${pressing >= mostCounted && html`<p class="problem">${words.capped(mostCounted)}</p>`}
<ol class="promises">${view.promises.map((one) => promise(one, promised, language))}</ol>
${alsoDue(view.besides, language)}
<p><a href="/desk/figures?lang=${language}">${words.figures}</a></p>`,
  }
}

/** The policy's own numbers. Nobody reads those of a promise that it does not make. */
function promisedBy({ periods, inactivity, minors }: Policy, language: Language): Promised {
  return {
    erasure: duration(periods.erasure, language),
    unused: inactivity ? duration(inactivity.after, language) : '–',
    removal: inactivity ? duration(inactivity.grace, language) : '–',
    age: minors?.age ?? 16,
  }
}

function promise({ id, article, keeping, counts, tests }: One, promised: Promised, language: Language): Html {
  const words = deskPromisesWordingOf(language)
  const { title, sentence } = words.promises[id]
  return html`<li>
<h2>${title} <span class="keeping ${keeping}">${words.keeping[keeping]}</span></h2>
${keeping !== 'not-made' && html`<p>${sentence(promised)} <span class="hint">${id}, ${article ? words.law(article) : words.own}</span></p>`}
<p class="hint">${words.why[keeping]}</p>
${counts && numbers(counts, language)}
${
  tests.length === 0
    ? html`<p class="hint">${words.testsNone}</p>`
    : html`<details><summary>${words.tests(tests.length)}</summary>
<ul lang="en">${tests.map((one) => html`<li>${one.sentence} <code>${one.file}</code></li>`)}</ul></details>`
}
</li>`
}

function numbers(counts: NonNullable<One['counts']>, language: Language): Html {
  const words = deskPromisesWordingOf(language)
  const { median, most } = counts
  const shown = [
    ...(['received', 'finished', 'late', 'overdue', 'atRisk'] as const).map(
      (name) => [name, counts[name].toLocaleString(language)] as const,
    ),
    ...(median === undefined ? [] : [['median', words.days(median)] as const]),
    ...(most === undefined ? [] : [['most', words.days(most)] as const]),
  ]
  return html`<dl class="numbers">${shown.map(
    ([name, value]) => html`<div><dt>${words.counts[name]}</dt><dd>${value}</dd></div>`,
  )}</dl>`
}

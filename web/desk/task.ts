import type { DeskTask } from '../../functions/contract/desk/tasks.ts'
import { inLanguage, type Language, type Policy } from '../../policy/schema.ts'
import { deskTasksWordingOf } from '../../policy/wording/desk-tasks.ts'
import { moment, nameOf } from '../../policy/wording/wording.ts'
import { labelOf } from '../frame.ts'
import { type Html, hidden, html } from '../html.ts'
import { type Colleague, type DeskContent, form } from './frame.ts'
import { nameOfRight } from './queue.ts'

/** Why what was stated does not count. */
export type TaskProblem = keyof ReturnType<typeof deskTasksWordingOf>['problems']

export type TaskPage = {
  readonly task: DeskTask
  readonly colleague: Colleague
  readonly problem?: TaskProblem
  /** What was typed before, by field: shown again where it did not count. */
  readonly typed?: Readonly<Record<string, string>>
}

type Part = DeskTask['parts'][number]
const partName = ({ category, field }: Part, language: Language, policy: Policy): string =>
  field === undefined ? labelOf(policy.categories, category, language) : nameOf({ category, field }, language, policy)

/** One thing that somebody is asked to do by hand: what, until when, whose data, and the form that says what was done. */
export function task(
  { task: seen, colleague, problem, typed }: TaskPage,
  language: Language,
  policy: Policy,
): DeskContent {
  const words = deskTasksWordingOf(language)
  const { line } = seen
  const system = labelOf(policy.systems, line.system, language)
  const heading = `${words.verbs[line.verb]}: ${system}`
  const at = (instant: string) => html`<time datetime="${instant}">${moment(instant, language, policy)}</time>`
  const fact = (name: string, value: Html | string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return {
    heading: `${line.reference}: ${heading}`,
    colleague,
    main: html`${problem !== undefined && html`<div class="problem" role="alert" tabindex="-1" autofocus><p>${words.problems[problem]}</p></div>`}
<p class="eyebrow"><a href="/desk/tasks?lang=${language}">${words.backToList}</a></p>
<h1>${heading} <span class="reference">${line.reference}</span></h1>
<p class="lead">${words.what[line.verb]}</p>
<ul>${seen.parts.map((part) => html`<li>${partName(part, language, policy)}</li>`)}</ul>
<dl class="answers">
${fact(words.request, html`<a href="/desk/requests/${line.reference}?lang=${language}">${nameOfRight(seen.right, language)}</a>`)}
${fact(words.state, words.states[line.state])}
${fact(words.due, html`${at(line.due)}${line.overdue && html` <span class="pressing overdue">${words.overdue}</span>`}`)}
${fact(words.promised, at(seen.promisedBy))}
${fact(words.asked, line.asked)}
${fact(words.since, at(line.since))}
</dl>
${who(seen, colleague, language, policy)}
${seen.stated && stated(seen.stated, language, policy)}
${seen.mayAnswer && answer(seen, colleague, typed ?? {}, language, policy)}
${seen.colleagues.length > 0 && give(seen, colleague, language)}`,
  }
}

const pathOf = ({ line }: DeskTask): string => `/desk/tasks/${line.reference}/${line.id}`

function who(seen: DeskTask, colleague: Colleague, language: Language, policy: Policy): Html {
  const { look: words } = deskTasksWordingOf(language)
  const more = colleague.role === 'auditor' ? words.role : words.gone
  const content = seen.personal
    ? html`<p class="hint">${words.noted}</p><dl class="answers">${facts(seen.personal, language, policy)}</dl>`
    : seen.mayLook
      ? form(
          `${pathOf(seen)}/look`,
          colleague,
          language,
          html`<p>${words.more}</p><button class="quiet">${words.button}</button>`,
        )
      : html`<p>${more}</p>`
  return html`<section aria-labelledby="who"><h2 id="who">${words.title}</h2>${content}</section>`
}

function facts(personal: NonNullable<DeskTask['personal']>, language: Language, policy: Policy): readonly Html[] {
  const { look: words } = deskTasksWordingOf(language)
  const line = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return [
    ...(personal.address === undefined ? [] : [line(words.address, personal.address)]),
    ...Object.entries(personal.keys).map(([key, value]) => line(words.key(key), value)),
    ...personal.right.map(({ field, value }) =>
      line(
        words.right(
          Object.hasOwn(policy.correctable, field) ? labelOf(policy.correctable, field, language) : words.statement,
        ),
        value,
      ),
    ),
  ]
}

function stated(
  { at, by, who: name, outcome, reason, file, receipts }: NonNullable<DeskTask['stated']>,
  language: Language,
  policy: Policy,
): Html {
  const { stated: words, answer: said } = deskTasksWordingOf(language)
  const reasons = new Map<string, string>(Object.entries(said.reasons))
  const fact = (label: string, value: Html | string) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`
  return html`<section aria-labelledby="stated"><h2 id="stated">${words.title}</h2>
<p>${said.outcomes[outcome]}.</p>
<dl class="answers">
${fact(words.on, html`<time datetime="${at}">${moment(at, language, policy)}</time>`)}
${fact(words.by, html`${by}${name !== undefined && html` <span class="hint">${name}</span>`}`)}
${reason !== undefined && fact(words.reason, reasons.get(reason) ?? reason)}
${file !== undefined && fact(words.paper, file)}
${outcome === 'done' && receipts.map((one) => fact(partName(one, language, policy), String(one.count)))}
</dl></section>`
}

/** The form: one of three, with a number or a file for each kind of data. */
function answer(
  seen: DeskTask,
  colleague: Colleague,
  typed: Readonly<Record<string, string>>,
  language: Language,
  policy: Policy,
): Html {
  const { answer: words } = deskTasksWordingOf(language)
  const outcome = (one: 'done' | 'nothing' | 'cannot') =>
    html`<div class="option"><input type="radio" id="outcome-${one}" name="outcome" value="${one}"${typed.outcome === one && html` checked`}><label for="outcome-${one}">${words.outcomes[one]}</label></div>`
  return html`<section aria-labelledby="answer"><h2 id="answer">${words.title}</h2>
<p>${words.more}</p>
${seen.line.state === 'cannot' && html`<p class="hint">${words.again}</p>`}
<form action="${pathOf(seen)}/answer" method="post" enctype="multipart/form-data" novalidate>
<fieldset><legend>${words.outcome}</legend>
${outcome('done')}
<div class="more">
${seen.parts.map((part, n) => (seen.line.verb === 'export' ? fileOf(part, n, language, policy) : numberOf(part, n, typed, language, policy)))}
</div>
${outcome('nothing')}
${outcome('cannot')}
<div class="more"><div class="field"><p><label for="reason">${words.reason}</label></p>
<select id="reason" name="reason">${(['', 'whose', 'access', 'law', 'other'] as const).map(
    (one) => html`<option value="${one}"${typed.reason === one && html` selected`}>${words.reasons[one]}</option>`,
  )}</select></div></div>
</fieldset>
<div class="field"><p><label for="paper">${words.paper}</label></p>
<p class="hint" id="paper-hint">${words.paperHint}</p>
<input id="paper" name="paper" type="text" autocomplete="off" maxlength="40" aria-describedby="paper-hint" value="${typed.paper ?? ''}"></div>
<button>${words.button}</button>
${hidden({ csrf: colleague.csrf, language })}
</form></section>`
}

/** Whoever cannot, or will not be here, gives it to a colleague. */
function give(seen: DeskTask, colleague: Colleague, language: Language): Html {
  const { give: words } = deskTasksWordingOf(language)
  return html`<section aria-labelledby="give"><h2 id="give">${words.title}</h2>
<p>${words.more(seen.line.asked)}</p>
${form(
  `${pathOf(seen)}/reassign`,
  colleague,
  language,
  html`<div class="field"><p><label for="to">${words.to}</label></p>
<select id="to" name="to">${seen.colleagues.map(({ staff, name }) => html`<option value="${staff}">${name}</option>`)}</select></div>
<button>${words.button}</button>`,
)}</section>`
}

function fileOf(part: Part, n: number, language: Language, policy: Policy): Html {
  const { answer: words } = deskTasksWordingOf(language)
  return html`<div class="field"><p><label for="file-${n}">${words.file(partName(part, language, policy))}</label></p>
<p class="hint" id="file-${n}-hint">${words.fileHint}</p>
<input id="file-${n}" name="file-${n}" type="file" aria-describedby="file-${n}-hint"></div>`
}

function numberOf(
  part: Part,
  n: number,
  typed: Readonly<Record<string, string>>,
  language: Language,
  policy: Policy,
): Html {
  const { answer: words } = deskTasksWordingOf(language)
  const name = partName(part, language, policy)
  const field = (
    id: string,
    label: string,
    hint?: string,
  ) => html`<div class="field"><p><label for="${id}">${label}</label></p>
${hint !== undefined && html`<p class="hint" id="${id}-hint">${hint}</p>`}
<input id="${id}" name="${id}" type="text" inputmode="numeric" autocomplete="off" maxlength="6"${hint !== undefined && html` aria-describedby="${id}-hint"`} value="${typed[id] ?? ''}"></div>`
  const basis = policy.retention.find(({ id }) => id === part.mayKeep)?.basis
  return html`${field(`count-${n}`, words.count(name))}
${basis && field(`kept-${n}`, words.kept(name), words.keptHint(inLanguage(basis, language)))}`
}

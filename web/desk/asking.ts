import type { AskView } from '../../functions/contract.ts'
import type { Language, Policy } from '../../policy/schema.ts'
import { deskWordingOf } from '../../policy/wording/desk.ts'
import { deskDisclosuresWordingOf } from '../../policy/wording/desk-disclosures.ts'
import { date, wordingOf } from '../../policy/wording/wording.ts'
import { labelOf } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { type Colleague, type DeskContent, form } from './frame.ts'

type Field = AskView['wrong'][number]
export type AskPage = {
  readonly view: AskView
  /** What was typed: it stands there again when something is wrong with it. */
  readonly typed: Readonly<Partial<Record<string, string>>>
  /** Why nobody was asked, although all of it is as it should be. */
  readonly refused?: string
  readonly colleague: Colleague
}

/** The form of a question whether data may go to a third party (N12). */
export function ask({ view, typed, refused, colleague }: AskPage, language: Language, policy: Policy): DeskContent {
  const { asking: words } = deskDisclosuresWordingOf(language)
  const isWrong = (field: Field) => view.wrong.includes(field)
  const error = (field: Field): Html | false =>
    isWrong(field) && html`<p class="error" id="${field}-error">${words.wrong[field]}</p>`
  const described = (field: Field, hint: boolean) => {
    const by = [...(hint ? [`${field}-hint`] : []), ...(isWrong(field) ? [`${field}-error`] : [])].join(' ')
    return html`${by !== '' && html` aria-describedby="${by}"`}${isWrong(field) && html` aria-invalid="true"`}`
  }
  const field = (name: Field, label: string, control: Html, hint?: string) =>
    html`<div class="field${isWrong(name) ? ' wrong' : ''}">
<p class="question"><label for="${name}">${label}</label></p>
${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
${error(name)}
${control}
</div>`
  const line = (name: Field, most: number, hint?: string, type = 'text') =>
    field(
      name,
      words[name as 'name'],
      html`<input id="${name}" name="${name}" type="${type}" autocomplete="off" maxlength="${most}"${described(name, hint !== undefined)} value="${typed[name] ?? ''}">`,
      hint,
    )
  return {
    heading: words.title,
    colleague,
    main: html`${problem(view.wrong, refused, language)}
<p class="eyebrow"><a href="/desk/disclosures?lang=${language}">${deskDisclosuresWordingOf(language).nav}</a></p>
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p>${words.shown}</p>
<p class="hint">${words.counted}</p>
${form(
  '/desk/disclosures/ask',
  colleague,
  language,
  html`${line('address', 254, words.addressHint, 'email')}
${line('name', 120)}
${line('place', 200, words.placeHint)}
${line('country', 2, words.countryHint)}
${field(
  'purpose',
  words.purpose,
  html`<textarea id="purpose" name="purpose" rows="4" maxlength="500"${described('purpose', true)}>${typed.purpose ?? ''}</textarea>`,
  words.purposeHint,
)}
<fieldset${isWrong('categories') && html` class="wrong"`}${described('categories', false)}><legend>${words.categories}</legend>
${error('categories')}
${Object.keys(policy.categories).map((category, n) => {
  const id = n === 0 ? 'categories' : `data-${category}`
  return html`<div class="option"><input type="checkbox" id="${id}" name="data-${category}" value="on"${typed[`data-${category}`] === 'on' && html` checked`}><label for="${id}">${labelOf(policy.categories, category, language)}</label></div>`
})}
</fieldset>
${field(
  'until',
  words.until,
  html`<input id="until" name="until" type="date" min="${view.today}" max="${view.latest}"${described('until', true)} value="${typed.until ?? ''}">`,
  words.untilHint(date(view.latest, language, policy)),
)}
${line('by', 120, words.byHint)}
${line('file', 40, words.fileHint)}
${field(
  'theirs',
  words.theirs,
  html`<select id="theirs" name="theirs"${described('theirs', false)}>${policy.languages.map(
    (one) =>
      html`<option value="${one}"${one === (typed.theirs ?? language) && html` selected`}>${deskWordingOf(language).languages[one]}</option>`,
  )}</select>`,
)}
<button>${words.button}</button>`,
)}`,
  }
}

function problem(wrong: AskView['wrong'], refused: string | undefined, language: Language): Html | false {
  const { asking: words } = deskDisclosuresWordingOf(language)
  if (refused !== undefined) {
    const { other, ...texts } = words.refused
    const known: Readonly<Record<string, string>> = texts
    const text = Object.hasOwn(known, refused) ? known[refused] : other
    return html`<div class="problem" role="alert" tabindex="-1" autofocus><p>${text} ${words.problem}</p></div>`
  }
  return (
    wrong.length > 0 &&
    html`<div class="problem" role="alert" tabindex="-1" autofocus aria-labelledby="problem">
<h2 id="problem">${wordingOf(language).pages.problem}</h2>
<p>${words.problem}</p>
<ul>${wrong.map((one) => html`<li><a href="#${one}">${words.wrong[one]}</a></li>`)}</ul>
</div>`
  )
}

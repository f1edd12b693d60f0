import type { AskView } from '../../functions/contract/desk/disclosures.ts'
import type { Language, Policy } from '../../policy/schema.ts'
import { deskDisclosuresWordingOf } from '../../policy/wording/desk-disclosures.ts'
import { date } from '../../policy/wording/wording.ts'
import { labelOf } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { fieldsOf, languageChoice } from './field.ts'
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
  const { isWrong, error, described, field, problems } = fieldsOf(view.wrong, (one) => words.wrong[one])
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
    main: html`${refused === undefined ? problems(language, words.problem) : whyNot(refused, language)}
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
${field('theirs', words.theirs, languageChoice(typed.theirs, described('theirs', false), language, policy))}
<button>${words.button}</button>`,
)}`,
  }
}

/** Why nobody was asked. */
function whyNot(refused: string, language: Language): Html {
  const { asking: words } = deskDisclosuresWordingOf(language)
  const { other, ...texts } = words.refused
  const known: Readonly<Record<string, string>> = texts
  const text = Object.hasOwn(known, refused) ? known[refused] : other
  return html`<div class="problem" role="alert" tabindex="-1" autofocus><p>${text} ${words.problem}</p></div>`
}

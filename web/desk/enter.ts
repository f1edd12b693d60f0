import type { EnterView } from '../../functions/contract/desk/queue.ts'
import { rights } from '../../policy/rights.ts'
import type { Language, Policy } from '../../policy/schema.ts'
import { deskWordingOf } from '../../policy/wording/desk.ts'
import { enteredWordingOf } from '../../policy/wording/entered.ts'
import { date } from '../../policy/wording/wording.ts'
import { hidden, html } from '../html.ts'
import { fieldsOf, languageChoice } from './field.ts'
import { type Colleague, type DeskContent, form } from './frame.ts'
import { nameOfRight } from './queue.ts'

type Field = EnterView['wrong'][number]
export type EnterPage = {
  readonly view: EnterView
  /** What was typed: it stands there again when something is wrong with it. */
  readonly typed: Readonly<Partial<Record<Field | 'child', string>>>
  readonly colleague: Colleague
}

/** The form for somebody who asked by phone, letter or chat. */
export function enter({ view, typed, colleague }: EnterPage, language: Language, policy: Policy): DeskContent {
  const words = enteredWordingOf(language).page
  const sentence = (field: Field): string =>
    field === 'said' ? words.wrong.said(policy.limits.statement) : words.wrong[field]
  const { isWrong, error, described, field, problems } = fieldsOf(view.wrong, sentence)
  const choice = (field: 'channel' | 'right', label: string, options: ReadonlyArray<readonly [string, string]>) =>
    html`<fieldset${isWrong(field) && html` class="wrong"`}${described(field, false)}><legend>${label}</legend>
${error(field)}
${options.map(
  ([value, name], n) => html`<div class="option">
<input type="radio" id="${n === 0 ? field : value}" name="${field}" value="${value}"${typed[field] === value && html` checked`}>
<label for="${n === 0 ? field : value}">${name}</label>
</div>`,
)}
</fieldset>`
  return {
    heading: words.title,
    colleague,
    main: html`${problems(language, words.problem)}
<p class="eyebrow"><a href="/desk?lang=${language}">${deskWordingOf(language).back}</a></p>
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p>${words.proof}</p>
${form(
  '/desk/enter',
  colleague,
  language,
  html`${choice(
    'channel',
    words.channel,
    (['phone', 'letter', 'chat'] as const).map((one) => [one, words.channels[one]]),
  )}
${field(
  'on',
  words.on,
  html`<input id="on" name="on" type="date" min="${view.earliest}" max="${view.today}" required${described('on', true)} value="${typed.on ?? view.today}">`,
  words.onHint(date(view.earliest, language, policy)),
)}
${choice(
  'right',
  words.right,
  rights.map((one) => [one, nameOfRight(one, language)]),
)}
${field(
  'address',
  words.address,
  html`<input id="address" name="address" type="email" inputmode="email" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="254" required${described('address', true)} value="${typed.address ?? ''}">`,
  words.addressHint,
)}
${field('theirs', words.theirs, languageChoice(typed.theirs, described('theirs', false), language, policy))}
${
  policy.minors &&
  html`<div class="option"><input type="checkbox" id="child" name="child" value="on"${typed.child === 'on' && html` checked`}><label for="child">${words.child}</label></div>`
}
${field(
  'said',
  words.said,
  html`<textarea id="said" name="said" rows="6"${described('said', true)}>${typed.said ?? ''}</textarea>`,
  words.saidHint,
)}
${hidden({ once: view.once })}
<button>${words.button}</button>`,
)}`,
  }
}

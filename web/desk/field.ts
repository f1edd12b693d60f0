import type { Language, Policy } from '../../policy/schema.ts'
import { deskWordingOf } from '../../policy/wording/desk.ts'
import { type Html, html } from '../html.ts'
import { problemAbove } from '../problem.ts'

/** The fields of a form of which some may be wrong. @param sentence what is wrong with one */
export function fieldsOf<Name extends string>(wrong: readonly Name[], sentence: (name: Name) => string) {
  const isWrong = (name: Name) => wrong.includes(name)
  const error = (name: Name): Html | false =>
    isWrong(name) && html`<p class="error" id="${name}-error">${sentence(name)}</p>`
  /** Attributes of a control, by which its hint and its error are read with it. */
  const described = (name: Name, hint: boolean): Html => {
    const by = [...(hint ? [`${name}-hint`] : []), ...(isWrong(name) ? [`${name}-error`] : [])].join(' ')
    return html`${by !== '' && html` aria-describedby="${by}"`}${isWrong(name) && html` aria-invalid="true"`}`
  }
  /** A control with its label, its hint, and what is wrong. */
  const field = (name: Name, label: string, control: Html, hint?: string): Html =>
    html`<div class="field${isWrong(name) ? ' wrong' : ''}">
<p class="question"><label for="${name}">${label}</label></p>
${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
${error(name)}
${control}
</div>`
  /** Everything that is wrong, each with the way to its field. */
  const problems = (language: Language, lead: string): Html | false =>
    wrong.length > 0 &&
    problemAbove(
      language,
      html`<p>${lead}</p>
<ul>${wrong.map((one) => html`<li><a href="#${one}">${sentence(one)}</a></li>`)}</ul>`,
    )
  return { isWrong, error, described, field, problems }
}

/** Which language a person is written to in. @param chosen absent: that of the page; `attributes`: what else the control says */
export const languageChoice = (
  chosen: string | undefined,
  attributes: Html,
  language: Language,
  { languages }: Policy,
): Html =>
  html`<select id="theirs" name="theirs"${attributes}>${languages.map(
    (one) =>
      html`<option value="${one}"${one === (chosen ?? language) && html` selected`}>${deskWordingOf(language).languages[one]}</option>`,
  )}</select>`

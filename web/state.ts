import type { RequestView } from '../functions/contract/request.ts'
import { inLanguage, type Language, largestEvidence, type Policy, statement } from '../policy/schema.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { distance, moment, nameOf, size, wordingOf } from '../policy/wording/wording.ts'
import { type Html, hidden, html } from './html.ts'
import type { Linked } from './linked.ts'
import { problemAbove } from './problem.ts'

/** What was typed so far, and what is wrong with it by field; `about`: the category that the free text is about. */
export type Typed = {
  readonly values: Readonly<Record<string, string>>
  readonly wrong: Readonly<Record<string, 'malformed' | 'too-long'>>
  readonly about: string
  readonly isEmpty: boolean
}
type Field = Policy['correctable'][string]

/** What stands above a form that has to be corrected: each thing that is wrong leads to its field. */
export function problems(typed: Typed | undefined, language: Language, policy: Policy): Html | false {
  if (!typed) return false
  const fields = typed.isEmpty ? [firstOf(policy)] : Object.keys(typed.wrong)
  const wrong = fields.map((field) => ({ field, text: error(field, typed, language, policy) }))
  return problemAbove(
    language,
    html`<ul>${wrong.map(({ field, text }) => html`<li><a href="#field-${field}">${text}</a></li>`)}</ul>`,
  )
}

/** A form that begins with what a mail said. */
export const prefilled = (proposed: string | undefined): Typed | undefined =>
  proposed === undefined ? undefined : { values: { [statement]: proposed }, wrong: {}, about: '', isEmpty: false }

/** Where the form begins: what is said of the whole of it is said there. */
const firstOf = ({ correctable }: Policy): string => Object.keys(correctable)[0] ?? statement

/** The form: fields that systems correct by themselves, fields that a person decides, and words for everything else. */
export function stating(
  { request, token }: Linked,
  typed: Typed | undefined,
  language: Language,
  policy: Policy,
): Html {
  const words = pagesWordingOf(language).state
  const fields = Object.entries(policy.correctable)
  const group = (decided: Field['decided'], legend: string, hint: string) => {
    const some = fields.filter(([, field]) => field.decided === decided)
    return (
      some.length > 0 &&
      html`<fieldset>
<legend>${legend}</legend>
${hint !== '' && html`<p class="hint">${hint}</p>`}
${some.map(([name, field]) => input(name, field, typed, language, policy))}
</fieldset>`
    )
  }
  return html`<div class="acts">
<p class="until">${words.until} <strong><time datetime="${request.waitsUntil}">${moment(request.waitsUntil ?? request.at, language, policy)}</time></strong> <span>(${distance(request.waitsUntil ?? request.at, request.at, language, policy)})</span></p>
</div>
<p>${words.lead}</p>
<form class="stating" action="/requests/${encodeURIComponent(token)}/state" method="post" enctype="multipart/form-data" novalidate>
${group('itself', words.itself, words.itselfHint)}
${group('person', words.person, '')}
<fieldset>
<legend>${words.words}</legend>
<div class="field">
<p><label for="field-about">${words.about}</label></p>
<select id="field-about" name="about">${Object.entries(policy.categories).map(
    ([category, { label }]) =>
      html`<option value="${category}"${category === typed?.about && html` selected`}>${inLanguage(label, language)}</option>`,
  )}</select>
</div>
${textarea(typed, language, policy)}
${evidence(typed, language, policy)}
</fieldset>
${hidden({ language })}
<button>${words.button}</button>
</form>`
}

function input(name: string, field: Field, typed: Typed | undefined, language: Language, policy: Policy): Html {
  const words = pagesWordingOf(language)
  const wrong = error(name, typed, language, policy)
  const types = { text: 'text', phone: 'tel', email: 'email' } as const
  const described = [...(field.kind === 'email' ? [`hint-${name}`] : []), ...(wrong ? [`error-${name}`] : [])].join(' ')
  return html`<div class="field${wrong ? ' wrong' : ''}">
<p><label for="field-${name}">${inLanguage(field.label, language)}</label></p>
${field.kind === 'email' && html`<p class="hint" id="hint-${name}">${words.state.email}</p>`}
${wrong && html`<p class="error" id="error-${name}"><span class="unseen">${words.error}: </span>${wrong}</p>`}
<input id="field-${name}" name="${name}" type="${types[field.kind]}" autocomplete="off" maxlength="${field.maxLength}"${described && html` aria-describedby="${described}"`}${wrong ? html` aria-invalid="true"` : ''} value="${typed?.values[name] ?? ''}">
</div>`
}

function textarea(typed: Typed | undefined, language: Language, policy: Policy): Html {
  const words = pagesWordingOf(language)
  const wrong = error(statement, typed, language, policy)
  const { statement: limit } = policy.limits
  return html`<div class="field${wrong ? ' wrong' : ''}">
<p><label for="field-statement">${words.state.words}</label></p>
<p class="hint" id="hint-statement">${words.state.wordsHint(limit)}</p>
${wrong && html`<p class="error" id="error-statement"><span class="unseen">${words.error}: </span>${wrong}</p>`}
<textarea id="field-statement" name="statement" rows="6" maxlength="${limit}" aria-describedby="hint-statement${wrong ? ' error-statement' : ''}"${wrong ? html` aria-invalid="true"` : ''}>${typed?.values.statement ?? ''}</textarea>
</div>`
}

function evidence(typed: Typed | undefined, language: Language, policy: Policy): Html {
  const words = pagesWordingOf(language)
  const wrong = error('evidence', typed, language, policy)
  return html`<div class="field${wrong ? ' wrong' : ''}">
<p><label for="field-evidence">${words.state.evidence}</label></p>
<p class="hint" id="hint-evidence">${words.state.evidenceHint(size(largestEvidence, language))}</p>
${wrong && html`<p class="error" id="error-evidence"><span class="unseen">${words.error}: </span>${wrong}</p>`}
<input id="field-evidence" name="evidence" type="file" aria-describedby="hint-evidence${wrong ? ' error-evidence' : ''}"${wrong ? html` aria-invalid="true"` : ''}>
</div>`
}

/** What is wrong with a field, in words; empty: nothing. */
function error(field: string, typed: Typed | undefined, language: Language, policy: Policy): string {
  const words = pagesWordingOf(language).state
  if (typed?.isEmpty && field === firstOf(policy)) return words.empty
  const wrong = typed?.wrong[field]
  if (!wrong) return ''
  if (field === 'evidence') return words.evidenceWrong(size(largestEvidence, language))
  const found = policy.correctable[field]
  const name = found ? inLanguage(found.label, language) : words.words
  if (wrong === 'too-long') return words.wrong.long(name, found?.maxLength ?? policy.limits.statement)
  return words.wrong[found?.kind ?? 'text'](name)
}

/** Everything that was said to be wrong, and what has become of it; the values themselves stay out. */
export function itemList(request: RequestView, language: Language, policy: Policy): Html | false {
  const items = request.items ?? []
  if (items.length === 0) return false
  const words = wordingOf(language)
  const pages = pagesWordingOf(language)
  const reason = (id: string | undefined) => {
    const text = id === undefined ? undefined : policy.reasonsToDecline[id]
    return text && html`. ${pages.request.reason}: ${inLanguage(text, language)}`
  }
  return html`<section aria-labelledby="items">
<h2 id="items">${pages.request.items}</h2>
<ul>${items.map((item) => html`<li>${nameOf(item, language, policy)}: ${words.item[item.state]}${reason(item.reason)}</li>`)}</ul>
</section>`
}

/** For whoever reads the mail at a new address, who may not be the person: no more than the question. */
export function prove(
  {
    state,
    token,
    reference,
  }: { readonly state: 'open' | 'done' | 'over'; readonly token: string; readonly reference: string },
  language: Language,
  policy: Policy,
): { readonly heading: string; readonly main: Html } {
  const { prove: words, request } = pagesWordingOf(language)
  const heading = { open: words.title, done: words.done, over: words.over }[state]
  const text = { open: words.text(policy.company.name), done: words.doneText, over: words.overText }[state]
  return {
    heading,
    main: html`<p class="eyebrow">${request.reference} <span class="reference">${reference}</span></p>
<h1>${heading}</h1>
<p class="lead">${text}</p>
${
  state === 'open' &&
  html`<form action="/requests/${encodeURIComponent(token)}/prove" method="post">${hidden({ language })}<button>${words.button}</button></form>
<p>${words.not}</p>`
}`,
  }
}

import type { DeskRequest } from '../../functions/contract/desk/request.ts'
import type { Language, Policy } from '../../policy/schema.ts'
import { deskWordingOf } from '../../policy/wording/desk.ts'
import { twoPeopleWordingOf } from '../../policy/wording/two-people.ts'
import { moment } from '../../policy/wording/wording.ts'
import { writtenWordingOf } from '../../policy/wording/written.ts'
import { type Html, hidden, html } from '../html.ts'
import { type Colleague, type DeskContent, form } from './frame.ts'
import { two } from './proposal.ts'

export type PreviewPage = {
  /** What is done with it. */
  readonly of: 'write' | 'turn-down'
  readonly reference: string
  /** The letter as it will be, in the person's language. */
  readonly letter: { readonly subject: string; readonly text: string; readonly language: Language }
  /** What its form sends along. */
  readonly sends: Readonly<Record<string, string>>
  /** It is only proposed. */
  readonly isForTwo?: true
  readonly colleague: Colleague
}

const pathOf = (reference: string): string => `/desk/requests/${reference}`

/** What colleagues noted and wrote; what it says stands beside who it is. */
export function written(seen: DeskRequest, colleague: Colleague, language: Language, policy: Policy): Html | false {
  const words = writtenWordingOf(language).page
  if (seen.written.length === 0) return false
  const isHidden = !seen.personal && seen.written.some(({ gone }) => !gone)
  return html`<section aria-labelledby="written"><h2 id="written">${words.title}</h2>
${isHidden && html`<p class="hint">${colleague.role === 'auditor' ? words.hiddenRole : words.hidden}</p>`}
<ul class="written">${seen.written.map(
    ({ n, at, who, template, proposes, gone }) => html`<li>
<p><strong>${proposes ? proposed(proposes, language) : template ? words.templates[template] : words.note}</strong> <span class="hint"><time datetime="${at}">${moment(at, language, policy)}</time>${who !== undefined && html` ${who}`}</span></p>
${gone ? html`<p class="hint">${words.gone}</p>` : seen.personal?.written?.[n] !== undefined && html`<p class="words">${seen.personal.written[n]}</p>`}
</li>`,
  )}</ul></section>`
}

const proposed = (act: NonNullable<DeskRequest['written'][number]['proposes']>, language: Language): string => {
  const { page, what } = twoPeopleWordingOf(language)
  return page.title(what[act])
}

/** Where a letter begins, and a note is left. */
export function writing(seen: DeskRequest, colleague: Colleague, once: string, language: Language): Html {
  const { write, noting, templates } = writtenWordingOf(language).page
  const { reference, language: theirs } = seen.line
  const letter = form(
    `${pathOf(reference)}/write`,
    colleague,
    language,
    html`<p>${write.more(deskWordingOf(language).languages[theirs as Language] ?? theirs)}</p>
<div class="field"><p><label for="template">${write.template}</label></p>
<select id="template" name="template">${seen.canWrite.map((one) => html`<option value="${one}">${templates[one]}</option>`)}</select></div>
<div class="field"><p><label for="words">${write.words}</label></p>
<p class="hint" id="words-hint">${write.wordsHint}</p>
<textarea id="words" name="words" rows="6" lang="${theirs}" aria-describedby="words-hint"></textarea></div>
<button name="step" value="preview">${write.preview}</button>`,
  )
  const note = form(
    `${pathOf(reference)}/note`,
    colleague,
    language,
    html`<p id="note-hint">${noting.more}</p>
<div class="field"><p><label for="note">${noting.words}</label></p>
<textarea id="note" name="words" rows="4" aria-describedby="note-hint"></textarea></div>
${hidden({ once })}<button>${noting.button}</button>`,
  )
  return html`${
    seen.canWrite.length > 0 &&
    html`<details class="act"><summary>${write.title}</summary>
${letter}
</details>`
  }
${turningDown(seen, colleague, language)}
${
  seen.canNote &&
  html`<details class="act"><summary>${noting.title}</summary>
${note}
</details>`
}`
}

/** Where a request is turned down: why, and in which words the person reads it. */
function turningDown(seen: DeskRequest, colleague: Colleague, language: Language): Html | false {
  const { turnDown: words } = writtenWordingOf(language).page
  const { reference, language: theirs } = seen.line
  return (
    seen.canTurnDown.length > 0 &&
    html`<details class="act"><summary>${words.title}</summary>
${form(
  `${pathOf(reference)}/turn-down`,
  colleague,
  language,
  html`<p>${words.more}</p>
<p class="hint">${words.inTime}</p>
<div class="field"><p><label for="why-not">${words.why}</label></p>
<select id="why-not" name="why">${seen.canTurnDown.map((one) => html`<option value="${one}">${words.reasons[one]}</option>`)}</select></div>
<div class="field"><p><label for="why-not-words">${words.words}</label></p>
<p class="hint" id="why-not-hint">${words.wordsHint}</p>
<textarea id="why-not-words" name="words" rows="6" lang="${theirs}" aria-describedby="why-not-hint"></textarea></div>
${two('turn-down', seen, language)}<button name="step" value="preview">${words.preview}</button>`,
)}
</details>`
  )
}

/** The letter before it is sent, as its reader will get it. */
export function preview(
  { of, reference, letter, sends, isForTwo, colleague }: PreviewPage,
  language: Language,
): DeskContent {
  const words = writtenWordingOf(language).page.write
  const twoPeople = twoPeopleWordingOf(language).page
  const { title, previewed, send, back } = of === 'write' ? words : writtenWordingOf(language).page.turnDown
  return {
    heading: title,
    colleague,
    main: html`<p class="eyebrow"><a href="${pathOf(reference)}?lang=${language}">${reference}</a></p>
<h1>${title}</h1>
<p class="lead" role="status">${previewed}</p>
<article lang="${letter.language}" class="to-send">
<p class="hint">${words.subject}</p>
<h2>${letter.subject}</h2>
<p class="words">${letter.text}</p>
</article>
${form(
  `${pathOf(reference)}/${of}`,
  colleague,
  language,
  html`${hidden(sends)}${isForTwo && html`<p>${twoPeople.takes}</p>`}<button${of === 'turn-down' && !isForTwo && html` class="danger"`} name="step" value="send">${isForTwo ? twoPeople.propose : send}</button>`,
)}
<p><a href="${pathOf(reference)}?lang=${language}">${back}</a></p>`,
  }
}

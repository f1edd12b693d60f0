import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import { questionsOf } from '../policy/wording/identity.ts'
import { mailboxWordingOf } from '../policy/wording/mailbox.ts'
import { type Html, html } from './html.ts'

/** Where the officer has reasonable doubts: why, and what is asked (GDPR Art. 12(6)). */
export function doubts(isWrong: boolean, language: Language, policy: Policy): Html | false {
  const words = mailboxWordingOf(language).page
  const { identity } = policy
  return (
    identity !== undefined &&
    html`<fieldset${isWrong && html` class="wrong" aria-describedby="no-doubt"`}>
<legend>${words.doubt}</legend>
<p class="hint">${words.doubtHint}</p>
${isWrong && html`<p class="error" id="no-doubt">${words.noDoubt}</p>`}
<div class="field">
<p><label for="doubt">${words.doubtWhy}</label></p>
<select id="doubt" name="doubt"><option value="">${words.doubtNone}</option>${Object.entries(identity.doubts).map(
      ([id, text]) => html`<option value="${id}">${inLanguage(text, language)}</option>`,
    )}</select>
</div>
<p class="question">${words.doubtAsk}</p>
${questionsOf(Object.keys(identity.questions), language, policy).map(
  ({ id, text }) => html`<div class="option">
<input type="checkbox" id="ask-${id}" name="ask-${id}" value="on">
<label for="ask-${id}">${text}</label>
</div>`,
)}
</fieldset>`
  )
}

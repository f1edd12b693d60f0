import type { MailView } from '../functions/contract/mail.ts'
import { rights } from '../policy/rights.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { mailboxWordingOf } from '../policy/wording/mailbox.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { moment } from '../policy/wording/wording.ts'
import { doubts } from './doubts.ts'
import type { Content } from './frame.ts'
import { type Html, hidden, html } from './html.ts'
import { problemAbove } from './problem.ts'

export type MailPage = {
  readonly mail: MailView
  readonly token: string
  readonly problem?: 'nothing-chosen' | 'wrong-address' | 'no-doubt'
  /** What was chosen and typed before the problem. */
  readonly chosen?: { readonly rights: readonly string[]; readonly owner: string }
}

const addressOf = (token: string, language: Language) => `/mails/${encodeURIComponent(token)}?lang=${language}`

/** A mail on which somebody of the company decides: what it says, as text and nothing else, the guess and its reasons. */
export function mail({ mail, token, problem, chosen }: MailPage, language: Language, policy: Policy): Content {
  const words = mailboxWordingOf(language).page
  const error =
    problem &&
    { 'nothing-chosen': words.nothingChosen, 'wrong-address': words.wrongAddress, 'no-doubt': words.noDoubt }[problem]
  return {
    heading: words.title,
    wrong: error !== undefined,
    elsewhere: (other) => addressOf(token, other),
    main: html`${
      error &&
      problemAbove(
        language,
        html`<p><a href="#${problem === 'wrong-address' ? 'owner' : problem === 'no-doubt' ? 'doubt' : (rights[0] ?? '')}">${error}</a></p>`,
      )
    }
${policy.desk && html`<p><a href="/desk?lang=${language}">${words.desk}</a></p>`}
<p class="eyebrow">${words.name} <span class="reference">${mail.mail}</span></p>
<h1>${words.title}</h1>
<p class="lead">${mailboxWordingOf(language).letters.mailToDecide.why[mail.why]}</p>
${facts(mail, language, policy)}
<h2 id="says">${words.says}</h2>
${mail.said ? html`<pre class="letter" tabindex="0" role="region" aria-labelledby="says">${mail.said.text}</pre>` : html`<p>${words.gone}</p>`}
<section aria-labelledby="because"><h2 id="because">${words.because}</h2>
${
  mail.because.length > 0
    ? html`<ul class="phrases">${mail.because.map(({ concept, phrase }) => html`<li><q>${phrase}</q> <span>${concept}</span></li>`)}</ul>`
    : html`<p>${words.becauseNone}</p>`
}
</section>
${mail.decided ? decided(mail.decided, language, policy) : choice({ mail, token, ...(problem ? { problem } : {}), ...(chosen ? { chosen } : {}) }, language, policy)}`,
  }
}

function facts(mail: MailView, language: Language, policy: Policy): Html {
  const words = mailboxWordingOf(language).page
  const line = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  const { said } = mail
  return html`<dl class="answers">
${line(words.came, moment(mail.receivedAt, language, policy))}
${line(words.by, moment(mail.answerBy, language, policy))}
${said && line(words.from, said.from)}
${line(words.trust, words.trusts[mail.trust])}
${said && line(words.subject, said.subject)}
${said && said.attachments.length > 0 && line(words.attachments, said.attachments.join(', '))}
${mail.reference !== undefined && line(words.names, mail.reference)}
</dl>`
}

function choice({ mail, token, problem, chosen }: MailPage, language: Language, policy: Policy): Html {
  const words = mailboxWordingOf(language).page
  const { rights: names } = pagesWordingOf(language)
  const picked = chosen?.rights ?? mail.guess
  const wrong = problem === 'wrong-address'
  return html`<form action="/mails/${encodeURIComponent(token)}" method="post" novalidate>
<fieldset${problem === 'nothing-chosen' && html` class="wrong" aria-describedby="nothing"`}>
<legend>${words.what}</legend>
${problem === 'nothing-chosen' && html`<p class="error" id="nothing">${words.nothingChosen}</p>`}
${rights.map(
  (right) => html`<div class="option">
<input type="checkbox" id="${right}" name="${right}" value="on"${picked.includes(right) && html` checked`} aria-describedby="${right}-more">
<label for="${right}">${names[right].name}</label>
<p class="hint" id="${right}-more">${names[right].more}</p>
</div>`,
)}
</fieldset>
<div class="field${wrong ? ' wrong' : ''}">
<p class="question"><label for="owner">${words.address}</label></p>
<p class="hint" id="hint">${words.addressHint}</p>
${wrong && html`<p class="error" id="error">${words.wrongAddress}</p>`}
<input id="owner" name="owner" type="email" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="254" aria-describedby="hint${wrong ? ' error' : ''}"${wrong ? html` aria-invalid="true"` : ''} value="${chosen?.owner ?? mail.owner ?? ''}">
</div>
${doubts(problem === 'no-doubt', language, policy)}
${hidden({ language })}
<button name="decision" value="open">${words.open}</button>
<p class="otherwise">${words.noneText}<br><button class="quiet" name="decision" value="none">${words.none}</button> <button class="quiet" name="decision" value="spam">${words.spam}</button></p>
</form>`
}

function decided(
  { at, rights: asked, spam }: NonNullable<MailView['decided']>,
  language: Language,
  policy: Policy,
): Html {
  const words = mailboxWordingOf(language).page
  const { rights: names } = pagesWordingOf(language)
  const on = moment(at, language, policy)
  const nameOf = (right: string) => names[right as keyof typeof names]?.name ?? right
  return html`<section aria-labelledby="decided"><h2 id="decided">${words.decided}</h2>
${
  asked.length === 0
    ? html`<p>${spam ? words.decidedSpam(on) : words.decidedNone(on)}</p>`
    : html`<p>${words.decidedOpen(on)}</p><ul>${asked.map((right) => html`<li>${nameOf(right)}</li>`)}</ul>`
}
</section>`
}

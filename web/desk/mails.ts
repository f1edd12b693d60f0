import type { DeskMail, DeskRequest } from '../../functions/contract/desk/request.ts'
import type { Language, Policy } from '../../policy/schema.ts'
import { deskHistoryWordingOf } from '../../policy/wording/desk-history.ts'
import { deskMailsWordingOf } from '../../policy/wording/desk-mails.ts'
import { mailboxWordingOf } from '../../policy/wording/mailbox.ts'
import { moment, size } from '../../policy/wording/wording.ts'
import { type Html, html } from '../html.ts'
import { type Colleague, form } from './frame.ts'

type Shown = {
  readonly seen: DeskRequest
  readonly colleague: Colleague
  readonly language: Language
  readonly policy: Policy
}
type Sent = DeskRequest['letters'][number]
type Came = DeskRequest['mails'][number]

/** What was written to and fro about a request, the oldest first; what it says stands there once somebody pressed for it. */
export function correspondence(seen: DeskRequest, colleague: Colleague, language: Language, policy: Policy): Html {
  const words = deskMailsWordingOf(language)
  const shown = { seen, colleague, language, policy }
  const all = [
    ...seen.letters.map((one) => ({ at: one.sentAt ?? one.at, row: letterRow(one, shown), said: letter(one, shown) })),
    ...seen.mails.map((one) => ({ at: one.at, row: mailRow(one, shown), said: mail(one, shown) })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1))
  const { which, what, at, fate } = words.columns
  return html`<section aria-labelledby="letters"><h2 id="letters">${words.title}</h2>
${
  all.length === 0
    ? html`<p>${words.none}</p>`
    : html`<div class="wide" tabindex="0" role="region" aria-label="${words.caption}"><table>
<thead><tr><th scope="col">${which}</th><th scope="col">${what}</th><th scope="col">${at}</th><th scope="col">${fate}</th></tr></thead>
<tbody>${all.map(({ row }) => row)}</tbody></table></div>
${seen.personal ? html`<p class="hint">${words.safe}</p>${all.map(({ said }) => said)}` : seen.mayLook && html`<p class="hint">${words.hidden}</p>`}`
}
${evidence(shown)}</section>`
}

const time = (at: string, { language, policy }: Shown): Html =>
  html`<time datetime="${at}">${moment(at, language, policy)}</time>`

const nameOf = (what: string, { language }: Shown): string => deskHistoryWordingOf(language).letters[what] ?? what

const row = (which: string, what: string, at: Html | string, fate: Html | string): Html =>
  html`<tr><td>${which}</td><th scope="row">${what}</th><td>${at}</td><td>${fate}</td></tr>`

function letterRow({ what, sentAt, notSent, bouncedAt, complainedAt }: Sent, shown: Shown): Html {
  const words = deskMailsWordingOf(shown.language)
  const left = sentAt ? words.sent : notSent ? words.notSent : words.waiting
  const fate = html`${left}${bouncedAt && html` <span class="pressing overdue">${words.bounced}</span>`}${complainedAt && html` <span class="pressing overdue">${words.complained}</span>`}`
  return row(words.out, nameOf(what, shown), sentAt ? time(sentAt, shown) : '', fate)
}

function mailRow({ at, gone }: Came, shown: Shown): Html {
  const words = deskMailsWordingOf(shown.language)
  return row(words.in, words.mail, time(at, shown), gone ? words.goneWithPerson : words.kept)
}

const fact = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`

function letter({ id, what, sentAt }: Sent, shown: Shown): Html | false {
  const words = deskMailsWordingOf(shown.language)
  const said = shown.seen.personal?.letters?.[id]
  return (
    sentAt !== undefined &&
    html`<details class="act"><summary>${words.out}: ${said?.subject ?? nameOf(what, shown)}, ${time(sentAt, shown)}</summary>
${
  said
    ? html`<dl class="answers">${fact(words.to, said.to)}${fact(words.subject, said.subject)}${said.attached !== undefined && fact(words.attached, said.attached)}</dl>
<pre class="letter" tabindex="0" role="region" aria-label="${said.subject}" lang="${shown.seen.line.language}">${said.text}</pre>`
    : html`<p>${words.unkept}</p>`
}
</details>`
  )
}

function mail({ id, at }: Came, shown: Shown): Html {
  const words = deskMailsWordingOf(shown.language)
  const said = shown.seen.personal?.mails?.[id]
  const { trusts } = mailboxWordingOf(shown.language).page
  return html`<details class="act"><summary>${words.in}: ${said?.subject ?? words.mail}, ${time(at, shown)}</summary>
${
  said
    ? html`<dl class="answers">${fact(words.from, said.from)}${fact(words.trust, trusts[said.trust])}${fact(words.subject, said.subject)}</dl>
<pre class="letter" tabindex="0" role="region" aria-label="${said.subject === '' ? words.mail : said.subject}">${said.text}</pre>
${files(id, said, shown)}`
    : html`<p>${words.mailGone}</p>`
}
</details>`
}

function files(id: string, { files: all }: DeskMail, { seen, colleague, language }: Shown): Html | false {
  const words = deskMailsWordingOf(language)
  const path = `/desk/requests/${seen.line.reference}/mails/${encodeURIComponent(id)}/files`
  return (
    all.length > 0 &&
    html`<h3>${words.files}</h3>
<p class="hint">${words.filesHint}</p>
<ul class="files">${all.map(({ name, bytes, tooLarge }, n) => {
      const weighs = size(bytes, language)
      return html`<li>${
        tooLarge
          ? words.tooLarge(name, weighs)
          : form(`${path}/${n}`, colleague, language, html`<button class="quiet">${words.fetch(name, weighs)}</button>`)
      }</li>`
    })}</ul>`
  )
}

/** A file that the person gave over their link. */
function evidence({ seen, colleague, language }: Shown): Html | false {
  const words = deskMailsWordingOf(language)
  const bytes = seen.personal && seen.request?.evidence
  return (
    bytes !== undefined &&
    html`<h3>${words.evidence}</h3>
<p class="hint">${words.evidenceHint}</p>
${form(
  `/desk/requests/${seen.line.reference}/evidence`,
  colleague,
  language,
  html`<button class="quiet">${words.fetchEvidence(size(bytes, language))}</button>`,
)}`
  )
}

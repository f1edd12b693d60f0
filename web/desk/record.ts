import type { ProcessingRecord } from '../../functions/contract/desk/record.ts'
import { inLanguage, type Language, type Policy } from '../../policy/schema.ts'
import { deskRecordWordingOf } from '../../policy/wording/desk-record.ts'
import { day, duration } from '../../policy/wording/wording.ts'
import { type Html, html } from '../html.ts'
import type { Colleague, DeskContent } from './frame.ts'

export type RecordPage = { readonly record: ProcessingRecord; readonly at: string; readonly colleague: Colleague }
type Words = ReturnType<typeof deskRecordWordingOf>

const fact = (name: string, value: Html | string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
const listed = (all: readonly (Html | string)[]) => html`<ul>${all.map((one) => html`<li>${one}</li>`)}</ul>`

/** GDPR Art. 30: the record that an authority may ask for, from the policy that is in force. */
export function record({ record: all, at, colleague }: RecordPage, language: Language, policy: Policy): DeskContent {
  const words = deskRecordWordingOf(language)
  const { controller, controllers } = all
  const section = (id: string, title: string, content: Html) =>
    html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`
  return {
    heading: words.title,
    colleague,
    main: html`<h1>${words.title}</h1>
<p class="lead">${words.lead(day(at, language, policy))}</p>
<p class="hint">${words.check} ${words.print}</p>
<p class="files">${words.files} <a href="/desk/record.json">${words.json}</a>, <a href="/desk/policy.json">${words.policy}</a>, <a href="/desk/policy?lang=${language}">${words.versions}</a></p>
${section(
  'controller',
  words.controller.title,
  html`<dl class="answers">
${fact(words.controller.name, controller.name)}
${fact(words.controller.address, controller.address)}
${fact(words.controller.mail, controller.mail)}
${fact(words.controller.officer, controller.officer)}
${fact(words.controller.authority, html`${controller.authority.name}, ${controller.authority.url}`)}
</dl>`,
)}
${section('people', words.people.title, html`<p>${words.people.text}</p>`)}
${section(
  'processing',
  words.processing.title,
  html`${erasures(all, words, language)}${all.processing.map((one) => processing(one, all, words, language))}${requests(all, words, language)}`,
)}
${section('recipients', words.recipients.title, recipients(all, words, language))}
${controllers.length > 0 && section('controllers', words.controllers.title, html`<p>${words.controllers.text}</p>${listed(controllers)}`)}
${section('measures', words.measures.title, html`<p>${words.measures.scope}</p>${listed(words.measures.all)}`)}`,
  }
}

function processing(
  { data, purpose, source, recipients, systems, kept }: ProcessingRecord['processing'][number],
  { recipients: known }: ProcessingRecord,
  { processing: words }: Words,
  language: Language,
): Html {
  const nameOf = (wanted: string) => known.find(({ recipient }) => recipient === wanted)?.name ?? wanted
  return html`<h3>${inLanguage(data, language)}</h3>
<dl class="answers">
${fact(words.purpose, inLanguage(purpose, language))}
${fact(words.source, inLanguage(source, language))}
${fact(words.recipients, recipients.length > 0 ? recipients.map(nameOf).join(', ') : words.nobody)}
${fact(words.where, systems.length > 0 ? systems.map(({ label, region }) => `${inLanguage(label, language)} (${region})`).join('; ') : words.nowhere)}
${kept.length > 0 && fact(words.longer, listed(kept.map(({ basis, period }) => words.kept(inLanguage(basis, language), duration(period, language)))))}
</dl>`
}

/** Art. 30(1)(f): when all of it is erased, but for what a law keeps longer. */
function erasures({ periods }: ProcessingRecord, { processing: words }: Words, language: Language): Html {
  const said = (iso: string) => duration(iso, language)
  return html`<p>${words.until}</p>${listed([
    words.asked(said(periods.erasure)),
    ...(periods.unused ? [words.unused(said(periods.unused.after), said(periods.unused.grace))] : []),
    words.backups(said(periods.backups)),
  ])}`
}

/** What Oblige itself keeps: answering requests is processing too. */
function requests({ periods, regions }: ProcessingRecord, { requests: words }: Words, language: Language): Html {
  const said = (iso: string) => duration(iso, language)
  return html`<h3>${words.title}</h3>
${listed([
  words.purpose,
  words.data,
  words.unconfirmed(said(periods.unconfirmed)),
  words.copies(said(periods.copies)),
  ...(periods.mails ? [words.mails(said(periods.mails))] : []),
  words.evidence(said(periods.evidence)),
  words.where(regions.home),
  ...(regions.mail === regions.home ? [] : [words.sent(regions.mail)]),
])}`
}

function recipients({ recipients: all }: ProcessingRecord, { recipients: words }: Words, language: Language): Html {
  if (all.length === 0) return html`<p>${words.none}</p>`
  const countryOf = new Intl.DisplayNames([language], { type: 'region' })
  return html`<div class="wide" tabindex="0" role="region" aria-label="${words.name}, ${words.country}"><table>
<thead><tr><th scope="col">${words.name}</th><th scope="col">${words.role}</th><th scope="col">${words.country}</th><th scope="col">${words.safeguard}</th></tr></thead>
<tbody>${all.map(
    ({ name, role, country, abroad, safeguard }) =>
      html`<tr><th scope="row">${name}</th><td>${inLanguage(role, language)}</td><td>${/^[A-Z]{2}$/.test(country) ? (countryOf.of(country) ?? country) : country}</td><td>${safeguard ? inLanguage(safeguard, language) : abroad ? words.missing : words.here}</td></tr>`,
  )}</tbody></table></div>`
}

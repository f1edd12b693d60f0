import type { PolicyView } from '../../functions/contract/desk/policy.ts'
import type { Language, Policy } from '../../policy/schema.ts'
import { type DeskPolicyWording, deskPolicyWordingOf } from '../../policy/wording/desk-policy.ts'
import { duration, moment } from '../../policy/wording/wording.ts'
import { type Html, html } from '../html.ts'
import type { Colleague, DeskContent } from './frame.ts'

export type PolicyPage = { readonly policy: PolicyView; readonly colleague: Colleague }
type Version = PolicyView['versions'][number]
type Value = Exclude<NonNullable<Version['changes']>[number]['to'], undefined>

/** What was in force, the newest first, each with what it changed. */
export function policyVersions(
  { policy: view, colleague }: PolicyPage,
  language: Language,
  policy: Policy,
): DeskContent {
  const words = deskPolicyWordingOf(language)
  return {
    heading: words.title,
    colleague,
    main: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p class="hint">${words.noted} <a href="/desk/record?lang=${language}">${words.record}</a></p>
<ol class="promises">${view.versions.map((one) => version(one, words, language, policy))}</ol>
${view.more && html`<p class="hint">${words.more}</p>`}`,
  }
}

function version(one: Version, words: DeskPolicyWording, language: Language, policy: Policy): Html {
  const { hash, over, changes } = one
  const name = words.version(hash.slice(0, 12))
  return html`<li>
<h2>${name} ${!over && html`<span class="keeping kept">${words.inForce}</span>`}</h2>
<p>${inForce(one, words, language, policy)}, <a href="/desk/policy.json?version=${hash}" aria-label="${name}, ${words.file}">${words.file}</a></p>
<p class="hint"><code>${hash}</code></p>
${changes ? html`<p>${words.changes(changes.length)}</p>${table(changes, name, words, language)}` : html`<p class="hint">${words.first}</p>`}
</li>`
}

function inForce({ since, until }: Version, words: DeskPolicyWording, language: Language, policy: Policy): string {
  const at = (one: string) => moment(one, language, policy)
  if (since === undefined) return words.tonight
  return until === undefined ? words.since(at(since)) : words.between(at(since), at(until))
}

const table = (
  changes: NonNullable<Version['changes']>,
  name: string,
  words: DeskPolicyWording,
  language: Language,
): Html =>
  html`<div class="wide" tabindex="0" role="region" aria-label="${name}"><table>
<thead><tr><th scope="col">${words.columns.field}</th><th scope="col">${words.columns.from}</th><th scope="col">${words.columns.to}</th></tr></thead>
<tbody>${changes.map(
    ({ path, from, to }) => html`<tr><th scope="row"><code>${path}</code></th>
<td>${from === undefined ? html`<span class="hint">${words.absent}</span>` : said(from, words, language)}</td>
<td>${to === undefined ? html`<span class="hint">${words.absent}</span>` : said(to, words, language)}</td></tr>`,
  )}</tbody></table></div>`

/** A value as people read it: periods in words, and what has parts as the file has it. */
function said(value: Value, words: DeskPolicyWording, language: Language): Html | string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return value.toLocaleString(language)
  if (typeof value === 'string')
    return /^P(\d+[YMWD])*(T(\d+[HM])+)?$/.test(value) && /\d/.test(value) ? duration(value, language) || value : value
  if (Array.isArray(value) && value.length === 0) return words.none
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ')
  return html`<code class="words">${JSON.stringify(value, undefined, 2)}</code>`
}

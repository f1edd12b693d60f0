import type { DeskRequest } from '../../functions/contract/desk/request.ts'
import { inLanguage, type Language, type Policy } from '../../policy/schema.ts'
import { useOf } from '../../policy/wording/objection.ts'
import { twoPeopleWordingOf } from '../../policy/wording/two-people.ts'
import { moment, nameOf } from '../../policy/wording/wording.ts'
import { writtenWordingOf } from '../../policy/wording/written.ts'
import { type Html, html } from '../html.ts'
import { type Colleague, form } from './frame.ts'

/** That it is only proposed, where it takes two people. */
export const two = (
  act: DeskRequest['takesTwo'][number],
  { takesTwo }: Pick<DeskRequest, 'takesTwo'>,
  language: Language,
): Html | false => takesTwo.includes(act) && html`<p class="hint">${twoPeopleWordingOf(language).page.takes}</p>`

/** What of a request is decided: a use that its person objects to, or what they say is wrong. */
function nameOfDecided(of: string, { request }: DeskRequest, language: Language, policy: Policy): string {
  const item = request?.items?.find(({ field }) => field === of)
  return item ? nameOf(item, language, policy) : useOf(of, language, policy)
}

function decided(decision: string, language: Language, policy: Policy): string {
  const { stop, apply } = twoPeopleWordingOf(language).page
  const reason = policy.reasonsToRefuse[decision] ?? policy.reasonsToDecline[decision]
  return reason ? inLanguage(reason, language) : decision === 'stop' ? stop : apply
}

/** What one person proposed: another confirms or declines it, and whoever proposed it can take it back. */
export function proposal(seen: DeskRequest, colleague: Colleague, language: Language, policy: Policy): Html | false {
  const { line, acts, proposal: found, personal, mayLook } = seen
  if (!found) return false
  const { what, page: words } = twoPeopleWordingOf(language)
  const to = `/desk/requests/${line.reference}`
  const at = (instant: string) => html`<time datetime="${instant}">${moment(instant, language, policy)}</time>`
  const fact = (name: string, value: Html | string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  const isOwn = found.who === colleague.name
  const said = found.written === undefined ? undefined : personal?.written?.[found.written]
  // What the person is to read is read before it is confirmed; who reads it is in the history.
  const isToRead = found.written !== undefined && !personal
  const mayConfirm = acts.includes('confirm') && !isOwn
  return html`<section aria-labelledby="proposal"><h2 id="proposal">${words.title(what[found.act])}</h2>
<dl class="answers">
${fact(words.by, html`${found.by}${found.who !== undefined && html` <span class="hint">${found.who}</span>`}`)}
${fact(words.at, at(found.at))}
${fact(words.until, at(found.until))}
${found.file !== undefined && fact(words.file, found.file)}
${found.why !== undefined && fact(words.why, writtenWordingOf(language).page.turnDown.reasons[found.why])}
${Object.entries(found.decisions ?? {}).map(([of, decision]) => fact(nameOfDecided(of, seen, language, policy), decided(decision, language, policy)))}
${said !== undefined && fact(words.said, html`<span class="words" lang="${line.language}">${said}</span>`)}
</dl>
${acts.includes('confirm') && isOwn && html`<p>${words.own}</p>`}
${mayConfirm && !isToRead && html`<p>${found.written === undefined ? words.other : words.otherWords}</p>`}
${mayConfirm && !isToRead && form(`${to}/confirm`, colleague, language, html`<button class="danger">${words.confirm}</button>`)}
${mayConfirm && isToRead && mayLook && form(`${to}/look`, colleague, language, html`<p>${words.toRead}</p><button>${words.read}</button>`)}
${acts.includes('decline') && form(`${to}/decline`, colleague, language, html`<button class="quiet">${isOwn ? words.takeBack : words.decline}</button>`)}
</section>`
}

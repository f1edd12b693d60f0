import type { DeskRequest } from '../../functions/contract/desk/request.ts'
import type { Language, Policy } from '../../policy/schema.ts'
import { deskTasksWordingOf } from '../../policy/wording/desk-tasks.ts'
import { labelOf } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { type Colleague, form } from './frame.ts'
import { taskTable } from './tasks.ts'

/** Systems of a request that fail, with what can be done about it, and its tasks. */
export function byHand(seen: DeskRequest, colleague: Colleague, language: Language, policy: Policy): Html | false {
  const { failing, tasks } = seen.byHand
  if (failing.length === 0 && tasks.length === 0) return false
  const { systems: words } = deskTasksWordingOf(language)
  return html`<section aria-labelledby="by-hand"><h2 id="by-hand">${words.title}</h2>
${failing.map((system) => failed(system, seen, colleague, language, policy))}
${tasks.length > 0 && taskTable(tasks, words.tasks, language, policy)}
</section>`
}

function failed(
  system: string,
  { line, byHand: { mayRetry, mayHandOver } }: DeskRequest,
  colleague: Colleague,
  language: Language,
  policy: Policy,
): Html {
  const { systems: words } = deskTasksWordingOf(language)
  const to = `/desk/requests/${line.reference}/systems/${system}`
  const asked = policy.desk?.byHand?.asked
  return html`<p><strong>${words.failing(labelOf(policy.systems, system, language))}.</strong> ${words.failingMore}</p>
${mayRetry && form(`${to}/retry`, colleague, language, html`<button class="quiet">${words.retry}</button>`)}
${
  mayHandOver &&
  asked !== undefined &&
  html`<details class="act"><summary>${words.handOver}</summary>
${form(`${to}/hand-over`, colleague, language, html`<p>${words.handOverMore(asked)}</p><button>${words.handOver}</button>`)}
</details>`
}`
}

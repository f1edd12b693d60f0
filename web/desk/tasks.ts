import type { TaskLine, TasksView } from '../../functions/contract/desk/tasks.ts'
import type { Language, Policy } from '../../policy/schema.ts'
import { deskTasksWordingOf } from '../../policy/wording/desk-tasks.ts'
import { moment } from '../../policy/wording/wording.ts'
import { labelOf } from '../frame.ts'
import { type Html, html } from '../html.ts'
import type { Colleague, DeskContent } from './frame.ts'

export type TasksPage = { readonly tasks: TasksView; readonly colleague: Colleague }

/** What people of the company are asked to do by hand: one's own, or everybody's. */
export function tasks({ tasks: view, colleague }: TasksPage, language: Language, policy: Policy): DeskContent {
  const { list: words } = deskTasksWordingOf(language)
  const { lines, whose, next } = view
  const other = (which: TasksView['whose'], label: string) =>
    html`<a href="/desk/tasks?whose=${which}&amp;lang=${language}"${which === whose && html` aria-current="page"`}>${label}</a>`
  return {
    heading: words.title,
    colleague,
    main: html`<h1>${words.title}</h1>
<nav aria-label="${words.whose}"><p class="views">${other('mine', words.mine)}${other('all', words.all)}</p></nav>
${lines.length > 0 ? taskTable(lines, words.caption, language, policy) : html`<p class="lead">${whose === 'mine' ? words.noneMine : words.none}</p>`}
${next !== undefined && html`<p><a class="button" href="/desk/tasks?${new URLSearchParams({ whose, from: next, lang: language }).toString()}">${words.next}</a></p>`}`,
  }
}

/** Tasks as a table, each with the way to its page. */
export function taskTable(lines: readonly TaskLine[], caption: string, language: Language, policy: Policy): Html {
  const { list: words, verbs, states, overdue } = deskTasksWordingOf(language)
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table class="queue">
<caption class="unseen">${caption}</caption>
<thead><tr><th scope="col">${words.columns.task}</th><th scope="col">${words.columns.system}</th><th scope="col">${words.columns.asked}</th><th scope="col">${words.columns.due}</th><th scope="col">${words.columns.state}</th></tr></thead>
<tbody>${lines.map(
    (line) => html`<tr>
<th scope="row"><a href="/desk/tasks/${line.reference}/${line.id}?lang=${language}">${verbs[line.verb]} <span class="reference">${line.reference}</span></a></th>
<td>${labelOf(policy.systems, line.system, language)}</td>
<td>${line.asked}</td>
<td><time datetime="${line.due}">${moment(line.due, language, policy)}</time>${line.overdue && html` <span class="pressing overdue">${overdue}</span>`}</td>
<td>${states[line.state]}</td>
</tr>`,
  )}</tbody></table></div>`
}

import type { Language, Policy } from '../../policy/schema.ts'
import { deskWordingOf } from '../../policy/wording/desk.ts'
import { html } from '../html.ts'
import { type AskPage, ask } from './asking.ts'
import { type DisclosuresPage, disclosures } from './disclosures.ts'
import { type EnterPage, enter } from './enter.ts'
import { type Colleague, type DeskContent, deskFrame } from './frame.ts'
import { type PromisesPage, promises } from './promises.ts'
import { type FoundPage, found, type QueuePage, queue } from './queue.ts'
import { type RecordPage, record } from './record.ts'
import { type RequestPage, request } from './request.ts'
import { type TaskPage, task } from './task.ts'
import { type TasksPage, tasks } from './tasks.ts'
import { type PreviewPage, preview } from './write.ts'

/** Why somebody sees no page of the desk. */
type Trouble = keyof ReturnType<typeof deskWordingOf>['trouble']

/** Every page of the desk, by the facts it shows. */
export type DeskPage =
  | ({ readonly kind: 'queue' } & QueuePage)
  | ({ readonly kind: 'found' } & FoundPage)
  | ({ readonly kind: 'request' } & RequestPage)
  | ({ readonly kind: 'enter' } & EnterPage)
  | ({ readonly kind: 'disclosures' } & DisclosuresPage)
  | ({ readonly kind: 'ask' } & AskPage)
  | ({ readonly kind: 'promises' } & PromisesPage)
  | ({ readonly kind: 'record' } & RecordPage)
  | ({ readonly kind: 'tasks' } & TasksPage)
  | ({ readonly kind: 'task' } & TaskPage)
  | ({ readonly kind: 'preview' } & PreviewPage)
  | { readonly kind: 'trouble'; readonly why: Trouble; readonly colleague?: Colleague }

/** A page of the desk as HTML, from facts alone: it works without scripts. */
export const renderDesk = (page: DeskPage, language: Language, policy: Policy): string =>
  deskFrame(content(page, language, policy), language, policy)

function content(page: DeskPage, language: Language, policy: Policy): DeskContent {
  switch (page.kind) {
    case 'queue':
      return queue(page, language, policy)
    case 'found':
      return found(page, language, policy)
    case 'request':
      return request(page, language, policy)
    case 'enter':
      return enter(page, language, policy)
    case 'disclosures':
      return disclosures(page, language, policy)
    case 'ask':
      return ask(page, language, policy)
    case 'promises':
      return promises(page, language, policy)
    case 'record':
      return record(page, language, policy)
    case 'tasks':
      return tasks(page, language, policy)
    case 'task':
      return task(page, language, policy)
    case 'preview':
      return preview(page, language)
    case 'trouble':
      return trouble(page, language)
  }
}

function trouble({ why, colleague }: Extract<DeskPage, { kind: 'trouble' }>, language: Language): DeskContent {
  const words = deskWordingOf(language)
  const { title, text } = words.trouble[why]
  return {
    heading: title,
    ...(colleague ? { colleague } : {}),
    main: html`<h1>${title}</h1>
<p class="lead">${text}</p>
<p>${colleague ? html`<a class="button" href="/desk?lang=${language}">${words.back}</a>` : html`<a class="button" href="/desk/sign-in">${words.signIn}</a>`}</p>`,
  }
}

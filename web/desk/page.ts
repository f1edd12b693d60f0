import type { Language, Policy } from '../../policy/schema.ts'
import { deskWordingOf } from '../../policy/wording/desk.ts'
import { html } from '../html.ts'
import type { AskPage } from './asking.ts'
import type { DisclosuresPage } from './disclosures.ts'
import type { EnterPage } from './enter.ts'
import type { FiguresPage } from './figures.ts'
import { type Colleague, type DeskContent, deskFrame } from './frame.ts'
import type { PolicyPage } from './policy.ts'
import type { PromisesPage } from './promises.ts'
import type { FoundPage, QueuePage } from './queue.ts'
import type { RecordPage } from './record.ts'
import type { RequestPage } from './request.ts'
import type { TaskPage } from './task.ts'
import type { TasksPage } from './tasks.ts'
import type { PreviewPage } from './write.ts'

/** Why somebody sees no page of the desk. */
type Trouble = keyof ReturnType<typeof deskWordingOf>['trouble']
type TroublePage = { readonly kind: 'trouble'; readonly why: Trouble; readonly colleague?: Colleague }

/** The facts that each page shows. */
type Facts = {
  readonly queue: QueuePage
  readonly found: FoundPage
  readonly request: RequestPage
  readonly enter: EnterPage
  readonly disclosures: DisclosuresPage
  readonly ask: AskPage
  readonly promises: PromisesPage
  readonly figures: FiguresPage
  readonly policy: PolicyPage
  readonly record: RecordPage
  readonly tasks: TasksPage
  readonly task: TaskPage
  readonly preview: PreviewPage
}
export type Kind = keyof Facts

/** Pages of the desk, by the facts they show; why there is none can stand instead of each. */
export type DeskPage<Shown extends Kind = Kind> = { [K in Shown]: { readonly kind: K } & Facts[K] }[Shown] | TroublePage

/** Pages by their kind: how each is made. A function carries those that it shows, with their texts, and no others. */
export type DeskPages = {
  readonly [K in Kind]?: (facts: Facts[K], language: Language, policy: Policy) => DeskContent
}

/** A page of the desk as HTML, from facts alone: it works without scripts. @param pages those that can be shown here */
export const renderDeskPage = (page: DeskPage, pages: DeskPages, language: Language, policy: Policy): string =>
  deskFrame(
    page.kind === 'trouble' ? trouble(page, language) : content(page, pages, language, policy),
    language,
    policy,
  )

function content<K extends Kind>(
  page: { readonly kind: K } & Facts[K],
  pages: DeskPages,
  language: Language,
  policy: Policy,
): DeskContent {
  const made = pages[page.kind]
  if (!made) throw new Error(`no page of the kind ${page.kind} is shown here`)
  return made(page, language, policy)
}

function trouble({ why, colleague }: TroublePage, language: Language): DeskContent {
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

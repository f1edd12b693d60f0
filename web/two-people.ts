import type { DeskRequest } from '../functions/contract/desk/request.ts'
import type { RequestView } from '../functions/contract/request.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { twoPeopleWordingOf } from '../policy/wording/two-people.ts'
import { moment } from '../policy/wording/wording.ts'
import type { Content } from './frame.ts'
import { type Html, html } from './html.ts'
import { addressOf, type Linked } from './linked.ts'
import { problemAbove } from './problem.ts'

const desk = ({ reference }: RequestView, language: Language): Html =>
  html`<a href="/desk/requests/${reference}?lang=${language}">${twoPeopleWordingOf(language).decide.desk}</a>`

/** Instead of a decision that is proposed and waits for a second person. */
export function proposed({ request, token }: Linked, until: string, language: Language, policy: Policy): Content {
  const { title, text } = twoPeopleWordingOf(language).decide
  return {
    heading: title,
    elsewhere: (other) => addressOf(token, other),
    main: html`<p class="eyebrow">${pagesWordingOf(language).request.reference} <span class="reference">${request.reference}</span></p>
<h1>${title}</h1>
<p class="lead">${text(moment(until, language, policy))}</p>
<p>${desk(request, language)}</p>`,
  }
}

/** Before a decision: that a part of it is only proposed. */
export const takesIfNot = (act: DeskRequest['takesTwo'][number], language: Language, policy: Policy): Html | false =>
  policy.desk?.twoPeople?.acts.includes(act) === true &&
  html`<p class="hint">${twoPeopleWordingOf(language).decide.takesIfNot}</p>`

/** Why a decision over a link that was mailed was not taken, and where it is proposed. */
export const onTheDesk = (request: RequestView, language: Language): Html =>
  problemAbove(
    language,
    html`<p>${twoPeopleWordingOf(language).decide.onTheDesk}</p>
<p>${desk(request, language)}</p>`,
  )

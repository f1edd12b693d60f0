import type { Language, Policy } from '../policy/schema.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { moment } from '../policy/wording/wording.ts'
import { keptList } from './coverage.ts'
import type { Content } from './frame.ts'
import { hidden, html } from './html.ts'
import { addressOf, type Linked } from './linked.ts'

/** A page of its own before what nobody can undo. */
export function eraseNow({ request, token }: Linked, language: Language, policy: Policy): Content {
  const words = pagesWordingOf(language)
  const kept = keptList(request, language, policy)
  return {
    heading: words.eraseNow.title,
    elsewhere: (other) => addressOf(token, other, 'confirm=erase-now&'),
    main: html`<p class="eyebrow">${words.request.reference} <span class="reference">${request.reference}</span></p>
<h1>${words.eraseNow.title}</h1>
<p class="lead">${words.eraseNow.text(moment(request.eraseAt ?? request.promisedBy, language, policy))}</p>
<p>${words.eraseNow.copies}</p>
${kept && html`<p>${words.eraseNow.kept}</p>${kept}`}
<form class="choice" action="/requests/${encodeURIComponent(token)}/erase-now" method="post">
${hidden({ language })}
<button class="danger">${words.eraseNow.button}</button>
<a href="${addressOf(token, language)}">${words.eraseNow.back}</a>
</form>`,
  }
}

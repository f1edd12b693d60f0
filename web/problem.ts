import type { Language } from '../policy/schema.ts'
import { wordingOf } from '../policy/wording/wording.ts'
import { type Html, html } from './html.ts'

/** What stands above a page of which something could not be taken: it is read first, and leads to where it is put right. */
export const problemAbove = (language: Language, what: Html): Html =>
  html`<div class="problem" role="alert" tabindex="-1" autofocus aria-labelledby="problem">
<h2 id="problem">${wordingOf(language).pages.problem}</h2>
${what}
</div>`

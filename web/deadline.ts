import type { Language, Policy } from '../policy/schema.ts'
import { deadlinesWordingOf } from '../policy/wording/deadlines.ts'
import { disclosureWordingOf } from '../policy/wording/disclosure.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { moment } from '../policy/wording/wording.ts'
import { coverage } from './coverage.ts'
import type { Content } from './frame.ts'
import { html } from './html.ts'
import { addressOf, type Linked } from './linked.ts'
import { longer } from './longer.ts'

export type Deadline = Linked & {
  /** What is still waited for; absent: nothing is. */
  readonly waits?: 'company' | 'systems' | 'law' | 'time' | 'person'
  /** Until when the company may take longer, while it may still say so. */
  readonly longerUntil?: string
}

/** For the company's officer: what a request waits for whose deadline comes near, and a way to take longer. */
export function deadline(page: Deadline, language: Language, policy: Policy): Content {
  const { request, token, waits, longerUntil } = page
  const { page: words, waits: names } = deadlinesWordingOf(language)
  const pages = pagesWordingOf(language)
  const heading = waits === undefined ? words.over : words.title
  return {
    heading,
    elsewhere: (other) => addressOf(token, other),
    main: html`<p class="eyebrow">${pages.request.reference} <span class="reference">${request.reference}</span></p>
<h1>${heading}</h1>
<p class="lead">${waits === undefined ? words.overText : words.lead}</p>
<dl class="answers">
<div><dt>${words.right}</dt><dd>${request.right === 'disclosure' ? disclosureWordingOf(language).name : pages.rights[request.right].name}</dd></div>
<div><dt>${words.by}</dt><dd><time datetime="${request.promisedBy}">${moment(request.promisedBy, language, policy)}</time></dd></div>
${waits !== undefined && html`<div><dt>${words.waits}</dt><dd>${names[waits]}</dd></div>`}
</dl>
${request.longer !== undefined && html`<p>${words.extended}</p>`}
${coverage(request, language, policy)}
${longerUntil !== undefined && longer(token, longerUntil, language, policy)}`,
  }
}

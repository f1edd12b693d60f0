import type { Language, Policy } from '../policy/schema.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { moment } from '../policy/wording/wording.ts'
import { type Content, labelOf } from './frame.ts'
import { hidden, html } from './html.ts'

/** What a link in one of the company's mails leads to: one button, no sign-in, no question why. */
export function mailing(
  { list, token, since }: { readonly list: string; readonly token: string; readonly since?: string },
  language: Language,
  policy: Policy,
): Content {
  const words = pagesWordingOf(language).mailing
  const name = labelOf(policy.lists, list, language)
  const act = `/mailing/${encodeURIComponent(token)}`
  const button = (lists: 'this' | 'all', says: string) =>
    html`<form action="${act}" method="post">${hidden({ lists, language })}<button${lists === 'all' && html` class="quiet"`}>${says}</button></form>`
  const heading = since ? words.done : words.title(name)
  const more = Object.keys(policy.lists).length > 1 && button('all', words.all)
  return {
    heading,
    elsewhere: (other) => `${act}?lang=${other}`,
    main: since
      ? html`<h1>${heading}</h1>
<p class="lead">${words.since(name, moment(since, language, policy))}</p>
<p>${words.still} ${words.again}</p>
${more}`
      : html`<h1>${heading}</h1>
<p class="lead">${words.text}</p>
<div class="acts">
${button('this', words.button)}
${more}
</div>
<p>${words.still}</p>`,
  }
}

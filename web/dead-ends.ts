import type { Language, Policy } from '../policy/schema.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { askOf, type Content, homeOf } from './frame.ts'
import { type Html, html } from './html.ts'

/** A page that cannot go on says what was not lost and where to go from here. */
export function deadEnd(kind: 'link-unknown' | 'error' | 'missing', language: Language, policy: Policy): Content {
  const words = pagesWordingOf(language)
  const home = { href: homeOf(language, policy) }
  const page = {
    'link-unknown': { ...words.unknown, href: askOf(language, policy) },
    error: { ...words.failed, ...home },
    missing: { ...words.missing, try: undefined, ...home },
  }[kind]
  return {
    heading: page.title,
    elsewhere: (other) => homeOf(other, policy),
    main: html`<h1>${page.title}</h1>
<p class="lead">${page.text}</p>
${page.try !== undefined && html`<p>${page.try}</p>`}
<p><a class="button" href="${page.href}">${page.again}</a></p>
${kind === 'missing' && policy.languages.filter((other) => other !== language).map((other) => alsoIn(other, policy))}`,
  }
}

/** The page for an address that does not exist is one file for everybody: it speaks every language. */
function alsoIn(language: Language, policy: Policy): Html {
  const { missing } = pagesWordingOf(language)
  return html`<div lang="${language}" class="also">
<h2>${missing.title}</h2>
<p>${missing.text}</p>
<p><a href="${homeOf(language, policy)}">${missing.again}</a></p>
</div>`
}

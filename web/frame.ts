import { type Right, rights } from '../policy/rights.ts'
import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import { wordingOf } from '../policy/wording/wording.ts'
import { type Html, html } from './html.ts'

/** What stands between header and footer, and how the page is found in another language. */
export type Content = {
  /** The page's one heading; also its title. */
  readonly heading: string
  readonly main: Html
  /** A field has to be corrected: the title says so first, because a screen reader reads it first. */
  readonly wrong?: boolean
  /** The same page in another language: an address, or a form that sends what was sent; absent: there is none. */
  readonly elsewhere?: (language: Language) => string | Html
}

/** Where a language's static pages begin: `/` for the policy's first language. */
export const homeOf = (language: Language, policy: Policy): string =>
  language === policy.languages[0] ? '/' : `/${language}/`

/** The form; with a right it is the one that is chosen there. */
export const askOf = (language: Language, policy: Policy, right?: Right): string =>
  `${homeOf(language, policy)}ask/${right === undefined || right === rights[0] ? '' : `${right}/`}`

/** A whole page: no script, no inline style, nothing from anywhere else. */
export function frame(content: Content, language: Language, policy: Policy): string {
  const words = wordingOf(language).pages
  const title = `${content.wrong ? `${words.error}: ` : ''}${content.heading} – ${words.of(policy.company.name)}`
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header>
<div class="measure">
<a class="brand" href="${homeOf(language, policy)}"><span class="mark" aria-hidden="true"></span><span>${words.of(policy.company.name)}</span></a>
${languages(content, language, policy)}
</div>
</header>
<main id="main" tabindex="-1">
${content.main}
</main>
${footer(language, policy)}
</body>
</html>
`.toString()
}

function languages({ elsewhere }: Content, language: Language, policy: Policy): Html | false {
  const others = policy.languages.filter((one) => one !== language)
  return (
    elsewhere !== undefined &&
    others.length > 0 &&
    html`<nav aria-label="${wordingOf(language).pages.languages}"><ul>${others.map((other) => {
      const there = elsewhere(other)
      const name = wordingOf(other).pages.name
      return html`<li>${typeof there === 'string' ? html`<a href="${there}" lang="${other}" hreflang="${other}">${name}</a>` : there}</li>`
    })}</ul></nav>`
  )
}

function footer(language: Language, policy: Policy): Html {
  const words = wordingOf(language)
  const { replyTo } = policy.mail
  return html`<footer>
<div class="measure">
<p>${words.pages.human} <a href="mailto:${replyTo}">${replyTo}</a></p>
<p>${words.pages.free} ${words.complain}</p>
<p>${policy.company.address}</p>
</div>
</footer>`
}

/** A label of the policy; a name the policy no longer has stands for itself. */
export const labelOf = (
  named: Readonly<Record<string, { readonly label: Policy['categories'][string]['label'] }>>,
  name: string,
  language: Language,
): string => {
  const found = named[name]
  return found ? inLanguage(found.label, language) : name
}

import type { Language, Policy } from '../../policy/schema.ts'
import { deskWordingOf } from '../../policy/wording/desk.ts'
import { deskDisclosuresWordingOf } from '../../policy/wording/desk-disclosures.ts'
import { deskTasksWordingOf } from '../../policy/wording/desk-tasks.ts'
import { enteredWordingOf } from '../../policy/wording/entered.ts'
import { wordingOf } from '../../policy/wording/wording.ts'
import { type Html, hidden, html } from '../html.ts'

/** Who looks at the page, and the token that their forms send along. */
export type Colleague = {
  readonly name: string
  readonly role: 'officer' | 'agent' | 'auditor'
  readonly csrf: string
}

export type DeskContent = {
  /** The page's one heading; also its title. */
  readonly heading: string
  readonly main: Html
  /** Absent: nobody is signed in. */
  readonly colleague?: Colleague
}

/** A form of the desk. @param action its path */
export const form = (action: string, { csrf }: Colleague, language: Language, fields: Html, more = ''): Html =>
  html`<form action="${action}" method="post"${more !== '' && html` class="${more}"`} novalidate>
${fields}
${hidden({ csrf, language })}
</form>`

/** A whole page of the desk: no script, no inline style, nothing from anywhere else. */
export function deskFrame({ heading, main, colleague }: DeskContent, language: Language, policy: Policy): string {
  const words = deskWordingOf(language)
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${heading} – ${words.of(policy.company.name)}</title>
<link rel="stylesheet" href="/style.css">
<link rel="stylesheet" href="/desk.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
</head>
<body class="desk">
<a class="skip" href="#main">${wordingOf(language).pages.skip}</a>
<header>
<div class="measure">
<a class="brand" href="/desk?lang=${language}"><span class="mark" aria-hidden="true"></span><span>${words.of(policy.company.name)}</span></a>
${
  colleague &&
  html`<nav aria-label="${words.nav.label}"><ul>
<li><a href="/desk?lang=${language}">${words.nav.queue}</a></li>
${colleague.role !== 'auditor' && html`<li><a href="/desk/enter?lang=${language}">${enteredWordingOf(language).page.nav}</a></li>`}
<li><a href="/desk/tasks?lang=${language}">${deskTasksWordingOf(language).nav}</a></li>
${policy.disclosures && html`<li><a href="/desk/disclosures?lang=${language}">${deskDisclosuresWordingOf(language).nav}</a></li>`}
<li><a href="/desk/promises?lang=${language}">${words.nav.promises}</a></li>
<li><a href="/desk/figures?lang=${language}">${words.nav.figures}</a></li>
<li><a href="/desk/record?lang=${language}">${words.nav.record}</a></li>
<li><span class="who">${words.nav.signedInAs(colleague.name)} (${words.roles[colleague.role]})</span></li>
<li>${form('/desk/sign-out', colleague, language, html`<button class="quiet">${words.nav.signOut}</button>`)}</li>
</ul></nav>`
}
</div>
</header>
<main id="main" tabindex="-1">
${main}
</main>
</body>
</html>
`.toString()
}

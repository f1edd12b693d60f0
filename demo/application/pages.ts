import { type Html, html } from '../../web/html.ts'
import type { Account, Portal } from '../company/company.ts'
import { ada, ben } from '../company/known.ts'
import type { Part } from './part.ts'
import type { Sight } from './sight.ts'
import type { Told } from './use.ts'

/** The frame of every page of Papyra's own application. @param centre address of the privacy centre */
export const frame = (title: string, content: Html, centre: string): string =>
  String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Papyra Office</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header><a href="/">Papyra Office</a><span>Back office</span></header>
<main id="content">
<h1>${title}</h1>
${content}
</main>
<footer><p>A demo company: every person in it is invented. <a href="${centre}">Go to its privacy centre</a></p></footer>
</body>
</html>
`)

const search = (question: string) => html`<form action="/" role="search">
<label for="q">Name, e-mail address or account</label>
<div class="row"><input id="q" name="q" type="search" value="${question}" autocomplete="off"><button>Search</button></div>
</form>`

export const home = (portals: readonly Portal[], accounts: readonly Account[]): Html => html`
<p>What the company’s own application sees, read live from its stores with its own rights.</p>
${search('')}
<h2>People to play with</h2>
<p>They stand here by account number, because the application knows nothing else once their data are restricted.</p>
<ul class="chips">${[...ada.accounts, ...ben.accounts].map((id) => html`<li>${linkTo(id, accounts)}</li>`)}</ul>
<h2>${portals.length} portals, ${accounts.length} accounts</h2>
<div class="wide" role="region" aria-label="Portals" tabindex="0"><table>
<thead><tr><th scope="col">Portal</th><th scope="col">Plan</th><th scope="col">Region</th><th scope="col" class="number">Accounts</th></tr></thead>
<tbody>${portals.map(
  (portal) =>
    html`<tr><th scope="row"><a href="/portals/${portal.id}">${portal.name}</a></th><td>${portal.plan}</td><td>${
      portal.region
    }</td><td class="number">${accounts.filter(({ portalId }) => portalId === portal.id).length}</td></tr>`,
)}</tbody>
</table></div>`

function linkTo(id: string, accounts: readonly Account[]): Html {
  const found = accounts.find((account) => account.id === id)
  return html`<a href="/accounts/${id}">${id}${found ? `, ${found.firstName} ${found.lastName}` : ', nobody here'}</a>`
}

export const found = (question: string, accounts: readonly Account[]): Html => html`
${search(question)}
${accounts.length === 0 ? html`<p class="note">The application finds nobody.</p>` : people(accounts)}`

export const members = (accounts: readonly Account[]): Html =>
  accounts.length === 0 ? html`<p class="note">The application sees nobody in this portal.</p>` : people(accounts)

const people = (
  accounts: readonly Account[],
) => html`<div class="wide" role="region" aria-label="People" tabindex="0"><table>
<thead><tr><th scope="col">Name</th><th scope="col">E-mail</th><th scope="col">Account</th><th scope="col">Role</th></tr></thead>
<tbody>${accounts.map(
  ({ id, firstName, lastName, email, role }) =>
    html`<tr><th scope="row"><a href="/accounts/${id}">${firstName} ${lastName}</a></th><td>${email}</td><td>${id}</td><td>${role}</td></tr>`,
)}</tbody>
</table></div>`

const answers: Readonly<Record<Told, string>> = {
  noted: 'Oblige has noted that the account is used.',
  stays:
    'The account was scheduled for removal and stays: Oblige is bringing everything back, and writes when it is done.',
  'too-late': 'The account is being erased, or its person asked for that: signing in changes nothing about it.',
  'not-told': 'Oblige could not be reached, and hears of it with the next report.',
}

/** What signing in came to. */
export const signedIn = (id: string, told: Told): Html => html`
<p class="note">${answers[told]}</p>
<p><a href="/accounts/${id}">See the account</a></p>`

/** One account: what the application sees of it in each system. @param name of whom one can sign in as; absent: nobody */
export const account = (sight: Sight, others: readonly Account[], name?: string): Html => {
  const visible = sight.parts.reduce((sum, { rows }) => sum + rows.length, 0)
  return html`
${visible === 0 ? html`<p class="note">The application sees nothing of this account. Its data are restricted or erased; from here nobody can tell which.</p>` : ''}
${sight.parts.map(
  ({ refused }) =>
    refused &&
    html`<p class="note">S3 still lists ${refused.count} versions of files, and opens none: it answers <code>${refused.answer}</code>.</p>`,
)}
<div class="wide" role="region" aria-label="What is seen" tabindex="0"><table>
<caption>What the application sees now</caption>
<thead><tr><th scope="col">System</th><th scope="col">What</th><th scope="col" class="number">Records</th></tr></thead>
<tbody>${sight.parts.map(
    ({ system, what, rows, refused }) =>
      html`<tr><td>${system}</td><th scope="row">${what}</th><td class="number">${rows.length}${
        refused ? `, ${refused.count} refused` : ''
      }</td></tr>`,
  )}</tbody>
</table></div>
${name && html`<form method="post" action="/accounts/${sight.account}/sign-in"><button>Sign in as ${name}</button></form>`}
<p class="fingerprint">Fingerprint of all that is seen: <code>${sight.fingerprint.slice(0, 16)}</code></p>
${
  others.length > 0
    ? html`<p>The same address has ${others.length === 1 ? 'another account' : 'other accounts'}: ${others.map(
        ({ id }) => html`<a href="/accounts/${id}">${id}</a> `,
      )}</p>`
    : ''
}
${sight.parts.filter(({ rows }) => rows.length > 0).map(rowsOf)}`
}

const rowsOf = ({ what, columns, rows }: Part): Html => html`<details>
<summary>${what} (${rows.length})</summary>
<div class="wide" role="region" aria-label="${what}" tabindex="0"><table>
<thead><tr>${columns.map((column) => html`<th scope="col">${column.replaceAll('_', ' ')}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${columns.map((column) => html`<td>${cell(row[column])}</td>`)}</tr>`)}</tbody>
</table></div>
</details>`

const cell = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)

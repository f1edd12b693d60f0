import { type Right, rights } from '../policy/rights.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { aboutOf, duration, moment } from '../policy/wording/wording.ts'
import { askOf, type Content } from './frame.ts'
import { type Html, hidden, html } from './html.ts'
import { childQuestion } from './minors.ts'
import { problemAbove } from './problem.ts'

/** The questions: what, and whose. What was given stays; what is wrong with it stands above and at the field. */
export function ask(
  page: { right?: Right; address?: string; problem?: 'address' },
  language: Language,
  policy: Policy,
): Content {
  const words = pagesWordingOf(language)
  const { address = '', right = rights[0] } = page
  const error = page.problem && (address.trim() === '' ? words.ask.missing : words.ask.wrong)
  return {
    heading: words.ask.heading,
    wrong: error !== undefined,
    elsewhere: (other) => (error ? again(other, { address, right, step: 'change' }) : askOf(other, policy, right)),
    main: html`${error && problemAbove(language, html`<p><a href="#address">${error}</a></p>`)}
<form action="/requests" method="post" novalidate>
<h1>${words.ask.heading}</h1>
<fieldset>
<legend>${words.ask.wish}</legend>
${rights.map(
  (one) => html`<div class="option">
<input type="radio" id="${one}" name="right" value="${one}"${one === right && html` checked`} aria-describedby="${one}-more">
<label for="${one}">${words.rights[one].name}</label>
<p class="hint" id="${one}-more">${words.rights[one].more}</p>
</div>`,
)}
</fieldset>
<div class="field${error ? ' wrong' : ''}">
<p class="question"><label for="address">${words.ask.title}</label></p>
<p class="hint" id="hint">${words.ask.hint}</p>
${error && html`<p class="error" id="error"><span class="unseen">${words.error}: </span>${error}</p>`}
<input id="address" name="address" type="email" inputmode="email" autocomplete="email" autocapitalize="none" spellcheck="false" maxlength="254" required aria-describedby="hint${error ? ' error' : ''}"${error ? html` aria-invalid="true"` : ''} value="${address}">
</div>
${hidden({ language })}
<button name="step" value="check">${words.ask.next}</button>
</form>`,
  }
}

/** Check your answers: everything that will be sent, each with a way to change it. */
export function check(
  { address, right }: { address: string; right: Right },
  language: Language,
  policy: Policy,
): Content {
  const words = pagesWordingOf(language).check
  return {
    heading: words.title,
    elsewhere: (other) => again(other, { address, right, step: 'check' }),
    main: html`<h1>${words.title}</h1>
<dl class="answers">
<div><dt>${words.address}</dt><dd>${address}</dd><dd class="change"><form action="/requests" method="post">${hidden({ address, right, language })}<button class="quiet" name="step" value="change">${words.change}<span class="unseen"> ${words.changeWhat}</span></button></form></dd></div>
<div><dt>${words.wish}</dt><dd>${words.wishes[right]}</dd></div>
</dl>
<h2>${words.after}</h2>
<ol class="steps">${words.steps[aboutOf(right)].map((step) => html`<li>${step}</li>`)}</ol>
<form action="/requests" method="post">
${hidden({ address, language, right })}
${
  right === 'restriction' &&
  html`<fieldset>
<legend>${words.ground}</legend>
<p class="hint">${words.groundMore}</p>
${(['none', 'accuracy', 'unlawful', 'claims', 'objection'] as const).map(
  (one) => html`<div class="option">
<input type="radio" id="${one}" name="ground" value="${one}"${one === 'none' && html` checked`}>
<label for="${one}">${words.grounds[one]}</label>
</div>`,
)}
</fieldset>`
}
${childQuestion(language, policy)}
<button name="step" value="send">${words.send}</button>
</form>`,
  }
}

type Received = { readonly right: Right; readonly reference: string; readonly promisedBy: string }

/** Where the page "Request received" lies: a browser is sent there, and to load it again sends nothing again. */
export const receivedAt = ({ reference, right, promisedBy }: Received, language: Language): string =>
  `/requests?${new URLSearchParams({ reference, right, by: promisedBy, lang: language })}`

/** The same words whether or not the address is known. */
export function received(page: Received, language: Language, policy: Policy): Content {
  const words = pagesWordingOf(language).received
  return {
    heading: words.title,
    elsewhere: (other) => receivedAt(page, other),
    main: html`<div class="panel">
<h1>${words.title}</h1>
<p>${words.reference}<br><strong class="reference">${page.reference}</strong></p>
</div>
<h2>${words.next}</h2>
<ol class="steps">
<li>${words.mail}</li>
<li>${words.link(duration(policy.periods.confirmLink, language))}</li>
<li>${words.by[aboutOf(page.right)](moment(page.promisedBy, language, policy))}</li>
</ol>
<h2>${words.noMail}</h2>
<p>${words.spam(policy.limits.mailsPerAddressAndDay)}</p>
<p><a href="${askOf(language, policy, page.right)}">${words.again}</a></p>`,
  }
}

/** The page in another language, with what was sent so far: an address never stands in a link. */
const again = (language: Language, values: Readonly<Record<string, string>>): Html =>
  html`<form action="/requests" method="post">${hidden({ ...values, language })}<button class="quiet" lang="${language}">${pagesWordingOf(language).name}</button></form>`

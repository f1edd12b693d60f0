import type { RequestView } from '../functions/contract/request.ts'
import type { Act } from '../policy/recipients.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { recipientsWordingOf } from '../policy/wording/recipients.ts'
import { moment } from '../policy/wording/wording.ts'
import type { Content } from './frame.ts'
import { type Html, hidden, html } from './html.ts'

type Recipient = NonNullable<RequestView['recipients']>[number]

/** Who else was told what, and whether they confirmed it (GDPR Art. 19). */
export function recipients({ recipients = [] }: RequestView, language: Language, policy: Policy): Html | false {
  if (recipients.length === 0) return false
  const words = recipientsWordingOf(language).section
  const names = [...new Set(recipients.map(({ recipient }) => recipient))]
  return html`<section aria-labelledby="recipients">
<h2 id="recipients">${words.title}</h2>
<table>
<thead class="unseen"><tr><th scope="col">${words.who}</th><th scope="col">${words.answer}</th></tr></thead>
${names.map(
  (name) => html`<tbody>
<tr class="system"><th scope="rowgroup" colspan="2">${policy.recipients[name]?.name ?? name}</th></tr>
${recipients
  .filter(({ recipient }) => recipient === name)
  .map((one) => html`<tr><th scope="row">${words.what[one.act]}</th><td>${standing(one, language, policy)}</td></tr>`)}
</tbody>`,
)}
</table>
</section>`
}

function standing({ toldAt, confirmedAt, accepted, givenUp }: Recipient, language: Language, policy: Policy): string {
  const words = recipientsWordingOf(language).section
  const at = (instant: string) => moment(instant, language, policy)
  if (toldAt && confirmedAt) return words.confirmed(at(toldAt), at(confirmedAt))
  if (givenUp) return words.givenUp
  if (!toldAt) return words.notYet
  return accepted ? words.accepted(at(toldAt)) : words.told(at(toldAt))
}

export type Confirming = {
  readonly reference: string
  readonly recipient: string
  readonly act: Act
  readonly token: string
} & ({ readonly state: 'open' | 'over' } | { readonly state: 'done'; readonly at: string })

/** Where a recipient confirms that it did what it was told: nothing of the person, and one button. */
export function confirming(page: Confirming, language: Language, policy: Policy): Content {
  const { reference, recipient, act, token } = page
  const words = recipientsWordingOf(language).page
  const here = `/notices/${encodeURIComponent(token)}`
  const name = policy.recipients[recipient]?.name ?? recipient
  const [heading, text] =
    page.state === 'done'
      ? [words.done, words.doneText(moment(page.at, language, policy))]
      : page.state === 'over'
        ? [words.over, words.overText]
        : [words.title[act], words.lead(name)]
  return {
    heading,
    elsewhere: (other) => `${here}?lang=${other}`,
    main: html`<p class="eyebrow">${pagesWordingOf(language).request.reference} <span class="reference">${reference}</span></p>
<h1>${heading}</h1>
<p class="lead">${text}</p>
${page.state === 'open' && html`<form action="${here}" method="post">${hidden({ language })}<button>${words.button}</button></form>`}`,
  }
}

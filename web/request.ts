import type { AskedView } from '../functions/contract/request.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { deadlinesWordingOf } from '../policy/wording/deadlines.ts'
import { mailboxWordingOf } from '../policy/wording/mailbox.ts'
import { objectionWordingOf } from '../policy/wording/objection.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { day, moment, wordingOf } from '../policy/wording/wording.ts'
import { acts, takingBack } from './acts.ts'
import { coverage, keptList } from './coverage.ts'
import type { Content } from './frame.ts'
import { type Html, html } from './html.ts'
import { type Answered, askedAgain, identifying, identityProblem } from './identity.ts'
import { type Asked, addressOf } from './linked.ts'
import { consenting, guardianProblem } from './minors.ts'
import { type Objected, objecting, objectionActs, objectionProblem, useList } from './objection.ts'
import { problemAbove } from './problem.ts'
import { recipients } from './recipients.ts'
import { standing } from './standing.ts'
import { itemList, prefilled, problems, stating, type Typed } from './state.ts'
import { picture, timeline } from './timeline.ts'
import { askedAgainAfter } from './turned-down.ts'

/** What was sent over the page and has to be put right. */
export type Sent = {
  readonly problem?: 'erasure-first'
  readonly typed?: Typed
  readonly objected?: Objected
  readonly answered?: Answered
  /** What a mail says is right, to be sent by whoever holds the link. */
  readonly proposed?: string
  /** What was typed as a guardian's address, and cannot be one. */
  readonly guardian?: string
}

/** A request's page: where it stands, what can be done now, how it came here and goes on, and what every system said. */
export function request(page: Asked & Sent, language: Language, policy: Policy): Content {
  const { request, token, typed, objected, answered, guardian } = page
  const { heading, lead } = standing(request, language, policy)
  return {
    heading,
    wrong: typed !== undefined || objected !== undefined || answered !== undefined || guardian !== undefined,
    elsewhere: (other) => addressOf(token, other),
    main: html`${toPutRight(page, language, policy)}
<p class="eyebrow">${pagesWordingOf(language).request.reference} <span class="reference">${request.reference}</span></p>
<h1>${heading}</h1>
${lead}
${takesLonger(request, language, policy)}
${cameBack(request, language, policy)}
${toDo(page, language, policy)}
${askedAgain(request, language, policy)}
${askedAgainAfter(request, language, policy)}
${itemList(request, language, policy)}
${useList(request, language, policy)}
${request.right === 'processing-objection' && objectionActs({ request, token }, language, policy)}
${takingBack({ request, token }, language)}
${course({ request, token }, language, policy)}
${coverage(request, language, policy)}
${recipients(request, language, policy)}
${stays(request, language, policy)}
${inBackups(request, language, policy)}`,
  }
}

/** What could not be taken as it was sent. */
const toPutRight = ({ problem, typed, objected, answered, guardian }: Sent, language: Language, policy: Policy): Html =>
  html`${problems(typed, language, policy)}${objectionProblem(objected, language, policy)}${identityProblem(answered, language, policy)}${guardianProblem(guardian, language)}${
    problem && problemAbove(language, html`<p>${pagesWordingOf(language).request.erasureFirst}</p>`)
  }`

/** GDPR Art. 12(3): what the person was told of it; of an objection it stands in the lead. */
const takesLonger = (request: AskedView, language: Language, policy: Policy): Html | false =>
  request.longer !== undefined &&
  request.right !== 'processing-objection' &&
  html`<p class="lead">${deadlinesWordingOf(language).longer.page(objectionWordingOf(language).longer[request.longer], moment(request.promisedBy, language, policy))}</p>`

/** A letter did not arrive. */
const cameBack = ({ undeliveredAt }: AskedView, language: Language, policy: Policy): Html | false =>
  undeliveredAt !== undefined &&
  html`<p class="lead">${mailboxWordingOf(language).cameBack(moment(undeliveredAt, language, policy))}</p>`

/** The form, where something is asked of the person; or else what they can do. */
function toDo(page: Asked & Sent, language: Language, policy: Policy): Html | false {
  const { request, token, typed, objected, answered, proposed, guardian } = page
  if (request.status === 'consenting') return consenting({ request, token }, guardian, language, policy)
  if (!request.actions.includes('state')) return acts({ request, token }, language, policy)
  if (request.status === 'identifying') return identifying({ request, token }, answered, language, policy)
  return request.right === 'processing-objection'
    ? objecting({ request, token }, objected, language, policy)
    : stating({ request, token }, typed ?? prefilled(proposed), language, policy)
}

/** How it came here and goes on, step by step. */
function course({ request, token }: Asked, language: Language, policy: Policy): Html | false {
  const words = pagesWordingOf(language).request
  return (
    !['unverified', 'expired'].includes(request.status) &&
    html`<section aria-labelledby="timeline">
<h2 id="timeline">${words.timeline}</h2>
${['restricting', 'grace'].includes(request.status) && picture(request, language, policy)}
${timeline(request, language, policy)}
<p><a href="/requests/${encodeURIComponent(token)}/history" download>${words.history}</a></p>
</section>`
  )
}

/** N7: what is kept, and why. */
function stays(request: AskedView, language: Language, policy: Policy): Html | false {
  const kept = keptList(request, language, policy)
  return (
    kept &&
    html`<section aria-labelledby="keeps"><h2 id="keeps">${pagesWordingOf(language).request.keeps}</h2>${kept}</section>`
  )
}

/** Until when backups hold what is erased. */
const inBackups = ({ status, backupsUntil, at }: AskedView, language: Language, policy: Policy): Html | false =>
  status === 'erased' &&
  backupsUntil !== undefined &&
  at < backupsUntil &&
  html`<section aria-labelledby="backups"><h2 id="backups">${pagesWordingOf(language).request.backupsTitle}</h2><p>${wordingOf(language).backups(day(backupsUntil, language, policy))}</p></section>`

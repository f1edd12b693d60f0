import type { AskedView } from '../functions/contract/request.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { aboutOf, distance, moment } from '../policy/wording/wording.ts'
import { wishForCopy } from './copy.ts'
import { askOf } from './frame.ts'
import { type Html, hidden, html } from './html.ts'
import { type Asked, addressOf } from './linked.ts'
import { wordsFor } from './timeline.ts'

/** What the person can do now, the safest first. */
export function acts({ request, token }: Asked, language: Language, policy: Policy): Html | false {
  const words = wordsFor(request, language)
  const { status, actions } = request
  const signed = certificate({ request, token }, language)
  const askAgain = (text: string) =>
    html`${signed}<p><a href="${askOf(language, policy, request.right)}">${text}</a></p>`
  switch (status) {
    case 'unverified':
      return (
        actions.includes('confirm') &&
        html`${button(token, 'confirm', words.confirmButton[aboutOf(request.right)], language)}<p>${words.confirmNot}</p>`
      )
    case 'expired':
      return actions.includes('confirm') && button(token, 'confirm', words.expiredButton, language)
    case 'restricting':
    case 'grace':
    case 'holding':
    case 'held':
      return whileUnavailable({ request, token }, language, policy)
    case 'gathering':
      return html`${reload(token, language)}${withdrawing({ request, token }, language)}`
    case 'ready':
      return html`${fetching({ request, token }, language, policy)}${withdrawing({ request, token }, language)}`
    case 'restoring':
    case 'lifting':
    case 'erasing':
    case 'discarding':
    case 'withdrawing':
    case 'stopping':
    case 'correcting':
      return reload(token, language)
    case 'erased':
      return signed || html`<p>${words.certificateMailed}</p>`
    case 'stopped':
    case 'upheld':
    case 'refused':
      return signed
    case 'restored':
      return askAgain(words.askAgain)
    case 'lifted':
      return askAgain(words.heldAgain)
    case 'not-found':
      return askAgain(words.again)
    case 'withdrawn':
      return askAgain(words.copyAgain)
    case 'corrected':
    case 'declined':
    case 'unchanged':
      return askAgain(words.correctAgain)
    case 'discarded':
      return actions.includes('copy')
        ? html`<div class="acts">${wishForCopy(token, request.right, language, words.copyAgain)}</div>`
        : html`<p><a href="${askOf(language, policy, request.right)}">${words.copyAgain}</a></p>`
    // What is asked of the person has a form of its own (request.ts), and the rest is over.
    case 'checking':
    case 'stating':
    case 'proving':
    case 'identifying':
    case 'objecting':
    case 'weighing':
    case 'consenting':
    case 'deciding':
    case 'consented':
    case 'unfounded':
    case 'unidentified':
    case 'turned-down':
    case 'dropped':
    case 'duplicate':
    case 'superseded':
      return false
  }
}

/** Until when everything can be brought back, and the button for it; a copy; and for who does not want to wait. */
function whileUnavailable({ request, token }: Asked, language: Language, policy: Policy): Html {
  const words = wordsFor(request, language)
  const { status, actions, eraseAt, at } = request
  const copy = actions.includes('copy') && wishForCopy(token, 'access', language, words.copyButton)
  if (request.unconsented)
    return html`${copy && html`<div class="acts"><p>${words.copyText}</p>${copy}</div>`}${reload(token, language)}`
  if (!actions.includes('restore'))
    return html`${(eraseAt === undefined || at < eraseAt) && html`<p>${words.linkMailed}</p>`}${reload(token, language)}`
  return html`<div class="acts">
${eraseAt !== undefined && request.hold === undefined && until(words.restoreUntil, eraseAt, request, language, policy)}
<p>${request.right === 'restriction' ? words.heldAnyTime : words.restoreText}</p>
${button(token, 'restore', words.restoreButton, language)}
${copy && html`${request.right === 'erasure' && html`<p>${words.copyText}</p>`}${copy}`}
${actions.includes('erase-now') && html`<p>${words.eraseNowText} <a href="${addressOf(token, language, 'confirm=erase-now&')}">${words.eraseNow}</a></p>`}
</div>
${certificate({ request, token }, language)}
${(status === 'restricting' || status === 'holding') && reload(token, language)}`
}

/** Until when the copy can be fetched, how often still, and the button that mails the code. */
function fetching({ request, token }: Asked, language: Language, policy: Policy): Html {
  const words = pagesWordingOf(language).request
  const { copy, actions } = request
  if (!copy) return html``
  if (copy.passphrase === 'under-way') return reload(token, language)
  if (!actions.includes('download'))
    return html`<p>${copy.downloadsLeft > 0 ? words.linkMailed : words.fetchedOften}</p>`
  return html`<div class="acts">
${until(words.fetchUntil, copy.availableUntil, request, language, policy)}
<p>${words.fetchText}</p>
${button(token, 'code', words.fetchButton, language)}
<p>${words.fetchLeft(copy.downloadsLeft)}</p>
${
  actions.includes('protect') &&
  html`<p>${words.protectText}</p>
<form action="/requests/${encodeURIComponent(token)}/code" method="post">${hidden({ language, for: 'protect' })}<button class="quiet">${words.protectButton}</button></form>`
}
</div>`
}

/** A request for a copy can be withdrawn. */
function withdrawing({ request, token }: Asked, language: Language): Html | false {
  const words = pagesWordingOf(language).request
  return (
    request.actions.includes('withdraw') &&
    html`<div class="acts"><p>${words.withdrawText}</p>${quiet(token, 'withdraw', words.withdrawButton, language)}</div>`
  )
}

/** A correction that is not made yet can be taken back. */
export function takingBack({ request, token }: Asked, language: Language): Html | false {
  const words = pagesWordingOf(language).request
  return (
    request.right === 'rectification' &&
    request.actions.includes('withdraw') &&
    html`<div class="acts"><p>${words.takeBackText}</p>${quiet(token, 'withdraw', words.takeBack, language)}</div>`
  )
}

function certificate({ request, token }: Asked, language: Language): Html | false {
  const words = pagesWordingOf(language).request
  return (
    request.actions.includes('certificate') &&
    html`<div class="acts"><p>${words.certificateText}</p><p><a class="button" href="/requests/${encodeURIComponent(token)}/certificate" download>${words.certificate}</a></p></div>`
  )
}

const until = (text: string, instant: string, { at }: AskedView, language: Language, policy: Policy): Html =>
  html`<p class="until">${text} <strong><time datetime="${instant}">${moment(instant, language, policy)}</time></strong> <span>(${distance(instant, at, language, policy)})</span></p>`

const reload = (token: string, language: Language): Html =>
  html`<p><a href="${addressOf(token, language)}">${pagesWordingOf(language).request.reload}</a></p>`

const button = (token: string, act: string, text: string, language: Language): Html =>
  html`<form action="/requests/${encodeURIComponent(token)}/${act}" method="post">${hidden({ language })}<button>${text}</button></form>`

/** A button for what is not the first thing to do. */
const quiet = (token: string, act: string, text: string, language: Language): Html =>
  html`<form action="/requests/${encodeURIComponent(token)}/${act}" method="post">${hidden({ language })}<button class="quiet">${text}</button></form>`

import type { AskedView, RequestView } from '../functions/contract/request.ts'
import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import { deadlinesWordingOf } from '../policy/wording/deadlines.ts'
import { identityWordingOf } from '../policy/wording/identity.ts'
import { mailboxWordingOf } from '../policy/wording/mailbox.ts'
import { minorsWordingOf } from '../policy/wording/minors.ts'
import { objectionWordingOf } from '../policy/wording/objection.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { aboutOf, date, day, distance, moment, size, wordingOf } from '../policy/wording/wording.ts'
import { wishForCopy } from './copy.ts'
import { coverage, keptList, pending } from './coverage.ts'
import { askOf, type Content } from './frame.ts'
import { type Html, hidden, html } from './html.ts'
import { type Answered, askedAgain, identifying, identityProblem, identityStanding } from './identity.ts'
import { type Asked, addressOf, type Linked } from './linked.ts'
import { consenting, consentStanding, guardianProblem } from './minors.ts'
import { type Objected, objecting, objectionActs, objectionProblem, objectionStanding, useList } from './objection.ts'
import { problemAbove } from './problem.ts'
import { recipients } from './recipients.ts'
import { itemList, prefilled, problems, stating, type Typed } from './state.ts'
import { picture, timeline } from './timeline.ts'
import { askedAgainAfter, turnedDownStanding } from './turned-down.ts'

/** A request's page: where it stands, what can be done now, how it came here and goes on, and what every system said. */
export function request(
  {
    request,
    token,
    problem,
    typed,
    objected,
    answered,
    proposed,
    guardian,
  }: Asked & {
    readonly problem?: 'erasure-first'
    readonly typed?: Typed
    readonly objected?: Objected
    readonly answered?: Answered
    readonly proposed?: string
    readonly guardian?: string
  },
  language: Language,
  policy: Policy,
): Content {
  const words = wordingOf(language)
  const pages = pagesWordingOf(language)
  const { heading, lead } = standing(request, language, policy)
  const kept = keptList(request, language, policy)
  const open = ['unverified', 'expired'].includes(request.status)
  return {
    heading,
    wrong: typed !== undefined || objected !== undefined || answered !== undefined || guardian !== undefined,
    elsewhere: (other) => addressOf(token, other),
    main: html`${problems(typed, language, policy)}${objectionProblem(objected, language, policy)}${identityProblem(answered, language, policy)}${guardianProblem(guardian, language)}${
      problem && problemAbove(language, html`<p>${pages.request.erasureFirst}</p>`)
    }
<p class="eyebrow">${pages.request.reference} <span class="reference">${request.reference}</span></p>
<h1>${heading}</h1>
${lead}
${longerNote(request, language, policy)}
${request.undeliveredAt !== undefined && html`<p class="lead">${mailboxWordingOf(language).cameBack(moment(request.undeliveredAt, language, policy))}</p>`}
${
  request.status === 'identifying' && request.actions.includes('state')
    ? identifying({ request, token }, answered, language, policy)
    : request.right === 'processing-objection' && request.actions.includes('state')
      ? objecting({ request, token }, objected, language, policy)
      : request.status === 'consenting'
        ? consenting({ request, token }, guardian, language, policy)
        : request.actions.includes('state')
          ? stating({ request, token }, typed ?? prefilled(proposed), language, policy)
          : acts({ request, token }, language, policy)
}
${askedAgain(request, language, policy)}
${askedAgainAfter(request, language, policy)}
${itemList(request, language, policy)}
${useList(request, language, policy)}
${request.right === 'processing-objection' && objectionActs({ request, token }, language, policy)}
${request.right === 'rectification' && request.actions.includes('withdraw') && html`<div class="acts"><p>${pages.request.takeBackText}</p>${quiet(token, 'withdraw', pages.request.takeBack, language)}</div>`}
${
  !open &&
  html`<section aria-labelledby="timeline">
<h2 id="timeline">${pages.request.timeline}</h2>
${['restricting', 'grace'].includes(request.status) && picture(request, language, policy)}
${timeline(request, language, policy)}
${request.status !== 'unverified' && request.status !== 'expired' && html`<p><a href="/requests/${encodeURIComponent(token)}/history" download>${pages.request.history}</a></p>`}
</section>`
}
${coverage(request, language, policy)}
${recipients(request, language, policy)}
${kept && html`<section aria-labelledby="keeps"><h2 id="keeps">${pages.request.keeps}</h2>${kept}</section>`}
${
  request.status === 'erased' &&
  request.backupsUntil !== undefined &&
  request.at < request.backupsUntil &&
  html`<section aria-labelledby="backups"><h2 id="backups">${pages.request.backupsTitle}</h2><p>${words.backups(day(request.backupsUntil, language, policy))}</p></section>`
}`,
  }
}

/** GDPR Art. 12(3): what the person was told of it; of an objection it stands in the lead. */
const longerNote = (request: RequestView, language: Language, policy: Policy): Html | false =>
  request.longer !== undefined &&
  request.right !== 'processing-objection' &&
  html`<p class="lead">${deadlinesWordingOf(language).longer.page(objectionWordingOf(language).longer[request.longer], moment(request.promisedBy, language, policy))}</p>`

const lead = (...texts: readonly (string | false | undefined)[]) =>
  html`${texts.map((text) => text && html`<p class="lead">${text}</p>`)}`

/** Of a removal that nobody asked for: why it is planned, and what holds until then. */
function removal(
  { inactive, eraseAt, at }: RequestView,
  waiting: string,
  language: Language,
  policy: Policy,
): { heading: string; lead: Html } {
  const words = pagesWordingOf(language).request
  const { lastUsed = '', available } = inactive ?? {}
  const untilThen = waiting
    ? words.partlyText(waiting)
    : available
      ? words.inactive.available
      : words.inactive.unavailable
  const over = eraseAt !== undefined && eraseAt <= at
  return {
    heading: words.inactive.grace,
    lead: lead(words.inactive.unused(date(lastUsed, language, policy)), over ? words.graceOver : untilThen),
  }
}

/** The heading and what it means: each true at the moment of the view. */
function standing(request: AskedView, language: Language, policy: Policy): { heading: string; lead: Html } {
  const words = pagesWordingOf(language).request
  const waiting = pending(request, language, policy)
  const minors = minorsWordingOf(language).page
  const closed = moment(request.closedAt ?? request.at, language, policy)
  const about = aboutOf(request.right)
  const law = request.hold && policy.holds[request.hold.reason]
  const held =
    law && request.hold
      ? words.onHold(inLanguage(law.reason, language), moment(request.hold.since, language, policy))
      : ''
  const { ground } = request
  const why = ground && words.groundSaid(pagesWordingOf(language).check.grounds[ground])
  const turnedDown = turnedDownStanding(request, language, policy)
  if (turnedDown) return { heading: turnedDown.heading, lead: lead(...turnedDown.texts) }
  const ending = request.liftAt ? words.toBeLifted(moment(request.liftAt, language, policy)) : ''
  switch (request.status) {
    case 'unverified':
      return {
        heading: words.confirm,
        lead: html`<p class="lead">${words.confirmText[request.right]}</p>
${request.named && html`<p>${identityWordingOf(language).page.named}</p>`}
<h2>${words.confirmWhat}</h2>
<ol class="steps">${[...words.confirmSteps[about], words.confirmBy[about](moment(request.promisedBy, language, policy))].map((step) => html`<li>${step}</li>`)}</ol>`,
      }
    case 'expired':
      return { heading: words.expired, lead: lead(words.expiredText) }
    case 'restricting':
      return { heading: words.restricting, lead: lead(words.restrictingText, held) }
    case 'grace': {
      if (request.inactive && !held) return removal(request, waiting, language, policy)
      if (request.unconsented)
        return { heading: waiting ? words.restricting : words.grace, lead: lead(minors.unconsentedText) }
      if (held) return { heading: words.grace, lead: lead(waiting && words.partlyText(waiting), held) }
      const over = request.eraseAt !== undefined && request.eraseAt <= request.at
      return waiting
        ? { heading: words.restricting, lead: lead(words.partlyText(waiting), over && words.graceOver) }
        : { heading: words.grace, lead: lead(over ? words.graceOver : words.graceText) }
    }
    case 'restoring':
      return {
        heading: words.restoring,
        lead: lead(words.restoringText, !request.inactive && words.noWithdrawal.restoring),
      }
    case 'restored':
      return request.inactive
        ? { heading: words.inactive.restored, lead: lead(words.inactive.restoredText(closed)) }
        : { heading: words.restored, lead: lead(words.restoredText(closed)) }
    case 'erasing':
      return { heading: words.erasing, lead: lead(words.erasingText, words.tooLate) }
    case 'erased':
      return { heading: words.erased, lead: lead(words.erasedText(closed), request.child && minors.child) }
    // It was said above what has become of it.
    case 'turned-down':
    case 'not-found':
      return { heading: words.notFound, lead: lead(words.notFoundText[about]) }
    case 'duplicate':
      return { heading: words.duplicate, lead: lead(words.duplicateText) }
    case 'holding':
      return { heading: words.restricting, lead: lead(words.restrictingText) }
    case 'held':
      return waiting
        ? { heading: words.restricting, lead: lead(words.partlyText(waiting), words.heldText, ending) }
        : { heading: words.grace, lead: lead(words.heldText, why, ending) }
    case 'lifting':
      return { heading: words.restoring, lead: lead(words.restoringText, words.noWithdrawal.lifting) }
    case 'lifted':
      return { heading: words.restored, lead: lead(request.byCompany && words.liftedByUs, words.liftedText(closed)) }
    case 'superseded':
      return {
        heading: words.superseded,
        lead: lead(
          request.right === 'rectification'
            ? words.supersededCorrection(closed)
            : request.right === 'processing-objection'
              ? objectionWordingOf(language).page.superseded(closed)
              : words.supersededText(closed),
        ),
      }
    case 'stating':
      return {
        heading: words.stating,
        lead: lead(
          !request.actions.includes('state') &&
            (request.waitsUntil !== undefined && request.at < request.waitsUntil
              ? words.statingText
              : words.statingOver),
        ),
      }
    case 'proving':
      return { heading: words.proving, lead: lead(words.provingText) }
    case 'deciding':
      return {
        heading: words.deciding,
        lead: lead(words.decidingText, request.waitsUntil !== undefined && words.provingText),
      }
    case 'correcting':
      return { heading: words.correcting, lead: lead(words.correctingText, words.noWithdrawal.correcting) }
    case 'corrected':
      return { heading: words.corrected, lead: lead(words.correctedText(closed), words.noWithdrawal.corrected) }
    case 'declined':
      return {
        heading: words.notAllCorrected,
        lead: lead(words.notAllCorrectedText(closed), words.noWithdrawal.declined),
      }
    case 'unchanged':
      return { heading: words.unchanged, lead: lead(words.unchangedText(closed)) }
    case 'identifying':
    case 'checking':
    case 'unidentified': {
      const { heading, texts } = identityStanding(request, language, policy)
      return { heading, lead: lead(...texts) }
    }
    case 'consenting':
    case 'consented':
    case 'unfounded': {
      const { heading, texts } = consentStanding(request, language, policy)
      return { heading, lead: lead(...texts) }
    }
    case 'objecting':
    case 'weighing':
    case 'upheld':
    case 'refused':
    case 'dropped': {
      const { heading, texts } = objectionStanding(request, language, policy)
      return { heading, lead: lead(...texts) }
    }
    case 'gathering':
      return { heading: words.gathering, lead: lead(words.gatheringText) }
    case 'ready': {
      if (request.copy?.passphrase === 'under-way')
        return { heading: words.protecting, lead: lead(words.protectingText) }
      if (request.copy?.passphrase === 'needed')
        return { heading: words.ready, lead: lead(words.protectedText(size(request.copy.bytes, language))) }
      const text = words.readyText(size(request.copy?.bytes ?? 0, language))
      return waiting
        ? { heading: words.readyPartly, lead: lead(words.missingText(waiting), text) }
        : { heading: words.ready, lead: lead(text) }
    }
    case 'discarding':
      return {
        heading: words.discarding,
        lead: lead(request.erased ? words.outlivedText : words.discardingText, words.noWithdrawal.discarding),
      }
    case 'discarded':
      return {
        heading: words.discarded,
        lead: lead(request.erased ? words.outlived(closed) : words.discardedText(closed)),
      }
    case 'stopping':
      return { heading: words.stopping, lead: lead(words.stoppingText, words.noWithdrawal.stopping) }
    case 'stopped':
      return { heading: words.stopped, lead: lead(words.stoppedText(closed)) }
    case 'withdrawing':
      return { heading: words.withdrawing, lead: lead(words.withdrawingText) }
    case 'withdrawn':
      return { heading: words.withdrawn, lead: lead(words.withdrawnText(closed)) }
  }
}

/** What the person can do now, the safest first. */
function acts({ request, token }: Asked, language: Language, policy: Policy): Html | false {
  const all = pagesWordingOf(language).request
  const words = request.inactive ? { ...all, ...all.inactive } : all
  const { status, actions } = request
  const post = (act: string, button: string) =>
    html`<form action="/requests/${encodeURIComponent(token)}/${act}" method="post">${hidden({ language })}<button>${button}</button></form>`
  const reload = html`<p><a href="${addressOf(token, language)}">${words.reload}</a></p>`
  if (status === 'unverified' && actions.includes('confirm'))
    return html`${post('confirm', words.confirmButton[aboutOf(request.right)])}<p>${words.confirmNot}</p>`
  if (status === 'expired' && actions.includes('confirm')) return post('confirm', words.expiredButton)
  const again = {
    restored: words.askAgain,
    lifted: words.heldAgain,
    'not-found': words.again,
    withdrawn: words.copyAgain,
  }
  const certificate =
    actions.includes('certificate') &&
    html`<div class="acts"><p>${words.certificateText}</p><p><a class="button" href="/requests/${encodeURIComponent(token)}/certificate" download>${words.certificate}</a></p></div>`
  if (status === 'not-found' || status === 'restored' || status === 'lifted' || status === 'withdrawn')
    return html`${certificate}<p><a href="${askOf(language, policy, request.right)}">${again[status]}</a></p>`
  if (['stopped', 'upheld', 'refused'].includes(status)) return certificate
  if (status === 'erased') return certificate || html`<p>${words.certificateMailed}</p>`
  const withdraw =
    actions.includes('withdraw') &&
    html`<p>${words.withdrawText}</p>${quiet(token, 'withdraw', words.withdrawButton, language)}`
  if (status === 'gathering') return html`${reload}${withdraw && html`<div class="acts">${withdraw}</div>`}`
  if (['restoring', 'lifting', 'erasing', 'discarding', 'withdrawing', 'stopping', 'correcting'].includes(status))
    return reload
  if (['corrected', 'declined', 'unchanged'].includes(status))
    return html`${certificate}<p><a href="${askOf(language, policy, request.right)}">${words.correctAgain}</a></p>`
  if (status === 'discarded')
    return actions.includes('copy')
      ? html`<div class="acts">${wishForCopy(token, request.right, language, words.copyAgain)}</div>`
      : html`<p><a href="${askOf(language, policy, request.right)}">${words.copyAgain}</a></p>`
  if (status === 'ready')
    return html`${fetching({ request, token }, language, policy)}${withdraw && html`<div class="acts">${withdraw}</div>`}`
  if (!['restricting', 'grace', 'holding', 'held'].includes(status)) return false
  if (request.unconsented)
    return html`${actions.includes('copy') && html`<div class="acts"><p>${words.copyText}</p>${wishForCopy(token, 'access', language, words.copyButton)}</div>`}${reload}`
  if (!actions.includes('restore'))
    return html`${(request.eraseAt === undefined || request.at < request.eraseAt) && html`<p>${words.linkMailed}</p>`}${reload}`
  return html`<div class="acts">
${
  request.eraseAt !== undefined &&
  request.hold === undefined &&
  html`<p class="until">${words.restoreUntil} <strong><time datetime="${request.eraseAt}">${moment(request.eraseAt, language, policy)}</time></strong> <span>(${distance(request.eraseAt, request.at, language, policy)})</span></p>`
}
<p>${request.right === 'restriction' ? words.heldAnyTime : words.restoreText}</p>
${post('restore', words.restoreButton)}
${actions.includes('copy') && html`${request.right === 'erasure' && html`<p>${words.copyText}</p>`}${wishForCopy(token, 'access', language, words.copyButton)}`}
${actions.includes('erase-now') && html`<p>${words.eraseNowText} <a href="${addressOf(token, language, 'confirm=erase-now&')}">${words.eraseNow}</a></p>`}
</div>
${certificate}
${(status === 'restricting' || status === 'holding') && reload}`
}

/** A button for what is not the first thing to do. */
const quiet = (token: string, act: string, button: string, language: Language): Html =>
  html`<form action="/requests/${encodeURIComponent(token)}/${act}" method="post">${hidden({ language })}<button class="quiet">${button}</button></form>`

/** Until when the copy can be fetched, how often still, and the button that mails the code. */
function fetching({ request, token }: Linked, language: Language, policy: Policy): Html {
  const words = pagesWordingOf(language).request
  const { copy, actions } = request
  if (!copy) return html``
  if (copy.passphrase === 'under-way') return html`<p><a href="${addressOf(token, language)}">${words.reload}</a></p>`
  if (!actions.includes('download'))
    return html`<p>${copy.downloadsLeft > 0 ? words.linkMailed : words.fetchedOften}</p>`
  return html`<div class="acts">
<p class="until">${words.fetchUntil} <strong><time datetime="${copy.availableUntil}">${moment(copy.availableUntil, language, policy)}</time></strong> <span>(${distance(copy.availableUntil, request.at, language, policy)})</span></p>
<p>${words.fetchText}</p>
<form action="/requests/${encodeURIComponent(token)}/code" method="post">${hidden({ language })}<button>${words.fetchButton}</button></form>
<p>${words.fetchLeft(copy.downloadsLeft)}</p>
${
  actions.includes('protect') &&
  html`<p>${words.protectText}</p>
<form action="/requests/${encodeURIComponent(token)}/code" method="post">${hidden({ language, for: 'protect' })}<button class="quiet">${words.protectButton}</button></form>`
}
</div>`
}

/** A page of its own before what nobody can undo. */
export function eraseNow({ request, token }: Linked, language: Language, policy: Policy): Content {
  const words = pagesWordingOf(language)
  const kept = keptList(request, language, policy)
  return {
    heading: words.eraseNow.title,
    elsewhere: (other) => addressOf(token, other, 'confirm=erase-now&'),
    main: html`<p class="eyebrow">${words.request.reference} <span class="reference">${request.reference}</span></p>
<h1>${words.eraseNow.title}</h1>
<p class="lead">${words.eraseNow.text(moment(request.eraseAt ?? request.promisedBy, language, policy))}</p>
<p>${words.eraseNow.copies}</p>
${kept && html`<p>${words.eraseNow.kept}</p>${kept}`}
<form class="choice" action="/requests/${encodeURIComponent(token)}/erase-now" method="post">
${hidden({ language })}
<button class="danger">${words.eraseNow.button}</button>
<a href="${addressOf(token, language)}">${words.eraseNow.back}</a>
</form>`,
  }
}

import type { AskedView } from '../functions/contract/request.ts'
import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import { identityWordingOf } from '../policy/wording/identity.ts'
import { minorsWordingOf } from '../policy/wording/minors.ts'
import { objectionWordingOf } from '../policy/wording/objection.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { aboutOf, date, moment, size } from '../policy/wording/wording.ts'
import { pending } from './coverage.ts'
import { type Html, html } from './html.ts'
import { identityStanding } from './identity.ts'
import { consentStanding } from './minors.ts'
import { objectionStanding } from './objection.ts'
import { turnedDownStanding } from './turned-down.ts'

/** The page's heading, and what it means. */
type Standing = { readonly heading: string; readonly lead: Html }

/** Each text is a paragraph; what is not so is left out. */
const says = (heading: string, ...texts: readonly (string | false | undefined)[]): Standing => ({
  heading,
  lead: html`${texts.map((text) => text && html`<p class="lead">${text}</p>`)}`,
})

/** Where a request stands: true at the moment of the view. */
export function standing(request: AskedView, language: Language, policy: Policy): Standing {
  const words = pagesWordingOf(language).request
  const waiting = pending(request, language, policy)
  const closed = moment(request.closedAt ?? request.at, language, policy)
  const turnedDown = turnedDownStanding(request, language, policy)
  if (turnedDown) return says(turnedDown.heading, ...turnedDown.texts)
  switch (request.status) {
    case 'unverified':
      return toConfirm(request, language, policy)
    case 'expired':
      return says(words.expired, words.expiredText)
    case 'restricting':
      return says(words.restricting, words.restrictingText, onHold(request, language, policy))
    case 'grace':
      return inGrace(request, waiting, language, policy)
    case 'restoring':
      return says(words.restoring, words.restoringText, !request.inactive && words.noWithdrawal.restoring)
    case 'restored':
      return request.inactive
        ? says(words.inactive.restored, words.inactive.restoredText(closed))
        : says(words.restored, words.restoredText(closed))
    case 'erasing':
      return says(words.erasing, words.erasingText, words.tooLate)
    case 'erased':
      return says(words.erased, words.erasedText(closed), request.child && minorsWordingOf(language).page.child)
    // It was said above what has become of it.
    case 'turned-down':
    case 'not-found':
      return says(words.notFound, words.notFoundText[aboutOf(request.right)])
    case 'duplicate':
      return says(words.duplicate, words.duplicateText)
    case 'superseded':
      return superseded(request, closed, language)

    case 'holding':
      return says(words.restricting, words.restrictingText)
    case 'held':
      return held(request, waiting, language, policy)
    case 'lifting':
      return says(words.restoring, words.restoringText, words.noWithdrawal.lifting)
    case 'lifted':
      return says(words.restored, request.byCompany && words.liftedByUs, words.liftedText(closed))

    case 'stating':
      return stating(request, language)
    case 'proving':
      return says(words.proving, words.provingText)
    case 'deciding':
      return says(words.deciding, words.decidingText, request.waitsUntil !== undefined && words.provingText)
    case 'correcting':
      return says(words.correcting, words.correctingText, words.noWithdrawal.correcting)
    case 'corrected':
      return says(words.corrected, words.correctedText(closed), words.noWithdrawal.corrected)
    case 'declined':
      return says(words.notAllCorrected, words.notAllCorrectedText(closed), words.noWithdrawal.declined)
    case 'unchanged':
      return says(words.unchanged, words.unchangedText(closed))

    case 'identifying':
    case 'checking':
    case 'unidentified': {
      const { heading, texts } = identityStanding(request, language, policy)
      return says(heading, ...texts)
    }
    case 'consenting':
    case 'consented':
    case 'unfounded': {
      const { heading, texts } = consentStanding(request, language, policy)
      return says(heading, ...texts)
    }
    case 'objecting':
    case 'weighing':
    case 'upheld':
    case 'refused':
    case 'dropped': {
      const { heading, texts } = objectionStanding(request, language, policy)
      return says(heading, ...texts)
    }

    case 'gathering':
      return says(words.gathering, words.gatheringText)
    case 'ready':
      return ready(request, waiting, language)
    case 'discarding':
      return says(
        words.discarding,
        request.erased ? words.outlivedText : words.discardingText,
        words.noWithdrawal.discarding,
      )
    case 'discarded':
      return says(words.discarded, request.erased ? words.outlived(closed) : words.discardedText(closed))
    case 'stopping':
      return says(words.stopping, words.stoppingText, words.noWithdrawal.stopping)
    case 'stopped':
      return says(words.stopped, words.stoppedText(closed))
    case 'withdrawing':
      return says(words.withdrawing, words.withdrawingText)
    case 'withdrawn':
      return says(words.withdrawn, words.withdrawnText(closed))
  }
}

/** What is asked for, and what happens when it is confirmed. */
function toConfirm({ right, named, promisedBy }: AskedView, language: Language, policy: Policy): Standing {
  const words = pagesWordingOf(language).request
  const about = aboutOf(right)
  const steps = [...words.confirmSteps[about], words.confirmBy[about](moment(promisedBy, language, policy))]
  return {
    heading: words.confirm,
    lead: html`<p class="lead">${words.confirmText[right]}</p>
${named && html`<p>${identityWordingOf(language).page.named}</p>`}
<h2>${words.confirmWhat}</h2>
<ol class="steps">${steps.map((step) => html`<li>${step}</li>`)}</ol>`,
  }
}

/** Unavailable, and to be erased: when nobody asked for it, also why. */
function inGrace(request: AskedView, waiting: string, language: Language, policy: Policy): Standing {
  const words = pagesWordingOf(language).request
  const { inactive, unconsented, eraseAt, at } = request
  const waits = onHold(request, language, policy)
  const over = eraseAt !== undefined && eraseAt <= at
  const heading = waiting ? words.restricting : words.grace
  const partly = waiting && words.partlyText(waiting)
  if (inactive && !waits) {
    const { unused, grace, available, unavailable } = words.inactive
    const untilThen = partly || (inactive.available ? available : unavailable)
    return says(grace, unused(date(inactive.lastUsed, language, policy)), over ? words.graceOver : untilThen)
  }
  if (unconsented) return says(heading, minorsWordingOf(language).page.unconsentedText)
  if (waits) return says(words.grace, partly, waits)
  return partly
    ? says(heading, partly, over && words.graceOver)
    : says(heading, over ? words.graceOver : words.graceText)
}

/** That an erasure waits, since when and why; nothing when it does not. */
function onHold({ hold }: AskedView, language: Language, policy: Policy): string | undefined {
  const law = hold && policy.holds[hold.reason]
  const words = pagesWordingOf(language).request
  return law && words.onHold(inLanguage(law.reason, language), moment(hold.since, language, policy))
}

/** Unavailable for as long as the person wants, or until the company ends it. */
function held({ ground, liftAt }: AskedView, waiting: string, language: Language, policy: Policy): Standing {
  const { request: words, check } = pagesWordingOf(language)
  const ending = liftAt && words.toBeLifted(moment(liftAt, language, policy))
  return waiting
    ? says(words.restricting, words.partlyText(waiting), words.heldText, ending)
    : says(words.grace, words.heldText, ground && words.groundSaid(check.grounds[ground]), ending)
}

/** An erasure has taken its place. */
function superseded({ right }: AskedView, closed: string, language: Language): Standing {
  const words = pagesWordingOf(language).request
  const text =
    right === 'rectification'
      ? words.supersededCorrection(closed)
      : right === 'processing-objection'
        ? objectionWordingOf(language).page.superseded(closed)
        : words.supersededText(closed)
  return says(words.superseded, text)
}

/** Over a link that may not say it, or when it is too late; who may is asked by the form. */
function stating({ actions, waitsUntil, at }: AskedView, language: Language): Standing {
  const words = pagesWordingOf(language).request
  const isOver = waitsUntil === undefined || at >= waitsUntil
  return says(words.stating, !actions.includes('state') && (isOver ? words.statingOver : words.statingText))
}

/** A copy can be fetched, or waits for its passphrase. */
function ready({ copy }: AskedView, waiting: string, language: Language): Standing {
  const words = pagesWordingOf(language).request
  const bytes = size(copy?.bytes ?? 0, language)
  if (copy?.passphrase === 'under-way') return says(words.protecting, words.protectingText)
  if (copy?.passphrase === 'needed') return says(words.ready, words.protectedText(bytes))
  return waiting
    ? says(words.readyPartly, words.missingText(waiting), words.readyText(bytes))
    : says(words.ready, words.readyText(bytes))
}

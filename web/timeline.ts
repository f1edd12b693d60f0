import type { AskedView, RequestView } from '../functions/contract/request.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { enteredWordingOf } from '../policy/wording/entered.ts'
import { identityWordingOf } from '../policy/wording/identity.ts'
import { minorsWordingOf } from '../policy/wording/minors.ts'
import { objectionWordingOf } from '../policy/wording/objection.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { day, daysBetween, distance, moment } from '../policy/wording/wording.ts'
import { type Html, html } from './html.ts'
import { stopsOf } from './identity.ts'
import { turnedDownSteps } from './turned-down.ts'

export type Step = { readonly what: string; readonly at?: string | undefined; readonly state: 'done' | 'now' | 'ahead' }

/** What happened, what is happening and what will, each with its moment. */
export const timeline = (request: AskedView, language: Language, policy: Policy): Html =>
  stepList(stepsOf(request, language), request.at, language, policy)

/** Steps as a list. @param now the moment of the page */
export function stepList(steps: readonly Step[], now: string, language: Language, policy: Policy): Html {
  const words = pagesWordingOf(language).request
  return html`<ol class="timeline">${steps.map(
    ({ what, at, state }) => html`<li class="${state}"${state === 'now' && html` aria-current="step"`}>
<p><span class="state">${words.state[state]}</span> <strong>${what}</strong></p>
${
  at !== undefined &&
  html`<p class="when"><time datetime="${at}">${moment(at, language, policy)}</time>${state === 'ahead' && at > now && html` <span>(${distance(at, now, language, policy)})</span>`}</p>`
}
</li>`,
  )}</ol>`
}

/** The words of a request, or of a removal that nobody asked for. */
export function wordsFor({ inactive }: RequestView, language: Language) {
  const words = pagesWordingOf(language).request
  return inactive ? { ...words, ...words.inactive } : words
}

function stepsOf(request: AskedView, language: Language): readonly Step[] {
  const words = wordsFor(request, language)
  const objection = objectionWordingOf(language).page
  const minors = minorsWordingOf(language).page
  const identity = identityWordingOf(language).page
  const { receivedAt, confirmedAt, closedAt, eraseAt, promisedBy, backupsUntil } = request
  const pending = request.coverage.some(({ outcome }) => outcome === 'pending')
  const begun: readonly Step[] = [
    {
      what: request.unconsented
        ? minors.learnt
        : request.entered
          ? enteredWordingOf(language).received[request.entered]
          : words.received,
      at: receivedAt,
      state: 'done',
    },
    ...(confirmedAt
      ? [{ what: request.unconsented ? minors.missing : words.confirmed, at: confirmedAt, state: 'done' as const }]
      : []),
    ...stopsOf(request, language),
  ]
  const unavailable: Step = { what: words.unavailable, state: 'done' }
  const { copy } = request
  const deleted: Step = { what: words.deleted, at: promisedBy, state: 'ahead' }
  const coming = (at: string | undefined) => (at !== undefined && at <= request.at ? 'done' : 'ahead')
  const backups: Step = { what: words.backups, at: backupsUntil, state: coming(backupsUntil) }
  // What waits beyond its moment has no plan that could be told.
  const planned: readonly Step[] = eraseAt
    ? [{ what: words.restoreEnds, at: eraseAt, state: coming(eraseAt) }, deleted, backups]
    : request.unconsented
      ? [deleted, backups]
      : []
  if (request.turnedDown) return [...begun, ...turnedDownSteps(request, language)]
  switch (request.status) {
    case 'unverified':
    case 'expired':
      return [...begun, deleted]
    case 'holding':
      return [
        ...begun,
        { what: words.becoming, state: 'now' },
        { what: words.heldAtLatest, at: promisedBy, state: 'ahead' },
      ]
    case 'held':
      return [
        ...begun,
        pending ? { what: words.becoming, state: 'now' } : unavailable,
        { what: words.heldSince, state: 'ahead' },
      ]
    case 'lifting':
      return [...begun, unavailable, { what: words.broughtBack, state: 'now' }]
    case 'lifted':
      return [...begun, unavailable, { what: words.back, at: closedAt, state: 'done' }]
    case 'superseded':
      return [...begun, unavailable, { what: words.gone, at: closedAt, state: 'done' }]
    case 'gathering':
      return [
        ...begun,
        { what: words.gatheringNow, state: 'now' },
        { what: words.copyAtLatest, at: promisedBy, state: 'ahead' },
      ]
    case 'ready':
      return [
        ...begun,
        { what: words.copyMade, at: copy?.packagedAt, state: 'done' },
        ...(pending ? [{ what: words.gatheringNow, state: 'now' as const }] : []),
        { what: words.copyEnds, at: copy?.availableUntil, state: 'ahead' },
      ]
    case 'discarding':
      return [...begun, { what: words.copyEnds, state: 'now' }]
    case 'discarded':
      return [...begun, { what: words.copyGone, at: closedAt, state: 'done' }]
    case 'stopping':
      return [...begun, { what: words.stopped, state: 'done' }, { what: words.stopping, state: 'now' }]
    case 'stopped':
      return [...begun, { what: words.stopped, at: closedAt, state: 'done' }]
    case 'withdrawing':
      return [...begun, { what: words.withdrawing, state: 'now' }]
    case 'withdrawn':
      return [...begun, { what: words.withdrawn, at: closedAt, state: 'done' }]
    case 'stating':
      return [
        ...begun,
        { what: words.statedBy, at: request.waitsUntil, state: 'now' },
        { what: words.answeredBy, at: promisedBy, state: 'ahead' },
      ]
    case 'proving':
      return [
        ...begun,
        { what: words.stated, state: 'done' },
        { what: words.provenBy, at: request.waitsUntil, state: 'now' },
        { what: words.answeredBy, at: promisedBy, state: 'ahead' },
      ]
    case 'deciding':
    case 'correcting':
      return [
        ...begun,
        { what: words.stated, state: 'done' },
        { what: request.status === 'deciding' ? words.decidingNow : words.correctingNow, state: 'now' },
        { what: words.answeredBy, at: promisedBy, state: 'ahead' },
      ]
    case 'identifying':
      return [...begun, { what: identity.doneBy, at: promisedBy, state: 'ahead' }]
    case 'checking':
      return [
        ...begun,
        { what: identity.deciding, state: 'now' },
        { what: identity.doneBy, at: promisedBy, state: 'ahead' },
      ]
    case 'unidentified':
      return [...begun, { what: words.ended, at: closedAt, state: 'done' }]
    case 'consenting':
      return [
        { what: minors.learnt, at: receivedAt, state: 'done' },
        { what: minors.waiting, at: request.waitsUntil, state: 'now' },
      ]
    case 'consented':
    case 'unfounded':
      return [
        { what: minors.learnt, at: receivedAt, state: 'done' },
        { what: words.ended, at: closedAt, state: 'done' },
      ]
    case 'objecting':
      return [
        ...begun,
        { what: objection.statedBy, at: request.waitsUntil, state: 'now' },
        { what: words.answeredBy, at: promisedBy, state: 'ahead' },
      ]
    case 'weighing':
      return [
        ...begun,
        { what: objection.stated, state: 'done' },
        { what: words.decidingNow, state: 'now' },
        { what: words.answeredBy, at: promisedBy, state: 'ahead' },
      ]
    case 'upheld':
    case 'refused':
      return [
        ...begun,
        { what: objection.stated, state: 'done' },
        { what: objection.decided, at: closedAt, state: 'done' },
      ]
    case 'dropped':
    case 'unchanged':
      return [...begun, { what: words.ended, at: closedAt, state: 'done' }]
    case 'corrected':
      return [...begun, { what: words.stated, state: 'done' }, { what: words.correctedAt, at: closedAt, state: 'done' }]
    case 'declined':
      return [...begun, { what: words.stated, state: 'done' }, { what: words.answeredAt, at: closedAt, state: 'done' }]
    case 'restricting':
    case 'grace':
      return [
        ...begun,
        ...(request.inactive?.available
          ? []
          : [request.status === 'grace' && !pending ? unavailable : { what: words.becoming, state: 'now' as const }]),
        ...(request.hold ? [{ what: words.waits, at: request.hold.since, state: 'now' as const }] : planned),
      ]
    case 'erasing':
      return [...begun, unavailable, { what: words.erasingNow, state: 'now' }, deleted, backups]
    case 'erased':
      return [...begun, unavailable, { what: words.gone, at: closedAt, state: 'done' }, backups]
    case 'restoring':
      return [...begun, { what: words.broughtBack, state: 'now' }]
    case 'restored':
      return [...begun, { what: words.back, at: closedAt, state: 'done' }]
    case 'turned-down':
    case 'not-found':
    case 'duplicate':
      return [...begun, { what: words.ended, at: closedAt, state: 'done' }]
  }
}

/**
 * The way from receipt to complete deletion as a line, with today's place on it. Positions are percentages, so that
 * the line is as wide as the page and nothing on it is stretched; the words beside it say the same.
 */
export function picture(request: RequestView, language: Language, policy: Policy): Html | false {
  const { receivedAt, eraseAt, promisedBy, at } = request
  if (!eraseAt || at >= eraseAt || request.hold) return false
  const words = wordsFor(request, language)
  const share = (instant: string) => {
    const whole = Date.parse(promisedBy) - Date.parse(receivedAt)
    return `${((Math.max(0, Date.parse(instant) - Date.parse(receivedAt)) / whole) * 100).toFixed(2)}%`
  }
  const [today, restore, days] = [at, eraseAt, promisedBy].map((one) => daysBetween(receivedAt, one, policy))
  return html`<figure class="picture">
<figcaption><strong>${words.dayOf(today ?? 0, days ?? 0)}</strong></figcaption>
<svg role="img" aria-label="${words.picture(today ?? 0, days ?? 0, restore ?? 0)}" width="100%" height="32">
<rect class="whole" x="0" y="10" width="100%" height="12" rx="6"/>
<rect class="restorable" x="0" y="10" width="${share(eraseAt)}" height="12" rx="6"/>
<rect class="gone" x="0" y="10" width="${share(at)}" height="12" rx="6"/>
<line class="end" x1="${share(eraseAt)}" x2="${share(eraseAt)}" y1="4" y2="28"/>
<circle class="today" cx="${share(at)}" cy="16" r="10"/>
</svg>
<p class="ends"><span>${day(receivedAt, language, policy)}</span><span>${day(promisedBy, language, policy)}</span></p>
</figure>`
}

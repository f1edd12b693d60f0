import type { RequestView } from '../functions/contract/request.ts'
import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import { identityWordingOf, questionsOf } from '../policy/wording/identity.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { distance, moment } from '../policy/wording/wording.ts'
import { askOf, type Content } from './frame.ts'
import { type Html, hidden, html } from './html.ts'
import { addressOf, type Linked } from './linked.ts'
import { problemAbove } from './problem.ts'

/** What was typed, and what is wrong with it: with one answer, or with all of them. */
export type Answered = {
  readonly answers: Readonly<Record<string, string>>
  readonly problem: { readonly what: 'empty' | 'wrong' | 'wrongAddress'; readonly question: string }
}

const problemText = ({ problem: { what } }: Answered, language: Language, policy: Policy): string => {
  const words = identityWordingOf(language).page
  return what === 'wrong' ? words.wrong(policy.limits.statement) : words[what]
}

/** What stands above the form when something is wrong in it. */
export const identityProblem = (answered: Answered | undefined, language: Language, policy: Policy): Html | false =>
  answered !== undefined &&
  problemAbove(
    language,
    html`<p><a href="#answer-${answered.problem.question}">${problemText(answered, language, policy)}</a></p>`,
  )

/** For a person who is asked who they are: why, what, until when, and that the time stands still meanwhile. */
export function identifying(
  { request, token }: Linked,
  answered: Answered | undefined,
  language: Language,
  policy: Policy,
): Html {
  const words = identityWordingOf(language).page
  const until = request.waitsUntil ?? request.at
  const why = policy.identity?.doubts[request.doubt?.why ?? '']
  const since = moment(request.stops?.at(-1)?.sentAt ?? request.at, language, policy)
  return html`<div class="acts">
<p class="until">${words.until} <strong><time datetime="${until}">${moment(until, language, policy)}</time></strong> <span>(${distance(until, request.at, language, policy)})</span></p>
<p>${words.still(since, moment(request.promisedBy, language, policy))}</p>
</div>
${why && html`<p>${words.why}: ${inLanguage(why, language)}.</p>`}
<p>${words.lead}</p>
<form class="stating" action="/requests/${encodeURIComponent(token)}/state" method="post" novalidate>
${questionsOf(request.doubt?.questions ?? [], language, policy).map((question) => field(question, answered, language, policy))}
${hidden({ language })}
<button>${words.button}</button>
</form>`
}

function field(
  { id, text, hint, isAddress }: ReturnType<typeof questionsOf>[number],
  answered: Answered | undefined,
  language: Language,
  policy: Policy,
): Html {
  const isWrong = answered?.problem.question === id
  const described = [...(hint ? [`hint-${id}`] : []), ...(isWrong ? [`error-${id}`] : [])].join(' ')
  return html`<div class="field${isWrong && ' wrong'}">
<p><label for="answer-${id}">${text}</label></p>
${hint !== undefined && html`<p class="hint" id="hint-${id}">${hint}</p>`}
${isWrong && answered && html`<p class="error" id="error-${id}"><span class="unseen">${pagesWordingOf(language).error}: </span>${problemText(answered, language, policy)}</p>`}
<input id="answer-${id}" name="answer-${id}" type="${isAddress ? 'email' : 'text'}" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="${isAddress ? 254 : policy.limits.statement}"${described !== '' && html` aria-describedby="${described}"`}${isWrong && html` aria-invalid="true"`} value="${answered?.answers[id] ?? ''}">
</div>`
}

/** Heading and meaning while, and after, it is asked who they are. */
export function identityStanding(
  request: RequestView,
  language: Language,
  policy: Policy,
): { readonly heading: string; readonly texts: readonly string[] } {
  const words = identityWordingOf(language).page
  const at = (instant: string | undefined) => moment(instant ?? request.at, language, policy)
  switch (request.status) {
    case 'checking':
      return { heading: words.checking, texts: [words.checkingText(at(request.promisedBy))] }
    case 'unidentified':
      return {
        heading: words.unidentified,
        texts: [
          words.unidentifiedText(at(request.closedAt)),
          ...(request.askAgainUntil && request.at < request.askAgainUntil
            ? [words.againText(at(request.askAgainUntil))]
            : []),
        ],
      }
    default:
      return { heading: words.identifying, texts: request.actions.includes('state') ? [] : [words.over] }
  }
}

/** Who could not be told apart can ask again. */
export const askedAgain = (request: RequestView, language: Language, policy: Policy): Html | false =>
  request.status === 'unidentified' &&
  html`<p><a href="${askOf(language, policy, request.right)}">${identityWordingOf(language).page.again}</a></p>`

/** Every time that the clock stood still, for the history that the person sees. */
export function stopsOf({ stops = [], status, closedAt }: RequestView, language: Language) {
  const words = identityWordingOf(language).page
  return stops.flatMap(({ sentAt, answeredAt }, n) => {
    const isOpen = status === 'identifying' && n === stops.length - 1
    const isUnanswered =
      n === stops.length - 1 &&
      (status === 'unidentified' || (status === 'turned-down' && closedAt !== undefined && answeredAt > closedAt))
    return [
      { what: words.asked, at: sentAt, state: isOpen ? ('now' as const) : ('done' as const) },
      ...(isOpen || isUnanswered ? [] : [{ what: words.answered, at: answeredAt, state: 'done' as const }]),
    ]
  })
}

export type Checking = Linked & {
  /** What the person answered, by the policy's question. */
  readonly answers: Readonly<Record<string, string>>
  readonly problem?: 'unknown' | 'wrongAddress'
  /** The address that was typed before something was found wrong. */
  readonly account?: string
}

/** For the company's officer: what a person answers to who they are, as text, and a decision. */
export function checking(page: Checking, language: Language, policy: Policy): Content {
  const { request, token, answers, problem } = page
  const words = identityWordingOf(language).check
  const pages = pagesWordingOf(language)
  const isOpen = request.status === 'checking'
  const heading = isOpen ? words.title : words.nothing
  const questions = questionsOf(request.doubt?.questions ?? [], language, policy)
  const ofAccount = questions.find(({ isAddress }) => isAddress)
  const account = page.account ?? (ofAccount ? answers[ofAccount.id] : undefined) ?? ''
  const error = problem && words[problem]
  return {
    heading,
    wrong: problem !== undefined,
    elsewhere: (other) => addressOf(token, other),
    main: html`${error && problemAbove(language, html`<p><a href="#account">${error}</a></p>`)}
<p class="eyebrow">${pages.request.reference} <span class="reference">${request.reference}</span></p>
<h1>${heading}</h1>
${
  isOpen
    ? html`<p class="lead">${words.lead}</p>
<p>${words.wanted}: <strong>${pages.rights[request.right].name}</strong></p>
<p>${words.by} <strong><time datetime="${request.promisedBy}">${moment(request.promisedBy, language, policy)}</time></strong></p>
<h2>${words.said}</h2>
<dl class="answers">${questions.map(({ id, text }) => html`<div><dt>${text}</dt><dd>${answers[id] ?? words.none}</dd></div>`)}</dl>
<form action="/requests/${encodeURIComponent(token)}/decide" method="post" novalidate>
<div class="field${problem !== undefined && ' wrong'}">
<p class="question"><label for="account">${words.account}</label></p>
<p class="hint" id="hint">${words.accountHint}</p>
${error && html`<p class="error" id="error"><span class="unseen">${pages.error}: </span>${error}</p>`}
<input id="account" name="account" type="email" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="254" aria-describedby="hint${problem !== undefined && ' error'}"${problem !== undefined && html` aria-invalid="true"`} value="${account}">
</div>
${hidden({ language })}
<button name="identity" value="accepted">${words.accept}</button>
<p class="otherwise">${words.rejectText}<br><button class="quiet" name="identity" value="rejected">${words.reject}</button></p>
</form>`
    : html`<p class="lead">${words.nothingText}</p>`
}`,
  }
}

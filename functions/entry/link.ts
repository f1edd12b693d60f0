import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Whole } from '../../adapters/items.ts'
import { boundTo, isToken, tokenHash } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import { Sessions } from '../../adapters/sessions.ts'
import { type Token, Tokens } from '../../adapters/tokens.ts'
import { isAddressProven } from '../../domain/correction.ts'
import { canBeExtended, isOwed, waitsFor } from '../../domain/deadline.ts'
import { hasToArrive, toOfficer } from '../../domain/letters.ts'
import type { Request } from '../../domain/request.ts'
import { extended, type Instant, moved } from '../../domain/time.ts'
import { openProposal } from '../../domain/two-people.ts'
import { view } from '../../domain/view.ts'
import { policy } from '../../policy/in-force.ts'
import type { Language } from '../../policy/languages.ts'
import type { RequestView } from '../contract/request.ts'
import { type Answer, type Call, Refused } from './http.ts'
import type { Pressed } from './shapes.ts'

export type Linked = { readonly token: Token; readonly whole: Whole; readonly seen: RequestView }

const unknown: Answer = { status: 404, json: { error: 'unknown-link' }, page: { kind: 'link-unknown' } }

/** What a link is about; `by`: who of the company opened it on the desk; `to`: to whom it was mailed. */
export type Held = Whole & Pick<Token, 'by' | 'to'>

/** Links of requests, and where what they lead to is kept. Those that are unknown, altered, or over lead nowhere. */
export class Links {
  readonly requests: Requests
  readonly tokens: Tokens
  readonly #sessions: Sessions

  constructor(table: string, client: DynamoDBClient) {
    this.requests = new Requests(table, client)
    this.tokens = new Tokens(table, client)
    this.#sessions = new Sessions(table, client)
  }

  /** The request behind a link, and what the link is for. @throws Refused for links that lead nowhere */
  async find(secret: string, now: Instant): Promise<{ readonly token: Token; readonly whole: Whole }> {
    if (!isToken(secret)) throw new Refused(unknown)
    const token = await this.tokens.find(tokenHash(secret), Date.parse(now))
    if (!token || !(await this.#isStillAtTheDesk(token, now))) throw new Refused(unknown)
    const whole = await this.requests.load(token.reference)
    if (!whole) throw new Refused(unknown)
    return { token, whole }
  }

  /** What somebody opened on the desk leads nowhere once they are signed out; what was mailed has nothing to do with it. */
  async #isStillAtTheDesk({ by, session }: Token, now: Instant): Promise<boolean> {
    const { desk, company } = policy
    if (by === undefined) return true
    if (!desk || session === undefined) return false
    return this.#sessions.isOpen(session, now, moved(now, desk.sessions.idle, company.timeZone, -1))
  }

  /**
   * The request behind a link that went to its person, as its holder may see it: the link that confirms shows and does less
   * than the one sent to the proven address. @throws Refused as `find` does, and for links that went to somebody else
   */
  async ofPerson(secret: string, now: Instant): Promise<Linked> {
    const { token, whole } = await this.find(secret, now)
    if (token.purpose !== 'confirm' && token.purpose !== 'manage') throw new Refused(unknown)
    return { token, whole, seen: seenBy(token, whole, now) }
  }

  /** The request behind a link that is for one thing only. @throws Refused as `find` does, and for other links */
  async only(purpose: 'prove' | 'decide' | 'consent', secret: string, now: Instant): Promise<Held> {
    const { token, whole } = await this.find(secret, now)
    if (token.purpose !== purpose) throw new Refused(unknown)
    const { by, to } = token
    return { ...whole, ...(by === undefined ? {} : { by }), ...(to === undefined ? {} : { to }) }
  }
}

/** What the holder of a link sees of its request now. */
export function seenBy(token: Token, whole: Whole, now: Instant): RequestView {
  const seen = view(whole.request, whole.answers, policy, now, whole.certificate !== undefined, whole.notices)
  const actions = seen.actions.filter((action) => (action === 'confirm') === (token.purpose === 'confirm'))
  const known = { actions, ...cameBack(whole) }
  return seen.status === 'unverified' && !proves(token, now)
    ? { ...seen, status: 'expired', ...known }
    : { ...seen, ...known }
}

/** When the last letter came back that has to arrive at the person. */
function cameBack({ waiting }: Whole): Pick<RequestView, 'undeliveredAt'> {
  const lost = waiting.flatMap(({ effect, bouncedAt }) =>
    bouncedAt && effect.kind === 'letter' && !toOfficer(effect.letter) && hasToArrive(effect) ? [bouncedAt] : [],
  )
  const last = lost.sort().at(-1)
  return last ? { undeliveredAt: last } : {}
}

/** Whether a link still proves the address: one that ran out only brings another, also when that one is valid. */
export const proves = (token: Token, now: Instant): boolean =>
  token.purpose === 'confirm' && (token.provesUntil === undefined || now < token.provesUntil)

/** The language that the link or the pressed button names; the page of a link is else in its request's. */
const chosenIn = ({ query, body }: Call<Pressed | object>): Language | undefined =>
  policy.languages.find((one) => one === (query.lang ?? ('language' in body ? body.language : undefined)))

/**
 * What whoever holds the link in a new address's mail sees: they may not be the person, so no more than whether the address
 * is proven.
 */
export function proof(request: Request, call: Call<Pressed | object>): Answer {
  const { reference, language } = request
  const items = 'items' in request ? request.items : []
  const state = items.some((item) => item.state === 'proving')
    ? ('open' as const)
    : isAddressProven(request, policy)
      ? ('done' as const)
      : ('over' as const)
  return {
    status: 200,
    json: { reference, state },
    page: { kind: 'prove', reference, state, token: call.token },
    language: chosenIn(call) ?? language,
  }
}

/** N8: whether a guardian's link went to whom the account's holder names, who may have named somebody else before. */
export function isGuardians(request: Request, { to }: Pick<Token, 'to'>, secret: string): boolean {
  const named = 'person' in request ? request.person?.stated?.reveal().guardian : undefined
  return named !== undefined && to === boundTo(secret, named)
}

/** What whoever holds the link in a guardian's mail sees: no more than the question, and only whoever is asked can answer. */
export function askGuardian(request: Request, to: Pick<Token, 'to'>, call: Call<Pressed | object>): Answer {
  const { reference, language, status } = request
  const isLate = (status === 'restricting' || status === 'grace') && request.unconsented === true
  const isDone =
    status === 'consented' || ('unconsented' in request && (status === 'restoring' || status === 'restored'))
  const isOpen = (status === 'consenting' && request.guardian !== undefined) || isLate
  // Once it is over, nobody knows any more who was asked.
  const isNobodys = 'person' in request && request.person !== undefined && !isGuardians(request, to, call.token)
  const state = !isNobodys && isDone ? ('done' as const) : !isNobodys && isOpen ? ('open' as const) : ('over' as const)
  const until =
    state !== 'open' ? undefined : status === 'consenting' ? request.consentBy : isLate ? request.eraseAt : undefined
  return {
    status: 200,
    json: { reference, state },
    page: { kind: 'guardian', reference, state, token: call.token, ...(until ? { until } : {}) },
    language: chosenIn(call) ?? language,
  }
}

/** What the company's officer sees of what is to be decided, or is to be done soon: as much as that needs, as text. */
export function toDecide(
  { request, answers }: Whole,
  { token, language, now, body }: Call<object>,
  problem?: 'undecided' | 'answer' | 'unknown' | 'wrongAddress' | 'two-people',
): Answer {
  const seen = view(request, answers, policy, now, false)
  if (problem === 'unknown' || problem === 'wrongAddress' || hasBeenDoubted(request)) {
    const { account } = body as { readonly account?: string }
    return {
      status: problem ? 400 : 200,
      json: problem ? { error: problem } : { reference: request.reference, status: request.status },
      page: {
        kind: 'check-identity',
        request: seen,
        token,
        answers: request.status === 'checking' ? (request.person.stated?.reveal() ?? {}) : {},
        ...(problem === 'unknown' || problem === 'wrongAddress' ? { problem, account: account ?? '' } : {}),
      },
      language,
    }
  }
  const chosen = problem ? { problem, decided: body as Readonly<Record<string, string>> } : {}
  const status = problem === 'two-people' ? 409 : problem ? 400 : 200
  const proposal = openProposal(request, now)
  const isProposed = proposal !== undefined && 'decisions' in proposal
  const waiting = isProposed ? { proposedUntil: proposal.until } : {}
  const longer = canBeExtended(request, now) ? { longerUntil: extended(request.receivedAt, policy, request.stops) } : {}
  if (request.right === 'processing-objection') {
    return {
      status,
      json: problem ? { error: problem } : { reference: request.reference, uses: seen.uses ?? [], ...waiting },
      page: {
        kind: 'weigh',
        request: seen,
        token,
        grounds: request.status === 'weighing' ? (request.person.stated?.reveal().grounds ?? '') : '',
        ...{ ...longer, ...waiting, ...chosen },
      },
      language,
    }
  }
  if (request.right !== 'rectification') {
    const waits = isOwed(request) ? { waits: waitsFor(request) } : {}
    return {
      status: 200,
      json: { reference: request.reference, promisedBy: request.promisedBy, ...waits, ...longer },
      page: { kind: 'deadline', request: seen, token, ...waits, ...longer },
      language,
    }
  }
  const stated = 'person' in request ? (request.person?.stated?.reveal() ?? {}) : {}
  return {
    status,
    json: problem ? { error: problem } : { reference: request.reference, items: seen.items ?? [], ...waiting },
    page: {
      kind: 'decide',
      request: seen,
      token,
      stated,
      ...{ ...longer, ...waiting, ...chosen },
    },
    language,
  }
}

/** Whether the officer's link is about who asks: of these requests nothing else is decided yet. */
const hasBeenDoubted = (request: Request): boolean =>
  ['identifying', 'checking', 'unidentified'].includes(request.status) ||
  (request.stops !== undefined && !['weighing', 'deciding', 'correcting'].includes(request.status))

/** The request's page, in the language that was asked for or the request's own. @param proposed what a mail says is right */
export const shown = (
  request: RequestView,
  secret: string,
  language: Answer['language'],
  proposed?: string,
): Answer => ({
  status: 200,
  json: request,
  page: { kind: 'request', request, token: secret, ...(proposed === undefined ? {} : { proposed }) },
  ...(language ? { language } : {}),
})

/** What came of a form that another than the person sent: a browser is sent back to the link's own page, which says so too. */
export const sentBack = (answer: Answer, { token, language }: Call<object>): Answer =>
  answer.status === 200 ? { ...answer, seeOther: `/requests/${token}?lang=${answer.language ?? language}` } : answer

/** The same after a button: a browser is sent back to the link's own address, in the language it had. */
export const shownAfter = (request: RequestView, { token, body }: Call<Pressed>, own: Answer['language']): Answer => ({
  ...shown(request, token, body.language ?? own),
  seeOther: `/requests/${token}${body.language ? `?lang=${body.language}` : ''}`,
})

import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import type { Whole } from '../../adapters/items.ts'
import { isToken, newToken, tokenHash } from '../../adapters/keys.ts'
import { Mails } from '../../adapters/mails.ts'
import { Requests } from '../../adapters/requests.ts'
import { Tokens } from '../../adapters/tokens.ts'
import { decide } from '../../domain/decide.ts'
import { acts, actsOn, type DeskAct, looked } from '../../domain/desk.ts'
import type { Event } from '../../domain/event.ts'
import { linkSent } from '../../domain/link-again.ts'
import type { Request } from '../../domain/request.ts'
import type { Decision } from '../../domain/step.ts'
import { moved } from '../../domain/time.ts'
import { confirming, hasRead, openProposal, takesTwo } from '../../domain/two-people.ts'
import { policy } from '../../policy/in-force.ts'
import type { DeskAnswer } from '../desk/answer.ts'
import { noSuchRequest } from '../desk/refused.ts'
import { lineOf } from '../desk/seen.ts'
import { atTheDesk, type DeskCall } from '../desk/signed-in.ts'
import { askConsent } from '../entry/ask-consent.ts'
import { doubtIn } from '../entry/doubt.ts'
import { lifting } from '../entry/lifting.ts'
import { file } from '../entry/shapes.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'
import { Pressed } from './shape.ts'

/** How long the page of a decision is good for: it is opened at once. */
const decideWithin = 'PT1H'

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const tokens = new Tokens(required('TABLE'), client)
const mails = new Mails(required('TABLE'), client)

/** What somebody of the company does to a request: what the table of transitions allows, and the history says who did it. */
export const handler = atTheDesk(
  'desk-act',
  Pressed,
  // A path that is no act is refused below, to whoever may see the request.
  ({ act, route }) => (isAct(act) ? act : route === ofMail ? 'decide' : 'see'),
  client,
  {},
  (call) => (call.route === ofMail ? openMail(call) : whileOvertaken(() => press(call))),
)

const ofMail = 'POST /desk/mails/{reference}'

/** The page of a mail, by a link of its own that says who opened it; first the note of it, then the look. */
async function openMail({ reference: id, colleague, body, now }: DeskCall<Pressed>): Promise<DeskAnswer> {
  const known = isToken(id) && (await mails.looked(id, colleague.staff, now))
  if (!known) throw noSuchRequest(colleague)
  const secret = newToken()
  const until = moved(now, decideWithin, policy.company.timeZone)
  await mails.issueLink(tokenHash(secret), id, until, colleague.staff)
  const link = `/mails/${secret}${body.language ? `?lang=${body.language}` : ''}`
  return { status: 200, json: { link }, seeOther: link }
}

const isAct = (act: string): act is DeskAct => acts.some((one) => one === act)

async function press(call: DeskCall<Pressed>): Promise<DeskAnswer> {
  const { reference, colleague, act, now } = call
  const whole = await requests.load(reference)
  if (!whole || !isAct(act)) throw noSuchRequest(colleague)
  if (!actsOn(whole.request, colleague.role, now).includes(act)) return back(call, whole, 'not-possible-now')
  if (act === 'child') return report(call, whole)
  const decision = await decided(act, call, whole)
  if (typeof decision === 'string') return back(call, whole, decision)
  if (decision.kind === 'refused') return back(call, whole, decision.reason)
  const request = await requests.save(decision)
  if (act === 'decide') return toDecide(call, request)
  return back(call, { ...whole, request }, undefined, act === 'link' ? 'link' : undefined)
}

type Pressing = Exclude<DeskAct, 'child'>

/** The step; or why the form says nothing that can be done. */
async function decided(act: Pressing, call: DeskCall<Pressed>, whole: Whole): Promise<Decision | NothingSaid> {
  const { colleague, now } = call
  // What the person says stands on the page: first the entry, then the look.
  if (act === 'decide') return looked(whole.request, colleague.staff, policy, now)
  if (act === 'link') return linkSent(whole.request, colleague.staff, policy, now)
  const event = await eventFor(act, call, whole)
  if (typeof event === 'string') return event
  const wanted = act === 'confirm' ? event : orProposed(event)
  return decide(whole.request, { ...wanted, by: colleague.staff, salt: newToken() }, policy, now)
}

/** What takes two people is only proposed by the first. */
function orProposed(event: Event): Event {
  const act = takesTwo(event, policy)
  // What is decided with words is written elsewhere (functions/desk-write, functions/decide).
  if (act !== 'unhold' && act !== 'lift') return event
  return { type: 'act-proposed', act, ...(event.type === 'hold-ended' ? { file: event.file } : {}) }
}

type NothingSaid = 'no-file' | 'no-reason' | 'no-doubt' | 'erasure-first' | 'not-possible-now' | 'look-first'

/** What was proposed, as whoever confirms it has read it. */
function confirmed({ request, history, written }: Whole, { colleague, now }: DeskCall<Pressed>): Event | NothingSaid {
  const proposal = openProposal(request, now)
  if (!proposal) return 'not-possible-now'
  if (!hasRead(proposal, history, colleague.staff)) return 'look-first'
  const words = 'written' in proposal ? written.find(({ n }) => n === proposal.written)?.words : undefined
  return confirming(proposal, words) ?? 'not-possible-now'
}

/** What the form says; or why it says nothing that can be done. */
async function eventFor(
  act: Exclude<Pressing, 'link' | 'decide'>,
  call: DeskCall<Pressed>,
  whole: Whole,
): Promise<Event | NothingSaid> {
  const { body } = call
  const papers = file.safeParse(body.file.trim())
  switch (act) {
    case 'confirm':
      return confirmed(whole, call)
    case 'decline':
      return { type: 'proposal-declined' }
    case 'hold':
      if (!Object.hasOwn(policy.holds, body.reason)) return 'no-reason'
      return papers.success ? { type: 'hold-set', reason: body.reason, file: papers.data } : 'no-file'
    case 'unhold':
      return papers.success ? { type: 'hold-ended', file: papers.data } : 'no-file'
    case 'no-child':
      return papers.success ? { type: 'report-ended', file: papers.data } : 'no-file'
    case 'doubt': {
      const doubt = doubtIn(body) ?? 'no-doubt'
      return doubt === 'no-doubt' ? doubt : { type: 'doubted', doubt }
    }
    case 'extend':
      return body.why === 'complex' || body.why === 'many' ? { type: 'extended', why: body.why } : 'no-reason'
    case 'lift':
      return lifting(whole, requests)
  }
}

/** N8: a guardian is asked whether they consent to the account, once; under a reference of its own, where they are led. */
async function report(call: DeskCall<Pressed>, whole: Whole): Promise<DeskAnswer> {
  const { body, colleague, now } = call
  const { request } = whole
  const papers = file.safeParse(body.file.trim())
  if (!papers.success) return back(call, whole, 'no-file')
  const person = 'person' in request ? request.person : undefined
  if (!policy.minors || !person?.subject) return back(call, whole, 'not-possible-now')
  const { subject, onBehalf } = person
  const asked = await askConsent(
    {
      ...{ person, language: request.language, source: `by the company, file ${papers.data}, by ${colleague.staff}` },
      found: { subject, ...(onBehalf ? { onBehalf } : {}) },
    },
    requests,
    now,
  )
  const consent = await requests.load(asked)
  if (!consent) throw noSuchRequest(colleague)
  return back(call, consent)
}

/** The page of the decision, by a link of its own that says who opened it, and is over with their session. */
async function toDecide({ colleague, body, now }: DeskCall<Pressed>, request: Request): Promise<DeskAnswer> {
  const secret = newToken()
  const until = moved(now, decideWithin, policy.company.timeZone)
  await tokens.issue(
    tokenHash(secret),
    { reference: request.reference, purpose: 'decide', by: colleague.staff, session: colleague.session },
    until,
  )
  const link = `/requests/${secret}${body.language ? `?lang=${body.language}` : ''}`
  return { status: 200, json: { link }, seeOther: link }
}

function back({ body, now }: DeskCall<Pressed>, { request }: Whole, refused?: string, done?: string): DeskAnswer {
  const query = new URLSearchParams({
    ...(body.language ? { lang: body.language } : {}),
    ...(refused ? { refused } : {}),
    ...(done ? { done } : {}),
  })
  const line = lineOf(request, now)
  return {
    status: refused ? 409 : 200,
    json: refused ? { error: refused, request: line } : line,
    seeOther: `/desk/requests/${request.reference}${query.size > 0 ? `?${query}` : ''}`,
  }
}

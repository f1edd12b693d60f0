import { decide, received } from '../../domain/decide.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Entry, Event, In, Request, Status, Step } from '../../domain/request.ts'
import { type Instant, instant } from '../../domain/time.ts'
import type { Policy } from '../../policy/schema.ts'
import { policy } from '../sample-policy.ts'

export const address = 'ada.quill@example.org'
/** A Friday morning in Berlin, before the clocks change: the 60 days cross the change. */
export const receivedAt = instant('2026-02-06T08:30:00Z')
export const other = reference(new Uint8Array([9, 9, 9, 9, 9]))

export const confirmed: Event = {
  type: 'confirmed',
  found: { subject: new Personal({ keys: { account: ['a-17'], email: [address] } }) },
  firstReceivedAt: receivedAt,
}
export const restricted: Event = { type: 'restriction-settled', outstanding: [] }
export const released: Event = { type: 'release-settled', outstanding: [] }
export const erased: Event = { type: 'erasure-settled', outstanding: [] }
export const momentReached: Event = { type: 'moment-reached' }
export const restoreAsked: Event = { type: 'restore-asked' }
export const eraseNowAsked: Event = { type: 'erase-now-asked' }
export const certified: Event = { type: 'certified' }
export const told: Event = { type: 'told' }

/** The step an event leads to. @throws when it is refused: then the test's premise is wrong. */
export function stepped(request: Request, event: Event, now: Instant, by: Policy = policy): Step {
  const decision = decide(request, event, by, now)
  if (decision.kind === 'refused') throw new Error(`${event.type} was refused in ${request.status}: ${decision.reason}`)
  return decision
}

export const begun = (now: Instant = receivedAt, by: Policy = policy): Step =>
  received(
    {
      reference: reference(new Uint8Array([1, 2, 3, 4, 5])),
      language: 'en',
      person: { address: new Personal(address), hash: 'keyed-hash' },
    },
    by,
    now,
  )

const minutesLater = (minutes: number) => instant(new Date(receivedAt).getTime() + minutes * 60_000)

/** The way to a status: each event with its moment; `erase-now` makes erasure reachable without waiting. */
const ways: Record<Status, readonly Event[]> = {
  unverified: [],
  restricting: [confirmed],
  grace: [confirmed, restricted],
  restoring: [confirmed, restricted, restoreAsked],
  erasing: [confirmed, restricted, eraseNowAsked],
  restored: [confirmed, restricted, restoreAsked, released],
  erased: [confirmed, restricted, eraseNowAsked, erased, certified],
  'not-found': [{ type: 'confirmed', found: 'nobody', firstReceivedAt: receivedAt }],
  duplicate: [{ type: 'confirmed', found: { duplicateOf: other }, firstReceivedAt: receivedAt }],
}
export const statuses = Object.keys(ways) as readonly Status[]

/** A request that came to a status the way requests do, and the history it made on the way. */
export function lived<S extends Status>(status: S): { request: In<S>; history: readonly Entry[] } {
  let step = begun()
  const history = [step.entry]
  for (const [i, event] of ways[status].entries()) {
    step = stepped(step.request, event, minutesLater(i + 1))
    history.push(step.entry)
  }
  if (step.request.status !== status) throw new Error(`the way to ${status} leads to ${step.request.status}`)
  return { request: step.request as In<S>, history }
}

export const requestIn = <S extends Status>(status: S): In<S> => lived(status).request

/** An instant a number of milliseconds away. */
export const shifted = (from: Instant, ms: number): Instant => instant(new Date(from).getTime() + ms)
export const justBefore = (at: Instant): Instant => shifted(at, -1)

/** One event of every type, as it would do the most from any status. */
export const events: readonly Event[] = [
  { type: 'asked-again', linkUntil: instant('2026-02-10T08:30:00Z') },
  confirmed,
  restricted,
  erased,
  released,
  momentReached,
  restoreAsked,
  eraseNowAsked,
  certified,
  told,
]

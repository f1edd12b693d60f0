import type { Event } from './event.ts'
import { everyList, use } from './mailing.ts'
import { type Outcome, refused, type Taken, waitingFor } from './outcome.ts'
import type { Person } from './person.ts'
import type { In, Request } from './request.ts'
import type { Instant } from './time.ts'

type Proven = Omit<In<'unverified'>, 'status' | 'linkUntil' | 'person' | 'right'> & {
  readonly right: 'objection'
  readonly person: Person
}

/**
 * N9: an objection to direct marketing is not weighed, it is followed (GDPR Art. 21(3)): mails stop at once, whoever the
 * directory knows, and then what systems say of the subscription is set right.
 */
export function objectionBegun(
  request: Proven,
  { unsubscribed }: Extract<Event, { type: 'confirmed' }>,
  now: Instant,
): Taken {
  const objection = { ...request, confirmedAt: now, lists: unsubscribed ?? everyList }
  // A click in a mail has done this already, and is answered by its page.
  const told = unsubscribed ? [] : [{ kind: 'suppress' as const }]
  return request.person.subject
    ? {
        request: { ...objection, status: 'stopping', silent: unsubscribed !== undefined, outstanding: [] },
        effects: [...told, { kind: 'start', machine: 'objection' }],
      }
    : {
        request: { ...objection, status: 'stopped', closedAt: now, uncertified: true },
        effects: [...told, { kind: 'start', machine: 'objection' }],
      }
}

export function nextOfObjection(request: In<'stopping'>, event: Event, now: Instant): Outcome {
  if (event.type !== 'mailing-settled') return refused('not-possible-now')
  const { outstanding, silent, ...kept } = request
  if (event.outstanding.length > 0)
    return { request: { ...request, outstanding: event.outstanding }, ...waitingFor(event.outstanding) }
  // Who clicked in a mail had their answer with its page; everybody else is told when the certificate is signed.
  return { request: { ...kept, status: 'stopped', closedAt: now, ...(silent ? {} : { uncertified: true as const }) } }
}

/** What the person of an objection has ended: mails of one list or of all, or uses of data. */
export const stoppedBy = (request: Request): readonly string[] =>
  request.status === 'stopping' || request.status === 'stopped'
    ? [request.lists]
    : 'uses' in request
      ? request.uses.filter(({ state }) => state === 'stopped').map(({ category }) => use(category))
      : []

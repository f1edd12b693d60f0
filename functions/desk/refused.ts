import { DeskRefused } from './answer.ts'
import type { Colleague } from './signed-in.ts'

/**
 * Theirs, but not this role's. 404, and not 403: to the distribution that is a page which the bucket does not have
 * (infra/distribution.ts), and it would put its own in the place of ours.
 */
export const notYourRole = (colleague: Colleague): DeskRefused =>
  new DeskRefused({
    status: 404,
    json: { error: 'not-your-role' },
    page: { kind: 'trouble', why: 'not-your-role', colleague },
  })

export const noSuchRequest = (colleague: Colleague): DeskRefused =>
  new DeskRefused({
    status: 404,
    json: { error: 'no-such-request' },
    page: { kind: 'trouble', why: 'no-such-request', colleague },
  })

/** It went with what was personal, is too large to be handed on, or never was. */
export const noSuchFile = (colleague: Colleague): DeskRefused =>
  new DeskRefused({
    status: 404,
    json: { error: 'no-such-file' },
    page: { kind: 'trouble', why: 'no-such-file', colleague },
  })

/** So many addresses are looked up in one session: more than a day's work needs, fewer than a list of customers has. */
export const mostSearches = 200

/** A session has looked up as many addresses as a session may. */
export const tooMany = (colleague: Colleague): DeskRefused =>
  new DeskRefused({
    status: 429,
    json: { error: 'too-many' },
    page: { kind: 'trouble', why: 'too-many', colleague },
  })
